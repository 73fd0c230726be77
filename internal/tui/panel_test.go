package tui

import (
	"strings"
	"testing"
)

func TestHelpShowsEveryKey(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {30, 10}} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, multilingual("en", "de"), Options{Width: size[0], Height: size[1], ASCII: ascii})
			r.Update(VersionMsg{profile()})
			r.press("?")
			text := folded(strings.Join(r.rows(), " "))
			for range r.helpLines(r.layout.page) { // to the end
				r.press("down")
				text += " " + folded(strings.Join(r.rows(), " "))
			}
			everyKey(r.words.KeyHelp, r.glyphs, func(_ keyGroup, row keyRow, _ action, k string) {
				help := row.help
				if row.narrow != "" && !r.layout.wide {
					help = row.narrow
				}
				for _, word := range strings.Fields(row.label + " " + help) {
					if !strings.Contains(text, word) {
						t.Errorf("%v: %q of %s is not shown", size, word, k)
					}
				}
			})
		}
	}
}

func TestHelpLeavesOutKeysThatDoNothing(t *testing.T) {
	for _, test := range []struct {
		pages   *Pages
		newer   bool
		has, no []string
	}{
		{profile(), false, nil, []string{"get in touch", "show the new version"}},
		{profile(), true, []string{"show the new version"}, []string{"get in touch"}},
		{person(), false, []string{"get in touch"}, []string{"show the new version"}},
	} {
		r := readAs(t, test.pages, Options{Width: 120, Height: 40})
		if test.newer {
			r.Update(VersionMsg{person()})
		}
		r.press("?")
		for _, does := range test.has {
			r.expect(does)
		}
		for _, does := range test.no {
			if r.sees(does) {
				t.Errorf("%q is in the help", does)
			}
		}
	}
}

func TestHelpInLargeWindowsNeedsNoScrolling(t *testing.T) {
	r := read(t, 120, 40)
	r.press("?")
	if _, above, below := r.panelRows(); above || below {
		t.Error("there is more of the help")
	}
}

func TestPanelsClose(t *testing.T) {
	for _, open := range []string{"?", "d"} {
		for _, closing := range []string{"esc", "enter", "q", open} {
			r := read(t, 80, 24)
			before := strings.Join(r.rows(), "\n")
			r.press(open)
			if strings.Join(r.rows(), "\n") == before {
				t.Errorf("%s opens nothing", open)
			}
			if cmd := r.press(closing); cmd != nil {
				t.Errorf("%s in the panel of %s does more than close it", closing, open)
			}
			if strings.Join(r.rows(), "\n") != before {
				t.Errorf("%s does not close what %s opens", closing, open)
			}
		}
	}
}
