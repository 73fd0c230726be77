// Package load measures a server that shows a résumé in terminals: what each
// of many readers costs it, and how soon it answers. Its readers are real SSH
// sessions that keep nothing of what they are sent, so that the machine is the
// server's; whatever they cost is in every figure alike.
package load

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"runtime"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

const (
	// patience is how long one answer may take, on a machine that has too much
	// to do. It is no promise.
	patience = time.Minute
	// maxOutput is how many bytes may come before a text that is waited for. A
	// frame takes about 6 KiB.
	maxOutput = 64 << 10

	width, height = 120, 40 // of the window, in cells
)

// client is one reader. Nothing reads what arrives but await and watch.
type client struct {
	tcp     net.Conn
	conn    ssh.Conn
	channel ssh.Channel
}

// dial connects and asks for a terminal and a shell. Every number is a source
// of its own, since a server may limit each; where a machine has one loopback
// address only, all are one source.
func dial(ctx context.Context, addr string, number int) (*client, error) {
	var d net.Dialer
	if runtime.GOOS == "linux" { // which has all of 127.0.0.0/8
		d.LocalAddr = &net.TCPAddr{IP: net.IPv4(127, 1, byte(number>>8&0xff), byte(number&0xff))}
	}
	tcp, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	c := &client{tcp: tcp}
	if err := c.start(addr); err != nil {
		_ = tcp.Close() // there is a better error to tell
		return nil, err
	}
	return c, nil
}

func (c *client) start(addr string) error {
	if err := c.hurry(); err != nil {
		return err
	}
	conn, channels, requests, err := ssh.NewClientConn(c.tcp, addr, &ssh.ClientConfig{
		// What OpenSSH asks for first.
		Config:          ssh.Config{Ciphers: []string{ssh.CipherChaCha20Poly1305}},
		User:            "visitor",
		HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error { return nil },
	})
	if err != nil {
		return fmt.Errorf("shake hands: %w", err)
	}
	c.conn = conn
	go ssh.DiscardRequests(requests)
	go func() {
		for channel := range channels {
			_ = channel.Reject(ssh.Prohibited, "") // servers have none to open
		}
	}()
	// The few requests of the session have room in their channel.
	if c.channel, _, err = conn.OpenChannel("session", nil); err != nil {
		return fmt.Errorf("open a session: %w", err)
	}
	// RFC 4254, section 6.2.
	terminal := ssh.Marshal(struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}{"xterm-256color", width, height, 0, 0, "\x00"})
	for _, r := range []struct {
		name    string
		payload []byte
	}{{"pty-req", terminal}, {"shell", nil}} {
		switch ok, err := c.channel.SendRequest(r.name, true, r.payload); {
		case err != nil:
			return fmt.Errorf("%s: %w", r.name, err)
		case !ok:
			return fmt.Errorf("%s was refused", r.name)
		}
	}
	return nil
}

// outputs hold what is looked through.
var outputs = sync.Pool{New: func() any { return new([maxOutput]byte) }}

// await reads until the text has come.
func (c *client) await(text string) error {
	if err := c.hurry(); err != nil {
		return err
	}
	output, _ := outputs.Get().(*[maxOutput]byte)
	defer outputs.Put(output)
	for n := 0; n < len(output); {
		more, err := c.channel.Read(output[n:])
		from := max(n-len(text), 0)
		n += more
		if bytes.Contains(output[from:n], []byte(text)) {
			return c.tcp.SetDeadline(time.Time{})
		}
		if err != nil {
			return fmt.Errorf("wait for %q: %w", text, err)
		}
	}
	return fmt.Errorf("no %q in %d bytes", text, len(output))
}

// hurry bounds what is read and written from now on.
func (c *client) hurry() error { return c.tcp.SetDeadline(time.Now().Add(patience)) }

// close hangs up.
func (c *client) close() error { return c.conn.Close() }
