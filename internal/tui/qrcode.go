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
		// A screen has no stains, so the lowest level of error correction is enough. It makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil || len(text) > longestCode {
			return nil
		}
		return made
	})
}

// draw returns the code with a margin, if that fits. A row of half blocks shows two rows of modules; in ASCII,
// a module is two blanks with a dark or a light background.
func (c code) draw(margin, width, rows int, ascii bool) []line {
	modules := c()
	if modules == nil {
		return nil
	}
	size := modules.Bounds().Dx() + 2*margin
	w, h := either(ascii, 2*size, size), either(ascii, size, (size+1)/2)
	if w > width || h > rows {
		return nil
	}
	dark := func(x, y int) int {
		at := image.Pt(x-margin, y-margin)
		return either(at.In(modules.Bounds()) && modules.At(at.X, at.Y) == color.Black, 1, 0)
	}
	out := make([]line, h)
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
