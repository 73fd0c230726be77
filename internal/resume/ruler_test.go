package resume_test

import (
	"fmt"
	"testing"

	"ssh-resume/internal/resume"
)

// career returns the employments of a résumé with this work, latest first.
func career(work ...resume.Work) []resume.Employment {
	r := &resume.Resume{Work: work, Meta: resume.Meta{LastModified: "2026-01-15"}}
	return r.Sections()[len(r.Sections())-1].Blocks[0].Work
}

func TestTheRulerHasEachEmploymentInItsPlace(t *testing.T) {
	r := resume.NewRuler(career(
		resume.Work{Name: "Third", StartDate: "2021"},
		resume.Work{Name: "Beside", StartDate: "2019-01", EndDate: "2022-12"},
		resume.Work{Name: "Second", StartDate: "2016-01", EndDate: "2020-12"},
		resume.Work{Name: "First", StartDate: "2006-01", EndDate: "2015-12"},
	), 79, 0)
	if r == nil {
		t.Fatal("no ruler")
	}
	want := []struct {
		name             string
		lane, begin, end int
	}{{"First", 0, 0, 39}, {"Second", 0, 40, 59}, {"Beside", 1, 52, 67}, {"Third", 0, 60, 79}}
	for i, w := range want {
		if b := r.Bars[i]; b.Name != w.name || b.Lane != w.lane || b.Begin != w.begin || b.End != w.end {
			t.Errorf("%s in lane %d from %d to %d, want %v", b.Name, b.Lane, b.Begin, b.End, w)
		}
	}
	if at, ok := r.Column("2016"); !ok || at < 38 || at > 40 {
		t.Errorf("2016 is at %d (%v), and the second employment begins there", at, ok)
	}
	if _, ok := r.Column("2005-12"); ok {
		t.Error("a date before the first employment has a place")
	}
	years := r.Years(5, 3)
	for i, year := range years {
		at, _ := r.Column(year)
		if at+5 > 79 {
			t.Errorf("%s has no room at %d", year, at)
		}
		if i == 0 {
			continue
		}
		if before, _ := r.Column(years[i-1]); at-before < 8 {
			t.Errorf("%s is %d columns after %s", year, at-before, years[i-1])
		}
	}
	if len(years) < 3 {
		t.Errorf("only the years %v", years)
	}
}

func TestTheRulerIsLeftOutWhereItWouldBeWrong(t *testing.T) {
	overlapping := resume.Work{Name: "A", StartDate: "2016-01", EndDate: "2020-12"}
	for name, work := range map[string][]resume.Employment{
		"none":           nil,
		"unknown length": career(overlapping, resume.Work{Name: "B"}),
	} {
		if resume.NewRuler(work, 80, 0) != nil {
			t.Errorf("%s: a ruler", name)
		}
	}
	if r := resume.NewRuler(career(resume.Work{Name: "A", Duration: "4 years"}, resume.Work{Name: "B", Duration: "2 years"}), 80, 0); r == nil || r.Dated {
		t.Error("durations alone are no ruler without years")
	}
}

func TestAnEmploymentThatGoesOnIsNoStub(t *testing.T) {
	r := &resume.Resume{Work: []resume.Work{
		{Name: "Now", StartDate: "2019-03"},
		{Name: "Before", StartDate: "2014-01", EndDate: "2019-02"},
	}} // and no date after 2019-03
	ruler := resume.NewRuler(r.Sections()[len(r.Sections())-1].Blocks[0].Work, 60, 0)
	now := ruler.Bars[1]
	if now.Name != "Now" || now.End != 60 || now.End-now.Begin < 60/8 {
		t.Errorf("%s from %d to %d of 60", now.Name, now.Begin, now.End)
	}
}

func TestAnEmploymentThatGoesOnHasTheRoomOfItsName(t *testing.T) {
	work := career(resume.Work{Name: "Now", StartDate: "2025-10"}, resume.Work{Name: "Before", StartDate: "2012-01", EndDate: "2025-09"})
	for _, test := range []struct{ name, least, most int }{{5, 8, 9}, {18, 18, 19}, {50, 19, 21}} {
		r := resume.NewRuler(work, 60, test.name)
		if now := r.Bars[1]; now.End != 60 || now.Room < test.least || now.Room > test.most {
			t.Errorf("a name of %d columns has %d", test.name, now.Room)
		}
		for _, year := range r.Years(4, 1) {
			if year > "2026" {
				t.Errorf("the year %s is on the axis, of which the file says nothing", year)
			}
		}
	}
}

func TestEmploymentsAtTheSameTimeHaveARuler(t *testing.T) {
	work := []resume.Work{{Name: "A", StartDate: "2010", EndDate: "2020"}}
	for i, want := range []int{1, 2, 3, 3, 3, 3} {
		r := resume.NewRuler(career(work...), 80, 0)
		if r == nil || r.Lanes != want || len(r.Bars) != i+1 {
			t.Fatalf("%d at a time: %+v, want %d lanes", i+1, r, want)
		}
		for _, b := range r.Bars {
			if room := b.Room; b.Begin < 0 || b.End <= b.Begin || b.End > 80 || room < 0 || b.Begin+room > 80 || b.Lane >= r.Lanes {
				t.Errorf("%d at a time: %+v, with room for %d", i+1, b, room)
			}
		}
		work = append(work, resume.Work{Name: "B", StartDate: resume.Date(fmt.Sprint(2012 + i/2)), EndDate: "2019"})
	}
}

func TestAPresentJobThatIsNewerThanTheFileIsOnTheRuler(t *testing.T) {
	r := resume.NewRuler(career(resume.Work{Name: "New", StartDate: "2026-03"}, resume.Work{Name: "Old", StartDate: "2020-01", EndDate: "2026-02"}), 80, 0)
	if r == nil || r.Bars[1].End != 80 {
		t.Errorf("the ruler is %+v", r)
	}
}
