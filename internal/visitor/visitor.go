// Package visitor connects to a server over SSH as a person does: with a real client and an emulated terminal
// that shows what the server draws and answers its queries. Only tests use it.
package visitor

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/crypto/ssh"
)

// Options describe the client.
type Options struct {
	Terminal

	User    string            // "visitor" if empty
	Auth    []ssh.AuthMethod  // tried after "none"
	Term    string            // "xterm-256color" if empty
	Env     map[string]string // sent in the order of the names; the server may refuse them
	Command string            // the shell if empty
	Before  string            // on the main screen before the session, such as a prompt
}

// Visitor is one SSH session with a terminal.
type Visitor struct {
	screen  *Screen
	client  *ssh.Client
	session *ssh.Session

	typing sync.Mutex // keeps the bytes of a key together
	stdin  io.Writer

	drawing sync.Mutex    // held while output is drawn or the screen is checked
	changed chan struct{} // closed when the screen changes

	ended  chan struct{}
	status error // of the session; set when ended is closed
	work   sync.WaitGroup
}

// Visit connects and starts the shell or the command in a terminal. The connection is closed when ctx is done.
func Visit(ctx context.Context, addr string, o Options) (*Visitor, error) {
	v := &Visitor{screen: NewScreen(o.Terminal), changed: make(chan struct{}), ended: make(chan struct{})}
	if _, err := io.WriteString(v.screen, o.Before); err != nil {
		return nil, err
	}
	var err error
	if v.client, err = dial(ctx, addr, o); err != nil {
		return nil, err
	}
	if err := v.start(o); err != nil {
		return nil, errors.Join(err, v.client.Close())
	}
	return v, nil
}

// dial returns a client whose connection is closed when ctx is done.
func dial(ctx context.Context, addr string, o Options) (*ssh.Client, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	context.AfterFunc(ctx, func() { _ = conn.Close() })
	c, channels, requests, err := ssh.NewClientConn(conn, addr, &ssh.ClientConfig{
		User: cmp.Or(o.User, "visitor"), Auth: o.Auth,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // any key will do
	})
	if err != nil {
		return nil, fmt.Errorf("handshake with %s: %w", addr, err)
	}
	return ssh.NewClient(c, channels, requests), nil
}

// setenv sends the variables. The server may refuse them.
func (o Options) setenv(session *ssh.Session) {
	for _, name := range slices.Sorted(maps.Keys(o.Env)) {
		_ = session.Setenv(name, o.Env[name])
	}
}

// start starts the shell or the command.
func (o Options) start(session *ssh.Session) (err error) {
	if o.Command == "" {
		err = session.Shell()
	} else {
		err = session.Start(o.Command)
	}
	if err != nil {
		return fmt.Errorf("start: %w", err)
	}
	return nil
}

func (v *Visitor) start(o Options) error {
	session, err := v.client.NewSession()
	if err != nil {
		return fmt.Errorf("open a session: %w", err)
	}
	v.session = session
	o.setenv(session)
	width, height := v.screen.Size()
	if err := session.RequestPty(cmp.Or(o.Term, "xterm-256color"), height, width, ssh.TerminalModes{}); err != nil {
		return fmt.Errorf("request a terminal: %w", err)
	}
	if v.stdin, err = session.StdinPipe(); err != nil {
		return fmt.Errorf("open the input: %w", err)
	}
	// With a terminal, a client shows both there.
	session.Stdout, session.Stderr = output{v}, output{v}
	if err := o.start(session); err != nil {
		return err
	}
	v.work.Go(func() {
		answers := make([]byte, 1024)
		for {
			n, err := v.screen.Read(answers)
			if err != nil {
				return
			}
			_ = v.Type(string(answers[:n])) // the session may have ended
		}
	})
	v.work.Go(func() {
		v.status = v.session.Wait()
		close(v.ended)
		_ = v.screen.Close()
	})
	return nil
}

// output draws what the server sends and wakes waiters.
type output struct{ v *Visitor }

func (o output) Write(p []byte) (int, error) {
	o.v.drawing.Lock()
	defer o.v.drawing.Unlock()
	n, err := o.v.screen.Write(p)
	close(o.v.changed)
	o.v.changed = make(chan struct{})
	return n, err
}

// Screen returns the visitor's terminal.
func (v *Visitor) Screen() *Screen { return v.screen }

// Client returns the connection, for tests that do more than a person can.
func (v *Visitor) Client() *ssh.Client { return v.client }

// Type sends text unchanged.
func (v *Visitor) Type(text string) error {
	v.typing.Lock()
	defer v.typing.Unlock()
	if _, err := io.WriteString(v.stdin, text); err != nil {
		return fmt.Errorf("type %q: %w", text, err)
	}
	return nil
}

// Press sends keys by name: "q", "enter", "ctrl+d", "pgdown". Most programs take
// a key right after "esc" for a key with alt, so wait for the effect of "esc"
// first.
func (v *Visitor) Press(names ...string) error {
	for _, name := range names {
		seq, err := sequence(name)
		if err != nil {
			return err
		}
		if err := v.Type(seq); err != nil {
			return err
		}
	}
	return nil
}

// keys holds what xterm sends for keys that are not characters.
var keys = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f", "esc": "\x1b",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"insert": "\x1b[2~", "delete": "\x1b[3~", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
}

// sequence returns what a terminal sends for a key.
func sequence(key string) (string, error) {
	if seq, ok := keys[key]; ok {
		return seq, nil
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok && len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
		return string(rune(letter[0] - 'a' + 1)), nil
	}
	if utf8.RuneCountInString(key) == 1 {
		return key, nil
	}
	return "", fmt.Errorf("unknown key %q", key)
}

// Resize changes the size of the window, in cells, and informs the server.
func (v *Visitor) Resize(width, height int) error {
	v.drawing.Lock()
	v.screen.Resize(width, height)
	v.drawing.Unlock()
	if err := v.session.WindowChange(height, width); err != nil {
		return fmt.Errorf("resize to %d×%d: %w", width, height, err)
	}
	return nil
}

// Close closes the connection and waits for the visitor's goroutines.
func (v *Visitor) Close() error {
	err := v.client.Close()
	v.work.Wait()
	if errors.Is(err, net.ErrClosed) || errors.Is(err, io.EOF) { // the other side has closed it before
		return nil
	}
	return err
}

// Result is the output of a session without a terminal.
type Result struct {
	Stdout, Stderr string
	Status         int
}

// Run runs a session without a terminal, as `ssh HOST command` and `ssh -T HOST`
// do, with the given standard input, and waits for its end.
func Run(ctx context.Context, addr string, o Options, input string) (Result, error) {
	client, err := dial(ctx, addr, o)
	if err != nil {
		return Result{}, err
	}
	defer func() { _ = client.Close() }()
	session, err := client.NewSession()
	if err != nil {
		return Result{}, fmt.Errorf("open a session: %w", err)
	}
	o.setenv(session)
	var stdout, stderr bytes.Buffer
	session.Stdin, session.Stdout, session.Stderr = strings.NewReader(input), &stdout, &stderr
	if err := o.start(session); err != nil {
		return Result{}, err
	}
	status, err := exitStatus(session.Wait())
	return Result{stdout.String(), stderr.String(), status}, err
}

// Deaf is the connection of a client that stops reading once Stop is closed. It reads little at once, so that
// much is unread then. Once Gone is closed, too, reading fails.
type Deaf struct {
	net.Conn

	Stop, Gone chan struct{}
}

// Read reads until Stop is closed, then waits for Gone.
func (d *Deaf) Read(p []byte) (int, error) {
	select {
	case <-d.Stop:
		<-d.Gone
		return 0, io.EOF
	default:
		return d.Conn.Read(p[:min(len(p), 512)])
	}
}
