package tui

import (
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

// code is a QR code, made when it is first shown and shared by all sessions.
type code func() image.Image

func newCode(text string) code {
	return sync.OnceValue(func() image.Image {
		if len(text) > longestCode {
			return nil
		}
		// A screen has no stains, so the lowest level of error correction will do: it
		// makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil {
			return nil
		}
		return made
	})
}

// framedCode is a code with a margin of light modules. The zero value draws nothing.
type framedCode struct {
	code   code
	margin int
}

// image returns the code, and the number of modules of a side, margins included.
func (f framedCode) image() (image.Image, int) {
	if f.code == nil {
		return nil, 0
	}
	made := f.code()
	if made == nil {
		return nil, 0
	}
	return made, made.Bounds().Dx() + 2*f.margin
}

// size returns the cells and rows that the code takes; 0 where there is none.
func (f framedCode) size(ascii bool) (cells, rows int) {
	_, size := f.image()
	if ascii {
		return 2 * size, size
	}
	return size, (size + 1) / 2
}

// draw returns the rows of the code. A row of half blocks holds two rows of
// modules; in ASCII, a module is two blanks with a dark or a light background.
func (f framedCode) draw(ascii bool) []line {
	made, size := f.image()
	if made == nil {
		return nil
	}
	margin := f.margin
	row := func(y int) string {
		modules := []byte(strings.Repeat(" ", size))
		for x := range modules {
			at := image.Pt(x-margin, y-margin)
			if at.In(made.Bounds()) && color.GrayModel.Convert(made.At(at.X, at.Y)) == (color.Gray{}) {
				modules[x] = '#'
			}
		}
		return string(modules)
	}
	var out []line
	if !ascii {
		for y := 0; y < size; y += 2 { // the row below the last is light
			out = append(out, line{styled(codeLight, blocks(row(y), row(y+1), 1, 0))})
		}
		return out
	}
	for y := range size {
		var l line
		for run := row(y); run != ""; {
			rest, as := strings.TrimLeft(run, run[:1]), codeLight
			if run[0] == '#' {
				as = codeDark
			}
			l = append(l, styled(as, strings.Repeat("  ", len(run)-len(rest))))
			run = rest
		}
		out = append(out, l)
	}
	return out
}
