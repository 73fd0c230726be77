package load

import (
	"io"
	"net"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// perSource is how many connections an attacker opens from each address: as
// many as one source may have.
const perSource = 8

// dial opens the attacker's connection with the given number. It never comes
// from the address of the well-behaved visitors. Reads and writes have a
// deadline.
func (p *target) dial(t *testing.T, number int) *net.TCPConn {
	t.Helper()
	source := number / perSource
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 66, byte(source/250), byte(1+source%250))}}
	c, err := d.DialContext(t.Context(), "tcp", p.addr)
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

// handshake performs the SSH handshake.
func handshake(t *testing.T, c net.Conn, config ssh.Config, user string) ssh.Conn {
	t.Helper()
	conn, channels, requests, err := ssh.NewClientConn(c, "", &ssh.ClientConfig{
		Config: config, User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // G106: any host key will do
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	go ssh.DiscardRequests(requests)
	go func() {
		for range channels { // a server may not open channels
		}
	}()
	return conn
}

// connect dials and performs the handshake.
func (p *target) connect(t *testing.T, number int) ssh.Conn {
	t.Helper()
	return handshake(t, p.dial(t, number), ssh.Config{}, "visitor")
}

// session opens a session whose output nobody reads.
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

// request makes a request and reports whether it succeeded.
func request(t *testing.T, c ssh.Channel, name string, payload any) bool {
	t.Helper()
	var p []byte
	if payload != nil {
		p = ssh.Marshal(payload)
	}
	ok, err := c.SendRequest(name, true, p)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return ok
}

// shell opens the interactive résumé in a window of the given size, and waits
// for the first byte.
func shell(t *testing.T, c ssh.Channel, columns, rows uint32) {
	t.Helper()
	if !request(t, c, "pty-req", ptyRequest{Term: "xterm-256color", Columns: columns, Rows: rows}) || !request(t, c, "shell", nil) {
		t.Fatal("no terminal")
	}
	if _, err := c.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
}

// discard discards the output of a session.
func discard(c ssh.Channel) { go func() { _, _ = io.Copy(io.Discard, c) }() }

// reset closes connections with a reset, as the kernel does for a killed process
// that has unread bytes.
func reset(t *testing.T, all ...*net.TCPConn) {
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

// endless writes the text again and again until that fails.
func endless(w io.Writer, text string) {
	for {
		if _, err := io.WriteString(w, text); err != nil {
			return
		}
	}
}
