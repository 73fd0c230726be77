package tui

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// BenchmarkKeyToView is what a visitor's key costs before anything is sent: the
// key, and the view that it leads to, at 120×40.
func BenchmarkKeyToView(b *testing.B) {
	for _, bench := range []struct {
		name   string
		before []string
		keys   [2]string // in turn
	}{
		{"next section", nil, [2]string{"j", "k"}},
		{"unknown key", nil, [2]string{"$", "%"}},
		{"next match", []string{"/", "d", "a", "t", "a", "enter"}, [2]string{"n", "N"}},
		{"search as typed", []string{"/", "d"}, [2]string{"a", "backspace"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			m := New(profile(), Options{Width: 120, Height: 40, Profile: colorprofile.ANSI256})
			for _, k := range bench.before {
				m.Update(keyPress(k))
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Update(keyPress(bench.keys[i%2]))
				if v := m.View(); v.Content == "" {
					b.Fatal("empty view")
				}
			}
		})
	}
}
