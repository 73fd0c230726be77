package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// The functions in this file return paragraphs and spans of one form. They leave
// out what is empty.

// nonEmpty returns the paragraphs that say something.
func nonEmpty(all ...typeset.Paragraph) pdfParagraphs {
	return slices.DeleteFunc(all, func(p typeset.Paragraph) bool { return isBlank(p.Spans) })
}

func textParagraphs(s string) pdfParagraphs {
	var all pdfParagraphs
	for _, paragraph := range paragraphs(s) {
		all = append(all, nonEmpty(typeset.Paragraph{Spans: one(plainText(paragraph)), Above: aboveEntry})...)
	}
	return all
}

// dated returns a paragraph with a date at its right. Where the paragraph is
// empty, the date takes its place.
func dated(when string, p typeset.Paragraph) pdfParagraphs {
	if isBlank(p.Spans) {
		p.Spans = one(quietText(when))
		return nonEmpty(p)
	}
	p.Right = when
	return pdfParagraphs{p}
}

// keptTogether keeps the first three paragraphs of an entry on one page, and the
// last two.
func keptTogether(entry pdfParagraphs) pdfParagraphs {
	for i := range len(entry) - 1 {
		if i < 2 || i == len(entry)-2 {
			entry[i].KeepNext = true
		}
	}
	return entry
}

func line(spans ...typeset.Span) pdfParagraphs {
	return nonEmpty(typeset.Paragraph{Spans: spans, Above: aboveLine})
}

// indented returns a line that belongs to an entry with a bullet.
func indented(spans ...typeset.Span) pdfParagraphs {
	return nonEmpty(typeset.Paragraph{Spans: spans, Indent: indentBeneath, Above: aboveLine})
}

// The marks of a list, and of one in another.
const (
	bullet      = "•"
	innerBullet = "–"
)

// marked returns an entry of a list.
func marked(mark string, spans ...typeset.Span) pdfParagraphs {
	return nonEmpty(typeset.Paragraph{Spans: spans, Mark: mark, Indent: indentItem, Above: aboveLine})
}

// points returns a list.
func points(indent float64, mark string, points []string) pdfParagraphs {
	var all pdfParagraphs
	for _, s := range points {
		all = append(all, nonEmpty(typeset.Paragraph{Spans: one(plainText(s)), Mark: mark, Indent: indent, Above: aboveLine})...)
	}
	return all
}

func plainText(s string) typeset.Span  { return span(s, typeset.Regular, typeset.Ink) }
func boldText(s string) typeset.Span   { return span(s, typeset.Bold, typeset.Ink) }
func italicText(s string) typeset.Span { return span(s, typeset.Italic, typeset.Ink) }
func accentText(s string) typeset.Span { return span(s, typeset.Bold, typeset.Accent) }
func quietText(s string) typeset.Span  { return span(s, typeset.Regular, typeset.Quiet) }

func span(s string, face typeset.Face, color typeset.Color) typeset.Span {
	return typeset.Span{Text: s, Style: typeset.Style{Face: face, Color: color}}
}

func one(s typeset.Span) []typeset.Span { return []typeset.Span{s} }

// isBlank reports whether spans have nothing but space.
func isBlank(spans []typeset.Span) bool {
	return !slices.ContainsFunc(spans, func(s typeset.Span) bool { return strings.TrimSpace(s.Text) != "" })
}

// separated joins the groups of spans that are not blank.
func separated(separator string, groups ...[]typeset.Span) []typeset.Span {
	var all []typeset.Span
	for _, g := range groups {
		if isBlank(g) {
			continue
		}
		if len(all) > 0 {
			all = append(all, quietText(separator))
		}
		all = append(all, g...)
	}
	return all
}

// maxAddress is how many characters an address that is printed has at most. A
// longer one says little on paper.
const maxAddress = 28

// linked returns a name that leads to a web address, and the address as it is
// printed beside it. A long one is not printed; the colour of the name shows that
// it leads somewhere.
func linked(name typeset.Span, url string) (link typeset.Span, address []typeset.Span) {
	if url == "" {
		return name, nil
	}
	printed := span(resume.BareURL(url, false), typeset.Regular, typeset.Accent)
	printed.URL = url
	if utf8.RuneCountInString(printed.Text) <= maxAddress || name.Text == "" {
		address = one(printed)
	} else {
		name.Color = typeset.Accent
	}
	name.URL = url
	return name, address
}

func contactSpans(c resume.Contact) []typeset.Span {
	text := quietText(c.Text)
	if c.URL != "" {
		text.Color, text.URL = typeset.Accent, c.URL
	}
	if label := contactLabel(c); label != "" {
		return []typeset.Span{quietText(label + ": "), text}
	}
	return one(text)
}

// withFigure returns a result with its figure standing out, where the result has
// it as a whole.
func withFigure(result, figure string) []typeset.Span {
	i := strings.Index(result, figure)
	if i < 0 { // "−40%" may be "by 40%" in a sentence
		figure = strings.TrimLeft(figure, signs)
		i = strings.Index(result, figure)
	}
	if figure == "" || i < 0 {
		return one(plainText(result))
	}
	end := i + len(figure)
	before, _ := utf8.DecodeLastRuneInString(result[:i])
	after, _ := utf8.DecodeRuneInString(result[end:])
	if unicode.IsDigit(before) || unicode.IsDigit(after) { // it is part of another figure
		return one(plainText(result))
	}
	return []typeset.Span{plainText(result[:i]), accentText(figure), plainText(result[end:])}
}

// labelled returns "Label: text".
func labelled(label, text string) []typeset.Span {
	switch {
	case label == "":
		return one(plainText(text))
	case text == "":
		return one(plainText(label))
	}
	return []typeset.Span{boldText(label + ": "), plainText(text)}
}
