package server

import (
	"context"
	"errors"
	"io"
	"sync/atomic"

	"charm.land/ssh"

	"ssh-resume/internal/address"
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
		model := tui.New(sess.edition.pages, tui.Options{
			Section: sess.edition.sectionID(sess.command, sess.env.ascii()),
			Width:   pty.Window.Width, Height: pty.Window.Height,
			Profile: profile, ASCII: sess.env.ascii(),
			Address: s.address(sess),
		})
		keys := &typing{
			throttle: newThrottle(sess.Channel, inputRate, inputBurst, s.inputTotal, ctx.Done()),
			active:   active,
			tooMuch:  func() { end(endInput) },
		}
		timed, stop := s.metrics.timed(model)
		term := terminal.New(timed, keys, sess.Channel, terminal.Options{
			Width: pty.Window.Width, Height: pty.Window.Height, Profile: profile, Stall: s.stall,
			Diffs: &s.diffs, Preamble: forScreenReaders(s.address(sess), pty.Window.Width), OnFrame: s.metrics.framed(sess),
		})
		sess.wait = term.Wait
		sess.attach(term, end, &s.edition)
		err := term.Run(ctx)
		end(nil)
		sess.detach()
		sess.read = model.Read()
		stop()
		s.leave(sess, err, model.Goodbye())
	}
}

// forScreenReaders gives a line for those to whom lines are read as they come.
// It is wiped away at once, before anybody sees it, and left out where the
// window would break it.
func forScreenReaders(host address.Address, width int) string {
	const carriageReturn, eraseLine = "\r", "\x1b[K"
	line := "For a screen reader, type: " + host.SSH("text")
	if len(line) >= width {
		return ""
	}
	return line + carriageReturn + eraseLine
}

// attach lets resizes, other versions of the résumé and the end of the server
// reach the terminal. From here on the model alone holds what it shows.
func (s *session) attach(term *terminal.Session, end context.CancelCauseFunc, now *atomic.Pointer[edition]) {
	s.onResize(term.Resize)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end, s.reader = end, term.Send
	if newer := now.Load(); newer != s.edition { // published while this visit began
		s.reader(tui.VersionMsg{Pages: newer.pages})
	}
	s.edition = nil
}

func (s *session) detach() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resize, s.reader, s.end = nil, nil, nil
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
	switch why := (ending{}); {
	case errors.As(err, &why):
		sess.because(why)
		sess.print("This session has ended: " + err.Error() + ".\n")
		_ = sess.Exit(1)
	case errors.Is(err, io.EOF), sess.ctx.Err() != nil:
		sess.because(sess.conn.gone())
	case errors.Is(err, terminal.ErrStalled): // nothing reaches the client any more
		sess.because(endStalled)
		sess.conn.drop(endStalled)
	default:
		gone := ending{endedHungUp, err.Error()}
		sess.because(gone)
		sess.conn.drop(gone)
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
