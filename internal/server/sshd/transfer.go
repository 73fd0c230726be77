package sshd

import (
	"context"
	"io"
	"sync"

	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// maxRead is how many bytes of files one session may read.
const maxRead = 64 << 20

// transfer lets a program of the visitor's talk to the server within the limits of a session. The result of
// talk is the exit status.
func (ch *channel) transfer(talk func(copying) int) {
	s := ch.session
	ctx, active, end := ch.server.config.Sessions.Limit(s, s.Words.Endings.NoRequest)
	defer end()
	in, feed := io.Pipe()
	var feeding sync.WaitGroup
	s.Wait = feeding.Wait
	feeding.Go(func() {
		_, err := io.CopyBuffer(feed, s.Input, make([]byte, 4<<10))
		feed.CloseWithError(err)
	})
	context.AfterFunc(ctx, func() { in.CloseWithError(io.ErrClosedPipe) })
	status := talk(copying{ctx, ch.server, s, s.Words.Answers, ch.command, s.Edition.Snapshot.Folder, &stream{in, s, active}, maxRead})
	if s.Context.Err() != nil {
		s.Disconnected()
	}
	if why := s.Canceled(); why != nil {
		status = statusFailed
		if why.Sentence != "" {
			s.Complain(session.Ended(s.Words, why))
		}
	}
	ch.exit(status)
}

// stream connects the two programs.
type stream struct {
	io.Reader

	session *session.Session
	active  func() // called for each piece
}

// Read reads what the client sent.
func (s *stream) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	s.active()
	return n, err
}

// Write sends to the client.
func (s *stream) Write(p []byte) (int, error) {
	s.active()
	return s.session.Send(p)
}

// Close does nothing: the channel is closed after the exit status.
func (*stream) Close() error { return nil }

// copying is a session that copies files of a folder to a client.
type copying struct {
	ctx     context.Context // its end stops reading from the client
	server  *Server
	session *session.Session
	words   words.Answers
	command string
	folder  *catalog.Folder
	client  io.ReadWriteCloser
	left    int64 // bytes that may be read
}

// made returns the files that could be made, and reports why others could not.
func (c *copying) made(files []*catalog.File, err error) []*catalog.File {
	if err != nil {
		c.server.config.Observer.DocumentFailed(c.session.ID, string(c.session.Request.Kind), err)
	}
	return files
}
