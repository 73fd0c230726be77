package export_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"ssh-resume/internal/resume"
)

func TestJSONIsValidJSONResume(t *testing.T) {
	complete := whole(t)
	complete.Certificates[0].Date += "-28" // 1.0.0 knows no certificates of a month
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	for _, version := range []string{"1.0.0", "1.3.1"} {
		schema, err := compiler.Compile("testdata/jsonresume/" + version + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]*resume.Resume{"profile": profile(t), "whole": complete, "dates in words": parsed(t, "x.json", datesInWords)} {
			document, err := jsonschema.UnmarshalJSON(strings.NewReader(made(t, "json", r)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(document); err != nil {
				t.Errorf("the %s is no JSON Resume %s: %v", name, version, err)
			}
		}
	}
}

func TestJSONHasAddressesThatAreURIs(t *testing.T) {
	const file = `{"basics": {"name": "Jo", "url": "https://exämple.de/ü b?q=é {a}|\\\"<>^#ß"}}`
	r := parsed(t, "x.json", file)
	const want = "https://xn--exmple-cua.de/%C3%BC%20b?q=%C3%A9%20%7Ba%7D%7C%5C%22%3C%3E%5E#%C3%9F"
	if r.Basics.URL != want {
		t.Errorf("the address is %s", r.Basics.URL)
	}
	if got := parsed(t, "x.json", made(t, "json", r)); !reflect.DeepEqual(got, r) {
		t.Errorf("it reads back as %s", got.Basics.URL)
	}
}

// datesInWords has dates that JSON Resume does not allow.
const datesInWords = `{"basics": {"name": "Jo"}, "work": [{"name": "B", "startDate": "03/04/2015", "endDate": "soon"}],
	"awards": [{"title": "C", "date": "2019 or 2020"}], "publications": [{"name": "D", "releaseDate": "in print"}]}`

func TestJSONReadsBackWithoutLoss(t *testing.T) {
	for name, r := range map[string]*resume.Resume{"profile": profile(t), "whole": whole(t), "example": example(t), "dates in words": parsed(t, "x.json", datesInWords)} {
		text := made(t, "json", r)
		if got := parsed(t, "x.json", text); !reflect.DeepEqual(got, r) {
			t.Errorf("%s:\n%s\nreads as\n%+v", name, text, got)
		}
	}
}

func FuzzJSONReadsBackWithoutLoss(f *testing.F) {
	for _, s := range hardTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if r := around(s); r != nil {
			if got := parsed(t, "x.json", made(t, "json", r)); !reflect.DeepEqual(got, r) {
				t.Errorf("%q reads as %+v", s, got)
			}
		}
	})
}

// around returns a résumé with the text in several kinds of places; nil where no
// file can have it.
func around(s string) *resume.Resume {
	text, err := json.Marshal(s)
	if err != nil {
		return nil
	}
	file := strings.ReplaceAll(`{"basics": {"name": "Jo", "label": S, "summary": S, "url": S, "highlights": [S, S]},
		"projects": [{"name": S, "metric": {"value": S}}], "skills": [{"name": S, "group": S, "keywords": [S, "a"]}], "sections":
		[{"id": "x", "title": S, "blocks": [{"type": "text", "text": S}, {"items": [S, {S: S}, {"quote": S, "text": S}]}]}]}`, "S", string(text))
	r, _ := resume.Parse("x.json", []byte(file))
	return r
}
