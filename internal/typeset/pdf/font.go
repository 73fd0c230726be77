package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
)

// Cluster is what a text is set with: glyphs that can't be taken apart, and the
// text they stand for.
type Cluster struct {
	Text    string
	Glyphs  []Glyph // in the order of drawing; empty for a space
	Advance float64 // from this cluster to the next
}

// Glyph is a glyph of a font and where it stands, from the origin of its
// cluster.
type Glyph struct {
	ID   font.GID
	X, Y float64
}

// Font is a face as one document embeds it. Each cluster that is used becomes
// one glyph of the embedded font, so that whoever reads the file finds for each
// glyph the whole text it stands for.
type Font struct {
	face   *font.Face
	number int // in the resources
	name   string
	family string
	codes  map[string]int
	glyphs []embedded // number 0 is that of code 1
}

type embedded struct {
	text    string
	outline []segment
	width   int
}

// Font returns the font for a face. The file calls it by its family and style.
func (d *Document) Font(family, style string, face *font.Face) *Font {
	f, ok := d.fontOf[face]
	if !ok {
		f = &Font{face: face, number: len(d.fonts) + 1, name: postScriptName(family + "-" + style), family: family, codes: map[string]int{}}
		d.fonts = append(d.fonts, f)
		d.fontOf[face] = f
	}
	return f
}

// postScriptName leaves out what such a name may not have.
func postScriptName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			return r
		}
		return -1
	}, s)
	if s == "" {
		return "Font"
	}
	return s
}

// mostGlyphs is how many there are codes for: two bytes, without 0.
const mostGlyphs = 0xffff - 1

// code returns the number and the width of a cluster in the embedded font.
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
	if !ok && len(f.glyphs) == mostGlyphs {
		return 0, 500 // the blank glyph
	}
	if !ok {
		f.glyphs = append(f.glyphs, f.embed(c))
		code = len(f.glyphs)
		f.codes[key.String()] = code
	}
	return code, f.glyphs[code-1].width
}

// embed joins the glyphs of a cluster into one. One that stands alone has the
// width that the face gives it, so that kerning does not make it another glyph.
func (f *Font) embed(c Cluster) embedded {
	e := embedded{text: c.Text, width: int(math.Round(c.Advance))}
	scale := 1000 / float64(f.face.Upem())
	if len(c.Glyphs) == 1 {
		e.width = int(math.Round(float64(f.face.HorizontalAdvance(c.Glyphs[0].ID)) * scale))
	}
	for _, g := range c.Glyphs {
		outline, _ := f.face.GlyphDataOutline(g.ID) // without one it is blank
		for _, s := range outline.Segments {
			e.outline = append(e.outline, moved(s, scale, g.X, g.Y))
		}
	}
	return e
}

// ascent and descent are said of every font, whatever its own are: programs that
// take the text out tell lines apart by them, and those of fonts for different
// scripts are so far apart that one line would be several.
const (
	ascent  = 800
	descent = -200
)

// write writes a composite font: one CID for each code, the outlines in CFF, and
// a map from codes to text (ISO 32000-1, 9.7 and 9.10.3).
func (f *Font) write(o *objects) ref {
	unicodes := f.toUnicode()
	hash := sha256.New()
	_, _ = hash.Write(unicodes)
	_, _ = hash.Write(compactFont("", f.glyphs))
	// Six letters before its name mark a font that holds some glyphs only
	// (ISO 32000-1, 9.6.4).
	tag := hash.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	name := string(tag) + "+" + f.name

	file := o.addStream("/Subtype/CIDFontType0C", compactFont(name, f.glyphs))
	x0, y0, x1, y1 := bounds(f.glyphs)
	descriptor := o.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/FontFamily%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile3 %v>>",
		name, textString(f.family), x0, y0, x1, y1, ascent, descent, file))
	var widths strings.Builder
	for _, g := range f.glyphs {
		fmt.Fprintf(&widths, "%d ", g.width)
	}
	descendant := o.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/W[1[%s]]>>",
		name, descriptor, widths.String()))
	return o.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, descendant, o.addStream("", unicodes)))
}

// toUnicode returns the map from codes to text.
func (f *Font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // a section has room for so many
	for from := 0; from < len(f.glyphs); from += most {
		section := f.glyphs[from:min(from+most, len(f.glyphs))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(section))
		for i, g := range section {
			fmt.Fprintf(&b, "<%04X><%s>\n", from+i+1, hexUTF16(g.text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
