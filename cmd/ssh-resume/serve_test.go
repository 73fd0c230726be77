package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"ssh-resume/internal/visitor"
)

// timeout bounds what a test waits for, on a machine under load.
const timeout = time.Minute

// logBuffer is what a program writes, for tests to wait for.
type logBuffer struct {
	mu      sync.Mutex
	text    strings.Builder
	changed chan struct{}
}

func (w *logBuffer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.changed != nil {
		close(w.changed)
	}
	w.changed = nil
	return w.text.Write(p)
}

// String returns what was written so far.
func (w *logBuffer) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

// waitFor waits for a match of the pattern and returns its first group.
func (w *logBuffer) waitFor(t *testing.T, pattern string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	deadline := time.After(timeout)
	for {
		w.mu.Lock()
		found := re.FindStringSubmatch(w.text.String())
		if w.changed == nil {
			w.changed = make(chan struct{})
		}
		changed, text := w.changed, w.text.String()
		w.mu.Unlock()
		if found != nil {
			return found[1]
		}
		select {
		case <-changed:
		case <-deadline:
			t.Fatalf("no %s in\n%s", pattern, text)
		}
	}
}

// testServer is the program while it serves.
type testServer struct {
	addr   string
	log    *logBuffer
	cancel func()
	status <-chan int
}

func startServer(t *testing.T, home string, args ...string) *testServer {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	log, status, ended := &logBuffer{}, make(chan int, 1), make(chan struct{})
	t.Cleanup(func() { cancel(); <-ended }) // before its directory is removed
	args = append([]string{"--listen=127.0.0.1:0", "--log-format=logfmt"}, args...)
	go func() {
		defer close(ended)
		status <- newMain([]string{"STATE_DIRECTORY=" + home + ":/nowhere"}, strings.NewReader(""), log, log).Run(ctx, args)
	}()
	return &testServer{log.waitFor(t, `server started",? ?"?address"?[=:]"?([0-9.:]+)`), log, cancel, status}
}

// wait waits for the end and returns the exit status.
func (s *testServer) wait(t *testing.T) int {
	t.Helper()
	select {
	case status := <-s.status:
		return status
	case <-time.After(timeout):
		t.Fatalf("no end of\n%s", s.log.text.String())
		return -1
	}
}

func TestServeFromFirstStartToSecond(t *testing.T) {
	home := t.TempDir()
	s := startServer(t, home)
	_, port, err := net.SplitHostPort(s.addr)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.log.waitFor(t, `try="(.*?)"`), "ssh -p "+port+" localhost"; got != want {
		t.Errorf("the log says to try %q, want %q", got, want)
	}
	got, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if want := runMain(t, nil, "export", "text").stdout; got.Stdout != want || got.Status != 0 {
		t.Errorf("status %d, %s", got.Status, got.Stdout)
	}
	if got := runMain(t, []string{"SSH_RESUME_LISTEN=:" + port}, "healthcheck"); got != (result{}) {
		t.Errorf("healthcheck: %+v", got)
	}
	s.cancel()
	if status := s.wait(t); status != 0 {
		t.Errorf("status %d at the end", status)
	}
	if got := runMain(t, nil, "healthcheck", s.addr); got.status != 1 || strings.Count(got.stderr, s.addr) != 1 {
		t.Errorf("healthcheck when nobody serves: %+v", got)
	}

	first := s.log.waitFor(t, `fingerprint=(\S+)`)
	if second := startServer(t, home).log.waitFor(t, `fingerprint=(\S+)`); first != second {
		t.Errorf("the host key has changed: %s, %s", first, second)
	}
}

func TestFirstSignalDrainsAndSecondStops(t *testing.T) {
	s := startServer(t, t.TempDir(), "--drain-timeout=1h")
	v, err := visitor.Visit(t.Context(), s.addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = v.Close() }()
	if err := v.WaitFor(t.Context(), "Senior Backend Architect"); err != nil {
		t.Fatal(err)
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		t.Skip(err)
	}
	s.log.waitFor(t, `(server stopping)`)
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if status := s.wait(t); status != 0 {
		t.Errorf("status %d", status)
	}
	if _, err := v.Left(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestHealthcheckTimesOut(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		if conn, err := silent.Accept(); err == nil {
			cancel() // in place of the timeout
			_, _ = conn.Read(make([]byte, 1<<10))
			_, _ = conn.Read(make([]byte, 1<<10))
			_ = conn.Close()
		}
	}()
	if err := handshake(ctx, silent.Addr().String(), nil); err == nil {
		t.Error("a silent server is healthy")
	}
}

func TestHealthcheckBehindALoadBalancer(t *testing.T) {
	t.Parallel()
	s := startServer(t, t.TempDir(), "--proxy-protocol-from=127.0.0.1", "--log-level=debug")
	if got := runMain(t, nil, "healthcheck", s.addr); got.status != 1 {
		t.Errorf("without a header: %+v", got)
	}
	for _, networks := range []string{"127.0.0.0/8", "10.0.0.0/8, 127.0.0.1,::1"} {
		if got := runMain(t, []string{"SSH_RESUME_PROXY_PROTOCOL_FROM=" + networks}, "healthcheck", s.addr); got != (result{}) {
			t.Errorf("%s: %+v", networks, got)
		}
	}
	if got := runMain(t, []string{"SSH_RESUME_PROXY_PROTOCOL_FROM=here"}, "healthcheck", s.addr); got.status != 1 || !strings.Contains(got.stderr, `"here" is not a network`) {
		t.Errorf("no network: %+v", got)
	}
	s.log.waitFor(t, `(level=debug msg="connection closed")`)
}

func TestServerServesMetrics(t *testing.T) {
	t.Parallel()
	s := startServer(t, t.TempDir(), "--metrics-listen=127.0.0.1:0", "--pprof")
	address := "http://" + s.log.waitFor(t, `metrics served" address=(\S+)`)
	if _, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, ""); err != nil {
		t.Fatal(err)
	}
	visitor.Eventually(t, func() error {
		for path, want := range map[string]string{
			"/metrics": `ssh_resume_saved_total{format="text"} 1`, "/healthz": "ok", "/readyz": "ok", "/debug/pprof/": "goroutine",
		} {
			answer, err := http.Get(address + path)
			if err != nil {
				return err
			}
			text, err := io.ReadAll(answer.Body)
			if err = errors.Join(err, answer.Body.Close()); err != nil || !strings.Contains(string(text), want) {
				return fmt.Errorf("%s: %w, no %s in\n%s", path, err, want, text)
			}
		}
		return nil
	})
	s.cancel()
	if status := s.wait(t); status != 0 {
		t.Errorf("status %d at the end", status)
	}
	http.DefaultClient.CloseIdleConnections()
}

func TestServerOutlivesTheReaderOfItsLog(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.CommandContext(t.Context(), self, "--listen=127.0.0.1:0", "--log-format=logfmt")
	server.Env = append(os.Environ(), asProgram+"=1", "STATE_DIRECTORY="+t.TempDir())
	log, err := server.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	var addr string
	for lines := bufio.NewScanner(log); addr == "" && lines.Scan(); {
		if found := regexp.MustCompile(`(127\.0\.0\.1:\d+)`).FindString(lines.Text()); found != "" {
			addr = found
		}
	}
	_ = log.Close() // as when "| tee log" is interrupted
	for range 2 {   // each is logged
		result, err := visitor.Run(t.Context(), addr, visitor.Options{Command: "help"}, "")
		if err != nil || result.Status != 0 {
			t.Fatalf("%+v, %v", result, err)
		}
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestFirstLogLineSaysWhichResumeIsServed(t *testing.T) {
	t.Chdir(t.TempDir())
	firstLine := func(args ...string) string {
		s := startServer(t, t.TempDir(), args...)
		first, _, _ := strings.Cut(s.log.String(), "\n")
		s.cancel()
		s.wait(t)
		return first
	}
	if got := firstLine(); !strings.Contains(got, "the embedded résumé, of an invented person") || !strings.Contains(got, "ssh-resume init, then ssh-resume resume.yaml") {
		t.Error(got)
	}
	overwrite(t, "resume.yaml", resumeOf("Jo"))
	if got := firstLine(); !strings.Contains(got, "to serve resume.yaml of this directory: ssh-resume resume.yaml") {
		t.Error(got)
	}
	for _, args := range [][]string{{"resume.yaml"}, {"--resume", "resume.yaml"}} {
		if got := firstLine(args...); !strings.Contains(got, `msg="résumé loaded" file=resume.yaml`) {
			t.Error(got)
		}
	}
}

func TestStartErrorsFollowTheLogFormat(t *testing.T) {
	broken := writeFile(t, "me.yaml", "basics: {nam: Ada}\n")
	for _, args := range [][]string{
		{"--log-format", "json", "--idle-timeout", "soon"},
		{"--log-format=json", "/nowhere/me.yaml"},
		{"--log-format=json", broken},
		{"--log-format=json", "--listen=nowhere.invalid:1"},
		{"--log-format=json", "--pprof"},
	} {
		got := runMain(t, nil, args...)
		lines := 0
		for line := range strings.Lines(got.stderr) {
			var entry struct{ Level, Msg string }
			if err := json.Unmarshal([]byte(line), &entry); err != nil || entry.Level != "error" {
				t.Errorf("%q: %v in %s", args, err, line)
			}
			lines++
		}
		if got.status != 1 || lines == 0 || got.stdout != "" {
			t.Errorf("%q: %+v", args, got)
		}
	}
	if got := runMain(t, []string{"SSH_RESUME_LOG_FORMAT=json"}, "--idle-timeout", "soon"); !strings.HasPrefix(got.stderr, "{") {
		t.Errorf("from the environment: %+v", got)
	}
}
