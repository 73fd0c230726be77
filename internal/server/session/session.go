// Package session runs one reader's session, whatever the front end: what was asked for, the interactive
// résumé, deadlines, draining, and what was read. It touches streams and the clock, and knows no SSH.
package session

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/words"
)

// Conn is the client's connection, which may have other sessions.
type Conn interface {
	// Drop closes the connection for the given reason.
	Drop(reason string)
	// Reason returns why the server closed the connection; empty if it did not.
	Reason() string
}

// Session is one reader's session. The front end sets the exported fields above Began before Manager.Go, and
// does not change them later.
type Session struct {
	ID          string    // unique; for the log
	Source      net.Addr  // the client
	Client      string    // its software
	Connected   time.Time // when its connection was accepted
	First       bool      // it is the first session of its connection, and no frame has been written
	Input       io.Reader
	Output      io.Writer
	Errors      io.Writer
	Terminal    Terminal
	Environment terminal.Environment
	Request     Request
	Address     address.Address  // where the client reached the résumé
	Edition     *catalog.Edition // what is read; nil if there is no résumé, and once the interactive résumé holds it
	Words       *words.Words     // in the visitor's language
	Conn        Conn
	Context     context.Context // done when the connection is closed

	Began time.Time // set by Manager.Go

	// Wait waits for what the session has started, once its streams are closed; nil if it has started nothing.
	Wait func()

	// What the session did, for the observer once it is closed.
	Sections []string // ids of the sections that were shown, in whole or as search results
	Saved    []string // formats that the client has received in full

	stallAfter time.Duration   // how long the client may read nothing
	canceled   context.Context // done once Cancel is called
	cancel     context.CancelCauseFunc

	mu            sync.Mutex
	width, height int // of the window, in cells; the client may change it at any time
	resize        func(width, height int)
	reader        func(tea.Msg) // receives messages for the reader; nil if nobody has read yet
}

// Terminal is what is known about the client's terminal. The zero value stands for none.
type Terminal struct {
	Present bool
	Name    string // as in TERM
}

// CanDraw reports whether the terminal can do more than print lines.
func (t Terminal) CanDraw() bool { return t.Present && t.Name != "" && t.Name != "dumb" }

// Resize sets the size of the window in cells, before Manager.Go and at any later time.
func (s *Session) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.width, s.height = width, height
	if s.resize != nil {
		s.resize(width, height)
	}
}

// Window returns the size of the window in cells.
func (s *Session) Window() (width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.width, s.height
}

// TextWidth returns the width for plain text, in cells.
func (s *Session) TextWidth() int {
	width, _ := s.Window()
	return max(width, export.MinTextWidth)
}

// notify sends a message to the reader, if there is one.
func (s *Session) notify(msg tea.Msg) {
	s.mu.Lock()
	reader := s.reader
	s.mu.Unlock()
	if reader != nil {
		reader(msg)
	}
}

// Print writes a text whose lines end in \n to the output, with the line ends that a terminal needs if there is
// one. It reports whether the client received all of it.
func (s *Session) Print(text string) bool {
	_, err := s.Send([]byte(s.withLineEnds(text)))
	return err == nil
}

// Complain is like Print, but writes to standard error, even if the session is canceled.
func (s *Session) Complain(text string) { _, _ = s.send(s.Errors, []byte(s.withLineEnds(text))) }

func (s *Session) withLineEnds(text string) string {
	if s.Terminal.Present {
		return strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// chunk is how much Send writes at once, in bytes. The write timeout applies to each chunk.
const chunk = 4 << 10

// Send writes bytes to the output as they are, until the session is canceled. It drops the connection of a
// client that reads nothing.
func (s *Session) Send(b []byte) (sent int, err error) {
	for sent < len(b) {
		if end := s.Canceled(); end != nil {
			return sent, end
		}
		n, err := s.send(s.Output, b[sent:min(sent+chunk, len(b))])
		sent += n
		if err != nil {
			return sent, err
		}
	}
	return sent, nil
}

func (s *Session) send(w io.Writer, b []byte) (int, error) {
	timer := time.AfterFunc(s.stallAfter, func() { s.Conn.Drop(Stalled) })
	defer timer.Stop()
	n, err := w.Write(b)
	if err != nil {
		s.Disconnected()
	}
	return n, err
}

// Cancel ends the session for a reason, unless it already has one.
func (s *Session) Cancel(why *End) { s.cancel(why) }

// Disconnected cancels the session because its connection is closed, by the client if the server gave no reason.
func (s *Session) Disconnected() { s.Cancel(&End{Reason: cmp.Or(s.Conn.Reason(), HungUp)}) }

// Canceled returns why the session was canceled, or nil if it was not.
func (s *Session) Canceled() *End {
	why, _ := errors.AsType[*End](context.Cause(s.canceled))
	return why
}

// Reason returns why the session ended; Left if the visitor was done.
func (s *Session) Reason() string { return cmp.Or(s.Canceled(), &End{Reason: Left}).Reason }

// NoteSaved records, once per format, that the client has received all of it.
func (s *Session) NoteSaved(format string) {
	if !slices.Contains(s.Saved, format) {
		s.Saved = append(s.Saved, format)
	}
}

// attach lets resizes and newer snapshots reach the reader. From here on, only the interactive résumé holds
// what it shows.
func (s *Session) attach(resize func(width, height int), reader func(tea.Msg)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resize, s.reader = resize, reader
	resize(s.width, s.height)
	if newer := s.Edition.Snapshot.Newer(); newer != nil { // published while this session began
		reader(tui.VersionMsg{Pages: newer.Pages})
	}
	s.Edition = nil
}

// Reasons for the end of a session, as log and metrics name them. A limit of its connection is another.
const (
	Left     = "left" // the visitor was done
	HungUp   = "hung-up"
	Idle     = "idle"
	TimedOut = "session-timeout"
	Drained  = "drained"
	Stalled  = "stalled"
	Panicked = "panic"
	Full     = "max-sessions" // the session did not begin
	NoResume = "no-resume"    // nor did it here
)

// End is why a session did not begin, or ended before its visitor was done. As an error, its text is the
// sentence for the visitor.
type End struct {
	Reason   string
	Sentence string // empty if nothing reaches the visitor
}

// Error returns the sentence for the visitor.
func (e *End) Error() string { return e.Sentence }

// Ended returns the line that tells the visitor why the session has ended.
func Ended(w *words.Words, why error) string {
	return words.Fill(w.Endings.SessionEnded, "reason", why) + "\n"
}
