// Package visitor connects to a server over SSH as a person does: with a real
// client and an emulated terminal, which shows what the server draws and answers
// its queries. Only tests use it.
package visitor

import (
	"encoding/base64"
	"fmt"
	"image/color"
	"io"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// maxTail bounds the bytes that Tail returns.
const maxTail = 256 << 10

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
	set       map[ansi.Mode]bool
	title     string
	clipboard string
	copied    bool
	tail      []byte
	total     int
}

// NewScreen returns a blank screen. The emulator takes 4 MiB for long sequences,
// so a test can have hundreds of screens, but not thousands.
func NewScreen(t Terminal) *Screen {
	if t.Width == 0 {
		t.Width = 80
	}
	if t.Height == 0 {
		t.Height = 24
	}
	s := &Screen{emulator: vt.NewEmulator(t.Width, t.Height), set: defaultModes()}
	s.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { s.set[m] = true },
		DisableMode: func(m ansi.Mode) { delete(s.set, m) },
	})
	s.handleQueries(t)
	return s
}

// defaultModes returns the modes that are set in a new terminal.
func defaultModes() map[ansi.Mode]bool {
	return map[ansi.Mode]bool{ansi.ModeAutoWrap: true, ansi.ModeTextCursorEnable: true}
}

// handleQueries handles sequences that the emulator ignores or handles in
// another way than terminals do.
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
		s.clipboard, s.copied = string(text), true
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
	s.total += len(p)
	s.tail = append(s.tail, p...)
	if over := len(s.tail) - maxTail; over > 0 {
		s.tail = append(s.tail[:0], s.tail[over:]...)
	}
	n, err := s.emulator.Write(p)
	if err != nil {
		return n, fmt.Errorf("write to the screen: %w", err)
	}
	return n, nil
}

// Read reads the terminal's answers. It blocks until there are any, and returns
// io.EOF after Close.
func (s *Screen) Read(p []byte) (int, error) {
	return s.emulator.Read(p) //nolint:wrapcheck // io.EOF has to stay io.EOF
}

// Resize changes the size of the screen, in cells.
func (s *Screen) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.Resize(width, height)
}

// Close ends Read. The screen can still be written to and looked at, but no
// longer answers.
func (s *Screen) Close() error {
	// Not the emulator's own Close: that races with its Read.
	if c, ok := s.emulator.InputPipe().(io.Closer); ok {
		return c.Close() //nolint:wrapcheck // closing a pipe never fails
	}
	return nil
}
