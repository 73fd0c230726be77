package data_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

func parsed(t *testing.T) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	for _, p := range problems {
		t.Error(p)
	}
	if r == nil {
		t.FailNow()
	}
	return r
}

func TestProfileHasItsSectionsInOrder(t *testing.T) {
	var titles []string
	for _, s := range parsed(t).Sections() {
		titles = append(titles, s.ID+": "+s.Heading)
	}
	want := []string{
		"profile: Profile", "experience: Experience", "achievements: Notable Achievements",
		"specialties: Core Specialties", "stack: Technology Stack", "principles: Philosophy & Principles",
		"standards: Technical Standards", "approach: Approach to Backend Architecture",
		"communication: Communication Style", "leadership: Project Leadership Experience",
		"education: Education & Certifications",
	}
	if !slices.Equal(titles, want) {
		t.Errorf("the sections are\n%s\nwant\n%s", strings.Join(titles, "\n"), strings.Join(want, "\n"))
	}
}

// stated gives what the profile states, each statement as its parts.
func stated(t *testing.T) [][]string {
	t.Helper()
	file, err := os.ReadFile("../internal/resume/testdata/profile-statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(line, " | "))
		}
	}
	return all
}

func TestProfileHoldsEveryStatement(t *testing.T) {
	var all strings.Builder
	r := parsed(t)
	eachString(reflect.ValueOf(r.Sections()), "", func(_, s string) { all.WriteString(s + "\n") })
	all.WriteString(r.Basics.Location.City + ", " + r.Basics.Location.Region + "\n")
	for _, w := range r.Work {
		if w.Former {
			all.WriteString("Ex-" + w.Name + "\n")
		}
	}
	for _, e := range r.Education {
		all.WriteString(e.StudyType + " " + e.Area + "\n")
	}
	for _, f := range r.FreeForm {
		for _, b := range f.Blocks {
			for _, it := range b.Items {
				all.WriteString(it.String() + "\n")
			}
		}
	}
	for _, statement := range stated(t) {
		for _, part := range statement {
			if !strings.Contains(all.String(), part) {
				t.Errorf("%q is not in the file", part)
			}
		}
	}
}

// ours are the words in the file that the profile does not state: figures that
// are drawn large, in other words than the statement that they belong to, and
// the names of things in the program.
var ours = map[string]string{
	".Projects[2].Metric.Value": "−40%",
	".Projects[3].Metric.Value": "−60%",
}

// named are the fields that hold no facts: ids, kinds, titles of pages.
var named = []string{".ID", ".Type", ".Kind", ".As", ".Of", ".Title", ".Heading", ".Group", ".Paper"}

// TestProfileHoldsNoOtherFact looks for every string of the file in what the
// profile states.
func TestProfileHoldsNoOtherFact(t *testing.T) {
	var all []string
	for _, statement := range stated(t) {
		all = append(all, strings.Join(statement, " "))
	}
	profile := strings.Join(all, "\n")
	eachString(reflect.ValueOf(*parsed(t)), "", func(path, s string) {
		field := path[strings.LastIndexByte(path, '.'):]
		field, _, _ = strings.Cut(field, "[")
		if s == "" || ours[path] == s || slices.Contains(named, field) || strings.Contains(path, ".Groups[") || strings.Contains(path, ".Of[") {
			return
		}
		if !strings.Contains(profile, s) {
			t.Errorf("%s is %q, which the profile does not state", path, s)
		}
	})
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
	default:
	}
}
