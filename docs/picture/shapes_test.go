package picture_test

import "fmt"

// box is a run of equal cells: its upper left corner and its width, in pixels.
type box struct{ x, y, width int }

// shapes draws the characters that must join at the edges of their cells, because fonts can't be trusted with that.
// Each function returns a part of an SVG path.
var shapes = map[string]func(box) string{
	"█": block(0, 0, 1, 1),
	"▀": block(0, 0, 1, .5),
	"▄": block(0, .5, 1, .5),
	"▌": block(0, 0, .5, 1),
	"▐": block(.5, 0, .5, 1),
	"▘": quadrants(upperLeft),
	"▝": quadrants(upperRight),
	"▖": quadrants(lowerLeft),
	"▗": quadrants(lowerRight),
	"▚": quadrants(upperLeft | lowerRight),
	"▞": quadrants(upperRight | lowerLeft),
	"▛": quadrants(upperLeft | upperRight | lowerLeft),
	"▜": quadrants(upperLeft | upperRight | lowerRight),
	"▙": quadrants(upperLeft | lowerLeft | lowerRight),
	"▟": quadrants(upperRight | lowerLeft | lowerRight),
	"─": across(thin),
	"━": across(thick),
	"│": down(thin),
	"●": func(b box) string {
		const r = 4
		x, y := b.x+cellWidth/2-r, b.y+middle
		return fmt.Sprintf("M%d %da%d %d 0 0 1 %d 0a%d %d 0 0 1 %d 0z", x, y, r, r, 2*r, r, r, -2*r)
	},
	"▾": func(b box) string { return fmt.Sprintf("M%d %dl4 6l4-6z", b.x+1, b.y+middle-3) },
}

// repeats has the characters of which a run is drawn as one shape.
var repeats = map[string]bool{"█": true, "▀": true, "▄": true, "─": true, "━": true}

const (
	thin, thick = 1, 4
	middle      = cellHeight / 2
)

// The quadrants of a cell.
const (
	upperLeft = 1 << iota
	upperRight
	lowerLeft
	lowerRight
)

// quadrants fills quarters of a cell.
func quadrants(which int) func(box) string {
	return func(b box) string {
		path := ""
		for i := range 4 {
			if which&(1<<i) != 0 {
				path += rectangle(b.x+i%2*cellWidth/2, b.y+i/2*cellHeight/2, cellWidth/2, cellHeight/2)
			}
		}
		return path
	}
}

func rectangle(x, y, width, height int) string {
	return fmt.Sprintf("M%d %dh%dv%dh%dz", x, y, width, height, -width)
}

// block fills a part of each cell. Its place and size are in cells.
func block(x, y, width, height float64) func(box) string {
	return func(b box) string {
		return rectangle(b.x+int(x*cellWidth), b.y+int(y*cellHeight),
			b.width-int((1-width)*cellWidth), int(height*cellHeight))
	}
}

func across(weight int) func(box) string {
	return func(b box) string { return rectangle(b.x, b.y+middle-weight/2, b.width, weight) }
}

func down(weight int) func(box) string {
	return func(b box) string { return rectangle(b.x+cellWidth/2-weight/2, b.y, weight, cellHeight) }
}
