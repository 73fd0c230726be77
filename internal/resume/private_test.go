package resume_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// marked returns a résumé with a unique word in every field.
func marked() *resume.Resume {
	n := 100
	r := resumetest.Full(func() string {
		n++
		return fmt.Sprintf("marker%d", n)
	})
	r.Menu = []resume.MenuItem{
		{ID: "work", Title: "menu-title", Heading: "menu-heading"}, {ID: "free"}, {ID: "top", Of: []string{"skills"}, Groups: []string{r.Skills[0].Group}},
	}
	return r
}

// paths returns the path of every field of a group that has a value, as Private
// names it.
func paths(v reflect.Value, prefix string) []string {
	var all []string
	for _, f := range resume.Fields(v.Type()) {
		path := prefix + f.Name
		all = append(all, path)
		field := v.FieldByIndex(f.Go.Index)
		if field.Kind() == reflect.Slice && field.Len() > 0 {
			field = field.Index(0)
		}
		if f.Group() != nil && field.Kind() == reflect.Struct {
			all = append(all, paths(field, path+".")...)
		}
	}
	return all
}

// secretsIn returns the words below a path that are nowhere else.
func secretsIn(r *resume.Resume, path string) []string {
	v := reflect.ValueOf(*r)
	for step := range strings.SplitSeq(path, ".") {
		if v.Kind() == reflect.Slice {
			v = v.Index(0)
		}
		for _, f := range resume.Fields(v.Type()) {
			if f.Name == step {
				v = v.FieldByIndex(f.Go.Index)
				break
			}
		}
	}
	count := map[string]int{}
	resumetest.EachString(r, func(_, s string) { count[s]++ })
	var all []string
	resumetest.EachString(v.Interface(), func(_, s string) {
		if (strings.Contains(s, "marker") || strings.Contains(s, "menu-")) && count[s] == 1 {
			all = append(all, s)
		}
	})
	return all
}

func TestWhatIsPrivateIsNotInThePublicResume(t *testing.T) {
	checked := 0
	for _, path := range paths(reflect.ValueOf(*marked()), "") {
		if path == "basics" || path == "basics.name" {
			continue // no résumé is without a name
		}
		r := marked()
		r.Private = []string{path}
		public := r.Public()
		secrets := secretsIn(r, path)
		resumetest.EachString(public, func(at, s string) {
			if slices.Contains(secrets, s) {
				t.Errorf("private %s: %s is at %s", path, s, at)
			}
		})
		if public.Private != nil {
			t.Errorf("private %s: it is said that it is", path)
		}
		before := marked()
		before.Private = r.Private
		if !reflect.DeepEqual(r, before) {
			t.Errorf("private %s: the whole résumé has changed", path)
		}
		checked += len(secrets)
	}
	if checked < 80 {
		t.Errorf("only %d secrets were looked for", checked)
	}
}

func TestOnlyWhatIsPrivateIsMissing(t *testing.T) {
	r := expectProblems(t, "r.yaml", `
basics: {name: A, phone: "+1 555", location: {city: Oslo, address: Street 1}}
work: [{name: B, summary: S, highlights: [H, I]}, {name: C, summary: T}]
references: [{name: D, reference: E}]
sections: [{id: one, blocks: [{text: F}]}, {id: two, blocks: [{text: G}]}]
menu: [work, one, {id: rest, of: [two, references]}, {id: education, of: two}]
private: [basics.phone, basics.location.address, 'work[0].summary', 'work.highlights[1]', 'sections[1]', references]
`)
	public := r.Public()
	want := *r
	want.Private = nil
	want.Basics.Phone, want.Basics.Location.Address = "", ""
	want.Work = []resume.Work{{Name: "B", Highlights: []string{"H"}}, {Name: "C", Summary: "T"}}
	want.References = nil
	want.Custom = r.Custom[:1]
	want.Menu = []resume.MenuItem{{ID: "work"}, {ID: "one"}, {ID: "rest", Of: []string{"references"}}}
	if !reflect.DeepEqual(public, &want) {
		t.Errorf("got  %+v\nwant %+v", public, &want)
	}
	if whole := expectProblems(t, "r.yaml", "basics: {name: A}\n"); whole.Public() != whole {
		t.Error("a copy was made of a résumé without anything private")
	}
}

func TestPrivateNamesFieldsOnly(t *testing.T) {
	for private, want := range map[string]string{
		"[basics.phon]":        `r.yaml:2:11: private names "basics.phon", which is not a field; did you mean "basics.phone"?`,
		"[refrences]":          `r.yaml:2:11: private names "refrences", which is not a field; did you mean "references"?`,
		"[basics.name]":        `r.yaml:2:11: basics.name can't be private, since a résumé needs a name; name other fields of basics, such as basics.phone`,
		"['basics[0].phone']":  `r.yaml:2:11: private names "basics[0].phone", which is not a field; did you mean "basics.phone"?`,
		"['work[00].summary']": `r.yaml:2:11: private names "work[00].summary", which is not a field; did you mean "work[0].summary"?`,
		"['basics.phone.a']":   `r.yaml:2:11: private names "basics.phone.a", which is not a field; did you mean "basics.phone"?`,
		"[work, basics.email]": "",
		"basics.email":         "",
	} {
		var problems []string
		if want != "" {
			problems = []string{want}
		}
		expectProblems(t, "r.yaml", "basics: {name: A}\nprivate: "+private+"\n", problems...)
	}
	if r, problems := resume.Parse("r.yaml", []byte("basics: {name: A}\nprivate: [true]\n")); r != nil {
		t.Errorf("served with %v", problems)
	}
}

func TestAnIndexInPrivateNamesOneEntryForCertain(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"basics: {name: A}\nwork: [{name: B, summary: C}]\nprivate: ['work[1].summary']\n", `r.yaml:3:11: private names "work[1].summary", which is not there; the number of the first entry of work is 0`},
		{"basics: {name: A}\nprivate: ['references[0]']\n", `r.yaml:2:11: private names "references[0]", which is not there; the number of the first entry of references is 0`},
		{"basics: {name: A}\nwork: [~, {name: B, summary: C}]\nprivate: ['work[1].summary']\n", `r.yaml:3:11: private names "work[1].summary", but some entries of work are empty or left out; delete those`},
		{"basics: {name: A}\nwork: [{name: B, highlights: ['', C]}]\nprivate: ['work.highlights[1]']\n", `r.yaml:3:11: private names "work.highlights[1]", but some entries of highlights are empty or left out; delete those`},
		{"basics: {name: A}\nmeta: {ssh-resume: {private: ['sections[2]'], sections: [{id: s, blocks: [text: a]}]}}\n", `r.yaml:2:31: private names "sections[2]", which is not there; the number of the first entry of sections is 0`},
		{
			"basics: {name: A}\nlang: [en, de]\nwork: {en: [{name: B}, {name: C}], de: [{name: C}, {name: B}]}\nprivate: ['work[1]']\n",
			`r.yaml:4:11: private names "work[1]", but each language has its own work; name work, or write private for each language: {en: […], de: […]}`,
		},
		{
			"lang: [en, de]\nbasics: {en: {name: A, profiles: [{network: B}]}, de: {name: A, profiles: [{network: B}]}}\nprivate: ['basics.profiles[0]']\n",
			`r.yaml:3:11: private names "basics.profiles[0]", but each language has its own basics; name basics.profiles, or write private for each language: {en: […], de: […]}`,
		},
	} {
		_, problems := resume.Parse("r.yaml", []byte(test.file))
		if all := said(problems); !slices.Contains(all, test.want) {
			t.Errorf("%s\nsays\n%s\nwant\n%s", test.file, strings.Join(all, "\n"), test.want)
		}
	}
	for _, file := range []string{
		"basics: {name: A}\nlang: [en, de]\nwork: {en: [{name: B}, {name: C}], de: [{name: C}, {name: B}]}\nprivate: {en: ['work[1]'], de: ['work[0]']}\n",
		"basics: {name: A}\nlang: [en, de]\nwork: [{name: B, summary: x}, {name: C, summary: {en: a, de: b}}]\nprivate: ['work[1]']\n",
	} {
		public := expectProblems(t, "r.yaml", file).Public()
		for _, r := range []*resume.Resume{public, public.In("de")} {
			if len(r.Work) != 1 || r.Work[0].Name != "B" {
				t.Errorf("%s: in %s it shows %+v", file, r.Lang, r.Work)
			}
		}
	}
}

func TestAnIndexInPrivateHidesNoOtherEntryOfAnotherFile(t *testing.T) {
	read := func(name, file string) *resume.Resume { return expectProblems(t, name, "basics: {name: A}\n"+file) }
	first := read("me.yaml", "work: [{name: B, summary: x}, {name: C, summary: secret}]\nprivate: ['work[1].summary']\n")
	german := "work: [{name: C, summary: geheim}, {name: B, summary: x}]\n"
	joined, err := resume.Join(first, read("me.de.yaml", german))
	want := "only some entries of work.summary are private, and the file in de does not say which, so there all are; name them in its own private"
	if err == nil || err.Error() != want {
		t.Errorf("said is %v, want %s", err, want)
	}
	joined, err = resume.Join(joined, read("me.fr.yaml", german+"private: ['work[0].summary']\n"))
	if err != nil && err.Error() != want {
		t.Error(err)
	}
	public := joined.Public()
	for tag, want := range map[string]string{"en": "x", "de": "", "fr": "x"} {
		var summaries []string
		for _, w := range public.In(tag).Work {
			summaries = append(summaries, w.Summary)
		}
		if got := strings.Join(summaries, ""); got != want {
			t.Errorf("%s shows %q, want %q", tag, got, want)
		}
	}
}
