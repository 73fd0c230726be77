package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestVisitorReadsAndLeaves(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{User: "", Before: "$ ssh resume\r\n"})
	if !v.Screen().AltScreen() {
		t.Error("the résumé is not on the alternate screen")
	}
	servertest.Press(t, v, "2")
	servertest.WaitFor(t, v, "Ex-Netflix")
	servertest.Press(t, v, "q")
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if err := v.Screen().Restored(); err != nil {
		t.Error(err)
	}
	left := v.Screen().Text()
	for _, want := range []string{"$ ssh resume", "Marcus Rodriguez", "save    scp -P "} {
		if !strings.Contains(left, want) {
			t.Errorf("%q is not left on the screen:\n%s", want, left)
		}
	}
	r.Log.Until(t, "sections=profile,experience")
}

func TestSectionOpensInTheTerminal(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{Command: "exp"})
	servertest.WaitFor(t, v, "Ex-Netflix")
}

func TestWindowFollowsTheVisitors(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{})
	if err := v.Resize(25, 5); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitUntil(t.Context(), func(s *visitor.Screen) bool {
		return !strings.Contains(s.Text(), "Senior Backend Architect") && strings.Contains(s.Text(), "window")
	}); err != nil {
		t.Error(err)
	}
	if err := v.Resize(120, 40); err != nil {
		t.Fatal(err)
	}
	servertest.WaitFor(t, v, "Senior Backend Architect")
}

func TestLocaleThatIsNotUTF8GetsASCII(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{Env: map[string]string{"LC_ALL": "POSIX"}})
	for _, c := range []byte(v.Screen().Text()) {
		if c > 0x7f {
			t.Fatalf("byte %#x on the screen:\n%s", c, v.Screen().Text())
		}
	}
}

func TestVisitorOverTheLimitIsToldSo(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{MaxSessions: 1})
	first := r.Visit(t, visitor.Options{})
	result := r.Run(t, visitor.Options{})
	if result.Status != 1 || result.Stdout != "" || result.Stderr != "too many visitors just now; please try again in a minute\n" {
		t.Errorf("%+v", result)
	}
	r.Log.Until(t, "limit=max-sessions")
	servertest.Leave(t, first)
	visitor.Eventually(t, func() error {
		if result := r.Run(t, visitor.Options{}); result.Status != 0 {
			return fmt.Errorf("status %d", result.Status)
		}
		return nil
	})
}

func TestFirstLineTellsScreenReadersWhatToTypeAndLeavesNothing(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	v := r.Visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 80, Height: 24}, Term: "xterm-256color"})
	servertest.WaitFor(t, v, "1/11")
	written := v.Screen().Written()
	if !strings.HasPrefix(written, "For a screen reader, type: ssh resume.example.com text\r") {
		t.Errorf("the first that comes is %q", written[:min(len(written), 80)])
	}
	servertest.Press(t, v, "q")
	left, err := v.Left(t.Context())
	if err != nil || !strings.HasPrefix(strings.TrimSpace(left), "▌ Marcus Rodriguez") {
		t.Errorf("%q is left, %v", left, err)
	}
}

func TestMain(m *testing.M) { servertest.Main(m) }

func TestNoKeyForTheIdleTimeoutEndsTheSession(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{IdleTimeout: time.Second})
	r.Ended(t, r.Arrive(t, visitor.Options{}), "idle", "no key for 1 second")
}

func TestSessionEndsWithTheSessionTimeout(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{SessionTimeout: time.Second})
	r.Ended(t, r.Arrive(t, visitor.Options{}), "session-timeout", "a session lasts up to 1 second")
}

func TestIdleTimeoutIsAnnounced(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{IdleTimeout: 8 * time.Second})
	v := r.Visit(t, visitor.Options{})
	servertest.WaitFor(t, v, "this session ends in 4 s; press any key to stay")
	servertest.Press(t, v, "2")
	servertest.WaitFor(t, v, "Ex-Netflix")
	if strings.Contains(v.Screen().Text(), "press any key to stay") {
		t.Error("it is still announced")
	}
	servertest.Leave(t, v)
}
