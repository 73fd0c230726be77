package export

import (
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// Markdown gives the whole résumé as CommonMark.
func Markdown(r *resume.Resume) ([]byte, error) {
	m := &markdown{}
	m.head(r.Basics)
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

// list adds a list. One that follows another has other marks, which is what
// keeps the two apart.
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
		all[i] = mark + " " + indent(onLines(entry), len(mark)+1)
	}
	m.say(strings.Join(all, "\n"))
	m.listed = len(m.blocks)
}

// indent sets the lines after the first as far in as the first stands.
func indent(s string, by int) string {
	return strings.ReplaceAll(s, "\n", "\n"+strings.Repeat(" ", by))
}

func (m *markdown) head(b resume.Basics) {
	m.heading(1, inline(b.Name))
	m.say(onLines(bold(b.Label), inline(b.Experience), inline(place(b.Location)), address(b.URL)))
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
		m.list(false, mapped(b.Basics.Highlights, inline))
	case resume.KindWork:
		for _, w := range b.Work {
			m.work(w)
		}
	case resume.KindProjects:
		m.list(false, mapped(b.Projects, project))
	case resume.KindEducation:
		m.list(false, mapped(b.Entries, func(e resume.Entry) string {
			return join(", ", link(bold(e.Name), e.URL), inline(e.By))
		}))
	case resume.KindCertificates:
		m.list(false, mapped(b.Entries, func(c resume.Entry) string {
			return join(", ", link(inline(c.Name), c.URL), inline(c.By))
		}))
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
			return join(" ", label(s.Name), join(" ", mapped(s.Keywords, code)...))
		}))
		m.say(join(" ", mapped(b.Items, func(it resume.Item) string { return code(it.String()) })...))
	default:
		m.list(false, mapped(b.Skills, topic))
		m.list(false, mapped(b.Items, entry))
	}
}

func (m *markdown) work(w resume.Employment) {
	m.heading(3, join(" – ", link(inline(employer(w.Work)), w.URL), inline(w.Position)))
	m.say(onLines(emphasis(w.When), inline(w.Summary)))
	m.list(false, append(mapped(w.Highlights, inline), mapped(w.Achievements, project)...))
}

// project gives a result, its figure first.
func project(p resume.Achievement) string {
	figure, name := bold(join(" ", p.Metric.Value, p.Metric.Label)), projectName(p.Project)
	if figure == "" {
		figure, name = bold(name), ""
	}
	return onLines(join(" · ", link(figure, p.URL), inline(name)), inline(p.Description))
}

func topic(s resume.Skill) string {
	if len(s.Keywords) == 0 {
		return bold(s.Name)
	}
	covers := strings.Join(s.Keywords, ", ")
	if s.Name == "" {
		return inline(covers)
	}
	return label(s.Name) + " " + inline(covers)
}

// quote sets a saying as a quotation, in it what it means.
func (m *markdown) quote(it resume.Item) {
	content := entry(it)
	if it.Quote != "" && it.Text != "" {
		content = onLines(bold(it.Quote), inline(it.Text))
	} else if it.Quote != "" {
		content = inline(it.Quote)
	}
	m.say("> " + strings.ReplaceAll(onLines(content), "\n", "\n> "))
}

// entry gives an item as a sentence, its label bold.
func entry(it resume.Item) string {
	switch {
	case it.Quote != "":
		return inline(it.String())
	case it.Text == "":
		return bold(it.Label)
	case it.Label == "":
		return inline(it.Text)
	case it.GoesOn():
		return bold(it.Label) + " " + inline(it.Text)
	default:
		return label(it.Label) + " " + inline(it.Text)
	}
}

func (m *markdown) paragraphs(s string) {
	for _, paragraph := range paragraphs(s) {
		m.say(onLines(inline(paragraph)))
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
