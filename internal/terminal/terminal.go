// Package terminal drives one tea.Model over one byte stream: input becomes messages, and each view is
// written as the fewest bytes that change the screen. It replaces Bubble Tea's own input and renderer,
// which keep half a megabyte of cells and keys for every session and wake up sixty times a second; here an
// idle session keeps the text of its last frame, shared with all sessions that show the same, and sleeps.
//
// A view fills the whole window, on the alternate screen. It uses the content, the cursor position, the
// window title and the mouse mode of a tea.View. Commands that query the terminal are ignored: a driver
// queries the background and the colors itself. Use tea.Raw to reach the clipboard (OSC 52).
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

// Options describe the terminal when the driver starts. All must be set, except Preamble and Wide.
type Options struct {
	Width, Height int                  // of the window, in cells; at least 1
	Profile       colorprofile.Profile // raised when the terminal reports more colors
	Stall         time.Duration        // a write that takes longer ends Run
	Diffs         *DiffCache           // shared between drivers
	Preamble      string               // written unchanged before the first view

	// OnInput is called whenever the client has sent something that is not part of a flood.
	OnInput func()

	// OnFrame is called after each frame is written, with the time since the input
	// that it answers was read, or 0 if it answers none.
	OnFrame func(sinceInput time.Duration)

	// Wide, if not nil, is what the model is told if the terminal answers that it
	// draws characters of ambiguous width (UAX 11) two cells wide.
	Wide tea.Msg
}

// ErrStalled is returned by Run when the client has stopped reading.
var ErrStalled = errors.New("the client reads nothing")

// PanicError is returned by Run when the model panicked.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Driver runs one model on one terminal.
type Driver struct {
	in      io.Reader
	out     *output
	options Options

	adapter  adapter
	program  *tea.Program   // nil before Run
	running  sync.WaitGroup // the goroutines that read and write
	skipView atomic.Bool    // another message follows at once, so no view is needed yet
	panicked atomic.Bool    // the model is asked nothing more
	end      context.CancelCauseFunc
	answered chan struct{} // closed when the terminal has no answer left to give

	mu            sync.Mutex
	early         []tea.Msg // sent before Run
	width, height int
	resized       time.Time // when a size was last drawn
	resizing      bool      // another is about to be drawn
}

// New returns a driver that Run starts.
func New(model tea.Model, in io.Reader, out io.Writer, opts Options) *Driver {
	d := &Driver{in: in, options: opts, width: max(opts.Width, 1), height: max(opts.Height, 1), answered: make(chan struct{})}
	d.out = &output{w: out, driver: d}
	d.out.idle.L = &d.out.mu
	d.out.painter = painter{screen: screen{profile: opts.Profile}, diffs: opts.Diffs, preamble: opts.Preamble}
	d.adapter.model, d.adapter.driver = model, d
	return d
}

// Run shows the model until it quits (nil), the input ends (io.EOF), the client stops reading (ErrStalled),
// the model panics (*PanicError) or ctx is done (its cause). Before it returns, it restores the terminal, if
// the client still reads, and gives the terminal some time to answer queries. Run must be called only once.
func (d *Driver) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	d.mu.Lock()
	d.end = cancel
	d.out.painter.resize(d.width, d.height)
	d.program = tea.NewProgram(&d.adapter,
		tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(),
		// Signals are for the server, not for one driver. The frame rate drives a ticker that is stopped as
		// soon as the program runs.
		tea.WithoutSignalHandler(), tea.WithFPS(1),
		tea.WithEnvironment([]string{}), tea.WithColorProfile(d.out.painter.screen.profile),
		tea.WithFilter(d.filter))
	d.mu.Unlock()
	d.running.Go(d.read)
	_, err := d.program.Run()
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if asked := d.out.close(); !asked.IsZero() {
		select {
		case <-d.answered:
		case <-time.After(time.Until(asked.Add(answerTimeout))):
		}
	}
	return err
}

// Send hands a message to the model. Messages sent before Run reach it before its first view; those sent after Run
// are dropped. Send is safe for concurrent use.
func (d *Driver) Send(msg tea.Msg) {
	d.mu.Lock()
	program := d.program
	if program == nil {
		d.early = append(d.early, msg)
	}
	d.mu.Unlock()
	if program != nil {
		program.Send(msg)
	}
}

// resizeInterval is the least time between two window sizes that are drawn. Dragging a window changes its size
// up to 80 times a second.
const resizeInterval = 40 * time.Millisecond

// Resize sets the size of the window in cells. If sizes come faster than they are drawn, the model sees only the
// last. Resize may be called at any time and is safe for concurrent use.
func (d *Driver) Resize(width, height int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.width, d.height = max(width, 1), max(height, 1)
	if d.program != nil && !d.resizing {
		d.resizing = true
		time.AfterFunc(time.Until(d.resized.Add(resizeInterval)), func() { d.program.Send(resizedMsg{}) })
	}
}

// recoverPanic ends Run only for the driver that panicked. Each goroutine of a driver defers it.
func (d *Driver) recoverPanic() {
	if r := recover(); r != nil {
		d.panicked.Store(true)
		d.end(&PanicError{r, debug.Stack()})
	}
}

// Wait waits for the goroutines that read and write, which end once the caller has closed the stream.
func (d *Driver) Wait() { d.running.Wait() }
