package resume_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

func TestASCIIKeepsWhatCanBeRead(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"plain, `quoted`\nlines", "plain, `quoted`\nlines"},
		{"Résumé Ångström ñ Dvořák", "Resume Angstrom n Dvorak"},
		{"e\u0301", "e"},
		{"−40% – 2 — 3 … 5×", `-40% - 2 -- 3 ... 5x`},
		{"“quoted” ‘so’ «et» ‹là›", `"quoted" 'so' "et" <la>`},
		{"a • b · c → d", "a * b * c -> d"},
		{"Straße, Ægir, Łódź, Þór", "Strasse, AEgir, Lodz, Thor"},
		{"ﬁne ½ ™ Ａ ²", "fine 1/2 TM A 2"},
		{"no\u00a0break\u2009thin\tand soft\u00adhyphen", "no break thin and softhyphen"},
		{"漢字", "??"},
		{"\x1b[1m \x7f \u009b", "?[1m ? ?"},
		{"\xff", "?"},
	} {
		if got := resume.ASCII(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func FuzzASCIIHoldsPrintableASCIIOnly(f *testing.F) {
	f.Add("Résumé … →\x00\t")
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range []byte(resume.ASCII(text)) {
			if (c < ' ' || c > '~') && c != '\n' {
				t.Fatalf("%q gives byte %#x", text, c)
			}
		}
	})
}

func TestResumeInASCIIHoldsASCIIOnly(t *testing.T) {
	full := full()
	before := fmt.Sprintf("%+v", full)
	ascii := full.ASCII()
	eachString(reflect.ValueOf(*ascii), "", func(path, s string) {
		if strings.Trim(s, "?") == "" && s != "" {
			t.Errorf("%s has become %q", path, s)
		}
		for _, c := range []byte(s) {
			if c > 0x7f {
				t.Errorf("%s is %q", path, s)
			}
		}
	})
	if after := fmt.Sprintf("%+v", full); after != before {
		t.Error("the original has changed")
	}
	if got, want := ascii.Basics.URL, "https://example.com/r%C3%A9sum%C3%A9"; got != want {
		t.Errorf("the address is %q, want %q", got, want)
	}
	if got, want := len(ascii.Sections()), len(full.Sections()); got != want {
		t.Errorf("%d sections, want %d", got, want)
	}
}

func TestProfileInASCIILosesNoCharacter(t *testing.T) {
	r, _ := resume.Parse(data.Name, data.Resume)
	eachString(reflect.ValueOf(*r.ASCII()), "", func(path, s string) {
		if strings.Contains(s, "?") {
			t.Errorf("%s is %q", path, s)
		}
	})
}

// full gives a résumé with something in every field.
func full() *resume.Resume {
	const s = "Résumé"
	r := &resume.Resume{}
	fill(reflect.ValueOf(r).Elem(), s)
	r.Basics.URL = "https://example.com/résumé"
	r.FreeForm[0].ID = "free"
	r.FreeForm[0].Blocks[0].Type = resume.KindList
	r.Menu = []resume.MenuItem{
		{ID: "skills", Groups: []string{s}, As: resume.KindTopics}, {ID: "free"}, {ID: "all", Of: []string{"work", "projects"}},
	}
	return r
}

func fill(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), s)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), s)
	}
}

// eachString calls what for every string in v, with its place.
func eachString(v reflect.Value, path string, what func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		what(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), path+"."+v.Type().Field(i).Name, what)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), fmt.Sprintf("%s[%d]", path, i), what)
		}
	}
}
