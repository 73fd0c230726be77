package tui

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// text sets paragraphs.
func (s *sheet) text(text string, width int) []line {
	width = min(width, maxText)
	var out []line
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		out = joinBlocks(out, wrap(line{{text: paragraph, field: s.entry(paragraph)}}, width, width))
	}
	return out
}

// sentence returns an item as one field with a bold label.
func (s *sheet) sentence(it resume.Item) line {
	label, rest := s.labelled(it)
	if label.text == "" {
		return figures(rest)
	}
	return append(line{label}, figures(rest)...)
}

// labelled returns an item as one field in two parts: the label, and the rest with
// what stands between them.
func (s *sheet) labelled(it resume.Item) (label, rest span) {
	text := it.String()
	whole := span{text: text, field: s.entry(text)}
	label, rest = whole.slice(0, len(it.Label)), whole.slice(len(it.Label), len(text))
	label.style = strong
	return label, rest
}

// figure matches "200M+", "8-12", "99.99%".
var figure = regexp.MustCompile(`\b[0-9]+(?:[.,][0-9]+)*(?:[-–][0-9]+)?(?:[KMBkG]\b)?[+%]?`)

// figures splits a text at the figures in it, which get their own style.
func figures(s span) line {
	var out line
	at := 0
	for _, f := range figure.FindAllStringIndex(s.text, -1) {
		if next, _ := utf8.DecodeRuneInString(s.text[f[1]:]); unicode.IsLetter(next) || unicode.IsDigit(next) {
			continue // part of a name, such as 3D
		}
		if f[0] > at {
			out = append(out, s.slice(at, f[0]))
		}
		number := s.slice(f[0], f[1])
		number.style = numeric
		out = append(out, number)
		at = f[1]
	}
	if at < len(s.text) {
		out = append(out, s.slice(at, len(s.text)))
	}
	return out
}

// list sets items with bullets. Where each is a name with a text, they are set as
// topics are.
func (s *sheet) list(items []resume.Item, width int) []line {
	if !slices.ContainsFunc(items, func(it resume.Item) bool { return !named(it) }) {
		return s.namedItems(items, width)
	}
	var out []line
	for _, it := range items {
		text := s.quoteOr(it)
		out = append(out, hang(line{styled(quiet, s.point)}, bulletInset, text, min(width, maxText))...)
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
		label, rest := s.labelled(it)
		entries[i] = append(wrap(line{label}, column, column), wrap(figures(rest.last(it.Text)), column, column)...)
	}
	return grid(entries, columns, column, 1)
}

// quoteOr returns an item as a sentence, or its quotation in quotation marks.
func (s *sheet) quoteOr(it resume.Item) line {
	if it.Quote == "" {
		return s.sentence(it)
	}
	l := s.quotation(it)
	if it.Text != "" {
		l = append(l, styled(plain, " "), span{text: it.Text, field: s.field(": ", it.Text)})
	}
	return l
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
			label, rest := s.labelled(it)
			out = append(out, hang(mark, inset, line{label}, min(width, maxText))...)
			out = append(out, hang(nil, inset, line{rest.last(it.Text)}, min(width, maxText))...)
			continue
		}
		out = append(out, hang(mark, inset, s.quoteOr(it), min(width, maxText))...)
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
			entries[i] = hang(line{styled(quiet, s.point)}, bulletInset, s.sentence(it), column)
			continue
		}
		entries[i] = s.quote(it, column)
	}
	return grid(entries, columns, column, 1)
}

func (s *sheet) quote(it resume.Item, width int) []line {
	words := s.quotation(it)[1]
	text := span{text: it.Text, style: plain, field: s.field(": ", it.Text)}
	out := s.quoted(words, width)
	if it.Text == "" {
		return out
	}
	return append(out, hang(nil, quoteInset, line{text}, width)...)
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
			out = joinBlocks(out, wrap(s.quoteOr(it), width, width))
			continue
		}
		label, rest := s.labelled(it)
		inset, inLine := bulletInset, width >= roomy && name <= width/3
		if inLine {
			inset = name
		}
		measure := measure(rest.last(it.Text), width-inset)
		if inLine {
			out = joinBlocks(out, indent(line{label}, inset, measure))
			continue
		}
		out = joinBlocks(out, append(wrap(line{label}, width, width), indent(nil, inset, measure)...))
	}
	return out
}

// measure sets the first clause of a text on a line of its own, with the others
// beneath it.
func measure(text span, width int) []line {
	first, others, _ := strings.Cut(text.text, ", ")
	figure := text.slice(0, len(first))
	figure.style = numeric
	if others == "" {
		return wrap(line{figure}, width, width)
	}
	head := wrap(line{figure, text.slice(len(first), len(first)+1)}, width, width)
	return append(head, wrap(line{text.last(others)}, width, width)...)
}
