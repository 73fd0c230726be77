package tui

import (
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/cells"
	"ssh-resume/internal/linebreak"
)

// span is a run of text in one style. A span that shows part of a field of the document says which, so that
// matches and places are found in the document and not in what is drawn.
type span struct {
	text    string
	link    string // a web address; empty for none
	field   int    // number of the field, from 1; 0 for what is only drawn
	off     int    // where in the field the text begins, in bytes
	style   style
	picture bool // the text is a drawing of the whole field
	lineEnd bool // a blank at which the owner ended the line
	whole   bool // a figure, which is not broken
}

// line is one row of the screen, or a part of one.
type line []span

// styled returns a span that is not part of the document.
func styled(s style, text string) span { return span{text: text, style: s} }

func blanks(n int) span { return styled(plain, strings.Repeat(" ", max(n, 0))) }

// textWidth returns the number of cells that a text takes.
func textWidth(s string) int { return cells.Width(s) }

// width returns the number of cells that the line takes.
func (l line) width() int {
	n := 0
	for _, s := range l {
		n += textWidth(s.text)
	}
	return n
}

func (l line) empty() bool {
	return !slices.ContainsFunc(l, func(s span) bool { return s.text != "" })
}

// each returns the results of f.
func each[A, B any](all []A, f func(A) B) []B {
	out := make([]B, len(all))
	for i, one := range all {
		out[i] = f(one)
	}
	return out
}

// either returns one if a condition holds, and other otherwise.
func either[T any](holds bool, one, other T) T {
	if holds {
		return one
	}
	return other
}

// widest returns the largest of some widths; 0 for none.
func widest[T any](all []T, width func(T) int) int {
	n := 0
	for _, one := range all {
		n = max(n, width(one))
	}
	return n
}

// pad returns the line padded with blanks to at least n cells.
func (l line) pad(n int) line {
	if w := l.width(); w < n {
		return append(l[:len(l):len(l)], blanks(n-w))
	}
	return l
}

// spread sets one text at the left end of the width and another at the right.
func spread(left, right line, width int) line {
	return append(left.pad(width-right.width()), right...)
}

// cut returns the cells from a up to b. A wide character across an edge becomes
// blanks, so that what follows stays in its column.
func (l line) cut(a, b int) line {
	var out line
	at := 0
	for _, s := range l {
		from, to := 0, 0 // the bytes of the span that are whole
		for i := 0; i < len(s.text); {
			cluster, w := cells.First(s.text[i:])
			switch inside := min(at+w, b) - max(at, a); {
			case inside == w:
				if from == to {
					from = i
				}
				to = i + len(cluster)
			case inside > 0:
				out = append(out, s.slice(from, to), span{text: blanks(inside).text, style: s.style})
				from, to = 0, 0
			}
			at += w
			i += len(cluster)
		}
		if to > from {
			out = append(out, s.slice(from, to))
		}
	}
	return out
}

// slice returns the bytes from a up to b of the span's text.
func (s span) slice(a, b int) span {
	s.text = s.text[a:b]
	s.off += a
	return s
}

// appendStyled appends to a line the text from at up to a part, and the part in a style.
func (s span) appendStyled(l line, at, from, to int, as style) line {
	if from > at {
		l = append(l, s.slice(at, from))
	}
	part := s.slice(from, to)
	part.style = as
	return append(l, part)
}

// truncate cuts the line to n cells after a word, with a mark that more follows instead of a separator. Only if
// the first word is too long is it cut itself.
func (l line) truncate(n int, ellipsis string) line {
	switch e := textWidth(ellipsis); {
	case l.width() <= n:
		return l
	case n <= e:
		return l.cut(0, n)
	default:
		cut := l.wrap(n - e)[0]
		if last := len(cut) - 1; last >= 0 {
			cut[last].text = strings.TrimRight(cut[last].text, " /|,;:·–—-&(")
		}
		if cut.empty() {
			cut = l.cut(0, n-e)
		}
		return append(cut, styled(quiet, ellipsis))
	}
}

func (l line) text() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.text)
	}
	return b.String()
}

// wrap breaks the line, as one text, into lines of at most width cells. It returns at least one.
func (l line) wrap(width int) []line {
	text := l.text()
	layout := linebreak.Layout[int]{
		First: max(width, 1), Rest: max(width, 1), Hyphen: 1,
		Width: func(from, to int) int { return textWidth(text[from:to]) },
	}
	if slices.ContainsFunc(l, func(s span) bool { return s.whole }) && textWidth(text) > width {
		layout.Breaks = slices.DeleteFunc(linebreak.Breaks(text), func(b linebreak.Break) bool {
			before := l.bytes(b.At-1, b.At)[0]
			return before.whole && before.text == " "
		})
	}
	var out []line
	for i, at := range layout.Lines(text) {
		if i > 0 { // the word before left no room for it
			at.From += len(loneSeparator.FindString(text[at.From:at.To]))
		}
		one := l.bytes(at.From, at.To)
		if at.Hyphen && len(one) > 0 {
			one = append(one, styled(one[len(one)-1].style, "-"))
		}
		out = append(out, one)
	}
	if len(out) == 0 {
		return []line{nil}
	}
	return out
}

// loneSeparator matches a separator that must not begin a line. Dashes may.
var loneSeparator = regexp.MustCompile("^[|·•] +")

// bytes returns the part of the line from byte a up to byte b of its text.
func (l line) bytes(a, b int) line {
	var out line
	at := 0
	for _, s := range l {
		from, to := max(a-at, 0), min(b-at, len(s.text))
		if from < to {
			out = append(out, s.slice(from, to))
		}
		at += len(s.text)
	}
	return out
}
