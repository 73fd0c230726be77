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

// shaped is a text as glyphs, before line breaking. Lengths are in ems of its type.
type shaped struct {
	text        []rune
	rightToLeft bool
	runs        []run
	clusters    []cluster  // in the order of the text
	at          []float64  // the start of each character, and the width of the text
	breaks      []breaking // where lines may end
	whole       []bool     // whether a cluster starts at a character
}

// run is a part of a text that is shaped as a unit.
type run struct {
	start, end int
	level      bidi.Level
	style      *Style
	face       *fonts.Face
}

// cluster is the smallest part of a shaped text.
type cluster struct {
	start, end int
	run        int
	glyphs     []pdf.Glyph
	advance    float64 // in ems of its face
	scale      float64 // ems of the text for each em of the face
}

// width returns the width of the cluster, in ems of the text.
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

// same reports whether two characters belong to one run.
func (p *prepared) same(a, b int) bool {
	return p.styles[a] == p.styles[b] && p.faces[a] == p.faces[b] && p.levels[a] == p.levels[b] && p.scripts[a] == p.scripts[b]
}

// shapeRun returns the clusters of a run in logical order.
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
		Size:      fixed.I(int(face.Upem())), // lengths are then in font units, without rounding
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

// replaced returns □ for each grapheme of a run. Its text is that of the grapheme, so
// that it can be copied and searched.
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

// box returns □ in a face that has it.
func (s *set) box(face Face) cluster {
	f := s.replacementFace(face)
	glyph, _ := f.NominalGlyph(replacement)
	return cluster{glyphs: []pdf.Glyph{{ID: glyph}}, scale: f.Scale, advance: float64(f.HorizontalAdvance(glyph)) / float64(f.Upem())}
}

func (s *set) replacementFace(face Face) *fonts.Face {
	return s.faces.Find([]rune{replacement}, face.style(), language.Common)
}

// set returns a cluster as the PDF has it. Right-to-left runs are written in visual
// order, from left to right, because poppler, PDFBox and PDFium reverse such runs when
// they extract text; MuPDF and pdfminer do not. So the text of a bracket is the mirrored
// one, and of a cluster with several characters the glyphs have the first, and blank
// glyphs to their left have the others.
func (t *shaped) set(c cluster) []pdf.Cluster {
	text := string(t.text[c.start:c.end])
	text = strings.ReplaceAll(text, "\u00a0", " ") // as people type it in a search
	written := pdf.Cluster{Text: text, Glyphs: c.glyphs, Advance: c.advance * 1000}
	if t.runs[c.run].level%2 == 0 {
		return []pdf.Cluster{written}
	}
	const beside = 2.0 // the width of the blank glyphs, in thousandths of an em
	runes := []rune(text)
	var all []pdf.Cluster
	for i := len(runes) - 1; i > 0; i-- {
		all = append(all, pdf.Cluster{Text: string(runes[i]), Advance: beside})
		written.Advance -= beside
	}
	written.Text = xbidi.ReverseString(string(runes[0]))
	return append(all, written)
}
