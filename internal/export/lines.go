package export

import (
	"math"
	"strings"

	"ssh-resume/internal/resume"
)

// Line is a line of a section as plain text, however long.
type Line struct {
	Section *resume.Section
	Text    string
	Title   string // the name of a group or an entry, if the line begins with one
	Heading bool   // the title or the heading of the section
}

// Lines returns what the sections of a résumé say, to search in: without bullets, and without the ruler.
func Lines(r *resume.Resume) []Line {
	t, p := text{r, math.MaxInt32, false}, prose{between: r.Marks().Comma}
	var all []Line
	for _, s := range r.Sections() {
		all = append(all, Line{Section: &s, Text: s.Title, Heading: true}, Line{Section: &s, Text: s.Heading, Heading: true})
		add := func(title string, texts lines) {
			for _, text := range texts {
				all = append(all, Line{Section: &s, Text: text, Title: title})
				title = ""
			}
		}
		for _, g := range (outliner{r.Marks(), true}).page(s).Groups {
			if g.Kind == resume.KindBasics {
				add(r.Basics.Name, t.head())
			}
			add(g.Title, t.set("", g.Title))
			for i, e := range g.Entries {
				inner := e.Inner
				e.Inner = nil
				list := resume.List{Numbered: g.Form == formSteps, First: i + 1, Items: []resume.Text{p.entry(g.Form, e)}}
				add(e.title, t.unmarked(resume.Text{list}))
				for _, e := range inner {
					add(e.title, t.unmarked(p.entry(formThings, e)))
				}
			}
		}
	}
	return all
}

// unmarked returns the lines of a text, with the numbers of numbered lists but without bullets.
func (t text) unmarked(s resume.Text) (all lines) {
	for _, l := range flat(s) {
		marks := strings.TrimLeft(strings.Join(l.marks[l.begun:], " ")+" ", "- ")
		all = append(all, t.set(marks, l.text())...)
	}
	return all
}
