package export

import (
	"fmt"
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

// points returns a list of texts.
func points(indent float64, mark string, texts []resume.Text) pdfParagraphs {
	var all pdfParagraphs
	for _, t := range texts {
		all = append(all, drawnIn(plainText(""), typeset.Paragraph{Mark: mark, Indent: indent, Above: aboveLine}, t)...)
	}
	return all
}

// drawnIn returns a text of the owner's in the style of a span. Its first paragraph
// is as given.
func drawnIn(base typeset.Span, first typeset.Paragraph, t resume.Text) pdfParagraphs {
	return pdfBlocks(first, resume.RenderText(pdfNodes{base}, t))
}

func pdfBlocks(p typeset.Paragraph, blocks []pdfBlock) pdfParagraphs {
	var all pdfParagraphs
	beneath := p
	if p.Mark != "" {
		beneath.Mark, beneath.Indent = "", p.Indent+indentBeneath-indentItem
	}
	for _, b := range blocks {
		for _, spans := range b.lines {
			p.Spans = spans
			all = append(all, nonEmpty(p)...)
			p = beneath
			p.Above = 0
		}
		p.Above = beneath.Above
		for i, item := range b.items {
			entry := beneath
			entry.Mark, entry.Above = innerBullet, aboveLine
			if beneath.Indent < indentItem {
				entry.Mark, entry.Indent = bullet, indentItem
			}
			if b.numbered {
				entry.Mark = fmt.Sprintf("%d.", b.first+i)
			}
			all = append(all, pdfBlocks(entry, item)...)
			p = beneath
		}
	}
	return all
}

// pdfNodes renders a text of the owner's in the style of a span.
type pdfNodes struct{ base typeset.Span }

// pdfBlock is a paragraph, of which each line begins a paragraph for typesetting,
// or a list.
type pdfBlock struct {
	lines    [][]typeset.Span
	items    [][]pdfBlock
	numbered bool
	first    int
}

var _ resume.TextRenderer[[]typeset.Span, pdfBlock] = pdfNodes{}

// lineEnd is the text of a span that ends a line.
const lineEnd = "\n"

// Plain returns a text in the style of the base.
func (n pdfNodes) Plain(s string) []typeset.Span {
	n.base.Text = s
	return one(n.base)
}

// Bold makes spans bold.
func (pdfNodes) Bold(inner [][]typeset.Span) []typeset.Span {
	return restyled(inner, func(s *typeset.Span) {
		switch s.Face {
		case typeset.Regular, typeset.SemiBold:
			s.Face = typeset.Bold
		case typeset.Italic:
			s.Face = typeset.BoldItalic
		}
	})
}

// Italic makes spans italic, and those that were upright.
func (pdfNodes) Italic(inner [][]typeset.Span) []typeset.Span {
	return restyled(inner, func(s *typeset.Span) {
		switch s.Face {
		case typeset.Regular, typeset.SemiBold:
			s.Face = typeset.Italic
		case typeset.Bold:
			s.Face = typeset.BoldItalic
		case typeset.Italic:
			s.Face = typeset.Regular
		}
	})
}

// Code sets a text in the face for code.
func (n pdfNodes) Code(s string) []typeset.Span {
	n.base.Text, n.base.Face = s, typeset.Mono
	return one(n.base)
}

// Link makes spans lead to an address.
func (pdfNodes) Link(url string, inner [][]typeset.Span) []typeset.Span {
	return restyled(inner, func(s *typeset.Span) { s.URL, s.Color = url, typeset.Accent })
}

func (pdfNodes) Break() []typeset.Span { return one(typeset.Span{Text: lineEnd}) }

func (pdfNodes) Paragraph(inner [][]typeset.Span) pdfBlock {
	b := pdfBlock{lines: make([][]typeset.Span, 1)}
	for _, s := range slices.Concat(inner...) {
		if last := len(b.lines) - 1; s.Text != lineEnd {
			b.lines[last] = append(b.lines[last], s)
		} else {
			b.lines = append(b.lines, nil)
		}
	}
	return b
}

func (pdfNodes) List(items [][]pdfBlock) pdfBlock { return pdfBlock{items: items} }

func (pdfNodes) NumberedList(first int, items [][]pdfBlock) pdfBlock {
	return pdfBlock{items: items, numbered: true, first: first}
}

// restyled returns spans one after the other, each changed.
func restyled(inner [][]typeset.Span, change func(*typeset.Span)) []typeset.Span {
	all := slices.Concat(inner...)
	for i := range all {
		change(&all[i])
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

// withFigure makes a figure stand out in the first of the paragraphs, where that has
// it as a whole.
func withFigure(paragraphs pdfParagraphs, figure string) pdfParagraphs {
	if len(paragraphs) == 0 {
		return nil
	}
	first := &paragraphs[0]
	for i, s := range first.Spans {
		if parts := figureIn(s, figure); len(parts) > 1 {
			first.Spans = slices.Concat(first.Spans[:i], parts, first.Spans[i+1:])
			break
		}
	}
	return paragraphs
}

// figureIn returns a span in three, of which the second is the figure; in one where
// it is not there.
func figureIn(s typeset.Span, figure string) []typeset.Span {
	i := strings.Index(s.Text, figure)
	if i < 0 { // "−40%" may be "by 40%" in a sentence
		figure = strings.TrimLeft(figure, signs)
		i = strings.Index(s.Text, figure)
	}
	if figure == "" || i < 0 {
		return one(s)
	}
	end := i + len(figure)
	before, _ := utf8.DecodeLastRuneInString(s.Text[:i])
	after, _ := utf8.DecodeRuneInString(s.Text[end:])
	if unicode.IsDigit(before) || unicode.IsDigit(after) { // it is part of another figure
		return one(s)
	}
	left, right := s, s
	left.Text, right.Text = s.Text[:i], s.Text[end:]
	return []typeset.Span{left, accentText(figure), right}
}

// skillSpans returns "Name: keywords".
func skillSpans(label, text string) []typeset.Span {
	switch {
	case label == "":
		return one(plainText(text))
	case text == "":
		return one(plainText(label))
	}
	return []typeset.Span{boldText(label + ": "), plainText(text)}
}
