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
		end  func(v *testSession)
		want func(err error) bool
	}{
		"the model quits":      {func(v *testSession) { v.press(t, "q") }, func(err error) bool { return err == nil }},
		"the input ends":       {func(v *testSession) { _ = v.in.Close() }, func(err error) bool { return errors.Is(err, io.EOF) }},
		"the caller ends it":   {func(v *testSession) { v.cancel(gone) }, func(err error) bool { return errors.Is(err, gone) }},
		"the update panics":    {func(v *testSession) { v.press(t, "p") }, panicked},
		"the view panics":      {func(v *testSession) { v.press(t, "v") }, panicked},
		"a command panics":     {func(v *testSession) { v.press(t, "x") }, panicked},
		"one of two panics":    {func(v *testSession) { v.press(t, "X") }, panicked},
		"keys follow the last": {func(v *testSession) { go func() { _, _ = io.WriteString(v.in, "q"+strings.Repeat("j", 1000)) }() }, func(err error) bool { return err == nil }},
	} {
		t.Run(name, func(t *testing.T) {
			v := begin(t, terminal.Options{})
			v.out.waitFor(t, "last: 80x24")
			test.end(v)
			if err := v.end(t); !test.want(err) {
				t.Errorf("the session ended with %v", err)
			}
			v.Wait()
			if out := v.out.String(); !strings.HasSuffix(out, restored) {
				t.Errorf("the last bytes written are %q", out[max(0, len(out)-120):])
			}
		})
	}
}

func panicked(err error) bool {
	var p *terminal.PanicError
	return errors.As(err, &p) && p.Value == "on purpose" && bytes.Contains(p.Stack, []byte("echo"))
}

func TestOnlyOneFrameIsWrittenBeforeTheFirstKey(t *testing.T) {
	t.Parallel()
	v := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	v.out.waitFor(t, "last: 80x24")
	v.press(t, "j")
	v.out.waitFor(t, "j\x1b") // only the changed cell
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

func TestMessagesSentBeforeRunAreInTheFirstFrame(t *testing.T) {
	in, typed := io.Pipe()
	out, done := newRecorder(), make(chan error, 1)
	s := newSession(&echo{seen: make(chan string, 10)}, in, out, terminal.Options{Width: 80, Height: 24})
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

func TestCursorIsShownWhereTheViewHasIt(t *testing.T) {
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

func TestTheLongestCopyReachesTheClipboardWhole(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	text := ansi.SetSystemClipboard(strings.Repeat("a", tui.MaxCopied))
	v.Send(tea.RawMsg{Msg: text})
	v.out.waitFor(t, text)
}

func TestRawBytesForASlowClientAreBounded(t *testing.T) {
	const size, limit = 1000, 100_000
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	v.out.mu.Lock()
	v.out.hold = release
	writes := v.out.writes
	v.out.mu.Unlock()
	v.press(t, "j")
	v.out.wait(t, func() bool { return v.out.writes > writes })
	for range 3 * limit / size {
		v.Send(tea.RawMsg{Msg: strings.Repeat("#", size)})
	}
	v.press(t, "k")
	v.waitSeen(t, "k")
	v.out.mu.Lock()
	v.out.hold = nil
	v.out.mu.Unlock()
	close(release)
	for _, key := range []string{"w", "e"} { // raw bytes are written after a frame, so before the next
		v.press(t, key)
		v.out.waitFor(t, key+"\x1b")
	}
	if n := strings.Count(v.out.String(), "#"); n != limit/size*size {
		t.Errorf("%d raw bytes were kept for a slow client, want %d", n, limit/size*size)
	}
}

func TestCopyThatIsCutOffByTheEndIsAborted(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	release := make(chan struct{})
	v.out.mu.Lock()
	v.out.hold, v.out.holdAt = release, "\x1b]52;"
	v.out.mu.Unlock()
	v.press(t, "Y")
	v.out.wait(t, func() bool { return v.out.held })
	v.cancel(io.ErrUnexpectedEOF)
	for !v.Leaving() {
		runtime.Gosched()
	}
	v.out.mu.Lock()
	v.out.hold = nil
	v.out.mu.Unlock()
	close(release)
	_ = v.end(t)
	if out := v.out.String(); !strings.HasSuffix(out, "\x18"+restored) {
		t.Errorf("the last bytes written are %q", out[max(0, len(out)-120):])
	}
}

func TestModelCanRepaintTheScreen(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	v.press(t, "C")
	v.out.waitFor(t, "last: C")
}

func TestTerminalWithWideSymbolsIsPaintedAnew(t *testing.T) {
	for answer, paints := range map[string]int{"\x1b[2;3R": 2, "\x1b[2;2R": 1} {
		v := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
		v.out.waitFor(t, "\x1b[2H─\x1b[6n")
		v.press(t, answer+"\x1b[?62;22c")
		v.press(t, "k")
		v.out.waitFor(t, "k\x1b")
		if got := strings.Count(v.out.String(), ansi.EraseEntireScreen); got != paints {
			t.Errorf("after %q, the screen was painted %d times, want %d", answer, got, paints)
		}
	}
}

func TestModelCanTurnTheMouseOff(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "\x1b[?1002h\x1b[?1006h")
	v.press(t, "m")
	v.out.waitFor(t, "\x1b[?1002l\x1b[?1003l\x1b[?1006l")
	v.press(t, "m")
	v.out.wait(t, func() bool { return strings.Count(v.out.written.String(), "\x1b[?1002h") == 2 })
}

func TestSuspendDoesNothing(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.press(t, "z")
	v.press(t, "j")
	v.out.waitFor(t, "j\x1b")
}

func TestProfileIsRaisedWhenTheTerminalReportsMoreColors(t *testing.T) {
	v := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
	v.press(t, "\x1bP1+r524742=38\x1b\\")
	v.waitSeen(t, "tea.ColorProfileMsg")
	v.press(t, "\x1b]11;rgb:ffff/ffff/ffff\x07")
	v.waitSeen(t, "tea.BackgroundColorMsg")
}

func TestSlowClientGetsOnlyTheNewestFrame(t *testing.T) {
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
	v.waitSeen(t, "k")
	v.out.mu.Lock()
	v.out.hold = nil
	v.out.mu.Unlock()
	close(release)
	v.out.waitFor(t, "k\x1b")
	v.out.mu.Lock()
	defer v.out.mu.Unlock()
	if n := v.out.writes - before; n != 2 {
		t.Errorf("%d of 301 frames were written, want the one in flight and the newest", n)
	}
}

func TestFloodOfResizesIsCoalesced(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.Resize(100, 30) // the session may not run yet
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
	if sizes > 100 {
		t.Errorf("the model saw %d messages for 5,002 sizes", sizes)
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
		v.Send(tea.KeyPressMsg{}) // after the end, both do nothing
		v.Resize(10, 10)
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
	v := begin(t, terminal.Options{})
	v.press(t, "\x1b[200~\u009b31m\x1b[201~")
	v.press(t, "q")
	_ = v.end(t)
	if strings.Contains(v.out.String(), "\u009b") {
		t.Errorf("written: %q", v.out.String())
	}
}

func TestKeysThatArriveTogetherMakeOneView(t *testing.T) {
	v := begin(t, terminal.Options{})
	v.out.waitFor(t, "last: 80x24")
	before := v.model.views.Load()
	v.press(t, strings.Repeat("j", 200)+"k") // fits into one read
	v.out.waitFor(t, "k\x1b")
	if n := v.model.views.Load() - before; n > 10 {
		t.Errorf("201 keys were drawn %d times", n)
	}
}

func TestPanicInReadingOrPaintingEndsOnlyItsSession(t *testing.T) {
	for _, f := range []*faulty{{read: true}, {write: true}} {
		in, keys := io.Pipe()
		out := newRecorder()
		f.Reader, f.Writer = in, out
		s := newSession(&echo{}, f, f, terminal.Options{Width: 80, Height: 24})
		done := make(chan error, 1)
		go func() { done <- s.Run(context.Background()) }()
		if f.read {
			out.waitFor(t, "last: 80x24")
		}
		go func() { _, _ = io.WriteString(keys, "j") }()
		select {
		case err := <-done:
			var p *terminal.PanicError
			if !errors.As(err, &p) || p.Value != "on purpose" {
				t.Errorf("the session ended with %v", err)
			}
		case <-time.After(patience):
			t.Fatal("the session never ended")
		}
		_ = in.Close()
		s.Wait()
		if !strings.HasSuffix(out.String(), "\x1b[?1049l\x1b[?25h") {
			t.Errorf("the last bytes written are %q", out.String())
		}
	}
}

func TestFrameInFlightIsDroppedWhenTheSessionEnds(t *testing.T) {
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
		t.Errorf("%d of 7,000 bytes of a frame were written after the end", len(out)-before)
	}
}
