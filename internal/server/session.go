package server

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// session is a channel on which a visitor reads. It is what middleware of Wish
// gets; unlike the stock one it writes bytes as they are, whether there is a
// terminal or not.
type session struct {
	gossh.Channel

	conn *conn
	ssh  *gossh.ServerConn
	ctx  ssh.Context
	id   string // unique, in the log

	// Only the goroutine that answers requests changes these, and before the
	// handler begins.
	env           environment
	variables     int
	variableBytes int
	command       string
	subsystem     string
	hasPty        bool
	term          string
	begun         bool // a shell or a command was asked for
	started       bool // the handler was started
	first         bool // it is the connection's first

	mu     sync.Mutex
	window ssh.Window // a client may change it at any time
	resize func(width, height int)
	reader func(tea.Msg) // takes what there is to tell; nil where nobody reads
	end    context.CancelCauseFunc
	exited bool
	status int    // of exit
	why    ending // nothing where the visitor was done

	// What the visitor gets, one version for the whole visit. The handler sets it
	// as it begins.
	edition *edition

	// The handler leaves these for the log and for the end.
	read   []string // the sections
	files  []string
	format string // that was asked for, where there are metrics
	wait   func() // for what the handler started, once the channel is closed
}

// Middleware and the log may use the session as any other.
var _ ssh.Session = (*session)(nil)

// terminal tells whether the visitor's terminal can show more than lines.
func (s *session) terminal() bool { return s.hasPty && s.term != "" && s.term != "dumb" }

// width gives the width of plain text: that of the window, or 80 cells.
func (s *session) width() int {
	if !s.hasPty {
		return defaultWidth
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.window.Width
}

// onResize has a function called with each size from now on, the present one
// first.
func (s *session) onResize(resize func(width, height int)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resize = resize
	resize(s.window.Width, s.window.Height)
}

// tell tells the reader, where there is one.
func (s *session) tell(msg tea.Msg) {
	s.mu.Lock()
	reader := s.reader
	s.mu.Unlock()
	if reader != nil {
		reader(msg)
	}
}

// print writes a text whose lines end in \n to standard output, as a terminal
// needs it where there is one.
func (s *session) print(text string) { s.write(s.Channel, text) }

// complain writes to standard error likewise.
func (s *session) complain(text string) { s.write(s.Channel.Stderr(), text) }

func (s *session) write(w io.Writer, text string) {
	if s.hasPty {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	s.writeRaw(w, text)
}

// writeRaw writes a text as it is.
func (s *session) writeRaw(w io.Writer, text string) { _, _ = s.send(w, []byte(text)) }

// send writes bytes as they are, and gives up on a client that takes none.
func (s *session) send(w io.Writer, b []byte) (sent int, err error) {
	const piece = 4 << 10 // bytes, so that a slow line is not a client that reads nothing
	for sent < len(b) {
		timer := time.AfterFunc(s.conn.server.stall, func() { s.conn.drop(endStalled) })
		n, err := w.Write(b[sent:min(sent+piece, len(b))])
		timer.Stop()
		sent += n
		if err != nil {
			s.because(s.conn.gone())
			return sent, err
		}
	}
	return sent, nil
}

// because notes why the session ends, unless that is known.
func (s *session) because(why ending) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.why == (ending{}) {
		s.why = why
	}
}

// ended gives why the session has ended; nothing where it was done.
func (s *session) ended() ending {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.why
}

// Exit says how it ended, and closes the channel.
func (s *session) Exit(code int) error {
	s.mu.Lock()
	again := s.exited
	s.exited = true
	if !again {
		s.status = code
	}
	s.mu.Unlock()
	if again {
		return errors.New("the session has ended already")
	}
	status := struct{ Status uint32 }{uint32(code)} //nolint:gosec // it is small and positive
	_, err := s.SendRequest("exit-status", false, gossh.Marshal(&status))
	return errors.Join(err, s.Close())
}

// Context is the connection's.
func (s *session) Context() ssh.Context { return s.ctx }

// User is whatever name the visitor used.
func (s *session) User() string { return s.ssh.User() }

// RemoteAddr is the client's address.
func (s *session) RemoteAddr() net.Addr { return s.conn.RemoteAddr() }

// LocalAddr is the address that the client has reached.
func (s *session) LocalAddr() net.Addr { return s.conn.LocalAddr() }

// Environ gives the variables that mean something here.
func (s *session) Environ() []string {
	var all []string
	for name, value := range s.env {
		all = append(all, name+"="+value)
	}
	return all
}

// RawCommand gives what was typed after the host; empty for a shell.
func (s *session) RawCommand() string { return s.command }

// Command gives its words. There is no shell, so there are no quotes.
func (s *session) Command() []string { return strings.Fields(s.command) }

// Subsystem gives the subsystem that was asked for; empty for none.
func (s *session) Subsystem() string { return s.subsystem }

// PublicKey is nil: what a client shows is not kept.
func (*session) PublicKey() ssh.PublicKey { return nil }

// Permissions are none.
func (*session) Permissions() ssh.Permissions { return ssh.Permissions{} }

// EmulatedPty is false: bytes go out as they are.
func (*session) EmulatedPty() bool { return false }

// Pty gives the terminal with its present window. The channel for changes is
// nil, and never ready: they go to the function of onResize.
func (s *session) Pty() (ssh.Pty, <-chan ssh.Window, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return ssh.Pty{Term: s.term, Window: s.window}, nil, s.hasPty
}

// Signals does nothing: none are taken.
func (*session) Signals(chan<- ssh.Signal) {}

// Break does nothing likewise.
func (*session) Break(chan<- bool) {}
