package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// firstField returns the first text on the screen.
func (r *reader) firstField() string {
	r.Helper()
	for _, l := range r.page().lines[r.top+r.covered():] {
		for _, s := range l {
			if s.field > 0 {
				return r.page().fields[s.field-1].text
			}
		}
	}
	return ""
}

func TestResizeKeepsTheReadersPlace(t *testing.T) {
	for _, section := range []string{"profile", "experience", "specialties", "stack", "principles", "approach", "communication"} {
		r := readAs(t, profile(), Options{Width: 40, Height: 12, Section: section})
		for range 13 {
			r.press("j")
		}
		top, want := r.top, r.firstField()
		for _, size := range [][2]int{{60, 12}, {80, 14}, {30, 10}, {200, 10}, {20, 5}, {35, 11}} {
			r.sized(size[0], size[1])
			if r.noPage() {
				continue
			}
			// It is in sight; at the top, where the page is long enough.
			at := -1
			for i, f := range r.page().fields {
				if f.text == want {
					at = r.page().find(i+1, 0)
				}
			}
			if at < r.top-3 || at >= r.top+r.layout.body {
				t.Errorf("%s at %v: %q is in line %d, lines %d to %d are in sight", section, size, want, at, r.top, r.top+r.layout.body)
			}
		}
		r.sized(40, 12)
		if r.top != top || r.firstField() != want {
			t.Errorf("%s: back at the old size, line %d (%q), want %d (%q)", section, r.top, r.firstField(), top, want)
		}
	}
}

func TestResizeAtTheTopStaysThere(t *testing.T) {
	r := read(t, 40, 12)
	r.press("2")
	for _, size := range [][2]int{{120, 40}, {30, 10}, {80, 24}} {
		r.sized(size[0], size[1])
		if r.top != 0 {
			t.Errorf("at %v the first line is %d", size, r.top)
		}
	}
}

func TestResizeToNarrowShowsThePageNotTheList(t *testing.T) {
	r := read(t, 80, 24)
	r.press("2")
	r.sized(40, 12)
	r.expect("Netflix")
}

func TestAResumeWithoutSectionsIsNotBlamedOnTheWindow(t *testing.T) {
	pages := NewPages(unusual()["no pages"])
	for _, size := range [][2]int{{30, 10}, {80, 24}, {200, 60}} {
		r := readAs(t, pages, Options{Width: size[0], Height: size[1]})
		r.expect("This résumé is empty.")
	}
	r := readAs(t, pages, Options{Width: 29, Height: 9})
	r.expect("window")
}

func TestTooSmallWindowAsksForALargerOne(t *testing.T) {
	whole := "This window is too small to read in. Please make it larger: 30 columns and 10 rows will do."
	for _, size := range [][2]int{{29, 10}, {30, 9}, {25, 5}, {100, 3}} {
		r := read(t, size[0], size[1])
		if text := folded(strings.Join(r.rows(), " ")); text != whole {
			t.Errorf("%v: %q", size, text)
		}
	}
	for width := 1; width < 35; width++ {
		for height := 1; height < 12; height++ {
			r := read(t, width, height)
			if !r.noPage() {
				continue
			}
			if text := folded(strings.Join(r.rows(), " ")); text == "" {
				t.Errorf("%d×%d is empty", width, height)
			}
		}
	}
}

func TestEveryWindowIsUsedWhole(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {250, 80}} {
		r := readAs(t, person(), Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		rows := r.rows()
		if r.layout.header > 4 || size[1]-r.layout.header-r.layout.body > 3 {
			t.Errorf("%v: the body stands in the rows from %d to %d", size, r.layout.header, r.layout.header+r.layout.body)
		}
		if !strings.Contains(rows[len(rows)-1]+rows[len(rows)-2], "? keys") {
			t.Errorf("%v: the keys are not in the last rows", size)
		}
	}
}
