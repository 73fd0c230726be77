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
menu: [work, one, {id: rest, of: [two, references]}]
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
