package server_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

func TestServerWithoutSessionsStopsAtOnce(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{DrainTimeout: time.Hour})
	r.Client(t) // a connection is no session
	r.Silent(t)
	r.Holds(t, 2, 0)
	if err := r.Stop(); err != nil {
		t.Error(err)
	}
}

func TestReadersAreToldAndCanReadOnUntilTheyLeave(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{DrainTimeout: time.Hour})
	v := r.Visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.Stop() }()
	servertest.WaitFor(t, v, "the server is stopping")
	if _, err := r.Connect(""); err == nil {
		t.Error("a new visitor gets in")
	}
	if sess, err := v.Client().NewSession(); err != nil {
		t.Error(err)
	} else if err := sess.Run("help"); err == nil {
		t.Error("a new session begins")
	}
	servertest.Press(t, v, "2")
	servertest.WaitFor(t, v, "Ex-Netflix")
	servertest.Press(t, v, "q")
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	_ = v.Close()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestTimeIsCountedDownAndThenTheTerminalRestored(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{DrainTimeout: 4 * time.Second})
	v := r.Visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.Stop() }()
	seen := map[int]bool{}
	if err := v.WaitUntil(t.Context(), func(s *visitor.Screen) bool {
		for left := 1; left <= 4; left++ {
			seen[left] = seen[left] || strings.Contains(s.Text(), fmt.Sprintf("ends in %d s", left))
		}
		return seen[1] && seen[2] || seen[2] && seen[3] || seen[3] && seen[4] // a busy machine may miss some
	}); err != nil {
		t.Error(err)
	}
	r.Ended(t, v, "drained", "the server is stopping")
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestCloseEndsAtOnceAndRestoresTerminals(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{DrainTimeout: time.Hour})
	v := r.Visit(t, visitor.Options{})
	stopped := make(chan error, 1)
	go func() { stopped <- r.Stop() }()
	servertest.WaitFor(t, v, "the server is stopping")
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
	if !strings.Contains(v.Screen().Text(), "the server is stopping") {
		t.Error(v.Screen().Text())
	}
}

func TestStopDoesNotWaitForWhatDoesNotEnd(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	started := make(chan struct{})
	r := servertest.Serve(t, server.Config{DrainTimeout: 50 * time.Millisecond, Formats: []export.Format{{
		Name: "stuck", File: "resume.stuck", Purpose: func(*words.Words) string { return "" },
		Make: func(*resume.Resume) ([]byte, error) {
			close(started)
			<-release
			return nil, nil
		},
	}}})
	client := r.Client(t)
	sess, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := sess.Start("stuck"); err != nil {
		t.Fatal(err)
	}
	<-started
	long := time.AfterFunc(20*time.Second, func() { close(release) })
	if err := r.Stop(); err != nil {
		t.Error(err)
	}
	if !long.Stop() {
		t.Error("the stop took too long")
	} else {
		close(release)
	}
}

func TestMain(m *testing.M) { servertest.Main(m) }
