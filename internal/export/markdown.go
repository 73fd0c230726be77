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
	entries  []string
	numbered bool
	first    int // the number of the first entry
}

// mdBlocks are blocks with a blank line between them.
type mdBlocks []mdBlock

// String returns the blocks. A list that follows another has other markers, or
// CommonMark would take the two for one.
func (all mdBlocks) String() string { return all.joined(false) }

// entry returns the blocks as an entry of a list, in which a list follows its
// paragraph without a blank line.
func (all mdBlocks) entry() string { return all.joined(true) }

func (all mdBlocks) joined(tight bool) string {
	var out strings.Builder
	markers := 0
	for i, b := range all {
		isList := len(b.entries) > 0
		afterList := i > 0 && len(all[i-1].entries) > 0
		switch {
		case i == 0:
		case tight && isList && !afterList && (!b.numbered || b.first == 1): // such a list may interrupt a paragraph
			out.WriteString("\n")
		default:
			out.WriteString("\n\n")
		}
		if !isList {
			out.WriteString(b.text)
			continue
		}
		if markers = 1 - markers; !afterList {
			markers = 0
		}
		out.WriteString(b.list(markers))
	}
	return out.String()
}

// list returns a list with one of the two sets of markers.
func (b mdBlock) list(markers int) string {
	all := make([]string, len(b.entries))
	for i, entry := range b.entries {
		marker := string("-*"[markers])
		if b.numbered {
			marker = strconv.Itoa(b.first+i) + string(".)"[markers])
		}
		indent := "\n" + strings.Repeat(" ", len(marker)+1)
		all[i] = marker + " " + strings.ReplaceAll(strings.ReplaceAll(entry, "\n", indent), indent+"\n", "\n\n")
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
	return append(drawn(resume.ParseText(b.Basics.Summary)), bullets(mdPoints(b.Basics.Highlights))...)
}

func (markdown) Work(b resume.Block) mdBlocks {
	var all mdBlocks
	for _, w := range b.Work {
		all = append(all, heading(3, resume.Joined(" – ", link(inline(w.Employer()), w.URL), inline(w.Position)))...)
		var entry mdEntry
		entry.line(resume.Joined(" · ", emphasis(w.When), inline(w.Location)))
		entry.text(resume.ParseText(w.Description))
		entry.text(resume.ParseText(w.Summary))
		all = append(all, entry.blocks...)
		all = append(all, bullets(append(mdPoints(w.Highlights), mapped(w.Achievements, project)...))...)
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
	var entry mdEntry
	entry.line(resume.Joined(" · ", link(figure, p.URL), inline(name)))
	entry.text(resume.ParseText(p.Description))
	entry.line(resume.Joined(" · ", emphasis(p.When), inline(rolesIn(p.Project))))
	entry.line(codes(p.Keywords))
	return append(entry.blocks, bullets(mdPoints(p.Highlights))...).entry()
}

func (m markdown) Education(b resume.Block) mdBlocks    { return m.entries(b) }
func (m markdown) Certificates(b resume.Block) mdBlocks { return m.entries(b) }
func (m markdown) Awards(b resume.Block) mdBlocks       { return m.entries(b) }
func (m markdown) Publications(b resume.Block) mdBlocks { return m.entries(b) }
func (m markdown) Volunteer(b resume.Block) mdBlocks    { return m.entries(b) }
func (m markdown) Languages(b resume.Block) mdBlocks    { return m.entries(b) }
func (m markdown) Interests(b resume.Block) mdBlocks    { return m.entries(b) }

func (markdown) entries(b resume.Block) mdBlocks {
	styled := bold
	if onlyNames(b.Entries) {
		styled = inline
	}
	return bullets(mapped(b.Entries, func(e resume.Entry) string {
		what := resume.Joined(", ", link(styled(e.Name), e.URL), inline(e.By), inline(e.Detail))
		var entry mdEntry
		entry.line(resume.Joined(" · ", what, emphasis(e.When), codes(e.Tags)))
		entry.text(resume.ParseText(e.Text))
		return append(entry.blocks, bullets(mapped(pointsOf(b, e), drawnEntry))...).entry()
	}))
}

func (markdown) References(b resume.Block) mdBlocks {
	return prose(mapped(b.Entries, func(e resume.Entry) string {
		name := bold(e.Name)
		if name != "" {
			name = "— " + name
		}
		var said mdEntry
		said.text(resume.ParseText(e.Text))
		said.line(name)
		return quotation(said.blocks)
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
	return append(groups, prose(codes(mapped(sentences(b.Items), resume.Text.Line)))...)
}

func (markdown) Text(b resume.Block) mdBlocks       { return drawn(resume.ParseText(b.Text)) }
func (m markdown) List(b resume.Block) mdBlocks     { return m.items(b) }
func (m markdown) Measures(b resume.Block) mdBlocks { return m.items(b) }

func (markdown) items(b resume.Block) mdBlocks {
	return bullets(mapped(sentences(b.Items), drawnEntry))
}

func (m markdown) Numbered(b resume.Block) mdBlocks {
	all := m.items(b)
	for i := range all {
		all[i].numbered, all[i].first = true, 1
	}
	return all
}

func (markdown) Quotes(b resume.Block) mdBlocks {
	return prose(mapped(b.Items, func(it resume.Item) string {
		var said mdEntry
		switch {
		case it.Quote != "" && it.Text != "":
			said.line(bold(it.Quote))
			said.text(resume.ParseText(it.Text))
		case it.Quote != "":
			said.line(inline(it.Quote))
		default:
			said.text(sentence(it, nil))
		}
		return quotation(said.blocks)
	})...)
}

// quotation returns blocks as a block quote.
func quotation(blocks mdBlocks) string {
	return "> " + strings.ReplaceAll(strings.ReplaceAll(blocks.entry(), "\n", "\n> "), "> \n", ">\n")
}

// mdEntry collects what an entry says. Lines follow each other in a paragraph.
type mdEntry struct{ blocks mdBlocks }

// line adds inline content on a line of its own.
func (e *mdEntry) line(content string) {
	last := len(e.blocks) - 1
	switch {
	case content == "":
	case last >= 0 && len(e.blocks[last].entries) == 0:
		e.blocks[last].text = resume.Joined("\\\n", e.blocks[last].text, onLines(content))
	default:
		e.blocks = append(e.blocks, mdBlock{text: onLines(content)})
	}
}

// text adds a text of the owner's. Its first paragraph is on a line of its own.
func (e *mdEntry) text(t resume.Text) {
	blocks := drawn(t)
	if len(blocks) > 0 && len(blocks[0].entries) == 0 {
		last := len(e.blocks) - 1
		if last >= 0 && len(e.blocks[last].entries) == 0 {
			e.blocks[last].text = resume.Joined("\\\n", e.blocks[last].text, blocks[0].text)
			blocks = blocks[1:]
		}
	}
	e.blocks = append(e.blocks, blocks...)
}

// mdPoints returns texts as entries of a list.
func mdPoints(sources []string) []string { return mapped(texts(sources), drawnEntry) }

// codes returns each word as a code span.
func codes(words []string) string { return resume.Joined(" ", mapped(words, code)...) }
