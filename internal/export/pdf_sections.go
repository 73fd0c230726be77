package export

import (
	"fmt"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// sheet is a résumé that is being put in paragraphs.
type sheet struct {
	paragraphs []typeset.Paragraph
}

// The space above, in ems of the body text.
const (
	aboveHeading = 0.9
	aboveTitle   = 0.45
	aboveEntry   = 0.3
	aboveFirst   = 0.2 // of what follows a heading
	aboveLine    = 0.06
)

// The indents of entries with a mark, and of what stands beneath one; in ems.
const (
	indentItem    = 0.6
	indentBeneath = 1.3
)

// put adds a paragraph, if it says something.
func (s *sheet) put(p typeset.Paragraph) {
	if says(p.Spans) {
		s.paragraphs = append(s.paragraphs, p)
	}
}

// head says who this is.
func (s *sheet) head(r *resume.Resume) {
	b := r.Basics
	var contacts [][]typeset.Span
	for _, c := range r.Contacts() {
		contacts = append(contacts, contact(c))
	}
	const inOneLine = 4
	half := len(contacts)
	if half > inOneLine {
		half = (half + 1) / 2
	}
	lines := []typeset.Paragraph{
		{Spans: one(name(b.Name)), Size: 2.5},
		{Spans: one(shine(b.Label)), Size: 1.3, Above: 0.1},
		{Spans: separated(" · ", one(hush(b.Experience)), one(hush(b.Location.String()))), Above: 0.25},
		{Spans: separated(" · ", contacts[:half]...), Above: aboveLine},
		{Spans: separated(" · ", contacts[half:]...), Above: aboveLine},
	}
	for _, l := range lines {
		s.put(l)
	}
	if n := len(s.paragraphs); n > 0 {
		s.paragraphs[n-1].Under = true
	}
}

func (s *sheet) section(section resume.Section) {
	at := len(s.paragraphs)
	for i, b := range section.Blocks {
		s.block(b, i == 0)
	}
	if len(s.paragraphs) == at {
		return
	}
	s.paragraphs[at].Above = aboveFirst
	heading := typeset.Paragraph{
		Spans: one(shine(section.Heading)), Size: 1.2, Above: aboveHeading,
		Heading: true, KeepNext: true, Bookmark: section.Heading,
	}
	s.paragraphs = append(s.paragraphs[:at], append([]typeset.Paragraph{heading}, s.paragraphs[at:]...)...)
}

// block sets a part of a section and keeps its ends together: its title with
// two paragraphs, and the last two with each other.
func (s *sheet) block(b resume.Block, first bool) {
	at := len(s.paragraphs)
	if b.Kind == resume.KindTags && b.Title != "" && len(b.Skills) > 0 {
		s.stack(b)
		return
	}
	title := typeset.Paragraph{Spans: one(shine(b.Title)), Above: aboveTitle, KeepNext: true}
	s.put(title)
	began := len(s.paragraphs)
	s.content(b)
	if len(s.paragraphs) == began {
		s.paragraphs = s.paragraphs[:at]
		return
	}
	if !first && at == began {
		s.paragraphs[began].Above = aboveTitle
	}
	if n := len(s.paragraphs); n > began+1 && b.Kind != resume.KindWork {
		s.paragraphs[began].KeepNext = true
		s.paragraphs[n-2].KeepNext = true
	}
}

func (s *sheet) content(b resume.Block) {
	switch b.Kind {
	case resume.KindBasics:
		s.basics(b.Basics)
	case resume.KindWork:
		for _, w := range b.Work {
			s.work(w)
		}
	case resume.KindProjects:
		for _, p := range b.Projects {
			s.project(p)
		}
	case resume.KindReferences:
		for _, e := range b.Entries {
			s.reference(e)
		}
	case resume.KindText:
		s.text(b.Text)
	case resume.KindNumbered:
		for i, it := range b.Items {
			s.marked(fmt.Sprintf("%d.", i+1), spans(it))
		}
	case resume.KindTags:
		s.skills(b.Skills)
		var tags []string
		for _, it := range b.Items {
			tags = append(tags, it.String())
		}
		s.line(one(say(resume.Joined(", ", tags...))))
	default:
		s.entries(b.Entries)
		s.skills(b.Skills)
		s.items(b.Kind, b.Items)
	}
}

func (s *sheet) basics(b resume.Basics) {
	s.text(b.Summary)
	for _, h := range b.Highlights {
		s.item(one(say(h)))
	}
}

func (s *sheet) text(text string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		s.put(typeset.Paragraph{Spans: one(say(paragraph)), Above: aboveEntry})
	}
}

func (s *sheet) work(w resume.Employment) {
	at := len(s.paragraphs)
	who := separated(" · ", one(name(w.Employer())), one(say(w.Position)), lead(w.URL))
	s.dated(w.When, typeset.Paragraph{Spans: who, Above: aboveEntry})
	s.line(separated(" · ", one(hush(w.Location)), one(muse(w.Description))))
	s.line(one(hush(w.Summary)))
	for _, h := range w.Highlights {
		s.item(one(say(h)))
	}
	for _, p := range w.Achievements {
		s.project(p)
	}
	s.keep(at)
}

// project sets what came of a project after its name or, where a date stands
// at the right of that, beneath.
func (s *sheet) project(p resume.Achievement) {
	at := len(s.paragraphs)
	title, said := one(name(p.Title())), figured(result(p.Project), p.Metric.Value)
	between := ", "
	if p.When == "" {
		if result(p.Project) != "" {
			between = " · "
		}
		if title[0].Text != "" && result(p.Project) != "" {
			title[0].Text += ": "
		}
		title, said = append(title, said...), nil
	}
	s.dated(p.When, typeset.Paragraph{Spans: separated(between, title, lead(p.URL)), Mark: mark, Indent: indentItem, Above: aboveLine})
	s.beneath(said...)
	s.beneath(hush(part(p.Project)))
	s.points(indentBeneath, p.Highlights)
	s.beneath(hush(resume.Joined(", ", p.Keywords...)))
	s.keep(at)
}

func (s *sheet) entries(entries []resume.Entry) {
	if onlyNames(entries) {
		for _, e := range entries {
			s.item(separated(", ", one(say(e.Name)), lead(e.URL)))
		}
		return
	}
	for _, e := range entries {
		at := len(s.paragraphs)
		head := separated(", ", one(name(e.Name)), one(say(e.By)), one(say(e.Detail)), lead(e.URL))
		s.dated(e.When, typeset.Paragraph{Spans: separated(": ", head, one(say(resume.Joined(", ", e.Tags...)))), Above: aboveLine})
		s.line(one(hush(e.Text)))
		s.points(indentItem, e.Points)
		if len(s.paragraphs) > at+1 {
			s.paragraphs[at].Above = aboveEntry
		}
		s.keep(at)
	}
}

func (s *sheet) reference(e resume.Entry) {
	who := ""
	if e.Name != "" {
		who = "—\u00a0" + e.Name // on one line
	}
	said := separated(" ", one(muse(quoted(e.Text, "“", "”"))), one(hush(who)))
	s.put(typeset.Paragraph{Spans: said, Above: aboveEntry, Indent: 1, Bar: true})
}

// dated puts a paragraph with a date at its right, for which it needs a left
// side.
func (s *sheet) dated(when string, p typeset.Paragraph) {
	at := len(s.paragraphs)
	p.Right = when
	if s.put(p); len(s.paragraphs) == at {
		p.Spans, p.Right = one(hush(when)), ""
		s.put(p)
	}
}

// keep keeps the ends of what was put since number at together.
func (s *sheet) keep(at int) {
	for i := at; i < len(s.paragraphs)-1; i++ {
		if i < at+2 || i == len(s.paragraphs)-2 {
			s.paragraphs[i].KeepNext = true
		}
	}
}

func (s *sheet) skills(skills []resume.Skill) {
	for _, skill := range skills {
		s.line(labelled(resume.Bracketed(skill.Name, skill.Level), resume.Joined(", ", skill.Keywords...)))
	}
}

// stack sets a group of skills as one paragraph that begins with its title.
func (s *sheet) stack(b resume.Block) {
	spans := []typeset.Span{shine(b.Title + " ")}
	for i, skill := range b.Skills {
		if i > 0 {
			spans = append(spans, say("; "))
		}
		called := resume.Bracketed(skill.Name, skill.Level)
		if called != "" && len(skill.Keywords) > 0 {
			spans = append(spans, muse(called+": "), say(strings.Join(skill.Keywords, ", ")))
			continue
		}
		spans = append(spans, say(resume.Joined(", ", append([]string{called}, skill.Keywords...)...)))
	}
	s.put(typeset.Paragraph{Spans: spans, Above: aboveEntry, Hang: 1})
}

// items sets a list. A saying that stands alone is set as a motto.
func (s *sheet) items(kind resume.Kind, items []resume.Item) {
	if len(items) == 1 && items[0].Quote != "" {
		s.put(typeset.Paragraph{Spans: spans(items[0]), Above: aboveEntry, Indent: 1, Bar: true})
		return
	}
	for _, it := range items {
		if kind == resume.KindMeasures {
			s.line(spans(it))
		} else {
			s.item(spans(it))
		}
	}
}

func (s *sheet) line(spans []typeset.Span) {
	s.put(typeset.Paragraph{Spans: spans, Above: aboveLine})
}

// mark stands before an entry of a list.
const mark = "•"

func (s *sheet) item(spans []typeset.Span) { s.marked(mark, spans) }

func (s *sheet) marked(mark string, spans []typeset.Span) {
	s.put(typeset.Paragraph{Spans: spans, Mark: mark, Indent: indentItem, Above: aboveLine})
}

// beneath sets a line beneath an entry.
func (s *sheet) beneath(spans ...typeset.Span) {
	s.put(typeset.Paragraph{Spans: spans, Indent: indentBeneath, Above: aboveLine})
}

// points sets a list that belongs to an entry.
func (s *sheet) points(indent float64, points []string) {
	for _, p := range points {
		s.put(typeset.Paragraph{Spans: one(say(p)), Mark: mark, Indent: indent, Above: aboveLine})
	}
}
