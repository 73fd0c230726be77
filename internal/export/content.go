package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// What follows decides what is said. The renderers decide how it looks. A text of
// the owner's is a resume.Text, which each renderer draws node by node.

// sectionsBelowHead returns the sections of a document that has the person's name
// and contacts at its head and is read as a whole. It leaves out sections that
// would only repeat the head, and the achievements of employers where projects
// have a section of their own.
func sectionsBelowHead(r *resume.Resume) []resume.Section {
	sections := r.RichSections()
	projectsShown := slices.ContainsFunc(sections, func(s resume.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b resume.Block) bool { return b.Kind == resume.KindProjects })
	})
	var all []resume.Section
	for _, s := range sections {
		first := s.Blocks[0]
		if onlyHead := len(s.Blocks) == 1 && first.Kind == resume.KindBasics &&
			first.Basics.Summary == "" && len(first.Basics.Highlights) == 0; !onlyHead {
			all = append(all, s)
		}
		for _, b := range s.Blocks {
			for i := range b.Work {
				if projectsShown {
					b.Work[i].Achievements = nil
				}
			}
		}
	}
	return all
}

// rolesIn returns what a project is and which roles the person had in it.
func rolesIn(p resume.Project) string {
	return resume.Joined(", ", append([]string{p.Type}, p.Roles...)...)
}

// result returns what came of a project, with its figure where the description
// does not have it.
func result(p resume.Project) resume.Text {
	description := resume.ParseText(p.Description)
	said := strings.ToLower(description.Paragraphs())
	value := strings.TrimLeft(p.Metric.Value, signs)
	if strings.Contains(said, strings.ToLower(value)) && strings.Contains(said, strings.ToLower(p.Metric.Label)) {
		return description
	}
	figure := resume.Joined(" ", p.Metric.Value, p.Metric.Label)
	if len(description) == 0 {
		return plain(figure)
	}
	return followedBy(description, " ("+figure+")")
}

// signs are what a figure may begin with and a sentence may say in words.
const signs = "-−–+±~≈<>≤≥ "

// onlyNames reports whether entries have a name, with or without an address,
// and nothing else.
func onlyNames(entries []resume.Entry) bool {
	return !slices.ContainsFunc(entries, func(e resume.Entry) bool {
		return e.Detail+e.By+e.When+e.Text != "" || len(e.Points)+len(e.Tags) > 0
	})
}

// contactLabel returns the label of a contact whose text needs one: an address or
// a number speaks for itself, a user's name in a network does not, nor does what
// is no valid address.
func contactLabel(c resume.Contact) string {
	if c.URL != "" && c.Kind != resume.ContactProfile {
		return ""
	}
	return c.Label
}

// pointsOf returns what is listed under an entry of a block. Courses are names, in
// which nothing is markup.
func pointsOf(b resume.Block, e resume.Entry) []resume.Text {
	if b.Kind != resume.KindEducation {
		return texts(e.Points)
	}
	var all []resume.Text
	for _, name := range e.Points {
		all = append(all, plain(name))
	}
	return all
}

// plain returns a text in which nothing is markup.
func plain(s string) resume.Text {
	if s == "" {
		return nil
	}
	return resume.Text{resume.Paragraph{resume.Plain(s)}}
}

// labelled returns a text after a label: "Label: text".
func labelled(label string, text resume.Text) resume.Text {
	switch {
	case label == "":
		return text
	case len(text) == 0:
		return plain(label)
	}
	return preceded(text, resume.Bold{resume.Plain(label + ":")}, resume.Plain(" "))
}

// preceded returns a text with something before its first paragraph.
func preceded(text resume.Text, before ...resume.Inline) resume.Text {
	if p, ok := text[0].(resume.Paragraph); ok {
		return append(resume.Text{append(resume.Paragraph(before), p...)}, text[1:]...)
	}
	return append(resume.Text{resume.Paragraph(before)}, text...)
}

// followedBy returns a text with something after its last paragraph.
func followedBy(text resume.Text, after string) resume.Text {
	last := len(text) - 1
	if p, ok := text[last].(resume.Paragraph); ok {
		return append(slices.Clone(text[:last]), append(slices.Clone(p), resume.Plain(after)))
	}
	return append(slices.Clone(text), resume.Paragraph{resume.Plain(strings.TrimSpace(after))})
}

// quoted returns what somebody said in quotation marks, unless it has its own.
func quoted(said resume.Text, open, end string) resume.Text {
	words := said.Line()
	if first, _ := utf8.DecodeRuneInString(words); words == "" || strings.ContainsRune(`"“„«‘「`, first) {
		return said
	}
	return followedBy(preceded(said, resume.Plain(open)), end)
}

// sentence returns an item as one text: "Label: text", or "Label text" where the
// text continues the label; or a quotation, which is given, and what it means.
func sentence(it resume.Item, quotation resume.Inline) resume.Text {
	text := resume.ParseText(it.Text)
	switch {
	case it.Quote != "" && len(text) == 0:
		return resume.Text{resume.Paragraph{quotation}}
	case it.Quote != "":
		return preceded(text, quotation, resume.Plain(": "))
	case it.Continues():
		return preceded(text, resume.Bold{resume.Plain(it.Label)}, resume.Plain(" "))
	}
	return labelled(it.Label, text)
}

// sentences returns items as texts, with quotations in the marks that a keyboard
// has. Items that say nothing are left out.
func sentences(items []resume.Item) []resume.Text {
	var all []resume.Text
	for _, it := range items {
		if it != (resume.Item{}) {
			all = append(all, sentence(it, resume.Plain(`"`+it.Quote+`"`)))
		}
	}
	return all
}

// texts returns each text as it is drawn.
func texts(sources []string) []resume.Text {
	var all []resume.Text
	for _, s := range sources {
		if t := resume.ParseText(s); len(t) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// mapped returns the results of f that are not empty.
func mapped[T any](all []T, f func(T) string) []string {
	var out []string
	for _, one := range all {
		if s := f(one); s != "" {
			out = append(out, s)
		}
	}
	return out
}
