package servertest

import (
	"errors"
	"io"
	"net"
	"testing"
	"time"

	"github.com/pkg/sftp"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

// Connect connects as a client of a version, or of the library's if that is empty.
func (r *Running) Connect(version string) (*gossh.Client, error) {
	return gossh.Dial("tcp", r.Addr, ClientConfig(version))
}

// ClientConfig returns the configuration of a client that trusts any server.
func ClientConfig(version string) *gossh.ClientConfig {
	return &gossh.ClientConfig{
		User: "visitor", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		Timeout: visitor.Patience, ClientVersion: version,
	}
}

// Client connects, and asks for nothing.
func (r *Running) Client(t *testing.T) *gossh.Client {
	t.Helper()
	client, err := r.Connect("")
	check(t, err)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// SFTP opens an SFTP session on a connection of its own.
func (r *Running) SFTP(t *testing.T) *sftp.Client {
	t.Helper()
	client, err := sftp.NewClient(r.Client(t))
	check(t, err)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// Channel opens a channel for a session, of which the test asks what it likes.
func Channel(t *testing.T, client *gossh.Client) gossh.Channel {
	t.Helper()
	c, requests, err := client.OpenChannel("session", nil)
	check(t, err)
	go gossh.DiscardRequests(requests)
	return c
}

// Ask sends a request, of which the payload may be nil, and reports whether it was
// granted.
func Ask(t *testing.T, c gossh.Channel, name string, payload any) bool {
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

// Pty is the payload of a request for a terminal.
type Pty struct {
	Term                         string
	Columns, Rows, Width, Height uint32
	Modes                        string
}

// Variable is the payload of a request that sets a variable of the environment.
func Variable(name, value string) any { return struct{ Name, Value string }{name, value} }

// Text is the payload of a request for a command or a subsystem.
func Text(text string) any { return struct{ Text string }{text} }

// Silent opens a TCP connection that says nothing.
func (r *Running) Silent(t *testing.T) net.Conn {
	t.Helper()
	var dialer net.Dialer
	c, err := dialer.DialContext(t.Context(), "tcp", r.Addr)
	check(t, err)
	t.Cleanup(func() { _ = c.Close() })
	check(t, c.SetDeadline(time.Now().Add(visitor.Patience)))
	return c
}

// Closed waits until the server has closed a TCP connection, and returns what it
// sent before.
func Closed(t *testing.T, c net.Conn) string {
	t.Helper()
	sent, err := io.ReadAll(c)
	if timeout := net.Error(nil); errors.As(err, &timeout) && timeout.Timeout() {
		t.Fatal("the connection is still open")
	}
	return string(sent)
}
