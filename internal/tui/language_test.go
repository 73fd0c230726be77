package tui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
)

// multilingual returns a résumé of several pages in some languages. The first has the shortest texts.
func multilingual(tags ...string) *Pages {
	var all []*resume.Resume
	for n, tag := range tags {
		r := &resume.Resume{Lang: tag, Basics: resume.Basics{Name: "Jo", Email: "jo@example.com", Label: tag}}
		for i := range 9 {
			w := resume.Work{Name: fmt.Sprintf("Inn %d", i)}
			for j := range 4 {
				w.Highlights = append(w.Highlights, fmt.Sprintf("%s %d %d%s", tag, i, j, strings.Repeat(" more words of "+tag, 3+2*n)))
			}
			r.Work = append(r.Work, w)
		}
		all = append(all, r)
	}
	return NewPages(all[0].WithTranslations(all[1:]...))
}

// numbers are those of an entry of multilingual, and of a line in it.
var numbers = regexp.MustCompile(`\d( \d)?`)

func TestLShowsTheNextLanguageAtTheSamePlace(t *testing.T) {
	pages := multilingual("en", "de", "sv")
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		r := readAs(t, pages, Options{Width: size[0], Height: size[1], Section: "work"})
		for range 30 {
			r.press("j")
		}
		top, row := r.top, r.firstField()
		entry := numbers.FindString(row)
		for i, want := range []string{"Deutsch", "sv", "English"} {
			r.press("L")
			if foot := r.foot(); !strings.Contains(foot, want) || strings.Contains(foot, "…") {
				t.Errorf("%v: after %d times L the foot is %q, want %q", size, i+1, foot, want)
			}
			r.expectSection("work")
			if got := r.firstField(); numbers.FindString(got) != entry {
				t.Errorf("%v: after %d times L the first line is of %q, and was of %q", size, i+1, got, row)
			}
		}
		if r.top != top || r.firstField() != row {
			t.Errorf("%v: back in the first language, line %d (%q), want %d (%q)", size, r.top, r.firstField(), top, row)
		}
	}
}

func TestCardLeadsBackToTheLanguageThatWasChosen(t *testing.T) {
	for locale, want := range map[string][3]string{
		"en": {"ssh resume.example.com", "ssh resume.example.com de", "ssh resume.example.com"},
		"de": {"ssh resume.example.com en", "ssh resume.example.com", "ssh resume.example.com en"}, // English was typed
	} {
		r := readAs(t, multilingual("en", "de"), Options{
			Width: 80, Height: 24, Language: "en", LocaleLanguage: locale, Address: address.Parse("resume.example.com"),
		})
		for _, want := range want {
			if card := strings.TrimSpace(ansi.Strip(r.Goodbye())); !strings.HasSuffix(card, " "+want) {
				t.Errorf("locale %s: want %s:\n%s", locale, want, card)
			}
			r.press("L")
		}
	}
}

func TestLKeepsThePlaceInALongText(t *testing.T) {
	said := func(lang string, words int) *resume.Resume {
		text := resume.CustomBlock{Type: resume.KindText, Text: strings.Repeat("word ", words)}
		return &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "Jo"}, Custom: []resume.CustomSection{
			{ID: "essay", Title: "Essay", Blocks: []resume.CustomBlock{text}},
		}}
	}
	r := readAs(t, NewPages(said("en", 700).WithTranslations(said("de", 1400))), Options{Width: 60, Height: 20, Section: "essay"})
	for range 30 {
		r.press("j")
	}
	r.press("L")
	if r.top < 58 || r.top > 62 {
		t.Errorf("line 30 of a text is line %d of one twice as long", r.top)
	}
	r.press("L")
	if r.top != 30 {
		t.Errorf("back in the first language, line %d, want 30", r.top)
	}
}

func TestLStaysInTheEntryThatOneLanguageSaysLessOf(t *testing.T) {
	work := func(lang string, highlights int) *resume.Resume {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "Jo"}}
		for i := range 9 {
			r.Work = append(r.Work, resume.Work{Name: fmt.Sprintf("Inn %d", i), Highlights: slices.Repeat([]string{"one of " + lang}, highlights)})
		}
		return r
	}
	r := readAs(t, NewPages(work("en", 6).WithTranslations(work("de", 2))), Options{Width: 80, Height: 20, Section: "work"})
	for !r.sees("Inn 7") {
		r.press("j")
	}
	r.press("L")
	r.expect("Inn 7")
}

func TestTheFooterNamesTheLanguages(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		tags []string
		want string
	}{
		{[]string{"en"}, ""},
		{[]string{"en", "de"}, "L en de"},
		{[]string{"de", "en"}, "L de en"},
		{[]string{"en", "pt-BR", "fr"}, "L en pt-BR fr"},
		{[]string{"en", "de", "fr", "it"}, "L en de fr it"},
		{[]string{"en", "de", "fr", "it", "es", "pt-BR"}, "L language"},
	} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}} {
			r := readAs(t, multilingual(test.tags...), Options{Width: size[0], Height: size[1]})
			for _, keys := range []string{"1", "2", "tab", "tab", "G"} {
				r.press(keys)
				r.note = ""
				if foot := r.foot(); test.want == "" && strings.Contains(foot, " L ") || !strings.Contains(foot, test.want) || strings.Contains(foot, "…") {
					t.Errorf("%v, %v, %s: the foot is %q, want %q", test.tags, size, keys, foot, test.want)
				}
			}
			r.press("?")
			for range 60 {
				if r.sees(r.words.KeyHelp.Language) {
					break
				}
				r.press("down")
			}
			if r.sees(r.words.KeyHelp.Language) != (test.want != "") {
				t.Errorf("%v: the help has L, or lacks it", test.tags)
			}
		}
	}
}

func TestLDoesNothingWithOneLanguage(t *testing.T) {
	r := read(t, 80, 24)
	r.press("L")
	r.expect("that key does nothing here")
}

func TestCommandsNameTheLanguageThatIsShown(t *testing.T) {
	pages := multilingual("en", "de")
	for _, test := range []struct {
		o    Options
		want []string
	}{
		{Options{Address: address.Parse("example.com")}, []string{
			"scp example.com:resume.pdf .", "ssh example.com en text > resume.txt", "ssh example.com en basics",
		}},
		{Options{Address: address.Parse("example.com"), Language: "de"}, []string{
			"scp example.com:resume.de.pdf .", "ssh example.com de pdf > resume.de.pdf", "ssh example.com de text > resume.de.txt", "resume.de.*",
			"ssh example.com de basics",
		}},
		{Options{File: "me.yaml", Language: "de"}, []string{
			"ssh-resume export pdf me.yaml --lang de -o resume.de.pdf", "ssh-resume export text me.yaml --lang de",
		}},
	} {
		test.o.Width, test.o.Height = 200, 60
		r := readAs(t, pages, test.o)
		r.press("d")
		for _, want := range test.want {
			r.expect(want)
		}
		r.press("esc", "L")
		r.note = ""
		if r.sees(test.want[0]) {
			t.Errorf("in the other language, %q is on the screen", test.want[0])
		}
	}
}

func TestANewVersionStaysInTheReadersLanguage(t *testing.T) {
	r := readAs(t, multilingual("en", "de"), Options{Width: 80, Height: 24})
	r.press("L")
	r.Update(VersionMsg{multilingual("fr", "en", "de")})
	r.press("L", "L")
	r.note = ""
	r.expect("r neue Fassung")
	r.press("r")
	r.note = ""
	r.expect("L fr en de")
	if r.doc.language != "de" {
		t.Errorf("the new version is in %s", r.doc.language)
	}
	r.Update(FileMsg{Pages: multilingual("fr", "en")})
	if r.doc.language != "fr" {
		t.Errorf("without the reader's language, it is in %s", r.doc.language)
	}
}

func TestPanelsAndSearchGoOnInTheNextLanguage(t *testing.T) {
	r := readAs(t, multilingual("en", "de"), Options{Width: 80, Height: 24})
	r.press("c", "L")
	r.expect("Kontakt")
	r.press("esc", "L", "/")
	r.typed("inn 7")
	r.press("enter", "L")
	r.note = ""
	r.expect("Inn 7")
	r.expect("n N")
	r.press("esc", "/")
	r.typed("of en")
	r.expect("English")
	r.press("enter")
	if r.doc.language != "en" || len(r.matches().all) == 0 {
		t.Errorf("enter shows %s, with %d matches", r.doc.language, len(r.matches().all))
	}
}
