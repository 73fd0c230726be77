package observe_test

import (
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"charm.land/log/v2"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestServerIsReadyUntilItDrainsAndHealthyToTheEnd(t *testing.T) {
	t.Parallel()
	config := measured
	config.DrainTimeout = time.Hour
	r := servertest.Serve(t, config)
	for _, path := range []string{"/readyz", "/healthz"} {
		if status, body := get(t, r, path); status != http.StatusOK || body != "ok\n" {
			t.Errorf("%s: %d %q", path, status, body)
		}
	}
	v := r.Visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.Stop() }()
	servertest.WaitFor(t, v, "the server is stopping")
	if status, body := get(t, r, "/readyz"); status != http.StatusServiceUnavailable || body != "draining\n" {
		t.Errorf("while it drains it is ready: %d %q", status, body)
	}
	if status, _ := get(t, r, "/healthz"); status != http.StatusOK {
		t.Errorf("while it drains it is not healthy: %d", status)
	}
	if status, _ := get(t, r, "/metrics"); status != http.StatusOK {
		t.Errorf("while it drains there are no metrics: %d", status)
	}
	servertest.Press(t, v, "q")
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if _, err := http.Get("http://" + metricsAddr(t, r) + "/healthz"); err == nil { //nolint:bodyclose // there is none
		t.Error("it answers after the end")
	}
}

func TestProfilesAreThereOnlyWhereTheyAreAskedFor(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/cmdline", "/debug/pprof/heap", "/debug/vars", "/"} {
		if status, _ := get(t, r, path); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	config := measured
	config.Pprof = true
	r = servertest.Serve(t, config)
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/heap", "/debug/pprof/profile?seconds=1"} {
		if status, body := get(t, r, path); status != http.StatusOK || body == "" {
			t.Errorf("%s: %d", path, status)
		}
	}
}

func TestHTTPTakesNoLongHeadersAndNoOtherMethods(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	for _, test := range []struct {
		method, header string
		want           int
	}{
		{http.MethodGet, "", http.StatusOK},
		{http.MethodPost, "", http.StatusMethodNotAllowed},
		{http.MethodGet, strings.Repeat("x", 16<<10), http.StatusRequestHeaderFieldsTooLarge},
	} {
		q, err := http.NewRequestWithContext(t.Context(), test.method, "http://"+metricsAddr(t, r)+"/metrics", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Long", test.header)
		client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		answer, err := client.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != test.want {
			t.Errorf("%s with %d bytes: %s", test.method, len(test.header), answer.Status)
		}
	}
}

func TestConnectionsToTheMetricsAreLimited(t *testing.T) {
	t.Parallel()
	const promised = 64
	r := servertest.Serve(t, measured)
	ask := func() net.Conn {
		c, err := net.Dial("tcp", metricsAddr(t, r))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		return c
	}
	answered := func(c net.Conn, within time.Duration) error {
		if err := c.SetReadDeadline(time.Now().Add(within)); err != nil {
			t.Fatal(err)
		}
		_, err := c.Read(make([]byte, 1))
		return err
	}
	var all []net.Conn
	for i := range promised {
		all = append(all, ask())
		if err := answered(all[i], visitor.Patience); err != nil {
			t.Fatalf("connection %d: %v", i+1, err)
		}
	}
	more := ask()
	if answered(more, 100*time.Millisecond) == nil {
		t.Error("one more is served")
	}
	_ = all[0].Close()
	if err := answered(more, visitor.Patience); err != nil {
		t.Errorf("once there is room: %v", err)
	}
}

func TestTakenPortOfTheMetricsIsSaidInOneLineBeforeAKeyIsMade(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	taken := metricsAddr(t, r)
	config := server.Config{Listen: "127.0.0.1:0", MetricsListen: taken, HostKeys: hostkey.Config{Default: filepath.Join(t.TempDir(), "key")}}
	_, err := server.New(config, servertest.Embedded(t), log.New(io.Discard))
	want := "listen on " + taken + ": the port is taken by another program; stop it or choose another with --metrics-listen"
	if err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(config.HostKeys.Default); err == nil {
		t.Error("a host key was made")
	}
}

func TestFailedStartLeavesThePortOfTheMetricsFree(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	_ = l.Close()
	config := server.Config{Listen: "127.0.0.1:0", MetricsListen: address, HostKeys: hostkey.Config{PEM: "nonsense"}}
	if _, err := server.New(config, servertest.Embedded(t), log.New(io.Discard)); err == nil {
		t.Fatal("it has started")
	}
	if l, err = net.Listen("tcp", address); err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
}
