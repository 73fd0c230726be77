package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

var profiles = []colorprofile.Profile{
	colorprofile.ANSI256, colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor, colorprofile.NoTTY,
}

// states are what a page can be covered with, as keys that lead there.
var states = [][]string{{"G"}, {"?"}, {"d"}, {"/"}, {"/", "a"}, {"/", "a", "end", "enter", "N"}, {"tab"}, {"y"}, {"$"}}

// checkEverywhere looks at every page and state of a résumé in one window.
func checkEverywhere(t *testing.T, pages *Pages, width, height int, all bool) {
	t.Helper()
	mix := width*7 + height
	o := Options{Width: width, Height: height, Profile: profiles[mix%len(profiles)], ASCII: mix%3 == 0, Host: "a-long.host.example.com"}
	m := New(pages, o)
	for range mix % len(themes) {
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
		checked(t, m)
	}
}

func TestViewIsExactlyTheWindow(t *testing.T) {
	for width := range 251 {
		for i, height := range []int{1, 9, 10, 14, 17, 20, 24, 40, 80} {
			if i%3 == width%3 {
				checkEverywhere(t, profile(), width, height, false)
			}
		}
	}
	for height := range 81 {
		for _, width := range []int{1, 10, 29, 30, 40, 69, 70, 80, 120, 250} {
			checkEverywhere(t, profile(), width, height, false)
		}
	}
	for _, s := range [][2]int{{30, 10}, {40, 12}, {69, 24}, {70, 17}, {80, 24}, {120, 40}, {200, 60}, {400, 200}} {
		checkEverywhere(t, profile(), s[0], s[1], true)
	}
}

// strange gives résumés that pages were not drawn for.
func strange() map[string]*resume.Resume {
	like := func(word string) *resume.Resume {
		s := strings.TrimSpace(strings.Repeat(word+" ", 12))
		r := &resume.Resume{
			Basics: resume.Basics{
				Name: word + " " + word, Label: s, Experience: "12+ " + s, Summary: s, Highlights: []string{s, word},
				URL: "https://example.com/", Location: resume.Location{City: word, Region: s},
			},
			Work: []resume.Work{
				{Name: word, Position: s, Duration: "4 years", Former: true, Summary: s, Highlights: []string{s}},
				{Name: s, Duration: "1 month"},
				{Position: word, Duration: s},
			},
			Education:    []resume.Education{{Institution: s, Area: word, StudyType: word}, {Institution: word}},
			Certificates: []resume.Certificate{{Name: s, Issuer: word, URL: "https://example.com/"}},
			Skills:       []resume.Skill{{Group: s, Name: s, Keywords: []string{word, s}}, {Group: word, Name: word, Keywords: []string{word}}},
			Projects: []resume.Project{
				{Name: s, Entity: word, Description: s, Metric: resume.Metric{Value: "200M+", Label: s}},
				{Name: word, Description: s, Metric: resume.Metric{Value: word}},
				{Description: word},
			},
		}
		for _, kind := range []resume.Kind{resume.KindText, resume.KindList, resume.KindNumbered, resume.KindQuotes, resume.KindMeasures, resume.KindTags} {
			r.FreeForm = append(r.FreeForm, resume.FreeForm{ID: string(kind), Title: s, Blocks: []resume.FreeFormBlock{{
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
		"combining": like("e\u0301a\u0308\u0323o\u0302\u0323"),
		"long word": like(strings.Repeat("Donaudampfschiff", 20)),
		"zero":      like("\u200b\u00ad"),
		"one":       {Basics: resume.Basics{Name: "A"}},
		"empty":     {},
		"no pages":  {Menu: []resume.MenuItem{{ID: "work"}}},
	}
	many := &resume.Resume{Basics: resume.Basics{Name: "Many"}}
	for i := range 60 {
		many.FreeForm = append(many.FreeForm, resume.FreeForm{
			ID: fmt.Sprintf("s%d", i), Title: fmt.Sprintf("Section %d", i), Blocks: []resume.FreeFormBlock{{Text: "a"}},
		})
	}
	all["many"] = many
	return all
}

func TestViewOfStrangeResumesIsExactlyTheWindow(t *testing.T) {
	for name, r := range strange() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pages := NewPages(r)
			for width := 1; width <= 250; width += 1 + width/16 {
				for _, height := range []int{10, 13, 40} {
					checkEverywhere(t, pages, width, height, false)
				}
			}
		})
	}
}
