package session

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

// version returns the embedded résumé with another first name.
func version(t *testing.T, name string) catalog.Revision {
	t.Helper()
	r, problems := resume.Parse(data.Name, bytes.ReplaceAll(data.Resume, []byte("Marcus"), []byte(name)))
	if r == nil {
		t.Fatal(problems)
	}
	return catalog.Revision{Resume: r, File: data.Name}
}

// observer notes what it is told, and calls opened for each session.
type observer struct {
	opened func(*Session)

	mu       sync.Mutex
	panicked []any
	closed   []string // reasons
}

func (*observer) FrameWritten(*Session, time.Duration) {}
func (*observer) SectionShown(string, time.Duration)   {}
func (*observer) SessionTurnedAway(*Session, *End)     {}

func (o *observer) SessionOpened(s *Session) {
	if o.opened != nil {
		o.opened(s)
	}
}

func (o *observer) SessionClosed(s *Session) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = append(o.closed, s.Reason())
}

func (o *observer) Panicked(_, _ string, value any, _ []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.panicked = append(o.panicked, value)
}

// connection notes why it was dropped.
type connection struct {
	mu     sync.Mutex
	reason string
	cancel context.CancelFunc
}

func (c *connection) Drop(reason string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.reason == "" {
		c.reason = reason
	}
	c.cancel()
}

func (c *connection) Reason() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.reason
}

// output holds what a session has written.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// reader is a visitor who reads the résumé of a catalog without a front end.
type reader struct {
	*Session

	manager *Manager
	keys    *io.PipeWriter
	screen  *output
	conn    *connection
	ended   chan struct{}
}

// limits are as short as a test may wish; it sets what it needs.
var limits = Config{
	Max: 10, IdleTimeout: time.Hour, SessionTimeout: time.Hour, WriteTimeout: time.Hour,
}

// begin begins a session in a terminal, which serve answers.
func begin(t *testing.T, m *Manager, c *catalog.Catalog, serve func(*reader)) *reader {
	t.Helper()
	in, keys := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	conn := &connection{cancel: cancel}
	r := &reader{manager: m, keys: keys, screen: &output{}, conn: conn, ended: make(chan struct{})}
	r.Session = &Session{
		ID: "test-1", Input: in, Output: r.screen, Errors: io.Discard, Context: ctx, Conn: conn,
		Terminal: Terminal{Present: true, Name: "xterm-256color"}, Environment: terminal.Environment{},
		Edition: c.Lookup("", nil), Words: words.For(""), Request: Request{Kind: KindInteractive},
	}
	r.Resize(100, 30)
	end := m.Go(r.Session, func() {
		defer close(r.ended)
		serve(r)
	})
	if end != nil {
		t.Fatal(end)
	}
	return r
}

// read runs the interactive résumé until it ends.
func (r *reader) read() {
	r.manager.Interactive(r.Session)
	_ = r.keys.Close()
}

// wait is a command that does not end by itself.
func (r *reader) wait() { <-r.Context.Done() }

// shows waits until the session has written a text.
func (r *reader) shows(t *testing.T, text string) {
	t.Helper()
	visitor.Eventually(t, func() error {
		if !strings.Contains(r.screen.String(), text) {
			return errors.New("it does not show " + text)
		}
		return nil
	})
}

// notes is a list that goroutines add to.
type notes[T any] struct {
	mu   sync.Mutex
	list []T
}

func (n *notes[T]) add(one T) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = append(n.list, one)
}

func (n *notes[T]) all() []T {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.list
}
