package sshd_test

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestOneConnectionCanHoldSeveralSessions(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.Client(t)
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
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.Client(t)
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
	c := openChannel(t, client)
	for _, kind := range []string{"auth-agent-req@openssh.com", "x11-req", "signal", "break", "nonsense"} {
		if ask(t, c, kind, nil) {
			t.Errorf("request %s is granted", kind)
		}
	}
	for _, name := range []string{"netconf", "SFTP", "sftp/../x", ""} {
		if ask(t, c, "subsystem", commandLine(name)) {
			t.Errorf("subsystem %q is granted", name)
		}
	}
	if ask(t, c, "pty-req", struct{ Short uint32 }{1 << 31}) || ask(t, c, "exec", struct{ Short uint32 }{1 << 31}) {
		t.Error("a torn request is granted")
	}
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm"}) || !ask(t, c, "shell", nil) {
		t.Error("a terminal or a shell is refused")
	}
	if ask(t, c, "env", variable("LANG", "C")) || ask(t, c, "pty-req", ptyRequest{}) {
		t.Error("a request after the shell is granted")
	}
}

func TestShellIsStartedOnce(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	c := openChannel(t, r.Client(t))
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm"}) || !ask(t, c, "shell", nil) {
		t.Fatal("refused")
	}
	if ask(t, c, "shell", nil) || ask(t, c, "exec", commandLine("help")) || ask(t, c, "subsystem", commandLine("sftp")) || ask(t, c, "pty-req", ptyRequest{}) {
		t.Error("twice")
	}
}

func TestLogTellsTheKindOfACommandOnly(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for command, kind := range map[string]string{
		"search my secret":      "request=search",
		"EXP":                   "request=section section=experience",
		"text":                  "request=format format=text",
		"Pdf-A4":                "request=format format=pdf-a4",
		" help ":                "request=help",
		"scp -f my-secret":      "request=scp",
		"my-secret":             "request=unknown",
		"help me, my-secret":    "request=unknown",
		"scpfoo -f my-secret":   "request=unknown",
		"text search my-secret": "request=unknown",
	} {
		before := len(r.Log.String())
		r.Run(t, visitor.Options{Command: command})
		visitor.Eventually(t, func() error {
			if log := r.Log.String()[before:]; !strings.Contains(log, " "+kind+"\n") {
				return fmt.Errorf("%q: no kind %s in the log:\n%s", command, kind, log)
			}
			return nil
		})
	}
	if strings.Contains(r.Log.String(), "secret") {
		t.Errorf("the log has a visitor's words:\n%s", r.Log)
	}
}
