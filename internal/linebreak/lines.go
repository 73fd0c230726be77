package linebreak

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Line is a line of a text: the bytes [From, To), without the spaces at its end.
type Line struct {
	From, To int
	Hyphen   bool // the line shows a hyphen at its end, for a soft one in the text
}

// Width is a number of cells, or a length in any unit.
type Width interface{ ~int | ~float64 }

// Layout says how to break a text into lines.
type Layout[W Width] struct {
	First, Rest W // the room in the first line, and in each of the others
	Hyphen      W // the width of a hyphen

	// Width returns the width of the bytes [from, to) of the text. The width of a
	// line is the sum of the widths of its parts.
	Width func(from, to int) W

	// Breaks are the places where a line may end; nil for those that function Breaks returns.
	Breaks []Break
}

// Lines breaks a text into lines. A word that is longer than a line is broken at the best place inside, and
// where there is none between grapheme clusters. The last of several lines has more than one word where the
// line before can spare one. A text of spaces has no lines. An empty line in the text is dropped.
func (l Layout[W]) Lines(text string) []Line {
	if from, to := nextWord(text, 0); l.Breaks == nil && from < to && !strings.ContainsAny(text, lineEnds) {
		to = len(strings.TrimRightFunc(text, isSpace))
		if l.Width(from, to) <= min(l.First, l.Rest) { // the breaks, which take long to find, don't matter
			return []Line{{From: from, To: to}}
		}
	}
	lines := l.fill(l.units(text))
	all := make([]Line, len(lines))
	for i, line := range lines {
		last := line[len(line)-1]
		all[i] = Line{line[0].from, last.to, last.hyphen && i < len(lines)-1}
	}
	return all
}

// unit is a part of a text inside which no line ends.
type unit[W Width] struct {
	from, to   int // without the spaces after it
	width, gap W   // of the unit, and of the spaces before it
	required   bool
	hyphen     bool // a line that ends with the unit shows a hyphen
	compound   bool // it continues a compound
	part       bool // it continues a word that is longer than a line
	fresh      bool // it starts a line where one can be started
}

// units splits a text at its breaks. It uses the reluctant ones only in words that are longer than a line.
func (l Layout[W]) units(text string) []unit[W] {
	longest := min(l.First, l.Rest)
	var all, word []unit[W]
	end := 0
	next := Break{At: len(text) - len(strings.TrimLeftFunc(text, isSpace))}
	breaks := l.Breaks
	if breaks == nil {
		breaks = Breaks(text)
	}
	for _, b := range append(breaks[:len(breaks):len(breaks)], Break{At: len(text)}) {
		to := next.At + len(strings.TrimRightFunc(text[next.At:b.At], isSpace))
		if to == next.At {
			break // nothing but spaces
		}
		u := unit[W]{from: next.At, to: to, required: next.Required, hyphen: b.Hyphen, compound: next.Compound, part: next.Reluctant}
		if end > 0 && end < u.from {
			u.gap = l.Width(end, u.from)
		}
		word, end, next = append(word, u), to, b
		if b.Reluctant {
			continue
		}
		whole := word[0]
		whole.to, whole.hyphen = to, b.Hyphen
		if whole.width = l.Width(whole.from, to); whole.width <= longest {
			all = append(all, whole)
		} else {
			for _, u := range word {
				all = l.appendCut(all, u, text, longest)
			}
		}
		word = word[:0]
	}
	return all
}

// appendCut appends a unit to the others. One that is longer than a line is cut
// between its grapheme clusters.
func (l Layout[W]) appendCut(all []unit[W], u unit[W], text string, longest W) []unit[W] {
	u.width = l.Width(u.from, u.to)
	if u.width <= longest {
		return append(all, u)
	}
	hyphen := u.hyphen
	u.fresh, u.hyphen = true, false
	from, to := u.from, u.to
	for clusters := graphemes.FromString(text[from:to]); clusters.Next(); {
		u.from, u.to = from+clusters.Start(), from+clusters.End()
		u.width = l.Width(u.from, u.to)
		all = append(all, u)
		u = unit[W]{part: true}
	}
	all[len(all)-1].hyphen = hyphen
	return all
}

// fill puts as many units on each line as there is room for.
func (l Layout[W]) fill(units []unit[W]) [][]unit[W] {
	var lines [][]unit[W]
	for room := l.First; len(units) > 0; room = l.Rest {
		n := l.fitting(units, room)
		lines, units = append(lines, units[:n:n]), units[n:]
	}
	l.pullDown(lines)
	return lines
}

// fitting returns how many units fit a line; it is at least one.
func (l Layout[W]) fitting(units []unit[W], room W) int {
	n, used := 1, units[0].width
	whole, wholeUsed := 0, used // of those that end with a word
	for i, u := range units[1:] {
		if n == i+1 && !u.compound {
			whole, wholeUsed = n, used
		}
		used += u.gap + u.width
		if u.required || u.fresh {
			return n
		}
		if used > room {
			if units[n].compound && whole > 0 && 5*wholeUsed >= 4*room {
				return whole // the compound stays whole, since the line is not much shorter
			}
			return n
		}
		if last := i+2 == len(units); last || !u.hyphen || used+l.Hyphen <= room {
			n = i + 2
		}
	}
	return n
}

// pullDown moves a word to the last line where that has a single one.
func (l Layout[W]) pullDown(lines [][]unit[W]) {
	n := len(lines)
	if n < 2 || len(lines[n-1]) > 1 {
		return
	}
	alone, before := lines[n-1][0], lines[n-2]
	const enough = 3 // the line before keeps two
	if len(before) < enough || alone.required || alone.part || alone.fresh {
		return
	}
	moved := before[len(before)-1]
	if !moved.hyphen && !moved.part && !before[len(before)-2].hyphen && moved.width+alone.gap+alone.width <= l.Rest {
		lines[n-2], lines[n-1] = before[:len(before)-1], []unit[W]{moved, alone}
	}
}
