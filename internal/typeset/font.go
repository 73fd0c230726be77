package typeset

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// Face is one of the faces that there are.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
)

// typefaces are the faces' PostScript names and files. Liberation Sans has the
// widths of Arial, covers the Latin, Greek and Cyrillic scripts (and Hebrew, see
// has), and is free (SIL OFL 1.1).
func typefaces() []typeface {
	return []typeface{
		Regular: {"LiberationSans", liberationsansregular.TTF},
		Bold:    {"LiberationSans-Bold", liberationsansbold.TTF},
		Italic:  {"LiberationSans-Italic", liberationsansitalic.TTF},
	}
}

type typeface struct {
	name string
	ttf  []byte
}

// fonts are the faces, for measuring; they may be shared.
type fonts []*sfnt.Font

// parsedFonts reads the faces once.
var parsedFonts = sync.OnceValues(func() (fonts, error) {
	var all fonts
	for _, f := range typefaces() {
		parsed, err := sfnt.Parse(f.ttf)
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", f.name, err)
		}
		all = append(all, parsed)
	}
	return all, nil
})

// ruler measures text. It is for one goroutine.
type ruler struct {
	fonts  fonts
	buffer sfnt.Buffer
	known  map[glyph]float64 // advances, in ems
}

func newRuler() (*ruler, error) {
	all, err := parsedFonts()
	return &ruler{fonts: all, known: map[glyph]float64{}}, err
}

type glyph struct {
	face Face
	r    rune
}

// has tells whether every face has the character. Those above U+FFFF count as
// lacking, for the PDF library has no room for them, and so do the letters of
// scripts that run from right to left, for they would run the other way here.
func (m *ruler) has(r rune) bool {
	if r > 0xffff {
		return false
	}
	if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
		return false
	}
	for _, f := range m.fonts {
		if i, err := f.GlyphIndex(&m.buffer, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// width gives how wide a text is, in ems.
func (m *ruler) width(f Face, s string) float64 {
	sum := 0.0
	for _, r := range s {
		sum += m.advance(f, r)
	}
	return sum
}

func (m *ruler) advance(f Face, r rune) float64 {
	const em = 1000 // the PDF library counts in thousandths, too
	g := glyph{f, r}
	width, ok := m.known[g]
	if !ok {
		// Either can't fail for a character that the face has.
		i, _ := m.fonts[f].GlyphIndex(&m.buffer, r)
		advance, _ := m.fonts[f].GlyphAdvance(&m.buffer, i, fixed.I(em), font.HintingNone)
		width = float64(advance.Round()) / em
		m.known[g] = width
	}
	return width
}
