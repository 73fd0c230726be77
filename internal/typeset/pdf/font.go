package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// Cluster is a unit of shaped text: one or more glyphs and the text they represent.
type Cluster struct {
	Text    string
	Glyphs  []Glyph // in drawing order; none for a blank
	Advance float64 // the distance to the next cluster
}

// Glyph is a glyph of a face and its offset from the origin of the cluster.
type Glyph struct {
	ID   font.GID
	X, Y float64
}

// Face is what a document needs of a face.
type Face interface {
	Upem() uint16
	HorizontalAdvance(font.GID) float32
	// WithOutlines returns the face with the outlines of its glyphs. It is called once, when the document is finished.
	WithOutlines() *font.Face
}

// Font is a face as embedded in a document. Every distinct cluster becomes one glyph of
// the embedded font, so that readers find the whole text of each glyph.
type Font struct {
	face   Face
	number int // in the page resources
	name   string
	family string
	codes  map[string]int
	glyphs []embedded // by their codes; the first is blank
}

type embedded struct {
	Cluster
	width int
}

// Font returns the font for a face. Family and style name it in the file.
func (d *File) Font(family, style string, face Face) *Font {
	for _, f := range d.fonts {
		if f.face == face {
			return f
		}
	}
	f := &Font{face: face, number: len(d.fonts) + 1, family: family, codes: map[string]int{}, glyphs: []embedded{{width: 500}}}
	f.name = notInName.ReplaceAllString(family+"-"+style, "")
	d.fonts = append(d.fonts, f)
	return f
}

// notInName matches the characters that a PostScript name should not have.
var notInName = regexp.MustCompile(`[^A-Za-z0-9-]`)

// maxGlyphs is the number of glyphs that a font can have, a code being two bytes long.
const maxGlyphs = 0xffff

// code returns the code and the width of a cluster in the embedded font; the blank glyph's if the font is full.
// A single glyph keeps the width it has in the face, so that kerning does not produce variants.
func (f *Font) code(c Cluster) (code, width int) {
	var key strings.Builder
	key.WriteString(c.Text)
	for _, g := range c.Glyphs {
		fmt.Fprintf(&key, "\x00%d %.0f %.0f", g.ID, g.X, g.Y)
	}
	if len(c.Glyphs) == 0 {
		fmt.Fprintf(&key, "\x00%.0f", c.Advance)
	}
	code, ok := f.codes[key.String()]
	if !ok && len(f.glyphs) < maxGlyphs {
		width := c.Advance
		if len(c.Glyphs) == 1 {
			width = float64(f.face.HorizontalAdvance(c.Glyphs[0].ID)) * f.scale()
		}
		code = len(f.glyphs)
		f.glyphs = append(f.glyphs, embedded{c, int(math.Round(width))})
		f.codes[key.String()] = code
	}
	return code, f.glyphs[code].width
}

// scale returns thousandths of an em for each unit of the face.
func (f *Font) scale() float64 { return 1000 / float64(f.face.Upem()) }

// charstrings returns the glyphs and their bounding box. The glyphs of a cluster are joined into one.
func (f *Font) charstrings() (all [][]byte, bounds box) {
	face := f.face.WithOutlines()
	for _, e := range f.glyphs {
		// A glyph starts with its width. Without it, MuPDF extracts each glyph as a line of its own.
		c := charstring{program: operands(nil, e.width), bounds: &bounds}
		for _, g := range e.Glyphs {
			outline, _ := face.GlyphDataOutline(g.ID) // without one it is blank
			c.add(outline.Segments, f.scale(), g.X, g.Y)
		}
		all = append(all, append(c.program, endchar))
	}
	return all, bounds
}

// ascent and descent are the same for all fonts, because programs that extract text use them to find lines. With the
// values of the faces, which differ a lot between scripts, a line in several fonts would fall apart.
const (
	ascent  = 800
	descent = -200
)

// write writes a composite font: one CID for each code, the outlines as CFF, and a map
// from codes to text (ISO 32000-1, 9.7 and 9.10.3).
func (f *Font) write(o *objects) ref {
	charstrings, b := f.charstrings()
	unicodes := f.toUnicode()
	hash := sha256.New()
	_, _ = hash.Write(unicodes)
	for _, c := range charstrings {
		_, _ = hash.Write(c)
	}
	// Six letters in front of its name mark a subset (ISO 32000-1, 9.6.4).
	tag := hash.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	name := string(tag) + "+" + f.name
	var widths strings.Builder
	for _, g := range f.glyphs[1:] {
		fmt.Fprintf(&widths, "%d ", g.width)
	}
	descriptor := o.addf("<</Type/FontDescriptor/FontName/%s/FontFamily%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile3 %v>>",
		name, textString(f.family), b.x0, b.y0, b.x1, b.y1, ascent, descent,
		o.addStream("/Subtype/CIDFontType0C", compactFont(name, charstrings, b)))
	descendant := o.addf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/W[1[%s]]>>",
		name, descriptor, widths.String())
	return o.addf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, descendant, o.addStream("", unicodes))
}

// toUnicode returns the map from codes to text.
func (f *Font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const perSection = 100 // the limit of the format
	code := 0
	for section := range slices.Chunk(f.glyphs[1:], perSection) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(section))
		for _, g := range section {
			code++
			fmt.Fprintf(&b, "<%04X><%s>\n", code, hexUTF16(g.Text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
