package resume_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

const bilingual = `lang: [en, de]
basics:
  name: Ada
  label: {en: Engineer, de: Ingenieurin}
  summary: {en: Builds things., de: "Baut Dinge."}
  highlights:
    - {en: One, de: Eins}
    - Two
work:
  - {name: Acme, position: {en: Lead}, startDate: 2020-03, highlights: {en: [a, b], de: [c]}}
sections:
  - id: own
    title: {en: Own, de: Eigenes}
    blocks:
      - items:
          - {en: Small steps, de: Kleine Schritte}
          - Label: {en: text, de: Text}
          - {en: {Reviews: each}, de: {Durchsichten: jede}}
          - {quote: {en: Measure, de: Miss}, text: Then}
menu: [basics: {en: Me, de: Ich}, {id: work, title: {de: Arbeit}}, own]
private: [work.startDate]
`

func TestAnyTextMayBeInSeveralLanguages(t *testing.T) {
	r := expectProblems(t, "r.yaml", bilingual)
	if got := r.Tags(); !slices.Equal(got, []string{"en", "de"}) {
		t.Fatalf("the languages are %q", got)
	}
	say := func(r *resume.Resume) string {
		b, w := r.Basics, r.Work[0]
		var items []string
		for _, it := range r.Custom[0].Blocks[0].Items {
			items = append(items, it.Line(r.Marks()))
		}
		return fmt.Sprint(r.Lang, b.Name, b.Label, b.Summary, b.Highlights, w.Name, w.Position, w.StartDate, w.Highlights,
			r.Custom[0].Title, items, r.Menu[0].Title, r.Menu[1].Title, r.Private)
	}
	for tag, want := range map[string]string{
		"en": "enAdaEngineerBuilds things.[One Two]AcmeLead2020-03[a b]Own[Small steps Label text Reviews each \"Measure\": Then]MeArbeit[work.startDate]",
		"de": "deAdaIngenieurinBaut Dinge.[Eins Two]AcmeLead2020-03[c]Eigenes[Kleine Schritte Label: Text Durchsichten jede \"Miss\": Then]IchArbeit[work.startDate]",
	} {
		if got := say(r.In(tag)); got != want {
			t.Errorf("in %s it says\n%s\nwant\n%s", tag, got, want)
		}
	}
	for _, edition := range []*resume.Resume{r.Public(), r.Public().In("de")} {
		if edition.Work[0].StartDate != "" {
			t.Errorf("in %s a private field is shown", edition.Lang)
		}
	}
}

func TestJSONMayBeInSeveralLanguages(t *testing.T) {
	r := expectProblems(t, "r.json", `{"basics": {"name": "Ada", "label": {"en": "Engineer", "de": "Ingenieurin"}}, "meta": {"ssh-resume": {"lang": ["en", "de"]}}}`)
	if r.Basics.Label != "Engineer" || r.In("de").Basics.Label != "Ingenieurin" {
		t.Errorf("the labels are %q and %q", r.Basics.Label, r.In("de").Basics.Label)
	}
}

func TestProblemsOfLanguagesHaveTheirPlace(t *testing.T) {
	const two = "lang: [en, de]\nbasics: {name: A}\n"
	for _, test := range []struct {
		file string
		want []string
	}{
		{"lang: [en, de]\nbasics:\n  name: A\n  label: {en: B, fr: C}\n", []string{
			`r.yaml:4:18: basics.label is in "fr", which is not among the languages of lang: en, de; add it there, or delete this`,
		}},
		{"lang: [en, no such, en, English]\nbasics: {name: A}\n", []string{
			`r.yaml:1:12: lang[1] can't be "no such"; write a language as "en", "de" or "pt-BR"`,
			"warning: r.yaml:1:21: lang[2] is en, which is already in the list",
			"warning: r.yaml:1:25: lang[3] is read as en; write it that way",
			"warning: r.yaml:1:25: lang[3] is en, which is already in the list",
		}},
		{"basics:\n  name: A\n  label: {en: B, de: C}\n", []string{
			"warning: r.yaml:3:10: basics.label is in several languages; the file is read as one in these, and should say so: lang: [en, de]",
		}},
		{two + "work: [{name: B, postion: C}]\n", []string{ // once, not for each language
			`warning: r.yaml:3:18: unknown field "postion" in work[0]; did you mean "position"?`,
		}},
		{two + "work: [{name: B, startDate: {en: soon, de: bald}}]\n", []string{
			`warning: r.yaml:3:34: work[0].startDate is shown as written: "soon" is not a date (2019, 2019-03 or 2019-03-15)`,
			`warning: r.yaml:3:44: work[0].startDate is shown as written: "bald" is not a date (2019, 2019-03 or 2019-03-15)`,
		}},
		{two + "sections: [{id: other, blocks: [{items: [IT: support, {it: support}]}]}]\n", nil}, // these are labels
	} {
		expectProblems(t, "r.yaml", test.file, test.want...)
	}
	many := "lang: [" + strings.Join(strings.Fields("en de fr es pt it nl pl cs uk ru tr zh ja ko ar sv da no fi el"), ", ") + "]\nbasics: {name: A}\n"
	expectProblems(t, "r.yaml", many, "r.yaml:1:88: lang lists more than 20 languages")
	inferred := "basics: {name: A, label: {" + strings.Join(strings.Fields("en de fr es pt it nl pl cs uk ru tr zh ja ko ar sv da no fi el"), ": b, ") + ": b}}\n"
	expectProblems(t, "r.yaml", inferred, "r.yaml:1:26: basics.label and other texts are in more than 20 languages")
	large := "lang: [en, de]\nbasics: {name: A, highlights: [" + strings.Repeat("a, ", 60_000) + "]}\n"
	expectProblems(t, "r.yaml", large, "r.yaml:1:1: the file has more than 100000 values in all its languages")
}

func TestTheNameOfAFileSaysItsLanguage(t *testing.T) {
	for name, want := range map[string][2]string{
		"me.yaml": {"me.yaml", ""}, "a.b/me.de.yaml": {"a.b/me.yaml", "de"}, "me.pt-BR.json": {"me.json", "pt-BR"}, "me": {"me", ""},
		"me.old.yaml": {"me.old.yaml", ""}, "ada.cv.yaml": {"ada.cv.yaml", ""}, "me.v2.yaml": {"me.v2.yaml", ""}, ".de.yaml": {".yaml", "de"},
	} {
		if main, lang := resume.SideFile(name); main != want[0] || lang != want[1] {
			t.Errorf("%s is the %q of %s", name, lang, main)
		}
	}
	if r := expectProblems(t, "me.de.yaml", named+"work: [{name: B, startDate: 2020}]\n"); r.Lang != "de" {
		t.Errorf("me.de.yaml is in %q", r.Lang)
	}
	r := expectProblems(t, "me.de.yaml", named+"lang: fr\n", `warning: me.de.yaml:2:7: lang is fr, but the name of the file says de; lang counts: write "lang: de", or rename the file`)
	if r.Lang != "fr" {
		t.Errorf("it is in %q", r.Lang)
	}
}

func TestFilesSideBySideAreOneResume(t *testing.T) {
	main := expectProblems(t, "me.yaml", "basics: {name: A, label: Engineer, phone: '1'}\nprivate: [basics.phone]\n")
	german := expectProblems(t, "me.de.yaml", "basics: {name: A, label: Ingenieurin, phone: '1', email: a@b.example}\nprivate: [basics.email]\n")
	r, err := resume.Join(main, german)
	if err != nil || !slices.Equal(r.Tags(), []string{"en", "de"}) || r.In("de").Basics.Label != "Ingenieurin" {
		t.Fatal(err, r.Tags())
	}
	if b := r.Public().In("de").Basics; b.Phone != "" || b.Email != "" {
		t.Errorf("what one file keeps private is in another: %+v", b)
	}
	if r, err := resume.Join(main, german, german); err == nil || len(r.Tags()) != 2 {
		t.Errorf("two files in one language: %v, %v", err, r.Tags())
	}
	if alone, err := resume.Join(main); err != nil || !reflect.DeepEqual(alone, main) {
		t.Errorf("one file: %v, %+v", err, alone)
	}
}

func TestWhatIsNotTranslatedIsListed(t *testing.T) {
	say := func(notes []string) string { return strings.Join(notes, "\n") }
	file := func(name, text string) resume.Source { return resume.Source{Name: name, Text: []byte(text)} }
	if got, want := say(resume.NotTranslated(file("r.yaml", bilingual))),
		"en: 1 text is not translated: menu[1].title (line 20)\n"+
			"de: 3 texts are not translated: basics.highlights[1] (line 8), work[0].position (line 10), sections[0].blocks[0].items[3].text (line 19)"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	main := file("me.yaml", "basics: {name: A, label: Engineer}\nwork:\n- {name: B, summary: Ran the whole batch platform., highlights: [One, Two]}\n")
	german := file("me.de.yaml", "basics: {name: A, label: Ingenieurin}\nwork:\n- {name: B, summary: Ran the whole batch platform., highlights: [Eins]}\n")
	if got, want := say(resume.NotTranslated(main, german)), "de: 2 texts are not translated: work[0].summary (line 3), work[0].highlights[1] (line 3)"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := say(resume.NotTranslated(main)); got != "" {
		t.Errorf("one language: %s", got)
	}
}
