package admission

import (
	"bytes"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"

	"ssh-resume/internal/words"
)

// limited returns a listener with these limits, which accepts nothing.
func limited(config Config) *Listener {
	config.Words = words.For("")
	return New(nil, config, silent{})
}

// silent is an observer that says nothing.
type silent struct{}

func (silent) Accepted()                          {}
func (silent) TurnedAway(*Limit, net.Addr, error) {}
func (silent) HeaderMissing(net.Addr, error)      {}
func (silent) Authenticated(*Conn)                {}
func (silent) Closed(*Conn)                       {}

func TestSourceIsAnAddressOrASixtyFour(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"192.0.2.7", "192.0.2.7/32"},
		{"::ffff:192.0.2.7", "192.0.2.7/32"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
		{"fe80::1%eth0", "fe80::/64"},
	} {
		ip, zone, _ := strings.Cut(test.address, "%")
		if got := sourceOf(&net.TCPAddr{IP: net.ParseIP(ip), Zone: zone, Port: 1}).String(); got != test.want {
			t.Errorf("%s: %s", test.address, got)
		}
	}
}

// connectionFrom returns a connection from the i-th address.
func connectionFrom(i int) *Conn {
	return &Conn{source: sourceOf(&net.TCPAddr{IP: net.IPv4(10, byte(i>>16), byte(i>>8), byte(i))})}
}

func TestSourcesAreForgotten(t *testing.T) {
	const promised = 65536
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{MaxPerSource: 8, Rate: 5, Burst: 20})
		stays := connectionFrom(0)
		l.add(stays)
		most := 0
		for i := 1; i < 3*promised; i++ {
			c := connectionFrom(i)
			l.add(c)
			l.remove(c)
			most = max(most, len(l.sources))
			if len(l.sources) > l.sweepAt {
				t.Fatalf("with %d sources, each new one has all of them looked through", len(l.sources))
			}
		}
		if most != promised {
			t.Errorf("%d sources were remembered at once, want %d", most, promised)
		}
		if l.sources[stays.source] == nil || l.sources[stays.source].open != 1 {
			t.Error("a source with a connection is forgotten")
		}
		time.Sleep(time.Second) // every bucket is full again
		l.sweep()
		if len(l.sources) != 1 || len(l.open) != 1 {
			t.Errorf("%d sources, %d connections", len(l.sources), len(l.open))
		}
	})
}

// TestSourcesThatConnectTooFastAreRemembered has sources that have used up their burst among others that have
// not. As long as there is room, the former are remembered.
func TestSourcesThatConnectTooFastAreRemembered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{MaxPerSource: 8, Rate: 1, Burst: 2})
		use := func(i, times int) (limit *Limit) {
			for range times {
				c := connectionFrom(i)
				limit, _ = l.add(c)
				l.remove(c)
			}
			return limit
		}
		for i := range minSweep - 1 {
			use(i, 1)
		}
		time.Sleep(1500 * time.Millisecond) // their buckets are full again
		use(minSweep, 3)                    // and this one is empty
		use(minSweep+1, 1)                  // one too many: those are forgotten
		if len(l.sources) != 2 {
			t.Errorf("%d sources are remembered, want 2", len(l.sources))
		}
		if limit := use(minSweep, 1); limit != ConnectionRate {
			t.Errorf("the spent source meets the limit %v", limit)
		}
	})
}

func TestBurstOfASourceFillsUpAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{MaxPerSource: 100, Rate: 5, Burst: 20})
		count := func() (n int) {
			for {
				c := &Conn{}
				if limit, _ := l.add(c); limit != nil {
					return n
				}
				l.remove(c)
				n++
			}
		}
		if n := count(); n != 20 {
			t.Errorf("%d at once", n)
		}
		time.Sleep(time.Second)
		if n := count(); n != 5 {
			t.Errorf("%d in the next second", n)
		}
	})
}

func TestBytesAreLimitedInRateAndInAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const total, perSecond, burst = 4 << 20, 16 << 10, 256 << 10 // as promised
		c := newConn(limited(Config{MaxBytes: total}), &net.TCPConn{}, time.Now())
		c.in, c.greetingRead = bytes.NewReader(make([]byte, 2*total)), len(greeting)
		began := time.Now()
		n, err := io.Copy(io.Discard, c)
		if err != ErrTooMuch || n != total { //nolint:errorlint // as it is
			t.Errorf("%d bytes, %v", n, err)
		}
		want := time.Duration(total-burst) / perSecond * time.Second
		if took := time.Since(began); took < want-time.Second || took > want+time.Second {
			t.Errorf("it took %s, want about %s", took, want)
		}
	})
}

func TestClosingEndsTheWaitOfAThrottledReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newConn(limited(Config{MaxBytes: 10}), &net.TCPConn{}, time.Now())
		c.in, c.greetingRead, c.rate = bytes.NewReader(make([]byte, 10)), len(greeting), rate.NewLimiter(1, 2)
		_ = c.Close()
		began := time.Now()
		if n, err := io.Copy(io.Discard, c); n != 10 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
		if took := time.Since(began); took > 0 {
			t.Errorf("it took %s", took)
		}
	})
}

// TestThoseWhoAreToldWhyAreFew turns away more clients at once than may be told why. None of them reads or hangs up.
func TestThoseWhoAreToldWhyAreFew(t *testing.T) {
	const promised = 64
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{})
		var clients []net.Conn
		for range promised + 20 {
			ours, theirs := net.Pipe()
			l.turnAway(ours, ConnectionRate)
			clients = append(clients, theirs)
		}
		synctest.Wait() // those who are told are waited for
		told := 0
		for _, c := range clients {
			if said, _ := io.ReadAll(c); strings.Contains(string(said), "try again") {
				told++
			}
		}
		l.Wait()
		if told != promised {
			t.Errorf("%d are told why, want %d", told, promised)
		}
		ours, theirs := net.Pipe()
		l.turnAway(ours, ConnectionRate)
		if said, _ := io.ReadAll(theirs); len(said) > 0 {
			t.Error("somebody is told though nobody waits for that any more")
		}
	})
}

func TestAcceptLoopIsStuckIfItDoesNotComeBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tcp, release := make(listener), make(chan struct{})
		l := New(tcp, Config{Rate: 1, Burst: 1, MaxPerSource: 1}, slow{release: release})
		if err := l.Ready(); err == nil || err.Error() != "starting" || l.Health() != nil {
			t.Errorf("before the loop: %v", err)
		}
		go func() { _, _ = l.Accept() }()
		time.Sleep(time.Hour)
		if err := l.Ready(); err != nil {
			t.Errorf("nobody has come, and it is not ready: %v", err)
		}
		tcp <- nil
		time.Sleep(acceptTime)
		if l.Health() != nil {
			t.Error("it is stuck too soon")
		}
		time.Sleep(time.Second)
		if l.Ready() == nil || l.Health() == nil {
			t.Error("it is not stuck")
		}
		_ = l.Close()
		if err := l.Ready(); err == nil || err.Error() != "draining" || l.Health() != nil {
			t.Errorf("at the end: %v", err)
		}
		close(release)
	})
}

// listener accepts what it is sent.
type listener chan net.Conn

func (l listener) Accept() (net.Conn, error) {
	<-l
	ours, theirs := net.Pipe()
	return ours, theirs.Close()
}

func (listener) Close() error   { return nil }
func (listener) Addr() net.Addr { return nil }

// slow is an observer that is busy with each connection until it is released.
type slow struct {
	silent

	release chan struct{}
}

func (s slow) Accepted() { <-s.release }

// authenticated returns a new connection of a listener, from a client that says nothing more and does not hang up.
func authenticated(t *testing.T, l *Listener) *Conn {
	t.Helper()
	ours, theirs := net.Pipe()
	t.Cleanup(func() { _ = theirs.Close() })
	c := newConn(l, ours, time.Now())
	if !l.allow(c) {
		t.Fatal("turned away")
	}
	c.Authenticate("SSH-2.0-x")
	return c
}

func TestConnectionWithoutASessionIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{MaxPerSource: 8, Rate: 5, Burst: 20, NoSessionTimeout: 10 * time.Second, MaxBytes: 1})
		idle, used, busy := authenticated(t, l), authenticated(t, l), authenticated(t, l)
		if !used.BeginSession() || !busy.BeginSession() || busy.BeginSession() {
			t.Error("the first session is not the first, or another is")
		}
		time.Sleep(5 * time.Second)
		used.EndSession()
		busy.EndSession() // of two
		time.Sleep(5*time.Second - 1)
		if l.Count() != 3 {
			t.Errorf("%d of 3 connections are open before the time", l.Count())
		}
		time.Sleep(2 * time.Nanosecond)
		if idle.Reason() != NoSession.Name || l.Count() != 2 {
			t.Errorf("the idle one ended for %s; %d are open", idle.Reason(), l.Count())
		}
		time.Sleep(5 * time.Second)
		if used.Reason() != NoSession.Name || l.Count() != 1 {
			t.Errorf("the used one ended for %s; %d are open", used.Reason(), l.Count())
		}
		time.Sleep(time.Hour)
		if l.Count() != 1 {
			t.Error("a connection with a session is closed")
		}
		_ = busy.Close()
	})
}

// TestShutdownClosesAConnectionWhoseSessionsDoNotEnd has one that goes on when it is canceled.
func TestShutdownClosesAConnectionWhoseSessionsDoNotEnd(t *testing.T) {
	const promised = 2 * time.Second
	synctest.Test(t, func(t *testing.T) {
		l := limited(Config{MaxPerSource: 8, Rate: 5, Burst: 20, NoSessionTimeout: time.Minute, MaxBytes: 1})
		c := authenticated(t, l)
		var canceled []string
		c.OnShutdown = func(reason string, sentence Sentence) { canceled = append(canceled, reason+": "+sentence(nil)) }
		c.BeginSession()
		c.Shutdown("a reason", func(*words.Endings) string { return "a sentence" })
		time.Sleep(promised - 1)
		c.Shutdown("another", untold) // which changes nothing
		if want := []string{"a reason: a sentence"}; !slices.Equal(canceled, want) {
			t.Errorf("the sessions were canceled for %q, want %q", canceled, want)
		}
		if l.Count() != 1 {
			t.Error("the connection is closed before the time")
		}
		time.Sleep(2 * time.Nanosecond)
		if l.Count() != 0 || c.Reason() != "a reason" {
			t.Errorf("%d connections are open, the reason is %q", l.Count(), c.Reason())
		}
		_ = c.Close()
	})
}
