package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/typeset/pdf"
)

// hyphenWidth is the room for a hyphen, in ems.
const hyphenWidth = 0.35

// lines breaks a text into lines. The first has the width first, the others the width
// rest, in ems. A separator at the end of a line is not part of it.
func (t *shaped) lines(first, rest float64) []linebreak.Line {
	all := linebreak.Layout[float64]{
		First: first, Rest: rest, Hyphen: hyphenWidth, Breaks: t.breaks,
		Width: func(from, to int) float64 { return t.at[to] - t.at[from] },
	}.Lines(t.text)
	for i := range len(all) - 1 {
		l := &all[i]
		last, size := utf8.DecodeLastRuneInString(t.text[l.From:l.To])
		if before := t.text[l.From : l.To-size]; isSeparator(last) && strings.HasSuffix(before, " ") {
			l.To = l.From + len(strings.TrimRight(before, " "))
		}
	}
	return all
}

// widthOf returns the width of a line, in ems.
func (t *shaped) widthOf(l linebreak.Line) float64 {
	w := t.at[l.To] - t.at[l.From]
	if l.Hyphen {
		w += hyphenWidth
	}
	return w
}

// all returns the whole text as one line.
func (t *shaped) all() linebreak.Line { return linebreak.Line{To: len(t.text)} }

// piece is a part of a line in one style and face. Positions and widths are in ems of
// its type, from the left end of the line.
type piece struct {
	*run
	x, width float64
	clusters []pdf.Cluster
	text     string // in logical order
}

// pieces returns the pieces of a line, from left to right. They include the invisible space after the line,
// which tells readers that the word ends.
func (s *measured) pieces(t *shaped, l linebreak.Line) []piece {
	x, end := 0.0, l.To
	if strings.HasPrefix(t.text[end:], " ") {
		end++
		if s.doc.RightToLeft {
			x = t.at[l.To] - t.at[end]
		}
	}
	from, _ := t.clusterAt(l.From)
	to, _ := t.clusterAt(end)
	line := slices.DeleteFunc(slices.Clone(t.clusters[from:to]), cluster.isBlank)
	if n := len(line); n > 0 && line[n-1].text == " " {
		line[n-1].level = s.base // UAX 9, L1
	}
	if n := len(line); n > 0 && end < len(t.text) && line[n-1].text == "-" {
		line[n-1].text = keptHyphen
	}
	reorder(line)
	var all []piece
	for i, c := range line {
		if i == 0 || c.run != line[i-1].run {
			all = append(all, piece{run: c.run, x: x})
		}
		p := &all[len(all)-1]
		x += c.width()
		p.width = x - p.x
		if c.level%2 == 1 {
			p.text = c.text + p.text
		} else {
			p.text += c.text
		}
		if inside := i > 1 || i == 1 && line[0].text != " "; s.doc.RightToLeft && inside && c.swallows(line[i-1]) {
			p.clusters = append(p.clusters, pdf.Cluster{Text: "\u200f"})
		}
		p.clusters = append(p.clusters, c.written()...)
	}
	if n := len(all); l.Hyphen && n > 0 {
		last := &all[n-1]
		advance := last.face.Advance('-')
		last.width += advance * last.face.Scale
		last.clusters = append(last.clusters, pdf.Cluster{
			Text: "\u00ad", Glyphs: []pdf.Glyph{{ID: last.face.Glyph('-')}}, Advance: advance * 1000,
		})
	}
	return all
}

// keptHyphen is the text of a compound's own hyphen at the end of a line. Poppler drops a plain one as hyphenation.
const keptHyphen = "-\u200b"

// reorder puts the clusters of a line in visual order (UAX 9, L2).
func reorder(line []cluster) {
	highest := bidi.Level(0)
	for _, c := range line {
		highest = max(highest, c.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(line); i++ {
			j := i
			for j < len(line) && line[j].level >= level {
				j++
			}
			slices.Reverse(line[i:j])
			i = j
		}
	}
}
