package tui

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/words"
)

// quits reports whether a key ended the session.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	_, ok := cmd().(tea.QuitMsg)
	return ok
}

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
		from, to focus
	}{
		{"right", focusList, focusPage},
		{"l", focusList, focusPage},
		{"enter", focusList, focusPage},
		{"tab", focusList, focusPage},
		{"left", focusPage, focusList},
		{"h", focusPage, focusList},
		{"esc", focusPage, focusList},
		{"tab", focusPage, focusList},
		{"shift+tab", focusPage, focusList},
		{"shift+tab", focusList, focusPage},
	} {
		r := read(t, 80, 24)
		r.focus = test.from
		r.press(test.key)
		if r.focus != test.to || r.note != "" {
			t.Errorf("%s from %d goes to %d: %s", test.key, test.from, r.focus, r.note)
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
		for _, focus := range []focus{focusList, focusPage} {
			r := read(t, 70, 19)
			r.press("8")
			r.focus = focus
			r.press(test.keys...)
			if want := test.top(r); r.top != want || r.note != "" || r.focus != focus {
				t.Errorf("%v: line %d, want %d; note %q, focus %d", test.keys, r.top, want, r.note, r.focus)
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

func TestKeysOfOtherLayoutsWorkByPosition(t *testing.T) {
	for key, want := range map[string]string{"о": "j", "л": "k", "й": "q", "ξ": "j", "ח": "j", "Т": "N", "і": "s"} {
		if got := usKey(keyPress(key)); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	r := read(t, 80, 24)
	r.press("о")
	r.expectSection("experience")
	r.Update(tea.KeyPressMsg{Code: 'ж', Text: "ж", BaseCode: 'j'})
	r.expectSection("achievements")
	for want, key := range map[string]tea.KeyPressMsg{
		"N": {Code: 'т', Text: "Т", BaseCode: 'n', Mod: tea.ModShift},
		"?": {Code: '.', Text: ",", BaseCode: '/', Mod: tea.ModShift},
	} {
		if got := usKey(key); got != want {
			t.Errorf("shift and %c is %s, want %s", key.BaseCode, got, want)
		}
	}
	r.press("/", "о")
	if r.search.query != "о" {
		t.Errorf("while typing, о is %q", r.search.query)
	}
}

func TestTheMouseCanBeFreed(t *testing.T) {
	r := read(t, 80, 24)
	r.press("m")
	if r.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is not free")
	}
	r.press("m")
	if r.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse stays free")
	}
}

func TestTheScreenCanBeDrawnAnew(t *testing.T) {
	if cmd := read(t, 80, 24).press("ctrl+l"); cmd == nil || cmd() != tea.ClearScreen() {
		t.Error("ctrl+l does nothing")
	}
}

func TestUnknownKeySaysSoQuietly(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {30, 10}} {
		r := read(t, size[0], size[1])
		before := strings.Join(r.rows(), "\n")
		r.press("$")
		if !strings.Contains(r.foot(), "?") || strings.Contains(r.foot(), "…") {
			t.Errorf("%v: the foot is %q", size, r.foot())
		}
		r.press("g")
		r.note = ""
		if after := strings.Join(r.rows(), "\n"); after != before {
			t.Errorf("%v: an unknown key changed the screen", size)
		}
	}
}

// everyKey calls press with every key of the table.
func everyKey(press func(row keyRow, key string)) {
	for _, g := range keyGroups {
		for _, row := range g.rows {
			for _, a := range row.actions {
				for _, k := range a.keys {
					press(row, k)
				}
			}
		}
	}
}

// TestNotesFitNarrowWindows presses every key in every state.
func TestNotesFitNarrowWindows(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		for _, state := range append(states, nil, []string{"G"}, []string{"/", "a", "enter"}) {
			everyKey(func(_ keyRow, k string) {
				r := readAs(t, profile(), Options{Width: 30, Height: 10, ASCII: ascii})
				r.press(state...)
				r.press(k)
				if strings.Contains(r.foot(), "…") || strings.Contains(r.foot(), "...") {
					t.Errorf("%v, %s: %q", state, k, r.foot())
				}
			})
		}
	}
}

func TestQuitKeysLeave(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {30, 10}, {10, 3}} {
		for _, k := range []string{"q", "ctrl+c"} {
			if !quits(read(t, size[0], size[1]).press(k)) {
				t.Errorf("%v: %s does not leave", size, k)
			}
		}
	}
	for _, state := range states {
		r := read(t, 80, 24)
		r.press(state...)
		if !quits(r.press("ctrl+c")) {
			t.Errorf("ctrl+c does not leave after %v", state)
		}
	}
}

func TestHelpShowsEveryKey(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {30, 10}} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, multilingual("en", "de"), Options{Width: size[0], Height: size[1], ASCII: ascii})
			r.Update(VersionMsg{profile()})
			r.press("?")
			text := folded(strings.Join(r.rows(), " "))
			for range 60 {
				r.press("down")
				text += " " + folded(strings.Join(r.rows(), " "))
			}
			everyKey(func(row keyRow, k string) {
				help := row.help(r.words.KeyHelp)
				if row.narrow != nil && !r.layout.wide {
					help = row.narrow(r.words.KeyHelp)
				}
				for _, word := range strings.Fields(r.keyLabel(row) + " " + r.displayable(help)) {
					if !strings.Contains(text, word) {
						t.Errorf("%v: %q of %s is not shown", size, word, k)
					}
				}
			})
		}
	}
}

// TestKeysAreDocumented compares the table of docs/reference.md with the keys.
func TestKeysAreDocumented(t *testing.T) {
	const file = "../../docs/reference.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(text), "## Keys\n\n")
	if !ok {
		t.Fatalf("%s has no part about the keys", file)
	}
	documented, after, _ := strings.Cut(after, "\n\n")
	if table := keysTable(); documented != table {
		if !*update {
			t.Fatalf("the table of keys in %s is out of date; go test ./internal/tui -update writes\n%s", file, table)
		}
		if err := os.WriteFile(file, []byte(before+"## Keys\n\n"+table+"\n\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func keysTable() string {
	w := words.For("en").Screen.KeyHelp
	var b strings.Builder
	b.WriteString("| key | what it does |\n|---|---|")
	for _, g := range keyGroups {
		for _, row := range g.rows {
			help := row.help(w)
			if row.narrow != nil {
				help += "; in a narrow window: " + row.narrow(w)
			}
			if row.typing {
				help = "while you type a query: " + help
			}
			keys := strings.ReplaceAll(unicodeGlyphs.keyLabel(row), "1-9", "1…9")
			fmt.Fprintf(&b, "\n| `%s` | %s |", strings.Join(strings.Fields(keys), "` `"), help)
		}
	}
	return b.String()
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

func TestFootOfACommonWindowNamesWhatMattersMost(t *testing.T) {
	for _, pages := range []*Pages{profile(), person()} {
		r := readAs(t, pages, Options{Width: 80, Height: 24})
		for range r.doc.sections {
			for _, keys := range []string{"→ read", "/ search", "d save", "? keys", "q leave"} {
				if !strings.Contains(r.foot(), keys) {
					t.Errorf("%q is not in %q", keys, r.foot())
				}
			}
			r.press("j")
		}
	}
}

// TestEveryActionHasAKey holds that no action was left out of the table.
func TestEveryActionHasAKey(t *testing.T) {
	for a := noAction + 1; a <= actInterrupt; a++ {
		if !slices.ContainsFunc(keyGroups, func(g keyGroup) bool {
			return slices.ContainsFunc(g.rows, func(row keyRow) bool { return row.has(a) })
		}) {
			t.Errorf("action %d has no key", a)
		}
	}
}

func TestEveryKeyMeansOneThing(t *testing.T) {
	seen := map[string]string{}
	everyKey(func(row keyRow, k string) {
		where := fmt.Sprint(k, row.typing)
		if seen[where] != "" {
			t.Errorf("%s is in the rows %q and %q", k, seen[where], row.label)
		}
		seen[where] = row.label
	})
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

func TestClosingCountsDownUntilTheEnd(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {30, 10}} {
		r := read(t, size[0], size[1])
		for _, n := range []int{10, 9, 8} {
			r.Update(ClosingMsg{In: time.Duration(n) * time.Second})
			r.expect(fmt.Sprintf("in %d s", n))
			r.press("j")
			if !r.layout.wide {
				r.press("g")
			}
			r.Update(ClosingMsg{In: time.Duration(n-1) * time.Second})
			r.expect(fmt.Sprintf("in %d s", n-1))
		}
		r.press("l")
		r.note = ""
		r.expect("in 7 s")
		for _, state := range states[1:5] {
			r.press(state...)
			r.note = ""
			r.expect("in 7 s")
			r.press("esc")
		}
	}
}

func TestSectionToOpenAt(t *testing.T) {
	r := readAs(t, profile(), Options{Width: 80, Height: 24, Section: "stack"})
	r.expectSection("stack")
	if r.focus != focusPage {
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

func TestInitAsksForTheBackground(t *testing.T) {
	cmd := New(profile(), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256}).Init()
	if cmd == nil || cmd() != tea.RequestBackgroundColor() {
		t.Error("the terminal is not asked for its background")
	}
}
