package tui

import (
	"image/color"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// fuzzKeys are the keys that bytes below their number stand for.
var fuzzKeys = []string{
	"up", "down", "left", "right", "tab", "shift+tab", "enter", "esc", "pgup", "pgdown", "home", "end", "backspace",
	"space", "ctrl+d", "ctrl+u", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+k", "ctrl+v", "j", "k", "h", "l", "g", "G", "/", "n", "N",
	"t", "y", "d", "?", "1", "c", "0", "a", "e", "é", "漢", "$",
}

// fuzzMessage takes a message from the front of the bytes.
func fuzzMessage(in []byte) (msg tea.Msg, rest []byte) {
	kind, in := in[0], in[1:]
	next := func() int {
		if len(in) == 0 {
			return 0
		}
		b := in[0]
		in = in[1:]
		return int(b)
	}
	switch {
	case int(kind) < 4*len(fuzzKeys):
		msg = keyPress(fuzzKeys[int(kind)%len(fuzzKeys)])
	case kind < 190:
		msg = tea.WindowSizeMsg{Width: next(), Height: next() % 90}
	case kind < 200:
		msg = tea.MouseClickMsg{X: next() - 3, Y: next() - 3, Button: tea.MouseLeft}
	case kind < 210:
		msg = tea.MouseWheelMsg{X: next(), Y: next(), Button: tea.MouseWheelUp + tea.MouseButton(next()%2)}
	case kind < 215:
		msg = tea.ColorProfileMsg{Profile: colorprofile.Profile(next() % 6)}
	case kind < 220:
		msg = tea.BackgroundColorMsg{Color: color.Gray{uint8(next())}}
	case kind < 225:
		msg = ClosingMsg{In: time.Duration(next()) * time.Second}
	case kind < 230:
		n := min(next(), len(in))
		msg, in = tea.PasteMsg{Content: string(in[:n])}, in[n:]
	case kind < 235:
		msg = tea.WindowSizeMsg{Width: -next(), Height: -next()}
	default:
		if r, size := utf8.DecodeRune(in); size > 0 {
			msg, in = tea.KeyPressMsg{Code: r, Text: string(r)}, in[size:]
		}
	}
	return msg, in
}

func FuzzModelSurvives(f *testing.F) {
	f.Add(byte(0), []byte("\x1b\x25\x06\x1c\x1d"))
	f.Add(byte(1), []byte{170, 30, 10, 33, 1, 1, 32, 7, 27, 38, 6, 170, 120, 40})
	f.Add(byte(2), []byte{27, 226, 5, 'k', 'a', 'f', 'k', 'a', 6, 195, 9, 9, 205, 1, 1, 1})
	f.Add(byte(3), []byte{232, 5, 5, 212, 2, 217, 255, 30, 30, 222, 9})
	pages := []*Pages{profile()}
	for _, name := range []string{"chinese", "combining", "many", "empty"} {
		pages = append(pages, unusualPages()[name])
	}
	f.Fuzz(func(t *testing.T, which byte, in []byte) {
		m := New(pages[int(which)%len(pages)], Options{Offers: offers, Width: 80, Height: 24, Profile: colorprofile.ANSI256, ASCII: which > 127})
		for n := 0; len(in) > 0 && n < 400; n++ {
			var msg tea.Msg
			if msg, in = fuzzMessage(in); msg != nil {
				m.Update(msg)
			}
			checked(t, m)
			if !m.noPage() && m.frame() != m.drawFrame() {
				t.Fatal("another's frame is shown")
			}
			if !m.noPage() && (m.top < 0 || m.top > m.lastTop()) {
				t.Fatalf("the page begins in line %d of %d", m.top, m.lastTop())
			}
		}
		_ = m.Goodbye()
	})
}
