package fonts

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"weak"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
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

	mu     sync.Mutex
	loaded weak.Pointer[font.Font]

	covered sync.Once
	ranges  [][2]rune // its characters, as sorted ranges that include both ends
}

// described returns the faces in a font file.
func described(path string) ([]*source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", path, err)
	}
	var all []*source
	for i, loader := range loaders {
		about, _ := font.Describe(loader, nil)
		all = append(all, &source{
			path: path, index: i,
			family:   about.Family,
			style:    Style{Weight: int(about.Aspect.Weight), Italic: about.Aspect.Style == font.StyleItalic},
			variable: loader.HasTable(opentype.MustNewTag("fvar")),
		})
	}
	return all, nil
}

// load returns the font. It stays in memory only while a document uses it: a Chinese
// font takes tens of megabytes, and a server makes the PDF once for each version of the
// résumé.
func (s *source) load() (*font.Font, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.loaded.Value(); f != nil {
		return f, nil
	}
	var f *font.Font
	err := s.open(func(loader *opentype.Loader) (err error) {
		f, err = font.NewFont(loader)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", cmp.Or(s.path, s.family), err)
	}
	s.loaded = weak.Make(f)
	return f, nil
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

// covers reports whether the face has all of the characters. A face that can't be read
// has none.
func (s *source) covers(text []rune) bool {
	s.covered.Do(func() { _ = s.open(s.readCoverage) })
	for _, r := range text {
		_, found := slices.BinarySearchFunc(s.ranges, r, func(span [2]rune, r rune) int {
			switch {
			case span[1] < r:
				return -1
			case span[0] > r:
				return 1
			}
			return 0
		})
		if !found {
			return false
		}
	}
	return true
}

func (s *source) readCoverage(loader *opentype.Loader) error {
	raw, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return err
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return err
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return err
	}
	for i := cmap.Iter(); i.Next(); {
		r, glyph := i.Char()
		switch n := len(s.ranges); {
		case glyph == 0:
		case n > 0 && s.ranges[n-1][1] == r-1:
			s.ranges[n-1][1] = r
		default:
			s.ranges = append(s.ranges, [2]rune{r, r})
		}
	}
	slices.SortFunc(s.ranges, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	s.ranges = slices.Clip(s.ranges)
	return nil
}
