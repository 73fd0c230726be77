package typeset

import "strings"

// segment is a part of a line in one style.
type segment struct {
	text string
	Style
	x, width float64 // in ems, x from where the line begins
}

// broken sets words in lines: the first as wide as first, the others as wide
// as rest, in ems. A label stays with what follows its colon. A word that is
// longer than a line is cut.
func broken(m *ruler, words []word, first, rest float64) [][]segment {
	lines := lined(m, words, first, rest)
	// In somewhat narrower lines, more is left for the last one.
	for _, share := range [...]float64{0.97, 0.94, 0.91, 0.88} {
		if n := len(lines); n < 2 || end(lines[n-1]) >= shortest*rest {
			break
		}
		narrower := lined(m, words, first*share, rest*share)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// shortest is how much of its width the last line of several should fill.
const shortest = 0.2

// end gives where a line ends, in ems.
func end(line []segment) float64 {
	if len(line) == 0 {
		return 0
	}
	last := line[len(line)-1]
	return last.x + last.width
}

func lined(m *ruler, words []word, first, rest float64) [][]segment {
	b := breaker{ruler: m, room: first, rest: rest}
	for len(words) > 0 {
		n := 1
		for n < len(words) && (words[n].joined || strings.HasSuffix(words[n-1].text, ":")) {
			n++
		}
		b.add(words[:n])
		words = words[n:]
	}
	b.end()
	return b.lines
}

// breaker sets words in lines.
type breaker struct {
	ruler *ruler
	room  float64 // of the line that is being set
	rest  float64 // of those after it
	line  []segment
	lines [][]segment
}

// add sets words that stand together, if there is room.
func (b *breaker) add(unit []word) {
	width := 0.0
	for i, w := range unit {
		if w.apart && (i > 0 || len(b.line) > 0) {
			width += b.ruler.advance(w.Face, ' ')
		}
		width += w.width
	}
	if b.used()+width > b.room {
		b.end()
	}
	for _, w := range unit {
		b.space(w)
		if b.used()+w.width > b.room {
			w = b.cut(w)
		}
		b.put(w.text, w.Style, w.width)
	}
}

// space sets the space before a word, at the end of what stands there.
func (b *breaker) space(w word) {
	if !w.apart || len(b.line) == 0 {
		return
	}
	last := &b.line[len(b.line)-1]
	last.text += " "
	last.width += b.ruler.advance(last.Face, ' ')
}

// cut sets as much of a long word as there is room for, line by line, and
// gives what is left. A line takes one character, even where it has no room.
func (b *breaker) cut(w word) word {
	from := 0
	width := 0.0
	for i, r := range w.text {
		advance := b.ruler.advance(w.Face, r)
		if b.used()+width+advance > b.room && (i > from || len(b.line) > 0) {
			b.put(w.text[from:i], w.Style, width)
			b.end()
			from, width = i, 0
		}
		width += advance
	}
	w.text, w.width = w.text[from:], width
	return w
}

func (b *breaker) used() float64 { return end(b.line) }

func (b *breaker) put(text string, s Style, width float64) {
	if text == "" {
		return
	}
	if last := len(b.line) - 1; last >= 0 && b.line[last].Style == s {
		b.line[last].text += text
		b.line[last].width += width
		return
	}
	b.line = append(b.line, segment{text, s, b.used(), width})
}

func (b *breaker) end() {
	if len(b.line) > 0 {
		b.lines = append(b.lines, b.line)
	}
	b.line, b.room = nil, b.rest
}
