// Package export writes a résumé in each format that visitors and the owner can
// save. Formats lists the formats; each has a file of its own. The package
// touches nothing: a résumé goes in, bytes come out.
package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"ssh-resume/internal/resume"
)

// minTextWidth is the least number of cells that a line is set in.
const minTextWidth = 20

// Text returns the whole résumé as plain text in lines of at most width cells,
// 20 where width is less. It ends in "\n" and has no other control character.
// The text of a résumé in ASCII is ASCII. It has no ornaments, so a screen reader
// can read it as it is.
func Text(r *resume.Resume, width int) string {
	t := text{resume: r, width: max(width, minTextWidth), headed: true}
	parts := []lines{t.head()}
	for _, s := range sectionsBelowHead(r) {
		parts = append(parts, t.section(s))
	}
	return apart(parts...).String()
}

// SectionText returns one section of a résumé as Text sets all of them.
func SectionText(r *resume.Resume, s resume.Section, width int) string {
	t := text{resume: r, width: max(width, minTextWidth)}
	for _, rich := range r.RichSections() {
		if rich.ID == s.ID {
			s = rich
		}
	}
	return t.section(s).String()
}

// text renders blocks as plain text.
type text struct {
	resume *resume.Resume
	width  int
	headed bool // the name and the contacts are at the top of the document
}

var _ resume.Renderer[lines] = text{}

// head is the name and what belongs to it.
func (t text) head() lines {
	b := t.resume.Basics
	var all lines
	for _, s := range []string{b.Name, b.Label, b.Experience, b.Location.String()} {
		all = append(all, t.set("", s)...)
	}
	for _, c := range t.resume.Contacts() {
		all = append(all, t.set("", c.Label+": "+c.Full())...)
	}
	return all
}

func (t text) section(s resume.Section) lines {
	parts := []lines{t.set("", t.upper(s.Heading))}
	for _, b := range s.Blocks {
		parts = append(parts, slices.Concat(t.set("", b.Title), resume.Render(t, b)))
	}
	return apart(parts...)
}

// upper returns a heading in capitals. Turkish and its relatives have two letters i.
func (t text) upper(heading string) string {
	if base, _ := language.Make(t.resume.Lang).Base(); base.String() == "tr" || base.String() == "az" {
		return strings.ToUpperSpecial(unicode.TurkishCase, heading)
	}
	return strings.ToUpper(heading)
}

func (t text) Basics(b resume.Block) lines {
	var head lines
	if !t.headed {
		head = t.head()
	}
	return apart(head, t.draw("", resume.ParseText(b.Basics.Summary)), t.list("", texts(b.Basics.Highlights)))
}

func (t text) Work(b resume.Block) lines {
	entries := []lines{t.ruler(b.Work)}
	for _, w := range b.Work {
		employer := resume.Joined(", ", w.Employer(), w.Location)
		entries = append(entries, slices.Concat(
			t.set("", resume.Bracketed(resume.Joined(": ", employer, w.Position), w.When)),
			t.draw("  ", resume.ParseText(w.Description)),
			t.draw("  ", resume.ParseText(w.Summary)),
			t.list("  ", texts(w.Highlights)),
			t.projects("  ", w.Achievements),
			t.set("  ", w.URL),
		))
	}
	return apart(entries...)
}

func (t text) Projects(b resume.Block) lines { return t.projects("", b.Projects) }

func (t text) projects(indent string, projects []resume.Achievement) lines {
	var all lines
	for _, p := range projects {
		all = slices.Concat(all,
			t.draw(indent+"- ", labelled(p.Title(p.When), result(p.Project))),
			t.set(indent+"  ", rolesIn(p.Project)),
			t.list(indent+"  ", texts(p.Highlights)),
			t.set(indent+"  ", resume.Joined(", ", p.Keywords...)),
			t.set(indent+"  ", p.URL),
		)
	}
	return all
}

func (t text) Education(b resume.Block) lines    { return t.entries(b) }
func (t text) Certificates(b resume.Block) lines { return t.entries(b) }
func (t text) Awards(b resume.Block) lines       { return t.entries(b) }
func (t text) Publications(b resume.Block) lines { return t.entries(b) }
func (t text) Volunteer(b resume.Block) lines    { return t.entries(b) }
func (t text) Languages(b resume.Block) lines    { return t.entries(b) }
func (t text) Interests(b resume.Block) lines    { return t.entries(b) }

func (t text) entries(b resume.Block) lines {
	var all lines
	for _, e := range b.Entries {
		name := resume.Bracketed(resume.Joined(", ", e.Name, e.By), e.When)
		details := resume.Joined(", ", append([]string{e.Detail}, e.Tags...)...)
		all = slices.Concat(all,
			t.set("- ", resume.Joined(": ", name, details)),
			t.draw("  ", resume.ParseText(e.Text)),
			t.list("  ", pointsOf(b, e)),
			t.set("  ", e.URL),
		)
	}
	return all
}

func (t text) References(b resume.Block) lines {
	var all lines
	for _, e := range b.Entries {
		all = append(all, t.draw("- ", labelled(e.Name, quoted(resume.ParseText(e.Text), `"`, `"`)))...)
	}
	return all
}

func (t text) Topics(b resume.Block) lines { return t.skills(b.Skills) }

func (t text) Tags(b resume.Block) lines { return slices.Concat(t.skills(b.Skills), t.items(b.Items)) }

func (t text) skills(skills []resume.Skill) lines {
	var all lines
	for _, s := range skills {
		name := resume.Bracketed(s.Name, s.Level)
		all = append(all, t.set("- ", resume.Joined(": ", name, resume.Joined(", ", s.Keywords...)))...)
	}
	return all
}

func (t text) Text(b resume.Block) lines {
	var gap lines
	if b.Title != "" {
		gap = lines{""}
	}
	return slices.Concat(gap, t.draw("", resume.ParseText(b.Text)))
}

func (t text) List(b resume.Block) lines     { return t.items(b.Items) }
func (t text) Quotes(b resume.Block) lines   { return t.items(b.Items) }
func (t text) Measures(b resume.Block) lines { return t.items(b.Items) }

// items sets a list. A quotation that stands alone has no mark.
func (t text) items(items []resume.Item) lines {
	if len(items) == 1 && items[0].Quote != "" {
		return t.draw("", sentences(items)[0])
	}
	return t.list("", sentences(items))
}

func (t text) Numbered(b resume.Block) lines {
	var all lines
	for i, s := range sentences(b.Items) {
		all = append(all, t.draw(fmt.Sprintf("%d. ", i+1), s)...)
	}
	return all
}

func (t text) list(indent string, texts []resume.Text) lines {
	var all lines
	for _, s := range texts {
		all = append(all, t.draw(indent+"- ", s)...)
	}
	return all
}

// draw sets a text of the owner's, its first line after the mark and the others
// indented as far.
func (t text) draw(mark string, s resume.Text) lines {
	return t.blocks(mark, resume.RenderText(plainNodes{}, s))
}

func (t text) blocks(mark string, all []plainBlock) lines {
	if deepest := t.width / 2; len(mark) > deepest {
		mark = mark[len(mark)-deepest:]
	}
	indent := strings.Repeat(" ", len(mark))
	var out lines
	for i, b := range all {
		if i > 0 && len(b.items) == 0 {
			out = append(out, "")
		}
		for l := range strings.SplitSeq(b.text, "\n") {
			if set := t.set(mark, l); len(set) > 0 {
				out, mark = append(out, set...), indent
			}
		}
		for j, item := range b.items {
			entry := "- "
			if b.numbered {
				entry = fmt.Sprintf("%d. ", b.first+j)
			}
			out, mark = append(out, t.blocks(mark+entry, item)...), indent
		}
	}
	return out
}

// set breaks a text into lines, the first after the mark and the others indented
// as far.
func (t text) set(mark, s string) lines {
	var all lines
	for _, l := range wrap(isolated(s, resume.RightToLeft(t.resume.Lang)), t.width-len(mark)) {
		all = append(all, mark+l)
		mark = strings.Repeat(" ", len(mark))
	}
	return all
}

// lines are the lines of a text, without their ends.
type lines []string

// apart joins parts that are not empty, with a blank line between them.
func apart(parts ...lines) lines {
	var all lines
	for _, p := range parts {
		if len(p) > 0 && len(all) > 0 {
			all = append(all, "")
		}
		all = append(all, p...)
	}
	return all
}

func (l lines) String() string { return strings.TrimRight(strings.Join(l, "\n"), "\n") + "\n" }

// plainNodes renders a text of the owner's without markup. A line end in a
// paragraph is one that the owner wants.
type plainNodes struct{}

// plainBlock is a paragraph or a list.
type plainBlock struct {
	text     string
	items    [][]plainBlock
	numbered bool
	first    int
}

var _ resume.TextRenderer[string, plainBlock] = plainNodes{}

func (plainNodes) Plain(s string) string        { return s }
func (plainNodes) Bold(inner []string) string   { return strings.Join(inner, "") }
func (plainNodes) Italic(inner []string) string { return strings.Join(inner, "") }
func (plainNodes) Code(s string) string         { return s }
func (plainNodes) Break() string                { return "\n" }

// Link returns the words, and the address unless they are the address.
func (plainNodes) Link(url string, inner []string) string {
	words, address := strings.Join(inner, ""), strings.TrimPrefix(url, "mailto:")
	if strings.Contains(words, resume.BareURL(address, true)) || strings.Contains(words, resume.BareURL(address, false)) {
		return words
	}
	return resume.Bracketed(words, address)
}

func (plainNodes) Paragraph(inner []string) plainBlock {
	return plainBlock{text: strings.Join(inner, "")}
}

func (plainNodes) List(items [][]plainBlock) plainBlock { return plainBlock{items: items} }

func (plainNodes) NumberedList(first int, items [][]plainBlock) plainBlock {
	return plainBlock{items: items, numbered: true, first: first}
}
