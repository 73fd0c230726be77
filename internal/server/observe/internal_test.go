package observe

import (
	"bytes"
	"net"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/printable"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/session"
)

// Forgeries are what a client might send to add lines to the log, or to reach
// the terminal of the person who reads it.
var Forgeries = []string{
	"\n2026-01-01T00:00:00Z INFO  forged",
	"\r\nforged", "\x1b[2Jforged", "\u009b2Jforged", "\u202eforged", "a\u2028forged", "\x00\x7f\xff", `" forged="`, `\" forged="`,
	strings.Repeat("long ", 1000),
}

func TestForgedLogLinesStayOneLine(t *testing.T) {
	for _, format := range []string{"text", "logfmt", "json"} {
		var b bytes.Buffer
		log := NewLogger(&b, "info", format)
		for _, forged := range Forgeries {
			b.Reset()
			log.Info("session opened", "client", printable.Quoted(forged), "terminal", printable.Quoted(forged))
			CheckLine(t, b.String())
		}
	}
}

// CheckLine checks that a line is one, and can be printed.
func CheckLine(t *testing.T, line string) {
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
	for _, forged := range Forgeries {
		f.Add(forged)
	}
	f.Fuzz(func(t *testing.T, sent string) {
		for _, format := range []string{"text", "logfmt", "json"} {
			var b bytes.Buffer
			log := NewLogger(&b, "info", format)
			log.Info("session opened", "client", printable.Quoted(sent))
			CheckLine(t, b.String())
		}
	})
}

func TestLevelHoldsBackWhatIsLess(t *testing.T) {
	var b bytes.Buffer
	log := NewLogger(&b, "warn", "logfmt")
	log.Info("not this")
	log.Warn("but this")
	if got := b.String(); !strings.Contains(got, "but this") || strings.Contains(got, "not this") {
		t.Error(got)
	}
}

func FuzzFamiliesAreOfAList(f *testing.F) {
	for _, name := range []string{"SSH-2.0-OpenSSH_9.6", "SSH-2.0-", "xterm-256color", "SSH-2.0-Go", "\xff", "st"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if got := clientFamily(name); !slices.Contains(clientFamilies.names(), got) {
			t.Errorf("client %q", got)
		}
		if got := terminalFamily(session.Terminal{Present: true, Name: name}); !slices.Contains(terminalFamilies.names(), got) {
			t.Errorf("terminal %q", got)
		}
	})
}

func TestFamilyIsThatOfTheProgram(t *testing.T) {
	for version, want := range map[string]string{
		"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3": "openssh",
		"SSH-2.0-OpenSSH_for_Windows_9.5":        "openssh",
		"SSH-2.0-PuTTY_Release_0.78":             "putty",
		"SSH-2.0-WinSCP_release_6.3":             "winscp",
		"SSH-2.0-dropbear_2022.83":               "dropbear",
		"SSH-2.0-libssh2_1.10.0":                 "libssh2",
		"SSH-2.0-libssh_0.10.6":                  "libssh",
		"SSH-2.0-paramiko_2.12.0":                "paramiko",
		"SSH-2.0-JSCH-0.1.54":                    "jsch",
		"SSH-1.99-Go":                            "go",
		"SSH-2.0-Gopher":                         "other",
		"SSH-2.0-":                               "other",
		"":                                       "other",
	} {
		if got := clientFamily(version); got != want {
			t.Errorf("%s: %s", version, got)
		}
	}
	for term, want := range map[string]string{
		"xterm-256color": "xterm", "xterm-kitty": "kitty", "tmux-256color": "tmux", "screen.xterm-256color": "screen",
		"alacritty": "alacritty", "foot-extra": "foot", "st-256color": "st", "stterm": "other", "vt220": "vt",
		"dumb": "dumb", "": "none",
	} {
		if got := terminalFamily(session.Terminal{Present: true, Name: term}); got != want {
			t.Errorf("%s: %s", term, got)
		}
	}
	if got := terminalFamily(session.Terminal{Name: "xterm"}); got != "none" {
		t.Errorf("without a terminal: %s", got)
	}
}

func TestMeasuringAKeyAllocatesNothing(t *testing.T) {
	o := New(nil, Config{Connections: func() int { return 0 }})
	s := &session.Session{Connected: time.Now(), First: true}
	if n := testing.AllocsPerRun(1000, func() { o.FrameWritten(s, time.Millisecond) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestFloodsAreLoggedOnceASecondAndNoneIsLost logs an event a thousand times a second.
func TestFloodsAreLoggedOnceASecondAndNoneIsLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := floods{open: map[string]*flood{}}
		var lines, events atomic.Int64
		write := func(count int) {
			lines.Add(1)
			events.Add(int64(count))
		}
		for range 2500 {
			f.log("flood", write)
			time.Sleep(time.Millisecond)
		}
		if lines.Load() != 3 {
			t.Errorf("%d lines in two seconds", lines.Load())
		}
		time.Sleep(floodInterval)
		if lines.Load() != 4 || events.Load() != 2500 {
			t.Errorf("a second later %d lines tell of %d events", lines.Load(), events.Load())
		}
		time.Sleep(time.Hour)
		if lines.Load() != 4 {
			t.Errorf("%d lines though nothing has happened", lines.Load())
		}
		f.log("flood", write)
		if lines.Load() != 5 {
			t.Error("the first of another flood is not logged at once")
		}
		f.log("flood", write)
		f.log("other", write)
		f.flush()
		if lines.Load() != 7 || events.Load() != 2503 {
			t.Errorf("at the end %d lines tell of %d events", lines.Load(), events.Load())
		}
	})
}

func TestNoneOfThoseTurnedAwayIsMissingAtTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		logger := NewLogger(&b, "info", "logfmt")
		o := New(logger, Config{})
		for range 32 {
			o.TurnedAway(admission.ConnectionRate, &net.TCPAddr{}, nil)
		}
		o.Close()
		for _, want := range []string{"limit=connection-rate source=- count=1\n", "limit=connection-rate source=- count=31\n"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("no %q in the log:\n%s", want, &b)
			}
		}
	})
}

func TestAsMuchOfAnAddressIsLoggedAsIsWanted(t *testing.T) {
	for _, test := range []struct{ address, full, network string }{
		{"192.0.2.77", "192.0.2.77", "192.0.2.0/24"},
		{"::ffff:192.0.2.77", "192.0.2.77", "192.0.2.0/24"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"},
		{"fe80::1%eth0", "fe80::1%eth0", "fe80::/48"},
	} {
		ip, zone, _ := strings.Cut(test.address, "%")
		addr := &net.TCPAddr{IP: net.ParseIP(ip), Zone: zone, Port: 40001}
		for how, want := range map[string]string{SourceFull: test.full, SourceNetwork: test.network, SourceNone: "-"} {
			if got := (&Observer{source: how}).Shown(addr); got != want {
				t.Errorf("%s of %s: %s", how, test.address, got)
			}
		}
	}
}
