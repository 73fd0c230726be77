package visitor

import (
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"image/color"
	"io"
	"maps"
	"strings"
	"sync"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Terminal describes an emulated terminal.
type Terminal struct {
	Width, Height int         // in cells; 0 means 80 and 24
	Background    color.Color // the answer to a query for the background; nil for no answer
}

// Screen is an emulated terminal. The output of a program is written to it. Its
// answers to the program's queries are read from it, and must be read, or the
// next Write with a query blocks. It is safe for concurrent use.
type Screen struct {
	mu        sync.Mutex
	emulator  *vt.Emulator
	modes     map[ansi.Mode]bool // whether they are set
	title     string
	clipboard string
	written   []byte
}

// NewScreen returns a blank screen. The emulator takes 4 MiB for long sequences,
// so a test can have hundreds of screens, but not thousands.
func NewScreen(t Terminal) *Screen {
	s := &Screen{emulator: vt.NewEmulator(cmp.Or(t.Width, 80), cmp.Or(t.Height, 24)), modes: maps.Clone(defaultModes)}
	s.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { s.modes[m] = true },
		DisableMode: func(m ansi.Mode) { s.modes[m] = false },
	})
	s.handleQueries(t)
	return s
}

// defaultModes are the modes that are set in a new terminal.
var defaultModes = map[ansi.Mode]bool{ansi.ModeAutoWrap: true, ansi.ModeTextCursorEnable: true}

// handleQueries handles sequences that the emulator ignores or handles differently from terminals.
func (s *Screen) handleQueries(t Terminal) {
	for _, command := range []int{0, 2} { // the emulator drops titles with a semicolon
		s.emulator.RegisterOscHandler(command, func(data []byte) bool {
			_, s.title, _ = strings.Cut(string(data), ";")
			return true
		})
	}
	s.emulator.RegisterOscHandler(52, func(data []byte) bool {
		fields := strings.SplitN(string(data), ";", 3)
		if len(fields) < 3 {
			return false
		}
		text, err := base64.StdEncoding.DecodeString(fields[2])
		if err != nil {
			return false
		}
		s.clipboard = string(text)
		return true
	})
	if t.Background != nil {
		s.emulator.SetDefaultBackgroundColor(t.Background)
	} else {
		s.emulator.RegisterOscHandler(11, func(data []byte) bool { return string(data) == "11;?" })
	}
}

// Write shows the output of a program.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written = append(s.written, p...)
	return s.emulator.Write(p)
}

// Read reads the terminal's answers. It blocks until there are any, and returns io.EOF after Close.
func (s *Screen) Read(p []byte) (int, error) {
	return s.emulator.Read(p) //nolint:wrapcheck // io.EOF must stay io.EOF
}

// Resize changes the size of the screen, in cells.
func (s *Screen) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.Resize(width, height)
}

// Close ends Read. The screen can still be written to and looked at, but no longer answers.
func (s *Screen) Close() error {
	// Not the emulator's own Close: that races with its Read.
	return s.emulator.InputPipe().(io.Closer).Close()
}

// Size returns the width and height in cells.
func (s *Screen) Size() (width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.Width(), s.emulator.Height()
}

// Text returns what the screen shows, one line a row, without trailing blanks and blank lines.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.TrimRight(s.emulator.String(), "\n")
}

// Cell returns the cell in column x and row y, which start at 0. The second
// column of a wide character, and cells outside the screen, have the width 0.
func (s *Screen) Cell(x, y int) uv.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
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

// mode reports whether a mode is set, even one that the emulator does not support.
func (s *Screen) mode(mode ansi.Mode) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.modes[mode]
}

// Clipboard returns what was last copied (OSC 52).
func (s *Screen) Clipboard() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clipboard
}

// Written returns all bytes written, for what an emulator does not show.
func (s *Screen) Written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.written)
}

// Restored returns an error that lists what a program has changed and not restored; nil if the terminal is as
// good as new, except for the text on its main screen.
func (s *Screen) Restored() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var left []error
	if s.emulator.IsAltScreen() {
		left = append(left, errors.New("the alternate screen is still shown"))
	}
	for mode, set := range s.modes {
		switch {
		case set && !defaultModes[mode]:
			left = append(left, fmt.Errorf("mode %d is still set", mode.Mode()))
		case !set && defaultModes[mode]:
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
	before := *s.emulator.CellAt(0, 0)
	_, _ = s.emulator.WriteString("\x1b7\x1b[Hx\x1b8")
	pen := *s.emulator.CellAt(0, 0)
	s.emulator.SetCell(0, 0, &before)
	return pen
}
