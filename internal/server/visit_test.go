package server

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/address"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/visitor"

	"charm.land/ssh"
)

func TestVisitorReadsAndLeaves(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{User: "", Before: "$ ssh resume\r\n"})
	if !v.Screen().AltScreen() {
		t.Error("the résumé is not on the alternate screen")
	}
	if err := v.Press("2"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Netflix"); err != nil {
		t.Fatal(err)
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if err := v.Screen().Restored(); err != nil {
		t.Error(err)
	}
	left := v.Screen().Text()
	for _, want := range []string{"$ ssh resume", "Thank you for reading.", "\n  scp -P "} {
		if !strings.Contains(left, want) {
			t.Errorf("%q is not left on the screen:\n%s", want, left)
		}
	}
	r.log.until(t, "sections=profile,experience")
}

func TestSectionOpensInTheTerminal(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{Command: "exp"})
	if err := v.WaitFor(t.Context(), "Netflix"); err != nil {
		t.Error(err)
	}
}

func TestWindowFollowsTheVisitors(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{})
	if err := v.Resize(25, 5); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitUntil(t.Context(), func(s *visitor.Screen) bool {
		return !strings.Contains(s.Text(), "Rodriguez") && strings.Contains(s.Text(), "window")
	}); err != nil {
		t.Error(err)
	}
	if err := v.Resize(120, 40); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Rodriguez"); err != nil {
		t.Error(err)
	}
}

func TestLocaleThatIsNotUTF8GetsASCII(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{Env: map[string]string{"LC_ALL": "POSIX"}})
	for _, c := range []byte(v.Screen().Text()) {
		if c > 0x7f {
			t.Fatalf("byte %#x on the screen:\n%s", c, v.Screen().Text())
		}
	}
}

func TestPanicEndsThatSessionOnly(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) {
		s.ssh.Handler = middleware(func(sess *session) bool {
			switch sess.command {
			case "handler":
				panic("a fault in the handler")
			case "model":
				s.leave(sess, &terminal.PanicError{Value: "a fault in the model", Stack: []byte("the\nstack")}, "")
				return true
			}
			return false
		}, s.ssh.Handler)
	})
	other := r.visit(t, visitor.Options{})
	if result := r.run(t, visitor.Options{Command: "handler"}); result.Status != 1 {
		t.Errorf("%+v", result)
	}
	r.log.until(t, `panic="a fault in the handler" stack="goroutine`)
	if result := r.run(t, visitor.Options{Command: "model"}); result.Status != 1 || !strings.Contains(result.Stdout, "went wrong") {
		t.Errorf("%+v", result)
	}
	r.log.until(t, `panic="a fault in the model" stack="the\nstack"`)
	if err := other.Press("2"); err != nil {
		t.Fatal(err)
	}
	if err := other.WaitFor(t.Context(), "Netflix"); err != nil {
		t.Error(err)
	}
}

// middleware has first answer sessions; what it does not answer is handed on.
func middleware(first func(*session) bool, next ssh.Handler) ssh.Handler {
	return func(visit ssh.Session) {
		if sess, ok := visit.(*session); !ok || !first(sess) {
			next(visit)
		}
	}
}

func TestVisitorOverTheLimitIsToldSo(t *testing.T) {
	r := serve(t, Config{MaxSessions: 1})
	first := r.visit(t, visitor.Options{})
	result := r.run(t, visitor.Options{})
	if result.Status != 1 || result.Stdout != "" || result.Stderr != endFull.words+"\n" {
		t.Errorf("%+v", result)
	}
	r.log.until(t, "limit=max-sessions")
	if err := first.Press("q"); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	eventually(t, func() error {
		if result := r.run(t, visitor.Options{}); result.Status != 0 {
			return errStatus(result.Status)
		}
		return nil
	})
}

type errStatus int

func (e errStatus) Error() string { return "another status" }

func TestOneConnectionCanHoldSeveralSessions(t *testing.T) {
	r := serve(t, Config{})
	client := r.client(t)
	for range 3 {
		sess, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if out, err := sess.Output("help"); err != nil || !strings.Contains(string(out), "experience") {
			t.Errorf("%q, %v", out, err)
		}
	}
}

func TestNothingButSessionsIsOffered(t *testing.T) {
	r := serve(t, Config{})
	client := r.client(t)
	for _, kind := range []string{"direct-tcpip", "x11", "auth-agent@openssh.com", "direct-streamlocal@openssh.com", "nonsense"} {
		if _, _, err := client.OpenChannel(kind, nil); err == nil {
			t.Errorf("a channel of type %s is open", kind)
		}
	}
	for _, kind := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "nonsense"} {
		if ok, _, err := client.SendRequest(kind, true, nil); ok || err != nil {
			t.Errorf("request %s: %v, %v", kind, ok, err)
		}
	}
	c := channel(t, client)
	for _, kind := range []string{"auth-agent-req@openssh.com", "x11-req", "signal", "break", "nonsense"} {
		if ask(t, c, kind, nil) {
			t.Errorf("request %s is granted", kind)
		}
	}
	for _, name := range []string{"netconf", "SFTP", "sftp/../x", ""} {
		if ask(t, c, "subsystem", struct{ Name string }{name}) {
			t.Errorf("subsystem %q is granted", name)
		}
	}
	if ask(t, c, "pty-req", struct{ Short uint32 }{1 << 31}) || ask(t, c, "exec", struct{ Short uint32 }{1 << 31}) {
		t.Error("a torn request is granted")
	}
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm"}) || !ask(t, c, "shell", nil) {
		t.Error("a terminal or a shell is refused")
	}
	if ask(t, c, "env", variable{"LANG", "C"}) || ask(t, c, "pty-req", ptyRequest{}) {
		t.Error("a request after the shell is granted")
	}
}

func TestShellIsStartedOnce(t *testing.T) {
	r := serve(t, Config{})
	c := channel(t, r.client(t))
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm"}) || !ask(t, c, "shell", nil) {
		t.Fatal("refused")
	}
	if ask(t, c, "shell", nil) || ask(t, c, "exec", struct{ Line string }{"help"}) || ask(t, c, "subsystem", struct{ Name string }{"sftp"}) || ask(t, c, "pty-req", ptyRequest{}) {
		t.Error("twice")
	}
}

func TestLogTellsTheKindOfACommandOnly(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	for command, kind := range map[string]string{
		"search my secret":      "search",
		"EXP":                   "experience",
		"text":                  "text",
		"Pdf-A4":                "pdf-a4",
		" help ":                "help",
		"scp -f my-secret":      "scp",
		"my-secret":             "unknown",
		"help me, my-secret":    "unknown",
		"scpfoo -f my-secret":   "unknown",
		"text search my-secret": "unknown",
	} {
		before := len(r.log.String())
		r.run(t, visitor.Options{Command: command})
		eventually(t, func() error {
			if log := r.log.String()[before:]; !strings.Contains(log, " command="+kind+"\n") {
				return fmt.Errorf("%q: no kind %s in the log:\n%s", command, kind, log)
			}
			return nil
		})
	}
	if strings.Contains(r.log.String(), "secret") {
		t.Errorf("the log has a visitor's words:\n%s", r.log)
	}
}

func TestFirstLineTellsScreenReadersWhatToTypeAndLeavesNothing(t *testing.T) {
	r := serve(t, Config{PublicAddress: "resume.example.com"})
	v := r.visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 80, Height: 24}, Term: "xterm-256color"})
	if err := v.WaitFor(t.Context(), "1 of 11"); err != nil {
		t.Fatal(err)
	}
	tail, _ := v.Screen().Tail()
	if !strings.HasPrefix(string(tail), "For a screen reader, type: ssh resume.example.com text\r") {
		t.Errorf("the first that comes is %q", tail[:min(len(tail), 80)])
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	left, err := v.Left(t.Context())
	if err != nil || !strings.HasPrefix(left, "Thank you for reading.") {
		t.Errorf("%q is left, %v", left, err)
	}
	if line := forScreenReaders(address.Parse("resume.example.com"), 40); line != "" {
		t.Errorf("a narrow window is sent %q", line)
	}
}
