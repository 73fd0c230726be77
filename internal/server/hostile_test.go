package server

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

func TestAbandonedSessionsFreeTheirGoroutines(t *testing.T) {
	r := serve(t, Config{})
	r.empty(t)
	var all []*visitor.Visitor
	for range 30 {
		all = append(all, r.visit(t, visitor.Options{}))
	}
	for _, v := range all {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	}
	r.empty(t)
}

func TestResizesBeforeTheShellLeaveNothingBehind(t *testing.T) {
	r := serve(t, Config{})
	client := r.client(t)
	c := channel(t, client)
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 80, Rows: 24}) {
		t.Fatal("refused")
	}
	for i := range uint32(100) {
		if _, err := c.SendRequest("window-change", false, gossh.Marshal(windowChange{80 + i, 24, 0, 0})); err != nil {
			t.Fatal(err)
		}
	}
	if !ask(t, c, "window-change", windowChange{90, 30, 0, 0}) {
		t.Error("a size is refused")
	}
	_ = client.Close()
	r.empty(t)
}

func TestLastSizeBeforeTheShellCounts(t *testing.T) {
	r := serve(t, Config{})
	c := channel(t, r.client(t))
	if ask(t, c, "window-change", windowChange{100, 30, 0, 0}) {
		t.Error("a size without a terminal is granted")
	}
	ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 1<<32 - 1, Rows: 1<<32 - 1})
	ask(t, c, "window-change", windowChange{100, 30, 0, 0})
	ask(t, c, "shell", nil)
	r.log.until(t, "width=100 height=30")
}

func TestHugeWindowsAreDrawnSmall(t *testing.T) {
	r := serve(t, Config{})
	for _, size := range []uint32{20000, 1<<32 - 1} {
		c := channel(t, r.client(t))
		ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: size, Rows: size})
		ask(t, c, "shell", nil)
		for range 100 {
			ask(t, c, "window-change", windowChange{size, size, 0, 0})
		}
		if _, err := c.Read(make([]byte, 1)); err != nil {
			t.Error(err)
		}
		r.log.until(t, "width=400 height=200")
	}
}

func TestClosedChannelOnAnOpenConnectionEndsTheSession(t *testing.T) {
	r := serve(t, Config{})
	client := r.client(t)
	c := channel(t, client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 80, Rows: 24})
	ask(t, c, "shell", nil)
	if _, err := c.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	r.log.until(t, "session closed")
	if client := r.limits.all(); len(client) != 1 {
		t.Errorf("%d connections", len(client))
	}
	_ = client.Close()
	r.empty(t)
}

func TestKeysAfterLeavingLeaveNothingBehind(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{})
	for _, keys := range []string{"q", strings.Repeat("jk", 500)} {
		if err := v.Type(keys); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
	}
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	_ = v.Close()
	r.empty(t)
}

func TestEnvironmentIsBounded(t *testing.T) {
	r := serve(t, Config{})
	c := channel(t, r.client(t))
	if !ask(t, c, "env", variable{"LANG", "C"}) || !ask(t, c, "env", variable{"NO_COLOR", "1"}) {
		t.Error("a variable that counts is refused")
	}
	if ask(t, c, "env", variable{"LD_PRELOAD", "x"}) || ask(t, c, "env", variable{"", ""}) {
		t.Error("a variable that means nothing is granted")
	}
	for range maxEnv - 4 {
		if !ask(t, c, "env", variable{"LANG", "C"}) {
			t.Error("too few")
		}
	}
	if ask(t, c, "env", variable{"LANG", "C"}) {
		t.Error("one more than may be")
	}

	c = channel(t, r.client(t))
	if ask(t, c, "env", variable{"LANG", strings.Repeat("x", maxEnvBytes)}) || ask(t, c, "env", variable{"LANG", "C"}) {
		t.Error("more bytes than may be")
	}
}

func TestFloodOfRequestsEndsTheConnection(t *testing.T) {
	for _, ofChannel := range []bool{true, false} {
		r := serve(t, Config{})
		client := r.client(t)
		c := channel(t, client)
		for range maxRequests + 1 {
			var err error
			if ofChannel {
				_, err = c.SendRequest("window-change", false, gossh.Marshal(windowChange{80, 24, 0, 0}))
			} else {
				_, _, err = client.SendRequest("keepalive@openssh.com", false, nil)
			}
			if err != nil {
				break
			}
		}
		hungUp(t, client)
		r.log.until(t, `because="too many requests"`)
		r.empty(t)
	}
}

func TestFloodOfBytesEndsTheConnection(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) { s.wireTotal = 64 << 10 })
	client := r.client(t)
	c := channel(t, client)
	go func() { _, _ = c.Stderr().Write(make([]byte, 1<<20)) }() // which nobody reads
	hungUp(t, client)
	r.log.until(t, `because="sent too much"`)
	r.empty(t)
}

func TestChannelsOfAConnectionAreLimited(t *testing.T) {
	r := serve(t, Config{})
	client := r.client(t)
	var open []gossh.Channel
	for range maxChannels {
		open = append(open, channel(t, client))
	}
	if _, _, err := client.OpenChannel("session", nil); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("%v", err)
	}
	for ever := maxChannels; ever < maxEverChannels; ever++ {
		_ = open[0].Close()
		open = open[1:]
		eventually(t, func() error {
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
	// Once: after some refusals the server hangs up, and the library may then
	// wait for ever.
	if _, _, err := client.OpenChannel("session", nil); err == nil {
		t.Fatal("a channel over the limit is open")
	}
}

func TestFloodOfRefusedChannelsEndsTheConnection(t *testing.T) {
	r := serve(t, Config{}, smallWriteBuffer)
	client, d := r.deaf(t)
	for range maxChannels {
		channel(t, client)
	}
	close(d.stop)
	opening := make(chan struct{}, 100)
	for range cap(opening) {
		go func() { // waits for an answer that is not read
			_, _, _ = client.OpenChannel("session", nil)
			opening <- struct{}{}
		}()
	}
	r.log.until(t, `because="too many channels"`)
	close(d.gone)
	_ = client.Close()
	for range cap(opening) {
		<-opening
	}
	r.empty(t)
}

func TestConnectionWithoutSessionIsClosed(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) { s.lonely = time.Second })
	v := r.visit(t, visitor.Options{})
	idle, used := r.client(t), r.client(t)
	if sess, err := used.NewSession(); err != nil {
		t.Error(err)
	} else if _, err := sess.Output("help"); err != nil {
		t.Error(err)
	}
	hungUp(t, idle)
	hungUp(t, used)
	r.log.until(t, `because="no session"`)
	if err := v.Press("q"); err != nil {
		t.Error(err)
	}
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
}

func TestHandshakeEndsInTimeWhateverComes(t *testing.T) {
	r := serve(t, Config{HandshakeTimeout: 200 * time.Millisecond})
	closed(t, r.silent(t))

	for _, begin := range []string{"", "SSH-2.0-slow\r\n"} {
		c := r.silent(t)
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
	r.log.until(t, "handshake failed")
	r.empty(t)
}

func TestRandomBytesAreSurvived(t *testing.T) {
	r := serve(t, Config{})
	for _, bytes := range []string{
		"GET / HTTP/1.1\r\n\r\n", "\x00\x01\x02", "SSH-2.0-x\r\n\xff\xff\xff\xff\xff\xff\xff\xff",
		"SSH-1.5-x\r\n", strings.Repeat("x", 1000), strings.Repeat("\n", 2000),
	} {
		c := r.silent(t)
		if _, err := io.WriteString(c, bytes); err != nil {
			t.Fatal(err)
		}
		if half, ok := c.(*net.TCPConn); ok {
			_ = half.CloseWrite()
		}
		closed(t, c)
	}
	r.visit(t, visitor.Options{})
}

func TestNoKeyForTheIdleTimeoutEndsTheVisit(t *testing.T) {
	r := serve(t, Config{IdleTimeout: time.Second})
	checkEnded(t, r, r.visit(t, visitor.Options{}), "no key for 1 second")
}

func TestVisitEndsWithTheSessionTimeout(t *testing.T) {
	r := serve(t, Config{SessionTimeout: time.Second})
	checkEnded(t, r, r.visit(t, visitor.Options{}), "a visit lasts up to 1 second")
}

func TestSessionTimeoutHoldsForCommandsToo(t *testing.T) {
	r := serve(t, Config{SessionTimeout: 100 * time.Millisecond}, func(s *Server) {
		s.ssh.Handler = middleware(func(sess *session) bool {
			<-sess.ctx.Done() // a command whose output is read byte by byte
			return true
		}, s.ssh.Handler)
	})
	client := r.client(t)
	ask(t, channel(t, client), "exec", struct{ Line string }{"text"})
	hungUp(t, client)
	r.log.until(t, `because="a visit lasts up to 100ms"`)
	r.empty(t)
}

func TestTooMuchTypingEndsTheVisit(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) { s.inputTotal = 1 << 10 })
	v := r.visit(t, visitor.Options{})
	if err := v.Paste(strings.Repeat("x", 4<<10)); err != nil {
		t.Fatal(err)
	}
	checkEnded(t, r, v, endInput.words)
}

// checkEnded checks that the visitor is told why, on a terminal as it was.
func checkEnded(t *testing.T, r *running, v *visitor.Visitor, why string) {
	t.Helper()
	if status, err := v.Wait(t.Context()); status != 1 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if err := v.Screen().Restored(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(v.Screen().Text(), "This session has ended: "+why) {
		t.Errorf("%q is not said:\n%s", why, v.Screen().Text())
	}
	r.log.until(t, fmt.Sprintf("because=%q", why))
	_ = v.Close()
	r.empty(t)
}

// deaf is a connection whose client stops reading when told so.
type deaf struct {
	net.Conn
	stop chan struct{}
	gone chan struct{}
}

func (d *deaf) Read(p []byte) (int, error) {
	select {
	case <-d.stop:
		<-d.gone
		return 0, io.EOF
	default:
		return d.Conn.Read(p[:min(len(p), 512)])
	}
}

// smallWriteBuffer has the kernel hold little for clients, which would take
// long to fill.
func smallWriteBuffer(s *Server) {
	handOn := s.ssh.ConnCallback
	s.ssh.ConnCallback = func(ctx ssh.Context, c net.Conn) net.Conn {
		if c, ok := c.(*conn); ok {
			if tcp, ok := c.Conn.(*net.TCPConn); ok {
				_ = tcp.SetWriteBuffer(4 << 10)
			}
		}
		return handOn(ctx, c)
	}
}

// deaf connects a client that stops reading when told so.
func (r *running) deaf(t *testing.T) (*gossh.Client, *deaf) {
	t.Helper()
	d := &deaf{Conn: r.silent(t), stop: make(chan struct{}), gone: make(chan struct{})}
	if tcp, ok := d.Conn.(*net.TCPConn); ok {
		if err := tcp.SetReadBuffer(4 << 10); err != nil {
			t.Fatal(err)
		}
	}
	conn, channels, requests, err := gossh.NewClientConn(d, r.addr, &gossh.ClientConfig{
		User: "visitor", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
	})
	if err != nil {
		t.Fatal(err)
	}
	return gossh.NewClient(conn, channels, requests), d
}

func TestClientThatReadsNothingIsLetGo(t *testing.T) {
	r := serve(t, Config{}, smallWriteBuffer, func(s *Server) { s.stall = 300 * time.Millisecond })
	client, d := r.deaf(t)
	c := channel(t, client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: 400, Rows: 200})
	ask(t, c, "shell", nil)
	close(d.stop)
	typed := make(chan struct{})
	go func() {
		defer close(typed)
		// Each key draws another page of the largest window. How many frames are
		// dropped for newer ones is the server's to say, so keys come until it
		// has let go.
		for err := error(nil); err == nil; {
			_, err = c.Write([]byte("1234567890"))
		}
	}()
	r.log.until(t, "session closed")
	close(d.gone)
	_ = client.Close()
	<-typed
	r.empty(t)
}

func TestClientThatTakesNothingFromItsChannelIsLetGo(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) {
		s.stall = 300 * time.Millisecond
		s.ssh.Handler = middleware(func(sess *session) bool {
			// x/crypto's client has room for 2 MiB, of which the first frame
			// finds next to none.
			_, _ = sess.Channel.Write(make([]byte, 2<<20-100))
			return false
		}, s.ssh.Handler)
	})
	client := r.client(t)
	c := channel(t, client)
	ask(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: 400, Rows: 200})
	ask(t, c, "shell", nil)
	hungUp(t, client)
	r.log.until(t, `because="the client reads nothing"`)
	r.empty(t)
}
