package visitor

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"io"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// enter and leave are what full-screen programs print at the start and the end.
const (
	enter = "\x1b[?1049h\x1b[?25l\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b]2;A title; in two parts\x07"
	leave = "\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?25h\x1b[?1049l"
)

func visit(t *testing.T, addr string, o Options) *Visitor {
	t.Helper()
	v, err := Visit(t.Context(), addr, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	return v
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestVisitorSeesWhatIsDrawnAndWhatIsLeft(t *testing.T) {
	addr := serve(t, func(s *session) uint32 {
		s.print(enter + "\x1b[2;3H\x1b[1;38;5;80mNetflix\x1b[m \x1b]8;;https://example.com\x07link\x1b]8;;\x07 世")
		s.print("\x1b]52;c;Y29waWVk\x07")
		if err := s.expect("q"); err != nil {
			return 1
		}
		s.print(leave + "Thank you.\r\n")
		return 3
	})
	v := visit(t, addr, Options{Terminal: Terminal{Width: 40, Height: 10}, Before: "$ ssh host\r\n"})
	must(t, v.WaitUntil(t.Context(), func(s *Screen) bool {
		return s.Clipboard() != ""
	}))

	s := v.Screen()
	if got, want := s.Text(), "\n  Netflix link 世"; got != want {
		t.Errorf("the screen shows %q, want %q", got, want)
	}
	if s.mode(ansi.ModeTextCursorEnable) || !s.AltScreen() || !s.mode(ansi.ModeBracketedPaste) {
		t.Errorf("cursor %t, alternate screen %t", s.mode(ansi.ModeTextCursorEnable), s.AltScreen())
	}
	if got := s.Title(); got != "A title; in two parts" {
		t.Errorf("the title is %q", got)
	}
	if got := s.Clipboard(); got != "copied" {
		t.Errorf("copied %q", got)
	}
	if c := s.Cell(2, 1); c.Content != "N" || c.Style.Attrs != uv.AttrBold || c.Style.Fg != ansi.IndexedColor(80) {
		t.Errorf("the cell is %+v", c)
	}
	if got := s.Cell(10, 1).Link.URL; got != "https://example.com" {
		t.Errorf("the link is %q", got)
	}
	if first, second := s.Cell(15, 1).Width, s.Cell(16, 1).Width; first != 2 || second != 0 {
		t.Errorf("a wide character has the widths %d and %d", first, second)
	}
	if err := s.Restored(); err == nil {
		t.Error("a terminal in use counts as restored")
	}

	must(t, v.Press("q"))
	left, err := v.Left(t.Context())
	if want := "$ ssh host\nThank you."; err != nil || left != want {
		t.Errorf("left %q, %v, want %q", left, err, want)
	}
	if status, err := v.Wait(t.Context()); status != 3 || err != nil {
		t.Errorf("exit status %d, %v", status, err)
	}
	if got := s.Written(); !strings.HasPrefix(got, "$ ssh host\r\n"+enter) {
		t.Errorf("%q was written", got)
	}
}

func TestRestoredNamesWhatIsNotRestored(t *testing.T) {
	for left, want := range map[string]string{
		"\x1b[?1049h":                   "alternate screen",
		"\x1b[?25l":                     "mode 25 is still reset",
		"\x1b[?1003h":                   "mode 1003 is still set",
		"\x1b[?2026h":                   "mode 2026 is still set",
		"\x1b[31m":                      "has the style",
		"\x1b]8;;https://a.example\x07": "https://a.example",
	} {
		s := NewScreen(Terminal{})
		must(t, errors.Join(errOf(io.WriteString(s, "kept"+left)), s.Close()))
		if err := s.Restored(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("after %q: %v, want %q", left, err, want)
		}
		if !strings.HasPrefix(left, "\x1b[?1049") && s.Text() != "kept" {
			t.Errorf("after Restored, the screen shows %q", s.Text())
		}
	}
}

func errOf(_ int, err error) error { return err }

func TestTerminalAnswersQueries(t *testing.T) {
	const questions = "\x1b]11;?\x07\x1b[c"
	for name, c := range map[string]struct {
		Terminal
		want string
	}{
		"silent": {Terminal{}, "\x1b[?62;1;6;22c"},
		"light":  {Terminal{Background: color.White}, "\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62;1;6;22c"},
	} {
		t.Run(name, func(t *testing.T) {
			addr := serve(t, func(s *session) uint32 {
				s.print(questions)
				if err := s.expect(c.want); err != nil {
					s.print(err.Error())
					return 1
				}
				return 0
			})
			v := visit(t, addr, Options{Terminal: c.Terminal})
			if status, err := v.Wait(t.Context()); status != 0 || err != nil {
				t.Errorf("status %d, %v, answers %q", status, err, v.Screen().Text())
			}
		})
	}
}

func TestVisitorTypesLikeATerminal(t *testing.T) {
	const want = "j\r\x1b[B\x04\x1b[6~\x1b[Zü"
	addr := serve(t, func(s *session) uint32 {
		s.print(enter + "ready")
		if err := s.expect(want); err != nil {
			return 1
		}
		return 0
	})
	v := visit(t, addr, Options{})
	must(t, v.WaitFor(t.Context(), "ready"))
	must(t, v.Press("j", "enter", "down", "ctrl+d", "pgdown", "shift+tab", "ü"))
	if status, err := v.Wait(t.Context()); status != 0 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if err := v.Press("any"); err == nil {
		t.Error("an unknown key was accepted")
	}
}

func TestVisitorSendsItsOptions(t *testing.T) {
	addr := serve(t, func(s *session) uint32 {
		s.print(fmt.Sprintf("%s %v %v %q", s.term, s.size, s.env, s.command))
		to := <-s.resized
		s.print(fmt.Sprintf("\r\n%v", to))
		return 0
	})
	v := visit(t, addr, Options{
		Terminal: Terminal{Width: 70, Height: 12}, Term: "vt100",
		Env: map[string]string{"LANG": "C"}, Command: "experience",
	})
	must(t, v.WaitFor(t.Context(), `vt100 [70 12] map[LANG:C] "experience"`))
	must(t, v.Resize(90, 30))
	must(t, v.WaitFor(t.Context(), "[90 30]"))
	if w, h := v.Screen().Size(); w != 90 || h != 30 {
		t.Errorf("the screen has %d×%d", w, h)
	}
}

func TestWaitChecksOnlyWholeFrames(t *testing.T) {
	goOn := make(chan struct{})
	addr := serve(t, func(s *session) uint32 {
		s.print("\x1b[?2026hhalf")
		<-goOn
		s.print(" and whole\x1b[?2026l")
		return 0
	})
	v := visit(t, addr, Options{})
	for arrived := false; !arrived; {
		changed, _ := v.check(func(*Screen) bool { return false })
		if arrived = v.Screen().Text() == "half"; !arrived {
			<-changed
		}
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	seen := errors.New("stop waiting")
	cancel(seen)
	if err := v.WaitFor(ctx, "half"); !errors.Is(err, seen) {
		t.Errorf("half a frame was checked: %v", err)
	}
	close(goOn)
	must(t, v.WaitFor(t.Context(), "half and whole"))
	err := v.WaitFor(t.Context(), "more")
	if !errors.Is(err, errEnded) || !strings.Contains(err.Error(), "half and whole") {
		t.Errorf("after the end: %v", err)
	}
}

func TestRunHasNoTerminal(t *testing.T) {
	addr := serve(t, func(s *session) uint32 {
		in, _ := io.ReadAll(s)
		s.print(fmt.Sprintf("%t %s %s", s.pty, s.command, in))
		_, _ = io.WriteString(s.Stderr(), "aside")
		return 127
	})
	got, err := Run(t.Context(), addr, Options{Command: "nonsense"}, "typed")
	if want := (Result{"false nonsense typed", "aside", 127}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestVisitEndsWithItsContext(t *testing.T) {
	addr := serve(t, func(s *session) uint32 {
		_, _ = io.Copy(io.Discard, s)
		return 0
	})
	ctx, cancel := context.WithCancel(t.Context())
	v := visit(t, addr, Options{})
	w, err := Visit(ctx, addr, Options{})
	must(t, err)
	cancel()
	if _, err := w.Wait(t.Context()); err == nil {
		t.Error("a closed connection returned an exit status")
	}
	must(t, w.Close())
	must(t, v.Type("the other goes on"))
}
