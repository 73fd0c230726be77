package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf"
)

// line is a part of a text that stands on one line.
type line struct {
	start, end int  // the visible part
	next       int  // the start of the next line
	hyphen     bool // the line ends at a soft hyphen, which is shown
}

// width returns the width of a line, in ems.
func (t *shaped) width(l line) float64 {
	w := t.at[l.end] - t.at[l.start]
	if l.hyphen {
		w += hyphenWidth
	}
	return w
}

// hyphenWidth is the room for a hyphen, in ems.
const hyphenWidth = 0.35

// breakLines breaks a text into lines. The first has the width first, the others the
// width rest, in ems. A word that is longer than a line is broken.
func (t *shaped) breakLines(first, rest float64) []line {
	lines := t.greedy(first, rest)
	// Somewhat narrower lines leave more for the last one.
	for _, share := range [...]float64{0.97, 0.94, 0.91, 0.88} {
		if n := len(lines); n < 2 || t.width(lines[n-1]) >= shortest*rest {
			break
		}
		narrower := t.greedy(first*share, rest*share)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// shortest is the share of its width that the last of several lines should fill.
const shortest = 0.2

// greedy fills each line as far as possible.
func (t *shaped) greedy(first, rest float64) []line {
	var lines []line
	room := first
	for start := 0; start < len(t.text); {
		l := t.longest(start, room)
		lines = append(lines, l)
		start, room = l.next, rest
	}
	return lines
}

// longest returns the longest line that starts at start and fits. It ends inside a
// compound only if the line would be much shorter otherwise: programs that extract
// text don't know that "top-" and "tier" are one word.
func (t *shaped) longest(start int, room float64) line {
	const muchShorter = 0.8
	best := [betweenWords + 1]line{} // by the kind of break
	for i := start + 1; i <= len(t.text); i++ {
		if t.at[i]-t.at[start] > room+t.spaceBefore(start, i) {
			break
		}
		if t.breaks[i] == never {
			continue
		}
		if l := t.until(start, i); t.width(l) <= room {
			best[t.breaks[i]] = l
		}
	}
	words, parts, cut := best[betweenWords], best[withinWord], best[reluctant]
	switch {
	case parts.next > words.next && t.width(words) < muchShorter*room:
		return parts
	case words.next > start:
		return words
	case cut.next > start:
		return cut
	}
	// No break is near enough: take as many clusters as fit, and at least one.
	end := start + 1
	for i := start + 1; i <= len(t.text) && (t.at[i]-t.at[start] <= room || !t.whole[end]); i++ {
		if t.whole[i] {
			end = i
		}
	}
	for !t.whole[end] {
		end++
	}
	return line{start: start, end: end, next: end}
}

// spaceBefore returns the width of the spaces and separators that a line ending
// before a character would not show.
func (t *shaped) spaceBefore(start, at int) float64 {
	return t.at[at] - t.at[t.visibleEnd(start, at)] + hyphenWidth
}

// until returns the line from start to a break.
func (t *shaped) until(start, end int) line {
	l := line{start: start, end: t.visibleEnd(start, end), next: end}
	l.hyphen = end < len(t.text) && t.text[end-1] == '\u00ad'
	return l
}

// visibleEnd returns the end of a line without the spaces and the separator there.
func (t *shaped) visibleEnd(start, end int) int {
	trimmed := func(end int) int {
		for end > start && t.text[end-1] == ' ' {
			end--
		}
		return end
	}
	if end < len(t.text) {
		if e := trimmed(end); e > start+2 && e < end && separator(t.text[e-1]) && t.text[e-2] == ' ' {
			return trimmed(e - 1)
		}
	}
	return trimmed(end)
}

// separator reports whether a character, between spaces, separates items of a line.
func separator(r rune) bool { return r == '·' || r == '•' || r == '|' }

// breaking reports whether a line may end before a character.
type breaking byte

const (
	never      breaking = iota
	reluctant           // inside a word that is longer than a line
	withinWord          // between the parts of a compound
	betweenWords
)

// breaksOf returns the places where lines may end.
func breaksOf(text []rune) []breaking {
	all := make([]breaking, len(text)+1)
	s := string(text)
	i, at := 0, 0 // a character and its first byte
	for _, b := range linebreak.Breaks(s) {
		for at < b.At {
			at += utf8.RuneLen(text[i])
			i++
		}
		switch before := text[i-1]; {
		case separator(text[i]): // a separator ends a line, where it is not shown
		case before == ' ' && i > 1 && text[i-2] == ':': // keep a label with its text
		case b.Reluctant:
			all[i] = reluctant
		case b.Hyphen || strings.ContainsRune("-/\u2010", before):
			all[i] = withinWord
		default:
			all[i] = betweenWords
		}
	}
	all[len(text)] = betweenWords
	return all
}

// piece is a part of a line in one style and face. Positions and widths are in ems of
// its type, from the left end of the line.
type piece struct {
	style    *Style
	face     *fonts.Face
	x, width float64
	clusters []pdf.Cluster
	text     string // in logical order
}

// pieces returns the pieces of a line, from left to right. The space after the line,
// which is not visible, is among them: it tells readers that the word ends.
func (s *set) pieces(t *shaped, l line) []piece {
	end := l.end
	if end < l.next && t.text[end] == ' ' {
		end++
	}
	parts := t.parts(l.start, end)
	reorder(parts)
	x := 0.0
	if t.rightToLeft && end > l.end {
		x = t.at[l.end] - t.at[end]
	}
	var all []piece
	for _, part := range parts {
		run := t.runs[part.run]
		p := piece{style: run.style, face: run.face, x: x, text: string(t.text[part.start:part.end])}
		if p.face == nil {
			p.face = s.replacementFace(run.style.Face)
		}
		clusters := t.clustersIn(part.start, part.end)
		if part.level%2 == 1 {
			clusters = slices.Clone(clusters)
			slices.Reverse(clusters)
		}
		for _, c := range clusters {
			x += c.width()
			if len(c.glyphs) > 0 || c.advance > 0 {
				p.clusters = append(p.clusters, t.set(c)...)
			}
		}
		p.width = x - p.x
		all = append(all, p)
	}
	if l.hyphen && len(all) > 0 {
		s.addHyphen(all)
	}
	return all
}

// addHyphen adds a hyphen to the end of a line.
func (s *set) addHyphen(all []piece) {
	last := &all[len(all)-1]
	glyph, ok := last.face.NominalGlyph('-')
	if !ok {
		return
	}
	advance := float64(last.face.HorizontalAdvance(glyph)) / float64(last.face.Upem())
	last.clusters = append(last.clusters, pdf.Cluster{Text: "\u00ad", Glyphs: []pdf.Glyph{{ID: glyph}}, Advance: advance * 1000})
	last.width += advance * last.face.Scale
}

// part is the part of a run on a line.
type part struct {
	start, end int
	run        int
	level      bidi.Level
}

func (t *shaped) parts(start, end int) []part {
	var all []part
	for i, r := range t.runs {
		if from, to := max(r.start, start), min(r.end, end); from < to {
			all = append(all, part{from, to, i, r.level})
		}
	}
	// A space at the end has the base direction (UAX 9, L1).
	if n := len(all); n > 0 && t.text[end-1] == ' ' {
		base := bidi.Level(0)
		if t.rightToLeft {
			base = 1
		}
		last := &all[n-1]
		if last.level != base && last.end-last.start > 1 {
			last.end--
			all = append(all, part{end - 1, end, last.run, base})
		} else {
			last.level = base
		}
	}
	return all
}

// reorder puts parts in visual order (UAX 9, L2).
func reorder(parts []part) {
	highest := bidi.Level(0)
	for _, p := range parts {
		highest = max(highest, p.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(parts); i++ {
			j := i
			for j < len(parts) && parts[j].level >= level {
				j++
			}
			if j > i {
				slices.Reverse(parts[i:j])
				i = j
			}
		}
	}
}

// clustersIn returns the clusters that start in a part of the text.
func (t *shaped) clustersIn(start, end int) []cluster {
	from, _ := slices.BinarySearchFunc(t.clusters, start, func(c cluster, at int) int { return c.start - at })
	to, _ := slices.BinarySearchFunc(t.clusters, end, func(c cluster, at int) int { return c.start - at })
	return t.clusters[from:to]
}
