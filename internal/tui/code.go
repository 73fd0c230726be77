package tui

import (
	"bytes"
	"image"
	"image/color"
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

// code is a QR code in its quiet zone: rows of modules, of which '#' is dark. It is made when it is
// first shown and shared by all sessions; nil where there is none.
type code func() []string

func newCode(text string) code {
	return sync.OnceValue(func() []string {
		// A screen has no stains, so the lowest level of error correction will do: it
		// makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil || len(text) > longestCode {
			return nil
		}
		size := made.Bounds().Dx() + 2*quietZone
		rows := make([]string, size)
		for y := range rows {
			row := bytes.Repeat([]byte{' '}, size)
			for x := range row {
				if at := image.Pt(x-quietZone, y-quietZone); at.In(made.Bounds()) && made.At(at.X, at.Y) == color.Black {
					row[x] = '#'
				}
			}
			rows[y] = string(row)
		}
		return rows
	})
}

// draw returns the code with a margin, if that fits a place. A row of half blocks holds two rows of
// modules; in ASCII, a module is two blanks with a dark or a light background.
func (c code) draw(margin, width, rows int, ascii bool) []line {
	modules, crop := c(), quietZone-margin
	size := len(modules) - 2*crop
	w, h := size, (size+1)/2
	if ascii {
		w, h = 2*size, size
	}
	if len(modules) == 0 || w > width || h > rows {
		return nil
	}
	framed := each(modules[crop:crop+size], func(row string) string { return row[crop : crop+size] })
	framed = append(framed, strings.Repeat(" ", size)) // the row below the last is light
	out := make([]line, h)
	for y := range out {
		if !ascii {
			out[y] = line{styled(codeLight, blocks(framed[2*y], framed[2*y+1], 1, 0))}
			continue
		}
		for _, module := range framed[y] {
			as := codeLight
			if module == '#' {
				as = codeDark
			}
			out[y] = append(out[y], styled(as, "  "))
		}
	}
	return out
}
