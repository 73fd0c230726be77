// Package servertest starts servers for tests and visits them over the network, as
// clients do. Its limits for sources, which are all one here, let everything pass
// unless a test sets them.
package servertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pkg/sftp"
	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"go.uber.org/goleak"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/visitor"
)

// Patience bounds what tests wait for; it is no promise.
const Patience = 30 * time.Second

// Main runs the tests of a package and then looks for goroutines that were left.
func Main(m *testing.M) { goleak.VerifyTestMain(m, leftByBubbleTea...) }

// leftByBubbleTea are goroutines that end by themselves: Bubble Tea waits for half
// a second for an input that it was not given, also when the program has ended.
var leftByBubbleTea = []goleak.Option{
	goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).waitForReadLoop"),
	goleak.IgnoreAnyFunction("charm.land/bubbletea/v2.(*Program).execBatchMsg"),
}

// Log holds what a server has logged.
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
	Eventually(t, func() error {
		if log := l.String(); !strings.Contains(log, text) {
			return errors.New("no " + text + " in the log:\n" + log)
		}
		return nil
	})
}

// Eventually waits until a condition is met; its error says what is not.
func Eventually(t *testing.T, met func() error) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	var err error
	for end := time.Now().Add(Patience); time.Now().Before(end); <-tick.C {
		if err = met(); err == nil {
			return
		}
	}
	t.Fatal(err)
}

// Profile returns the embedded résumé.
func Profile(t *testing.T) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		t.Fatal(problems)
	}
	return r
}

// Changed is when the embedded résumé was changed, for tests.
var Changed = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// Embedded returns the version that Serve serves.
func Embedded(t *testing.T) catalog.Version {
	t.Helper()
	return catalog.Version{
		Resume: Profile(t), File: data.Name, Changed: Changed,
	}
}

// Another returns the embedded résumé of somebody with another first name, as its
// owner has saved it later.
func Another(t *testing.T, name string) catalog.Version {
	t.Helper()
	text := []byte(strings.ReplaceAll(string(data.Resume), "Marcus", name))
	r, problems := resume.Parse(data.Name, text)
	if r == nil {
		t.Fatal(problems)
	}
	return catalog.Version{
		Resume: r, File: "me.yaml", Changed: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC),
	}
}

// Running is a server under test.
type Running struct {
	*server.Server

	Log  *Log
	Addr string
	Stop func() error // as a signal does; waits for the end

	rest goleak.Option // the goroutines of a server at rest
}

// Serve starts a server that serves the embedded résumé until the test ends.
func Serve(t *testing.T, config server.Config) *Running {
	t.Helper()
	if config.MaxConnectionsPerSource == 0 {
		config.MaxConnectionsPerSource = 10000
	}
	if config.ConnectionRate == 0 {
		config.ConnectionRate, config.ConnectionBurst = 1e6, 1e6
	}
	if config.Listener == nil {
		config.Listen = "127.0.0.1:0"
	}
	if config.HostKeys.Default == "" {
		config.HostKeys.Default = filepath.Join(t.TempDir(), "host_ed25519")
	}
	log := &Log{}
	logger, err := observe.NewLogger(log, "debug", "logfmt")
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(config, Embedded(t), logger)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background()) //nolint:usetesting // canceled in the cleanup, after the test's own
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	r := &Running{Server: s, Log: log, Addr: s.Addr().String()}
	r.Stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(Patience):
			return errors.New("the server does not stop")
		}
	})
	t.Cleanup(func() {
		_ = s.Close() // after the test nobody reads on
		if err := r.Stop(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Log(log.String())
		}
	})
	// Once it accepts, all runs that is to run without visitors.
	Eventually(t, func() error {
		if ok, why := s.Ready(); !ok {
			return errors.New(why)
		}
		return nil
	})
	r.rest = goleak.IgnoreCurrent()
	return r
}

// Visit opens an interactive session, and waits until it shows something.
func (r *Running) Visit(t *testing.T, o visitor.Options) *visitor.Visitor {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.Addr, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	WaitFor(t, v, "? keys")
	return v
}

// WaitFor waits until a visitor sees a text.
func WaitFor(t *testing.T, v *visitor.Visitor, text string) {
	t.Helper()
	if err := v.WaitFor(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

// Press presses keys.
func Press(t *testing.T, v *visitor.Visitor, keys ...string) {
	t.Helper()
	if err := v.Press(keys...); err != nil {
		t.Fatal(err)
	}
}

// Leave has a visitor leave, and waits for that.
func Leave(t *testing.T, v *visitor.Visitor) {
	t.Helper()
	Press(t, v, "q")
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Fatalf("status %d, %v", status, err)
	}
}

// Ended checks that a visitor was told why the session has ended, on a terminal as
// it was before, and that the log has the reason.
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
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// InTerminal returns what a command prints in a terminal, and its exit status.
func (r *Running) InTerminal(t *testing.T, o visitor.Options) (status int, raw []byte) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.Addr, o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close() //nolint:errcheck // the session has ended by then
	status, err = v.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	raw, _ = v.Screen().Tail()
	return status, raw
}

// Connect connects as a client of a version, or of the library's if that is empty.
func (r *Running) Connect(version string) (*gossh.Client, error) {
	return gossh.Dial("tcp", r.Addr, ClientConfig(version))
}

// ClientConfig returns the configuration of a client that trusts any server.
func ClientConfig(version string) *gossh.ClientConfig {
	return &gossh.ClientConfig{
		User: "visitor", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		Timeout: Patience, ClientVersion: version,
	}
}

// Client connects, and asks for nothing.
func (r *Running) Client(t *testing.T) *gossh.Client {
	t.Helper()
	client, err := r.Connect("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// SFTP opens an SFTP session on a connection of its own.
func (r *Running) SFTP(t *testing.T) *sftp.Client {
	t.Helper()
	client, err := sftp.NewClient(r.Client(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// Channel opens a channel for a session, of which the test asks what it likes.
func Channel(t *testing.T, client *gossh.Client) gossh.Channel {
	t.Helper()
	c, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	return c
}

// Ask sends a request, of which the payload may be nil, and reports whether it was
// granted.
func Ask(t *testing.T, c gossh.Channel, name string, payload any) bool {
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

// Pty is the payload of a request for a terminal.
type Pty struct {
	Term                         string
	Columns, Rows, Width, Height uint32
	Modes                        string
}

// Window is the payload of a request that tells the size of the window.
func Window(columns, rows uint32) any {
	return struct{ Columns, Rows, Width, Height uint32 }{columns, rows, 0, 0}
}

// Variable is the payload of a request that sets a variable of the environment.
func Variable(name, value string) any { return struct{ Name, Value string }{name, value} }

// Text is the payload of a request for a command or a subsystem.
func Text(text string) any { return struct{ Text string }{text} }

// HungUp waits until the server has closed a connection.
func HungUp(t *testing.T, c interface{ Wait() error }) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(Patience):
		t.Fatal("the connection is still open")
	}
}

// Empty waits until no connection and no session is left.
func (r *Running) Empty(t *testing.T) {
	t.Helper()
	r.Holds(t, 0, 0)
}

// Holds waits until so many connections and sessions are open.
func (r *Running) Holds(t *testing.T, connections, sessions int) {
	t.Helper()
	Eventually(t, func() error {
		if c, s := r.Open(); c != connections || s != sessions {
			return fmt.Errorf("%d connections and %d sessions are open, want %d and %d", c, s, connections, sessions)
		}
		return nil
	})
}

// AtRest waits until nothing is left of any connection, not even a goroutine. Tests
// that call it don't run beside others.
func (r *Running) AtRest(t *testing.T) {
	t.Helper()
	r.Empty(t)
	Eventually(t, func() error { return goleak.Find(append(leftByBubbleTea, r.rest)...) })
}

// Silent opens a TCP connection that says nothing.
func (r *Running) Silent(t *testing.T) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", r.Addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.SetDeadline(time.Now().Add(Patience)); err != nil {
		t.Fatal(err)
	}
	return c
}

// Closed waits until the server has closed a TCP connection, and returns what it
// sent before.
func Closed(t *testing.T, c net.Conn) string {
	t.Helper()
	sent, err := io.ReadAll(c)
	if timeout := net.Error(nil); errors.As(err, &timeout) && timeout.Timeout() {
		t.Fatal("the connection is still open")
	}
	return string(sent)
}

// StaysOpen checks that the server has not closed a TCP connection.
func StaysOpen(t *testing.T, c net.Conn) {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(c); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the connection is closed: %v", err)
	}
}

// Get asks for a path over HTTP.
func (r *Running) Get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: Patience}
	answer, err := client.Get("http://" + r.MetricsAddr().String() + path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// Scrape returns the metrics as Prometheus gets them: "name value-of-the-label" or
// "name", with the value; of a histogram, the number of observations.
func (r *Running) Scrape(t *testing.T) map[string]float64 {
	t.Helper()
	status, body := r.Get(t, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, body)
	}
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for name, family := range families {
		for _, m := range family.GetMetric() {
			key := strings.TrimPrefix(name, "ssh_resume_")
			if len(m.GetLabel()) == 1 {
				key += " " + m.GetLabel()[0].GetValue()
			}
			switch family.GetType() {
			case dto.MetricType_HISTOGRAM:
				all[key] = float64(m.GetHistogram().GetSampleCount())
			case dto.MetricType_GAUGE:
				all[key] = m.GetGauge().GetValue()
			default:
				all[key] = m.GetCounter().GetValue()
			}
		}
	}
	return all
}

// Counts waits until the metrics are as wanted.
func (r *Running) Counts(t *testing.T, want map[string]float64) {
	t.Helper()
	Eventually(t, func() error {
		got := r.Scrape(t)
		var wrong error
		for key, value := range want {
			if got[key] != value {
				wrong = errors.Join(wrong, fmt.Errorf("%s is %v, want %v", key, got[key], value))
			}
		}
		return wrong
	})
}
