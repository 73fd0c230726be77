package visitor

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Size gives the width and height in cells.
func (s *Screen) Size() (width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.Width(), s.emulator.Height()
}

// Text gives what is shown, a line for each row, without the blanks at the ends
// of lines and the blank lines at the end.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	rows := make([]string, s.emulator.Height())
	for y := range rows {
		var row strings.Builder
		for x := range s.emulator.Width() {
			c := s.cell(x, y)
			if c.Width > 0 {
				row.WriteString(c.Content)
			}
		}
		rows[y] = strings.TrimRight(row.String(), " ")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n")
}

// Cell gives the cell in column x of row y, both from 0. The second column of a
// wide character, and what lies outside, has the width 0.
func (s *Screen) Cell(x, y int) uv.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cell(x, y)
}

func (s *Screen) cell(x, y int) uv.Cell {
	if c := s.emulator.CellAt(x, y); c != nil {
		return *c
	}
	return uv.Cell{}
}

// Title gives the window's title.
func (s *Screen) Title() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.title
}

// Cursor gives the cursor's column and row, from 0, and whether it is shown.
func (s *Screen) Cursor() (x, y int, shown bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.emulator.CursorPosition()
	return at.X, at.Y, s.set[ansi.ModeTextCursorEnable]
}

// AltScreen says whether the alternate screen is shown.
func (s *Screen) AltScreen() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.IsAltScreen()
}

// Mouse says whether the program hears of clicks.
func (s *Screen) Mouse() bool {
	return s.Mode(ansi.ModeMouseNormal) || s.Mode(ansi.ModeMouseButtonEvent) || s.Mode(ansi.ModeMouseAnyEvent)
}

// Mode says whether a mode is set, whether or not the emulator knows it.
func (s *Screen) Mode(mode ansi.Mode) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set[mode]
}

// Clipboard gives what was copied last (OSC 52), and whether anything was.
func (s *Screen) Clipboard() (text string, copied bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clipboard, s.copied
}

// Bells counts the bells.
func (s *Screen) Bells() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bells
}

// Tail gives the last bytes that were written, 256 KiB at the most, for what an
// emulator does not show; total counts all that ever were.
func (s *Screen) Tail() (tail []byte, total int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.tail), s.total
}

// Restored says what a program that has ended left otherwise than it found it;
// nil when the terminal is as a new one, but for what stands on its main
// screen.
func (s *Screen) Restored() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var left []error
	if s.emulator.IsAltScreen() {
		left = append(left, errors.New("the alternate screen is still shown"))
	}
	usual := defaultModes()
	for mode := range s.set {
		if !usual[mode] {
			left = append(left, fmt.Errorf("mode %d is still set", mode.Mode()))
		}
	}
	for mode := range usual {
		if !s.set[mode] {
			left = append(left, fmt.Errorf("mode %d is still reset", mode.Mode()))
		}
	}
	if pen := s.pen(); !pen.Style.IsZero() || !pen.Link.IsZero() {
		left = append(left, fmt.Errorf("what is printed next has the style %q and the link %q", pen.Style.String(), pen.Link.URL))
	}
	return errors.Join(left...)
}

// pen gives a cell as the next character would be printed. The emulator tells
// only by printing, so one is, and taken back.
func (s *Screen) pen() uv.Cell {
	before := s.cell(0, 0)
	_, _ = s.emulator.WriteString("\x1b7\x1b[Hx\x1b8")
	pen := s.cell(0, 0)
	s.emulator.SetCell(0, 0, &before)
	return pen
}
