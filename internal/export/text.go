package export

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
)

// Text returns the whole résumé as plain text in lines of at most width cells, and at least MinTextWidth. It
// ends in "\n" and has no other control character. The text of a résumé in ASCII is ASCII. It has few
// ornaments, so a screen reader can read it directly.
func Text(r *resume.Resume, width int) string {
	t := text{resume: r, width: max(width, MinTextWidth), headed: true}
	parts := append([]lines{t.head()}, each(outline(r), t.section)...)
	return joined("", parts...).String()
}

// SectionText returns one section of a résumé as Text sets all of them.
func SectionText(r *resume.Resume, s resume.Section, width int) string {
	t := text{resume: r, width: max(width, MinTextWidth)}
	return t.section(outliner{r.Marks(), true}.section(s)).String()
}

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
		for _, g := range (outliner{r.Marks(), true}).section(s).Groups {
			if g.Kind == resume.KindBasics {
				add(r.Basics.Name, t.head())
			}
			add(g.Title, t.set("", g.Title))
			for i, e := range g.Entries {
				inner := e.Inner
				e.Inner = nil
				list := resume.List{Numbered: g.Form == formNumbered, First: i + 1, Items: []resume.Text{p.entry(g.Form, e)}}
				add(e.title, t.unmarked(resume.Text{list}))
				for _, e := range inner {
					add(e.title, t.unmarked(p.entry(formDetailed, e)))
				}
			}
		}
	}
	return all
}

// text sets a résumé as plain text.
type text struct {
	resume *resume.Resume
	width  int
	headed bool // the name and the contacts are at the top of the document
}

// head returns the name and what goes with it.
func (t text) head() lines {
	h, marks := headOf(t.resume), t.resume.Marks()
	said := append([]string{h.Name, h.Label}, h.Facts...)
	for _, c := range h.Contacts {
		said = append(said, c.Label+marks.Colon+c.Full(marks))
	}
	return slices.Concat(each(said, func(s string) lines { return t.set("", s) })...)
}

func (t text) section(s section) lines {
	parts := []lines{t.set("", cases.Upper(language.Make(t.resume.Lang)).String(s.Heading))}
	for _, g := range s.Groups {
		title := t.set("", g.Title)
		if g.Kind == resume.KindBasics && !t.headed {
			title = t.head()
		}
		if g.Form == formProse && len(title) > 0 {
			title = append(title, "")
		}
		parts = append(parts, slices.Concat(title, t.group(g)))
	}
	return joined("", parts...)
}

func (t text) group(g group) lines {
	p := prose{between: t.resume.Marks().Comma}
	switch g.Form {
	case formProse:
		summary, points := g.Entries[0].Texts, g.Entries[0].Points
		return joined("", t.draw("", beneath(summary...)), t.draw("", resume.Text{resume.List{Items: points}}))
	case formJobs:
		entries := each(g.Entries, func(e entry) lines {
			head, rest := p.job(e)
			return append(t.draw("", paragraph(head)), t.draw("  ", rest)...)
		})
		return joined("", append([]lines{t.ruler(g.work)}, entries...)...)
	case formDetailed, formList, formTerms, formTags, formNumbered, formMeasures, formQuotes, formReferences:
		if g.IsMotto() {
			return t.draw("", g.Entries[0].line(straight))
		}
		return t.draw("", p.group(g))
	default:
		panic(g.Form.unknown())
	}
}

// draw sets the owner's text, with all its lines indented.
func (t text) draw(indent string, s resume.Text) lines {
	var out lines
	for _, l := range flat(s) {
		before := indent
		for i, m := range l.marks {
			if m += " "; i < l.begun {
				m = strings.Repeat(" ", len(m))
			}
			before += m
		}
		before = before[max(0, len(before)-t.width/2):]
		if l.apart {
			out = append(out, "")
		}
		out = append(out, t.set(before, l.text())...)
	}
	return out
}

// unmarked returns the lines of a text, with the numbers of numbered lists but without bullets.
func (t text) unmarked(s resume.Text) (all lines) {
	for _, l := range flat(s) {
		marks := strings.TrimLeft(strings.Join(l.marks[l.begun:], " ")+" ", "- ")
		all = append(all, t.set(marks, l.text())...)
	}
	return all
}

// set breaks a text into lines with a hanging indent: the first line follows the mark.
func (t text) set(mark, s string) lines {
	var all lines
	if resume.Isolate(s, false) != s { // some of it is written from right to left
		s = resume.Isolate(s, resume.RightToLeft(t.resume.Lang))
	}
	for _, l := range wrap(s, t.width-len(mark)) {
		all = append(all, mark+l)
		mark = strings.Repeat(" ", len(mark))
	}
	return all
}

// lines are the lines of a text, without their ends.
type lines []string

func (l lines) String() string { return strings.TrimRight(strings.Join(l, "\n"), "\n") + "\n" }

// wrap breaks a text into lines of at most width cells. Control characters become spaces, and runs of spaces
// become one. An empty text has no lines.
func wrap(s string, width int) []string {
	s = strings.Join(strings.FieldsFunc(printable.Line(s), func(r rune) bool { return r == ' ' }), " ")
	layout := linebreak.Layout[int]{
		First: width, Rest: width, Hyphen: len("-"),
		Width: func(from, to int) int { return ansi.StringWidth(s[from:to]) },
	}
	var all []string
	for _, l := range layout.Lines(s) {
		line := strings.ReplaceAll(s[l.From:l.To], "\u00ad", "") // soft hyphens
		if l.Hyphen {
			line += "-"
		}
		if line = strings.TrimRightFunc(line, unicode.IsSpace); line != "" { // it was not only no-break spaces
			all = append(all, line)
		}
	}
	return all
}
