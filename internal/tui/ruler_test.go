package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

func TestBarsAreInProportionToYears(t *testing.T) {
	for width := roomy; width <= 108; width++ {
		pg := profile().document(Options{}).draw(pageKey{section: 1, width: width, glyphs: &unicodeGlyphs})
		var bars []int
		for _, l := range pg.lines {
			for _, s := range l {
				if strings.Contains(s.text, "━") {
					bars = append(bars, textWidth(s.text))
				}
			}
		}
		years := []int{4, 3, 3, 2}
		if len(bars) != len(years) {
			t.Fatalf("%d bars at width %d", len(bars), width)
		}
		for i, n := range bars {
			if n*years[0] != bars[0]*years[i] {
				t.Errorf("at width %d the bars are %v for the years %v", width, bars, years)
			}
		}
	}
}

func TestTheRulerShowsEmploymentsInTheirPlace(t *testing.T) {
	one := resume.Work{Name: "One", StartDate: "2015-01", EndDate: "2024-12"}
	before := resume.Work{Name: "Two", StartDate: "2008-03", EndDate: "2015-01"}
	during := resume.Work{Name: "Two", StartDate: "2014-03", EndDate: "2016-01"}
	also := resume.Work{Name: "Three", StartDate: "2014-09", EndDate: "2016-01"}
	still := resume.Work{Name: "Two", StartDate: "2025"}
	short := resume.Work{Name: "Some employer", StartDate: "2014-01", EndDate: "2014-02"}
	for _, test := range []struct {
		name string
		work []resume.Work
		bars int // rows of them
	}{
		{"one after the other", []resume.Work{one, before}, 1},
		{"one that goes on", []resume.Work{still, one}, 1},
		{"at the same time", []resume.Work{one, during}, 2},
		{"three at the same time", []resume.Work{one, during, also}, 3},
		{"five at the same time", []resume.Work{one, during, also, during, also}, 3},
		{"too short for its name", []resume.Work{one, short}, 1},
		{"of unknown length", []resume.Work{one, {Name: "Two"}}, 0},
		{"alone", []resume.Work{one}, 1},
	} {
		r := &resume.Resume{Basics: resume.Basics{Name: "A"}, Work: test.work, Meta: resume.Meta{LastModified: "2026-06-15"}}
		for _, width := range []int{80, 120, 200} {
			rd := readAs(t, NewPages(r), Options{Width: width, Height: 40, Profile: colorprofile.ANSI256})
			bars := 0
			for _, row := range rd.rows() {
				if strings.Contains(row, "━") {
					bars++
				}
			}
			if bars != test.bars {
				t.Errorf("%s: %d rows of bars, want %d\n%s", test.name, bars, test.bars, strings.Join(rd.rows(), "\n"))
			}
			if test.bars > 0 {
				rd.expect("One")
			}
		}
	}
}

func TestCareerRunsFromTheFirstToTheLast(t *testing.T) {
	work := []resume.Work{
		{Name: "Third", StartDate: "2020-01", EndDate: "2024-12"},
		{Name: "Second", StartDate: "2014-02", EndDate: "2019-12"},
		{Name: "First", StartDate: "2008", EndDate: "2013"},
	}
	r := &resume.Resume{Basics: resume.Basics{Name: "A"}, Work: work, Meta: resume.Meta{LastModified: "2026-06-15"}}
	rd := readAs(t, NewPages(r), Options{Width: 120, Height: 40, Profile: colorprofile.ANSI256})
	text := strings.Join(rd.rows(), "\n")
	if i, j, k := strings.Index(text, "First"), strings.Index(text, "Second"), strings.Index(text, "Third"); i < 0 || i > j || j > k {
		t.Errorf("the career is\n%s", text)
	}
}

func TestTheEmploymentThatIsReadLightsUpOnTheRuler(t *testing.T) {
	file := resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for i, name := range []string{"Third", "Second", "First"} {
		file.Work = append(file.Work, resume.Work{
			Name: name, StartDate: resume.Date(fmt.Sprint(2020 - 5*i)), EndDate: resume.Date(fmt.Sprint(2024 - 5*i)),
			Highlights: strings.Split(strings.Repeat("something,", 25)+"done", ","),
		})
	}
	r := readAs(t, NewPages(&file), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
	r.press("2", "right")
	r.expectSection("work")
	lit := map[string]string{}
	for range 100 {
		sticky := r.stickyLine()
		bars, last := "", ""
		for _, s := range sticky {
			switch {
			case s.text == r.glyphs.bar && s.style == numeric:
				bars += "#"
			case s.text == r.glyphs.bar:
				bars += "-"
			case s.style == strong:
				last = s.text
			case bars != "":
				bars += " "
			}
		}
		if bars != "" && last != "" {
			lit[last] = bars
		}
		if bars != "" && !strings.Contains(bars, "#") {
			t.Errorf("nothing is bright beside %q: %s", last, bars)
		}
		r.press("j")
	}
	seen := map[string]bool{}
	for _, bars := range lit {
		seen[bars] = true
	}
	if len(lit) != 3 || len(seen) != len(lit) {
		t.Errorf("the ruler lights up %q", lit)
	}
}

func TestAThousandEmployersAreDrawnAtOnce(t *testing.T) {
	file := resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for i := range 1000 {
		year := resume.Date(fmt.Sprint(2024 - i/20))
		file.Work = append(file.Work, resume.Work{Name: fmt.Sprint("Employer ", i), StartDate: year, EndDate: year})
	}
	doc := NewPages(&file).document(Options{})
	s := &sheet{doc: doc, glyphs: &unicodeGlyphs, width: 100}
	if allocs := testing.AllocsPerRun(1, func() { s.ruler(100, false, false) }); allocs > 20_000 {
		t.Errorf("%v allocations to name employers in two rows", allocs)
	}
	for i := range doc.work {
		doc.work[i].Name = fmt.Sprintf("The employer with a name that takes more than half of the page, in the city %d", i)
	}
	for _, width := range []int{60, 100, 200} {
		if allocs := testing.AllocsPerRun(1, func() { s.ruler(width, false, false) }); allocs > 20_000 {
			t.Errorf("%d columns: %v allocations to name employers with long names in two rows", width, allocs)
		}
	}
}

func TestTheTitlePageNamesTheLatestEmployersFirst(t *testing.T) {
	var work []resume.Work
	for i := range 10 {
		year := 2000 + 2*i
		work = append(work, resume.Work{Name: fmt.Sprintf("Employer Number%d Ltd", i), StartDate: resume.Date(fmt.Sprint(year)), EndDate: resume.Date(fmt.Sprint(year + 1))})
	}
	work = append(work, resume.Work{Name: "Present Inc", StartDate: "2020"})
	early := slices.Clone(work) // the present job is the first to have begun
	early[10].StartDate = "1999"
	for _, work := range [][]resume.Work{work, early} {
		for _, order := range []func([]resume.Work){func([]resume.Work) {}, slices.Reverse[[]resume.Work]} {
			order(work)
			r := readAs(t, NewPages(&resume.Resume{Basics: resume.Basics{Name: "Jo"}, Work: work}), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
			screen := strings.Join(r.rows(), "\n")
			present, last, before := strings.Index(screen, "Present Inc"), strings.Index(screen, "Number9"), strings.Index(screen, "Number8")
			if present < 0 || last < present || before < last || r.sees("Number0") {
				t.Errorf("the latest employers are not the first:\n%s", screen)
			}
		}
	}
}

func TestTheFirstScreenNamesEmployersWithoutAWordCut(t *testing.T) {
	long := []resume.Work{
		{Name: "Bundesversicherungsanstalt", StartDate: "2024-08"},
		{Name: "EPFL / École polytechnique fédérale de Lausanne", StartDate: "2023-06", EndDate: "2023-09"},
		{Name: "Universitätsklinikum", StartDate: "2014-02", EndDate: "2023-05"},
		{Name: "The OCC", StartDate: "2013-06", EndDate: "2014-01"},
	}
	undated := slices.Clone(long)
	undated[2].StartDate, undated[2].EndDate = "", ""
	for _, work := range [][]resume.Work{long, undated} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
			pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Jo"}, Work: work})
			r := readAs(t, pages, Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
			for _, name := range []string{"Bundesversicherungsanstalt", "EPFL", "Universitätsklinikum", "The OCC"} {
				r.expect(name)
			}
			if r.sees("/…") || r.sees("/ …") {
				t.Errorf("a name ends in a separator:\n%s", strings.Join(r.rows(), "\n"))
			}
		}
	}
}

func TestNamesOnTheRulerStandApart(t *testing.T) {
	work := []resume.Work{
		{Name: "Parcel Example", StartDate: "2020-04"},
		{Name: "Bank of Examples", StartDate: "2016-02", EndDate: "2020-03"},
		{Name: "Small Shop Software", StartDate: "2013-09", EndDate: "2016-01"},
	}
	pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Jo"}, Work: work})
	for width := 90; width < 200; width++ {
		r := readAs(t, pages, Options{Width: width, Height: 40, Profile: colorprofile.ANSI256})
		for _, key := range []string{"1", "2"} {
			if r.press(key); r.sees("Software Bank") || r.sees("Examples Parcel") || r.sees("… Bank") {
				t.Fatalf("%d columns: names touch\n%s", width, strings.Join(r.rows(), "\n"))
			}
		}
	}
}

func TestAHeadlineIsWrappedOnce(t *testing.T) {
	doc := profile().document(Options{})
	s := &sheet{doc: doc, glyphs: &unicodeGlyphs, width: 20}
	name, when := line{styled(heading, strings.Repeat("A long name ", 500))}, line{styled(quiet, "2019–2021, and again since 2023")}
	once := testing.AllocsPerRun(1, func() { s.separated(name, when) })
	if allocs := testing.AllocsPerRun(1, func() { s.headline(name, when) }); allocs > 1.2*once {
		t.Errorf("a headline in a narrow window takes %v allocations, one wrapped once %v", allocs, once)
	}
}

// TestAPageThatShowsWorkTwiceNamesEachEmploymentOnce checks that the numbers of names are those of employments.
func TestAPageThatShowsWorkTwiceNamesEachEmploymentOnce(t *testing.T) {
	file := resume.Resume{Basics: resume.Basics{Name: "Jo"}, Menu: []resume.MenuItem{{ID: "all", Of: []string{"work", "work"}}}}
	for i := range 3 {
		year := resume.Date(fmt.Sprint(2020 - i))
		file.Work = append(file.Work, resume.Work{Name: fmt.Sprint("Inn ", i), StartDate: year, EndDate: year})
	}
	pg := NewPages(&file).document(Options{}).draw(pageKey{width: 100, glyphs: &unicodeGlyphs})
	if len(pg.employers) != len(file.Work) {
		t.Errorf("%d names for %d employments", len(pg.employers), len(file.Work))
	}
}
