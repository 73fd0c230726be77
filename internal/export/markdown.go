package export

import (
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// toMarkdown returns the whole résumé as CommonMark.
func toMarkdown(r *resume.Resume) ([]byte, error) {
	m := markdown{}
	all := m.head(r)
	for _, s := range sectionsBelowHead(r) {
		all = append(all, heading(2, inline(s.Heading))...)
		for _, b := range s.Blocks {
			all = append(all, heading(3, inline(b.Title))...)
			all = append(all, resume.Render(m, b)...)
		}
	}
	return []byte(all.String() + "\n"), nil
}

// markdown renders blocks as CommonMark.
type markdown struct{}

var _ resume.Renderer[mdBlocks] = markdown{}

// mdBlock is a block of CommonMark: a text, or a list.
type mdBlock struct {
	text     string
	entries  []string // each with nothing but itself on its first line
	numbered bool
}

// mdBlocks are blocks with a blank line between them.
type mdBlocks []mdBlock

// String returns the blocks. A list that follows another has other markers, or
// CommonMark would take the two for one.
func (all mdBlocks) String() string {
	texts := make([]string, len(all))
	markers := 0
	for i, b := range all {
		if len(b.entries) == 0 {
			texts[i] = b.text
			continue
		}
		if i > 0 && len(all[i-1].entries) > 0 {
			markers = 1 - markers
		} else {
			markers = 0
		}
		texts[i] = b.list(markers)
	}
	return strings.Join(texts, "\n\n")
}

// list returns a list with one of the two sets of markers.
func (b mdBlock) list(markers int) string {
	all := make([]string, len(b.entries))
	for i, entry := range b.entries {
		marker := string("-*"[markers])
		if b.numbered {
			marker = strconv.Itoa(i+1) + string(".)"[markers])
		}
		indent := "\n" + strings.Repeat(" ", len(marker)+1)
		all[i] = marker + " " + strings.ReplaceAll(entry, "\n", indent)
	}
	return strings.Join(all, "\n")
}

// prose returns the texts that are not empty as blocks.
func prose(texts ...string) mdBlocks {
	var all mdBlocks
	for _, s := range texts {
		if s != "" {
			all = append(all, mdBlock{text: s})
		}
	}
	return all
}

func heading(level int, content string) mdBlocks {
	if content == "" {
		return nil
	}
	return prose(strings.Repeat("#", level) + " " + content)
}

func bullets(entries []string) mdBlocks {
	if len(entries) == 0 {
		return nil
	}
	return mdBlocks{{entries: entries}}
}

func (markdown) head(r *resume.Resume) mdBlocks {
	b := r.Basics
	contacts := mapped(r.Contacts(), func(c resume.Contact) string {
		return resume.Joined(" ", label(contactLabel(c)), link(inline(c.Text), c.URL))
	})
	facts := onLines(bold(b.Label), inline(b.Experience), inline(b.Location.String()), resume.Joined(" · ", contacts...))
	return append(heading(1, inline(b.Name)), prose(facts)...)
}

func (markdown) Basics(b resume.Block) mdBlocks {
	return append(mdParagraphs(b.Basics.Summary), bullets(mapped(b.Basics.Highlights, point))...)
}

func (markdown) Work(b resume.Block) mdBlocks {
	var all mdBlocks
	for _, w := range b.Work {
		all = append(all, heading(3, resume.Joined(" – ", link(inline(w.Employer()), w.URL), inline(w.Position)))...)
		all = append(all, prose(onLines(resume.Joined(" · ", emphasis(w.When), inline(w.Location)), inline(w.Description), inline(w.Summary)))...)
		all = append(all, bullets(append(mapped(w.Highlights, point), mapped(w.Achievements, project)...))...)
	}
	return all
}

func (markdown) Projects(b resume.Block) mdBlocks { return bullets(mapped(b.Projects, project)) }

// project returns a project as an entry of a list, its figure first.
func project(p resume.Achievement) string {
	figure, name := bold(resume.Joined(" ", p.Metric.Value, p.Metric.Label)), p.Title()
	if figure == "" {
		figure, name = bold(name), ""
	}
	return withPoints(p.Highlights,
		resume.Joined(" · ", link(figure, p.URL), inline(name)),
		inline(p.Description),
		resume.Joined(" · ", emphasis(p.When), inline(rolesIn(p.Project))),
		codes(p.Keywords))
}

func (m markdown) Education(b resume.Block) mdBlocks    { return m.entries(b.Entries) }
func (m markdown) Certificates(b resume.Block) mdBlocks { return m.entries(b.Entries) }
func (m markdown) Awards(b resume.Block) mdBlocks       { return m.entries(b.Entries) }
func (m markdown) Publications(b resume.Block) mdBlocks { return m.entries(b.Entries) }
func (m markdown) Volunteer(b resume.Block) mdBlocks    { return m.entries(b.Entries) }
func (m markdown) Languages(b resume.Block) mdBlocks    { return m.entries(b.Entries) }
func (m markdown) Interests(b resume.Block) mdBlocks    { return m.entries(b.Entries) }

func (markdown) entries(entries []resume.Entry) mdBlocks {
	styled := bold
	if onlyNames(entries) {
		styled = inline
	}
	return bullets(mapped(entries, func(e resume.Entry) string {
		what := resume.Joined(", ", link(styled(e.Name), e.URL), inline(e.By), inline(e.Detail))
		return withPoints(e.Points, resume.Joined(" · ", what, emphasis(e.When), codes(e.Tags)), inline(e.Text))
	}))
}

func (markdown) References(b resume.Block) mdBlocks {
	return prose(mapped(b.Entries, func(e resume.Entry) string {
		name := bold(e.Name)
		if name != "" {
			name = "— " + name
		}
		return quotation(inline(e.Text), name)
	})...)
}

func (markdown) Topics(b resume.Block) mdBlocks {
	return bullets(mapped(b.Skills, func(s resume.Skill) string {
		name, covers := resume.Bracketed(s.Name, s.Level), strings.Join(s.Keywords, ", ")
		if covers == "" {
			return bold(name)
		}
		return onLines(resume.Joined(" ", label(name), inline(covers)))
	}))
}

func (markdown) Tags(b resume.Block) mdBlocks {
	groups := bullets(mapped(b.Skills, func(s resume.Skill) string {
		return onLines(resume.Joined(" ", label(resume.Bracketed(s.Name, s.Level)), codes(s.Keywords)))
	}))
	return append(groups, prose(codes(mapped(b.Items, resume.Item.String)))...)
}

func (markdown) Text(b resume.Block) mdBlocks     { return mdParagraphs(b.Text) }
func (markdown) List(b resume.Block) mdBlocks     { return bullets(mapped(b.Items, sentence)) }
func (markdown) Measures(b resume.Block) mdBlocks { return bullets(mapped(b.Items, sentence)) }

func (markdown) Numbered(b resume.Block) mdBlocks {
	all := bullets(mapped(b.Items, sentence))
	for i := range all {
		all[i].numbered = true
	}
	return all
}

func (markdown) Quotes(b resume.Block) mdBlocks {
	return prose(mapped(b.Items, func(it resume.Item) string {
		switch {
		case it.Quote != "" && it.Text != "":
			return quotation(bold(it.Quote), inline(it.Text))
		case it.Quote != "":
			return quotation(inline(it.Quote))
		default:
			return quotation(sentence(it))
		}
	})...)
}

// quotation returns contents as a block quote, each on a line of its own.
func quotation(contents ...string) string {
	return "> " + strings.ReplaceAll(onLines(contents...), "\n", "\n> ")
}

// withPoints returns contents on lines of their own, with a list beneath.
func withPoints(points []string, contents ...string) string {
	return resume.Joined("\n", onLines(contents...), bullets(mapped(points, point)).String())
}

// point returns a text as an entry of a list.
func point(s string) string { return onLines(inline(s)) }

// codes returns each word as a code span.
func codes(words []string) string { return resume.Joined(" ", mapped(words, code)...) }

// sentence returns an item as a sentence, its label bold.
func sentence(it resume.Item) string {
	switch {
	case it.Quote != "":
		return point(it.String())
	case it.Text == "":
		return bold(it.Label)
	case it.Label == "":
		return point(it.Text)
	case it.Continues():
		return onLines(bold(it.Label) + " " + inline(it.Text))
	default:
		return onLines(label(it.Label) + " " + inline(it.Text))
	}
}

func mdParagraphs(s string) mdBlocks { return prose(mapped(paragraphs(s), point)...) }
