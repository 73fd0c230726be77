package visitor

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Size returns the width and height in cells.
func (s *Screen) Size() (width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.Width(), s.emulator.Height()
}

// Text returns what the screen shows, one line a row, without trailing blanks
// and blank lines.
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

// Cell returns the cell in column x and row y, which start at 0. The second
// column of a wide character, and cells outside the screen, have the width 0.
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

// Title returns the window title.
func (s *Screen) Title() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.title
}

// AltScreen reports whether the alternate screen is shown.
func (s *Screen) AltScreen() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.IsAltScreen()
}

// mode reports whether a mode is set, even one that the emulator does not
// support.
func (s *Screen) mode(mode ansi.Mode) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set[mode]
}

// Clipboard returns what was last copied (OSC 52), and reports whether anything
// was.
func (s *Screen) Clipboard() (text string, copied bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clipboard, s.copied
}

// Tail returns the last bytes written, at most 256 KiB, and the total number of
// bytes written, for what an emulator does not show.
func (s *Screen) Tail() (tail []byte, total int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.tail), s.total
}

// Restored returns an error that lists what a program has changed and not
// restored; nil if the terminal is like a new one, except for the text on its
// main screen.
func (s *Screen) Restored() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var left []error
	if s.emulator.IsAltScreen() {
		left = append(left, errors.New("the alternate screen is still shown"))
	}
	defaults := defaultModes()
	for mode := range s.set {
		if !defaults[mode] {
			left = append(left, fmt.Errorf("mode %d is still set", mode.Mode()))
		}
	}
	for mode := range defaults {
		if !s.set[mode] {
			left = append(left, fmt.Errorf("mode %d is still reset", mode.Mode()))
		}
	}
	if pen := s.pen(); !pen.Style.IsZero() || !pen.Link.IsZero() {
		left = append(left, fmt.Errorf("text printed next has the style %q and the link %q", pen.Style.String(), pen.Link.URL))
	}
	return errors.Join(left...)
}

// pen returns a cell with the current style and link. The emulator shows them
// only by printing, so pen prints a character and removes it again.
func (s *Screen) pen() uv.Cell {
	before := s.cell(0, 0)
	_, _ = s.emulator.WriteString("\x1b7\x1b[Hx\x1b8")
	pen := s.cell(0, 0)
	s.emulator.SetCell(0, 0, &before)
	return pen
}
