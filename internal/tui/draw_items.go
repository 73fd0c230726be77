package tui

import (
	"slices"
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// text sets paragraphs.
func (s *sheet) text(text string, width int) []line {
	p := s.draft(resume.ParseText(text), plain)
	p.register("", func(_, paragraph string) int { return s.entry(paragraph) })
	return s.paragraphs(p, width)
}

// sentence returns an item as a text that begins with its label in bold.
func (s *sheet) sentence(it resume.Item) prose {
	p := s.draft(resume.ParseText(it.Text), plain)
	if it.Label != "" {
		label := line{{text: it.Label, style: heading, field: unregistered}}
		switch {
		case len(p) == 0:
		case it.Continues():
			label = append(label, span{text: " ", field: unregistered})
		default:
			label = append(label, span{text: ": ", field: unregistered})
		}
		p = p.before(label)
	}
	return s.proseEntry(p)
}

// labelled returns a named item as its label and its text.
func (s *sheet) labelled(it resume.Item) (label line, text prose) {
	p := s.sentence(it)
	words := p[0].words
	if len(words) <= 2 { // a list follows, or nothing
		return words[:1], p[1:]
	}
	p[0].words = words[2:]
	return words[:1], p
}

// list sets items with bullets. Where each is a name with a text, they are set as
// topics are.
func (s *sheet) list(items []resume.Item, width int) []line {
	if !slices.ContainsFunc(items, func(it resume.Item) bool { return !named(it) }) {
		return s.namedItems(items, width)
	}
	var out []line
	for _, it := range items {
		out = append(out, s.bullet(s.quoteOr(it), width)...)
	}
	return out
}

// named reports whether an item is a name with a sentence of its own about it.
func named(it resume.Item) bool {
	return it.Quote == "" && it.Label != "" && it.Text != "" && !it.Continues()
}

func (s *sheet) namedItems(items []resume.Item, width int) []line {
	columns, column := textColumns(width)
	entries := make([][]line, len(items))
	for i, it := range items {
		label, text := s.labelled(it)
		entries[i] = append(wrap(label, column, column), s.set(text.withFigures(), column)...)
	}
	return grid(entries, columns, column, 1)
}

// quoteOr returns an item as a sentence, or its quotation in quotation marks.
func (s *sheet) quoteOr(it resume.Item) prose {
	if it.Quote == "" {
		return s.sentence(it).withFigures()
	}
	quotation := s.quotation(it)
	if it.Text == "" {
		return prose{{words: quotation}}
	}
	return s.prose(": ", it.Text, plain).before(append(quotation, styled(plain, " ")))
}

func (s *sheet) quotation(it resume.Item) line {
	return line{
		styled(quiet, s.openQuote), {text: it.Quote, style: strong, field: s.entry(it.Quote)}, styled(quiet, s.closeQuote),
	}
}

// numbered sets steps: number, name, and what is done.
func (s *sheet) numbered(items []resume.Item, width int) []line {
	inset := len(strconv.Itoa(len(items))) + 2
	var out []line
	for i, it := range items {
		n := strconv.Itoa(i + 1)
		mark := line{blanks(inset - 2 - len(n)), styled(quiet, n)}
		if named(it) {
			label, text := s.labelled(it)
			out = append(out, hang(mark, inset, label, min(width, maxText))...)
			out = append(out, s.hangProse(nil, inset, text, min(width, maxText))...)
			continue
		}
		out = append(out, s.hangProse(mark, inset, s.quoteOr(it), min(width, maxText))...)
	}
	return out
}

// quotes sets quotations, each with what it means beneath it. One that stands alone
// gets the whole width.
func (s *sheet) quotes(items []resume.Item, width int) []line {
	columns, column := textColumns(width)
	if len(items) == 1 {
		columns, column = 1, min(width, maxText)
	}
	entries := make([][]line, len(items))
	for i, it := range items {
		if it.Quote == "" {
			entries[i] = s.bullet(s.sentence(it).withFigures(), column)
			continue
		}
		entries[i] = s.quote(it, column)
	}
	return grid(entries, columns, column, 1)
}

func (s *sheet) quote(it resume.Item, width int) []line {
	words := s.quotation(it)[1:2]
	text := s.prose(": ", it.Text, plain)
	return append(s.quoted(prose{{words: words}}, width), s.hangProse(nil, s.quoteInset(), text, width)...)
}

// measures sets names and, next to or beneath each, what it is measured by. The
// first clause is the measure itself and has a line of its own.
func (s *sheet) measures(items []resume.Item, width int) []line {
	name := 0
	for _, it := range items {
		name = max(name, textWidth(it.Label))
	}
	name += 3
	width = min(width, maxText)
	var out []line
	for _, it := range items {
		if !named(it) {
			out = joinBlocks(out, s.set(s.quoteOr(it), width))
			continue
		}
		label, text := s.labelled(it)
		inset, inLine := bulletInset, width >= roomy && name <= width/3
		if inLine {
			inset = name
		}
		measure := s.measure(text, width-inset)
		if inLine {
			out = joinBlocks(out, indent(label, inset, measure))
			continue
		}
		out = joinBlocks(out, append(wrap(label, width, width), indent(nil, inset, measure)...))
	}
	return out
}

// measure sets the first clause of a text on a line of its own, with the others
// beneath it.
func (s *sheet) measure(p prose, width int) []line {
	words, ok := p.sentence()
	if !ok {
		return s.set(p, width)
	}
	text := words.text()
	first, others, _ := strings.Cut(text, ", ")
	figure := words.bytes(0, len(first))
	for i := range figure {
		if figure[i].style == plain {
			figure[i].style = numeric
		}
	}
	if others == "" {
		return wrap(figure, width, width)
	}
	head := wrap(append(figure, words.bytes(len(first), len(first)+1)...), width, width)
	return append(head, wrap(words.bytes(len(text)-len(others), len(text)), width, width)...)
}
