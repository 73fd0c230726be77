package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"go.uber.org/goleak"

	"ssh-resume/internal/terminal"
)

// echo shows the last key, and does as it is told by some.
type echo struct {
	last string
	seen chan string // every message that was taken

	views atomic.Int32 // that were made
}

func (e *echo) Init() tea.Cmd { return nil }

func (e *echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	told := fmt.Sprintf("%T", msg)
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		e.last, told = msg.String(), msg.String()
		switch e.last {
		case "q":
			cmd = tea.Quit
		case "p":
			panic("told to")
		case "y":
			cmd = tea.Raw(ansi.SetSystemClipboard("copied"))
		case "z":
			cmd = tea.Suspend
		case "x":
			cmd = func() tea.Msg { panic("told to") }
		case "X":
			cmd = tea.Batch(tea.Raw(""), func() tea.Msg { panic("told to") })
		case "f":
			e.last = strings.Repeat(strings.Repeat("f", 70)+"\n", 100)
		case "b":
			cmd = tea.Batch(tea.Raw("<first>"), tea.Raw("<second>"))
		}
	case tea.WindowSizeMsg:
		e.last = fmt.Sprintf("%dx%d", msg.Width, msg.Height)
		told = e.last
	}
	select {
	case e.seen <- told:
	default:
	}
	return e, cmd
}

func (e *echo) View() tea.View {
	e.views.Add(1)
	if e.last == "v" {
		panic("told to")
	}
	v := tea.View{Content: "last: " + e.last, AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: "echo"}
	if e.last == "c" {
		v.Cursor = tea.NewCursor(3, 1)
	}
	return v
}

// tape keeps what was written, and can hold the writer up.
type tape struct {
	mu      sync.Mutex
	written bytes.Buffer
	changed *sync.Cond
	hold    chan struct{} // a write waits until this is closed; nil for never
	writes  int
}

func newTape() *tape {
	t := &tape{}
	t.changed = sync.NewCond(&t.mu)
	return t
}

func (w *tape) Write(p []byte) (int, error) {
	w.mu.Lock()
	w.writes++
	hold := w.hold
	w.changed.Broadcast()
	w.mu.Unlock()
	if hold != nil {
		<-hold
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.written.Write(p)
	w.changed.Broadcast()
	return len(p), nil
}

func (w *tape) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.written.String()
}

// wait waits until what holds.
func (w *tape) wait(t *testing.T, what func() bool) {
	t.Helper()
	end := time.Now().Add(patience)
	timer := time.AfterFunc(patience, w.changed.Broadcast)
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for !what() {
		if time.Now().After(end) {
			t.Fatalf("never happened; written: %q", w.written.String())
		}
		w.changed.Wait()
	}
}

func (w *tape) waitFor(t *testing.T, text string) {
	t.Helper()
	w.wait(t, func() bool { return strings.Contains(w.written.String(), text) })
}

// visit is a session under test.
type visit struct {
	*terminal.Session
	model  *echo
	in     *io.PipeWriter
	out    *tape
	cancel context.CancelCauseFunc
	done   chan error
}

func begin(t *testing.T, opts terminal.Options) *visit {
	t.Helper()
	v := &visit{model: &echo{seen: make(chan string, 10_000)}, out: newTape(), done: make(chan error, 1)}
	var in *io.PipeReader
	in, v.in = io.Pipe()
	if opts.Width == 0 {
		opts.Width, opts.Height = 80, 24
	}
	v.Session = terminal.New(v.model, in, v.out, opts)
	ctx, cancel := context.WithCancelCause(context.Background())
	v.cancel = cancel
	go func() {
		err := v.Run(ctx)
		_ = in.Close()
		v.done <- err
	}()
	t.Cleanup(func() { cancel(nil) })
	return v
}

func (v *visit) press(t *testing.T, keys string) {
	t.Helper()
	if _, err := io.WriteString(v.in, keys); err != nil {
		t.Fatal(err)
	}
}

func (v *visit) end(t *testing.T) error {
	t.Helper()
	select {
	case err := <-v.done:
		return err
	case <-time.After(patience):
		t.Fatal("the session never ended")
		return nil
	}
}

const restored = "\x1b[?2026l\x1b]8;;\a\x1b[m\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b]2;\a\x1b[23;2t\x1b[?2004l\x1b[?1049l\x1b[?25h"

func TestTerminalIsRestoredHoweverTheSessionEnds(t *testing.T) {
	gone := errors.New("gone")
	for name, test := range map[string]struct {
		end  func(v *visit)
		want func(err error) bool
	}{
		"the model quits":      {func(v *visit) { v.press(t, "q") }, func(err error) bool { return err == nil }},
		"the input ends":       {func(v *visit) { _ = v.in.Close() }, func(err error) bool { return errors.Is(err, io.EOF) }},
		"the caller ends it":   {func(v *visit) { v.cancel(gone) }, func(err error) bool { return errors.Is(err, gone) }},
		"the update panics":    {func(v *visit) { v.press(t, "p") }, panicked},
		"the view panics":      {func(v *visit) { v.press(t, "v") }, panicked},
		"a command panics":     {func(v *visit) { v.press(t, "x") }, panicked},
		"one of two panics":    {func(v *visit) { v.press(t, "X") }, panicked},
		"keys follow the last": {func(v *visit) { go func() { _, _ = io.WriteString(v.in, "q"+strings.Repeat("j", 1000)) }() }, func(err error) bool { return err == nil }},
	} {
		t.Run(name, func(t *testing.T) {
			v := begin(t, terminal.Options{})
			v.out.waitFor(t, "last: 80x24")
			test.end(v)
			if err := v.end(t); !test.want(err) {
				t.Errorf("it ended with %v", err)
			}
			v.Wait()
			if out := v.out.String(); !strings.HasSuffix(out, restored) {
				t.Errorf("the last that was written is %q", out[max(0, len(out)-120):])
			}
		})
	}
}

func panicked(err error) bool {
	var p *terminal.PanicError
	return errors.As(err, &p) && p.Value == "told to" && bytes.Contains(p.Stack, []byte("echo"))
}

func TestFirstFrameIsTheOnlyOneBeforeAKey(t *testing.T) {
	v := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	v.out.waitFor(t, "last: 80x24")
	v.press(t, "j")
	v.out.waitFor(t, "j\x1b") // the changed cells, and no more
	if frames := strings.Count(v.out.String(), ansi.SetModeSynchronizedOutput); frames != 2 {
		t.Errorf("%d frames for the first view and a key: %q", frames, v.out.String())
	}
	v.press(t, "q")
	_ = v.end(t)
	for _, question := range []string{ansi.RequestBackgroundColor, ansi.RequestTermcap("RGB")} {
		if !strings.Contains(v.out.String(), question) {
			t.Errorf("the terminal was not asked %q", question)
		}
	}
}

func TestWhatIsSentBeforeTheBeginningIsInTheFirstFrame(t *testing.T) {
	in, typed := io.Pipe()
	out, done := newTape(), make(chan error, 1)
	s := terminal.New(&echo{seen: make(chan string, 10)}, in, out, terminal.Options{Width: 80, Height: 24})
	s.Send(tea.KeyPressMsg{Code: 'a', Text: "a"})
	s.Send(tea.KeyPressMsg{Code: 'j', Text: "j"})
	go func() { done <- s.Run(t.Context()) }()
	out.waitFor(t, "last: j")
	_ = typed.Close()
	if err := <-done; !errors.Is(err, io.EOF) {
		t.Error(err)
	}
	s.Wait()
	if frames := strings.Count(out.String(), ansi.SetModeSynchronizedOutput); frames != 1 {
		t.Errorf("%d frames: %q", frames, out.String())
	}
}

func TestCursorAppearsWhereTheViewHasIt(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.press(t, "c")
	v.out.waitFor(t, "\x1b[2;4H\x1b[?25h")
	v.press(t, "j")
	v.out.waitFor(t, "\x1b[?25l\x1b")
}

func TestRawBytesReachTheTerminalInOrder(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.press(t, "y")
	v.out.waitFor(t, ansi.SetSystemClipboard("copied"))
	v.press(t, "b")
	v.out.waitFor(t, "<first>")
	v.out.waitFor(t, "<second>")
}

func TestSuspendDoesNothing(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.press(t, "z")
	v.press(t, "j")
	v.out.waitFor(t, "j\x1b")
}

func TestTerminalThatShowsMoreColorsRaisesTheProfile(t *testing.T) {
	v := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	v.press(t, "\x1bP1+r524742=38\x1b\\")
	for told := range v.model.seen {
		if told == "tea.ColorProfileMsg" {
			break
		}
	}
	v.press(t, "\x1b]11;rgb:ffff/ffff/ffff\x07")
	for told := range v.model.seen {
		if told == "tea.BackgroundColorMsg" {
			break
		}
	}
}

func TestSlowClientGetsTheNewestFrame(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	v.out.mu.Lock()
	v.out.hold = release
	before := v.out.writes
	v.out.mu.Unlock()
	for range 300 {
		v.press(t, "j")
	}
	v.press(t, "k")
	for told := range v.model.seen {
		if told == "k" {
			break
		}
	}
	v.out.mu.Lock()
	v.out.hold = nil
	v.out.mu.Unlock()
	close(release)
	v.out.waitFor(t, "k\x1b")
	v.out.mu.Lock()
	defer v.out.mu.Unlock()
	if n := v.out.writes - before; n != 2 {
		t.Errorf("%d frames were written of 301; want the one on its way and the newest", n)
	}
}

func TestClientThatReadsNothingIsLetGo(t *testing.T) {
	v := begin(t, terminal.Options{Stall: time.Millisecond})
	release := make(chan struct{})
	v.out.wait(t, func() bool { return v.out.writes > 0 })
	v.out.mu.Lock()
	v.out.hold = release
	v.out.mu.Unlock()
	v.press(t, "j")
	if err := v.end(t); !errors.Is(err, terminal.ErrStalled) {
		t.Errorf("it ended with %v", err)
	}
	close(release) // as closing the stream does
	v.Wait()
}

func TestFloodOfSizesIsSeenToItsEndOnly(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.Resize(100, 30) // before the session may have begun
	for i := range 5000 {
		v.Resize(40+i%50, 20)
	}
	v.Resize(123, 45)
	v.out.waitFor(t, "123x45")
	sizes := 0
	for {
		select {
		case <-v.model.seen:
			sizes++
			continue
		default:
		}
		break
	}
	if sizes > 5010 {
		t.Errorf("the model saw %d messages of 5,002 sizes", sizes)
	}
}

func TestEndedSessionsLeaveNoGoroutine(t *testing.T) {
	before := goleak.IgnoreCurrent()
	for range 50 {
		v := begin(t, terminal.Options{})
		v.out.waitFor(t, "last: 80x24")
		v.press(t, "q")
		if err := v.end(t); err != nil {
			t.Fatal(err)
		}
		v.Wait()
		v.Send(tea.KeyPressMsg{}) // too late, and harmless
		v.Resize(10, 10)
	}
	// Bubble Tea takes half a second to let its ticker go.
	left := goleak.Find(before)
	for end := time.Now().Add(patience); left != nil && time.Now().Before(end); {
		left = goleak.Find(before)
	}
	if left != nil {
		t.Error(left)
	}
}

func TestControlCharactersOfAViewNeverReachTheTerminal(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.press(t, "\x1b[200~\u009b31m\x1b[201~")
	v.press(t, "q")
	_ = v.end(t)
	if strings.Contains(v.out.String(), "\u009b") {
		t.Errorf("written: %q", v.out.String())
	}
}

func TestKeysThatComeTogetherAreShownOnce(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	before := v.model.views.Load()
	v.press(t, strings.Repeat("j", 200)+"k") // what one read takes
	v.out.waitFor(t, "k\x1b")
	if n := v.model.views.Load() - before; n > 10 {
		t.Errorf("201 keys were drawn %d times", n)
	}
}

// faulty is a terminal on which reading or writing panics, as a decoder or a
// painter with a fault would.
type faulty struct {
	io.Reader
	io.Writer
	read, write bool
}

func (f *faulty) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if f.read && n > 0 {
		panic("told to")
	}
	return n, err
}

func (f *faulty) Write(p []byte) (int, error) {
	if f.write {
		f.write = false
		panic("told to")
	}
	return f.Writer.Write(p)
}

func TestFaultInReadingOrPaintingEndsItsSessionOnly(t *testing.T) {
	for _, f := range []*faulty{{read: true}, {write: true}} {
		in, keys := io.Pipe()
		out := newTape()
		f.Reader, f.Writer = in, out
		s := terminal.New(&echo{}, f, f, terminal.Options{Width: 80, Height: 24})
		done := make(chan error, 1)
		go func() { done <- s.Run(context.Background()) }()
		if f.read {
			out.waitFor(t, "last: 80x24")
		}
		go func() { _, _ = io.WriteString(keys, "j") }()
		select {
		case err := <-done:
			var p *terminal.PanicError
			if !errors.As(err, &p) || p.Value != "told to" {
				t.Errorf("it ended with %v", err)
			}
		case <-time.After(patience):
			t.Fatal("the session never ended")
		}
		_ = in.Close()
		s.Wait()
		if !strings.HasSuffix(out.String(), "\x1b[?1049l\x1b[?25h") {
			t.Errorf("the last that was written is %q", out.String())
		}
	}
}

func TestFrameOnItsWayIsNotWaitedForAtTheEnd(t *testing.T) {
	v := begin(t, terminal.Options{Height: 200, Width: 80})
	v.out.waitFor(t, "last: 80x200")
	release := make(chan struct{})
	v.out.mu.Lock()
	v.out.hold = release
	before, writes := v.out.written.Len(), v.out.writes
	v.out.mu.Unlock()
	v.press(t, "f")
	v.out.wait(t, func() bool { return v.out.writes > writes })
	v.cancel(io.ErrUnexpectedEOF)
	for !v.Leaving() {
		runtime.Gosched()
	}
	close(release)
	_ = v.end(t)
	if out := v.out.String(); !strings.HasSuffix(out, restored) || len(out)-before > 3000 {
		t.Errorf("%d bytes of a frame of 7,000 were written after the end", len(out)-before)
	}
}
