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
	indentBeneath = 1.5
)

// head is the name and what belongs to it.
func (p pdf) head(r *resume.Resume) pdfParagraphs {
	var contacts [][]typeset.Span
	for _, c := range r.Contacts() {
		contacts = append(contacts, contactSpans(c))
	}
	b := r.Basics
	about, place := one(quietText(b.Experience)), one(quietText(b.Location.String()))
	if isBlank(about) && !isBlank(place) { // a line of its own is more than a place needs
		contacts, place = slices.Insert(contacts, 0, place), nil
	}
	const inOneLine = 4
	half := len(contacts)
	if half > inOneLine {
		half = (half + 1) / 2
	}
	all := nonEmpty(
		typeset.Paragraph{Spans: one(boldText(b.Name)), Level: 1, Size: 2.5},
		typeset.Paragraph{Spans: one(accentText(b.Label)), Size: 1.3, Above: 0.1},
		typeset.Paragraph{Spans: separated(" · ", about, place), Above: 0.25},
		typeset.Paragraph{Spans: separated(" · ", contacts[:half]...), Above: aboveLine},
		typeset.Paragraph{Spans: separated(" · ", contacts[half:]...), Above: aboveLine},
	)
	if len(all) > 0 {
		all[len(all)-1].RuleBelow = true
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
		RuleBeside: true, KeepNext: true, Bookmark: section.Heading,
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
	return append(textParagraphs(b.Basics.Summary), points(indentItem, bullet, texts(b.Basics.Highlights))...)
}

func (p pdf) Work(b resume.Block) pdfParagraphs {
	all := p.ruler(b.Work)
	for _, w := range b.Work {
		employer, address := linked(boldText(w.Employer()), w.URL)
		head := separated(" · ", one(employer), one(plainText(w.Position)), address)
		entry := slices.Concat(
			dated(resume.Joined(" · ", w.Location, w.When), typeset.Paragraph{Spans: head, Above: aboveEntry}),
			textLines(italicText(""), resume.ParseText(w.Description)),
			textLines(quietText(""), resume.ParseText(w.Summary)),
			points(indentItem, bullet, texts(w.Highlights)),
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
			withFigure(textLines(plainText(""), result(a.Project)), a.Metric.Value),
			line(quietText(rolesIn(a.Project))),
			points(indentItem, bullet, texts(a.Highlights)),
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
	title, address := linked(boldText(a.Title()), a.URL)
	head := one(title)
	beneath := withFigure(drawnIn(plainText(""), typeset.Paragraph{Indent: indentBeneath, Above: aboveLine}, result(a.Project)), a.Metric.Value)
	between := ", "
	if a.When == "" && len(beneath) > 0 && beneath[0].Mark == "" {
		between = " · "
		if title.Text != "" {
			head = append(head, boldText(": "))
		}
		head, beneath = append(head, beneath[0].Spans...), beneath[1:]
	}
	return keptTogether(slices.Concat(
		dated(a.When, typeset.Paragraph{
			Spans: separated(between, head, address),
			Mark:  bullet, Indent: indentItem, Above: aboveLine,
		}),
		beneath,
		indented(quietText(rolesIn(a.Project))),
		points(indentBeneath, innerBullet, texts(a.Highlights)),
		indented(quietText(resume.Joined(", ", a.Keywords...))),
	))
}

// Education runs the courses in.
func (p pdf) Education(b resume.Block) pdfParagraphs {
	return p.entries(b, func(e resume.Entry) pdfParagraphs {
		return append(textLines(quietText(""), resume.ParseText(e.Text)), line(quietText(resume.Joined(", ", e.Points...)))...)
	})
}

// Languages runs in languages of which nothing is known but how well.
func (p pdf) Languages(b resume.Block) pdfParagraphs {
	var all [][]typeset.Span
	for _, e := range b.Entries {
		if e.By+e.When+e.URL+e.Text != "" || len(e.Points)+len(e.Tags) > 0 {
			return p.entries(b, details)
		}
		all = append(all, separated(", ", one(boldText(e.Name)), one(plainText(e.Detail))))
	}
	return line(separated(" · ", all...)...)
}

func (p pdf) Certificates(b resume.Block) pdfParagraphs { return p.entries(b, details) }
func (p pdf) Awards(b resume.Block) pdfParagraphs       { return p.entries(b, details) }
func (p pdf) Publications(b resume.Block) pdfParagraphs { return p.entries(b, details) }
func (p pdf) Volunteer(b resume.Block) pdfParagraphs    { return p.entries(b, details) }
func (p pdf) Interests(b resume.Block) pdfParagraphs    { return p.entries(b, details) }

// details returns what is said of an entry beneath its name.
func details(e resume.Entry) pdfParagraphs {
	return append(textLines(quietText(""), resume.ParseText(e.Text)), points(indentItem, bullet, texts(e.Points))...)
}

func (p pdf) entries(b resume.Block, details func(resume.Entry) pdfParagraphs) pdfParagraphs {
	names := onlyNames(b.Entries)
	var all pdfParagraphs
	for _, e := range b.Entries {
		if names {
			name, address := linked(plainText(e.Name), e.URL)
			all = append(all, marked(bullet, separated(", ", one(name), address)...)...)
			continue
		}
		name, address := linked(boldText(e.Name), e.URL)
		head := separated(", ", one(name), one(plainText(e.By)), one(plainText(e.Detail)), address)
		spans := separated(": ", head, one(plainText(resume.Joined(", ", e.Tags...))))
		entry := append(dated(e.When, typeset.Paragraph{Spans: spans, Above: aboveLine}), details(e)...)
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
		frame := typeset.Paragraph{Above: aboveEntry, Indent: 1, Bar: true}
		said := drawnIn(italicText(""), frame, quoted(resume.ParseText(e.Text), p.words.OpenQuote, p.words.CloseQuote))
		if e.Name != "" {
			name := quietText("—\u00a0" + e.Name) // the dash is never at the end of a line
			if last := len(said) - 1; last >= 0 && said[last].Mark == "" {
				said[last].Spans = append(said[last].Spans, quietText(" "), name)
			} else {
				frame.Spans = one(name)
				said = append(said, frame)
			}
		}
		all = append(all, said...)
	}
	return all
}

func (p pdf) Topics(b resume.Block) pdfParagraphs { return skillLines(b.Skills) }

func (p pdf) Tags(b resume.Block) pdfParagraphs {
	tags := resume.Joined(", ", mapped(sentences(b.Items), resume.Text.Line)...)
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
		all = append(all, line(skillSpans(name, resume.Joined(", ", skill.Keywords...))...)...)
	}
	flush()
	return all
}

func (p pdf) Text(b resume.Block) pdfParagraphs { return textParagraphs(b.Text) }

func textParagraphs(source string) pdfParagraphs {
	return drawnIn(plainText(""), typeset.Paragraph{Above: aboveEntry}, resume.ParseText(source))
}

// textLines returns a text that belongs to what is above it.
func textLines(base typeset.Span, t resume.Text) pdfParagraphs {
	return drawnIn(base, typeset.Paragraph{Above: aboveLine}, t)
}

func (p pdf) List(b resume.Block) pdfParagraphs   { return p.list(b.Items) }
func (p pdf) Quotes(b resume.Block) pdfParagraphs { return p.list(b.Items) }

func (p pdf) list(items []resume.Item) pdfParagraphs {
	if motto := p.motto(items); motto != nil {
		return motto
	}
	var all pdfParagraphs
	for _, it := range items {
		all = append(all, p.item(it, typeset.Paragraph{Mark: bullet, Indent: indentItem, Above: aboveLine})...)
	}
	return all
}

func (p pdf) Measures(b resume.Block) pdfParagraphs {
	if motto := p.motto(b.Items); motto != nil {
		return motto
	}
	var all pdfParagraphs
	for _, it := range b.Items {
		all = append(all, p.item(it, typeset.Paragraph{Above: aboveLine})...)
	}
	return all
}

// motto returns a quotation that stands alone.
func (p pdf) motto(items []resume.Item) pdfParagraphs {
	if len(items) != 1 || items[0].Quote == "" {
		return nil
	}
	return p.item(items[0], typeset.Paragraph{Above: aboveEntry, Indent: 1, Bar: true})
}

func (p pdf) Numbered(b resume.Block) pdfParagraphs {
	var all pdfParagraphs
	for i, it := range b.Items {
		all = append(all, p.item(it, typeset.Paragraph{Mark: fmt.Sprintf("%d.", i+1), Indent: indentItem, Above: aboveLine})...)
	}
	return all
}

// item returns an item, with what it is about standing out.
func (p pdf) item(it resume.Item, first typeset.Paragraph) pdfParagraphs {
	quotation := resume.Italic{resume.Plain(p.words.OpenQuote + it.Quote + p.words.CloseQuote)}
	return drawnIn(plainText(""), first, sentence(it, quotation))
}
