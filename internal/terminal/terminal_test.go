package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"go.uber.org/goleak"

	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
)

const restored = "\x1b[?2026l\x1b]8;;\a\x1b[m\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b]2;\a\x1b[23;2t\x1b[H\x1b[J\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"

func TestTerminalIsRestoredWhenTheSessionEnds(t *testing.T) {
	gone := errors.New("gone")
	for name, test := range map[string]struct {
		end  func(d *testDriver)
		want func(err error) bool
	}{
		"the model quits":      {func(d *testDriver) { d.press(t, "q") }, func(err error) bool { return err == nil }},
		"the input ends":       {func(d *testDriver) { _ = d.in.Close() }, func(err error) bool { return errors.Is(err, io.EOF) }},
		"the caller ends it":   {func(d *testDriver) { d.cancel(gone) }, func(err error) bool { return errors.Is(err, gone) }},
		"the update panics":    {func(d *testDriver) { d.press(t, "p") }, panicked},
		"the view panics":      {func(d *testDriver) { d.press(t, "v") }, panicked},
		"a command panics":     {func(d *testDriver) { d.press(t, "x") }, panicked},
		"one of two panics":    {func(d *testDriver) { d.press(t, "X") }, panicked},
		"keys follow the last": {func(d *testDriver) { go func() { _, _ = io.WriteString(d.in, "q"+strings.Repeat("j", 1000)) }() }, func(err error) bool { return err == nil }},
	} {
		t.Run(name, func(t *testing.T) {
			d := begin(t, terminal.Options{})
			d.out.waitFor(t, "last: 80x24")
			test.end(d)
			if err := d.end(t); !test.want(err) {
				t.Errorf("Run returned %v", err)
			}
			d.Wait()
			if out := d.out.String(); !strings.HasSuffix(out, restored) {
				t.Errorf("the last bytes written are %q", out[max(0, len(out)-120):])
			}
		})
	}
}

func panicked(err error) bool {
	var p *terminal.PanicError
	return errors.As(err, &p) && p.Value == "on purpose" && bytes.Contains(p.Stack, []byte("echo"))
}

func TestNothingIsAskedOfAModelThatPanicked(t *testing.T) {
	in, typed := io.Pipe()
	model := &echo{seen: make(chan string, 10)}
	d := newDriver(model, in, newRecorder(), terminal.Options{Width: 80, Height: 24})
	d.Send(tea.KeyPressMsg{Code: 'p', Text: "p"})
	d.Send(tea.KeyPressMsg{Code: 'j', Text: "j"})
	if err := d.Run(t.Context()); !panicked(err) {
		t.Errorf("Run returned %v", err)
	}
	_ = typed.Close()
	d.Wait()
	close(model.seen)
	for msg := range model.seen {
		if msg == "j" {
			t.Error("the model was given the next message")
		}
	}
	if views := model.views.Load(); views > 0 {
		t.Errorf("the model made %d views", views)
	}
}

func TestOnlyOneFrameIsWrittenBeforeTheFirstKey(t *testing.T) {
	t.Parallel()
	d := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	d.out.waitFor(t, "last: 80x24")
	d.press(t, "j")
	d.out.waitFor(t, "j\x1b") // only the changed cell
	if frames := strings.Count(d.out.String(), ansi.SetModeSynchronizedOutput); frames != 2 {
		t.Errorf("%d frames for the first view and a key: %q", frames, d.out.String())
	}
	d.press(t, "q")
	_ = d.end(t)
	for _, question := range []string{ansi.RequestBackgroundColor, ansi.RequestTermcap("RGB")} {
		if !strings.Contains(d.out.String(), question) {
			t.Errorf("the terminal was not asked %q", question)
		}
	}
}

func TestMessagesSentBeforeRunAreInTheFirstFrame(t *testing.T) {
	in, typed := io.Pipe()
	out, done := newRecorder(), make(chan error, 1)
	d := newDriver(&echo{seen: make(chan string, 10)}, in, out, terminal.Options{Width: 80, Height: 24})
	d.Send(tea.KeyPressMsg{Code: 'a', Text: "a"})
	d.Send(tea.KeyPressMsg{Code: 'j', Text: "j"})
	go func() { done <- d.Run(t.Context()) }()
	out.waitFor(t, "last: j")
	_ = typed.Close()
	if err := <-done; !errors.Is(err, io.EOF) {
		t.Error(err)
	}
	d.Wait()
	if frames := strings.Count(out.String(), ansi.SetModeSynchronizedOutput); frames != 1 {
		t.Errorf("%d frames: %q", frames, out.String())
	}
}

func TestCursorIsShownWhereTheViewHasIt(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.press(t, "c")
	d.out.waitFor(t, "\x1b[2;4H\x1b[?25h")
	d.press(t, "j")
	d.out.waitFor(t, "\x1b[?25l\x1b")
}

func TestRawBytesReachTheTerminalInOrder(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.press(t, "y")
	d.out.waitFor(t, ansi.SetSystemClipboard("copied"))
	d.press(t, "b")
	d.out.waitFor(t, "<first>")
	d.out.waitFor(t, "<second>")
}

func TestTheLongestCopyReachesTheClipboardWhole(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	text := ansi.SetSystemClipboard(strings.Repeat("a", tui.MaxCopied))
	d.Send(tea.RawMsg{Msg: text})
	d.out.waitFor(t, text)
}

func TestRawBytesForASlowClientAreBounded(t *testing.T) {
	const size, limit = 1000, 100_000
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	d.out.mu.Lock()
	d.out.hold = release
	writes := d.out.writes
	d.out.mu.Unlock()
	d.press(t, "j")
	d.out.wait(t, func() bool { return d.out.writes > writes })
	for range 3 * limit / size {
		d.Send(tea.RawMsg{Msg: strings.Repeat("#", size)})
	}
	d.press(t, "k")
	d.waitSeen(t, "k")
	d.out.mu.Lock()
	d.out.hold = nil
	d.out.mu.Unlock()
	close(release)
	for _, key := range []string{"w", "e"} { // raw bytes are written after a frame, so before the next
		d.press(t, key)
		d.out.waitFor(t, key+"\x1b")
	}
	if n := strings.Count(d.out.String(), "#"); n != limit/size*size {
		t.Errorf("%d raw bytes were kept for a slow client, want %d", n, limit/size*size)
	}
}

func TestCopyThatIsCutOffByTheEndIsAborted(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	d.out.mu.Lock()
	d.out.hold, d.out.holdAt = release, "\x1b]52;"
	d.out.mu.Unlock()
	d.press(t, "Y")
	d.out.wait(t, func() bool { return d.out.held })
	d.cancel(io.ErrUnexpectedEOF)
	for !d.Leaving() {
		runtime.Gosched()
	}
	d.out.mu.Lock()
	d.out.hold = nil
	d.out.mu.Unlock()
	close(release)
	_ = d.end(t)
	if out := d.out.String(); !strings.HasSuffix(out, "\x18"+restored) {
		t.Errorf("the last bytes written are %q", out[max(0, len(out)-120):])
	}
}

func TestModelCanRepaintTheScreen(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	d.press(t, "C")
	d.out.waitFor(t, "last: C")
}

func TestTerminalWithWideSymbolsIsPaintedAnew(t *testing.T) {
	for answer, paints := range map[string]int{"\x1b[2;3R": 2, "\x1b[2;2R": 1} {
		d := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
		d.out.waitFor(t, "\x1b[2H─\x1b[6n")
		d.press(t, answer+"\x1b[?62;22c")
		d.press(t, "k")
		d.out.waitFor(t, "k\x1b")
		if got := strings.Count(d.out.String(), ansi.EraseEntireScreen); got != paints {
			t.Errorf("after %q, the screen was painted %d times, want %d", answer, got, paints)
		}
	}
}

func TestModelCanTurnTheMouseOff(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "\x1b[?1002h\x1b[?1006h")
	d.press(t, "m")
	d.out.waitFor(t, "\x1b[?1002l\x1b[?1003l\x1b[?1006l")
	d.press(t, "m")
	d.out.wait(t, func() bool { return strings.Count(d.out.written.String(), "\x1b[?1002h") == 2 })
}

func TestSuspendDoesNothing(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.press(t, "z")
	d.press(t, "j")
	d.out.waitFor(t, "j\x1b")
}

func TestProfileIsRaisedWhenTheTerminalReportsMoreColors(t *testing.T) {
	d := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	d.press(t, "\x1bP1+r524742=38\x1b\\")
	d.waitSeen(t, "tea.ColorProfileMsg")
	d.press(t, "\x1b]11;rgb:ffff/ffff/ffff\x07")
	d.waitSeen(t, "tea.BackgroundColorMsg")
}

func TestSlowClientGetsOnlyTheNewestFrame(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	d.out.mu.Lock()
	d.out.hold = release
	before := d.out.writes
	d.out.mu.Unlock()
	for range 300 {
		d.press(t, "j")
	}
	d.press(t, "k")
	d.waitSeen(t, "k")
	d.out.mu.Lock()
	d.out.hold = nil
	d.out.mu.Unlock()
	close(release)
	d.out.waitFor(t, "k\x1b")
	d.out.mu.Lock()
	defer d.out.mu.Unlock()
	if n := d.out.writes - before; n != 2 {
		t.Errorf("%d of 301 frames were written, want the one in flight and the newest", n)
	}
}

func TestFloodOfResizesIsCoalesced(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.Resize(100, 30) // the driver may not run yet
	for i := range 5000 {
		d.Resize(40+i%50, 20)
	}
	d.Resize(123, 45)
	d.out.waitFor(t, "123x45")
	sizes := 0
	for {
		select {
		case <-d.model.seen:
			sizes++
			continue
		default:
		}
		break
	}
	if sizes > 100 {
		t.Errorf("the model saw %d messages for 5,002 sizes", sizes)
	}
}

func TestEndedSessionsLeaveNoGoroutine(t *testing.T) {
	before := goleak.IgnoreCurrent()
	for range 50 {
		d := begin(t, terminal.Options{})
		d.out.waitFor(t, "last: 80x24")
		d.press(t, "q")
		if err := d.end(t); err != nil {
			t.Fatal(err)
		}
		d.Wait()
		d.Send(tea.KeyPressMsg{}) // after the end, both do nothing
		d.Resize(10, 10)
	}
	// Bubble Tea takes half a second to stop its ticker.
	left := goleak.Find(before)
	for end := time.Now().Add(patience); left != nil && time.Now().Before(end); {
		left = goleak.Find(before)
	}
	if left != nil {
		t.Error(left)
	}
}

func TestControlCharactersInAViewNeverReachTheTerminal(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.press(t, "\x1b[200~\u009b31m\x1b[201~")
	d.press(t, "q")
	_ = d.end(t)
	if strings.Contains(d.out.String(), "\u009b") {
		t.Errorf("written: %q", d.out.String())
	}
}

func TestKeysThatArriveTogetherMakeOneView(t *testing.T) {
	d := begin(t, terminal.Options{})
	d.out.waitFor(t, "last: 80x24")
	before := d.model.views.Load()
	d.press(t, strings.Repeat("j", 200)+"k") // fits into one read
	d.out.waitFor(t, "k\x1b")
	if n := d.model.views.Load() - before; n > 10 {
		t.Errorf("201 keys were drawn %d times", n)
	}
}

func TestPanicInReadingOrPaintingEndsOnlyItsSession(t *testing.T) {
	for _, f := range []*faulty{{read: true}, {write: true}} {
		in, keys := io.Pipe()
		out := newRecorder()
		f.Reader, f.Writer = in, out
		d := newDriver(&echo{}, f, f, terminal.Options{Width: 80, Height: 24})
		done := make(chan error, 1)
		go func() { done <- d.Run(context.Background()) }()
		if f.read {
			out.waitFor(t, "last: 80x24")
		}
		go func() { _, _ = io.WriteString(keys, "j") }()
		select {
		case err := <-done:
			var p *terminal.PanicError
			if !errors.As(err, &p) || p.Value != "on purpose" {
				t.Errorf("Run returned %v", err)
			}
		case <-time.After(patience):
			t.Fatal("Run never returned")
		}
		_ = in.Close()
		d.Wait()
		if !strings.HasSuffix(out.String(), "\x1b[?1049l\x1b[?25h") {
			t.Errorf("the last bytes written are %q", out.String())
		}
	}
}

func TestFrameInFlightIsDroppedWhenTheSessionEnds(t *testing.T) {
	d := begin(t, terminal.Options{Height: 200, Width: 80})
	d.out.waitFor(t, "last: 80x200")
	release := make(chan struct{})
	d.out.mu.Lock()
	d.out.hold = release
	before, writes := d.out.written.Len(), d.out.writes
	d.out.mu.Unlock()
	d.press(t, "f")
	d.out.wait(t, func() bool { return d.out.writes > writes })
	d.cancel(io.ErrUnexpectedEOF)
	for !d.Leaving() {
		runtime.Gosched()
	}
	close(release)
	_ = d.end(t)
	if out := d.out.String(); !strings.HasSuffix(out, restored) || len(out)-before > 3000 {
		t.Errorf("%d of 7,000 bytes of a frame were written after the end", len(out)-before)
	}
}
