// Package export gives a résumé in the formats that a visitor can take away.
package export

import (
	"fmt"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// leastWidth is the least number of cells that a line is set in.
const leastWidth = 20

// formerly stands before the name of an employer that was left.
const formerly = "Ex-"

// Text gives the whole résumé as plain text in lines of at most width cells, 20
// where it is less. It ends in "\n" and holds no other control character; of a
// résumé in ASCII it is ASCII. Nothing in it is drawn: a screen reader reads it
// as it stands.
func Text(r *resume.Resume, width int) string {
	t := text{width: max(width, leastWidth)}
	t.head(r.Basics)
	sections := r.Sections()
	for _, s := range sections {
		t.told = t.told || slices.ContainsFunc(s.Blocks, isProjects)
	}
	t.headed = true
	for _, s := range sections {
		t.section(s)
	}
	return t.String()
}

// SectionText gives one section as Text gives all of them.
func SectionText(s resume.Section, width int) string {
	t := text{width: max(width, leastWidth)}
	t.section(s)
	return t.String()
}

func isProjects(b resume.Block) bool { return b.Kind == resume.KindProjects }

// text is a plain text that is being written.
type text struct {
	lines
	width  int
	headed bool // who this is stands at the top already
	told   bool // the achievements have a section of their own
}

// head says who this is.
func (t *text) head(b resume.Basics) {
	for _, s := range []string{b.Name, b.Label, b.Experience, join(", ", b.Location.City, b.Location.Region), b.URL} {
		t.say(s)
	}
}

func (t *text) section(s resume.Section) {
	at := len(t.lines)
	t.gap()
	t.say(strings.ToUpper(s.Heading))
	t.gap()
	began := len(t.lines)
	for _, b := range s.Blocks {
		t.block(b)
	}
	if len(t.lines) == began { // all of it stands at the top
		t.lines = t.lines[:at]
	}
}

func (t *text) block(b resume.Block) {
	t.gap()
	t.say(b.Title)
	switch b.Kind {
	case resume.KindBasics:
		t.basics(b.Basics)
	case resume.KindWork:
		t.work(b.Work)
	case resume.KindProjects:
		t.projects("- ", b.Projects)
	case resume.KindEducation:
		for _, e := range b.Entries {
			t.entry("- ", join(", ", e.Name, e.By), e.URL)
		}
	case resume.KindCertificates:
		for _, c := range b.Entries {
			t.entry("- ", join(", ", c.Name, c.By), c.URL)
		}
	case resume.KindText:
		t.paragraphs(b.Text)
	case resume.KindNumbered:
		for i, it := range b.Items {
			t.set(fmt.Sprintf("%d. ", i+1), it.String())
		}
	default:
		for _, skill := range b.Skills {
			t.entry("- ", join(": ", skill.Name, join(", ", skill.Keywords...)), "")
		}
		t.items(b.Items)
	}
}

func (t *text) basics(b resume.Basics) {
	if !t.headed {
		t.head(b)
		t.gap()
	}
	for _, h := range b.Highlights {
		t.entry("- ", h, "")
	}
	t.gap()
	t.paragraphs(b.Summary)
}

func (t *text) work(work []resume.Employment) {
	for i, w := range work {
		if i > 0 {
			t.gap()
		}
		name := w.Name
		if w.Former && name != "" {
			name = formerly + name
		}
		head := join(": ", name, w.Position)
		if w.When != "" {
			head = join(" ", head, "("+w.When+")")
		}
		t.say(head)
		t.set("  ", w.Summary)
		for _, h := range w.Highlights {
			t.entry("  - ", h, "")
		}
		if !t.told {
			t.projects("  - ", w.Achievements)
		}
		t.set("  ", w.URL)
	}
}

func (t *text) projects(mark string, projects []resume.Achievement) {
	for _, p := range projects {
		name := p.Name
		if p.Entity != "" && !strings.Contains(strings.ToLower(name), strings.ToLower(p.Entity)) {
			name = join(" ", name, "("+p.Entity+")")
		}
		t.entry(mark, join(": ", name, result(p.Project)), p.URL)
	}
}

// result gives what came of a project, with its figure where the description
// does not give that.
func result(p resume.Project) string {
	value := strings.TrimLeft(p.Metric.Value, "-−–+±~≈<>≤≥ ")
	said := strings.ToLower(p.Description)
	if strings.Contains(said, strings.ToLower(value)) && strings.Contains(said, strings.ToLower(p.Metric.Label)) {
		return p.Description
	}
	figure := join(" ", p.Metric.Value, p.Metric.Label)
	if p.Description == "" {
		return figure
	}
	return p.Description + " (" + figure + ")"
}

// items sets a list. A saying that stands alone needs no mark.
func (t *text) items(items []resume.Item) {
	if len(items) == 1 && items[0].Quote != "" {
		t.say(items[0].String())
		return
	}
	for _, it := range items {
		t.entry("- ", it.String(), "")
	}
}

// entry sets one entry of a list, and beneath it where it leads.
func (t *text) entry(mark, s, url string) {
	t.set(mark, s)
	t.set(strings.Repeat(" ", len(mark)), url)
}

func (t *text) paragraphs(s string) {
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		t.gap()
		t.say(paragraph)
	}
}

func (t *text) say(s string) { t.set("", s) }

// set adds a text in lines, the first after the mark, the others as far in.
func (t *text) set(mark, s string) {
	for i, l := range wrap(s, t.width-len(mark)) {
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		t.lines = append(t.lines, mark+l)
	}
}

// lines are those of a text.
type lines []string

// gap sets what follows apart from what there is.
func (l *lines) gap() {
	if n := len(*l); n > 0 && (*l)[n-1] != "" {
		*l = append(*l, "")
	}
}

func (l *lines) String() string {
	return strings.TrimRight(strings.Join(*l, "\n"), "\n") + "\n"
}

// join gives the parts that are not empty with the separator between them.
func join(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), separator)
}
