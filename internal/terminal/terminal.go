// Package terminal drives one tea.Model over one byte stream: what arrives
// becomes messages, and what the model shows goes out as the fewest bytes that
// change the screen. It stands in for Bubble Tea's own input and renderer,
// which keep half a megabyte of cells and keys for every session and wake up
// sixty times a second; here an idle session keeps the text of its last frame,
// shared with all that show the same, and sleeps.
//
// A view fills the whole window, on the alternate screen. Of tea.View the
// content, cursor, mouse mode and window title are shown. Commands that ask
// the terminal something are ignored: a session asks for background and
// colors itself. tea.Raw is the way to the clipboard (OSC 52).
package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Options say what is known of the terminal when the session begins.
type Options struct {
	Width, Height int                  // of the window, in cells, from 1
	Profile       colorprofile.Profile // raised when the terminal says that it shows more
	Stall         time.Duration        // a write that takes longer ends the session; 0 for DefaultStall
	Changes       *Changes             // shared with other sessions; nil for none
	Before        string               // written as it is before the first view

	// Framed is told of each frame that was written: how long ago the input that
	// it answers was read, and 0 where it answers none. Nil is nobody.
	Framed func(since time.Duration)
}

// DefaultStall is how long a client may read nothing.
const DefaultStall = 10 * time.Second

// ErrStalled says that the client read nothing for too long.
var ErrStalled = errors.New("the client reads nothing")

// PanicError says that the model panicked.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Session is one model on one terminal.
type Session struct {
	in  io.Reader
	out *output

	host    host
	program *tea.Program   // nil before Run
	running sync.WaitGroup // the goroutines that read and write
	hurry   atomic.Bool    // another message follows at once, so a view can wait
	ended   context.CancelCauseFunc

	mu            sync.Mutex
	early         []tea.Msg // sent before Run
	resizing      bool      // a message about the size is on its way
	width, height int
}

// New prepares a session; Run begins it.
func New(model tea.Model, in io.Reader, out io.Writer, opts Options) *Session {
	if opts.Stall <= 0 {
		opts.Stall = DefaultStall
	}
	s := &Session{in: in, width: max(opts.Width, 1), height: max(opts.Height, 1)}
	s.out = &output{w: out, stall: opts.Stall, session: s}
	s.out.watch.framed = opts.Framed
	s.out.painter.profile = opts.Profile
	s.out.painter.changes, s.out.painter.before = opts.Changes, opts.Before
	s.host.model, s.host.session = model, s
	return s
}

// Run shows the model until it quits (nil), the input ends (io.EOF), the
// client reads nothing (ErrStalled), the model panics (*PanicError) or ctx is
// done (its cause). It leaves the terminal as it was, where that still takes
// bytes. It is called once.
func (s *Session) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	s.begin(ctx, cancel)
	s.running.Go(s.read)
	_, err := s.program.Run()
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	s.out.close()
	return err
}

func (s *Session) begin(ctx context.Context, cancel context.CancelCauseFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = cancel
	s.out.painter.resize(s.width, s.height)
	s.program = tea.NewProgram(&s.host,
		tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(),
		// No signal is meant for one session. The frame rate is that of a
		// ticker which is stopped as soon as the program runs.
		tea.WithoutSignalHandler(), tea.WithFPS(1),
		tea.WithEnvironment([]string{}), tea.WithColorProfile(s.out.painter.profile),
		tea.WithFilter(s.filter))
}

// Send hands a message to the model, before its first view where Run has not
// begun; after Run has ended it does nothing. Any goroutine may call it.
func (s *Session) Send(msg tea.Msg) {
	s.mu.Lock()
	program := s.program
	if program == nil {
		s.early = append(s.early, msg)
	}
	s.mu.Unlock()
	if program != nil {
		program.Send(msg)
	}
}

// Resize tells the size of the window in cells. Any goroutine may call it, at
// any time; of sizes that come faster than the model takes them, it sees the
// last.
func (s *Session) Resize(width, height int) {
	s.mu.Lock()
	s.width, s.height = max(width, 1), max(height, 1)
	tell := s.program != nil && !s.resizing
	s.resizing = s.resizing || tell
	s.mu.Unlock()
	if tell {
		s.program.Send(resizedMsg{})
	}
}

// size gives the size of the window, as the message about it is taken.
func (s *Session) size() tea.WindowSizeMsg {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resizing = false
	return tea.WindowSizeMsg{Width: s.width, Height: s.height}
}

// sentEarly gives, once, what was sent before Run.
func (s *Session) sentEarly() []tea.Msg {
	s.mu.Lock()
	defer s.mu.Unlock()
	early := s.early
	s.early = nil
	return early
}

// contain turns a panic into the end of the session that it happened in. It is
// deferred by each goroutine of a session.
func (s *Session) contain() {
	if r := recover(); r != nil {
		s.ended(&PanicError{r, debug.Stack()})
	}
}

// Wait waits for the goroutines that read and write. They end once the caller
// has closed the stream.
func (s *Session) Wait() { s.running.Wait() }
