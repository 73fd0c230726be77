package export_test

import (
	"reflect"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

func TestYAMLReadsBackWithoutLoss(t *testing.T) {
	for name, r := range map[string]*resume.Resume{"profile": profile(t), "whole": whole(t), "example": example(t)} {
		for _, source := range []string{"", "{}", "basics: {name: Jo}"} {
			text := forOwner(t, r, source)
			if got := parsed(t, "x.yaml", text); !reflect.DeepEqual(got, r) {
				t.Errorf("%s, source %q:\n%s\nreads as\n%+v", name, source, text, got)
			}
		}
	}
}

func FuzzYAMLReadsBackWithoutLoss(f *testing.F) {
	for _, s := range hardTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if r := around(s); r != nil {
			if got := parsed(t, "x.yaml", made(t, "yaml", r)); !reflect.DeepEqual(got, r) {
				t.Errorf("%q reads as %+v", s, got)
			}
		}
	})
}

// forOwner returns the owner's file as YAML.
func forOwner(t testing.TB, r *resume.Resume, source string) string {
	t.Helper()
	f := formatNamed(t, "yaml")
	out, err := f.ForOwner(r, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestYAMLForVisitorsHasNoComments(t *testing.T) {
	if text := made(t, "yaml", profile(t)); strings.Contains(text, "#") {
		t.Errorf("a comment is in\n%s", text)
	}
}

func TestYAMLForTheOwnerKeepsTheComments(t *testing.T) {
	text := forOwner(t, profile(t), string(data.Resume))
	if !reflect.DeepEqual(parsed(t, "x.yaml", text), profile(t)) {
		t.Error("it reads as another résumé")
	}
	comments := 0
	for line := range strings.Lines(string(data.Resume)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			comments++
			if !strings.Contains(text, line) {
				t.Errorf("the comment %q is lost", line)
			}
		}
	}
	if comments == 0 {
		t.Error("the profile has no comments to keep")
	}
}

func TestYAMLForTheOwnerIsAsTheyWroteIt(t *testing.T) {
	const source = `# me

basics:   # who
    name:   'Jo'
work:
  - name: A
    highlights: [ a, # in a list
       b ]
  # between

  - {name: B}
`
	windows := "\ufeff" + strings.ReplaceAll(source, "\n", "\r\n") + "\r\n\r\n"
	for _, written := range []string{source, windows} {
		r := parsed(t, "me.yaml", written)
		if got := forOwner(t, r, written); got != source {
			t.Errorf("got\n%s", got)
		}
	}
}

func TestYAMLIsEasyToRead(t *testing.T) {
	const want = `basics:
  name: Jo
  location: {city: Oslo}

work:
  - name: Inn
    former: true

skills:
  - name: Daily
    keywords: [Go, 'a, b']

sections:
  - id: how
    blocks:
      - type: list
        items:
          - Shop: Buy what is fresh
          - quote: Salt last
          - plain
`
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Jo", Location: resume.Location{City: "Oslo"}},
		Work:   []resume.Work{{Name: "Inn", Former: true}},
		Skills: []resume.Skill{{Name: "Daily", Keywords: []string{"Go", "a, b"}}},
		Custom: []resume.CustomSection{{ID: "how", Blocks: []resume.CustomBlock{{Type: resume.KindList, Items: []resume.Item{
			{Label: "Shop", Text: "Buy what is fresh"}, {Quote: "Salt last"}, {Text: "plain"},
		}}}}},
	}
	if got := made(t, "yaml", r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
