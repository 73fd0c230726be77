package fonts

import (
	"runtime/debug"

	"github.com/go-text/typesetting/font"
)

// Face is a face in use by one document. The methods that need the font may only be called after Load.
type Face struct {
	*font.Face
	Family, Style string // their names

	// Scale is a factor for the type size that makes letters about as tall as in the text's main face.
	Scale float64

	instance instance
	err      error
}

// Load reads the font unless it was read before. The font stays in memory only while the document is made,
// which a server does once for each version of the résumé.
func (f *Face) Load() error {
	if f.Face == nil && f.err == nil {
		f.Face, f.err = f.instance.read(f.instance.source.large)
	}
	return f.err
}

// WithOutlines returns the face with the outlines of its glyphs. Those of a large font are read anew, and stay in
// memory only as long as the result.
func (f *Face) WithOutlines() *font.Face {
	if f.instance.source.large {
		debug.FreeOSMemory() // of the outlines that were used before
		if whole, err := f.instance.read(false); err == nil {
			return whole
		}
	}
	return f.Face
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
