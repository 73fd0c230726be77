package export_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

func TestTheFileOfATranslationNamesItsLanguage(t *testing.T) {
	for _, test := range []struct{ format, tag, want string }{
		{"pdf", "", "resume.pdf"},
		{"pdf", "de", "resume.de.pdf"},
		{"text", "pt-BR", "resume.pt-BR.txt"},
		{"yaml", "de", "resume.yaml"}, // it has all languages
	} {
		f := formatNamed(t, test.format)
		if got := f.FileIn(test.tag); got != test.want {
			t.Errorf("%s in %q: %s, want %s", test.format, test.tag, got, test.want)
		}
	}
}

// bilingual is a file whose languages differ in texts, in lists and in what they have.
const bilingual = `basics:
  name: Ada Example
  label: {en: Engineer, de: Ingenieurin}
  url: {en: "https://ada.example", de: ""}
work:
  - name: Inn
    position: {en: Chef, de: Köchin}
    startDate: 2019-03
    highlights: {en: [New menu, One star], de: [Neue Karte]}
  - {en: {name: Star, former: true}, de: {name: Stern}}
sections:
  - id: how
    title: {en: How, de: Wie}
    blocks:
      - items:
          - {en: {Shop: fresh}, de: {Einkauf: frisch}}
          - Salt: {en: last, de: zuletzt}
          - {quote: {en: Taste, de: Koste}}
          - {en: Eat, de: {Iss: viel}}
lang: [en, de]
`

func TestYAMLHasAllLanguages(t *testing.T) {
	r := parsed(t, "r.yaml", bilingual)
	text := made(t, "yaml", r)
	for _, want := range []string{"label: {en: Engineer, de: Ingenieurin}", "lang: [en, de]", "name: Inn\n", "- Salt: {en: last, de: zuletzt}"} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	if again := parsed(t, "r.yaml", text); !reflect.DeepEqual(again, r) {
		t.Errorf("it reads as another résumé:\n%s", text)
	}
}

func TestYAMLOfFilesSideBySideIsOneFile(t *testing.T) {
	english, german := whole(t), whole(t)
	english.Lang, german.Lang, german.Basics.Label = "", "de", "Ingenieurin"
	german.Work, german.Projects = append(german.Work, resume.Work{Name: "Noch eine"}), nil
	joined, err := resume.Join(english, german)
	if err != nil {
		t.Fatal(err)
	}
	again := parsed(t, "r.yaml", made(t, "yaml", joined))
	for _, tag := range joined.Tags() {
		if again.In(tag) == nil {
			t.Fatalf("there is no %s", tag)
		}
		if want, got := export.Text(joined.In(tag), 80), export.Text(again.In(tag), 80); got != want {
			t.Errorf("%s reads as\n%s\nwant\n%s", tag, got, want)
		}
	}
}

// FuzzYAMLOfTwoLanguagesReadsBackWithoutLoss gives each language texts of its own.
func FuzzYAMLOfTwoLanguagesReadsBackWithoutLoss(f *testing.F) {
	for _, s := range hardTexts {
		f.Add(s, "b")
		f.Add("a", s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		first, second := around(a), around(b)
		if first == nil || second == nil {
			return
		}
		first.Lang, second.Lang = "en", "de"
		r, err := resume.Join(first, second)
		if err != nil {
			t.Fatal(err)
		}
		if got := parsed(t, "r.yaml", made(t, "yaml", r)); !reflect.DeepEqual(got, r) {
			t.Errorf("%q and %q read as %+v", a, b, got)
		}
	})
}

func TestEachFormatIsInOneLanguage(t *testing.T) {
	r := parsed(t, "r.yaml", bilingual)
	for _, f := range export.Formats(nil) {
		if f.AllLanguages || f.Binary {
			continue
		}
		for tag, want := range map[string][2]string{"en": {"Engineer", "Ingenieurin"}, "de": {"Ingenieurin", "Engineer"}} {
			out := made(t, f.Name, r.In(tag))
			if !strings.Contains(out, want[0]) || strings.Contains(out, want[1]) {
				t.Errorf("%s in %s is\n%s", f.Name, tag, out)
			}
		}
	}
}

func TestTextsAreJoinedAsTheirLanguageDoes(t *testing.T) {
	t.Parallel()
	const eastAsian = `[,:;]( |$)| \(`
	for lang, test := range map[string]struct{ word, foreign string }{
		"zh": {"文字", eastAsian}, "ja": {"文字", eastAsian}, "ar": {"كلمة", `[,;]( |$)`}, "fr": {"mot", `\pL[:;] `},
	} {
		r := resumetest.Full(func() string { return test.word })
		r.Lang = lang
		r.Skills = append(r.Skills, resume.Skill{Group: r.Skills[0].Group, Name: test.word, Keywords: []string{test.word, test.word}})
		r.Languages = append(r.Languages, r.Languages[0])
		r.Projects[0].Roles = []string{test.word, test.word}
		foreign := regexp.MustCompile(test.foreign)
		for _, f := range export.Formats(nil) {
			if f.VariantOf != "" {
				continue
			}
			t.Run(f.Name+" in "+lang, func(t *testing.T) {
				for line := range strings.Lines(shown(t, f, r)) {
					if line = strings.TrimRight(line, "\n"); foreign.MatchString(line) || strings.Contains(line, "**") {
						t.Errorf("%q", line)
					}
				}
			})
		}
	}
}
