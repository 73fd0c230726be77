package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// clickOn clicks the first cell in which a text stands.
func (r *reader) clickOn(text string) {
	r.Helper()
	for y, row := range r.rows() {
		if before, _, ok := strings.Cut(row, text); ok {
			r.Update(tea.MouseClickMsg{X: textWidth(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	r.Fatalf("%q is not on the screen", text)
}

func (r *reader) wheelTurns(button tea.MouseButton, x, y int) {
	r.Update(tea.MouseWheelMsg{X: x, Y: y, Button: button})
}

func TestClickOpensSection(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {220, 70}, {70, 10}} {
		r := read(t, size[0], size[1])
		r.clickOn("Specialties")
		r.expectSection("specialties")
		r.clickOn("Experience")
		r.expectSection("experience")
		r.clickOn("Ex-Netflix")
		if r.inList {
			t.Error("a click on the page leaves the focus on the list")
		}
	}
}

func TestClickBesideAnythingDoesNothing(t *testing.T) {
	r := read(t, 80, 24)
	r.press("3")
	before := strings.Join(r.rows(), "\n")
	for _, at := range [][2]int{{0, 0}, {79, 0}, {79, 23}, {5, 19}, {5, 22}, {-1, -1}, {500, 500}} {
		r.Update(tea.MouseClickMsg{X: at[0], Y: at[1], Button: tea.MouseLeft})
		r.Update(tea.MouseClickMsg{X: 5, Y: 8, Button: tea.MouseRight})
	}
	if after := strings.Join(r.rows(), "\n"); after != before {
		t.Errorf("the screen changed to\n%s", after)
	}
}

func TestNarrowTabsCanBeClicked(t *testing.T) {
	r := read(t, 40, 12)
	r.press("2")
	r.clickOn("›")
	r.expectSection("achievements")
	r.clickOn("‹")
	r.expectSection("experience")
	r.clickOn("Experience")
	r.clickOn("Stack")
	r.expectSection("stack")
	r.expect("Technology Stack")
}

func TestWheelScrolls(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		r := read(t, size[0], size[1])
		r.press("8")
		r.wheelTurns(tea.MouseWheelDown, 35, 8)
		r.wheelTurns(tea.MouseWheelDown, 35, 8)
		if r.top != 2*wheelLines {
			t.Errorf("%v: two notches lead to line %d", size, r.top)
		}
		r.wheelTurns(tea.MouseWheelUp, 35, 8)
		if r.top != wheelLines {
			t.Errorf("%v: one back leads to line %d", size, r.top)
		}
		for range 100 {
			r.wheelTurns(tea.MouseWheelDown, 35, 8)
		}
		if r.top != r.lastTop() {
			t.Errorf("%v: the wheel stops in line %d", size, r.top)
		}
	}
}

func TestWheelScrollsHelp(t *testing.T) {
	r := read(t, 40, 12)
	r.press("?")
	for range 20 {
		r.wheelTurns(tea.MouseWheelDown, 20, 5)
	}
	r.expect("leave")
}

func TestClickOpensResult(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		r := read(t, size[0], size[1])
		r.press("/")
		r.typed("kafka")
		r.clickOn("Message Queues: ")
		r.expectSection("stack")
		if r.search.typing {
			t.Error("the search line stays open")
		}
	}
}

func TestClickClosesPanel(t *testing.T) {
	r := read(t, 80, 24)
	r.press("?")
	r.clickOn("Keys")
	if r.panel.kind != noAction {
		t.Error("the help stays")
	}
}
