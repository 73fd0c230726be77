package tui

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// prose is a text of the owner, ready to be set at any width. Each of its paragraphs is a field.
type prose []proseBlock

// proseBlock is a paragraph or, if it has items, a list.
type proseBlock struct {
	words line
	items []prose
	list  resume.List
}

// unregistered is the field of a span that will get the number of its paragraph's field.
const unregistered = -1

// proseNodes is the resume.TextRenderer.
type proseNodes struct {
	style style
	ascii bool
}

func (n proseNodes) Plain(text string) line {
	return line{{text: text, style: n.style, field: unregistered}}
}

func (proseNodes) Bold(inner []line) line {
	return restyled(inner, heading, map[style]style{italic: strongItalic, strongItalic: strongItalic, inlineCode: inlineCode})
}

func (proseNodes) Italic(inner []line) line {
	return restyled(inner, italic, map[style]style{
		heading: strongItalic, strong: strongItalic, strongItalic: strongItalic, inlineCode: inlineCode, accent: accent,
	})
}

func (proseNodes) Code(text string) line {
	return line{styled(inlineCode, codeOpen), {text: text, style: inlineCode, field: unregistered}, styled(inlineCode, codeClose)}
}

// Link adds the address to other words: not every terminal can open a link or show where it leads.
func (n proseNodes) Link(url string, inner []line) line {
	address := resume.BareURL(strings.TrimPrefix(url, "mailto:"), n.ascii)
	out := slices.Concat(inner...)
	for i := range out {
		out[i].link = url
		if out[i].field != 0 && out[i].style == n.style {
			out[i].style = accent
		}
	}
	if strings.Contains(out.text(), address) {
		return out
	}
	return append(out, styled(quiet, " ("), span{text: address, style: quiet, link: url}, styled(quiet, ")"))
}

func (n proseNodes) Break() line {
	return line{{text: " ", style: n.style, field: unregistered, lineEnd: true}}
}

func (proseNodes) Paragraph(inner []line) proseBlock {
	return proseBlock{words: singleSpaced(slices.Concat(inner...))}
}

func (proseNodes) List(list resume.List, items [][]proseBlock) proseBlock {
	return proseBlock{items: each(items, func(item []proseBlock) prose { return item }), list: list}
}

// restyled joins lines in one style. Spans in one of the styles in others get the style that others maps it to.
func restyled(lines []line, as style, others map[style]style) line {
	out := slices.Concat(lines...)
	for i, s := range out {
		if s.field != 0 {
			out[i].style = cmp.Or(others[s.style], as)
		}
	}
	return out
}

// singleSpaced returns a line with runs of spaces collapsed to one.
func singleSpaced(l line) line {
	after := true // after a space
	for i, s := range l {
		text := spaces.ReplaceAllString(s.text, " ")
		if after && !s.lineEnd {
			text = strings.TrimPrefix(text, " ")
		}
		l[i].text, after = text, strings.HasSuffix(text, " ") || after && text == ""
	}
	return slices.DeleteFunc(l, func(s span) bool { return s.text == "" })
}

var spaces = regexp.MustCompile(`[ \t\n]+`)

// draft renders a text whose paragraphs are not fields yet.
func (s *sheet) draft(text string, as style) prose {
	parsed := s.doc.parsed.get(text, func() (resume.Text, int) { return resume.ParseText(text), 0 })
	return resume.RenderText(proseNodes{as, s.doc.ascii}, parsed)
}

// prose adds a text to the entry. Separator precedes it when the entry is read as a sentence.
func (s *sheet) prose(separator, source string, as style) prose {
	p := s.draft(source, as)
	p.register(separator, s.doc.marks.List, s.field)
	return p
}

// proseEntry begins an entry with a text.
func (s *sheet) proseEntry(p prose) prose {
	s.entries++
	p.register("", s.doc.marks.List, s.field)
	return p
}

// register makes each paragraph a field.
func (p prose) register(separator, list string, add func(separator, text string) int) {
	for _, b := range p {
		for _, item := range b.items {
			item.register(separator, list, add)
			separator = list
		}
		var text strings.Builder
		var shown []*span // of the text
		for i := range b.words {
			if s := &b.words[i]; s.field == unregistered {
				s.off = text.Len()
				text.WriteString(s.text)
				shown = append(shown, s)
			}
		}
		if len(b.words) > 0 {
			n := add(separator, text.String())
			for _, s := range shown {
				s.field = n
			}
		}
		separator = " "
	}
}

// before returns the text with a line before its first paragraph.
func (p prose) before(l line) prose {
	if len(p) > 0 && len(p[0].items) == 0 {
		p[0].words = append(l, p[0].words...)
		return p
	}
	last := len(l) - 1
	l[last].text = strings.TrimRight(l[last].text, " ")
	return append(prose{{words: l}}, p...)
}

// after returns the text, which must not be empty, with a span after its last paragraph.
func (p prose) after(s span) prose {
	last := &p[len(p)-1]
	if n := len(last.items); n > 0 && len(last.items[n-1]) > 0 {
		last.items[n-1].after(s)
		return p
	}
	last.words = append(last.words, s)
	return p
}

// sentence returns a text that is one paragraph without line ends as its words, and any other text as other.
func (p prose) sentence() (words line, other prose) {
	endsLine := func(s span) bool { return s.lineEnd }
	if len(p) != 1 || len(p[0].items) > 0 || slices.ContainsFunc(p[0].words, endsLine) {
		return nil, p
	}
	return p[0].words, nil
}

func (p prose) withFigures() prose {
	for i := range p {
		for _, item := range p[i].items {
			item.withFigures()
		}
		p[i].words = slices.Concat(each(p[i].words, figures)...)
	}
	return p
}

// set lays out a text: blank lines between its paragraphs, none before a list.
func (s *sheet) set(p prose, width int) []line {
	var out []line
	for i, b := range p {
		if len(b.items) > 0 {
			out = append(out, s.setList(b, width)...)
			continue
		}
		if i > 0 {
			out = append(out, nil)
		}
		from := 0
		for j, sp := range b.words {
			if sp.lineEnd {
				out = append(out, b.words[from:j].wrap(width)...)
				from = j + 1
			}
		}
		out = append(out, b.words[from:].wrap(width)...)
	}
	return out
}

func (s *sheet) setList(b proseBlock, width int) []line {
	const leastItem = 12 // narrower items are set like paragraphs
	var out []line
	for i, item := range b.items {
		mark, inset := line{styled(quiet, s.glyphs.nested)}, bulletInset
		if b.list.Numbered {
			mark, inset = number(b.list.First+i, b.list.First+len(b.items)-1)
		}
		if width-inset < leastItem {
			mark, inset = nil, 0
		}
		out = append(out, indent(mark, inset, s.set(item, width-inset))...)
	}
	return out
}

// number returns the mark of an item in a list, and its width with a gap.
func number(n, last int) (mark line, inset int) {
	digits, text := len(strconv.Itoa(last)), strconv.Itoa(n)
	return line{blanks(digits - len(text)), styled(quiet, text)}, digits + 2
}

func (s *sheet) bullet(p prose) []line {
	return indent(line{styled(quiet, s.glyphs.point)}, bulletInset, s.set(p, s.width-bulletInset))
}
