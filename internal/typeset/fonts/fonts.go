// Package fonts finds a face for each character of a document: in the built-in families (Latin, Greek,
// Cyrillic, symbols), the fonts that the owner names, and the system's fonts. It reads font files when a
// document needs them, and releases them when no document does.
package fonts

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// Style identifies a face of a family.
type Style struct {
	Weight int // as in CSS: 400, or 0, is regular, 700 is bold
	Italic bool
	Mono   bool // a fixed-width family
}

// String returns the name of the style.
func (s Style) String() string {
	name := cmp.Or(map[int]string{500: "Medium", 600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"}[s.Weight], "Regular")
	if s.Italic {
		name = strings.TrimPrefix(name, "Regular") + "Italic"
	}
	return name
}

// Library is a collection of fonts. It is safe for concurrent use.
type Library struct {
	given  []*source
	system func() []*source
}

// New returns a library of the built-in fonts, the fonts in the given files and folders, and the system's
// fonts, in this order of preference. It fails if a path has no font. It looks for the system's fonts when a
// document first needs one.
func New(paths ...string) (*Library, error) {
	l := &Library{system: ofSystem}
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("font: %w", err)
		}
		found := inFolder(path)
		if len(found) == 0 {
			return nil, fmt.Errorf("font: there is no TrueType or OpenType font in %s", path)
		}
		l.given = append(l.given, found...)
	}
	return l, nil
}

// Builtin returns a library of the built-in fonts only, which is the same on every machine.
func Builtin() *Library {
	return &Library{system: func() []*source { return nil }}
}

// inFolder returns the faces in a file, or in the files of a folder and its subfolders,
// ordered by path. It skips what it can't read.
func inFolder(path string) []*source {
	var all []*source
	_ = filepath.WalkDir(path, func(path string, _ fs.DirEntry, _ error) error { // other folders may be readable
		switch strings.ToLower(filepath.Ext(path)) {
		case ".ttf", ".otf", ".ttc", ".otc":
			all = append(all, described(path)...)
		}
		return nil
	})
	return all
}

// ofSystem returns the system's faces, which it looks for once: sans serifs first, then by name, so the order
// does not depend on where the files are.
var ofSystem = sync.OnceValue(func() []*source {
	folders, _ := fontscan.DefaultFontDirectories(log.New(io.Discard, "", 0)) // none, on an error
	var all []*source
	for _, folder := range folders {
		all = append(all, inFolder(folder)...)
	}
	rank := func(s *source) int {
		name := normalized(s.family)
		switch {
		case strings.Contains(name, "mono") || strings.Contains(name, "emoji"):
			return 2
		case strings.Contains(name, "serif") && !strings.Contains(name, "sans"):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b *source) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.family, b.family),
			cmp.Compare(a.path, b.path), cmp.Compare(a.index, b.index))
	})
	return all
})

// Set holds the faces that a document uses. It is for one goroutine.
type Set struct {
	library   *Library
	lang      string
	faces     map[instance]*Face
	found     map[query]*Face
	preferred map[language.Script][]*source
}

// instance is a source at a weight, which is 0 unless the font is variable.
type instance struct {
	source *source
	weight int
}

type query struct {
	text   string
	style  Style
	script language.Script
}

// NewSet returns a set for a document. The language (BCP 47) decides between the forms
// of characters that Chinese, Japanese and Korean share.
func (l *Library) NewSet(lang string) *Set {
	return &Set{
		library: l, lang: lang,
		faces: map[instance]*Face{}, found: map[query]*Face{}, preferred: map[language.Script][]*source{},
	}
}

// Find returns a face that has all of the characters; nil if there is none. The script
// is that of the surrounding text. Find reads only the coverage of fonts.
func (s *Set) Find(text []rune, style Style, script language.Script) *Face {
	style.Weight = cmp.Or(style.Weight, 400)
	q := query{string(text), style, script}
	face, known := s.found[q]
	if !known {
		if source := s.find(text, style, script); source != nil {
			face = s.face(source, style)
		}
		s.found[q] = face
	}
	return face
}

// face returns the face of a source.
func (s *Set) face(c *source, style Style) *Face {
	key, named := instance{source: c}, c.style
	if c.variable {
		key.weight, named.Weight = style.Weight, style.Weight
	}
	if s.faces[key] == nil {
		s.faces[key] = &Face{Family: c.family, Style: named.String(), Scale: cmp.Or(c.scale, 1), instance: key}
	}
	return s.faces[key]
}

func (s *Set) find(text []rune, style Style, script language.Script) *source {
	family := builtin
	if style.Mono {
		family = slices.Concat(mono, builtin)
	}
	switch script {
	case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Inherited, language.Unknown:
		if f := nearestFace(slices.Concat(family, symbols), text, style); f != nil {
			return f
		}
		return nearestFace(slices.Concat(s.ofScript(script), s.library.system()), text, style)
	}
	own := s.ofScript(script)
	// Punctuation matches the letters around it.
	if language.LookupScript(text[0]) == language.Common && !unicode.IsDigit(text[0]) {
		family, own = own, family
	}
	return nearestFace(slices.Concat(family, own, symbols, s.library.system()), text, style)
}

// ofScript returns the faces that the owner names, then the families preferred for the script.
func (s *Set) ofScript(script language.Script) []*source {
	all, known := s.preferred[script]
	if !known {
		all = slices.Clone(s.library.given)
		for _, family := range families(script, s.lang) {
			for _, c := range s.library.system() {
				if normalized(c.family) == family {
					all = append(all, c)
				}
			}
		}
		s.preferred[script] = all
	}
	return all
}

// nearestFace returns the first face that has the characters, or a face of the same family that is nearer to the
// wanted style.
func nearestFace(faces []*source, text []rune, style Style) *source {
	best, least := (*source)(nil), 0
	for _, c := range faces {
		if distance := c.distance(style); (best == nil || distance < least && c.family == best.family) && c.covers(text) {
			best, least = c, distance
		}
	}
	return best
}

// distance returns how far the style of the face is from the wanted one.
func (s *source) distance(wanted Style) int {
	d := 0
	if !s.variable {
		d = max(s.style.Weight-wanted.Weight, wanted.Weight-s.style.Weight)
	}
	if s.style.Italic != wanted.Italic {
		d += 1000 // more than any difference in weight
	}
	if s.style.Mono != wanted.Mono {
		d += 2000
	}
	return d
}
