package visitor

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"
)

// session is one session of the test's server.
type session struct {
	ssh.Channel

	env     map[string]string
	term    string
	command string
	pty     bool
	size    [2]uint32      // at the start
	resized chan [2]uint32 // later sizes
}

// serve runs a server on a loopback port that handles each session with handle,
// whose result is the exit status.
func serve(t *testing.T, handle func(*session) uint32) (addr string) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	config := &ssh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(signer)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var work sync.WaitGroup
	work.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			work.Go(func() { serveConn(conn, config, handle) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		work.Wait()
	})
	return listener.Addr().String()
}

func serveConn(conn net.Conn, config *ssh.ServerConfig, handle func(*session) uint32) {
	c, channels, requests, err := ssh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	defer func() { _ = c.Close() }()
	go ssh.DiscardRequests(requests)
	for offered := range channels {
		channel, requests, err := offered.Accept()
		if err != nil {
			return
		}
		serveSession(&session{Channel: channel, env: map[string]string{}, resized: make(chan [2]uint32, 16)}, requests, handle)
	}
}

// serveSession answers the requests of a session until its channel is closed.
func serveSession(s *session, requests <-chan *ssh.Request, handle func(*session) uint32) {
	for r := range requests {
		switch r.Type {
		case "env":
			var v struct{ Name, Value string }
			_ = ssh.Unmarshal(r.Payload, &v)
			s.env[v.Name] = v.Value
		case "pty-req":
			var v struct {
				Term                         string
				Columns, Rows, Width, Height uint32
				Modes                        string
			}
			_ = ssh.Unmarshal(r.Payload, &v)
			s.pty, s.term, s.size = true, v.Term, [2]uint32{v.Columns, v.Rows}
		case "window-change":
			s.resized <- [2]uint32{binary.BigEndian.Uint32(r.Payload), binary.BigEndian.Uint32(r.Payload[4:])}
		case "exec", "shell":
			if len(r.Payload) > 4 {
				s.command = string(r.Payload[4:])
			}
		}
		if r.WantReply {
			_ = r.Reply(true, nil)
		}
		if r.Type == "exec" || r.Type == "shell" { // not before the reply: it may close the channel
			go func() {
				status := handle(s)
				_, _ = s.SendRequest("exit-status", false, binary.BigEndian.AppendUint32(nil, status))
				_ = s.Close()
			}()
		}
	}
}

// print writes to the visitor's terminal.
func (s *session) print(text string) { _, _ = io.WriteString(s, text) }

// expect reads exactly the given input.
func (s *session) expect(want string) error {
	got := make([]byte, len(want))
	if _, err := io.ReadFull(s, got); err != nil {
		return err
	}
	if string(got) != want {
		return errors.New("got " + string(got))
	}
	return nil
}
