package resume_test

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
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
				t.Fatalf("%q becomes byte %#x", text, c)
			}
		}
	})
}

func TestResumeInASCIIHoldsASCIIOnly(t *testing.T) {
	full := full()
	before := fmt.Sprintf("%+v", full)
	ascii := full.ASCII()
	resumetest.EachString(ascii, func(path, s string) {
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
	if got, want := ascii.Basics.URL, "https://example.com/R%C3%A9sum%C3%A9"; got != want {
		t.Errorf("the address is %q, want %q", got, want)
	}
	if got, want := len(ascii.Sections()), len(full.Sections()); got != want {
		t.Errorf("%d sections, want %d", got, want)
	}
}

func TestProfileInASCIILosesNoCharacter(t *testing.T) {
	r, _ := resume.Parse(data.Name, data.Resume)
	resumetest.EachString(r.ASCII(), func(path, s string) {
		if strings.Contains(s, "?") {
			t.Errorf("%s is %q", path, s)
		}
	})
}

// full returns a résumé with something in every field.
func full() *resume.Resume {
	const word = "Résumé"
	r := resumetest.Full(func() string { return word })
	r.Menu = []resume.MenuItem{
		{ID: "skills", Groups: []string{word}, As: resume.KindTopics}, {ID: "free"}, {ID: "all", Of: []string{"work", "projects"}},
	}
	return r
}
