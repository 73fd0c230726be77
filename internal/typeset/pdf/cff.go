package pdf

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// box is a bounding box.
type box struct{ x0, y0, x1, y1 int }

// compactFont returns glyphs as a CID-keyed font in the Compact Font Format (Adobe Technical Note 5176),
// with 1000 units to the em and without hints. Glyph 0 is blank; the others follow in order.
//
// All fonts are embedded this way, whatever their format. That leaves one way to join the glyphs of a
// cluster, to instantiate a variable font, and to subset a font collection.
func compactFont(name string, charstrings [][]byte, bounds box) []byte {
	n := len(charstrings)
	glyphs := index(charstrings...)
	head := append([]byte{1, 0, 4, 4}, index([]byte(name))...)
	after := append(index([]byte("Adobe"), []byte("Identity")), 0, 0) // strings, and no subroutines
	charset := bigEndian([]byte{2, 0, 1}, n-2, 2)                     // CIDs are glyph numbers
	if n < 2 {
		charset = []byte{0} // there is only the blank glyph, which a charset leaves out
	}
	fdSelect := bigEndian([]byte{3, 0, 1, 0, 0, 0}, n, 2)                            // all glyphs use dictionary 0
	private := append(append(operands(nil, 0), 20), append(operands(nil, 0), 21)...) // widths are absolute

	// The top dictionary, given where it ends. Offsets always take five bytes, so its length is known before their
	// values.
	var fonts []byte
	top := func(end int) []byte {
		charsetAt := end + len(after)
		fdSelectAt := charsetAt + len(charset)
		glyphsAt := fdSelectAt + len(fdSelect)
		fontsAt := glyphsAt + len(glyphs)
		fonts = index(append(offset(operands(nil, len(private)), fontsAt+len(fonts)), 18))
		d := append(operands(nil, 391, 392, 0), 12, 30) // ROS: Adobe, Identity, 0
		d = append(operands(d, bounds.x0, bounds.y0, bounds.x1, bounds.y1), 5)
		d = append(operands(d, n), 12, 34) // CIDCount
		d = append(offset(d, charsetAt), 15)
		d = append(offset(d, fdSelectAt), 12, 37)
		d = append(offset(d, glyphsAt), 17)
		d = append(offset(d, fontsAt), 12, 36)
		return index(d)
	}
	return slices.Concat(head, top(len(head)+len(top(0))), after, charset, fdSelect, glyphs, fonts, private)
}

// index returns an INDEX structure of at least one item.
func index(items ...[]byte) []byte {
	b := append(bigEndian(nil, len(items), 2), 4) // the size of an offset
	at := 1
	b = bigEndian(b, at, 4)
	for _, item := range items {
		at += len(item)
		b = bigEndian(b, at, 4)
	}
	return append(b, slices.Concat(items...)...)
}

// offset appends a number as five bytes.
func offset(b []byte, v int) []byte {
	return bigEndian(append(b, 29), v, 4)
}

// operands appends numbers of a dictionary or a charstring. It clamps them to 16 bits.
func operands(b []byte, all ...int) []byte {
	for _, v := range all {
		if v >= -107 && v <= 107 {
			b = append(b, byte(v+139))
		} else {
			v = max(math.MinInt16, min(math.MaxInt16, v))
			b = bigEndian(append(b, 28), v, 2)
		}
	}
	return b
}

// Operators of charstrings (Adobe Technical Note 5177).
const (
	rlineto   = 5
	endchar   = 14
	rmoveto   = 21
	rrcurveto = 8
)

// charstring writes a glyph as a Type 2 charstring.
type charstring struct {
	program []byte
	pen     [2]int
	bounds  *box // enlarged by all points
}

// add adds an outline, scaled and shifted.
func (c *charstring) add(outline []font.Segment, scale, dx, dy float64) {
	for _, s := range outline {
		var p [3][2]int
		for i, arg := range s.Args {
			p[i] = [2]int{int(math.Round(float64(arg.X)*scale + dx)), int(math.Round(float64(arg.Y)*scale + dy))}
		}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			c.draw(rmoveto, p[0])
		case opentype.SegmentOpLineTo:
			c.draw(rlineto, p[0])
		case opentype.SegmentOpQuadTo:
			c.draw(rrcurveto, between(c.pen, p[0]), between(p[1], p[0]), p[1])
		case opentype.SegmentOpCubeTo:
			c.draw(rrcurveto, p[:]...)
		}
	}
}

func (c *charstring) draw(op byte, points ...[2]int) {
	for _, p := range points {
		c.program = operands(c.program, p[0]-c.pen[0], p[1]-c.pen[1])
		c.pen = p
		b := c.bounds
		*b = box{min(b.x0, p[0]), min(b.y0, p[1]), max(b.x1, p[0]), max(b.y1, p[1])}
	}
	c.program = append(c.program, op)
}

// between returns the point two thirds of the way from p to the control point of a
// quadratic curve: a control point of the equivalent cubic curve.
func between(p, control [2]int) [2]int {
	third := func(a, b int) int { return int(math.Round(float64(a) + float64(b-a)*2/3)) }
	return [2]int{third(p[0], control[0]), third(p[1], control[1])}
}
