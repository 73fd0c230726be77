package typeset

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	xbidi "golang.org/x/text/unicode/bidi"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf"
)

// shaped is a text as glyphs, not broken in lines. Lengths are in ems of its
// type.
type shaped struct {
	text        []rune
	rightToLeft bool
	runs        []run
	clusters    []cluster  // in the order of the text
	at          []float64  // where each character begins, and at the end how wide the text is
	breaks      []breaking // where lines may end
	whole       []bool     // whether a cluster begins with a character
}

// run is a part of a text that is shaped at once.
type run struct {
	start, end int
	level      bidi.Level
	style      *Style
	face       *fonts.Face
}

// cluster is a part of a text that can't be taken apart.
type cluster struct {
	start, end int
	run        int
	glyphs     []pdf.Glyph
	advance    float64 // in ems of its face
	scale      float64 // of these to those of the text
}

// width returns how wide a cluster is, in ems of the text.
func (c cluster) width() float64 { return c.advance * c.scale }

// shape shapes spans.
func (s *set) shape(spans []Span) *shaped {
	p := s.prepare(spans)
	t := &shaped{text: p.text, rightToLeft: s.rightToLeft}
	for start := 0; start < len(p.text); {
		end := start + 1
		for end < len(p.text) && p.same(start, end) {
			end++
		}
		t.runs = append(t.runs, run{start, end, p.levels[start], p.styles[start], p.faces[start]})
		t.clusters = append(t.clusters, s.shapeRun(p, start, end, len(t.runs)-1)...)
		start = end
	}
	t.at = make([]float64, len(t.text)+1)
	t.whole = make([]bool, len(t.text)+1)
	t.whole[len(t.text)] = true
	for _, c := range t.clusters {
		t.whole[c.start] = true
		for i := c.start + 1; i <= c.end; i++ {
			t.at[i] = t.at[c.start] + c.width()
		}
	}
	t.breaks = breaksOf(t.text)
	for i, whole := range t.whole {
		if !whole {
			t.breaks[i] = never
		}
	}
	return t
}

// same reports whether two characters are shaped in one run.
func (p *prepared) same(a, b int) bool {
	return p.styles[a] == p.styles[b] && p.faces[a] == p.faces[b] && p.levels[a] == p.levels[b] && p.scripts[a] == p.scripts[b]
}

// shapeRun returns the clusters of a run, in the order of the text.
func (s *set) shapeRun(p prepared, start, end, number int) []cluster {
	face := p.faces[start]
	if face == nil {
		return s.replaced(p, start, end, number)
	}
	direction := di.DirectionLTR
	if p.levels[start]%2 == 1 {
		direction = di.DirectionRTL
	}
	out := face.Shape(shaping.Input{
		Text: p.text, RunStart: start, RunEnd: end,
		Direction: direction,
		Size:      fixed.I(int(face.Upem())), // so that lengths are in units of the font, without rounding
		Script:    p.scripts[start],
		Language:  language.NewLanguage(s.lang),
	})
	scale := 1 / 64.0 / float64(face.Upem())
	var all []cluster
	for i := 0; i < len(out.Glyphs); {
		g := out.Glyphs[i]
		c := cluster{start: g.TextIndex(), end: g.TextIndex() + g.RunesCount(), run: number, scale: face.Scale}
		hidden := !slices.ContainsFunc(p.text[c.start:c.end], func(r rune) bool { return !ignorable(r) })
		for range g.GlyphsCount() {
			g := out.Glyphs[i]
			i++
			if hidden {
				continue
			}
			c.glyphs = append(c.glyphs, pdf.Glyph{
				ID: g.GlyphID,
				X:  (c.advance + float64(g.XOffset)*scale) * 1000,
				Y:  float64(g.YOffset) * scale * 1000,
			})
			c.advance += float64(g.Advance) * scale
		}
		all = append(all, c)
	}
	if direction == di.DirectionRTL {
		slices.Reverse(all)
	}
	return all
}

// replaced returns □ for each thing that a reader would see as one character.
// It reads as the character.
func (s *set) replaced(p prepared, start, end, number int) []cluster {
	box := s.box(p.styles[start].Face)
	var all []cluster
	var graphemes segmenter.Segmenter
	graphemes.Init(p.text[start:end])
	for it := graphemes.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		c := box
		c.start, c.end, c.run = start+g.Offset, start+g.Offset+len(g.Text), number
		all = append(all, c)
	}
	return all
}

// box returns □ in the face that has it.
func (s *set) box(face Face) cluster {
	f := s.replacementFace(face)
	glyph, _ := f.NominalGlyph(replacement)
	return cluster{glyphs: []pdf.Glyph{{ID: glyph}}, scale: f.Scale, advance: float64(f.HorizontalAdvance(glyph)) / float64(f.Upem())}
}

func (s *set) replacementFace(face Face) *fonts.Face {
	return s.faces.Find([]rune{replacement}, face.style(), language.Common)
}

// set writes a cluster for the PDF. What stands in a run from right to left is
// written from left to right, as it is seen: most programs that take text out of
// a PDF turn such runs round. So a bracket reads as it looks, and of several
// characters the first is read with the glyphs and the others to their left.
func (t *shaped) set(c cluster) []pdf.Cluster {
	text := string(t.text[c.start:c.end])
	text = strings.ReplaceAll(text, "\u00a0", " ") // as everybody searches for it
	written := pdf.Cluster{Text: text, Glyphs: c.glyphs, Advance: c.advance * 1000}
	if t.runs[c.run].level%2 == 0 {
		return []pdf.Cluster{written}
	}
	const beside = 2.0 // how far apart the others are, in thousandths of an em
	runes := []rune(text)
	var all []pdf.Cluster
	for i := len(runes) - 1; i > 0; i-- {
		all = append(all, pdf.Cluster{Text: string(runes[i]), Advance: beside})
		written.Advance -= beside
	}
	written.Text = xbidi.ReverseString(string(runes[0]))
	return append(all, written)
}
