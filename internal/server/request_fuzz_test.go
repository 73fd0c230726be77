package server

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// FuzzChannelRequestsStayWithinLimits has one session answer requests of any
// kind with any payload.
func FuzzChannelRequestsStayWithinLimits(f *testing.F) {
	f.Add("pty-req", gossh.Marshal(ptyRequest{Term: "xterm", Columns: 1 << 31, Rows: 0}), "shell", []byte{})
	f.Add("env", gossh.Marshal(struct{ Name, Value string }{"LANG", "C"}), "exec", gossh.Marshal(struct{ Line string }{"text"}))
	f.Add("pty-req", []byte{0, 0, 0, 9}, "window-change", []byte("\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Add("subsystem", gossh.Marshal(struct{ Name string }{"sftp"}), "exec", []byte{0xff})
	f.Fuzz(func(t *testing.T, first string, payload []byte, second string, other []byte) {
		s, sess := &Server{}, &session{env: environment{}}
		for range 40 {
			s.answer(sess, &gossh.Request{Type: first, Payload: payload})
			s.answer(sess, &gossh.Request{Type: second, Payload: other})
		}
		w := sess.window
		switch {
		case sess.hasPty && (w.Width < 1 || w.Width > maxWidth || w.Height < 1 || w.Height > maxHeight):
			t.Errorf("a window of %d×%d", w.Width, w.Height)
		case len(sess.term) > maxTerm, len(sess.command) > maxCommand:
			t.Errorf("a terminal of %d bytes, a command of %d", len(sess.term), len(sess.command))
		}
		kept := 0
		for name, value := range sess.env {
			kept += len(name) + len(value)
		}
		if kept > maxEnvBytes {
			t.Errorf("%d bytes of environment", kept)
		}
	})
}

// FuzzCommandLineOfSCPIsReadOrRefused reads a line that a client sends for scp.
func FuzzCommandLineOfSCPIsReadOrRefused(f *testing.F) {
	for _, line := range []string{"scp -f resume.pdf", "scp -r -p -f -- 'a b' *", "scp -t .", `scp -f "`, "scp", `scp -f \`} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !isSCP(line) {
			return
		}
		c, err := parseSCP(line)
		if err != nil {
			return
		}
		total := 0
		for _, path := range c.paths {
			total += len(path)
		}
		// A byte that is no UTF-8 becomes a character of three.
		if total > 3*len(line) || len(c.paths) > len(strings.Fields(line)) {
			t.Errorf("%q gives %q", line, c.paths)
		}
	})
}
