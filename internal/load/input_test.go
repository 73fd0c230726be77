package load

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/crypto/ssh"
)

// fairShare is the share of a core that one client may use at most.
const fairShare = 0.15

// testFlood has clients send first once and then again endlessly, and checks that they cost no more than
// promised. Args are those of the server.
func testFlood(t *testing.T, first, again string, args ...string) {
	t.Helper()
	p := startTarget(t, args...)
	const clients = 2
	var all []*net.TCPConn
	for i := range clients {
		tcp := p.dial(t, i)
		c := session(t, handshake(t, tcp, ssh.Config{}, "visitor"))
		shell(t, c, 120, 40)
		discard(c)
		go func() {
			if _, err := io.WriteString(c, first); err == nil {
				endless(c, again)
			}
		}()
		all = append(all, tcp)
	}
	p.endures(t, all, cleanupTime)
}

func TestHeldKeysCostLittle(t *testing.T) {
	t.Parallel()
	testFlood(t, "", "j")
}

func TestThousandsOfKeysCostLittle(t *testing.T) {
	t.Parallel()
	testFlood(t, "", strings.Repeat("1234567890jd", 500))
}

func TestTypingInSearchCostsLittle(t *testing.T) {
	t.Parallel()
	testFlood(t, "/e", "r\x7f")
}

func TestTypingInSearchOfALargeResumeCostsLittle(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "resume.yaml")
	if err := os.WriteFile(file, []byte(largeResume()), 0o600); err != nil {
		t.Fatal(err)
	}
	testFlood(t, "/in th", "e\x7f", file)
}

// largeResume returns a file of 900 KB.
func largeResume() string {
	var b strings.Builder
	b.WriteString("basics: {name: Ada Lovelace}\nwork:\n")
	for i := 0; b.Len() < 900<<10; i++ {
		fmt.Fprintf(&b, "  - name: Employer %d\n    position: Engineer\n    startDate: 2001\n    endDate: 2002\n    highlights:\n", i)
		for range 10 {
			b.WriteString("      - Led the redesign of payment services that handle a million requests in the busiest minute\n")
		}
	}
	return b.String()
}

func TestEndlessPasteCostsLittle(t *testing.T) {
	t.Parallel()
	testFlood(t, "\x1b[200~", strings.Repeat("paste ", 5000))
}

func TestEndlessStringCostsLittle(t *testing.T) {
	t.Parallel()
	testFlood(t, "\x1b]52;c;", strings.Repeat("A", 30_000))
}

func TestInterruptLeavesFromAnEndlessPaste(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	conn := p.connect(t, 0)
	c := session(t, conn)
	shell(t, c, 80, 24)
	if _, err := io.WriteString(c, "\x1b[200~"+strings.Repeat("paste ", 1000)+"\x03"); err != nil {
		t.Fatal(err)
	}
	discard(c)
	p.waitForLog(t, "reason=left", 3+1)
	_ = conn.Close()
	p.checkRecovered(t)
}

// logLine matches one line of the log.
var logLine = regexp.MustCompile(`^time=[-+:0-9TZ]+ level=\w+ msg=("[^"]*"|\w+)( \w+=("(\\.|[^"\\])*"|[^" ]*))*$`)

func TestForgedNamesAddNoLinesToTheLog(t *testing.T) {
	t.Parallel()
	p := startTarget(t, "--log-level=debug")
	var clients sync.WaitGroup
	for i, forged := range []string{
		"\nlevel=error msg=forged", "\r\nforged", "\x1b]0;forged\x07\x1b[2J", "\x00\u009b2J\u2028\u202e", `" forged="`,
		strings.Repeat("long\n", 1000),
	} {
		conn := handshake(t, p.dial(t, i), ssh.Config{}, forged)
		c := session(t, conn)
		request(t, c, "env", variable{"LANG", forged})
		request(t, c, "pty-req", ptyRequest{Term: forged, Columns: 80, Rows: 24})
		request(t, c, "exec", line{forged})
		_, _ = io.WriteString(c, "q")
		clients.Go(func() {
			_, _ = io.Copy(io.Discard, c) // some of these open the résumé, which waits for the terminal's answers
			_ = conn.Close()
		})

		raw := p.dial(t, 100+i) // a version that no client sends
		_, _ = io.WriteString(raw, "SSH-2.0-"+forged+"\r\n")
		_ = raw.CloseWrite()
		_, _ = io.Copy(io.Discard, raw)
	}
	clients.Wait()
	p.waitForLog(t, "session closed", 3+6)
	p.checkRecovered(t)
	for _, l := range strings.Split(strings.TrimSuffix(p.readLog(t), "\n"), "\n") {
		if !logLine.MatchString(l) || strings.ContainsFunc(l, func(c rune) bool { return !unicode.IsPrint(c) }) {
			t.Errorf("not a line of the log: %q", l)
		}
	}
}
