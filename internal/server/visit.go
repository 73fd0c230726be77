package server

import (
	"errors"
	"runtime/debug"
	"strings"
	"time"

	"charm.land/ssh"
)

// start runs the handler for a session on a goroutine of its own, which Serve
// waits for.
func (s *Server) start(sess *session) {
	if err := s.visits.begin(sess); err != nil {
		s.turnBack(sess, err)
		return
	}
	sess.edition = s.edition.Load()
	sess.first = sess.conn.beginSession()
	s.metrics.opened(sess)
	go func() {
		defer s.visits.running.Done()

		s.handle(sess)
		_ = sess.Exit(0) // unless the handler has done so
		sess.conn.endSession()
		s.metrics.closed(sess)
		s.visits.end(sess)
		if sess.wait != nil {
			sess.wait()
		}
	}()
}

// turnBack tells a visitor why there is no session.
func (s *Server) turnBack(sess *session, why error) {
	if errors.Is(why, endFull) {
		s.logTurnedAway("visitors", limitSessions, sess.conn.address())
	} else {
		s.metrics.turnedAway(limitStopping)
	}
	sess.complain(why.Error() + "\n")
	_ = sess.Exit(1)
}

// handle keeps a panic to the session that it happened in.
func (s *Server) handle(sess *session) {
	defer func() {
		if r := recover(); r != nil {
			s.panicked(sess, r, debug.Stack())
			sess.because(endFault)
			_ = sess.Exit(1)
		}
	}()
	s.ssh.Handler(sess)
}

func (s *Server) panicked(sess *session, value any, stack []byte) {
	s.metrics.fault(errorPanic)
	s.log.Error("session panicked", "id", sess.id, "panic", value, "stack", string(stack))
}

// logged logs a session's beginning and end.
func (s *Server) logged(next ssh.Handler) ssh.Handler {
	return func(visit ssh.Session) {
		sess, ok := visit.(*session)
		if !ok {
			next(visit)
			return
		}
		began := time.Now()
		fields := []any{"id", sess.id, "source", sess.conn.address(), "client", told(sess.ctx.ClientVersion())}
		if pty, _, ok := sess.Pty(); ok {
			fields = append(fields, "terminal", told(pty.Term), "width", pty.Window.Width, "height", pty.Window.Height)
		}
		kind := sess.kind()
		s.metrics.asked(sess, kind)
		if kind != "" {
			fields = append(fields, "command", kind)
		}
		if sess.subsystem != "" {
			fields = append(fields, "subsystem", sess.subsystem)
		}
		s.log.Info("session opened", fields...)
		defer func() {
			fields := []any{"id", sess.id, "for", since(began)}
			if len(sess.read) > 0 {
				fields = append(fields, "sections", strings.Join(sess.read, ","))
			}
			if len(sess.files) > 0 {
				fields = append(fields, "files", strings.Join(sess.files, ","))
			}
			if why := sess.ended(); why != (ending{}) {
				fields = append(fields, "because", why.words)
			}
			s.log.Info("session closed", fields...)
		}()
		next(sess)
	}
}
