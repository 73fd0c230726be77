package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
)

// professor has long addresses.
func professor() *Pages {
	return NewPages(&resume.Resume{Basics: resume.Basics{
		Name: "Prof. Dr. Annegret Hülshoff-Weißenburg", Label: "Professor of Image Processing", Email: "hulshoff@uni-beispielstadt.example", Phone: "+49 6421 28 0",
		URL:      "https://www.uni-beispielstadt.example/fb12/hulshoff",
		Profiles: []resume.Profile{{Network: "Google Scholar", URL: "https://scholar.google.com/citations?user=AbCdEfGh"}},
	}})
}

func TestTheTitlePageBreaksNoAddressThatFits(t *testing.T) {
	for _, size := range [][2]int{{50, 40}, {60, 40}, {80, 40}, {120, 40}, {160, 40}, {200, 60}} {
		r := readAs(t, professor(), Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		for _, c := range r.doc.contacts[1:] {
			r.expect(c.text)
		}
	}
}

func TestTheFirstScreenOfALargeWindowSaysHowToWriteAndToSave(t *testing.T) {
	basics := professor().document(Options{}).basics
	basics.Summary = strings.Repeat("Measures what others take pictures of. ", 8)
	basics.Highlights = []string{"14 doctorates", "23 hospitals"}
	for _, networks := range []int{0, 1, 1} {
		for i := range networks {
			basics.Profiles = append(basics.Profiles, resume.Profile{Network: string(rune('A' + i)), Username: "hulshoff"})
		}
		pages := NewPages(&resume.Resume{
			Basics: basics,
			Work: []resume.Work{
				{Name: "University", StartDate: "2014-10"},
				{Name: "Institute", StartDate: "2019-04"},
				{Name: "Company", StartDate: "2005-09", EndDate: "2009-01"},
			},
			Projects: []resume.Project{{Name: "CT", Metric: resume.Metric{Value: "12.400", Label: "clay tablets of four museums"}}},
		})
		r := readAs(t, pages, Options{
			Width: 120, Height: 40, Profile: colorprofile.ANSI256, Address: address.Address{Host: "cv.example"},
		})
		r.expect("hulshoff@uni-beispielstadt.example")
		r.expect("scp cv.example:resume.pdf .")
	}
}

func TestTheTitlePageOfASmallWindowRepeatsNoNameAndCutsNoYear(t *testing.T) {
	pages := NewPages(&resume.Resume{
		Basics: resume.Basics{Name: "Prof. Dr. Annegret Hülshoff-Weißenburg", Label: "Nurse"},
		Work: []resume.Work{
			{Name: "Hospital", StartDate: "2017-08"},
			{Name: "Centre", StartDate: "2011-06", EndDate: "2017-07"},
			{Name: "Nursing Home", StartDate: "2008", EndDate: "2011"},
		},
	})
	for width := 40; width < 70; width++ {
		r := readAs(t, pages, Options{Width: width, Height: 14, Profile: colorprofile.ANSI256})
		screen := strings.Join(r.rows(), "\n")
		if n := strings.Count(screen, "Hülshoff"); n != 1 {
			t.Errorf("%d columns: the name is there %d times\n%s", width, n, screen)
		}
		if strings.Contains(screen, "–2…") || strings.Contains(screen, "–20…") || strings.Contains(screen, "–…") {
			t.Errorf("%d columns: a year is cut\n%s", width, screen)
		}
	}
}

func TestTheHeaderCutsNoWord(t *testing.T) {
	for width := 80; width <= 90; width++ {
		pages := NewPages(&resume.Resume{
			Basics: resume.Basics{Name: "Prof. Dr. Annegret Hülshoff-Weißenburg", Label: "Professor of Image Processing and Pattern Recognition"},
			Skills: []resume.Skill{{Name: "Go"}},
		})
		r := readAs(t, pages, Options{Width: width, Height: 24, Profile: colorprofile.ANSI256})
		r.press("2")
		if row := strings.TrimRight(r.rows()[1], " "); !strings.HasSuffix(row, "Pattern…") && !strings.HasSuffix(row, "and…") &&
			!strings.HasSuffix(row, "Processing…") {
			t.Errorf("%d columns: %q", width, row)
		}
	}
}

func TestALongAddressLeavesTheOthersBesideTheirLabels(t *testing.T) {
	pages := NewPages(&resume.Resume{Basics: resume.Basics{
		Name: "Jo Ek", Email: "jo@example.com", Phone: "+46 8 123 45 67", URL: "https://jo.example.com",
		Profiles: []resume.Profile{
			{Network: "YouTube", URL: "https://youtube.com/channel/UCyrLYmvmLzWxnPHxt4n5aPwXY"}, {Network: "Git", URL: "https://git.example.com/jo"},
		},
	}})
	r := readAs(t, pages, Options{Width: 76, Height: 24, Profile: colorprofile.ANSI256, Address: address.Parse("cv.example")})
	for _, keys := range [][]string{nil, {"c"}} {
		r.press(keys...)
		for _, text := range []string{"E-mail    jo@example.com", "youtube.com/channel/UCyrLYmvmLzWxnPHxt4n5aPwXY", "Git       git.example.com/jo"} {
			r.expect(text)
		}
	}
}

func TestFiguresInASCIIStandOnTheirLabels(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		r := readAs(t, profile(), Options{Width: size[0], Height: size[1], ASCII: true})
		rows := r.rows()
		at := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, "200M+") })
		if at < 0 || !strings.Contains(rows[at+1], "users") {
			t.Errorf("%v: there is no label beneath the figures:\n%s", size, strings.Join(rows, "\n"))
		}
	}
}

func TestNothingIsBrokenForAColumnOfDatesOrOfProjects(t *testing.T) {
	pages := NewPages(&resume.Resume{
		Basics: resume.Basics{Name: "Jo"},
		Work:   []resume.Work{{Name: "Kinsol Research Inc. of Canada", Position: "Consultant", StartDate: "2017-05 - 2019-04, 2025-02"}},
		Projects: []resume.Project{
			{Name: "GDB Driver for Java", URL: "https://github.com/jo/GDB-Driver-for-Java"}, {Name: "Jarvis", URL: "https://github.com/jo/jarvis"},
		},
	})
	r := readAs(t, pages, Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
	r.press("2")
	r.expect("Kinsol Research Inc. of Canada")
	r.press("3")
	r.expect("github.com/jo/GDB-Driver-for-Java")
}

func TestSmallWindowsShowWhatIsBehindEveryContact(t *testing.T) {
	pages := NewPages(&resume.Resume{Basics: resume.Basics{
		Name: "Jo Ek", Email: "jo.ek.of.somewhere@example.com", Phone: "+46 8 123 45 67",
		Profiles: []resume.Profile{{Network: "Google Scholar", URL: "https://scholar.example.com/jo"}, {Network: "Git", URL: "https://git.example.com/jo"}},
	}})
	r := readAs(t, pages, Options{Width: 40, Height: 12, Profile: colorprofile.ANSI256})
	r.press("c")
	r.expect("jo.ek.of.somewhere@example.com")
	r.press("down", "down", "down")
	r.expect("+46 8 123 45 67")
	r.expect("git.example.com/jo")
}
