package fonts

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/fontscan"
)

// source is a face in a font file, which is read when needed.
type source struct {
	path  string
	data  []byte // the file, if the face is built in; path is then empty
	index int    // in a font collection

	family   string
	style    Style
	variable bool    // the font is variable
	scale    float64 // see Face.Scale; 0 for 1
	large    bool    // the file is large, and shaping does not need the outlines

	covered sync.Once
	chars   fontscan.RuneSet // the characters that it has
}

// described returns the faces in a font file; none if it can't be read.
func described(path string) (all []*source) {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }() // it was only read
	size, _ := file.Seek(0, io.SeekEnd)
	loaders, _ := opentype.NewLoaders(file) // from the start of the file; none, on an error
	for i, loader := range loaders {
		about, _ := font.Describe(loader, nil)
		s := &source{path: path, index: i, family: about.Family, variable: loader.HasTable(opentype.MustNewTag("fvar"))}
		s.style = Style{Weight: int(about.Aspect.Weight), Italic: about.Aspect.Style == font.StyleItalic}
		// Without HVAR, the outlines have the widths of a variable font.
		s.large = size > largeFile && (!s.variable || loader.HasTable(opentype.MustNewTag("HVAR")))
		all = append(all, s)
	}
	return all
}

// largeFile is the size in bytes from which a font file is read twice: without outlines for shaping, and with
// outlines for embedding. A Chinese font has 15 MB of outlines.
const largeFile = 4 << 20

// outlineTables are the tables that shaping does not need.
var outlineTables = []string{"CFF ", "CFF2", "glyf", "loca", "gvar", "CBDT", "EBDT", "sbix", "SVG ", "COLR"}

// read reads the face, with or without the outlines.
func (i instance) read(withoutOutlines bool) (face *font.Face, err error) {
	err = i.source.open(func(loader *opentype.Loader) error {
		if withoutOutlines {
			var kept []opentype.Table
			for _, tag := range loader.Tables() {
				if !slices.Contains(outlineTables, tag.String()) {
					content, err := loader.RawTable(tag)
					if err != nil {
						return err
					}
					kept = append(kept, opentype.Table{Tag: tag, Content: content})
				}
			}
			if loader, err = opentype.NewLoader(bytes.NewReader(opentype.WriteTTF(kept))); err != nil {
				return err
			}
		}
		f, err := font.NewFont(loader)
		if err != nil {
			return err
		}
		face = font.NewFace(f)
		if i.weight > 0 {
			face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: float32(i.weight)}})
		}
		return nil
	})
	return face, err
}

// open calls read with a loader for the tables of the face.
func (s *source) open(read func(*opentype.Loader) error) error {
	var file opentype.Resource = bytes.NewReader(s.data)
	if s.path != "" {
		opened, err := os.Open(s.path)
		if err != nil {
			return err
		}
		defer func() { _ = opened.Close() }() // it was only read
		file = opened
	}
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return err
	}
	if s.index >= len(loaders) {
		return fmt.Errorf("face %d: %w", s.index, io.ErrUnexpectedEOF)
	}
	return read(loaders[s.index])
}

// covers reports whether the face has all of the characters. A face that can't be read has none.
func (s *source) covers(text []rune) bool {
	s.covered.Do(func() { _ = s.open(s.readCoverage) })
	return !slices.ContainsFunc(text, func(r rune) bool { return !s.chars.Contains(r) })
}

func (s *source) readCoverage(loader *opentype.Loader) error {
	raw, _ := loader.RawTable(opentype.MustNewTag("cmap")) // on an error nothing, which can't be parsed
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return err
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return err
	}
	for i := cmap.Iter(); i.Next(); {
		if r, glyph := i.Char(); glyph != 0 {
			s.chars.Add(r)
		}
	}
	return nil
}
