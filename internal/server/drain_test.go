package server

import (
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/visitor"
)

func TestServerWithoutSessionsStopsAtOnce(t *testing.T) {
	r := serve(t, Config{DrainTimeout: time.Hour})
	r.client(t) // a connection is no session
	r.silent(t)
	eventually(t, func() error {
		if len(r.limits.all()) < 2 {
			return errStatus(0)
		}
		return nil
	})
	if err := r.stop(); err != nil {
		t.Error(err)
	}
}

func TestReadersAreToldAndCanReadOnUntilTheyLeave(t *testing.T) {
	r := serve(t, Config{DrainTimeout: time.Hour})
	v := r.visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	if err := v.WaitFor(t.Context(), "the server is restarting"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.connect(); err == nil {
		t.Error("a new visitor gets in")
	}
	if sess, err := v.Client().NewSession(); err != nil {
		t.Error(err)
	} else if err := sess.Run("help"); err == nil {
		t.Error("a new session begins")
	}
	if err := v.Press("2"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Netflix"); err != nil {
		t.Error(err)
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	_ = v.Close()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestTimeIsCountedDownAndThenTheTerminalRestored(t *testing.T) {
	r := serve(t, Config{DrainTimeout: 2 * time.Second})
	v := r.visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	for _, left := range []string{"ends in 2 s", "ends in 1 s"} {
		if err := v.WaitFor(t.Context(), left); err != nil {
			t.Fatal(err)
		}
	}
	checkEnded(t, r, v, endRestarting.words)
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestCloseEndsAtOnceAndRestoresTerminals(t *testing.T) {
	r := serve(t, Config{DrainTimeout: time.Hour})
	v := r.visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	if err := v.WaitFor(t.Context(), "the server is restarting"); err != nil {
		t.Fatal(err)
	}
	_ = r.Close()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if _, err := v.Wait(t.Context()); err != nil {
		t.Error(err)
	}
	if err := v.Screen().Restored(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(v.Screen().Text(), endRestarting.words) {
		t.Error(v.Screen().Text())
	}
}

func TestStopDoesNotWaitForWhatDoesNotEnd(t *testing.T) {
	release := make(chan struct{})
	started := make(chan struct{})
	r := serve(t, Config{DrainTimeout: 50 * time.Millisecond}, func(s *Server) {
		s.ssh.Handler = middleware(func(*session) bool {
			close(started)
			<-release
			return true
		}, s.ssh.Handler)
	})
	client := r.client(t)
	ask(t, channel(t, client), "exec", struct{ Line string }{"text"})
	<-started
	long := time.AfterFunc(farewell+2*time.Second, func() { close(release) })
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	if !long.Stop() {
		t.Error("the stop took several farewells")
	} else {
		close(release)
	}
}
