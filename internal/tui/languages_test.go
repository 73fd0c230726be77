package tui

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
	"ssh-resume/internal/words"
)

// inEveryLanguage visits the same résumé with the words of each language, in the
// narrowest windows of either kind and in the usual ones.
func inEveryLanguage(t *testing.T, visit func(r *reader, w *words.Words)) {
	t.Helper()
	for _, tag := range words.Languages() {
		pages := personIn()[tag.String()]
		for _, size := range [][2]int{{30, 10}, {40, 12}, {70, 17}, {80, 24}} {
			t.Run(fmt.Sprintf("%v/%dx%d", tag, size[0], size[1]), func(t *testing.T) {
				o := Options{Offers: offers, Width: size[0], Height: size[1], Address: address.Parse("cv.example.com")}
				visit(&reader{T: t, Model: New(pages, o)}, words.For(tag.String()))
			})
		}
	}
}

// personIn returns a person's résumé in each language, laid out for all tests.
var personIn = sync.OnceValue(func() map[string]*Pages {
	all := map[string]*Pages{}
	text, err := os.ReadFile("testdata/person.yaml")
	if err != nil {
		panic(err)
	}
	full, _ := resume.Parse("person.yaml", text)
	for _, tag := range words.Languages() {
		translated := *full
		translated.Lang = tag.String()
		all[tag.String()] = NewPages(&translated)
	}
	return all
})

// uncut reports a line that ends in an ellipsis, except what the owner wrote.
func (r *reader) uncut(what string, rows ...string) {
	r.Helper()
	for _, row := range rows {
		if strings.Contains(row, r.glyphs.ellipsis) {
			r.Errorf("%s is cut: %q", what, row)
		}
	}
}

func TestNotesAreNotCutInAnyLanguage(t *testing.T) {
	t.Parallel()
	inEveryLanguage(t, func(r *reader, w *words.Words) {
		notes := reflect.ValueOf(w.Screen.Notes)
		for field, value := range notes.Fields() {
			text := value.Interface()
			if phrase, ok := text.(words.Plural); ok {
				text = w.Count(phrase, 12)
			}
			narrow := notes.FieldByName(field.Name + "Narrow")
			switch {
			case !r.layout.wide && narrow.IsValid():
				text = narrow.String()
			case r.layout.wide && strings.HasSuffix(field.Name, "Narrow"),
				!r.layout.wide && field.Name == "OnPage", // enter goes to the list
				r.opts.Width < 40 && !narrow.IsValid() && !strings.HasSuffix(field.Name, "Narrow"):
				continue
			}
			r.note = words.Fill(text.(string), "seconds", 60, "key", r.glyphs.left, "name", w.Screen.Themes.HighContrast, "what", w.Screen.Save.TheCommand)
			r.uncut(field.Name, r.foot())
			if !strings.Contains(r.foot(), r.note) {
				r.Errorf("%s is not shown: %q", field.Name, r.foot())
			}
		}
	})
}

func TestHintsAreNotCutInAnyLanguage(t *testing.T) {
	t.Parallel()
	inEveryLanguage(t, func(r *reader, w *words.Words) {
		hints := w.Screen.Hints
		for _, test := range []struct {
			keys []string
			must []string // are never left out
		}{
			{nil, []string{hints.Section, "? " + hints.Keys}},
			{[]string{"tab"}, []string{"? " + hints.Keys}},
			{[]string{"?"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back, hints.Scroll}},
			{[]string{"d"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back, "y " + hints.Copy}},
			{[]string{"c"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back}},
			{[]string{"/"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back}},
			{[]string{"/", "a"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back, r.words.KeyHelp.EnterKey + " " + hints.Open}},
			{[]string{"/", "a", "enter"}, []string{"n N"}},
			{[]string{"/", "¬"}, []string{w.Screen.KeyHelp.EscapeKey + " " + hints.Back}},
		} {
			for _, k := range []string{"esc", "esc", "1"} {
				r.press(k)
			}
			r.press(test.keys...)
			r.note = ""
			r.uncut(fmt.Sprint(test.keys), r.foot())
			for _, must := range test.must {
				if r.opts.Width >= 40 && !strings.Contains(r.foot(), must) && (!r.layout.wide || must != hints.Section) {
					r.Errorf("%v: %q is not in %q", test.keys, must, r.foot())
				}
			}
		}
	})
}

func TestPanelsAreNotCutInAnyLanguage(t *testing.T) {
	t.Parallel()
	inEveryLanguage(t, func(r *reader, w *words.Words) {
		if r.opts.Width < 40 {
			return
		}
		for panel, texts := range map[string]any{"?": w.Screen.KeyHelp, "d": w.Screen.Save} {
			r.press("esc", panel)
			seen := r.wholePanel(panel)
			for field, value := range reflect.ValueOf(texts).Fields() {
				if !strings.Contains(solid(seen), solid(words.Fill(value.String(), "up", r.glyphs.up, "down", r.glyphs.down))) && !hidden[field.Name] && (!strings.HasPrefix(field.Name, "LeftRight") && !strings.HasPrefix(field.Name, "Enter")) {
					r.Errorf("%s: %s is not shown: %q", panel, field.Name, value)
				}
			}
		}
	})
}

// wholePanel returns what a panel says from its top to its end.
func (r *reader) wholePanel(what string) string {
	seen, before := "", []string(nil)
	for {
		rows := r.rows()[r.layout.header : r.layout.header+r.layout.body]
		if slices.Equal(rows, before) {
			return seen
		}
		r.uncut(what, rows...)
		for _, row := range rows {
			seen += ansi.Cut(row, r.layout.pageX, r.layout.pageX+r.layout.page)
		}
		before = rows
		r.press("down")
	}
}

// hidden are words of panels that are shown elsewhere, or in one case only.
var hidden = map[string]bool{"Title": true, "TheCommand": true, "Version": true, "Language": true}

func TestTheRestIsNotCutInAnyLanguage(t *testing.T) {
	t.Parallel()
	inEveryLanguage(t, func(r *reader, _ *words.Words) {
		for _, keys := range [][]string{{"?"}, {"d"}, {"c"}, {"/"}, {"/", "¬"}} {
			r.press(append([]string{"esc", "esc"}, keys...)...)
			rows := r.rows()
			r.uncut(fmt.Sprint(keys), rows[r.layout.header-2:]...)
		}
		r.press("esc", "esc")
		if !r.layout.wide {
			r.press("tab")
		}
		width := r.opts.Width
		if r.layout.wide {
			width = r.layout.pageX - listGap
		}
		for _, row := range r.rows()[r.layout.header : r.layout.header+r.layout.body] {
			r.uncut("the list", ansi.Cut(row, 0, width))
		}
	})
}

func TestTheRulerCutsNoYearsInAnyLanguage(t *testing.T) {
	inEveryLanguage(t, func(r *reader, _ *words.Words) {
		for _, section := range []string{"1", "2"} {
			r.press(section)
			for _, row := range r.rows() {
				if strings.Contains(row, "2014") { // the years under the bars
					r.uncut("the ruler", row)
				}
			}
		}
	})
	for lang, want := range map[string][]string{
		"zh": {"2010年至2015年", "2021年至今"}, "ja": {"2010年～2015年", "2021年～現在"}, "en": {"2010–2015", "2021–present"},
	} {
		r := &resume.Resume{Lang: lang, Work: []resume.Work{{Name: "A", StartDate: "2021"}, {Name: "B", StartDate: "2010", EndDate: "2015"}}}
		s := readAs(t, NewPages(r), Options{Width: 120, Height: 40})
		s.expect(want[0])
		s.expect(want[1])
	}
}

func TestQuotationMarksAreThoseOfTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "“Yes.”", "de": "„Yes.“", "fr": "«\u00a0Yes.\u00a0»", "ja": "「Yes.」"} {
		r := &resume.Resume{Lang: lang, References: []resume.Reference{{Name: "B", Reference: "Yes."}}}
		s := readAs(t, NewPages(r), Options{Width: 80, Height: 24})
		s.press("2")
		if !s.sees(want) {
			t.Errorf("%s: %q is not in %q", lang, want, s.rows())
		}
	}
}

func TestEveryLanguageSaysThatAWindowIsTooSmall(t *testing.T) {
	for _, tag := range words.Languages() {
		pages := NewPages(&resume.Resume{Lang: tag.String(), Basics: resume.Basics{Name: "A"}})
		for _, size := range [][2]int{{29, 24}, {80, 9}, {20, 5}, {10, 3}, {6, 1}, {1, 1}} {
			m := New(pages, Options{Offers: offers, Width: size[0], Height: size[1]})
			if strings.TrimSpace(ansi.Strip(checked(t, m).Content)) == "" {
				t.Errorf("%v: nothing is said in %v", tag, size)
			}
		}
	}
}

// solid returns a text without its spaces, to compare it however it is wrapped.
func solid(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func TestTextsAreJoinedAsTheirLanguageDoes(t *testing.T) {
	for lang, test := range map[string]struct{ word, foreign string }{
		"zh": {"文字", `[,:;]( |$)`}, "ja": {"文字", `[,:;]( |$)`}, "ar": {"كلمة", `[,;]( |$)`}, "fr": {"mot", `\pL[:;] `},
	} {
		full := resumetest.Full(func() string { return test.word })
		full.Lang = lang
		full.Skills = append(full.Skills, resume.Skill{Group: full.Skills[0].Group, Name: test.word, Keywords: []string{test.word, test.word}})
		full.Projects[0].Roles = []string{test.word, test.word}
		foreign := regexp.MustCompile(test.foreign)
		r := readAs(t, NewPages(full), Options{Width: 100, Height: 60})
		for range full.Sections() {
			for _, line := range append(r.rows(), strings.Split(r.page().text(), "\n")...) {
				if foreign.MatchString(line) {
					t.Errorf("in %s: %q", lang, line)
				}
			}
			r.press("down")
		}
	}
}

func TestTheHelpIsTheLastHintToGo(t *testing.T) {
	t.Parallel()
	for _, tag := range words.Languages() {
		w := words.For(tag.String())
		basics := resume.Basics{Name: "Jo", Label: "Cook", Email: "jo@example.com", Summary: strings.Repeat("a kitchen with rust ", 60)}
		first := &resume.Resume{Lang: w.Tag.String(), Basics: basics, Work: []resume.Work{{Name: "Inn"}}}
		second := &resume.Resume{Lang: "eo", Basics: basics, Work: first.Work}
		pages := NewPages(first.WithTranslations(second))
		for width := leastWidth; width <= 100; width += 1 + width/50 {
			for _, keys := range [][]string{nil, {"tab"}, {"/", "r", "enter"}} {
				r := readAs(t, pages, Options{Width: width, Height: leastHeight})
				r.press(keys...)
				for range 2 {
					r.note = ""
					if !strings.Contains(r.foot(), "? "+w.Screen.Hints.Keys) {
						t.Errorf("%v at %d columns after %v: the foot is %q", w.Tag, width, keys, r.foot())
					}
					r.Update(VersionMsg{Pages: profile()})
				}
			}
		}
	}
}

func TestScreensInASCIIHoldASCIIOnlyInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, tag := range words.Languages() {
		basics := resume.Basics{
			Name: "Jo", Summary: "Cooks.", Email: "jo@example.com", Phone: "+44 20 7946 0000", Image: "https://example.com/jo.png",
			Location: resume.Location{Address: "1 High Street"}, Profiles: []resume.Profile{{URL: "https://example.com/jo"}},
		}
		cook := resume.Work{Name: "Inn", StartDate: "2019-02", Former: true}
		pages := NewPages(&resume.Resume{Lang: tag.String(), Basics: basics, Work: []resume.Work{cook}, Skills: []resume.Skill{{Name: "Rust"}}})
		for _, size := range [][2]int{{29, 9}, {40, 12}, {120, 40}, {170, 50}} {
			r := readAs(t, pages, Options{Width: size[0], Height: size[1], ASCII: true})
			check := func(after, screen string) {
				if i := strings.IndexFunc(screen, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
					t.Errorf("%v, %v after %s: %q", tag, size, after, screen[max(i-20, 0):min(i+20, len(screen))])
				}
			}
			for _, key := range []string{"1", "2", "3", "$", "/", "q", "esc", "?", "esc", "d", "y", "c", "esc", "tab", "t"} {
				r.press(key)
				check(key, r.View().Content)
			}
			r.Update(FileMsg{Errors: []Problem{{Message: "a problem"}}})
			check("a problem", r.View().Content)
			check("the end", r.Goodbye())
		}
		want := resume.ASCII(words.For(tag.String()).Screen.Hints.Keys)
		if strings.Contains(want, "?") { // an unreadable script
			want = words.For("en").Screen.Hints.Keys
		}
		r := readAs(t, pages, Options{Width: 120, Height: 40, ASCII: true})
		r.expect("? " + want)
	}
}
