package terminal_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/terminal"
)

// TestMain runs more tests at once than there are processors: they mostly wait
// for the stock renderer's clock.
func TestMain(m *testing.M) {
	_ = flag.Set("test.parallel", "32") // unless -parallel says how many
	os.Exit(m.Run())
}

// echo is a model that shows the last key. Some keys make it do more.
type echo struct {
	last string
	seen chan string // every message

	views   atomic.Int32
	noMouse bool
}

func (e *echo) Init() tea.Cmd { return nil }

func (e *echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	name := fmt.Sprintf("%T", msg)
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		e.last, name = msg.String(), msg.String()
		switch e.last {
		case "q":
			cmd = tea.Quit
		case "p":
			panic("on purpose")
		case "y":
			cmd = tea.Raw(ansi.SetSystemClipboard("copied"))
		case "z":
			cmd = tea.Suspend
		case "x":
			cmd = func() tea.Msg { panic("on purpose") }
		case "X":
			cmd = tea.Batch(tea.Raw(""), func() tea.Msg { panic("on purpose") })
		case "f":
			e.last = strings.Repeat(strings.Repeat("f", 70)+"\n", 100)
		case "C":
			cmd = tea.ClearScreen
		case "m":
			e.noMouse = !e.noMouse
		case "Y":
			cmd = tea.Raw(ansi.SetSystemClipboard(strings.Repeat("copied", 1000)))
		case "b":
			cmd = tea.Batch(tea.Raw("<first>"), tea.Raw("<second>"))
		}
	case tea.PasteMsg:
		name = "paste " + msg.Content
	case tea.WindowSizeMsg:
		e.last = fmt.Sprintf("%dx%d", msg.Width, msg.Height)
		name = e.last
	}
	select {
	case e.seen <- name:
	default:
	}
	return e, cmd
}

func (e *echo) View() tea.View {
	e.views.Add(1)
	if e.last == "v" {
		panic("on purpose")
	}
	v := tea.View{Content: "last: " + e.last, AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: "echo"}
	if e.noMouse {
		v.MouseMode = tea.MouseModeNone
	}
	if e.last == "c" {
		v.Cursor = tea.NewCursor(3, 1)
	}
	return v
}

// recorder keeps what was written and can block the writer.
type recorder struct {
	mu      sync.Mutex
	written bytes.Buffer
	changed *sync.Cond
	hold    chan struct{} // writes wait until this is closed; nil if they don't
	holdAt  string        // only writes that contain this are held
	held    bool
	writes  int
}

func newRecorder() *recorder {
	r := &recorder{}
	r.changed = sync.NewCond(&r.mu)
	return r
}

func (w *recorder) Write(p []byte) (int, error) {
	w.mu.Lock()
	w.writes++
	hold := w.hold
	w.changed.Broadcast()
	w.mu.Unlock()
	if hold != nil && w.holds(p) {
		<-hold
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.written.Write(p)
	w.changed.Broadcast()
	return len(p), nil
}

// holds reports whether a write is to be held, and notes that it is.
func (w *recorder) holds(p []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.held = bytes.Contains(p, []byte(w.holdAt))
	w.changed.Broadcast()
	return w.held
}

func (w *recorder) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.written.String()
}

// wait waits until the condition is met.
func (w *recorder) wait(t *testing.T, met func() bool) {
	t.Helper()
	end := time.Now().Add(patience)
	timer := time.AfterFunc(patience, w.changed.Broadcast)
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for !met() {
		if time.Now().After(end) {
			t.Fatalf("never happened; written: %q", w.written.String())
		}
		w.changed.Wait()
	}
}

func (w *recorder) waitFor(t *testing.T, text string) {
	t.Helper()
	w.wait(t, func() bool { return strings.Contains(w.written.String(), text) })
}

// testDriver is a driver under test.
type testDriver struct {
	*terminal.Driver
	model  *echo
	in     *io.PipeWriter
	out    *recorder
	cancel context.CancelCauseFunc
	done   chan error
}

// stall is how long a client may take nothing here.
const stall = 10 * time.Second

// newDriver returns a driver with empty callbacks for input and frames, unless the options have others.
func newDriver(model tea.Model, in io.Reader, out io.Writer, opts terminal.Options) *terminal.Driver {
	opts.Stall = stall
	if opts.Diffs == nil {
		opts.Diffs = &terminal.DiffCache{}
	}
	if opts.OnInput == nil {
		opts.OnInput = func() {}
	}
	if opts.OnFrame == nil {
		opts.OnFrame = func(time.Duration) {}
	}
	return terminal.New(model, in, out, opts)
}

func begin(t *testing.T, opts terminal.Options) *testDriver {
	t.Helper()
	d := &testDriver{model: &echo{seen: make(chan string, 10_000)}, out: newRecorder(), done: make(chan error, 1)}
	var in *io.PipeReader
	in, d.in = io.Pipe()
	if opts.Width == 0 {
		opts.Width, opts.Height = 80, 24
	}
	d.Driver = newDriver(d.model, in, d.out, opts)
	ctx, cancel := context.WithCancelCause(context.Background())
	d.cancel = cancel
	go func() {
		err := d.Run(ctx)
		_ = in.Close()
		d.done <- err
	}()
	t.Cleanup(func() { cancel(nil) })
	return d
}

func (d *testDriver) press(t *testing.T, keys string) {
	t.Helper()
	if _, err := io.WriteString(d.in, keys); err != nil {
		t.Fatal(err)
	}
}

// waitSeen waits until the model has seen a message.
func (d *testDriver) waitSeen(t *testing.T, want string) {
	t.Helper()
	timeout := time.After(patience)
	for {
		select {
		case seen := <-d.model.seen:
			if seen == want {
				return
			}
		case <-timeout:
			t.Fatalf("the model never saw %q", want)
		}
	}
}

func (d *testDriver) end(t *testing.T) error {
	t.Helper()
	select {
	case err := <-d.done:
		return err
	case <-time.After(patience):
		t.Fatal("Run never returned")
		return nil
	}
}

// faulty is a stream that panics when it is read or written, as a bug in the
// decoder or the painter would.
type faulty struct {
	io.Reader
	io.Writer
	read, write bool
}

func (f *faulty) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if f.read && n > 0 {
		panic("on purpose")
	}
	return n, err
}

func (f *faulty) Write(p []byte) (int, error) {
	if f.write {
		f.write = false
		panic("on purpose")
	}
	return f.Writer.Write(p)
}
