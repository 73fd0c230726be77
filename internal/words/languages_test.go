package words_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ssh-resume/internal/words"
)

// mayBeEmpty are words that not every language has.
var mayBeEmpty = regexp.MustCompile(`^Dates\.MonthNames\[`)

// sameEverywhere are texts that may be the same as in English: names and marks.
var sameEverywhere = []string{
	"PDF", "Markdown", "Web", "{month} {year}", "{year}", "{from} – {to}",
	"enter", "esc", "tab", "ctrl", "pgup", "pgdn", "home", "end", "E-mail", "“", "”", "+", ", ", ": ", "; ", " (", ")",
}

// sameIn are words that are the same as in English in one language, by its tag.
var sameIn = map[string][]string{
	"de":    {"April", "August", "September", "November", "Ex-{employer}", "{problems} in {file}", "{matches} in {sections}"},
	"fr":    {"Publications", "Contact", "contact", "code", "{n} minutes", "Ex-{employer}"},
	"es":    {"Ex-{employer}"},
	"pt-BR": {"Ex-{employer}"},
	"it":    {"{problems} in {file}", "{matches} in {sections}"},
	"nl":    {"Ex-{employer}", "Contact", "contact", "code", "{problems} in {file}", "{matches} in {sections}"},
	"tr":    {"Mar", "May"},
}

func TestEveryLanguageHasEveryWord(t *testing.T) {
	for _, w := range others() {
		texts := textsOf(w)
		for path, text := range texts {
			if text == "" && !mayBeEmpty.MatchString(path) && !strings.Contains(path, "|") {
				t.Errorf("%v: %s is empty", w.Tag, path)
			}
		}
		for path := range textsOf(words.For("en")) {
			if _, ok := texts[path]; !ok && !mayBeEmpty.MatchString(path) && !strings.HasPrefix(path, "Dates.") {
				t.Errorf("%v: %s is missing", w.Tag, path)
			}
		}
		if len(w.Dates.YearUnits) == 0 || len(w.Dates.MonthUnits) == 0 {
			t.Errorf("%v: durations can't be read", w.Tag)
		}
	}
}

func TestPhrasesHaveTheFormsOfTheirLanguage(t *testing.T) {
	names := map[plural.Form]string{
		plural.Zero: "Zero", plural.One: "One", plural.Two: "Two", plural.Few: "Few", plural.Many: "Many", plural.Other: "Other",
	}
	for _, tag := range words.Languages() {
		has := map[string][]int{"Other": nil}
		for n := range 200 {
			form := names[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
			has[form] = append(has[form], n)
		}
		for path, text := range textsOf(words.For(tag.String())) {
			_, form, isForm := strings.Cut(path, "|")
			if !isForm {
				continue
			}
			numbers, wanted := has[form]
			switch {
			case wanted && text == "":
				t.Errorf("%v: %s is empty, but is needed for %v", tag, path, numbers[:min(len(numbers), 3)])
			case !wanted && text != "":
				t.Errorf("%v: %s is never used", tag, path)
			case len(numbers) > 1 && !strings.Contains(text, "{n}"):
				t.Errorf("%v: %s leaves out the number, and is used for %v", tag, path, numbers[:2])
			}
		}
	}
}

func TestSentencesHaveThePlaceholdersOfTheEnglishOnes(t *testing.T) {
	english := textsOf(words.For("en"))
	for _, w := range others() {
		for path, text := range textsOf(w) {
			if strings.HasSuffix(path, "PageUpKey") || strings.HasSuffix(path, "PageDownKey") {
				continue // may have an arrow
			}
			got, want := placeholders(text), placeholders(english[path])
			if base, _, isForm := strings.Cut(path, "|"); isForm {
				want = placeholders(english[base+"|Other"])
				if text == "" || len(got) == 0 {
					continue // a form for one number may be without it
				}
			}
			if !slices.Equal(got, want) && !strings.HasPrefix(path, "Name") {
				t.Errorf("%v: %s has %v, not %v: %q", w.Tag, path, got, want, text)
			}
		}
	}
}

func TestNothingIsLeftInEnglish(t *testing.T) {
	english := textsOf(words.For("en"))
	for _, w := range others() {
		for path, text := range textsOf(w) {
			if text == english[path] && text != "" && !slices.Contains(sameEverywhere, text) && !slices.Contains(sameIn[w.Tag.String()], text) {
				t.Errorf("%v: %s is as in English: %q", w.Tag, path, text)
			}
		}
	}
}

func TestTextsForNarrowWindowsAreShort(t *testing.T) {
	const narrowest, usual = 28, 38 // what a line of 30 and of 40 columns holds
	for _, tag := range words.Languages() {
		texts := textsOf(words.For(tag.String()))
		for path, text := range texts {
			if base, ok := strings.CutPrefix(path, "Screen.Notes."); ok {
				_, hasTwin := texts[path+"Narrow"]
				base, _, _ = strings.Cut(base, "|")
				filled := words.Fill(text, "seconds", 60, "n", 12, "key", "←", "name", words.For(tag.String()).Screen.Themes.HighContrast)
				switch width := ansi.StringWidth(filled); {
				case strings.HasSuffix(base, "Narrow") && width > narrowest:
					t.Errorf("%v: %s takes %d cells of %d: %q", tag, path, width, narrowest, text)
				case !hasTwin && !slices.Contains(onlyWide, base) && width > usual:
					t.Errorf("%v: %s takes %d cells of %d: %q", tag, path, width, usual, text)
				}
			}
		}
	}
}

// onlyWide are notes of windows with the list beside the page.
var onlyWide = []string{"OnPage"}

func TestTextsAreWrittenAsTheirLanguageWritesThem(t *testing.T) {
	spaced := regexp.MustCompile(`^ | $|  |\( | \)`)
	for _, w := range others() {
		for path, text := range textsOf(w) {
			if spaced.MatchString(text) && path != "Screen.Preview.More" && !strings.HasPrefix(path, "Marks.") {
				t.Errorf("%v: %s has a space too many: %q", w.Tag, path, text)
			}
			if strings.ContainsAny(text, `"'`) {
				t.Errorf("%v: %s has a typewriter's quotation mark: %q", w.Tag, path, text)
			}
			if w.Tag == language.French && regexp.MustCompile(`[^\x{202f}][;!?]( |$)|[^\x{a0}][:»]( |$)|«[^\x{a0}]`).MatchString(strings.ReplaceAll(text, "? ", "")) {
				t.Errorf("%v: %s lacks a space that does not break: %q", w.Tag, path, text)
			}
			if i := strings.IndexFunc(text, unicode.IsControl); i >= 0 {
				t.Errorf("%v: %s has a control character: %q", w.Tag, path, text)
			}
		}
	}
}

func TestTextsNameKeysAsTheHelpDoes(t *testing.T) {
	for _, tag := range words.Languages() {
		w := words.For(tag.String()).Screen
		for _, text := range []string{w.Notes.EscCloses, w.Search.Nothing} {
			if !strings.Contains(text, w.KeyHelp.EscapeKey) {
				t.Errorf("%v: %q does not name the key %s", tag, text, w.KeyHelp.EscapeKey)
			}
		}
	}
}

func TestTheLanguagesAreDocumented(t *testing.T) {
	for _, file := range []string{"docs/resume.md", "CHANGELOG.md"} {
		text, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range words.Languages() {
			base, _ := tag.Base()
			if name := display.English.Languages().Name(base); !strings.Contains(string(text), name) {
				t.Errorf("%s does not name %s", file, name)
			}
		}
	}
}

// others returns the languages but English.
func others() []*words.Words {
	var all []*words.Words
	for _, tag := range words.Languages()[1:] {
		all = append(all, words.For(tag.String()))
	}
	return all
}

// textsOf returns every text of a language by the names that lead to it:
// "Screen.Search.Matches|One".
func textsOf(w *words.Words) map[string]string {
	texts := map[string]string{}
	var visit func(path string, v reflect.Value)
	visit = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			texts[path] = v.String()
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				visit(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case reflect.Struct:
			separator := "."
			if v.Type() == reflect.TypeFor[words.Plural]() {
				separator = "|"
			}
			for field, value := range v.Fields() {
				if field.Type != reflect.TypeFor[language.Tag]() {
					visit(strings.TrimPrefix(path+separator+field.Name, "."), value)
				}
			}
		}
	}
	visit("", reflect.ValueOf(*w))
	return texts
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// placeholders returns the placeholders of a text, sorted, each once.
func placeholders(text string) []string {
	all := map[string]bool{}
	for _, p := range placeholder.FindAllString(text, -1) {
		all[p] = true
	}
	return slices.Sorted(maps.Keys(all))
}
