package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// An outline is what a document says, in the same forms for every format. A format decides how each form looks.

// head is what a document begins with. What else is said about the person belongs to Facts.
type head struct {
	Name, Label string
	Facts       []string // each a few words
	Place       string   // the last of the facts; empty if unknown
	Contacts    []resume.Contact
}

func headOf(r *resume.Resume) head {
	b := r.Basics
	h := head{Name: b.Name, Label: b.Label, Place: b.Location.Line(r.Marks()), Contacts: r.Contacts()}
	h.Facts = slices.DeleteFunc([]string{b.Experience, h.Place}, func(s string) bool { return s == "" })
	return h
}

// group is a block of a section.
type group struct {
	Kind    resume.Kind
	Title   string
	Form    form
	Entries []entry
	Figures bool                // entries have room for a figure
	brief   bool                // a paragraph has room for all entries
	work    []resume.Employment // of jobs
}

// form is how the entries of a group are drawn.
type form string

const (
	formProse      form = "prose"      // paragraphs and points
	formJobs       form = "jobs"       // employments
	formDetailed   form = "detailed"   // each with a heading and details
	formList       form = "list"       // about a line each
	formTerms      form = "terms"      // names with what they cover
	formTags       form = "tags"       // the same as single words
	formNumbered   form = "numbered"   // a numbered list
	formMeasures   form = "measures"   // names with their measures
	formQuotes     form = "quotes"     // quotations, and what they mean
	formReferences form = "references" // what others say
)

// unknown reports a form that a format does not draw.
func (f form) unknown() error { return fmt.Errorf("no form of a group: %q", string(f)) }

// entry is one thing in a group. Any field may be empty.
type entry struct {
	Name, URL   string
	Role        string // of an employment
	By, Detail  string // who is behind it; how well, or as what
	When, Place string
	Years       float64 // of an employment; 0 if unknown, as for the current one
	Figure      resume.Metric
	Quote       string
	Said        resume.Text // about the name or the quotation
	Texts       []resume.Text
	Points      []resume.Text
	Tags        []string
	Inner       []entry // the projects of an employment

	title     string // what searches rank as its title: the name without the text beside it
	continues bool   // Said continues the name: "Keep it simple"
	Marks     *words.Marks
}

// section is a section of an outline.
type section struct {
	resume.Section
	Groups []group
}

// outline returns the sections of a document that starts with the person's name and contacts and is read as a
// whole. It leaves out sections that would only repeat those, and the achievements of employers if projects
// have their own section.
func outline(r *resume.Resume) []section {
	sections := r.Sections()
	projectsShown := slices.ContainsFunc(sections, func(s resume.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b resume.Block) bool { return b.Kind == resume.KindProjects })
	})
	var all []section
	for _, s := range sections {
		first := s.Blocks[0]
		if len(s.Blocks) == 1 && first.Kind == resume.KindBasics && first.Basics.Summary == "" && len(first.Basics.Highlights) == 0 {
			continue
		}
		all = append(all, outliner{r.Marks(), !projectsShown}.section(s))
	}
	return all
}

// outliner is the resume.Renderer of groups.
type outliner struct {
	marks        *words.Marks
	achievements bool // employments include theirs
}

func (o outliner) section(s resume.Section) section {
	outlined := section{Section: s}
	for _, b := range s.Blocks {
		g := resume.Render[group](o, b) // with the type, the compiler names a missing method
		g.Kind, g.Title = b.Kind, b.Title
		if g.Form == formList && slices.ContainsFunc(g.Entries, entry.hasParts) {
			g.Form = formDetailed
		}
		outlined.Groups = append(outlined.Groups, g)
	}
	return outlined
}

func (o outliner) Basics(b resume.Block) group {
	return group{Form: formProse, Entries: []entry{{Marks: o.marks, Texts: texts(b.Basics.Summary), Points: pointsOf(b.Basics.Highlights...)}}}
}

func (o outliner) Work(b resume.Block) group {
	g := group{Form: formJobs, work: b.Work}
	for _, w := range b.Work {
		e := entry{
			Name: w.Employer(), URL: w.URL, Role: w.Position, Marks: o.marks, Place: w.Location, When: w.When, Years: w.Years,
			Texts: texts(w.Description, w.Summary), Points: pointsOf(w.Highlights...), title: resume.Joined(o.marks.Colon, w.Employer(), w.Position),
		}
		if w.Ongoing() { // a file has no date of today
			e.Years = 0
		}
		if o.achievements {
			e.Inner = each(w.Achievements, o.project)
		}
		g.Entries = append(g.Entries, e)
	}
	return g
}

func (o outliner) Projects(b resume.Block) group {
	return group{Form: formList, Figures: true, Entries: each(b.Projects, o.project)}
}

func (o outliner) project(p resume.Achievement) entry {
	return entry{
		Marks: o.marks, Name: p.Title(o.marks), URL: p.URL, When: p.When, Figure: p.Metric, Said: resume.ParseText(p.Description),
		Detail: resume.Joined(o.marks.List, append([]string{p.Type}, p.Roles...)...), Points: pointsOf(p.Highlights...), Tags: p.Keywords,
		title: p.Name,
	}
}

func (o outliner) Education(b resume.Block) group {
	g := o.entries(b)
	for i, e := range b.Entries {
		if len(e.Points) > 0 { // courses, in one line
			separator := o.marks.List
			if slices.ContainsFunc(e.Points, func(s string) bool { return strings.Contains(s, separator) || strings.Contains(s, o.marks.Colon) }) {
				separator = o.marks.Semicolon
			}
			g.Entries[i].Texts, g.Entries[i].Points = []resume.Text{plain(resume.Joined(separator, e.Points...))}, nil
		}
	}
	return g
}

func (o outliner) Records(b resume.Block) group   { return o.entries(b) }
func (o outliner) Volunteer(b resume.Block) group { return o.entries(b) }
func (o outliner) Interests(b resume.Block) group { return o.entries(b) }

// Languages are terms that cover how well each is spoken.
func (o outliner) Languages(b resume.Block) group {
	return group{Form: formTerms, brief: true, Entries: each(b.Entries, func(e resume.Entry) entry {
		return entry{Marks: o.marks, Name: e.Name, title: e.Name, Tags: mapped([]string{e.Detail}, strings.TrimSpace)}
	})}
}

func (o outliner) entries(b resume.Block) group {
	return group{Form: formList, Entries: each(b.Entries, func(e resume.Entry) entry {
		return entry{
			Marks: o.marks, Name: e.Name, URL: e.URL, By: e.By, Detail: e.Detail, When: e.When,
			Texts: texts(e.Text), Points: pointsOf(e.Points...), Tags: e.Tags, title: cmp.Or(e.Name, e.By),
		}
	})}
}

func (o outliner) References(b resume.Block) group {
	return group{Form: formReferences, Entries: each(b.Entries, func(e resume.Entry) entry {
		return entry{Marks: o.marks, By: e.Name, title: e.Name, Said: resume.ParseText(e.Text)}
	})}
}

func (o outliner) Topics(b resume.Block) group {
	return group{Form: formTerms, Entries: o.skills(b.Skills)}
}

func (o outliner) Tags(b resume.Block) group {
	if len(b.Skills) > 0 {
		return group{Form: formTags, Entries: o.skills(b.Skills)}
	}
	tags := each(o.items(formList, b).Entries, func(e entry) string { return e.line(straight).Line() })
	return group{Form: formTags, Entries: []entry{{Marks: o.marks, Tags: tags}}}
}

func (o outliner) skills(all []resume.Skill) []entry {
	return each(all, func(s resume.Skill) entry {
		return entry{Marks: o.marks, Name: resume.Bracketed(o.marks, s.Name, s.Level), title: s.Name, Tags: s.Keywords}
	})
}

func (o outliner) Text(b resume.Block) group {
	return group{Form: formProse, Entries: []entry{{Marks: o.marks, Texts: texts(b.Text)}}}
}
func (o outliner) List(b resume.Block) group     { return o.items(formList, b) }
func (o outliner) Numbered(b resume.Block) group { return o.items(formNumbered, b) }
func (o outliner) Quotes(b resume.Block) group   { return o.items(formQuotes, b) }
func (o outliner) Measures(b resume.Block) group { return o.items(formMeasures, b) }

// items leaves out empty entries.
func (o outliner) items(as form, b resume.Block) group {
	g := group{Form: as}
	for _, it := range b.Items {
		if it == (resume.Item{}) {
			continue
		}
		said := []resume.Text{resume.ParseText(it.Text)}
		if as == formList && it.Label+it.Quote == "" {
			said = pointsOf(it.Text)
		}
		title := it.Label + it.Quote
		if it.Continues() { // the label begins a sentence
			title = ""
		}
		for _, said := range said {
			g.Entries = append(g.Entries, entry{Marks: o.marks, Name: it.Label, Quote: it.Quote, Said: said, title: title, continues: it.Continues()})
		}
	}
	return g
}

// IsMotto reports whether a group is a quotation that stands alone.
func (g group) IsMotto() bool { return len(g.Entries) == 1 && g.Entries[0].Quote != "" }

// hasParts reports whether an entry has more than fits a line.
func (e entry) hasParts() bool {
	return e.By+e.Detail+e.When != "" || len(e.Texts)+len(e.Points)+len(e.Tags) > 0
}

// line returns an entry as one text: "Name: text", or "Name text" if the text continues the name; or a
// quotation and what it means.
func (e entry) line(quotation func(string) resume.Inline) resume.Text {
	name := link(plainWords(e.Name), e.URL)
	before := resume.Paragraph{resume.Bold(name), resume.Plain(e.Marks.Colon)}
	switch said := e.said(); {
	case e.Quote != "" && len(said) == 0:
		return resume.Text{resume.Paragraph{quotation(e.Quote)}}
	case e.Quote != "":
		before[0] = quotation(e.Quote)
	case len(name) == 0:
		return said
	case len(said) == 0:
		return paragraph(name)
	case e.continues:
		before[1] = resume.Plain(" ")
	}
	return merged(resume.Text{before}, e.said())
}

// About returns what follows the name of an entry.
func (e entry) About() string { return resume.Joined(e.Marks.Comma, e.By, e.Detail, e.Role) }

// Covers returns the tags as a text.
func (e entry) Covers() string { return resume.Joined(e.Marks.List, e.Tags...) }

// said returns the text of an entry, preceded by its figure unless the text contains it.
func (e entry) said() resume.Text {
	if e.Figure == (resume.Metric{}) {
		return e.Said
	}
	folded := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
	says := func(s string) bool { return strings.Contains(folded(e.Said.Line()), folded(s)) }
	figure := resume.Joined(" ", e.Figure.Value, e.Figure.Label)
	switch {
	case says(strings.TrimLeft(e.Figure.Value, signs)) && says(e.Figure.Label):
		return e.Said
	case len(e.Said) == 0:
		return plain(figure)
	}
	open := strings.TrimLeft(e.Marks.Open, " ")
	return merged(e.Said, plain(open+figure+e.Marks.Close), resume.Plain(strings.TrimSuffix(e.Marks.Open, open)))
}

// signs are the characters that a figure may begin with and that a sentence may put into words.
const signs = "-−–+±~≈<>≤≥ "

// contactLabel returns the label of a contact whose text needs one. An address or a number needs none; a user
// name in a network does, and so does an invalid address.
func contactLabel(c resume.Contact) string {
	if c.URL != "" && c.Kind != resume.ContactProfile {
		return ""
	}
	return c.Label
}
