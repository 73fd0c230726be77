// Package servertest starts servers for tests and visits them over the network, as clients do. All clients
// have the same source here, so limits per source are off unless a test sets them.
package servertest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pkg/sftp"
	"go.uber.org/goleak"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/visitor"
)

// Main runs the tests of a package, many at once because they mostly wait, and then looks for leaked goroutines.
func Main(m *testing.M) {
	_ = flag.Set("test.parallel", "8") // unless -parallel says how many
	goleak.VerifyTestMain(m, LeftByBubbleTea...)
}

// LeftByBubbleTea are goroutines that end by themselves: Bubble Tea waits half a second for an input that it
// was not given, even after the program has ended.
var LeftByBubbleTea = []goleak.Option{
	goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).waitForReadLoop"),
	goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).execBatchMsg"),
}

// Log collects what a server logs.
type Log struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write appends to the log.
func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String returns the log.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// Until waits until the log contains a text.
func (l *Log) Until(t *testing.T, text string) {
	t.Helper()
	visitor.Eventually(t, func() error {
		if log := l.String(); !strings.Contains(log, text) {
			return errors.New("no " + text + " in the log:\n" + log)
		}
		return nil
	})
}

// check ends the test if there is an error.
func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Changed is when the embedded résumé was changed, for tests.
var Changed = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// embedded returns the embedded résumé, which is parsed once for all servers.
var embedded = sync.OnceValues(func() (*resume.Resume, []resume.Problem) { return resume.Parse(data.Name, data.Resume) })

// Embedded returns the version that Serve serves.
func Embedded(t *testing.T) catalog.Revision {
	t.Helper()
	r, problems := embedded()
	if r == nil {
		t.Fatal(problems)
	}
	return catalog.Revision{Resume: r, File: data.Name, Changed: Changed}
}

// formats returns all formats. Each makes its document of the embedded résumé once for all servers.
var formats = sync.OnceValue(func() []export.Format {
	r, _ := embedded()
	all := export.Formats(nil)
	for i, f := range all {
		made := sync.OnceValues(func() ([]byte, error) { return f.Make(r) })
		all[i].Make = func(other *resume.Resume) ([]byte, error) {
			if other == r {
				return made()
			}
			return f.Make(other)
		}
	}
	return all
})

// Another returns the embedded résumé with another first name, saved later.
func Another(t *testing.T, name string) catalog.Revision {
	t.Helper()
	const file = "me.yaml"
	r, problems := resume.Parse(file, bytes.ReplaceAll(data.Resume, []byte("Marcus"), []byte(name)))
	if r == nil {
		t.Fatal(problems)
	}
	return catalog.Revision{Resume: r, File: file, Changed: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)}
}

// Running is a server under test.
type Running struct {
	*server.Server

	Log  *Log
	Addr string
	Stop func() error // as a signal does; waits for the end
}

// Serve starts a server that serves the embedded résumé until the test ends.
func Serve(t *testing.T, config server.Config) *Running {
	t.Helper()
	config.Listen = "127.0.0.1:0"
	config.MaxConnectionsPerSource = cmp.Or(config.MaxConnectionsPerSource, 10000)
	config.ConnectionRate, config.ConnectionBurst = cmp.Or(config.ConnectionRate, 1e6), cmp.Or(config.ConnectionBurst, 1e6)
	config.HostKeys.Default = cmp.Or(config.HostKeys.Default, filepath.Join(t.TempDir(), "host_ed25519"))
	if config.Formats == nil {
		config.Formats = formats()
	}
	log := &Log{}
	s, err := server.New(config, Embedded(t), observe.NewLogger(log, "debug", "logfmt"))
	check(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	r := &Running{Server: s, Log: log, Addr: s.Addr().String()}
	r.Stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(visitor.Patience):
			return errors.New("the server does not stop")
		}
	})
	t.Cleanup(func() {
		_ = s.Close() // after the test nobody is reading
		if err := r.Stop(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Log(log.String())
		}
	})
	// Once it accepts, everything runs that runs without visitors.
	visitor.Eventually(t, s.Ready)
	return r
}

// Visit opens an interactive session, and waits until it shows something.
func (r *Running) Visit(t *testing.T, o visitor.Options) *visitor.Visitor {
	t.Helper()
	v := r.Arrive(t, o)
	WaitFor(t, v, "? keys")
	return v
}

// Arrive opens an interactive session, which may have ended by the time it returns.
func (r *Running) Arrive(t *testing.T, o visitor.Options) *visitor.Visitor {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.Addr, o)
	check(t, err)
	t.Cleanup(func() { _ = v.Close() })
	return v
}

// WaitFor waits until a visitor sees a text.
func WaitFor(t *testing.T, v *visitor.Visitor, text string) {
	t.Helper()
	check(t, v.WaitFor(t.Context(), text))
}

// Press presses keys.
func Press(t *testing.T, v *visitor.Visitor, keys ...string) {
	t.Helper()
	check(t, v.Press(keys...))
}

// Leave makes a visitor leave, and waits for the end.
func Leave(t *testing.T, v *visitor.Visitor) {
	t.Helper()
	Press(t, v, "q")
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Fatalf("status %d, %v", status, err)
	}
}

// Ended checks that a visitor and the log were told why the session ended, and that the terminal is restored.
func (r *Running) Ended(t *testing.T, v *visitor.Visitor, reason, sentence string) {
	t.Helper()
	if status, err := v.Wait(t.Context()); status != 1 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if err := v.Screen().Restored(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(v.Screen().Text(), "This session has ended: "+sentence) {
		t.Errorf("%q is not said:\n%s", sentence, v.Screen().Text())
	}
	r.Log.Until(t, "reason="+reason+" ")
	_ = v.Close()
	r.Empty(t)
}

// Run returns what a session without a terminal prints.
func (r *Running) Run(t *testing.T, o visitor.Options) visitor.Result {
	t.Helper()
	result, err := visitor.Run(t.Context(), r.Addr, o, "")
	check(t, err)
	return result
}

// Empty waits until no connection and no session is left.
func (r *Running) Empty(t *testing.T) {
	t.Helper()
	r.Holds(t, 0, 0)
}

// Holds waits until the given numbers of connections and sessions are open.
func (r *Running) Holds(t *testing.T, connections, sessions int) {
	t.Helper()
	visitor.Eventually(t, func() error {
		if c, s := r.Counts(); c != connections || s != sessions {
			return fmt.Errorf("%d connections and %d sessions are open, want %d and %d", c, s, connections, sessions)
		}
		return nil
	})
}

// Connect connects as a client with the given version, or the library's if empty.
func (r *Running) Connect(version string) (*gossh.Client, error) {
	return gossh.Dial("tcp", r.Addr, ClientConfig(version))
}

// ClientConfig returns the configuration of a client that trusts any server.
func ClientConfig(version string) *gossh.ClientConfig {
	return &gossh.ClientConfig{
		User: "visitor", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // any key will do
		Timeout: visitor.Patience, ClientVersion: version,
	}
}

// Client connects without asking for anything.
func (r *Running) Client(t *testing.T) *gossh.Client {
	t.Helper()
	client, err := r.Connect("")
	check(t, err)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// SFTP opens an SFTP session on a connection of its own.
func (r *Running) SFTP(t *testing.T) *sftp.Client {
	t.Helper()
	client, err := sftp.NewClient(r.Client(t))
	check(t, err)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// Silent opens a TCP connection that says nothing.
func (r *Running) Silent(t *testing.T) net.Conn {
	t.Helper()
	var dialer net.Dialer
	c, err := dialer.DialContext(t.Context(), "tcp", r.Addr)
	check(t, err)
	t.Cleanup(func() { _ = c.Close() })
	check(t, c.SetDeadline(time.Now().Add(visitor.Patience)))
	return c
}

// Closed waits until the server has closed a TCP connection, and returns what it sent before.
func Closed(t *testing.T, c net.Conn) string {
	t.Helper()
	sent, err := io.ReadAll(c)
	if timeout := net.Error(nil); errors.As(err, &timeout) && timeout.Timeout() {
		t.Fatal("the connection is still open")
	}
	return string(sent)
}
