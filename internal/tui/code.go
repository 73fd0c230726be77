package tui

import (
	"image/color"
	"slices"
	"strings"
	"sync"

	"github.com/boombuler/barcode/qr"
)

// The light modules around a QR code: as many as ISO/IEC 18004 asks for, and as
// many as cameras need.
const (
	quietZone      = 4
	leastQuietZone = 2
)

// longestCode is the most bytes of text in a code: no window fits a larger one.
const longestCode = 600

// code is a QR code: rows of modules, of which '#' is dark. It is made when it is first
// shown and shared by all sessions; nil where there is none.
type code func() []string

func newCode(text string) code {
	return sync.OnceValue(func() []string {
		// A screen has no stains, so the lowest level of error correction will do: it
		// makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil || len(text) > longestCode {
			return nil
		}
		var rows []string
		for y := range made.Bounds().Dy() {
			var row []byte
			for x := range made.Bounds().Dx() {
				dark := color.GrayModel.Convert(made.At(x, y)) == color.Gray{}
				row = append(row, map[bool]byte{true: '#', false: ' '}[dark])
			}
			rows = append(rows, string(row))
		}
		return rows
	})
}

// draw returns the code with a margin, if that fits a place. A row of half blocks holds two rows of
// modules; in ASCII, a module is two blanks with a dark or a light background.
func (c code) draw(margin, width, rows int, ascii bool) []line {
	modules := c()
	size := len(modules) + 2*margin
	w, h := size, (size+1)/2
	if ascii {
		w, h = 2*size, size
	}
	if len(modules) == 0 || w > width || h > rows {
		return nil
	}
	side := strings.Repeat(" ", margin)
	framed := slices.Repeat([]string{strings.Repeat(" ", size)}, size+1) // the row below the last is light
	for y, row := range modules {
		framed[margin+y] = side + row + side
	}
	var out []line
	if !ascii {
		for y := 0; y < size; y += 2 {
			out = append(out, line{styled(codeLight, blocks(framed[y], framed[y+1], 1, 0))})
		}
		return out
	}
	for _, row := range framed[:size] {
		var l line
		for _, module := range row {
			as := codeLight
			if module == '#' {
				as = codeDark
			}
			l = append(l, styled(as, "  "))
		}
		out = append(out, l)
	}
	return out
}
