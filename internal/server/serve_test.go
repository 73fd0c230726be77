package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/visitor"
)

// patience bounds what tests wait for; it is no promise.
const patience = 20 * time.Second

// Bubble Tea waits for half a second for an input that it was not given, also
// when the program has ended by then. Only tests that look at what is left wait
// with it.
var (
	releasing    = goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).waitForReadLoop")
	releasingAll = goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).execBatchMsg")
)

// logged holds what the server has logged.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// until waits until the log holds a text.
func (l *logged) until(t *testing.T, text string) {
	t.Helper()
	eventually(t, func() error {
		if log := l.String(); !strings.Contains(log, text) {
			return errors.New("no " + text + " in the log:\n" + log)
		}
		return nil
	})
}

// eventually waits until a condition is met; its error says what is not.
func eventually(t *testing.T, met func() error) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if err = met(); err == nil {
			return
		}
	}
	t.Fatal(err)
}

// running is a server under test.
type running struct {
	*Server

	log  *logged
	addr string
	rest goleak.Option // the goroutines of a server at rest
	stop func() error  // as a signal does; waits for the end
}

// serve starts a server for a test. Its limits for sources, which are all one
// here, let everything pass, except where the test sets them; prepare changes
// it before it serves.
func serve(t *testing.T, config Config, prepare ...func(*Server)) *running {
	t.Helper()
	if config.MaxConnectionsPerSource == 0 {
		config.MaxConnectionsPerSource = 10000
	}
	if config.ConnectionRate == 0 {
		config.ConnectionRate, config.ConnectionBurst = 1e6, 1e6
	}
	before, others := goleak.IgnoreCurrent(), listeners()
	config.Listen = "127.0.0.1:0"
	if config.DefaultHostKeyFile == "" {
		config.DefaultHostKeyFile = filepath.Join(t.TempDir(), "host_ed25519")
	}
	log := &logged{}
	logger, err := NewLogger(log, "debug", "logfmt")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(config, profile(t), logger)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range prepare {
		change(s)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	r := &running{Server: s, log: log, addr: s.Addr().String()}
	r.stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(patience):
			return errors.New("the server does not stop")
		}
	})
	t.Cleanup(func() {
		_ = s.Close() // after the test nobody reads on
		if err := r.stop(); err != nil {
			t.Error(err)
		}
		defer func() {
			if t.Failed() {
				t.Log(log.String())
			}
		}()
		eventually(t, func() error { return goleak.Find(before, releasing, releasingAll) })
	})
	// Once it listens, all runs that is to run without visitors.
	eventually(t, func() error {
		if listeners() == others {
			return errors.New("it does not listen")
		}
		return nil
	})
	r.rest = goleak.IgnoreCurrent()
	return r
}

// listeners counts the servers that wait for connections.
func listeners() int {
	buf := make([]byte, 1<<20)
	return bytes.Count(buf[:runtime.Stack(buf, true)], []byte("server.listener.Accept("))
}

// profile is the embedded résumé.
func profile(t *testing.T) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		t.Fatal(problems)
	}
	return r
}

// visit opens an interactive session, and waits until it shows something.
func (r *running) visit(t *testing.T, o visitor.Options) *visitor.Visitor {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.addr, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	if err := v.WaitFor(t.Context(), "Rodriguez"); err != nil {
		t.Fatal(err)
	}
	return v
}

// run gives what a session without a terminal prints.
func (r *running) run(t *testing.T, o visitor.Options) visitor.Result {
	t.Helper()
	result, err := visitor.Run(t.Context(), r.addr, o, "")
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// client connects, and asks for nothing.
func (r *running) client(t *testing.T) *gossh.Client {
	t.Helper()
	client, err := r.connect()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func (r *running) connect() (*gossh.Client, error) {
	return gossh.Dial("tcp", r.addr, &gossh.ClientConfig{
		User: "visitor", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		Timeout: patience,
	})
}

// channel opens a session of which the test asks what it likes.
func channel(t *testing.T, client *gossh.Client) gossh.Channel {
	t.Helper()
	c, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	return c
}

// ask sends a request, of which payload may be nil, and gives whether it was
// granted.
func ask(t *testing.T, c gossh.Channel, name string, payload any) bool {
	t.Helper()
	var b []byte
	if payload != nil {
		b = gossh.Marshal(payload)
	}
	ok, err := c.SendRequest(name, true, b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return ok
}

// Payloads of requests.
type (
	ptyRequest struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	windowChange struct{ Columns, Rows, Width, Height uint32 }
	variable     struct{ Name, Value string }
)

// hungUp waits until the server has closed the connection.
func hungUp(t *testing.T, c interface{ Wait() error }) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("the connection is still open")
	}
}

// empty waits until nothing is left of any connection.
func (r *running) empty(t *testing.T) {
	t.Helper()
	eventually(t, func() error {
		if err := r.left(); err != nil {
			return err
		}
		return goleak.Find(r.rest)
	})
}

// left tells what the server knows to be open.
func (r *running) left() error {
	if connections, sessions := len(r.limits.all()), len(r.visits.all()); connections+sessions > 0 {
		return fmt.Errorf("%d connections and %d sessions are left", connections, sessions)
	}
	return nil
}

// silent is a TCP connection that says nothing.
func (r *running) silent(t *testing.T) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", r.addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	return c
}

// closed waits until the server has closed a TCP connection, and gives what it
// sent before.
func closed(t *testing.T, c net.Conn) string {
	t.Helper()
	sent, err := io.ReadAll(c)
	if timeout := net.Error(nil); errors.As(err, &timeout) && timeout.Timeout() {
		t.Fatal("the connection is still open")
	}
	return string(sent)
}
