package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// maxOutput is how many bytes may come before an expected text. A frame takes
// about 6 KiB.
const maxOutput = 64 << 10

// Window is the size of a window, in cells.
type Window struct{ Width, Height uint32 }

// client is one session. Only await and record read its output.
type client struct {
	tcp     net.Conn
	conn    ssh.Conn
	channel ssh.Channel
}

// dial connects and requests a terminal and a shell. Each number connects from
// an address of its own, since a server may limit what comes from one; on a
// machine with a single loopback address, all share that.
func dial(ctx context.Context, addr string, number int, w Window) (*client, error) {
	var d net.Dialer
	if runtime.GOOS == "linux" { // where all of 127.0.0.0/8 is loopback
		d.LocalAddr = &net.TCPAddr{IP: net.IPv4(127, 1, byte(number>>8&0xff), byte(number&0xff))}
	}
	tcp, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	c := &client{tcp: tcp}
	if err := c.start(addr, w); err != nil {
		_ = tcp.Close() // the first error matters
		return nil, err
	}
	return c, nil
}

func (c *client) start(addr string, w Window) error {
	if err := c.setDeadline(); err != nil {
		return err
	}
	conn, channels, requests, err := ssh.NewClientConn(c.tcp, addr, &ssh.ClientConfig{
		// OpenSSH's first choice.
		Config:          ssh.Config{Ciphers: []string{ssh.CipherChaCha20Poly1305}},
		User:            "visitor",
		HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error { return nil },
	})
	if err != nil {
		return fmt.Errorf("handshake: %w", err)
	}
	c.conn = conn
	go ssh.DiscardRequests(requests)
	go func() {
		for channel := range channels {
			_ = channel.Reject(ssh.Prohibited, "") // a server may not open channels
		}
	}()
	// Nothing reads the requests of the session: they are few and fit into the
	// Go channel's buffer.
	if c.channel, _, err = conn.OpenChannel("session", nil); err != nil {
		return fmt.Errorf("open a session: %w", err)
	}
	// RFC 4254, section 6.2.
	terminal := ssh.Marshal(ptyRequest{Term: "xterm-256color", Columns: w.Width, Rows: w.Height, Modes: "\x00"})
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

// outputs holds buffers for await.
var outputs = sync.Pool{New: func() any { return new([maxOutput]byte) }}

// await reads output until it contains the text.
func (c *client) await(text string) error {
	if err := c.setDeadline(); err != nil {
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

// setDeadline bounds reads and writes from now on.
func (c *client) setDeadline() error { return c.tcp.SetDeadline(time.Now().Add(patience)) }

// close closes the connection.
func (c *client) close() error { return c.conn.Close() }

// concurrency is how many clients connect at the same time.
const concurrency = 8

// clients are idle sessions that have received the first frame.
type clients []*client

// dialAll connects clients with the numbers from first on, each with the window
// of its number, and waits until each has received the text. If one fails, all
// are closed.
func dialAll(ctx context.Context, addr string, first, size int, window func(int) Window, text string) (clients, error) {
	all := make(clients, size)
	failed := make(chan error, concurrency)
	var next atomic.Int64
	var work sync.WaitGroup
	for range concurrency {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < size && len(failed) == 0; i = int(next.Add(1)) - 1 {
				c, err := dial(ctx, addr, first+i, window(first+i))
				if err == nil {
					all[i] = c
					err = c.await(text)
				}
				if err != nil {
					failed <- err
					return
				}
			}
		})
	}
	work.Wait()
	if len(failed) > 0 {
		return nil, errors.Join(<-failed, all.close())
	}
	return all, nil
}

// close closes all connections.
func (all clients) close() error {
	var errs []error
	for _, c := range all {
		if c != nil {
			errs = append(errs, c.close())
		}
	}
	return errors.Join(errs...)
}
