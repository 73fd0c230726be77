package session

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"weak"

	"golang.org/x/time/rate"

	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/words"
)

func TestVersionThatComesWhileASessionBeginsIsOffered(t *testing.T) {
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{}, o)
	m := NewManager(limits, o)
	o.opened = func(*Session) { m.Offer(c.Publish(version(t, "Maria"))) } // before anybody reads
	r := begin(t, m, c.Lookup("", nil))
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.read()
	}()
	r.shows(t, "Marcus Rodriguez")
	r.shows(t, "read the new version")
	_, _ = io.WriteString(r.keys, "q")
	<-done
}

func TestNothingIsKeptOfAVersionThatNobodyReads(t *testing.T) {
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{}, o)
	m := NewManager(limits, o)
	r := begin(t, m, c.Lookup("", nil))
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.read()
	}()
	r.shows(t, "Marcus Rodriguez")
	old := weak.Make(c.Lookup("", nil).Current())
	pages := weak.Make(c.Lookup("", nil).Current().Pages)
	m.Offer(c.Publish(version(t, "Maria")))
	r.shows(t, "read the new version")
	gone := func(what string, is func() bool) {
		t.Helper()
		eventually(t, func() error {
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
	<-done
}

func TestPanicInTheReaderIsToldAndNoted(t *testing.T) {
	o := &observer{}
	c := catalog.New(version(t, "Marcus"), catalog.Config{}, o)
	m := NewManager(limits, o)
	r := begin(t, m, c.Lookup("", nil))
	said := m.interrupted(r.Session, words.For(""), &terminal.PanicError{Value: "a fault", Stack: []byte("the stack")})
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
		c := catalog.New(version(t, "Marcus"), catalog.Config{}, o)
		m := NewManager(limits, o)
		r := begin(t, m, c.Lookup("", nil)) // a command that does not end
		var why error
		r.OnStop(func(err error) { why = err })
		time.Sleep(time.Hour - 1)
		if why != nil {
			t.Errorf("ended too soon: %v", why)
		}
		time.Sleep(2)
		synctest.Wait()
		if why == nil || why.Error() != "a session lasts up to 1 hour" {
			t.Errorf("%v", why)
		}
		if r.conn.Reason() != "" {
			t.Error("the connection is closed at once")
		}
		time.Sleep(restoreTime)
		synctest.Wait()
		if r.conn.Reason() != TimedOut {
			t.Errorf("the connection was closed for %q", r.conn.Reason())
		}
		m.End(r.Session)
		m.Done(r.Session)
	})
}

func TestSessionOnAConnectionOfAnyAgeHasItsWholeTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &observer{}
		c := catalog.New(version(t, "Marcus"), catalog.Config{}, o)
		m := NewManager(limits, o)
		connected := time.Now()
		time.Sleep(59 * time.Minute)
		r := begin(t, m, c.Lookup("", nil))
		r.Connected = connected
		var ended time.Time
		r.OnStop(func(error) { ended = time.Now() })
		time.Sleep(2 * time.Hour)
		if got := ended.Sub(connected); got != time.Hour+59*time.Minute {
			t.Errorf("it ended %s after its connection was accepted", got)
		}
		m.End(r.Session)
		m.Done(r.Session)
	})
}

func TestDurationsAreSpoken(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Hour: "1 hour", 90 * time.Minute: "90 minutes", 10 * time.Minute: "10 minutes", time.Minute: "1 minute",
		30 * time.Second: "30 seconds", time.Second: "1 second", 50 * time.Millisecond: "50ms",
	} {
		if got := Spoken(words.For(""), d); got != want {
			t.Errorf("%s: %s", d, got)
		}
	}
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

func TestTypingIsLimitedInRateAndInAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const total = 1 << 20
		over := false
		in := &typing{
			Reader: strings.NewReader(strings.Repeat("x", 2*total)), limit: rate.NewLimiter(inputRate, inputBurst),
			left: total, done: make(chan struct{}), active: func() {}, tooMuch: func() { over = true },
		}
		began := time.Now()
		n, err := io.Copy(io.Discard, in)
		if n != total || err != nil || !over {
			t.Errorf("%d bytes, %v", n, err)
		}
		want := time.Duration(total-inputBurst) / inputRate * time.Second
		if took := time.Since(began); took < want-inputBurst/inputRate*time.Second || took > want+time.Second {
			t.Errorf("it took %s, want about %s", took, want)
		}
	})
}

func TestAKeyIsNotHeldUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := &typing{
			Reader: strings.NewReader(strings.Repeat("j", inputBurst)), limit: rate.NewLimiter(inputRate, inputBurst),
			left: 1 << 20, active: func() {},
		}
		began := time.Now()
		if _, err := io.Copy(io.Discard, in); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > 0 {
			t.Errorf("it took %s", took)
		}
	})
}
