// Package visitor visits a server over SSH as a person does: with a real
// client, and an emulated terminal that shows what the server draws and answers
// what it asks. Tests and the picture in the README look through it.
package visitor

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"image/color"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// mostTail bounds the bytes that Tail gives.
const mostTail = 256 << 10

// Terminal says what kind of terminal a screen is.
type Terminal struct {
	Width, Height int         // in cells; 0 for 80 and 24
	Background    color.Color // what it answers when asked for its background; nil for no answer
	TrueColor     bool        // it answers that it has the capability RGB; else it says nothing
}

// Screen is an emulated terminal. What a program prints is written to it; what
// it answers to the program's questions is read from it, and has to be read,
// or the next Write that holds a question waits. Its methods may be called
// from any goroutine.
type Screen struct {
	mu        sync.Mutex
	emulator  *vt.Emulator
	set       map[ansi.Mode]bool
	title     string
	clipboard string
	copied    bool
	bells     int
	tail      []byte
	total     int
}

// NewScreen makes a blank screen. It takes 4 MiB, which the emulator keeps for
// long sequences: some hundred at once are no matter, some thousand are.
func NewScreen(t Terminal) *Screen {
	if t.Width == 0 {
		t.Width = 80
	}
	if t.Height == 0 {
		t.Height = 24
	}
	s := &Screen{emulator: vt.NewEmulator(t.Width, t.Height), set: defaultModes()}
	s.emulator.SetCallbacks(vt.Callbacks{
		Bell:        func() { s.bells++ },
		EnableMode:  func(m ansi.Mode) { s.set[m] = true },
		DisableMode: func(m ansi.Mode) { delete(s.set, m) },
	})
	s.listen(t)
	return s
}

// defaultModes are those that a terminal begins with.
func defaultModes() map[ansi.Mode]bool {
	return map[ansi.Mode]bool{ansi.ModeAutoWrap: true, ansi.ModeTextCursorEnable: true}
}

// listen takes what the emulator does not, or not as terminals do.
func (s *Screen) listen(t Terminal) {
	for _, command := range []int{0, 2} { // the emulator drops titles that hold a semicolon
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
	if t.TrueColor {
		// XTGETTCAP: names and values in hexadecimal.
		// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
		s.emulator.RegisterDcsHandler(ansi.Command(0, '+', 'q'), func(_ ansi.Params, data []byte) bool {
			asked := strings.Split(strings.ToUpper(string(data)), ";")
			if !slices.Contains(asked, fmt.Sprintf("%X", "RGB")) {
				return false
			}
			answer := fmt.Sprintf("\x1bP1+r%X=%s\x1b\\", "RGB", hex.EncodeToString([]byte("8/8/8")))
			_, _ = io.WriteString(s.emulator.InputPipe(), answer)
			return true
		})
	}
}

// Write shows what a program prints.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.total += len(p)
	s.tail = append(s.tail, p...)
	if over := len(s.tail) - mostTail; over > 0 {
		s.tail = append(s.tail[:0], s.tail[over:]...)
	}
	n, err := s.emulator.Write(p)
	if err != nil {
		return n, fmt.Errorf("write to the screen: %w", err)
	}
	return n, nil
}

// Read gives what the terminal answers, and waits for it; io.EOF after Close.
func (s *Screen) Read(p []byte) (int, error) {
	return s.emulator.Read(p) //nolint:wrapcheck // io.EOF has to stay io.EOF
}

// Resize gives the screen another size, in cells.
func (s *Screen) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.Resize(width, height)
}

// Close ends Read. The screen can still be written to and looked at, and answers
// nothing any more.
func (s *Screen) Close() error {
	// Not the emulator's own Close: that races with its Read.
	if c, ok := s.emulator.InputPipe().(io.Closer); ok {
		return c.Close() //nolint:wrapcheck // a pipe's never fails
	}
	return nil
}
