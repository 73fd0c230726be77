package export

import (
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// toMarkdown gives the whole résumé as CommonMark.
func toMarkdown(r *resume.Resume) ([]byte, error) {
	m := &markdown{}
	m.head(r)
	for _, s := range underHead(r) {
		m.section(s)
	}
	return []byte(strings.Join(m.blocks, "\n\n") + "\n"), nil
}

// markdown is a text that is being written, block by block; a blank line
// parts them.
type markdown struct {
	blocks []string
	listed int // how many blocks there were after the last list
	marks  int // which of the two marks that list has
}

// say adds a block.
func (m *markdown) say(block string) {
	if block != "" {
		m.blocks = append(m.blocks, block)
	}
}

func (m *markdown) heading(level int, content string) {
	if content != "" {
		m.say(strings.Repeat("#", level) + " " + content)
	}
}

// list adds a list of entries that may stand at the beginning of a line. One
// that follows another has other marks, which is what keeps the two apart.
func (m *markdown) list(numbered bool, entries []string) {
	if len(entries) == 0 {
		return
	}
	if m.listed == len(m.blocks) {
		m.marks = 1 - m.marks
	} else {
		m.marks = 0
	}
	all := make([]string, len(entries))
	for i, entry := range entries {
		mark := string("-*"[m.marks])
		if numbered {
			mark = strconv.Itoa(i+1) + string(".)"[m.marks])
		}
		all[i] = mark + " " + strings.ReplaceAll(entry, "\n", "\n"+strings.Repeat(" ", len(mark)+1))
	}
	m.say(strings.Join(all, "\n"))
	m.listed = len(m.blocks)
}

func (m *markdown) head(r *resume.Resume) {
	b := r.Basics
	m.heading(1, inline(b.Name))
	contacts := mapped(r.Contacts(), func(c resume.Contact) string {
		return resume.Joined(" ", label(named(c)), link(inline(c.Text), c.URL))
	})
	m.say(onLines(bold(b.Label), inline(b.Experience), inline(b.Location.String()), resume.Joined(" · ", contacts...)))
}

func (m *markdown) section(s resume.Section) {
	m.heading(2, inline(s.Heading))
	for _, b := range s.Blocks {
		m.block(b)
	}
}

func (m *markdown) block(b resume.Block) {
	m.heading(3, inline(b.Title))
	switch b.Kind {
	case resume.KindBasics:
		m.paragraphs(b.Basics.Summary)
		m.list(false, mapped(b.Basics.Highlights, point))
	case resume.KindWork:
		for _, w := range b.Work {
			m.work(w)
		}
	case resume.KindProjects:
		m.list(false, mapped(b.Projects, project))
	case resume.KindReferences:
		for _, e := range b.Entries {
			m.reference(e)
		}
	case resume.KindText:
		m.paragraphs(b.Text)
	case resume.KindNumbered:
		m.list(true, mapped(b.Items, entry))
	case resume.KindQuotes:
		for _, it := range b.Items {
			m.quote(it)
		}
	case resume.KindTags:
		m.list(false, mapped(b.Skills, func(s resume.Skill) string {
			return onLines(resume.Joined(" ", label(resume.Bracketed(s.Name, s.Level)), codes(s.Keywords)))
		}))
		m.say(codes(mapped(b.Items, resume.Item.String)))
	default:
		m.entries(b.Entries)
		m.list(false, mapped(b.Skills, topic))
		m.list(false, mapped(b.Items, entry))
	}
}

func (m *markdown) work(w resume.Employment) {
	m.heading(3, resume.Joined(" – ", link(inline(w.Employer()), w.URL), inline(w.Position)))
	m.say(onLines(resume.Joined(" · ", emphasis(w.When), inline(w.Location)), inline(w.Description), inline(w.Summary)))
	m.list(false, append(mapped(w.Highlights, point), mapped(w.Achievements, project)...))
}

// project gives a result, its figure first.
func project(p resume.Achievement) string {
	figure, name := bold(resume.Joined(" ", p.Metric.Value, p.Metric.Label)), p.Title()
	if figure == "" {
		figure, name = bold(name), ""
	}
	return within(p.Highlights, resume.Joined(" · ", link(figure, p.URL), inline(name)), inline(p.Description),
		resume.Joined(" · ", emphasis(p.When), inline(part(p.Project))), codes(p.Keywords))
}

func (m *markdown) entries(entries []resume.Entry) {
	called := bold
	if onlyNames(entries) {
		called = inline
	}
	m.list(false, mapped(entries, func(e resume.Entry) string {
		return within(e.Points,
			resume.Joined(" · ", resume.Joined(", ", link(called(e.Name), e.URL), inline(e.By), inline(e.Detail)), emphasis(e.When), codes(e.Tags)),
			inline(e.Text))
	}))
}

// within gives an entry of a list in lines, and points as a list within it.
func within(points []string, contents ...string) string {
	inner := &markdown{listed: -1}
	inner.list(false, mapped(points, point))
	return resume.Joined("\n", append([]string{onLines(contents...)}, inner.blocks...)...)
}

// point gives a text as an entry of a list.
func point(s string) string { return onLines(inline(s)) }

// codes returns each word as a code span.
func codes(all []string) string { return resume.Joined(" ", mapped(all, code)...) }

func topic(s resume.Skill) string {
	name, covers := resume.Bracketed(s.Name, s.Level), strings.Join(s.Keywords, ", ")
	if covers == "" {
		return bold(name)
	}
	return onLines(resume.Joined(" ", label(name), inline(covers)))
}

// reference sets what somebody said as a quotation.
func (m *markdown) reference(e resume.Entry) {
	who := bold(e.Name)
	if who != "" {
		who = "— " + who
	}
	m.quotation(inline(e.Text), who)
}

// quote sets a saying as a quotation, in it what it means.
func (m *markdown) quote(it resume.Item) {
	switch {
	case it.Quote != "" && it.Text != "":
		m.quotation(bold(it.Quote), inline(it.Text))
	case it.Quote != "":
		m.quotation(inline(it.Quote))
	default:
		m.quotation(entry(it))
	}
}

func (m *markdown) quotation(contents ...string) {
	m.say("> " + strings.ReplaceAll(onLines(contents...), "\n", "\n> "))
}

// entry gives an item as a sentence, its label bold.
func entry(it resume.Item) string {
	switch {
	case it.Quote != "":
		return point(it.String())
	case it.Text == "":
		return bold(it.Label)
	case it.Label == "":
		return point(it.Text)
	case it.GoesOn():
		return onLines(bold(it.Label) + " " + inline(it.Text))
	default:
		return onLines(label(it.Label) + " " + inline(it.Text))
	}
}

func (m *markdown) paragraphs(s string) {
	for _, paragraph := range paragraphs(s) {
		m.say(point(paragraph))
	}
}

// mapped gives what of makes of each, without those that are empty.
func mapped[T any](all []T, of func(T) string) []string {
	var out []string
	for _, one := range all {
		if s := of(one); s != "" {
			out = append(out, s)
		}
	}
	return out
}
