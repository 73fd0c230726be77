package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/words"
)

func TestVisitorWithPasswordOrKeyIsLetIn(t *testing.T) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, method := range map[string]gossh.AuthMethod{
		"password":  gossh.Password("secret"),
		"publickey": gossh.PublicKeys(signer),
		"keyboard-interactive": gossh.KeyboardInteractive(
			func(string, string, []string, []bool) ([]string, error) { return nil, nil }),
	} {
		// The client always tries "none" first: here it does not help.
		config := handshakeConfig()
		config.NoClientAuth = false
		config.AddHostKey(signer)
		used := ""
		config.AuthLogCallback = func(_ gossh.ConnMetadata, method string, err error) {
			if err == nil {
				used = method
			}
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() {
			tcp, err := l.Accept()
			if err == nil {
				_, _, _, err = gossh.NewServerConn(tcp, config)
			}
			done <- err
		}()
		client, err := gossh.Dial("tcp", l.Addr().String(), &gossh.ClientConfig{
			Auth: []gossh.AuthMethod{method}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		})
		if err := <-done; err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if client != nil {
			_ = client.Close()
		}
		_ = l.Close()
		if err != nil || used != name {
			t.Errorf("%s: %v, used %q", name, err, used)
		}
	}
}

func TestNoSectionCanHideACommand(t *testing.T) {
	taken := []string{export.PlainText, commandSearch, commandHelp, commandCard, "scp", "rsync", "sftp"}
	for _, f := range export.Formats(nil) {
		taken = append(taken, f.Name)
	}
	for _, word := range taken {
		file := fmt.Sprintf("basics: {name: A}\nsections: [{id: %s, blocks: [text: a]}]\n", word)
		_, problems := resume.ParseServed("", Commands(export.Formats(nil)), "r.yaml", []byte(file))
		if len(problems) != 1 || !strings.Contains(problems[0].Message, "is a command") {
			t.Errorf("a section could be called %q: %v", word, problems)
		}
	}
}

func TestWindowIsAWindow(t *testing.T) {
	for _, test := range []struct {
		columns, rows uint32
		want          string
	}{
		{80, 24, "80×24"},
		{1, 1, "1×1"},
		{0, 0, "80×24"},
		{0, 50, "80×50"},
		{400, 200, "400×200"},
		{20000, 20000, "400×200"},
		{1<<32 - 1, 1<<32 - 1, "400×200"},
	} {
		width, height := window(test.columns, test.rows)
		if got := fmt.Sprintf("%d×%d", width, height); got != test.want {
			t.Errorf("%d×%d: %s", test.columns, test.rows, got)
		}
	}
}

// TestSearchWithoutAMatchCostsNoWorkPerLine counts allocations. Reading each line by itself would take several
// per line.
func TestSearchWithoutAMatchCostsNoWorkPerLine(t *testing.T) {
	r := &resume.Resume{Lang: "en", Work: []resume.Work{{Name: "Example", Highlights: slices.Repeat([]string{"Moved to Kafka"}, 1000)}}}
	german := *r
	german.Lang = "de"
	e := catalog.New(catalog.Revision{Resume: r.WithTranslations(&german)}, catalog.Config{}).Lookup("", nil)
	if found := search(e, "kafka", false); len(found) != 1 || len(found[0].texts) != 1000 {
		t.Fatalf("%v", found)
	}
	if allocs := testing.AllocsPerRun(10, func() { search(e, "cobol", false) }); allocs > 50 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestNamesAndCommandsAreCut(t *testing.T) {
	ch := &channel{session: &session.Session{Environment: terminal.Environment{}}}
	long := strings.Repeat("x", 100_000)
	ch.answer(&gossh.Request{Type: "pty-req", Payload: gossh.Marshal(struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}{Term: long})})
	ch.answer(&gossh.Request{Type: "exec", Payload: gossh.Marshal(struct{ Line string }{long})})
	if term, command := len(ch.session.Terminal.Name), len(ch.command); term != 64 || command != 1<<10 { // as promised
		t.Errorf("a terminal of %d bytes, a command of %d", term, command)
	}
}

func TestChannelsAreLimitedAtOnceAndOverAConnectionsLife(t *testing.T) {
	const atOnce, ever = 4, 32 // as promised
	c := newConnection(&admission.Conn{}, nil)
	for i := range ever {
		if i >= atOnce {
			if c.acquire() != 0 {
				t.Fatal("more at once than promised")
			}
			c.release()
		}
		if n := c.acquire(); n != i+1 {
			t.Fatalf("channel %d has the number %d", i+1, n)
		}
	}
	for range atOnce {
		c.release()
	}
	if c.acquire() != 0 {
		t.Error("more over its life than promised")
	}
}

// TestRequestsAreLimitedInRate has a client ask as often as it may for an hour, and
// then once more.
func TestRequestsAreLimitedInRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := newConnection(&admission.Conn{}, nil).requests
		for i := range 200 {
			if !requests.Allow() {
				t.Fatalf("request %d of those at once is over the limit", i)
			}
		}
		for range 60 * 60 * 20 {
			time.Sleep(time.Second / 20)
			if !requests.Allow() {
				t.Fatal("a request within the rate is over the limit")
			}
		}
		if requests.Allow() {
			t.Error("a request more than may be")
		}
	})
}

// FuzzChannelRequestsStayWithinLimits has one session answer requests of any
// kind with any payload.
func FuzzChannelRequestsStayWithinLimits(f *testing.F) {
	f.Add("pty-req", gossh.Marshal(struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}{Term: "xterm", Columns: 1 << 31}), "shell", []byte{})
	f.Add("env", gossh.Marshal(struct{ Name, Value string }{"LANG", "C"}), "exec", gossh.Marshal(struct{ Line string }{"text"}))
	f.Add("pty-req", []byte{0, 0, 0, 9}, "window-change", []byte("\xff\xff\xff\xff\xff\xff\xff\xff"))
	long := gossh.Marshal(struct{ Text string }{strings.Repeat("x", 2<<10)})
	f.Add("exec", long, "shell", []byte{})
	f.Add("pty-req", append(long, make([]byte, 20)...), "shell", []byte{})
	f.Add("subsystem", gossh.Marshal(struct{ Name string }{"sftp"}), "exec", []byte{0xff})
	f.Fuzz(func(t *testing.T, first string, payload []byte, second string, other []byte) {
		ch := &channel{session: &session.Session{Environment: terminal.Environment{}}}
		for range 40 {
			ch.answer(&gossh.Request{Type: first, Payload: payload})
			ch.answer(&gossh.Request{Type: second, Payload: other})
		}
		width, height := ch.session.Window()
		switch {
		case ch.session.Terminal.Present && (width < 1 || width > maxWidth || height < 1 || height > maxHeight):
			t.Errorf("a window of %d×%d", width, height)
		case len(ch.session.Terminal.Name) > 64, len(ch.command) > 1<<10:
			t.Errorf("a terminal of %d bytes, a command of %d", len(ch.session.Terminal.Name), len(ch.command))
		}
		kept := 0
		for name, value := range ch.session.Environment {
			kept += len(name) + len(value)
		}
		if kept > maxVariableBytes {
			t.Errorf("%d bytes of environment", kept)
		}
	})
}

// FuzzCommandLineOfSCPIsReadOrRefused parses an scp command line from a client.
func FuzzCommandLineOfSCPIsReadOrRefused(f *testing.F) {
	for _, line := range []string{"scp -f resume.pdf", "scp -r -p -f -- 'a b' *", "scp -t .", `scp -f "`, "scp", `scp -f \`} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !isSCP(line) {
			return
		}
		_, paths, err := parseSCP(line, words.For("").Answers)
		if err != nil {
			return
		}
		total := 0
		for _, path := range paths {
			total += len(path)
		}
		// A byte that is no UTF-8 becomes a character of three.
		if total > 3*len(line) || len(paths) > len(strings.Fields(line)) {
			t.Errorf("%q gives %q", line, paths)
		}
	})
}
