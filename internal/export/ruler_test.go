package export_test

import (
	"regexp"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

func career() *resume.Resume {
	return &resume.Resume{
		Basics: resume.Basics{Name: "Ada"},
		Work: []resume.Work{
			{Name: "Third", Position: "Lead", StartDate: "2021"},
			{Name: "Beside", StartDate: "2019-01", EndDate: "2022-12"},
			{Name: "Second", Position: "Senior", StartDate: "2018-01", EndDate: "2020-12"},
			{Name: "Second", Position: "Junior", StartDate: "2016-01", EndDate: "2017-12"},
		},
		Meta: resume.Meta{LastModified: "2025-12-31"},
	}
}

func TestTextShowsEachEmployerInItsPlaceOnTheCareer(t *testing.T) {
	const want = `
        2016         2018          2020         2022          2024
Third                                      ---------------------------------
Beside                       --------------------------
Second  ------------- --------------------

Third: Lead
  2021 – present
`
	if got := export.Text(career(), 76); !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextShowsLengthsFromOneZeroWhereThereAreNoDates(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Ada"}, Work: []resume.Work{{Name: "A", Duration: "4 years"}, {Name: "Beta", Duration: "2 years"}}}
	const want = "\nA     --------------------------------------------------------\nBeta  ----------------------------\n"
	if got := export.Text(r, 62); !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextHasNoCareerWhereItWouldBeInTheWay(t *testing.T) {
	alone, rightToLeft := career(), career()
	alone.Work = alone.Work[:1]
	rightToLeft.Lang = "ar" // terminals differ in which side its columns begin at
	for name, test := range map[string]struct {
		r     *resume.Resume
		width int
	}{
		"one employment": {alone, 80}, "a narrow window": {career(), 30}, "right to left": {rightToLeft, 80},
	} {
		if got := export.Text(test.r, test.width); strings.Contains(got, "---") {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

func TestEmploymentsAtTheSameTimeHaveALineEach(t *testing.T) {
	r := career()
	for _, name := range []string{"Second", "Third", "Fourth"} {
		beside := r.Work[1]
		beside.Name = name
		r.Work = append(r.Work, beside)
	}
	for _, w := range r.Work {
		if !regexp.MustCompile(`(?m)^` + w.Name + ` +-[- ]*$`).MatchString(export.Text(r, 80)) {
			t.Errorf("no line for %s in\n%s", w.Name, export.Text(r, 80))
		}
	}
}
