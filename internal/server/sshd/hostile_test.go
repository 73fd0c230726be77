package sshd_test

import (
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

func TestAbandonedSessionsFreeTheirGoroutines(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{})
	atRest()
	var all []*visitor.Visitor
	for range 30 {
		all = append(all, r.Visit(t, visitor.Options{}))
	}
	for _, v := range all {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	}
	atRest()
}

func TestResizesBeforeTheShellLeaveNothingBehind(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{})
	client := r.Client(t)
	c := openChannel(t, client)
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 80, Rows: 24}) {
		t.Fatal("refused")
	}
	for i := range uint32(100) {
		if _, err := c.SendRequest("window-change", false, gossh.Marshal(window(80+i, 24))); err != nil {
			t.Fatal(err)
		}
	}
	if !ask(t, c, "window-change", window(90, 30)) {
		t.Error("a size is refused")
	}
	_ = client.Close()
	atRest()
}

func TestLastSizeBeforeTheShellCounts(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	c := openChannel(t, r.Client(t))
	if ask(t, c, "window-change", window(100, 30)) {
		t.Error("a size without a terminal is granted")
	}
	ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 1<<32 - 1, Rows: 1<<32 - 1})
	ask(t, c, "window-change", window(100, 30))
	ask(t, c, "shell", nil)
	r.Log.Until(t, "width=100 height=30")
}

func TestHugeWindowsAreDrawnSmall(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, size := range []uint32{20000, 1<<32 - 1} {
		c := openChannel(t, r.Client(t))
		ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: size, Rows: size})
		ask(t, c, "shell", nil)
		drawn := make(chan error, 1)
		go func() {
			_, err := c.Read(make([]byte, 1))
			drawn <- err
			_, _ = io.Copy(io.Discard, c) // a client that reads nothing would be let go
		}()
		for range 100 {
			ask(t, c, "window-change", window(size, size))
		}
		if err := <-drawn; err != nil {
			t.Error(err)
		}
		r.Log.Until(t, "width=400 height=200")
	}
}

func TestClosedChannelOnAnOpenConnectionEndsTheSession(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{})
	client := r.Client(t)
	c := openChannel(t, client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 80, Rows: 24})
	ask(t, c, "shell", nil)
	if _, err := c.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	r.Log.Until(t, "session closed")
	r.Holds(t, 1, 0)
	_ = client.Close()
	atRest()
}

func TestKeysAfterLeavingLeaveNothingBehind(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{})
	v := r.Visit(t, visitor.Options{})
	for _, keys := range []string{"q", strings.Repeat("jk", 500)} {
		if err := v.Type(keys); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
	}
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	_ = v.Close()
	atRest()
}

func TestEnvironmentIsBounded(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{NoSessionTimeout: time.Hour})
	c := openChannel(t, r.Client(t))
	if !ask(t, c, "env", variable("LANG", "C")) || !ask(t, c, "env", variable("NO_COLOR", "1")) {
		t.Error("a variable that counts is refused")
	}
	for range 150 { // which don't count
		if ask(t, c, "env", variable("LD_PRELOAD", "x")) || ask(t, c, "env", variable("", "")) {
			t.Fatal("a variable that means nothing is granted")
		}
	}
	for range maxVariables - 2 {
		if !ask(t, c, "env", variable("LANG", "C")) {
			t.Error("too few")
		}
	}
	if ask(t, c, "env", variable("LANG", "C")) {
		t.Error("one more than may be")
	}

	c = openChannel(t, r.Client(t))
	if ask(t, c, "env", variable("LANG", strings.Repeat("x", maxVariableBytes))) || ask(t, c, "env", variable("LANG", "C")) {
		t.Error("more bytes than may be")
	}
}

func TestFloodOfBytesEndsTheConnection(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{MaxBytes: 64 << 10})
	client := r.Client(t)
	c := openChannel(t, client)
	go func() { _, _ = c.Stderr().Write(make([]byte, 1<<20)) }() // which nobody reads
	hungUp(t, client)
	r.Log.Until(t, "reason=sent-too-much")
	atRest()
}

func TestChannelsOfAConnectionAreLimited(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{NoSessionTimeout: time.Hour})
	client := r.Client(t)
	var open []gossh.Channel
	for range maxChannels {
		open = append(open, openChannel(t, client))
	}
	if _, _, err := client.OpenChannel("session", nil); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("%v", err)
	}
	for ever := maxChannels; ever < maxEverChannels; ever++ {
		_ = open[0].Close()
		_, _ = io.Copy(io.Discard, open[0]) // until the server has closed it: refusals are counted
		open = open[1:]
		visitor.Eventually(t, func() error {
			c, requests, err := client.OpenChannel("session", nil)
			if err == nil {
				go gossh.DiscardRequests(requests)
				open = append(open, c)
			}
			return err
		})
	}
	for _, c := range open {
		_ = c.Close()
	}
	// Only once: after some refusals the server hangs up, and the library may then wait forever.
	if _, _, err := client.OpenChannel("session", nil); err == nil {
		t.Fatal("a channel over the limit is open")
	}
}

func TestFloodOfRefusedChannelsEndsTheConnection(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{Listener: smallWriteBuffers(t)})
	client, d := deafClient(t, r)
	for range maxChannels {
		openChannel(t, client)
	}
	close(d.Stop)
	opening := make(chan struct{}, 100)
	for range cap(opening) {
		go func() { // waits for an answer that is not read
			_, _, _ = client.OpenChannel("session", nil)
			opening <- struct{}{}
		}()
	}
	r.Log.Until(t, "reason=too-many-channels")
	close(d.Gone)
	_ = client.Close()
	for range cap(opening) {
		<-opening
	}
	atRest()
}

func TestHandshakeEndsInTimeWhateverComes(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{HandshakeTimeout: 200 * time.Millisecond})
	servertest.Closed(t, r.Silent(t))

	for _, begin := range []string{"", "SSH-2.0-slow\r\n"} {
		c := r.Silent(t)
		if _, err := io.WriteString(c, begin); err != nil {
			t.Fatal(err)
		}
		tick := time.NewTicker(20 * time.Millisecond)
		for range tick.C {
			if _, err := c.Write([]byte("x")); err != nil {
				break
			}
		}
		tick.Stop()
	}
	r.Log.Until(t, "handshake failed")
	atRest()
}

func TestRandomBytesAreSurvived(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, bytes := range []string{
		"GET / HTTP/1.1\r\n\r\n", "\x00\x01\x02", "SSH-2.0-x\r\n\xff\xff\xff\xff\xff\xff\xff\xff",
		"SSH-1.5-x\r\n", strings.Repeat("x", 1000), strings.Repeat("\n", 2000),
	} {
		c := r.Silent(t)
		if _, err := io.WriteString(c, bytes); err != nil {
			t.Fatal(err)
		}
		if half, ok := c.(*net.TCPConn); ok {
			_ = half.CloseWrite()
		}
		servertest.Closed(t, c)
	}
	r.Visit(t, visitor.Options{})
}

func TestClientThatReadsNothingIsLetGo(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{Listener: smallWriteBuffers(t), WriteTimeout: 300 * time.Millisecond})
	client, d := deafClient(t, r)
	c := openChannel(t, client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: 400, Rows: 200})
	ask(t, c, "shell", nil)
	close(d.Stop)
	typed := make(chan struct{})
	go func() {
		defer close(typed)
		// Each key draws another page of the largest window. Keys that come faster than frames share one, and a
		// client that reads nothing is never allowed to send more, so keys are sent one at a time, at a steady pace,
		// until the server hangs up.
		pace := time.NewTicker(5 * time.Millisecond)
		defer pace.Stop()
		for key, err := 0, error(nil); err == nil; key++ {
			<-pace.C
			_, err = c.Write([]byte{'0' + byte(key%10)})
		}
	}()
	r.Log.Until(t, "session closed")
	close(d.Gone)
	_ = client.Close()
	<-typed
	atRest()
}

func TestFloodOfRequestsEndsTheConnection(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.Client(t)
	c := openChannel(t, client)
	for range 2000 {
		if _, err := c.SendRequest("signal", false, gossh.Marshal(commandLine("INT"))); err != nil {
			break
		}
	}
	hungUp(t, client)
	r.Log.Until(t, "reason=too-many-requests")
	r.Empty(t)
}

func TestSessionTimeoutHoldsForCommandsToo(t *testing.T) {
	// A client that takes the whole output, slowly.
	r, atRest := serveAtRest(t, server.Config{SessionTimeout: 100 * time.Millisecond, Formats: []export.Format{endless}})
	client := r.Client(t)
	ask(t, openChannel(t, client), "exec", commandLine("endless"))
	hungUp(t, client)
	r.Log.Until(t, "reason=session-timeout")
	atRest()
}

// TestCommandOverALimitIsToldWhy has a client that reads the output so slowly that its session lasts too long.
func TestCommandOverALimitIsToldWhy(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{SessionTimeout: time.Second / 2, Formats: []export.Format{endless}})
	c := openChannel(t, r.Client(t))
	ask(t, c, "exec", commandLine("endless"))
	taken := make(chan int)
	go func() {
		sum, buf := 0, make([]byte, 16<<10)
		pace := time.NewTicker(5 * time.Millisecond)
		defer pace.Stop()
		for range pace.C {
			n, err := c.Read(buf)
			if sum += n; err != nil {
				taken <- sum
				return
			}
		}
	}()
	told, err := io.ReadAll(c.Stderr())
	if want := "a session lasts up to 500ms\n"; err != nil || string(told) != want {
		t.Errorf("%q, %v", told, err)
	}
	r.Log.Until(t, "reason=session-timeout")
	if n := <-taken; n == 4<<20 {
		t.Error("it was sent all of it nevertheless")
	}
}

// endless is a format that takes more than a client's window holds.
var endless = export.Format{
	Name: "endless", File: "resume.endless", Purpose: func(*words.Words) string { return "" },
	Make: func(*resume.Resume) ([]byte, error) { return make([]byte, 4<<20), nil },
}

func TestClientThatTakesNothingFromItsChannelIsLetGo(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{WriteTimeout: 300 * time.Millisecond, Formats: []export.Format{endless}})
	client := r.Client(t)
	ask(t, openChannel(t, client), "exec", commandLine("endless"))
	hungUp(t, client)
	r.Log.Until(t, "reason=stalled")
	atRest()
}

func TestPanicEndsThatSessionOnly(t *testing.T) {
	t.Parallel()
	fault := endless
	fault.Name, fault.Make = "fault", func(*resume.Resume) ([]byte, error) { panic("a fault in the handler") }
	r := servertest.Serve(t, server.Config{Formats: []export.Format{fault}})
	other := r.Visit(t, visitor.Options{})
	result := r.Run(t, visitor.Options{Command: "fault"})
	if result.Status != 1 || !strings.Contains(result.Stderr, "something went wrong") {
		t.Errorf("%+v", result)
	}
	r.Log.Until(t, `panic="a fault in the handler" stack="goroutine`)
	servertest.Press(t, other, "2")
	servertest.WaitFor(t, other, "Ex-Netflix")
}

// Limits as they are promised.
const (
	maxVariables     = 32
	maxVariableBytes = 4 << 10
	maxChannels      = 4
	maxEverChannels  = 32
)

func TestMain(m *testing.M) { servertest.Main(m) }
