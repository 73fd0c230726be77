package tui

import (
	"image"
	"image/color"
	"strings"
	"sync"

	"github.com/boombuler/barcode/qr"
)

// The modules around a QR code that must be light: as ISO/IEC 18004 wants it,
// and what cameras make do with.
const (
	quietZone      = 4
	leastQuietZone = 2
)

// longestCode bounds what a code is made of, in bytes: no window fits more.
const longestCode = 600

// code is a QR code, made when it is first shown, for all sessions.
type code func() image.Image

func newCode(text string) code {
	return sync.OnceValue(func() image.Image {
		if len(text) > longestCode {
			return nil
		}
		// A screen has no stains: the level of least correction makes the smallest code.
		made, err := qr.Encode(text, qr.L, qr.Auto)
		if err != nil {
			return nil
		}
		return made
	})
}

// framedCode is a code with a margin of light modules. The zero value is none.
type framedCode struct {
	code   code
	margin int
}

// image gives the code, and the modules of one side with the margins.
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

// size gives the cells and rows that the code takes; 0 where there is none.
func (f framedCode) size(ascii bool) (cells, rows int) {
	_, size := f.image()
	if ascii {
		return 2 * size, size
	}
	return size, (size + 1) / 2
}

// draw gives the rows of the code. A row of half blocks holds two rows of
// modules; in ASCII, a module is two blanks on a dark or a light ground.
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
		for y := 0; y < size; y += 2 { // the row after the last is light
			out = append(out, line{say(codeLight, halfBlocks(row(y), row(y+1)))})
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
			l = append(l, say(as, strings.Repeat("  ", len(run)-len(rest))))
			run = rest
		}
		out = append(out, l)
	}
	return out
}
