// Package contrast measures how legible a color is on the usual backgrounds of terminals, and finds the nearest
// legible color.
package contrast

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

// Text is the minimum contrast of text (WCAG 2.1, 1.4.3, level AA).
const Text = 4.5

// Dark and Light are the backgrounds of common terminals: black, VS Code's, Solarized's,
// Dracula's, GitHub's and xterm's gray; white, Solarized's, GitHub's and paper.
var (
	Dark  = []color.Color{rgb(0), rgb(0x1e1e1e), rgb(0x002b36), rgb(0x282a36), rgb(0x0d1117), rgb(0x1c1c1c)}
	Light = []color.Color{rgb(0xffffff), rgb(0xfdf6e3), rgb(0xf6f8fa), rgb(0xfafafa)}
)

func rgb(v uint32) color.RGBA { return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff} } //nolint:gosec // a byte each

// Parse parses a color of the form #rrggbb.
func Parse(s string) (color.RGBA, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	v, err := strconv.ParseUint(digits, 16, 32)
	return rgb(uint32(v)), ok && err == nil && len(digits) == 6
}

// luminance is the relative luminance of WCAG, from 0 to 1.
func luminance(c color.Color) float64 {
	at, _ := colorful.MakeColor(c)
	r, g, b := at.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// Ratio returns the contrast of two colors, from 1 to 21.
func Ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Least returns the lowest contrast that a color has on any of the backgrounds.
func Least(c color.Color, on []color.Color) float64 {
	least := math.Inf(1)
	for _, ground := range on {
		least = min(least, Ratio(c, ground))
	}
	return least
}

// Nearest returns the color itself or, if its contrast is less than least, the nearest color between it and
// white or black that has this contrast; white or black if none has.
func Nearest(c color.Color, least float64, on []color.Color) color.Color {
	var all []color.Color
	for step := range 256 {
		all = append(all, mix(c, 0xff, step), mix(c, 0, step))
	}
	return nearestColor(c, all, least, on)
}

// mix returns a color step/255 of the way to gray of value end.
func mix(c color.Color, end, step int) color.RGBA {
	r, g, b, _ := c.RGBA()
	to := func(v uint32) uint8 { return uint8((int(v>>8)*(255-step) + end*step) / 255) } //nolint:gosec // at most 255
	return color.RGBA{to(r), to(g), to(b), 0xff}
}

// NearestIndexed is like Nearest, for the 256 colors of a terminal except the 16 that users change.
func NearestIndexed(c color.Color, least float64, on []color.Color) color.Color {
	var all []color.Color
	for i := 16; i < 256; i++ {
		all = append(all, ansi.IndexedColor(i))
	}
	return nearestColor(c, all, least, on)
}

// nearestColor returns the color with enough contrast that looks nearest to c, roughly ("redmean"); if none has
// enough, the one with the most.
func nearestColor(c color.Color, all []color.Color, least float64, on []color.Color) color.Color {
	from, _ := colorful.MakeColor(c)
	best, distance, contrast := c, math.Inf(1), 0.0
	for _, one := range all {
		to, _ := colorful.MakeColor(one)
		d := from.DistanceRiemersma(to)
		if contrast == least && d >= distance {
			continue
		}
		if has := min(Least(one, on), least); has > contrast || has == contrast && d < distance {
			best, distance, contrast = one, d, has
		}
	}
	return best
}
