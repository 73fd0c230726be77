package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

// rewritten returns the embedded résumé after its owner has changed it.
func rewritten(t *testing.T, change func(*resume.Resume)) *Pages {
	t.Helper()
	r, problems := parsed()
	if r == nil {
		t.Fatal(problems)
	}
	changed := *r
	change(&changed)
	return NewPages(&changed)
}

func renamed(r *resume.Resume) { r.Basics.Name = "Maria Rodriguez" }

const (
	newerHint       = "r read the new version"
	newerHintNarrow = "r new version"
)

func TestReadersAreOfferedTheNewVersionAndStayUntilTheyTakeIt(t *testing.T) {
	newer := rewritten(t, renamed)
	for _, size := range [][2]int{{30, 10}, {40, 12}, {70, 17}, {80, 24}, {120, 40}} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, profile(), Options{Width: size[0], Height: size[1], ASCII: ascii})
			words := newerHint
			if !r.layout.wide {
				words = newerHintNarrow
			}
			before := strings.Join(r.rows(), "\n")
			r.Update(VersionMsg{newer})
			r.expect(words)
			r.expect("? keys")
			r.press("/", "d", "a", "t", "a", "enter")
			r.expect("match 1 of")
			r.press("esc")
			r.expect(words)
			r.press("j", "?", "esc", "/", "r", "esc", "t")
			if r.doc.basics.Name != "Marcus Rodriguez" {
				t.Errorf("%v: another version that nobody asked for", size)
			}
			r.press("g")
			r.press("l", "h")
			r.note = ""
			r.expect(words)
			// Others with such a window are not told of what they read.
			other := readAs(t, newer, r.opts)
			other.Update(VersionMsg{newer})
			if other.sees(words) {
				t.Errorf("%v: what is read is announced", size)
			}
			same := readAs(t, profile(), r.opts)
			if got := strings.Join(same.rows(), "\n"); got != before {
				t.Errorf("%v: a reader without a newer version sees\n%s", size, got)
			}
			r.press("r")
			r.expect("the new version")
			r.note = ""
			if r.sees(words) || r.doc.basics.Name != "Maria Rodriguez" {
				t.Errorf("%v: %s after r", size, r.doc.basics.Name)
			}
			r.press("r")
			r.expect("no newer version")
		}
	}
}

func TestANewVersionIsAnnouncedOverWhatWasSaidOfAKey(t *testing.T) {
	r := readAs(t, profile(), Options{Width: 120, Height: 40})
	r.press("x")
	r.expect("that key does nothing here")
	r.Update(VersionMsg{rewritten(t, renamed)})
	r.expect(newerHint)
	r.press("r")
	r.expect("this is the new version")
	r.Update(VersionMsg{rewritten(t, renamed)})
	r.expect(newerHint)
}

func TestASecondNewVersionTakesTheFirstsPlace(t *testing.T) {
	r := read(t, 80, 24)
	r.Update(VersionMsg{rewritten(t, renamed)})
	r.Update(VersionMsg{rewritten(t, func(r *resume.Resume) { r.Basics.Name = "Third" })})
	r.press("r", "2")
	r.expect("Third")
	r = read(t, 80, 24)
	r.Update(VersionMsg{rewritten(t, renamed)})
	r.Update(VersionMsg{profile()})
	if r.sees(newerHint) {
		t.Error("what is read is announced")
	}
}

func TestTheNewVersionOpensAtTheSameSection(t *testing.T) {
	menu := func(ids ...string) func(*resume.Resume) {
		return func(r *resume.Resume) {
			all := r.Menu
			r.Menu = nil
			for _, id := range ids {
				for _, item := range all {
					if item.ID == id {
						r.Menu = append(r.Menu, item)
					}
				}
			}
		}
	}
	sections := profile().document(Options{}).sections
	id := func(i int) string { return sections[i].ID }
	for _, test := range []struct {
		at   int
		menu []string
		want string
	}{
		{4, []string{id(4), id(0), id(1)}, id(4)}, // moved
		{4, []string{id(0), id(3), id(6)}, id(3)}, // gone: the one before it
		{4, []string{id(0), id(5), id(6)}, id(5)}, // or after it
		{0, []string{id(9), id(2)}, id(2)},
	} {
		r := readAs(t, profile(), Options{Width: 80, Height: 24, Section: id(test.at)})
		newer := rewritten(t, menu(test.menu...))
		var ids []string
		for _, s := range newer.document(Options{}).sections {
			ids = append(ids, s.ID)
		}
		r.Update(VersionMsg{newer})
		r.press("r")
		if got := r.doc.sections[r.at].ID; got != test.want {
			t.Errorf("from %s to %v: %s, want %s", id(test.at), ids, got, test.want)
		}
		checked(t, r.Model)
	}
}

func TestTheNewVersionIsReadOnWhereTheReaderWas(t *testing.T) {
	steps := func(n int, more string) *Pages {
		r := &resume.Resume{Basics: resume.Basics{Name: "A"}}
		var items []resume.Item
		for i := range n {
			items = append(items, resume.Item{Text: fmt.Sprintf("step %d", i)})
		}
		first := resume.CustomBlock{Type: resume.KindText, Text: strings.TrimSpace(more)}
		r.Custom = []resume.CustomSection{{ID: "steps", Title: "Steps", Blocks: []resume.CustomBlock{first, {Type: resume.KindList, Items: items}}}}
		return NewPages(r)
	}
	for _, test := range []struct {
		newer *Pages
		want  string
	}{
		{steps(60, strings.Repeat("a longer text before it ", 40)), "step 30"},
		{steps(60, "x"), "step 30"},
		{steps(25, "short"), "step 24"},
	} {
		for _, width := range []int{40, 80, 120} {
			r := readAs(t, steps(60, "short"), Options{Width: width, Height: 16, Section: "steps"})
			for r.firstField() != "step 30" {
				r.press("j")
			}
			r.Update(VersionMsg{test.newer})
			r.press("r")
			if !r.sees(test.want) {
				t.Errorf("%d columns: %s is not in sight:\n%s", width, test.want, strings.Join(r.rows(), "\n"))
			}
			if test.want == "step 30" && r.firstField() != "step 30" {
				t.Errorf("%d columns: the first line is %s", width, r.firstField())
			}
			checked(t, r.Model)
		}
	}
	// Where nothing that stood there is left, the line is the same.
	r := readAs(t, steps(60, "short"), Options{Width: 40, Height: 16, Section: "steps"})
	r.press("space")
	top := r.top
	other := &resume.Resume{Basics: resume.Basics{Name: "A"}, Custom: []resume.CustomSection{{ID: "steps", Title: "Else", Blocks: []resume.CustomBlock{
		{Type: resume.KindText, Text: strings.Repeat("all of it is another text ", 60)},
	}}}}
	r.Update(VersionMsg{NewPages(other)})
	r.press("r")
	if r.top != top {
		t.Errorf("line %d, want %d", r.top, top)
	}
}

func TestTheNewVersionKeepsThemeFocusAndSearch(t *testing.T) {
	r := read(t, 120, 40)
	r.press("t", "/")
	r.typed("data")
	r.press("enter", "n", "n")
	text := func() string {
		h := r.doc.positionOf(r.matches().all[r.search.at])
		return fmt.Sprint(r.doc.fields[h.at][h.anchor.field-1].text, h.anchor.off)
	}
	match, theme, section := text(), r.theme(), r.doc.sections[r.at].ID
	r.Update(VersionMsg{rewritten(t, func(r *resume.Resume) { r.Basics.Summary = "Data, data and data. " + r.Basics.Summary })})
	r.expect(newerHint)
	r.press("r")
	if got := text(); got != match {
		t.Errorf("the match is in %q, want %q", got, match)
	}
	if r.theme() != theme || r.inList || r.search.query != "data" {
		t.Errorf("theme %d, in the list %v, query %q", r.theme(), r.inList, r.search.query)
	}
	r.expectSection(section)
	r.note = ""
	r.expect("match ")

	// What was found has gone.
	r.Update(VersionMsg{NewPages(unusual()["one"])})
	r.press("r")
	checked(t, r.Model)
	r.press("n")
	r.expect("press / to search first")
	r.press("esc", "/", "a", "enter", "esc")
	checked(t, r.Model)
}

func TestASearchGoesOnAtAMatchWhoseTextWasRewritten(t *testing.T) {
	version := func(third string) *Pages {
		r := &resume.Resume{Basics: resume.Basics{Name: "Ada Lovelace", Label: "Streams"}}
		for i, text := range []string{"streams", "more streams", third, "and streams"} {
			r.Projects = append(r.Projects, resume.Project{Name: fmt.Sprintf("Project %d", i), Description: text})
		}
		return NewPages(r)
	}
	for third, want := range map[string]string{"streams, rewritten": "match 4 of 5", "nothing": "match 4 of 4"} {
		r := readAs(t, version("the third of the streams"), Options{Width: 120, Height: 40})
		r.press("/")
		r.typed("streams")
		r.press("enter", "n", "n", "n")
		r.expect("match 4 of 5")
		r.Update(VersionMsg{version(third)})
		r.press("r")
		r.note = ""
		r.expect(want)
	}
}

// TestAnyVersionCanFollowAnyOther goes on from each résumé to another, and back,
// in every state.
func TestAnyVersionCanFollowAnyOther(t *testing.T) {
	t.Parallel()
	all := []*Pages{profile()}
	for _, name := range slices.Sorted(maps.Keys(unusualPages())) {
		all = append(all, unusualPages()[name])
	}
	for i, from := range all {
		to := all[(i+1)%len(all)]
		for _, size := range [][2]int{{30, 10}, {80, 24}, {20, 5}} {
			for _, keys := range append(states, []string{"/", "a", "enter"}) {
				r := readAs(t, from, Options{Width: size[0], Height: size[1], ASCII: i%2 == 0})
				r.press(keys...)
				for _, msg := range []tea.Msg{FileMsg{Pages: to}, FileMsg{Errors: someProblems(3)}, FileMsg{Pages: from, Warnings: someProblems(2)}} {
					r.Update(msg)
					checked(t, r.Model)
					r.press("esc", "j", "G", "/", "a", "enter", "?", "q", "n", "esc")
					checked(t, r.Model)
				}
			}
		}
	}
}

func TestTheNewVersionHasTheColorsThatItsOwnerChose(t *testing.T) {
	newer := rewritten(t, func(r *resume.Resume) { r.Theme = resume.Theme{Name: "gruvbox"} })
	r := readAs(t, profile(), Options{Width: 80, Height: 24, Profile: colorprofile.TrueColor})
	r.darkBackground()
	r.Update(VersionMsg{newer})
	r.press("r")
	want := readAs(t, newer, r.opts)
	want.darkBackground()
	if r.renderer.sgr != want.renderer.sgr {
		t.Error("the new version has the colors of the one before")
	}
}

func TestWithoutASearchANewVersionIsNotIndexed(t *testing.T) {
	newer := rewritten(t, renamed)
	newer.document(Options{}).index = func() *searchIndex {
		t.Error("the new version is indexed for search")
		return newer.document(Options{}).searchIndex()
	}
	r := read(t, 80, 24)
	r.Update(VersionMsg{newer})
	r.press("r")
	r.expect(r.words.Notes.NewVersion)
}
