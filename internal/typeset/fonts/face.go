package fonts

import (
	"runtime/debug"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
)

// Face is a face in use by one document. The methods that need the font may only be called after Load.
type Face struct {
	*font.Face
	Family, Style string // their names

	// Scale is a factor for the type size that makes letters about as tall as in the text's main face.
	Scale float64

	instance instance
	shaper   shaping.HarfbuzzShaper
	err      error
}

// Load reads the font unless it was read before. The font stays in memory only while the document is made,
// which a server does once for each version of the résumé.
func (f *Face) Load() error {
	if f.Face == nil && f.err == nil {
		var loaded *font.Font
		if loaded, f.err = f.instance.source.read(f.instance.source.large); f.err == nil {
			f.Face = f.instance.of(loaded)
		}
	}
	return f.err
}

// of returns the face of a font.
func (i instance) of(f *font.Font) *font.Face {
	face := font.NewFace(f)
	if i.weight > 0 {
		face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: float32(i.weight)}})
	}
	return face
}

// Outlines returns a function that returns outlines of glyphs. The outlines of a large font stay in memory only
// as long as the function.
func (f *Face) Outlines() func(font.GID) font.GlyphOutline {
	face := f.Face
	if f.instance.source.large {
		debug.FreeOSMemory() // of the outlines that were used before
		if whole, err := f.instance.source.read(false); err == nil {
			face = f.instance.of(whole)
		}
	}
	return func(glyph font.GID) font.GlyphOutline {
		outline, _ := face.GlyphDataOutline(glyph) // without one it is blank
		return outline
	}
}

// Shape shapes a part of a text with one script and direction.
func (f *Face) Shape(in shaping.Input) shaping.Output {
	in.Face = f.Face
	return f.shaper.ShapeNoExtents(in)
}

// Glyph returns the glyph of a character, or 0.
func (f *Face) Glyph(r rune) font.GID {
	glyph, _ := f.NominalGlyph(r)
	return glyph
}

// Advance returns the width of a character, in ems.
func (f *Face) Advance(r rune) float64 {
	return float64(f.HorizontalAdvance(f.Glyph(r))) / float64(f.Upem())
}

// Release frees the memory of the fonts. No face of the set may be used afterwards. The
// memory of large fonts goes back to the system at once: a container may have little.
func (s *Set) Release() {
	large := false
	for _, f := range s.faces {
		large = large || f.Face != nil && f.instance.source.large
		f.Face = nil
	}
	if large {
		debug.FreeOSMemory()
	}
}
