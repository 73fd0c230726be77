package attack

import (
	"io"
	"net"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// perSource is how many connections an attacker has from each address: as many
// as a source may.
const perSource = 8

// dial connects as the attacker's connection of that number. The address it
// comes from is never that of a visitor. Reading and writing end in time.
func (p *target) dial(t *testing.T, number int) *net.TCPConn {
	t.Helper()
	source := number / perSource
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 66, byte(source/250), byte(1+source%250))}}
	c, err := d.DialContext(t.Context(), "tcp", p.Addr())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	tcp, ok := c.(*net.TCPConn)
	if !ok {
		t.Fatalf("%T", c)
	}
	return tcp
}

// shakeHands makes a connection an SSH connection.
func shakeHands(t *testing.T, c net.Conn, config ssh.Config, user string) ssh.Conn {
	t.Helper()
	conn, channels, requests, err := ssh.NewClientConn(c, "", &ssh.ClientConfig{
		Config: config, User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // G106: no matter whose it is
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	go ssh.DiscardRequests(requests)
	go func() {
		for range channels { // a server has none to open
		}
	}()
	return conn
}

// connect does both.
func (p *target) connect(t *testing.T, number int) ssh.Conn {
	t.Helper()
	return shakeHands(t, p.dial(t, number), ssh.Config{}, "visitor")
}

// session opens a session, of which nothing is read.
func session(t *testing.T, conn ssh.Conn) ssh.Channel {
	t.Helper()
	c, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(requests)
	return c
}

type (
	ptyRequest struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	windowChange struct{ Columns, Rows, Width, Height uint32 }
	variable     struct{ Name, Value string }
	line         struct{ Line string }
)

// ask makes a request and tells whether it is granted.
func ask(t *testing.T, c ssh.Channel, request string, payload any) bool {
	t.Helper()
	var p []byte
	if payload != nil {
		p = ssh.Marshal(payload)
	}
	ok, err := c.SendRequest(request, true, p)
	if err != nil {
		t.Fatalf("%s: %v", request, err)
	}
	return ok
}

// shell begins to read the résumé in a window of that size, and waits for the
// first bytes.
func shell(t *testing.T, c ssh.Channel, columns, rows uint32) {
	t.Helper()
	if !ask(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: columns, Rows: rows}) || !ask(t, c, "shell", nil) {
		t.Fatal("no terminal")
	}
	if _, err := c.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
}

// readAll takes all that a session is sent.
func readAll(c ssh.Channel) { go func() { _, _ = io.Copy(io.Discard, c) }() }

// kill ends connections as the kernel does for a process that is killed with
// bytes unread.
func kill(t *testing.T, all ...*net.TCPConn) {
	t.Helper()
	for _, c := range all {
		if err := c.SetLinger(0); err != nil {
			t.Error(err)
		}
	}
	for _, c := range all {
		_ = c.Close()
	}
}

// endless writes the text again and again until nothing takes it any more.
func endless(w io.Writer, text string) {
	for {
		if _, err := io.WriteString(w, text); err != nil {
			return
		}
	}
}
