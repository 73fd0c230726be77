package export

import (
	"fmt"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
	"ssh-resume/internal/words"
)

// pdf renders blocks as paragraphs for typesetting.
type pdf struct {
	words words.Document
}

type pdfParagraphs = []typeset.Paragraph

var _ resume.Renderer[pdfParagraphs] = pdf{}

// The space above paragraphs, in ems of the body text.
const (
	aboveHeading = 1.0
	aboveTitle   = 0.5
	aboveEntry   = 0.5
	aboveFirst   = 0.25 // below a heading
	aboveLine    = 0.08
)

// The indents of entries with a bullet, and of what belongs to one; in ems.
const (
	indentItem    = 0.6
	indentBeneath = 1.3
)

// head is the name and what belongs to it.
func (p pdf) head(r *resume.Resume) pdfParagraphs {
	var contacts [][]typeset.Span
	for _, c := range r.Contacts() {
		contacts = append(contacts, contactSpans(c))
	}
	const inOneLine = 4
	half := len(contacts)
	if half > inOneLine {
		half = (half + 1) / 2
	}
	b := r.Basics
	all := nonEmpty(
		typeset.Paragraph{Spans: one(boldText(b.Name)), Level: 1, Size: 2.5},
		typeset.Paragraph{Spans: one(accentText(b.Label)), Size: 1.3, Above: 0.1},
		typeset.Paragraph{Spans: separated(" · ", one(quietText(b.Experience)), one(quietText(b.Location.String()))), Above: 0.25},
		typeset.Paragraph{Spans: separated(" · ", contacts[:half]...), Above: aboveLine},
		typeset.Paragraph{Spans: separated(" · ", contacts[half:]...), Above: aboveLine},
	)
	if len(all) > 0 {
		all[len(all)-1].Under = true
	}
	return all
}

func (p pdf) section(section resume.Section) pdfParagraphs {
	var content pdfParagraphs
	for i, b := range section.Blocks {
		content = append(content, p.block(b, i == 0)...)
	}
	if len(content) == 0 {
		return nil
	}
	content[0].Above = aboveFirst
	heading := typeset.Paragraph{
		Spans: one(accentText(section.Heading)), Level: 2, Size: 1.2, Above: aboveHeading,
		Heading: true, KeepNext: true, Bookmark: section.Heading,
	}
	return append(pdfParagraphs{heading}, content...)
}

// block returns a block with its title. It keeps the title with the first two
// paragraphs, and the last two with each other.
func (p pdf) block(b resume.Block, first bool) pdfParagraphs {
	if b.Kind == resume.KindTags && b.Title != "" && len(b.Skills) > 0 {
		return runIn(b)
	}
	content := resume.Render(p, b)
	if len(content) == 0 {
		return nil
	}
	title := nonEmpty(typeset.Paragraph{Spans: one(accentText(b.Title)), Level: 3, Above: aboveTitle, KeepNext: true})
	if !first && len(title) == 0 {
		content[0].Above = aboveTitle
	}
	if n := len(content); n > 1 && b.Kind != resume.KindWork {
		content[0].KeepNext = true
		content[n-2].KeepNext = true
	}
	return append(title, content...)
}

// runIn returns a group of skills as one paragraph that begins with its title.
func runIn(b resume.Block) pdfParagraphs {
	spans := []typeset.Span{accentText(b.Title + " ")}
	for i, skill := range b.Skills {
		if i > 0 {
			spans = append(spans, plainText("; "))
		}
		name := resume.Bracketed(skill.Name, skill.Level)
		if name != "" && len(skill.Keywords) > 0 {
			spans = append(spans, italicText(name+": "), plainText(strings.Join(skill.Keywords, ", ")))
			continue
		}
		spans = append(spans, plainText(resume.Joined(", ", append([]string{name}, skill.Keywords...)...)))
	}
	return nonEmpty(typeset.Paragraph{Spans: spans, Above: aboveEntry, Hang: 1})
}

func (p pdf) Basics(b resume.Block) pdfParagraphs {
	return append(textParagraphs(b.Basics.Summary), points(indentItem, bullet, b.Basics.Highlights)...)
}

func (p pdf) Work(b resume.Block) pdfParagraphs {
	var all pdfParagraphs
	for _, w := range b.Work {
		employer, address := linked(boldText(w.Employer()), w.URL)
		head := separated(" · ", one(employer), one(plainText(w.Position)), address)
		entry := slices.Concat(
			dated(resume.Joined(" · ", w.Location, w.When), typeset.Paragraph{Spans: head, Above: aboveEntry}),
			line(italicText(w.Description)),
			line(quietText(w.Summary)),
			points(indentItem, bullet, w.Highlights),
			p.projects(w.Achievements),
		)
		all = append(all, keptTogether(entry)...)
	}
	return all
}

// Projects lists projects with bullets where each is a line, and as entries
// otherwise.
func (p pdf) Projects(b resume.Block) pdfParagraphs {
	details := func(a resume.Achievement) bool {
		return a.When+rolesIn(a.Project) != "" || len(a.Highlights)+len(a.Keywords) > 0
	}
	if !slices.ContainsFunc(b.Projects, details) {
		return p.projects(b.Projects)
	}
	var all pdfParagraphs
	for _, a := range b.Projects {
		title, address := linked(boldText(a.Title()), a.URL)
		all = append(all, keptTogether(slices.Concat(
			dated(a.When, typeset.Paragraph{Spans: separated(" · ", one(title), address), Above: aboveEntry}),
			line(withFigure(result(a.Project), a.Metric.Value)...),
			line(quietText(rolesIn(a.Project))),
			points(indentItem, bullet, a.Highlights),
			line(quietText(resume.Joined(", ", a.Keywords...))),
		))...)
	}
	return all
}

// projects returns a list with a bullet for each project, such as those of one
// employer.
func (p pdf) projects(projects []resume.Achievement) pdfParagraphs {
	var all pdfParagraphs
	for _, project := range projects {
		all = append(all, p.project(project)...)
	}
	return all
}

// project sets what came of a project after its name or, where a date stands at
// the right of the name, beneath it.
func (p pdf) project(a resume.Achievement) pdfParagraphs {
	result := result(a.Project)
	title, address := linked(boldText(a.Title()), a.URL)
	head, beneath := one(title), withFigure(result, a.Metric.Value)
	between := ", "
	if a.When == "" {
		if result != "" {
			between = " · "
			if title.Text != "" {
				head = append(head, boldText(": "))
			}
		}
		head, beneath = append(head, beneath...), nil
	}
	return keptTogether(slices.Concat(
		dated(a.When, typeset.Paragraph{
			Spans: separated(between, head, address),
			Mark:  bullet, Indent: indentItem, Above: aboveLine,
		}),
		indented(beneath...),
		indented(quietText(rolesIn(a.Project))),
		points(indentBeneath, innerBullet, a.Highlights),
		indented(quietText(resume.Joined(", ", a.Keywords...))),
	))
}

// Education runs the courses in.
func (p pdf) Education(b resume.Block) pdfParagraphs {
	entries := slices.Clone(b.Entries)
	for i, e := range entries {
		courses := resume.Joined(", ", e.Points...)
		entries[i].Text, entries[i].Points = resume.Joined("; ", e.Text, courses), nil
	}
	return p.entries(entries)
}

// Languages runs in languages of which nothing is known but how well.
func (p pdf) Languages(b resume.Block) pdfParagraphs {
	var all [][]typeset.Span
	for _, e := range b.Entries {
		if e.By+e.When+e.URL+e.Text != "" || len(e.Points)+len(e.Tags) > 0 {
			return p.entries(b.Entries)
		}
		all = append(all, separated(", ", one(boldText(e.Name)), one(plainText(e.Detail))))
	}
	return line(separated(" · ", all...)...)
}

func (p pdf) Certificates(b resume.Block) pdfParagraphs { return p.entries(b.Entries) }
func (p pdf) Awards(b resume.Block) pdfParagraphs       { return p.entries(b.Entries) }
func (p pdf) Publications(b resume.Block) pdfParagraphs { return p.entries(b.Entries) }
func (p pdf) Volunteer(b resume.Block) pdfParagraphs    { return p.entries(b.Entries) }
func (p pdf) Interests(b resume.Block) pdfParagraphs    { return p.entries(b.Entries) }

func (p pdf) entries(entries []resume.Entry) pdfParagraphs {
	names := onlyNames(entries)
	var all pdfParagraphs
	for _, e := range entries {
		if names {
			name, address := linked(plainText(e.Name), e.URL)
			all = append(all, marked(bullet, separated(", ", one(name), address)...)...)
			continue
		}
		name, address := linked(boldText(e.Name), e.URL)
		head := separated(", ", one(name), one(plainText(e.By)), one(plainText(e.Detail)), address)
		spans := separated(": ", head, one(plainText(resume.Joined(", ", e.Tags...))))
		entry := slices.Concat(
			dated(e.When, typeset.Paragraph{Spans: spans, Above: aboveLine}),
			line(quietText(e.Text)),
			points(indentItem, bullet, e.Points),
		)
		if len(entry) > 1 {
			entry[0].Above = aboveEntry
		}
		all = append(all, keptTogether(entry)...)
	}
	return all
}

func (p pdf) References(b resume.Block) pdfParagraphs {
	var all pdfParagraphs
	for _, e := range b.Entries {
		name := ""
		if e.Name != "" {
			name = "—\u00a0" + e.Name // the dash is never at the end of a line
		}
		said := separated(" ", one(italicText(quoted(e.Text, p.words.OpenQuote, p.words.CloseQuote))), one(quietText(name)))
		all = append(all, nonEmpty(typeset.Paragraph{Spans: said, Above: aboveEntry, Indent: 1, Bar: true})...)
	}
	return all
}

func (p pdf) Topics(b resume.Block) pdfParagraphs { return skillLines(b.Skills) }

func (p pdf) Tags(b resume.Block) pdfParagraphs {
	tags := resume.Joined(", ", mapped(b.Items, resume.Item.String)...)
	return append(skillLines(b.Skills), line(plainText(tags))...)
}

// skillLines returns a line for each skill, and runs in those that are nothing but
// a name and a level.
func skillLines(skills []resume.Skill) pdfParagraphs {
	var all pdfParagraphs
	var names []string
	flush := func() {
		all = append(all, line(plainText(strings.Join(names, ", ")))...)
		names = nil
	}
	for _, skill := range skills {
		name := resume.Bracketed(skill.Name, skill.Level)
		if len(skill.Keywords) == 0 {
			names = append(names, name)
			continue
		}
		flush()
		all = append(all, line(labelled(name, resume.Joined(", ", skill.Keywords...))...)...)
	}
	flush()
	return all
}

func (p pdf) Text(b resume.Block) pdfParagraphs { return textParagraphs(b.Text) }

func (p pdf) List(b resume.Block) pdfParagraphs   { return p.list(b.Items) }
func (p pdf) Quotes(b resume.Block) pdfParagraphs { return p.list(b.Items) }

func (p pdf) list(items []resume.Item) pdfParagraphs {
	if motto := p.motto(items); motto != nil {
		return motto
	}
	var all pdfParagraphs
	for _, it := range items {
		all = append(all, marked(bullet, p.item(it)...)...)
	}
	return all
}

func (p pdf) Measures(b resume.Block) pdfParagraphs {
	if motto := p.motto(b.Items); motto != nil {
		return motto
	}
	var all pdfParagraphs
	for _, it := range b.Items {
		all = append(all, line(p.item(it)...)...)
	}
	return all
}

// motto returns a quotation that stands alone.
func (p pdf) motto(items []resume.Item) pdfParagraphs {
	if len(items) != 1 || items[0].Quote == "" {
		return nil
	}
	return nonEmpty(typeset.Paragraph{Spans: p.item(items[0]), Above: aboveEntry, Indent: 1, Bar: true})
}

func (p pdf) Numbered(b resume.Block) pdfParagraphs {
	var all pdfParagraphs
	for i, it := range b.Items {
		all = append(all, marked(fmt.Sprintf("%d.", i+1), p.item(it)...)...)
	}
	return all
}

// item returns an item as Item.String does, with what it is about standing out.
func (p pdf) item(it resume.Item) []typeset.Span {
	quote := italicText(p.words.OpenQuote + it.Quote + p.words.CloseQuote)
	switch {
	case it.Quote != "" && it.Text != "":
		return []typeset.Span{quote, plainText(": " + it.Text)}
	case it.Quote != "":
		return one(quote)
	case it.Continues():
		return []typeset.Span{boldText(it.Label), plainText(" " + it.Text)}
	}
	return labelled(it.Label, it.Text)
}
