package linebreak

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Line is a line of a text: the bytes [From, To), without trailing spaces.
type Line struct {
	From, To int
	Hyphen   bool // the line ends in a hyphen, for a soft hyphen in the text
}

// Layout says how to break a text into lines. Widths are in cells or in any other unit.
type Layout[W int | float64] struct {
	First, Rest W                    // the room in the first line, and in each of the others
	Hyphen      W                    // the width of a hyphen
	Width       func(from, to int) W // of the bytes [from, to) of the text; those of the parts of a line add up
	Breaks      []Break              // where a line may end; nil means what the function Breaks returns
}

// Lines breaks a text into lines. A word longer than a line is broken at the best place inside or, if there is
// none, between grapheme clusters. The last of several lines has more than one word if the previous line can
// spare one. A text of spaces has no lines. An empty line in the text is dropped.
func (l Layout[W]) Lines(text string) []Line {
	from, end := nextWord(text, 0)
	if from == end {
		return nil
	}
	end = len(strings.TrimRightFunc(text, isSpace))
	if !strings.ContainsAny(text, lineEnds) && l.Width(from, end) <= min(l.First, l.Rest) {
		return []Line{{From: from, To: end}} // the breaks, which take long to find, don't matter
	}
	breaks := l.Breaks
	if breaks == nil {
		breaks = Breaks(text)
	}
	var all []Line
	rest := append(slices.Clip(breaks), Break{At: len(text), Required: true})
	for room := l.First; len(rest) > 0; room = l.Rest {
		b := l.lineEnd(text, from, rest, room)
		for len(rest) > 0 && rest[0].At <= b.At {
			rest = rest[1:]
		}
		all = append(all, Line{From: from, To: from + len(strings.TrimRightFunc(text[from:b.At], isSpace)), Hyphen: b.Hyphen})
		from = b.At
	}
	l.pullDown(text, all, breaks)
	return all
}

// lineEnd returns where the line that begins at a byte of the text ends. The breaks are those after that byte;
// the last one is the end of the text.
func (l Layout[W]) lineEnd(text string, from int, breaks []Break, room W) Break {
	const longWord = 1 << 10    // bytes; a longer one is not measured as a whole for each line
	var fits, whole, word Break // the last that fit: of all breaks, of those outside words, and of those outside compounds
	var used, begin, wordUsed W // the width of the line, the part of it before the last word, and up to word
	isLong := false             // the word that does not fit is longer than a line
	before, end := Break{At: from}, from
	for _, b := range breaks {
		used += l.Width(end, before.At) // spaces
		if !before.Reluctant {
			begin = used
		}
		end = before.At + len(strings.TrimRightFunc(text[before.At:b.At], isSpace))
		if end-before.At > longWord {
			end = l.cut(text, before.At, end, 4*max(l.First, l.Rest)) // more than any line holds
		}
		used += l.Width(before.At, end)
		isLong = used-begin > min(l.First, l.Rest)
		if used > room && (isLong || !b.Reluctant) {
			break
		}
		before = b
		if used > room || b.Hyphen && used+l.Hyphen > room {
			continue
		}
		fits = b
		if !b.Reluctant {
			whole = b
		}
		if !b.Reluctant && !b.Compound {
			word, wordUsed = b, used
		}
		if b.Required {
			return b
		}
	}
	switch {
	case isLong && fits.At > whole.At:
		return fits
	case whole.Compound && word.At > 0 && 5*wordUsed >= 4*room:
		return word // the compound stays whole, since the line is not much shorter
	case whole.At > 0:
		return whole
	}
	to := breaks[0].At
	at := l.cut(text, from, to, room)
	if at < to {
		const near = 64 // bytes: more than a separator has
		at = lastWord(text[:min(to, at+near)], from, at)
	}
	return Break{At: at}
}

// lastWord returns the best end of a line of inseparable words that has room up to byte at: before the last
// word, rather than before a separator. For a single word it returns at.
func lastWord(text string, from, at int) int {
	var last, begin int
	_, end := nextWord(text, from)
	for end <= at {
		if begin, end = nextWord(text, end); last == 0 || !separator.MatchString(text[begin:end]) {
			last = begin
		}
	}
	return cmp.Or(last, at)
}

// cut returns where to break a long word so that the line holds as many grapheme clusters as fit, but at least one.
func (l Layout[W]) cut(text string, from, to int, room W) int {
	var used W
	clusters := graphemes.FromString(strings.TrimRightFunc(text[from:to], isSpace))
	for clusters.Next() {
		start, end := from+clusters.Start(), from+clusters.End()
		if used += l.Width(start, end); used > room && start > from {
			return start
		}
	}
	return to
}

// pullDown moves a word to the last line if that has only one. The line before keeps two.
func (l Layout[W]) pullDown(text string, lines []Line, breaks []Break) {
	n := len(lines)
	if n < 2 {
		return
	}
	before, last := &lines[n-2], &lines[n-1]
	inside := slices.DeleteFunc(slices.Clone(breaks), func(b Break) bool { // breaks of both lines, without those that would split a compound
		return b.At <= before.From || b.Reluctant || b.Compound && b.At != last.From
	})
	const enough = 3
	if len(inside) < enough || inside[len(inside)-1].At != last.From {
		return
	}
	alone, moved := inside[len(inside)-1], inside[len(inside)-2]
	if !alone.Required && !alone.Hyphen && !moved.Hyphen && l.Width(moved.At, last.To) <= l.Rest {
		before.To = before.From + len(strings.TrimRightFunc(text[before.From:moved.At], isSpace))
		last.From = moved.At
	}
}
