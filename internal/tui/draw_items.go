package tui

import (
	"strconv"
	"strings"

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

// sentence gives an item as one field, its label standing out.
func (s *sheet) sentence(it resume.Item) line {
	text := it.String()
	f := s.entry(text)
	whole := span{text: text, field: f}
	if it.Label == "" {
		return line{whole}
	}
	label := whole.slice(0, len(it.Label))
	label.style = strong
	return line{label, whole.slice(len(it.Label), len(text))}
}

func (s *sheet) list(items []resume.Item, width int) []line {
	var out []line
	for _, it := range items {
		text := s.quoteOr(it)
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, text, min(width, maxText))...)
	}
	return out
}

// quoteOr gives the item as a sentence, or its saying in quotation marks where
// it is one among others.
func (s *sheet) quoteOr(it resume.Item) line {
	if it.Quote == "" {
		return s.sentence(it)
	}
	l := s.saying(it)
	if it.Text != "" {
		l = append(l, say(plain, " "), span{text: it.Text, field: s.field(" ", it.Text)})
	}
	return l
}

func (s *sheet) saying(it resume.Item) line {
	return line{
		say(quiet, s.open), {text: it.Quote, style: strong, field: s.entry(it.Quote)}, say(quiet, s.close),
	}
}

// numbered sets steps: the number, the name of the step, what is done in it.
func (s *sheet) numbered(items []resume.Item, width int) []line {
	inset := len(strconv.Itoa(len(items))) + 2
	var out []line
	for i, it := range items {
		n := strconv.Itoa(i + 1)
		mark := line{blanks(inset - 2 - len(n)), say(title, n)}
		text := s.quoteOr(it)
		if it.Quote == "" && it.Label != "" && !it.GoesOn() {
			out = append(out, s.labelOver(mark, inset, it, text, min(width, maxText))...)
			continue
		}
		out = append(out, hang(mark, inset, text, min(width, maxText))...)
	}
	return out
}

// labelOver sets a label on a line of its own and the text beneath.
func (s *sheet) labelOver(mark line, inset int, it resume.Item, text line, width int) []line {
	out := hang(mark, inset, text[:1], width)
	if it.Text == "" {
		return out
	}
	rest := text[1].slice(len(text[1].text)-len(it.Text), len(text[1].text))
	return append(out, hang(nil, inset, line{rest}, width)...)
}

// quotes sets sayings. One that stands alone is the page's motto; the others
// have beneath them what they mean.
func (s *sheet) quotes(items []resume.Item, width int) []line {
	columns, column := 1, min(width, maxText)
	if width >= twoColumns && len(items) > 1 {
		columns, column = 2, (width-columnGap)/2
	}
	entries := make([][]line, len(items))
	for i, it := range items {
		if it.Quote == "" {
			entries[i] = hang(line{say(accent, s.point)}, bulletInset, s.sentence(it), column)
			continue
		}
		entries[i] = s.quote(it, column)
	}
	return grid(entries, columns, column)
}

func (s *sheet) quote(it resume.Item, width int) []line {
	saying := s.saying(it)
	text := line{{text: it.Text, style: plain, field: s.field(" ", it.Text)}}
	if it.Text == "" {
		saying[1].style = strong
	}
	var out []line
	for _, l := range wrap(saying, width-bulletInset, width-bulletInset) {
		out = append(out, append(line{say(accent, s.divider), blanks(1)}, l...))
	}
	if it.Text == "" {
		return out
	}
	for _, l := range wrap(text, width-bulletInset, width-bulletInset) {
		out = append(out, append(line{say(accent, s.divider), blanks(1)}, l...))
	}
	return out
}

// measures sets names, and beside or beneath each what it is measured by: the
// first clause is the measure itself.
func (s *sheet) measures(items []resume.Item, width int) []line {
	name := 0
	for _, it := range items {
		name = max(name, textWidth(it.Label))
	}
	name += 3
	width = min(width, maxText)
	var out []line
	for _, it := range items {
		text := s.quoteOr(it)
		if it.Label == "" || it.GoesOn() || it.Text == "" {
			out = joinBlocks(out, wrap(text, width, width))
			continue
		}
		rest := text[1].slice(len(text[1].text)-len(it.Text), len(text[1].text))
		first, _, _ := strings.Cut(rest.text, ", ")
		figure := rest.slice(0, len(first))
		figure.style = second
		measure := line{figure, rest.slice(len(first), len(rest.text))}
		if width >= roomy && name <= width/3 {
			out = joinBlocks(out, hang(text[:1], name, measure, width))
			continue
		}
		entry := wrap(text[:1], width, width)
		out = joinBlocks(out, append(entry, hang(nil, bulletInset, measure, width)...))
	}
	return out
}
