package sshd_test

import (
	"net"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// serveAtRest starts a server. The function waits until nothing is left of any connection,
// not even a goroutine. Tests that use it don't run beside others.
func serveAtRest(t *testing.T, config server.Config) (r *servertest.Running, atRest func()) {
	t.Helper()
	r = servertest.Serve(t, config)
	left := slices.Concat(servertest.LeftByBubbleTea, []goleak.Option{goleak.IgnoreCurrent()}) // also what runs without visitors
	return r, func() {
		t.Helper()
		r.Empty(t)
		visitor.Eventually(t, func() error { return goleak.Find(left...) })
	}
}

// inTerminal returns what a command prints in a terminal, and its exit status.
func inTerminal(t *testing.T, r *servertest.Running, o visitor.Options) (status int, raw string) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.Addr, o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close() //nolint:errcheck // the session has ended by then
	status, err = v.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return status, v.Screen().Written()
}

// hungUp waits until the server has closed a connection.
func hungUp(t *testing.T, c interface{ Wait() error }) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(visitor.Patience):
		t.Fatal("the connection is still open")
	}
}

// openChannel opens a session channel for arbitrary requests.
func openChannel(t *testing.T, client *gossh.Client) gossh.Channel {
	t.Helper()
	c, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	return c
}

// ask sends a request, with or without a payload, and reports whether it was granted.
func ask(t *testing.T, c gossh.Channel, name string, payload any) bool {
	t.Helper()
	var b []byte
	if payload != nil {
		b = gossh.Marshal(payload)
	}
	ok, err := c.SendRequest(name, true, b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return ok
}

// ptyRequest is the payload of a request for a terminal.
type ptyRequest struct {
	Term                         string
	Columns, Rows, Width, Height uint32
	Modes                        string
}

// variable is the payload of a request that sets an environment variable.
func variable(name, value string) any { return struct{ Name, Value string }{name, value} }

// commandLine is the payload of a request for a command or a subsystem.
func commandLine(text string) any { return struct{ Text string }{text} }

// window is the payload of a request with the size of the window.
func window(columns, rows uint32) any {
	return struct{ Columns, Rows, Width, Height uint32 }{columns, rows, 0, 0}
}

// smallWriteBuffers returns a listener whose connections have small kernel buffers, because large ones take
// long to fill.
func smallWriteBuffers(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return smallBuffers{l}
}

type smallBuffers struct{ net.Listener }

func (l smallBuffers) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(4 << 10)
	}
	return c, err
}

// deafClient connects a client that stops reading once Stop is closed.
func deafClient(t *testing.T, r *servertest.Running) (*gossh.Client, *visitor.Deaf) {
	t.Helper()
	d := &visitor.Deaf{Conn: r.Silent(t), Stop: make(chan struct{}), Gone: make(chan struct{})}
	conn, channels, requests, err := gossh.NewClientConn(d, r.Addr, servertest.ClientConfig(""))
	if err != nil {
		t.Fatal(err)
	}
	return gossh.NewClient(conn, channels, requests), d
}
