package tui

import (
	"image"
	"image/color"
	"sync"

	"github.com/boombuler/barcode/qr"
)

// The light modules around a QR code: as many as ISO/IEC 18004 asks for, and as many as cameras need.
const (
	quietZone      = 4
	leastQuietZone = 2
)

// longestCode is the most bytes of text in a code: no window fits a larger one.
const longestCode = 600

// code is a QR code with a pixel for each module. It is made when first shown and shared by all sessions; nil
// if there is none.
type code func() image.Image

func newCode(text string) code {
	return sync.OnceValue(func() image.Image {
		if len(text) > longestCode {
			return nil
		}
		// A screen has no stains, so the lowest level of error correction is enough. It makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil {
			return nil
		}
		return made
	})
}

// fits reports whether the code with a margin has room.
func (c code) fits(margin, width, rows int, ascii bool) bool {
	modules := c()
	if modules == nil {
		return false
	}
	size := modules.Bounds().Dx() + 2*margin
	return either(ascii, 2*size, size) <= width && either(ascii, size, (size+1)/2) <= rows
}

// draw returns the code with a margin. A row of half blocks shows two rows of modules; in ASCII,
// a module is two blanks with a dark or a light background.
func (c code) draw(margin int, ascii bool) []line {
	modules := c()
	size := modules.Bounds().Dx() + 2*margin
	dark := func(x, y int) int {
		at := image.Pt(x-margin, y-margin)
		return either(at.In(modules.Bounds()) && modules.At(at.X, at.Y) == color.Black, 1, 0)
	}
	out := make([]line, either(ascii, size, (size+1)/2))
	for y := range out {
		for x := range size {
			cell := styled(codeLight, halfBlocks[dark(x, 2*y)+2*dark(x, 2*y+1)])
			if ascii {
				cell = styled(either(dark(x, y) > 0, codeDark, codeLight), "  ")
			}
			out[y] = append(out[y], cell)
		}
	}
	return out
}

// halfBlocks are indexed by the modules that are dark: upper 1, lower 2.
var halfBlocks = [...]string{" ", "▀", "▄", "█"}
