package server

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"charm.land/log/v2"

	"ssh-resume/internal/visitor"
)

func TestServerIsReadyUntilItDrainsAndHealthyToTheEnd(t *testing.T) {
	config := measured
	config.DrainTimeout = time.Hour
	r := serve(t, config)
	for _, path := range []string{"/readyz", "/healthz"} {
		if status, body := r.get(t, path); status != http.StatusOK || body != "ok\n" {
			t.Errorf("%s: %d %q", path, status, body)
		}
	}
	v := r.visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	if err := v.WaitFor(t.Context(), "the server is restarting"); err != nil {
		t.Fatal(err)
	}
	if status, body := r.get(t, "/readyz"); status != http.StatusServiceUnavailable || body != "draining\n" {
		t.Errorf("while it drains it is ready: %d %q", status, body)
	}
	if status, _ := r.get(t, "/healthz"); status != http.StatusOK {
		t.Errorf("while it drains it is not healthy: %d", status)
	}
	if status, _ := r.get(t, "/metrics"); status != http.StatusOK {
		t.Errorf("while it drains there are no metrics: %d", status)
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if _, err := http.Get("http://" + r.monitor.listener.Addr().String() + "/healthz"); err == nil { //nolint:bodyclose // there is none
		t.Error("it answers after the end")
	}
}

func TestDoorIsStuckWhenTheLoopDoesNotComeBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var d door
		if ok, why := d.open(); ok || why != "starting" || d.stuck() {
			t.Errorf("before the loop: %v, %q", ok, why)
		}
		d.waits()
		time.Sleep(time.Hour)
		if ok, _ := d.open(); !ok {
			t.Error("nobody has come, and it is closed")
		}
		d.took()
		time.Sleep(slow)
		if d.stuck() {
			t.Error("it is stuck too soon")
		}
		time.Sleep(time.Second)
		if ok, _ := d.open(); ok || !d.stuck() {
			t.Error("it is not stuck")
		}
		d.close()
		if ok, why := d.open(); ok || why != "draining" || d.stuck() {
			t.Errorf("at the end: %v, %q", ok, why)
		}
	})
}

func TestProfilesAreThereOnlyWhereTheyAreAskedFor(t *testing.T) {
	r := serve(t, measured)
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/cmdline", "/debug/pprof/heap", "/debug/vars", "/"} {
		if status, _ := r.get(t, path); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	config := measured
	config.Pprof = true
	r = serve(t, config)
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/heap", "/debug/pprof/profile?seconds=1"} {
		if status, body := r.get(t, path); status != http.StatusOK || body == "" {
			t.Errorf("%s: %d", path, status)
		}
	}
}

func TestMonitorTakesNoLongHeadersAndNoOtherMethods(t *testing.T) {
	r := serve(t, measured)
	for _, test := range []struct {
		method, header string
		want           int
	}{
		{http.MethodGet, "", http.StatusOK},
		{http.MethodPost, "", http.StatusMethodNotAllowed},
		{http.MethodGet, strings.Repeat("x", 2*monitorHeader), http.StatusRequestHeaderFieldsTooLarge},
	} {
		q, err := http.NewRequestWithContext(t.Context(), test.method, "http://"+r.monitor.listener.Addr().String()+"/metrics", http.NoBody)
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

func TestTakenPortOfTheMetricsIsSaidInOneLineBeforeAKeyIsMade(t *testing.T) {
	r := serve(t, measured)
	taken := r.monitor.listener.Addr().String()
	config := Config{Listen: "127.0.0.1:0", MetricsListen: taken, DefaultHostKeyFile: filepath.Join(t.TempDir(), "key")}
	_, err := New(config, profile(t), log.New(&logged{}))
	want := "listen on " + taken + ": the port is taken by another program; stop that or choose another with --metrics-listen"
	if err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(config.DefaultHostKeyFile); err == nil {
		t.Error("a host key was made")
	}
}

func TestFailedStartLeavesThePortOfTheMetricsFree(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	_ = l.Close()
	config := Config{Listen: "127.0.0.1:0", MetricsListen: address, HostKeyPEM: "nonsense"}
	if _, err := New(config, profile(t), log.New(&logged{})); err == nil {
		t.Fatal("it has started")
	}
	if l, err = net.Listen("tcp", address); err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
}
