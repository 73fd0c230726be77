package export

import (
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// toMarkdown returns the whole résumé as CommonMark.
func toMarkdown(r *resume.Resume) ([]byte, error) {
	h := headOf(r)
	contacts := apartBy(" · ", each(h.Contacts, func(c resume.Contact) []resume.Inline {
		return apartBy(r.Marks().Colon, boldWords(contactLabel(c)), link(plainWords(c.Text), c.URL))
	})...)
	about := beneath(paragraph(boldWords(h.Label)), beneath(each(h.Facts, plain)...), paragraph(contacts))
	doc := append(heading(1, plainWords(h.Name)), mdText(about)...)
	for _, p := range outline(r) {
		doc = append(doc, heading(2, plainWords(p.Heading))...)
		for _, g := range p.Groups {
			doc = append(append(doc, heading(3, plainWords(g.Title))...), mdGroup(g)...)
		}
	}
	return []byte(joinMarkdown(doc, false) + "\n"), nil
}

func mdGroup(g group) []string {
	p := prose{linked: true, between: " · "}
	switch g.Form {
	case formProse, formJobs:
		return slices.Concat(each(g.Entries, func(e entry) []string {
			head, rest := p.job(e)
			return append(heading(3, head), mdText(rest)...)
		})...)
	case formQuotes, formReferences:
		return each(g.Entries, mdQuote)
	case formDetailed, formList, formTerms, formTags, formNumbered, formMeasures:
		return mdText(p.group(g))
	default:
		panic(g.Form.unknown())
	}
}

// mdQuote returns a quotation, and what it means or who said it.
func mdQuote(e entry) string {
	all := e.line(straight)
	switch {
	case e.Quote != "" && len(e.Said) == 0:
		all = plain(e.Quote)
	case e.Quote != "":
		all = beneath(paragraph(boldWords(e.Quote)), e.Said)
	case e.By != "":
		all = beneath(e.Said, paragraph(apartBy(" ", plainWords("—"), boldWords(e.By))))
	}
	said := "> " + strings.ReplaceAll(joinMarkdown(mdText(all), true), "\n", "\n> ")
	return strings.ReplaceAll(said, "> \n", ">\n")
}

// joinMarkdown returns blocks of CommonMark with a blank line between them. In an item of a tight list, a nested
// list follows its paragraph without one. The second of two lists in a row gets different markers, or
// CommonMark would join them.
func joinMarkdown(all []string, tight bool) string {
	var out strings.Builder
	last := "" // the kind of the previous list, if it has the usual marker
	for i, b := range slices.DeleteFunc(all, func(b string) bool { return b == "" }) {
		marker := listMarker.FindString(b)
		kind := strings.TrimLeft(marker, "0123456789")
		if i > 0 {
			out.WriteString("\n")
		}
		follows := tight && (marker == "- " || marker == "1. ") // other numbers don't end a paragraph
		if i > 0 && !follows {
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

// listMarker matches the marker of an item. All other lines of a list are indented.
var listMarker = regexp.MustCompile(`(?m)^(-|\d+\.) `)

func heading(level int, content []resume.Inline) []string {
	return mapped(mdText(paragraph(content)), func(s string) string { return strings.Repeat("#", level) + " " + s })
}
