package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

var profiles = []colorprofile.Profile{
	colorprofile.ANSI256, colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor, colorprofile.NoTTY,
}

// states are what a page can be covered with, as keys that lead there.
var states = [][]string{{"G"}, {"?"}, {"d"}, {"/"}, {"/", "a"}, {"/", "a", "end", "enter", "N"}, {"tab"}, {"y"}, {"$"}, {"c"}, {"c", "j", "y"}, {"c", "end", "k"}}

// checkEverywhere looks at every page and state of a résumé in one window.
func checkEverywhere(t testing.TB, pages *Pages, width, height int, all bool) {
	t.Helper()
	mix := width*7 + height
	o := Options{Offers: offers, Width: width, Height: height, Profile: profiles[mix%len(profiles)], ASCII: mix%3 == 0, Address: address.Parse("a-long.host.example.com")}
	m := New(pages, o)
	for range mix % themeCount {
		m.nextTheme()
	}
	for i := range m.doc.sections {
		if !all && i%4 != mix%4 {
			continue
		}
		m.open(i)
		m.note = ""
		checked(t, m)
		m.scroll(len(m.page().lines))
		checked(t, m)
	}
	for i, keys := range states {
		if !all && i%3 != mix%3 {
			continue
		}
		m := New(pages, o)
		m.open(mix % max(len(m.doc.sections), 1))
		for _, k := range keys {
			m.Update(keyPress(k))
		}
		content := checked(t, m).Content
		if i := strings.IndexFunc(content, func(r rune) bool { return r > '~' }); i >= 0 && o.ASCII {
			t.Fatalf("%v: not ASCII: %q", keys, content[max(i-20, 0):min(i+20, len(content))])
		}
	}
}

func TestViewIsExactlyTheWindow(t *testing.T) {
	t.Parallel()
	n := 0
	for width := 0; width <= 250; width += 1 + width/100 {
		for i, height := range []int{1, 9, 10, 14, 17, 20, 24, 40, 80} {
			if i%3 == n%3 {
				checkEverywhere(t, profile(), width, height, false)
			}
		}
		n++
	}
	for height := 0; height <= 80; height += 1 + height/20 {
		for _, width := range []int{1, 29, 30, 40, 69, 70, 80, 120, 250} {
			checkEverywhere(t, profile(), width, height, false)
		}
	}
	for _, s := range [][2]int{{30, 10}, {40, 12}, {69, 24}, {70, 17}, {80, 24}, {120, 40}, {200, 60}, {400, 200}} {
		checkEverywhere(t, profile(), s[0], s[1], true)
	}
}

// BenchmarkEveryWindow draws every page, at its top and at its end, in all windows of up to 250×80. The test
// above takes a sample of them.
func BenchmarkEveryWindow(b *testing.B) {
	for b.Loop() {
		for width := range 251 {
			for height := range 81 {
				checkEverywhere(b, profile(), width, height, true)
			}
		}
	}
}

// unusual returns résumés that no page was designed for.
var unusual = sync.OnceValue(func() map[string]*resume.Resume {
	like := func(word string) *resume.Resume {
		s := strings.TrimSpace(strings.Repeat(word+" ", min(12, 1000/len(word))))
		n := 0
		r := resumetest.Full(func() string {
			if n++; n%2 == 0 {
				return word
			}
			return s
		})
		r.Basics.Name, r.Basics.Experience, r.Basics.Highlights = word+" "+word, "12+ "+s, []string{s, word}
		r.Work = append(
			r.Work,
			resume.Work{Name: word, Position: s, Duration: "4 years", Former: true, Summary: s, Highlights: []string{s}},
			resume.Work{Name: s, StartDate: "1950", EndDate: "1999-01", Duration: s},
			resume.Work{Name: s, Duration: "1 month"},
			resume.Work{Position: word, Duration: s, Former: true},
			resume.Work{Summary: word},
		)
		r.Education = append(r.Education, resume.Education{Institution: s, Area: word, StudyType: word}, resume.Education{Score: word})
		r.Certificates = append(r.Certificates, resume.Certificate{Name: s, Issuer: word}, resume.Certificate{Issuer: word, Date: "2019-03"})
		r.Skills = append(
			r.Skills,
			resume.Skill{Group: s, Name: s, Keywords: []string{word, s}},
			resume.Skill{Group: s, Name: word},
			resume.Skill{Group: word, Name: word, Level: s},
			resume.Skill{Name: word},
			resume.Skill{Level: word},
		)
		r.Languages = append(r.Languages, resume.Language{Language: word}, resume.Language{Fluency: word})
		r.References = append(r.References, resume.Reference{Reference: s}, resume.Reference{Name: word})
		r.Projects = append(
			r.Projects,
			resume.Project{Name: s, Entity: word, Description: s, Metric: resume.Metric{Value: "200M+", Label: s}},
			resume.Project{Name: word, Description: s, Metric: resume.Metric{Value: word}},
			resume.Project{Description: word},
			resume.Project{Entity: word},
		)
		r.Custom = nil
		for _, kind := range resume.CustomKinds() {
			r.Custom = append(r.Custom, resume.CustomSection{ID: string(kind), Title: s, Blocks: []resume.CustomBlock{{
				Title: word, Type: kind, Text: s + "\n\n" + s,
				Items: []resume.Item{{Text: s}, {Label: word, Text: s}, {Label: s, Text: word}, {Quote: s, Text: s}, {Quote: word}, {Label: word}, {}},
			}}})
		}
		return r
	}
	all := map[string]*resume.Resume{
		"chinese":   like("架构师系统设计"),
		"arabic":    like("مهندس"),
		"emoji":     like("👩‍💻🇩🇪❤️"),
		"both ways": like("R2-D2\u202eمهندس\u200f١٢"),
		"combining": like("e\u0301a\u0308\u0323o\u0302\u0323"),
		"long word": like(strings.Repeat("Donaudampfschiff", 20)),
		"zero":      like("\u200b\u00ad"),
		"one":       {Basics: resume.Basics{Name: "A"}},
		"empty":     {},
		"no pages":  {Menu: []resume.MenuItem{{ID: "work"}}},
	}
	many := &resume.Resume{Basics: resume.Basics{Name: "Many"}}
	for i := range 60 {
		many.Custom = append(many.Custom, resume.CustomSection{
			ID: fmt.Sprintf("s%d", i), Title: fmt.Sprintf("Section %d", i), Blocks: []resume.CustomBlock{{Text: "a"}},
		})
	}
	all["many"] = many
	return all
})

// unusualPages returns them, laid out for all tests.
var unusualPages = sync.OnceValue(func() map[string]*Pages {
	all := map[string]*Pages{}
	for name, r := range unusual() {
		all[name] = NewPages(r)
	}
	return all
})

// TestViewOfStrangeResumesIsExactlyTheWindow has each résumé in each width and in each height,
// and each width in each height. FuzzModelSurvives tries the rest.
func TestViewOfStrangeResumesIsExactlyTheWindow(t *testing.T) {
	all, heights := unusualPages(), []int{10, 13, 40}
	for i, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for width := 1; width <= 250; width += 1 + width/10 {
				checkEverywhere(t, all[name], width, heights[i%len(heights)], false)
				i++
			}
		})
	}
}

// many returns a résumé with n entries of everything.
func many(n int) *resume.Resume {
	words := 0
	all := &resume.Resume{}
	for i := range n {
		r := resumetest.Full(func() string { words++; return fmt.Sprintf("word%d of many", words) })
		r.Work[0].StartDate, r.Work[0].EndDate = "1990", resume.Date(fmt.Sprint(1991+i%30)) // they overlap
		all.Work, all.Volunteer = append(all.Work, r.Work...), append(all.Volunteer, r.Volunteer...)
		all.Education, all.Awards = append(all.Education, r.Education...), append(all.Awards, r.Awards...)
		all.Certificates, all.Publications = append(all.Certificates, r.Certificates...), append(all.Publications, r.Publications...)
		all.Skills, all.Languages = append(all.Skills, r.Skills...), append(all.Languages, r.Languages...)
		all.Interests, all.References = append(all.Interests, r.Interests...), append(all.References, r.References...)
		all.Projects = append(all.Projects, r.Projects...)
		r.Basics.Profiles = append(all.Basics.Profiles, r.Basics.Profiles...)
		all.Basics = r.Basics
	}
	return all
}

func TestViewOfHundredsOfEntriesIsExactlyTheWindow(t *testing.T) {
	t.Parallel()
	pages := NewPages(many(120)) // the list counts up to 99 matches
	for _, test := range []struct {
		width, height int
		ascii         bool
	}{
		{30, 10, true}, {30, 10, false}, {40, 12, false}, {70, 17, true}, {80, 24, false}, {120, 40, true}, {120, 40, false}, {200, 60, false},
	} {
		m := New(pages, Options{Offers: offers, Width: test.width, Height: test.height, Profile: colorprofile.ANSI256, ASCII: test.ascii})
		press := func(keys ...string) {
			for _, k := range keys {
				m.Update(keyPress(k))
				checked(t, m)
			}
		}
		for i := range m.doc.sections {
			m.open(i)
			press("space", "G", "j", "/", "7", "enter", "n", "esc")
		}
		press("c", "G", "k", "esc") // the same over every section
	}
}
