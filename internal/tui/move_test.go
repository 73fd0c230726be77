package tui

import (
	"fmt"
	"reflect"
	"testing"
)

func TestListKeysMoveBetweenSections(t *testing.T) {
	for _, keys := range [][2]string{{"down", "up"}, {"j", "k"}} {
		r := read(t, 80, 24)
		r.press(keys[0], keys[0])
		r.expectSection("achievements")
		r.press(keys[1])
		r.expectSection("experience")
		r.press(keys[1], keys[1])
		r.expectSection("profile")
		r.expect("first section")
		for range 20 {
			r.press(keys[0])
		}
		r.expectSection("education")
		r.expect("last section")
	}
}

func TestArrowsScrollThePageThatHasTheFocus(t *testing.T) {
	for _, keys := range [][2]string{{"down", "up"}, {"j", "k"}} {
		r := read(t, 80, 24)
		r.press("8", "right", keys[0], keys[0], keys[0])
		r.expectSection("approach")
		if r.top != 3 {
			t.Errorf("three lines down is line %d", r.top)
		}
		r.press(keys[1])
		if r.top != 2 {
			t.Errorf("one up from there is line %d", r.top)
		}
	}
}

func TestFocusMovesBetweenListAndPage(t *testing.T) {
	for _, test := range []struct {
		key      string
		from, to bool // in the list
	}{
		{"right", true, false},
		{"l", true, false},
		{"enter", true, false},
		{"tab", true, false},
		{"left", false, true},
		{"h", false, true},
		{"esc", false, true},
		{"tab", false, true},
		{"shift+tab", false, true},
		{"shift+tab", true, false},
	} {
		r := read(t, 80, 24)
		r.inList = test.from
		r.press(test.key)
		if r.inList != test.to || r.note != "" {
			t.Errorf("%s, in the list %v, goes to %v: %s", test.key, test.from, r.inList, r.note)
		}
	}
}

func TestNarrowWindowHasTheListBehindTheTab(t *testing.T) {
	r := read(t, 40, 12)
	r.press("right", "l", "l")
	r.expectSection("specialties")
	r.press("left", "h")
	r.expectSection("experience")
	r.press("tab")
	r.expect(" 5  Stack")
	r.press("j", "j", "enter")
	r.expectSection("specialties")
	r.expect("Core Specialties")
	r.press("esc")
	r.expect(" 5  Stack")
	r.press("esc")
	r.expect("Core Specialties")
}

func TestDigitsGoToSections(t *testing.T) {
	r := read(t, 80, 24)
	for i := range 10 {
		r.press(fmt.Sprint((i + 1) % 10))
		if r.at != i {
			t.Errorf("%d goes to section %d", (i+1)%10, r.at+1)
		}
	}
	small := readAs(t, NewPages(unusual()["one"]), Options{Width: 80, Height: 24})
	small.press("9")
	small.expect("there is 1 section")
}

func TestScrollKeys(t *testing.T) {
	for _, test := range []struct {
		keys []string
		top  func(r *reader) int
	}{
		{[]string{"G"}, func(r *reader) int { return r.lastTop() }},
		{[]string{"end"}, func(r *reader) int { return r.lastTop() }},
		{[]string{"G", "g"}, func(*reader) int { return 0 }},
		{[]string{"end", "home"}, func(*reader) int { return 0 }},
		{[]string{"ctrl+d"}, func(r *reader) int { return r.layout.body / 2 }},
		{[]string{"ctrl+d", "ctrl+d", "ctrl+u"}, func(r *reader) int { return r.layout.body / 2 }},
		// One line less than a screen: it would begin with the end of a text.
		{[]string{"space"}, func(r *reader) int { return r.layout.body - 3 }},
		{[]string{"pgdown"}, func(r *reader) int { return r.layout.body - 3 }},
		{[]string{"G", "pgup"}, func(r *reader) int { return r.lastTop() - (r.layout.body - 2) }},
	} {
		for _, inList := range []bool{true, false} {
			r := read(t, 70, 19)
			r.press("8")
			r.inList = inList
			r.press(test.keys...)
			if want := test.top(r); r.top != want || r.note != "" || r.inList != inList {
				t.Errorf("%v: line %d, want %d; note %q, in the list %v", test.keys, r.top, want, r.note, r.inList)
			}
			r.expectSection("approach")
		}
	}
}

func TestEdgesOfThePageSaySo(t *testing.T) {
	r := read(t, 80, 24)
	r.press("8", "g")
	r.expect("top of the page")
	r.press("G", "l", "j")
	r.expect("end of the page")
	r.press("0", "j")
	r.expect("all of it is on screen")
}

func TestFootTellsThePlace(t *testing.T) {
	r := read(t, 80, 24)
	r.press("8")
	r.expect(" 8/11")
	r.press("0")
	r.expect("10/11")
}

// TestSpaceReadsTheWholeResume reads on from the first screen to the last.
func TestSpaceReadsTheWholeResume(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		r := read(t, size[0], size[1])
		for range 200 {
			if r.at == len(r.doc.sections)-1 && r.top == r.lastTop() {
				break
			}
			at, top := r.at, r.top
			r.press("space")
			if r.at == at && r.top == top {
				t.Fatalf("%v: space does nothing in %s, line %d", size, r.doc.sections[at].ID, top)
			}
			if r.at == at && r.top > top+r.layout.body {
				t.Fatalf("%v: space skips lines of %s", size, r.doc.sections[at].ID)
			}
		}
		if len(r.Read()) != len(r.doc.sections) {
			t.Errorf("%v: %d of %d sections are read", size, len(r.Read()), len(r.doc.sections))
		}
	}
}

func TestSectionToOpenAt(t *testing.T) {
	r := readAs(t, profile(), Options{Width: 80, Height: 24, Section: "stack"})
	r.expectSection("stack")
	if r.inList {
		t.Error("who asked for a section has to go to its page first")
	}
	readAs(t, profile(), Options{Width: 80, Height: 24, Section: "nonsense"}).expectSection("profile")
}

func TestReadTellsTheSectionsThatWereShown(t *testing.T) {
	r := read(t, 80, 24)
	r.press("j", "j", "k", "0")
	if got, want := r.Read(), []string{"profile", "experience", "achievements", "leadership"}; !reflect.DeepEqual(got, want) {
		t.Errorf("read %v, want %v", got, want)
	}
	small := read(t, 20, 5)
	if got := small.Read(); len(got) > 0 {
		t.Errorf("nothing can be read in 20×5, yet %v was", got)
	}
	small.sized(80, 24)
	if got := small.Read(); !reflect.DeepEqual(got, []string{"profile"}) {
		t.Errorf("after it grew, %v", got)
	}
}

func TestPageUpReadsBackThroughTheWholeResume(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		r := read(t, size[0], size[1])
		for range r.doc.sections {
			r.press("j")
		}
		r.open(len(r.doc.sections) - 1)
		r.press("G")
		for range 200 {
			if r.at == 0 && r.top == 0 {
				break
			}
			at, top := r.at, r.top
			r.press("pgup")
			switch {
			case r.at == at && r.top == top:
				t.Fatalf("%v: pgup does nothing in %s, line %d", size, r.doc.sections[at].ID, top)
			case r.at == at && r.top < top-r.layout.body:
				t.Fatalf("%v: pgup skips lines of %s", size, r.doc.sections[at].ID)
			case r.at != at && (top > 0 || r.at != at-1 || r.top != r.lastTop()):
				t.Fatalf("%v: from line %d of section %d, pgup goes to line %d of %d", size, top, at, r.top, r.at)
			case r.at != at:
				r.expect("end of the page")
			}
		}
		r.press("pgup")
		if r.expectSection("profile"); r.top != 0 || r.note == "" {
			t.Errorf("%v: before the first page is line %d", size, r.top)
		}
	}
}
