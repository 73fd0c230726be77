package server

import (
	"context"
	"errors"
	"io"
	"time"

	"charm.land/ssh"

	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
)

// Typing, in bytes.
const (
	inputRate  = 2 << 10 // a second
	inputBurst = 16 << 10
	inputTotal = 1 << 20 // in one session
)

// interactive shows the résumé in the visitor's terminal until the visitor
// leaves or time is up.
func (s *Server) interactive(next ssh.Handler) ssh.Handler {
	return func(visit ssh.Session) {
		sess, ok := visit.(*session)
		if !ok {
			next(visit)
			return
		}
		ctx, active, end := s.lasting(sess, "no key")
		defer end(nil)

		pty, _, _ := sess.Pty()
		profile := sess.env.profile(pty.Term)
		model := tui.New(s.pages, tui.Options{
			Section: s.sectionID(sess.command),
			Width:   pty.Window.Width, Height: pty.Window.Height,
			Profile: profile, ASCII: sess.env.ascii(),
			Host: s.host(sess),
		})
		keys := &typing{
			throttle: newThrottle(sess.Channel, inputRate, inputBurst, s.inputTotal, ctx.Done()),
			active:   active,
			tooMuch:  func() { end(endInput) },
		}
		term := terminal.New(model, keys, sess.Channel, terminal.Options{
			Width: pty.Window.Width, Height: pty.Window.Height, Profile: profile, Stall: s.stall,
			Changes: &s.changes, Before: forScreenReaders(s.host(sess), pty.Window.Width),
		})
		sess.wait = term.Wait
		sess.attach(term, end)
		err := term.Run(ctx)
		end(nil)
		sess.detach()
		sess.read = model.Read()
		s.leave(sess, err, model.Goodbye())
	}
}

// forScreenReaders gives a line for those to whom lines are read as they come.
// It is wiped away at once, before anybody sees it, and left out where the
// window would break it.
func forScreenReaders(host string, width int) string {
	const carriageReturn, eraseLine = "\r", "\x1b[K"
	line := "For a screen reader, type: ssh " + host + " text"
	if len(line) >= width {
		return ""
	}
	return line + carriageReturn + eraseLine
}

// attach lets resizes and the end of the server reach the terminal.
func (s *session) attach(term *terminal.Session, end context.CancelCauseFunc) {
	s.onResize(term.Resize)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end = end
	s.tell = func(in time.Duration) { term.Send(tui.ClosingMsg{In: in}) }
}

func (s *session) detach() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resize, s.tell, s.end = nil, nil, nil
}

// leave says goodbye on a terminal that is as it was before.
func (s *Server) leave(sess *session, err error, goodbye string) {
	if err == nil {
		sess.writeRaw(sess.Channel, goodbye)
		_ = sess.Exit(0)
		return
	}
	if fault := (*terminal.PanicError)(nil); errors.As(err, &fault) {
		s.panicked(sess, fault.Value, fault.Stack)
		err = endFault
	}
	switch why := ending(""); {
	case errors.As(err, &why):
		sess.why = err.Error()
		sess.print("This session has ended: " + err.Error() + ".\n")
		_ = sess.Exit(1)
	case errors.Is(err, io.EOF), sess.ctx.Err() != nil:
		sess.why = "the visitor hung up"
	default: // nothing reaches the client any more
		sess.why = err.Error()
		sess.conn.drop(err.Error())
	}
}

// typing is what a visitor types, within limits.
type typing struct {
	throttle

	active  func() // on each key
	tooMuch func()
}

func (t *typing) Read(p []byte) (int, error) {
	n, err := t.throttle.Read(p)
	if errors.Is(err, errTooMuch) {
		t.tooMuch()
		return 0, io.EOF
	}
	if n > 0 {
		t.active()
	}
	return n, err
}
