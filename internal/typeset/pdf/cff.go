package pdf

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// segment is a part of an outline, with integer coordinates.
type segment struct {
	op     opentype.SegmentOp
	points [3][2]int // the control points, if any, then the end
}

// moved returns a segment scaled and shifted.
func moved(s font.Segment, scale, dx, dy float64) segment {
	m := segment{op: s.Op}
	for i, p := range s.Args {
		m.points[i] = [2]int{
			int(math.Round(float64(p.X)*scale + dx)),
			int(math.Round(float64(p.Y)*scale + dy)),
		}
	}
	return m
}

// bounds returns the bounding box of all outlines.
func bounds(glyphs []embedded) (x0, y0, x1, y1 int) {
	for _, g := range glyphs {
		for _, s := range g.outline {
			for _, p := range s.points[:] {
				x0, y0, x1, y1 = min(x0, p[0]), min(y0, p[1]), max(x1, p[0]), max(y1, p[1])
			}
		}
	}
	return x0, y0, x1, y1
}

// compactFont returns glyphs as a CID-keyed font in the Compact Font Format (Adobe
// Technical Note 5176), with 1000 units to the em and without hints. Glyph 0 is blank;
// the others follow in order.
//
// All fonts are embedded this way, whatever their format. So there is a single way to
// join the glyphs of a cluster, to instantiate a variable font, and to subset a font
// collection.
func compactFont(name string, glyphs []embedded) []byte {
	programs := [][]byte{charstring(embedded{width: 500})}
	for _, g := range glyphs {
		programs = append(programs, charstring(g))
	}
	charstrings := index(programs)

	head := append([]byte{1, 0, 4, 4}, index([][]byte{[]byte(name)})...)
	x0, y0, x1, y1 := bounds(glyphs)
	// The top dictionary. Offsets always take five bytes, so that its length is known
	// before they are.
	top := func(charset, fdSelect, charstringsAt, fdArray int) []byte {
		var d []byte
		d = append(operand(operand(operand(d, 391), 392), 0), 12, 30) // ROS: Adobe, Identity, 0
		d = append(operand(operand(operand(operand(d, x0), y0), x1), y1), 5)
		d = append(operand(d, len(programs)), 12, 34) // CIDCount
		d = append(offset(d, charset), 15)
		d = append(offset(d, fdSelect), 12, 37)
		d = append(offset(d, charstringsAt), 17)
		d = append(offset(d, fdArray), 12, 36)
		return d
	}
	after := index([][]byte{[]byte("Adobe"), []byte("Identity")}) // strings
	after = append(after, index(nil)...)                          // global subroutines
	at := len(head) + len(index([][]byte{top(0, 0, 0, 0)})) + len(after)

	charset := bigEndian([]byte{2, 0, 1}, len(programs)-2, 2) // CIDs are glyph numbers
	if len(programs) < 2 {
		charset = []byte{0}
	}
	fdSelect := bigEndian([]byte{3, 0, 1, 0, 0, 0}, len(programs), 2) // all glyphs use dictionary 0
	charsetAt := at
	fdSelectAt := charsetAt + len(charset)
	charstringsAt := fdSelectAt + len(fdSelect)
	fdArrayAt := charstringsAt + len(charstrings)
	private := append(append(operand(nil, 0), 20), append(operand(nil, 0), 21)...) // widths are absolute
	dict := func(privateAt int) []byte { return append(offset(operand(nil, len(private)), privateAt), 18) }
	privateAt := fdArrayAt + len(index([][]byte{dict(0)}))

	return slices.Concat(head, index([][]byte{top(charsetAt, fdSelectAt, charstringsAt, fdArrayAt)}), after,
		charset, fdSelect, charstrings, index([][]byte{dict(privateAt)}), private)
}

// index returns an INDEX structure.
func index(items [][]byte) []byte {
	b := bigEndian(nil, len(items), 2)
	if len(items) == 0 {
		return b
	}
	b = append(b, 4) // the size of an offset
	at := 1
	b = bigEndian(b, at, 4)
	for _, item := range items {
		at += len(item)
		b = bigEndian(b, at, 4)
	}
	for _, item := range items {
		b = append(b, item...)
	}
	return b
}

// offset appends a number as five bytes.
func offset(b []byte, v int) []byte {
	return bigEndian(append(b, 29), v, 4)
}

// operand appends a number of a dictionary or a charstring. It clamps the number to 16
// bits.
func operand(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return bigEndian(b, v+139, 1)
	case v >= 108 && v <= 1131:
		v -= 108
		return bigEndian(b, 247<<8+v, 2)
	case v >= -1131 && v <= -108:
		v = -v - 108
		return bigEndian(b, 251<<8+v, 2)
	}
	v = max(math.MinInt16, min(math.MaxInt16, v))
	return bigEndian(append(b, 28), v&0xffff, 2)
}

// Operators of charstrings (Adobe Technical Note 5177).
const (
	rlineto   = 5
	endchar   = 14
	rmoveto   = 21
	rrcurveto = 8
)

// maxOperands is the size of an interpreter's stack.
const maxOperands = 48

// charstring returns a glyph as a Type 2 charstring. It starts with the width; without
// it, MuPDF extracts each glyph as a line of its own.
func charstring(g embedded) []byte {
	b := operand(nil, g.width)
	var pen [2]int
	waiting, operands := byte(0), 0 // the operator to be written next, and the number of its operands
	flush := func() {
		if waiting != 0 {
			b = append(b, waiting)
		}
		waiting, operands = 0, 0
	}
	draw := func(op byte, points ...[2]int) {
		if op != waiting || operands+2*len(points) > maxOperands || op == rmoveto {
			flush()
		}
		for _, p := range points {
			b = operand(operand(b, p[0]-pen[0]), p[1]-pen[1])
			pen = p
		}
		waiting, operands = op, operands+2*len(points)
	}
	for _, s := range g.outline {
		switch s.op {
		case opentype.SegmentOpMoveTo:
			draw(rmoveto, s.points[0])
		case opentype.SegmentOpLineTo:
			draw(rlineto, s.points[0])
		case opentype.SegmentOpQuadTo:
			c1, c2 := between(pen, s.points[0]), between(s.points[1], s.points[0])
			draw(rrcurveto, c1, c2, s.points[1])
		case opentype.SegmentOpCubeTo:
			draw(rrcurveto, s.points[0], s.points[1], s.points[2])
		}
	}
	flush()
	return append(b, endchar)
}

// between returns the point two thirds of the way from p to the control point of a
// quadratic curve: a control point of the equivalent cubic curve.
func between(p, control [2]int) [2]int {
	third := func(a, b int) int { return int(math.Round(float64(a) + float64(b-a)*2/3)) }
	return [2]int{third(p[0], control[0]), third(p[1], control[1])}
}
