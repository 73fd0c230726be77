package typeset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	xbidi "golang.org/x/text/unicode/bidi"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/typeset/pdf"
)

// shaped is a text as glyphs. Positions in it are in bytes, lengths in ems of its type.
type shaped struct {
	text     string
	clusters []cluster         // in the order of the text
	at       []float64         // the start of each byte, and the width of the text
	breaks   []linebreak.Break // where lines may end
}

// cluster is the smallest part of a shaped text.
type cluster struct {
	start   int // the first byte
	text    string
	run     *run
	level   bidi.Level // the run's, except at the end of a line
	glyphs  []pdf.Glyph
	advance float64 // in ems of its face
}

// width returns the width of the cluster, in ems of the text.
func (c cluster) width() float64 { return c.advance * c.run.face.Scale }

// width returns the width of the text on one line, in ems.
func (t *shaped) width() float64 { return t.at[len(t.text)] }

// shape shapes spans.
func (s *measured) shape(spans []Span) *shaped {
	text := s.prepare(spans)
	all := runes(text)
	t := &shaped{text: string(all), at: make([]float64, 1, len(text)+1)}
	for start, end := 0, 1; start < len(text); end++ {
		if end == len(text) || text[end].run != text[start].run {
			t.clusters = append(t.clusters, s.shapeRun(all, text[start].run, start, end)...)
			start = end
		}
	}
	for i := range t.clusters {
		c := &t.clusters[i]
		c.start = len(t.at) - 1
		before := t.at[c.start]
		for range len(c.text) {
			t.at = append(t.at, before+c.width())
		}
	}
	t.breaks = slices.DeleteFunc(linebreak.Breaks(t.text), func(b linebreak.Break) bool {
		_, whole := t.clusterAt(b.At)
		return !whole || strings.HasSuffix(t.text[:b.At], ": ") // a label stays with its text
	})
	return t
}

// isReordered reports whether the visual order of a text may differ from its reading order.
func (t *shaped) isReordered() bool {
	return slices.ContainsFunc(t.clusters, func(c cluster) bool { return c.level > 0 })
}

// isSeparator reports whether a character, between spaces, separates items of a line.
func isSeparator(r rune) bool { return r == '·' || r == '•' || r == '|' }

// clusterAt returns the index of the first cluster that starts at or after a byte, and whether it starts there.
func (t *shaped) clusterAt(at int) (int, bool) {
	return slices.BinarySearchFunc(t.clusters, at, func(c cluster, at int) int { return cmp.Compare(c.start, at) })
}

// shapeRun returns the clusters of a run in logical order.
func (s *measured) shapeRun(text []rune, in run, start, end int) []cluster {
	if in.face == nil || in.face.Load() != nil {
		return s.boxesFor(text[start:end], in)
	}
	direction := di.DirectionLTR
	if in.level%2 == 1 {
		direction = di.DirectionRTL
	}
	out := s.shaper.ShapeNoExtents(shaping.Input{
		Face: in.face.Face, Text: text, RunStart: start, RunEnd: end,
		Direction: direction,
		Size:      fixed.I(int(in.face.Upem())), // lengths are then in font units, without rounding
		Script:    in.script,
		Language:  language.NewLanguage(s.lang),
	})
	scale := 1 / 64.0 / float64(in.face.Upem())
	var all []cluster
	for glyphs := out.Glyphs; len(glyphs) > 0; {
		first := glyphs[0]
		of := text[first.TextIndex() : first.TextIndex()+first.RunesCount()]
		c := cluster{text: string(of), run: &in, level: in.level}
		if slices.ContainsFunc(of, isVisible) {
			for _, g := range glyphs[:first.GlyphsCount()] {
				c.glyphs = append(c.glyphs, pdf.Glyph{
					ID: g.GlyphID,
					X:  (c.advance + float64(g.XOffset)*scale) * 1000,
					Y:  float64(g.YOffset) * scale * 1000,
				})
				c.advance += float64(g.Advance) * scale
			}
		}
		all = append(all, c)
		glyphs = glyphs[first.GlyphsCount():]
	}
	if direction == di.DirectionRTL {
		slices.Reverse(all)
	}
	return all
}

// boxesFor returns □ for each grapheme of a text. It can still be copied and searched as the grapheme.
func (s *measured) boxesFor(text []rune, in run) []cluster {
	in.face = s.faces.Find([]rune{replacement}, in.style.Face, language.Common)
	_ = in.face.Load() // it is built in, so it can be read
	box := []pdf.Glyph{{ID: in.face.Glyph(replacement)}}
	var all []cluster
	s.segmenter.Init(text)
	for it := s.segmenter.GraphemeIterator(); it.Next(); {
		all = append(all, cluster{
			text: string(it.Grapheme().Text), run: &in, level: in.level, glyphs: box, advance: in.face.Advance(replacement),
		})
	}
	return all
}

// isBlank reports whether a cluster is invisible and takes no room, like a joiner or a directional mark.
func (c cluster) isBlank() bool { return len(c.glyphs) == 0 && c.advance == 0 }

// swallows reports whether poppler counts the cluster at its left as part of the left-to-right text that ends
// with c. Poppler extends such text from the first letter or digit to the next right-to-left letter.
func (c cluster) swallows(left cluster) bool {
	return (c.level|left.level)%2 == 1 && c.isOf(xbidi.L, xbidi.EN, xbidi.ES, xbidi.ET, xbidi.AN, xbidi.CS) && !left.isOf(xbidi.R, xbidi.AL)
}

// isOf reports whether the first character is in one of the classes of UAX 9.
func (c cluster) isOf(classes ...xbidi.Class) bool {
	p, _ := xbidi.LookupString(strings.ReplaceAll(c.text, "\u00a0", " ")) // as it is written
	return slices.Contains(classes, p.Class())
}

// written returns a cluster as the PDF has it. Right-to-left runs are written in visual order, from left to
// right, because poppler, PDFBox and PDFium reverse such runs when they extract text; MuPDF and pdfminer do
// not. So the text of a bracket is the mirrored bracket. In a cluster with several characters, the glyphs
// stand for the first, and blank glyphs to their left for the others.
func (c cluster) written() []pdf.Cluster {
	text := strings.ReplaceAll(c.text, "\u00a0", " ") // as people type it in a search
	one := pdf.Cluster{Text: text, Glyphs: c.glyphs, Advance: c.advance * 1000}
	if c.level%2 == 0 {
		return []pdf.Cluster{one}
	}
	const beside = 2.0 // the width of the blank glyphs, in thousandths of an em
	runes := []rune(text)
	var all []pdf.Cluster
	for _, r := range slices.Backward(runes[1:]) {
		all = append(all, pdf.Cluster{Text: string(r), Advance: beside})
		one.Advance -= beside
	}
	one.Text = xbidi.ReverseString(string(runes[0]))
	return append(all, one)
}
