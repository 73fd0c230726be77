package export

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// The functions in this file return paragraphs and spans. They leave out what is empty.

// nonEmpty returns the paragraphs that are not empty.
func nonEmpty(all ...typeset.Paragraph) pdfParagraphs {
	return slices.DeleteFunc(all, func(p typeset.Paragraph) bool { return isBlank(p.Spans) })
}

// dated puts a date at the right of the first paragraph. If there is none, the date becomes one.
func dated(all pdfParagraphs, when string) pdfParagraphs {
	if len(all) == 0 {
		return line(quietText(when))
	}
	all[0].Right = when
	return all
}

// keptTogether keeps the first three paragraphs of an entry or a group on one page, and the last two.
func keptTogether(entry pdfParagraphs) pdfParagraphs {
	for i := range len(entry) - 1 {
		if i < 2 || i == len(entry)-2 {
			entry[i].KeepNext = true
		}
	}
	return entry
}

func line(spans []typeset.Span) pdfParagraphs {
	return nonEmpty(typeset.Paragraph{Spans: spans, Above: aboveLine})
}

func points(indent float64, mark string, texts []resume.Text) pdfParagraphs {
	return slices.Concat(each(texts, func(t resume.Text) pdfParagraphs {
		return pdfText(plainStyle, typeset.Paragraph{Mark: mark, Indent: indent, Above: aboveLine}, t)
	})...)
}

// pdfText returns the owner's text. The form of its first paragraph is given.
func pdfText(base typeset.Style, first typeset.Paragraph, t resume.Text) pdfParagraphs {
	const deeper = indentBeneath - indentItem
	var all pdfParagraphs
	for i, l := range flat(t) {
		p, depth := first, len(l.marks)
		if first.Mark != "" {
			depth++
		}
		if len(l.marks) > 0 {
			p.Indent, p.Above = max(first.Indent, indentItem)+float64(depth-1)*deeper, aboveLine
			switch mark := l.marks[len(l.marks)-1]; {
			case mark != "-":
				p.Mark = mark
			case depth == 1:
				p.Mark = bullet
			default:
				p.Mark = innerBullet
			}
		}
		if l.begun == len(l.marks) && i > 0 { // the line has no mark of its own
			if p.Mark != "" {
				p.Mark, p.Indent = "", p.Indent+deeper
			}
			if !l.apart {
				p.Above = 0
			}
		}
		p.Spans = styled(base, l.spans)
		all = append(all, p)
	}
	return all
}

// styled returns spans in a base style. Italics within italic text are upright.
func styled(base typeset.Style, parts []typeset.Span) []typeset.Span {
	for i := range parts {
		s := &parts[i]
		s.Color = cmp.Or(s.Color, base.Color)
		if s.Face.Italic = s.Face.Italic != base.Face.Italic; s.Face.Mono {
			s.Face = typeset.Mono
		}
	}
	return parts
}

var (
	plainStyle  = typeset.Style{Color: typeset.Ink}
	boldStyle   = typeset.Style{Face: typeset.Bold, Color: typeset.Ink}
	italicStyle = typeset.Style{Face: typeset.Italic, Color: typeset.Ink}
	accentStyle = typeset.Style{Face: typeset.Bold, Color: typeset.Accent}
	quietStyle  = typeset.Style{Color: typeset.Quiet}
)

func plainText(s string) []typeset.Span  { return spans(s, plainStyle) }
func boldText(s string) []typeset.Span   { return spans(s, boldStyle) }
func italicText(s string) []typeset.Span { return spans(s, italicStyle) }
func accentText(s string) []typeset.Span { return spans(s, accentStyle) }
func quietText(s string) []typeset.Span  { return spans(s, quietStyle) }

func spans(s string, in typeset.Style) []typeset.Span { return []typeset.Span{{Text: s, Style: in}} }

// isBlank reports whether spans contain only space.
func isBlank(spans []typeset.Span) bool {
	return !slices.ContainsFunc(spans, func(s typeset.Span) bool { return strings.TrimSpace(s.Text) != "" })
}

// separated joins the groups of spans that are not blank.
func separated(separator string, groups ...[]typeset.Span) []typeset.Span {
	return joined(quietText(separator)[0], slices.DeleteFunc(slices.Clone(groups), isBlank)...)
}

// linked returns a name that links to a web address, and the address as printed beside it. A long address is
// not printed; the color of the name shows that it is a link.
func linked(name typeset.Span, url string) (link, address []typeset.Span) {
	const maxAddress = 28 // characters; a longer one says little on paper
	printed := spans(resume.BareURL(url, false), typeset.Style{Color: typeset.Accent, URL: url})
	switch {
	case url == "":
		return []typeset.Span{name}, nil
	case utf8.RuneCountInString(printed[0].Text) <= maxAddress || name.Text == "":
		address = printed
	default:
		name.Color = typeset.Accent
	}
	name.URL = url
	return []typeset.Span{name}, address
}

// withFigure emphasizes a figure in the first paragraph, if all of it is there.
func withFigure(paragraphs pdfParagraphs, figure string) pdfParagraphs {
	if len(paragraphs) > 0 {
		first := &paragraphs[0]
		first.Spans = slices.Concat(each(first.Spans, func(s typeset.Span) []typeset.Span { return figureIn(s, figure) })...)
	}
	return paragraphs
}

// figureIn splits a span into three, the second of which is the figure. It returns the span unsplit if the
// figure is missing or part of another.
func figureIn(s typeset.Span, figure string) []typeset.Span {
	before, after, found := strings.Cut(s.Text, figure)
	if !found { // "−40%" may be "by 40%" in a sentence
		figure = strings.TrimLeft(figure, signs)
		before, after, found = strings.Cut(s.Text, figure)
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if figure == "" || !found || unicode.IsDigit(last) || unicode.IsDigit(next) {
		return []typeset.Span{s}
	}
	return slices.Concat(spans(before, s.Style), accentText(figure), spans(after, s.Style))
}
