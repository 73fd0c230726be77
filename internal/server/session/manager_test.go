package session

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"weak"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

func TestVersionThatComesWhileASessionBeginsIsOffered(t *testing.T) {
	t.Parallel()
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{})
	m := NewManager(limits, o)
	o.opened = func(*Session) { m.Announce(c.Publish(version(t, "Maria"))) } // before anybody reads
	r := begin(t, m, c, (*reader).read)
	r.shows(t, "Senior Backend Architect")
	r.shows(t, "read the new version")
	_, _ = io.WriteString(r.keys, "q")
	<-r.ended
}

func TestNothingIsKeptOfAVersionThatNobodyReads(t *testing.T) {
	t.Parallel()
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{})
	m := NewManager(limits, o)
	r := begin(t, m, c, (*reader).read)
	r.shows(t, "Senior Backend Architect")
	old := weak.Make(c.Current())
	pages := weak.Make(c.Current().Pages)
	m.Announce(c.Publish(version(t, "Maria")))
	r.shows(t, "read the new version")
	gone := func(what string, is func() bool) {
		t.Helper()
		visitor.Eventually(t, func() error {
			runtime.GC()
			if !is() {
				return errors.New("the " + what + " are kept")
			}
			return nil
		})
	}
	gone("documents", func() bool { return old.Value() == nil })
	if pages.Value() == nil {
		t.Error("the pages are gone while they are read")
	}
	_, _ = io.WriteString(r.keys, "r")
	r.shows(t, "Maria")
	gone("pages", func() bool { return pages.Value() == nil })
	_, _ = io.WriteString(r.keys, "q")
	<-r.ended
}

func TestPanicInTheReaderIsToldAndNoted(t *testing.T) {
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{})
	m := NewManager(limits, o)
	r := begin(t, m, c, (*reader).wait)
	said := m.interrupted(r.Session, &terminal.PanicError{Value: "a fault", Stack: []byte("the stack")})
	if !strings.HasPrefix(said, "This session has ended: something went wrong") || r.Reason() != Panicked {
		t.Errorf("%q, %s", said, r.Reason())
	}
	if len(o.panicked) != 1 || o.panicked[0] != "a fault" {
		t.Errorf("noted: %v", o.panicked)
	}
}

func TestSessionEndsAfterItsTimeoutAndItsConnectionSoonAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &observer{}
		c := catalog.New(version(t, "Marcus"), catalog.Config{})
		m := NewManager(limits, o)
		r := begin(t, m, c, (*reader).wait)
		time.Sleep(time.Hour - 1)
		if why := r.Canceled(); why != nil {
			t.Errorf("ended too soon: %v", why)
		}
		time.Sleep(2 * time.Nanosecond)
		synctest.Wait()
		if why := r.Canceled(); why == nil || why.Error() != "a session lasts up to 1 hour" {
			t.Errorf("%v", why)
		}
		if r.conn.Reason() != "" {
			t.Error("the connection is closed at once")
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if r.conn.Reason() != TimedOut {
			t.Errorf("the connection was closed for %q", r.conn.Reason())
		}
		r.conn.cancel()
		m.Wait()
	})
}

func TestSessionOnAConnectionOfAnyAgeHasItsWholeTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &observer{}
		c := catalog.New(version(t, "Marcus"), catalog.Config{})
		config := limits
		config.IdleTimeout = 2 * time.Hour
		m := NewManager(config, o)
		connected := time.Now()
		time.Sleep(59 * time.Minute)
		r := begin(t, m, c, (*reader).wait)
		r.Connected = connected
		ctx, _, end := m.Limit(r.Session, "")
		<-ctx.Done()
		if got := time.Since(connected); got != time.Hour+59*time.Minute {
			t.Errorf("it ended %s after its connection was accepted", got)
		}
		end()
		r.conn.cancel()
		m.Wait()
	})
}

func TestNarrowWindowIsSentNoLineForScreenReaders(t *testing.T) {
	command := "ssh resume.example.com text"
	if line := firstLine(words.For(""), command, 40); line != "" {
		t.Errorf("%q", line)
	}
	if line := firstLine(words.For(""), command, 80); !strings.HasSuffix(line, command+"\r\x1b[K") {
		t.Errorf("%q", line)
	}
}

func TestReaderIsToldAMinuteBeforeTheIdleTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &observer{}
		c := catalog.New(version(t, "Marcus"), catalog.Config{})
		config := limits
		config.IdleTimeout = 10 * time.Minute
		m := NewManager(config, o)
		r := begin(t, m, c, (*reader).wait)
		var told notes[time.Duration]
		r.reader = func(msg tea.Msg) {
			if idle, ok := msg.(tui.IdleMsg); ok {
				told.add(idle.In)
			}
		}
		ctx, active, end := m.Limit(r.Session, words.For("").Endings.NoKey)
		time.Sleep(9*time.Minute - 1)
		if len(told.all()) > 0 {
			t.Error("told too soon")
		}
		time.Sleep(2 * time.Nanosecond)
		synctest.Wait()
		if got := told.all(); len(got) != 1 || got[0] != time.Minute {
			t.Errorf("told: %v", got)
		}
		time.Sleep(59 * time.Second)
		active() // a key
		time.Sleep(9*time.Minute + 59*time.Second)
		synctest.Wait()
		if n := len(told.all()); n != 2 || ctx.Err() != nil {
			t.Errorf("told %d times; %v", n, context.Cause(ctx))
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if why := context.Cause(ctx); why == nil || why.Error() != "no key for 10 minutes" {
			t.Errorf("ended: %v", why)
		}
		end()
		r.conn.cancel()
		m.Wait()
	})
}

func TestAKeyKeepsTheSessionOpen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &observer{}
		config := limits
		config.IdleTimeout = 10 * time.Minute
		m := NewManager(config, o)
		r := begin(t, m, catalog.New(version(t, "Marcus"), catalog.Config{}), (*reader).read)
		time.Sleep(10*time.Minute - time.Second)
		_, _ = io.WriteString(r.keys, "j")
		time.Sleep(10*time.Minute - time.Second)
		synctest.Wait()
		if why := r.Canceled(); why != nil {
			t.Errorf("the session ended: %v", why)
		}
		time.Sleep(time.Minute)
		<-r.ended
		if r.Reason() != Idle {
			t.Errorf("the session ended: %s", r.Reason())
		}
		m.Wait()
		time.Sleep(time.Second) // Bubble Tea takes half a second to stop its ticker
	})
}

func TestAReaderWhoIsDoneIsNeitherWarnedNorIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		config := limits
		config.IdleTimeout = 10 * time.Minute
		m := NewManager(config, &observer{})
		r := begin(t, m, catalog.New(version(t, "Marcus"), catalog.Config{}), (*reader).wait)
		var told notes[tea.Msg]
		r.reader = told.add
		_, _, end := m.Limit(r.Session, "")
		end()
		time.Sleep(30 * time.Minute)
		synctest.Wait()
		if why := r.Canceled(); why != nil || len(told.all()) > 0 {
			t.Errorf("%v, %v", why, told.all())
		}
		r.conn.cancel()
		m.Wait()
	})
}

func TestTheManagerWaitsForWhatASessionHasStarted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := NewManager(limits, &observer{})
		release, done := make(chan struct{}), false
		begin(t, m, catalog.New(version(t, "Marcus"), catalog.Config{}), func(r *reader) {
			r.Wait = func() { <-release }
		})
		go func() { m.Wait(); done = true }()
		synctest.Wait()
		if done {
			t.Error("it does not wait")
		}
		close(release)
		synctest.Wait()
		if !done {
			t.Error("it waits for more")
		}
	})
}

// broken fails every write.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrDeadlineExceeded }

func TestAConnectionThatTakesNoWritesIsDropped(t *testing.T) {
	o := &observer{}
	m := NewManager(limits, o)
	r := begin(t, m, catalog.New(version(t, "Marcus"), catalog.Config{}), func(r *reader) {
		r.Output = broken{}
		r.read()
	})
	m.Wait()
	if r.conn.Reason() != HungUp || r.Reason() != HungUp {
		t.Errorf("the connection was dropped for %q, the session ended for %q", r.conn.Reason(), r.Reason())
	}
}
