package sshd_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"io"
	"net"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"charm.land/log/v2"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// TestTerminalIsRestoredOverAnyLimit exceeds each limit that ends a connection while its visitor is reading.
func TestTerminalIsRestoredOverAnyLimit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		reason, sentence string
		config           server.Config
		flood            func(c *gossh.Client)
	}{
		{"too-many-requests", "the client sent too many requests", server.Config{}, func(c *gossh.Client) {
			ch, requests, err := c.OpenChannel("session", nil)
			if err != nil {
				return
			}
			go gossh.DiscardRequests(requests)
			for range 1000 {
				if _, err := ch.SendRequest("signal", false, gossh.Marshal(commandLine("INT"))); err != nil {
					return
				}
			}
		}},
		{"too-many-channels", "the client asked for too many sessions", server.Config{}, func(c *gossh.Client) {
			for range 100 {
				go func() { _, _, _ = c.OpenChannel("session", nil) }()
			}
		}},
		{"sent-too-much", "the client sent too much", server.Config{MaxBytes: 64 << 10}, func(c *gossh.Client) {
			ch, requests, err := c.OpenChannel("session", nil)
			if err != nil {
				return
			}
			go gossh.DiscardRequests(requests)
			_, _ = ch.Stderr().Write(make([]byte, 1<<20))
		}},
	} {
		t.Run(test.reason, func(t *testing.T) {
			t.Parallel()
			r := servertest.Serve(t, test.config)
			v := r.Visit(t, visitor.Options{})
			go test.flood(v.Client())
			r.Ended(t, v, test.reason, test.sentence)
		})
	}
}

// pipes is a listener for clients in the same bubble of simulated time.
type pipes struct {
	incoming chan net.Conn
	closed   chan struct{}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.incoming:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	select {
	case <-p.closed:
	default:
		close(p.closed)
	}
	return nil
}

func (*pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 22} }

// bufferedPipe returns two ends of a pipe. Both ends of an SSH connection write first, which would deadlock
// with net.Pipe alone.
func bufferedPipe() (ours, theirs net.Conn) {
	ours, end := net.Pipe()
	b := &buffered{Conn: end, out: make(chan []byte, 1000)}
	go func() {
		for p := range b.out {
			_, _ = end.Write(p)
		}
	}()
	return ours, b
}

// buffered is an end of a pipe whose writes don't wait for the other end.
type buffered struct {
	net.Conn

	out  chan []byte
	once sync.Once
}

func (b *buffered) Write(p []byte) (int, error) {
	b.out <- bytes.Clone(p)
	return len(p), nil
}

func (b *buffered) Close() error {
	b.once.Do(func() { close(b.out) })
	return b.Conn.Close()
}

// simulated is a server and a client in simulated time.
type simulated struct {
	*server.Server

	client *gossh.Client
	stop   func()
}

// simulate starts a server in a bubble of simulated time, and connects to it.
func simulate(t *testing.T, key string, version catalog.Revision, config server.Config) *simulated {
	t.Helper()
	l := &pipes{incoming: make(chan net.Conn), closed: make(chan struct{})}
	config.Listener, config.HostKeys = l, hostkey.Config{PEM: key}
	s, err := server.New(config, version, log.New(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx) }()
	ours, theirs := bufferedPipe()
	l.incoming <- ours
	conn, channels, requests, err := gossh.NewClientConn(theirs, "", servertest.ClientConfig(""))
	if err != nil {
		t.Fatal(err)
	}
	client := gossh.NewClient(conn, channels, requests)
	return &simulated{s, client, func() {
		_ = client.Close()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}}
}

// read opens the interactive résumé, whose screen nobody looks at. Ended is closed
// when the session is over.
func (s *simulated) read(t *testing.T) (c gossh.Channel, ended chan struct{}) {
	t.Helper()
	c = openChannel(t, s.client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: 80, Rows: 24})
	ask(t, c, "shell", nil)
	ended = make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = io.Copy(io.Discard, c)
	}()
	return c, ended
}

// hostKey returns a key in the form of a file. It takes real time to make one.
func hostKey(t *testing.T) string {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(block))
}

// TestWhatPatientClientsSendEndsNothing drags a window at 80 Hz for a minute, then sends a keepalive each
// second for three hours, in simulated time. The byte limit is an eighth of that of a session of one hour, which
// must suffice for a day.
func TestWhatPatientClientsSendEndsNothing(t *testing.T) {
	t.Parallel()
	version, key := servertest.Embedded(t), hostKey(t)
	synctest.Test(t, func(t *testing.T) {
		s := simulate(t, key, version, server.Config{
			SessionTimeout: 4 * time.Hour, IdleTimeout: 4 * time.Hour, MaxBytes: (8<<20 + 60*60*2<<10) / 8,
		})
		defer s.stop()
		c, _ := s.read(t)
		began := time.Now()
		for i := range uint32(60 * 80) {
			time.Sleep(time.Second / 80)
			if _, err := c.SendRequest("window-change", false, gossh.Marshal(window(80+i%40, 24))); err != nil {
				t.Fatalf("after %s: %v", time.Since(began), err)
			}
		}
		for range 3 * 60 * 60 {
			time.Sleep(time.Second)
			if _, _, err := s.client.SendRequest("keepalive@openssh.com", true, nil); err != nil {
				t.Fatalf("after %s: %v", time.Since(began), err)
			}
		}
		if connections, sessions := s.Counts(); connections != 1 || sessions != 1 {
			t.Errorf("%d connections and %d sessions are open", connections, sessions)
		}
	})
}

// TestSecondSessionOfAConnectionHasItsWholeTime has a visitor with a shared connection (ControlMaster) return
// after half an hour.
func TestSecondSessionOfAConnectionHasItsWholeTime(t *testing.T) {
	t.Parallel()
	version, key := servertest.Embedded(t), hostKey(t)
	synctest.Test(t, func(t *testing.T) {
		s := simulate(t, key, version, server.Config{SessionTimeout: time.Hour, IdleTimeout: 2 * time.Hour})
		defer s.stop()
		began := time.Now()
		_, first := s.read(t)
		time.Sleep(30 * time.Minute)
		_, second := s.read(t)
		<-first
		if lasted := time.Since(began).Round(time.Minute); lasted != time.Hour {
			t.Errorf("the first session ended after %s", lasted)
		}
		<-second
		if lasted := time.Since(began).Round(time.Minute); lasted != 90*time.Minute {
			t.Errorf("the second session, begun after half an hour, ended after %s", lasted)
		}
	})
}
