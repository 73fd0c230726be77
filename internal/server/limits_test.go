package server

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"ssh-resume/internal/visitor"
)

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

func TestSourceWithTooManyConnectionsIsTurnedAwayAndTold(t *testing.T) {
	r := serve(t, Config{MaxConnectionsPerSource: 2})
	first := r.client(t)
	r.visit(t, visitor.Options{})
	_, err := r.connect()
	if err == nil || !strings.Contains(err.Error(), "too many connections from your address") {
		t.Errorf("%v", err)
	}
	r.log.until(t, "limit=connections-per-source")
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	eventually(t, func() error {
		client, err := r.connect()
		if err == nil {
			_ = client.Close()
		}
		return err
	})
}

func TestSourceThatConnectsTooFastIsTurnedAwayAndTold(t *testing.T) {
	r := serve(t, Config{ConnectionRate: 1e-9, ConnectionBurst: 3})
	for range 3 {
		r.client(t)
	}
	_, err := r.connect()
	if err == nil || !strings.Contains(err.Error(), "try again in a few seconds") {
		t.Errorf("%v", err)
	}
	r.log.until(t, "limit=connection-rate")
}

func TestThoseTurnedAwayAreFew(t *testing.T) {
	r := serve(t, Config{ConnectionRate: 1e-9, ConnectionBurst: 1})
	r.client(t)
	told := 0
	var waiting []net.Conn
	for range maxTurnedAway + 20 {
		waiting = append(waiting, r.silent(t)) // each is told, and does not hang up
	}
	for _, c := range waiting {
		if strings.Contains(closed(t, c), "try again") {
			told++
		}
	}
	if told == 0 {
		t.Error("nobody was told why")
	}
	r.log.until(t, "limit=connection-rate")
}

func TestOldestStrangerGivesWay(t *testing.T) {
	r := serve(t, Config{HandshakeTimeout: time.Minute})
	oldest := r.silent(t)
	eventually(t, func() error {
		if len(r.limits.all()) == 0 {
			return io.ErrNoProgress
		}
		return nil
	})
	for range maxStrangers - 1 {
		r.silent(t)
	}
	r.visit(t, visitor.Options{}) // the next one
	closed(t, oldest)
	r.log.until(t, "limit=unauthenticated")
	if n := r.limits.strangers.Len(); n > maxStrangers {
		t.Errorf("%d strangers", n)
	}
}

func TestSourcesAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(Config{MaxConnectionsPerSource: 8, ConnectionRate: 5, ConnectionBurst: 20})
		from := func(i int) *conn {
			return &conn{source: sourceOf(&net.TCPAddr{IP: net.IPv4(10, byte(i>>16), byte(i>>8), byte(i))})}
		}
		stays := from(0)
		l.admit(stays)
		for i := 1; i < 4*maxSources; i++ {
			c := from(i)
			l.admit(c)
			l.leave(c)
			if len(l.sources) > maxSources {
				t.Fatalf("%d sources", len(l.sources))
			}
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

func TestBurstOfASourceFillsUpAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(Config{MaxConnectionsPerSource: 100, ConnectionRate: 5, ConnectionBurst: 20})
		count := func() (n int) {
			for {
				c := &conn{}
				if over, _ := l.admit(c); over != "" {
					return n
				}
				l.leave(c)
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

func TestTypingIsLimitedInRateAndInAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		paste := bytes.NewReader(make([]byte, 4*inputTotal))
		in := newThrottle(paste, inputRate, inputBurst, inputTotal, make(chan struct{}))
		began := time.Now()
		n, err := io.Copy(io.Discard, &in)
		if err != errTooMuch || n > inputTotal { //nolint:errorlint // as it is
			t.Errorf("%d bytes, %v", n, err)
		}
		least := time.Duration(inputTotal-2*inputBurst) / inputRate * time.Second
		if took := time.Since(began); took < least {
			t.Errorf("it took %s", took)
		}
	})
}

func TestAKeyIsNotHeldUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := newThrottle(strings.NewReader(strings.Repeat("j", inputBurst)), inputRate, inputBurst, inputTotal, nil)
		began := time.Now()
		if _, err := io.Copy(io.Discard, &in); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > 0 {
			t.Errorf("it took %s", took)
		}
	})
}

func TestClosingEndsTheWaitOfAFloodedReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan struct{})
		in := newThrottle(bytes.NewReader(make([]byte, 10)), 1, 2, 10, done)
		close(done)
		began := time.Now()
		if n, err := io.Copy(io.Discard, &in); n != 10 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
		if took := time.Since(began); took > 0 {
			t.Errorf("it took %s", took)
		}
	})
}

func TestWindowIsAWindow(t *testing.T) {
	for _, test := range []struct {
		columns, rows uint32
		want          string
	}{
		{80, 24, "80×24"},
		{1, 1, "1×1"},
		{0, 0, "80×24"},
		{0, 50, "80×50"},
		{400, 200, "400×200"},
		{20000, 20000, "400×200"},
		{1<<32 - 1, 1<<32 - 1, "400×200"},
	} {
		w := window(test.columns, test.rows)
		if got := fmt.Sprintf("%d×%d", w.Width, w.Height); got != test.want {
			t.Errorf("%d×%d: %s", test.columns, test.rows, got)
		}
	}
}
