package export

import (
	"regexp"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// toMarkdown returns the whole résumé as CommonMark.
func toMarkdown(r *resume.Resume) ([]byte, error) {
	b := r.Basics
	var contacts []resume.Inline
	for _, c := range r.Contacts() {
		contacts = apartBy(" · ", contacts, apartBy("", label(contactLabel(c), r.Marks()), link(mdWords(c.Text), c.URL)))
	}
	doc := append(heading(1, mdWords(b.Name)), mdText(beneath(
		paragraph(strong(b.Label)), plain(b.Experience), plain(b.Location.Line(r.Marks())), paragraph(contacts),
	))...)
	for _, p := range outline(r) {
		doc = append(doc, heading(2, mdWords(p.Heading))...)
		for _, g := range p.Groups {
			doc = append(append(doc, heading(3, mdWords(g.Title))...), mdGroup(g)...)
		}
	}
	return []byte(joinBlocks(doc, false) + "\n"), nil
}

func mdGroup(g group) []string {
	var all []string
	list := resume.List{Numbered: g.Form == formSteps, First: 1}
	for _, e := range g.Entries {
		switch {
		case g.Form == formProse || g.Form == formJobs:
			about := apartBy(" · ", slanted(e.When), mdWords(e.Place))
			points := resume.List{Items: e.Points}
			for _, inner := range e.Inner {
				points.Items = append(points.Items, mdThing(inner))
			}
			all = append(all, heading(3, apartBy(" – ", link(mdWords(e.Name), e.URL), mdWords(e.Role)))...)
			all = append(append(all, mdText(beneath(append([]resume.Text{paragraph(about)}, e.Texts...)...))...), mdText(resume.Text{points})...)
		case g.Form == formThings:
			list.Items = append(list.Items, mdThing(e))
		case g.Form == formSayings || g.Form == formPraise:
			all = append(all, mdSaying(e))
		case g.Form == formTags && e.Name == "" && len(g.Entries) == 1:
			all = append(all, mdText(paragraph(codes(e.Tags)))...)
		case g.Form == formTags || g.Form == formTerms:
			list.Items = append(list.Items, mdTerm(e, g.Form))
		default:
			list.Items = append(list.Items, e.line(e.link(), straight))
		}
	}
	return append(all, mdText(resume.Text{list})...)
}

// mdThing returns an entry with what belongs to it beneath.
func mdThing(e entry) resume.Text {
	head, detail, tags := link(strong(e.Name), e.URL), mdWords(e.Detail), codes(e.Tags)
	said := e.said()
	if len(said) == 0 {
		head = apartBy(" · ", apartBy(e.Marks.Comma, head, mdWords(e.By), detail), slanted(e.When), tags)
		detail, tags = nil, nil
	} else {
		head = apartBy(" · ", head, slanted(e.When))
	}
	all := beneath(paragraph(head), said, beneath(e.Texts...), paragraph(detail), paragraph(tags))
	if len(e.Points) > 0 {
		all = append(all, resume.List{Items: e.Points})
	}
	return all
}

// mdTerm returns a name with what it covers.
func mdTerm(e entry, as form) resume.Text {
	covers := codes(e.Tags)
	if as == formTerms {
		covers = mdWords(e.Covers())
	}
	if len(covers) == 0 {
		return paragraph(strong(e.Name))
	}
	return paragraph(apartBy("", label(e.Name, e.Marks), covers))
}

// mdSaying returns a quotation, and what it means or who said it.
func mdSaying(e entry) string {
	all := e.line(e.link(), straight)
	switch {
	case e.Quote != "" && len(e.Said) == 0:
		all = plain(e.Quote)
	case e.Quote != "":
		all = beneath(paragraph(strong(e.Quote)), e.Said)
	case e.By != "":
		all = beneath(e.Said, paragraph(append([]resume.Inline{resume.Plain("— ")}, strong(e.By)...)))
	}
	said := "> " + strings.ReplaceAll(joinBlocks(mdText(all), true), "\n", "\n> ")
	return strings.ReplaceAll(said, "> \n", ">\n")
}

// The functions below return inlines without spaces at their ends; nothing where they would say nothing.

func mdWords(s string) []resume.Inline {
	if s = strings.TrimSpace(printable(s)); s == "" {
		return nil
	}
	return []resume.Inline{resume.Plain(s)}
}

func strong(s string) []resume.Inline {
	return each(mdWords(s), func(w resume.Inline) resume.Inline { return resume.Bold{w} })
}

func slanted(s string) []resume.Inline {
	return each(mdWords(s), func(w resume.Inline) resume.Inline { return resume.Italic{w} })
}

// label returns a bold name and a colon, for what is said about the name.
func label(s string, m *words.Marks) []resume.Inline {
	if s = strings.TrimSpace(printable(s)); s == "" {
		return nil
	}
	before, space := named(resume.Plain(s), m)
	return append(before, space...)
}

// named returns a name in bold with its colon, and the space after that.
func named(name resume.Inline, m *words.Marks) (before resume.Paragraph, space []resume.Inline) {
	colon, spaced := strings.CutSuffix(m.Colon, " ")
	if !spaced { // CommonMark does not end bold text between a mark and a letter
		return resume.Paragraph{resume.Bold{name}, resume.Plain(colon)}, nil
	}
	return resume.Paragraph{resume.Bold{name, resume.Plain(colon)}}, []resume.Inline{resume.Plain(" ")}
}

// link returns inlines, or the address without any, as a link to an address.
func link(inner []resume.Inline, url string) []resume.Inline {
	switch {
	case url == "":
		return inner
	case inner == nil:
		inner = mdWords(resume.BareURL(url, false))
	}
	return []resume.Inline{resume.Link{URL: url, Inner: inner}}
}

// codes returns each word as code.
func codes(all []string) []resume.Inline {
	return apartBy(" ", each(all, func(s string) []resume.Inline {
		return each(mdWords(s), func(resume.Inline) resume.Inline { return resume.Code(s) })
	})...)
}

// apartBy joins groups that are not empty.
func apartBy(separator string, groups ...[]resume.Inline) []resume.Inline {
	return joined(resume.Inline(resume.Plain(separator)), groups...)
}

// joinBlocks returns blocks of CommonMark with a blank line between them. In an entry of a list, which is
// tight, a list follows its paragraph without one. Of two lists in a row the second has other markers, or
// CommonMark would take them for one.
func joinBlocks(all []string, tight bool) string {
	var out strings.Builder
	last := "" // the kind of the list before, if it has its usual marker
	for i, b := range all {
		marker := listMarker.FindString(b)
		kind := strings.TrimLeft(marker, "0123456789")
		if i > 0 {
			out.WriteString("\n")
		}
		if i > 0 && !(tight && (marker == "- " || marker == "1. ")) { // other numbers don't end a paragraph
			out.WriteString("\n")
		}
		if kind != "" && kind == last {
			b = listMarker.ReplaceAllStringFunc(b, strings.NewReplacer("-", "*", ".", ")").Replace)
			kind = ""
		}
		out.WriteString(b)
		last = kind
	}
	return out.String()
}

// listMarker matches the marker of an entry. All other lines of a list are indented.
var listMarker = regexp.MustCompile(`(?m)^(-|\d+\.) `)

func heading(level int, content []resume.Inline) []string {
	if len(content) == 0 {
		return nil
	}
	return mapped(mdText(paragraph(content)), func(s string) string { return strings.Repeat("#", level) + " " + s })
}
