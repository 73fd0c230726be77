// Package export gives a résumé in the formats that a visitor can take away.
package export

import (
	"fmt"
	"strings"

	"ssh-resume/internal/resume"
)

// leastWidth is the least number of cells that a line is set in.
const leastWidth = 20

// Text gives the whole résumé as plain text in lines of at most width cells, 20
// where it is less. It ends in "\n" and holds no other control character; of a
// résumé in ASCII it is ASCII. Nothing in it is drawn: a screen reader reads it
// as it stands.
func Text(r *resume.Resume, width int) string {
	t := text{resume: r, width: max(width, leastWidth), headed: true}
	t.head(r.Basics)
	for _, s := range underHead(r) {
		t.section(s)
	}
	return t.String()
}

// SectionText returns one section of a résumé as Text sets all of them.
func SectionText(r *resume.Resume, s resume.Section, width int) string {
	t := text{resume: r, width: max(width, leastWidth)}
	t.section(s)
	return t.String()
}

// text is a plain text that is being written.
type text struct {
	lines
	resume *resume.Resume
	width  int
	headed bool // who this is stands at the top already
}

// head says who this is.
func (t *text) head(b resume.Basics) {
	for _, s := range []string{b.Name, b.Label, b.Experience, b.Location.String()} {
		t.say(s)
	}
	for _, c := range t.resume.Contacts() {
		t.say(c.Label + ": " + c.Full())
	}
}

func (t *text) section(s resume.Section) {
	t.gap()
	t.say(strings.ToUpper(s.Heading))
	t.gap()
	for _, b := range s.Blocks {
		t.block(b)
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
		t.projects("", b.Projects)
	case resume.KindReferences:
		for _, e := range b.Entries {
			t.set("- ", resume.Joined(": ", e.Name, quoted(e.Text, `"`, `"`)))
		}
	case resume.KindText:
		t.paragraphs(b.Text)
	case resume.KindNumbered:
		for i, it := range b.Items {
			t.set(fmt.Sprintf("%d. ", i+1), it.String())
		}
	default:
		t.entries(b.Entries)
		for _, skill := range b.Skills {
			t.set("- ", resume.Joined(": ", resume.Bracketed(skill.Name, skill.Level), resume.Joined(", ", skill.Keywords...)))
		}
		t.items(b.Items)
	}
}

func (t *text) basics(b resume.Basics) {
	if !t.headed {
		t.head(b)
		t.gap()
	}
	t.paragraphs(b.Summary)
	t.gap()
	t.list("", b.Highlights)
}

func (t *text) work(work []resume.Employment) {
	for i, w := range work {
		if i > 0 {
			t.gap()
		}
		t.say(resume.Bracketed(resume.Joined(": ", resume.Joined(", ", w.Employer(), w.Location), w.Position), w.When))
		t.set("  ", w.Description)
		t.set("  ", w.Summary)
		t.list("  ", w.Highlights)
		t.projects("  ", w.Achievements)
		t.set("  ", w.URL)
	}
}

func (t *text) projects(indent string, projects []resume.Achievement) {
	for _, p := range projects {
		t.set(indent+"- ", resume.Joined(": ", p.Title(p.When), result(p.Project)))
		t.set(indent+"  ", part(p.Project))
		t.list(indent+"  ", p.Highlights)
		t.set(indent+"  ", resume.Joined(", ", p.Keywords...))
		t.set(indent+"  ", p.URL)
	}
}

func (t *text) entries(entries []resume.Entry) {
	for _, e := range entries {
		t.set("- ", resume.Joined(": ", resume.Bracketed(resume.Joined(", ", e.Name, e.By), e.When), resume.Joined(", ", append([]string{e.Detail}, e.Tags...)...)))
		t.set("  ", e.Text)
		t.list("  ", e.Points)
		t.set("  ", e.URL)
	}
}

// items sets a list. A saying that stands alone needs no mark.
func (t *text) items(items []resume.Item) {
	if len(items) == 1 && items[0].Quote != "" {
		t.say(items[0].String())
		return
	}
	for _, it := range items {
		t.set("- ", it.String())
	}
}

func (t *text) list(indent string, texts []string) {
	for _, s := range texts {
		t.set(indent+"- ", s)
	}
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
