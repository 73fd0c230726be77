package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestNoCaptionStandsWithoutItsCode(t *testing.T) {
	t.Parallel()
	pages := professor()
	for _, size := range [][2]int{{80, 60}, {100, 30}, {120, 40}, {140, 40}, {160, 40}, {200, 60}} {
		r := readAs(t, pages, Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		r.press("c")
		for _, c := range r.doc.contacts {
			code, caption := strings.Count(strings.Join(r.rows(), ""), "▀") > 20, r.sees("point a phone at it")
			if code != caption {
				t.Errorf("%v, %s: a code: %v, its caption: %v", size, c.label, code, caption)
			}
			if size[0] >= 120 && !code {
				t.Errorf("%v: %s has no code", size, c.label)
			}
			r.press("j")
		}
	}
}
