package data_test

import (
	"slices"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
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

func TestProfileHoldsEveryStatement(t *testing.T) {
	var all strings.Builder
	r := parsed(t)
	resumetest.EachString(r.Sections(), func(_, s string) { all.WriteString(s + "\n") })
	all.WriteString(r.Basics.Location.City + ", " + r.Basics.Location.Region + "\n")
	for _, w := range r.Work {
		if w.Former {
			all.WriteString("Ex-" + w.Name + "\n")
		}
	}
	for _, e := range r.Education {
		all.WriteString(e.StudyType + " " + e.Area + "\n")
	}
	for _, f := range r.Custom {
		for _, b := range f.Blocks {
			for _, it := range b.Items {
				all.WriteString(it.Line(r.Marks()) + "\n")
			}
		}
	}
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(all.String(), part) {
				t.Errorf("%q is not in the file", part)
			}
		}
	}
}

// ours are the words in the file that the profile does not contain: figures that are drawn large are written
// differently in their statement.
var ours = map[string]string{
	".Projects[2].Metric.Value": "−40%",
	".Projects[3].Metric.Value": "−60%",
}

// named are the fields that hold no facts: ids, kinds, titles of pages.
var named = []string{".ID", ".Type", ".Kind", ".As", ".Of", ".Title", ".Heading", ".Group", ".Paper"}

// TestProfileHoldsNoOtherFact looks for every string of the file in the
// statements of the profile.
func TestProfileHoldsNoOtherFact(t *testing.T) {
	var all []string
	for _, statement := range resumetest.Statements() {
		all = append(all, strings.Join(statement, " "))
	}
	profile := strings.Join(all, "\n")
	resumetest.EachString(parsed(t), func(path, s string) {
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
