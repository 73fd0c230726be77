package server

import (
	"context"
	"errors"
	"io"
	"slices"

	"charm.land/ssh"
)

// files answers the programs that copy files.
func (s *Server) files(next ssh.Handler) ssh.Handler {
	return func(visit ssh.Session) {
		sess, ok := visit.(*session)
		switch {
		case !ok:
			next(visit)
		case sess.subsystem == subsystemSFTP:
			s.transfer(sess, s.sftp)
		case isSCP(sess.command):
			s.transfer(sess, s.scp)
		default:
			next(sess)
		}
	}
}

// transfer lets a program of the visitor's talk with one of ours within the
// limits of a visit. What talk returns is the exit status.
func (s *Server) transfer(sess *session, talk func(context.Context, *session, *folder, io.ReadWriteCloser) int) {
	folder, err := sess.edition.folder()
	if err != nil {
		s.metrics.fault(errorDocument)
		s.log.Error("files are missing", "id", sess.id, "because", err)
	}
	ctx, active, end := s.lasting(sess, "no request")
	defer end(nil)
	in, feed := io.Pipe()
	fed := make(chan struct{})
	sess.wait = func() { <-fed }
	go func() {
		defer close(fed)
		_, err := io.CopyBuffer(feed, sess.Channel, make([]byte, 4<<10))
		feed.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { in.CloseWithError(io.ErrClosedPipe) })
	sess.onEnd(end)
	status := talk(ctx, sess, folder, stream{in, sess, active})
	sess.onEnd(nil)
	switch why := (ending{}); {
	case errors.As(context.Cause(ctx), &why):
		sess.because(why)
		sess.complain("This session has ended: " + why.Error() + ".\n")
		status = 1
	case sess.ctx.Err() != nil:
		sess.because(sess.conn.gone())
	}
	_ = sess.Exit(status)
}

// took notes a file for the log, once.
func (s *session) took(name string) {
	if !slices.Contains(s.files, name) {
		s.files = append(s.files, name)
	}
}

// onEnd has a function called when the server ends the session.
func (s *session) onEnd(end context.CancelCauseFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end = end
}

// stream is what the two programs talk over.
type stream struct {
	io.Reader

	sess   *session
	active func() // on each piece
}

func (s stream) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	s.active()
	return n, err
}

func (s stream) Write(p []byte) (int, error) {
	s.active()
	return s.sess.send(s.sess.Channel, p)
}

// Close leaves it to the handler to close the channel, after the exit status.
func (s stream) Close() error { return nil }
