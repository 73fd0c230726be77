package server

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	gossh "golang.org/x/crypto/ssh"
)

// forgeries are what a client might send to add lines to the log, or to reach
// the terminal of the person who reads it.
var forgeries = []string{
	"\n2026-01-01T00:00:00Z INFO  forged",
	"\r\nforged", "\x1b[2Jforged", "\u009b2Jforged", "\u202eforged", "a\u2028forged", "\x00\x7f\xff", `" forged="`, `\" forged="`,
	strings.Repeat("long ", 1000),
}

func TestForgedLogLinesStayOneLine(t *testing.T) {
	for _, format := range []string{"text", "logfmt", "json"} {
		var b bytes.Buffer
		log, err := NewLogger(&b, "info", format)
		if err != nil {
			t.Fatal(err)
		}
		for _, forged := range forgeries {
			b.Reset()
			log.Info("session opened", "client", told(forged), "terminal", told(forged))
			checkLine(t, b.String())
		}
	}
}

func TestForgedNamesOfTerminalAndCommandStayOneLine(t *testing.T) {
	r := serve(t, Config{})
	r.log.until(t, "server started")
	for _, forged := range forgeries {
		before := len(r.log.String())
		client, err := gossh.Dial("tcp", r.addr, &gossh.ClientConfig{
			User: forged, HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
			ClientVersion: "SSH-2.0-" + strings.Map(func(c rune) rune {
				if c < ' ' {
					return -1 // the client refuses to send these
				}
				return c
			}, forged[:min(len(forged), 200)]),
		})
		if err != nil {
			t.Fatal(err)
		}
		c := channel(t, client)
		if !ask(t, c, "pty-req", ptyRequest{Term: forged}) || !ask(t, c, "exec", struct{ Line string }{forged}) {
			t.Error("refused")
		}
		_ = client.Close()
		r.empty(t)
		lines := strings.Split(strings.TrimSpace(r.log.String()[before:]), "\n")
		for _, line := range lines {
			checkLine(t, line+"\n")
			if !strings.HasPrefix(line, "time=") {
				t.Errorf("a line of its own: %q", line)
			}
		}
		if len(lines) > 5 { // opened and closed, each of connection and session
			t.Errorf("%d lines: %q", len(lines), lines)
		}
	}
}

func checkLine(t *testing.T, line string) {
	t.Helper()
	if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") || !utf8.ValidString(line) || len(line) > 1000 {
		t.Errorf("%q", line)
	}
	for _, c := range strings.TrimSuffix(line, "\n") {
		if !unicode.IsPrint(c) {
			t.Errorf("%q in %q", c, line)
		}
	}
}

func FuzzLogLinesStayOneLine(f *testing.F) {
	for _, forged := range forgeries {
		f.Add(forged)
	}
	f.Fuzz(func(t *testing.T, sent string) {
		for _, format := range []string{"text", "logfmt", "json"} {
			var b bytes.Buffer
			log, err := NewLogger(&b, "info", format)
			if err != nil {
				t.Fatal(err)
			}
			log.Info("session opened", "client", told(sent))
			checkLine(t, b.String())
		}
	})
}

func TestUnknownLevelOrFormatIsSaid(t *testing.T) {
	for _, test := range []struct{ level, format, want string }{
		{"loud", "text", `there is no log level "loud"; it may be debug, info, warn or error`},
		{"fatal", "text", `there is no log level "fatal"; it may be debug, info, warn or error`},
		{"info", "xml", `there is no log format "xml"; it may be text, logfmt or json`},
	} {
		if _, err := NewLogger(&bytes.Buffer{}, test.level, test.format); err == nil || err.Error() != test.want {
			t.Errorf("%v", err)
		}
	}
}

func TestLevelHoldsBackWhatIsLess(t *testing.T) {
	var b bytes.Buffer
	log, err := NewLogger(&b, "warn", "logfmt")
	if err != nil {
		t.Fatal(err)
	}
	log.Info("not this")
	log.Warn("but this")
	if got := b.String(); !strings.Contains(got, "but this") || strings.Contains(got, "not this") {
		t.Error(got)
	}
}
