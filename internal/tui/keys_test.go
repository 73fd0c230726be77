package tui

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
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
func everyKey(w words.KeyHelp, glyphs *glyphs, press func(g keyGroup, row keyRow, does action, key string)) {
	for _, g := range keyGroups(w, glyphs) {
		for _, row := range g.rows {
			for does, names := range row.keys {
				for _, key := range names {
					press(g, row, does, key)
				}
			}
		}
	}
}

// TestNotesFitNarrowWindows presses every key in every state.
func TestNotesFitNarrowWindows(t *testing.T) {
	t.Parallel()
	for _, ascii := range []bool{false, true} {
		for _, state := range append(states, nil, []string{"G"}, []string{"/", "a", "enter"}) {
			everyKey(words.KeyHelp{}, &unicodeGlyphs, func(_ keyGroup, _ keyRow, _ action, k string) {
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
	var b strings.Builder
	b.WriteString("| key | what it does |\n|---|---|")
	for _, g := range keyGroups(words.For("en").Screen.KeyHelp, &unicodeGlyphs) {
		for _, row := range g.rows {
			help := row.help
			if row.narrow != "" {
				help += "; in a narrow window: " + row.narrow
			}
			if g.typing {
				help = "while you type a query: " + help
			}
			keys := strings.ReplaceAll(row.label, "1-9", "1…9")
			fmt.Fprintf(&b, "\n| `%s` | %s |", strings.Join(strings.Fields(keys), "` `"), help)
		}
	}
	return b.String()
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

// actions returns the actions that keys.go declares, by the names of their constants.
func actions(t *testing.T) map[string]action {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "keys.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]action{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "act") {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all[spec.Names[0].Name] = action(value)
		}
		return true
	})
	return all
}

func TestEveryActionHasAKey(t *testing.T) {
	bound := map[action]bool{}
	everyKey(words.KeyHelp{}, &unicodeGlyphs, func(g keyGroup, _ keyRow, does action, _ string) {
		bound[does] = bound[does] || !g.typing
	})
	for name, does := range actions(t) {
		if !bound[does] {
			t.Errorf("%s has no key", name)
		}
	}
}

// TestEveryKeyDoesSomething presses each key where it applies.
func TestEveryKeyDoesSomething(t *testing.T) {
	pages, newer := multilingual("en", "de"), multilingual("en")
	everyKey(words.KeyHelp{}, &unicodeGlyphs, func(g keyGroup, _ keyRow, does action, k string) {
		for _, size := range [][2]int{{80, 24}, {30, 10}} {
			r := readAs(t, pages, Options{Width: size[0], Height: size[1]})
			r.Update(VersionMsg{newer})
			if g.typing {
				r.press("/", "e", "down", "down")
			}
			before := strings.Join(r.rows(), "\n")
			r.press(k)
			unknown := r.note == r.words.Notes.UnknownKey || r.note == r.words.Notes.UnknownKeyNarrow
			if unknown || g.typing && strings.Join(r.rows(), "\n") == before {
				t.Errorf("%v: %s, a key of %q, does nothing", size, k, does)
			}
		}
	})
}

func TestEveryKeyIsExplained(t *testing.T) {
	for _, g := range keyGroups(words.For("en").Screen.KeyHelp, &unicodeGlyphs) {
		if g.title == "" {
			t.Errorf("the group of %s has no title", g.rows[0].label)
		}
		for _, row := range g.rows {
			if row.help == "" {
				t.Errorf("%s is not explained", row.label)
			}
		}
	}
}

// TestEveryKeyIsOnItsLabel checks that the keys on a label do what its row says. A few keys are deliberately
// not on labels.
func TestEveryKeyIsOnItsLabel(t *testing.T) {
	names := map[string]string{"pgdn": "pgdown", "↑": "up", "↓": "down", "←": "left", "→": "right", "1-9": "1"}
	unnamed := strings.Fields("shift+tab ctrl+j ctrl+f ctrl+b shift+space ctrl+p ctrl+n ctrl+g pgup pgdown 2 3 4 5 6 7 8 9")
	for _, g := range keyGroups(words.For("en").Screen.KeyHelp, &unicodeGlyphs) {
		for _, row := range g.rows {
			var keys []string
			for _, k := range row.keys {
				keys = append(keys, k...)
			}
			for _, label := range strings.Fields(row.label) {
				key := cmp.Or(names[label], label)
				if !slices.Contains(keys, key) {
					t.Errorf("%q names %s, which does something else", row.label, label)
				}
				keys = slices.DeleteFunc(keys, func(k string) bool { return k == key })
			}
			for _, k := range keys {
				if !slices.Contains(unnamed, k) {
					t.Errorf("%q does not name %s", row.label, k)
				}
			}
		}
	}
}

func TestEveryKeyMeansOneThing(t *testing.T) {
	seen := map[string]action{}
	everyKey(words.KeyHelp{}, &unicodeGlyphs, func(g keyGroup, _ keyRow, does action, k string) {
		where := fmt.Sprint(k, g.typing)
		if seen[where] != noAction {
			t.Errorf("%s is a key of %q and of %q", k, seen[where], does)
		}
		seen[where] = does
	})
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

func TestInitAsksForTheBackground(t *testing.T) {
	cmd := New(profile(), Options{Offers: offers, Width: 80, Height: 24, Profile: colorprofile.ANSI256}).Init()
	if cmd == nil || cmd() != tea.RequestBackgroundColor() {
		t.Error("the terminal is not asked for its background")
	}
}
