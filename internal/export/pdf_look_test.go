package export_test

import (
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// textNamed returns the first text of a PDF that begins with a name.
func textNamed(t *testing.T, r *resume.Resume, name string) pdftest.Text {
	t.Helper()
	for _, text := range pdftest.Read(t, pdf(t, r, "a4")).Texts {
		if strings.HasPrefix(text.Text, name) {
			return text
		}
	}
	t.Fatalf("there is no %q", name)
	return pdftest.Text{}
}

func TestPDFSetsNamesInBoldOnlyBesideOtherText(t *testing.T) {
	wide := func(awards ...resume.Award) float64 {
		name := textNamed(t, &resume.Resume{Awards: awards}, "Wide")
		return name.Width / name.Size
	}
	alone := wide(resume.Award{Title: "Wide Names"}, resume.Award{Title: "Second"})
	for other, beside := range map[string]float64{
		"an awarder":     wide(resume.Award{Title: "Wide Names"}, resume.Award{Title: "Second", Awarder: "SREcon"}),
		"its own date":   wide(resume.Award{Title: "Wide Names", Date: "2019"}),
		"another's date": wide(resume.Award{Title: "Wide Names"}, resume.Award{Title: "Second", Date: "2019"}),
	} {
		if alone >= beside {
			t.Errorf("the name is %.2f em wide alone, and %.2f beside %s", alone, beside, other)
		}
	}
}

func TestPDFNamesThePresentJobOnTheRulerThoughItIsShort(t *testing.T) {
	r := career()
	r.Work = []resume.Work{
		{Name: "Latest and longest name", StartDate: "2023-11", EndDate: "2024-02"},
		{Name: "Before", StartDate: "2010-01", EndDate: "2023-10"},
	}
	for _, text := range pdftest.Read(t, pdf(t, r, "a4")).Texts { // programs that extract text find spaces
		if end := text.X + text.Width; text.Artifact && text.Width > 80 && end > 540 && end < 544 {
			return
		}
	}
	t.Error("there is no name that ends where the axis does")
}

func TestAShortPresentJobWithoutAnEmployerHasNoOtherBar(t *testing.T) {
	r := career()
	r.Work = []resume.Work{{Position: "Now", StartDate: "2023-11", EndDate: "2024-02"}, {Name: "Before", StartDate: "2010-01", EndDate: "2023-10"}}
	bars := 0
	for _, bar := range pdftest.Read(t, pdf(t, r, "a4")).Rects {
		if bar.Height > 2 {
			bars++
		}
	}
	if bars != 2 {
		t.Errorf("there are %d bars of two jobs", bars)
	}
}

func TestCoursesThatHaveCommasAreSetApartBySemicolons(t *testing.T) {
	for want, courses := range map[string][]string{
		"Logic, Sets":                   {"Logic", "Sets"},
		"Thesis: Sets; Prize, shared":   {"Thesis: Sets", "Prize, shared"},
		"Logic; Sets, rings and ideals": {"Logic", "Sets, rings and ideals"},
	} {
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}, Education: []resume.Education{{Institution: "School", Courses: courses}}}
		for _, f := range export.Formats(nil) {
			if text := shown(t, f, r); !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", f.Name, want, text)
			}
		}
	}
}
