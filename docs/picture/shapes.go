package main

import "fmt"

// box is a run of equal cells: its corner and width in pixels.
type box struct{ x, y, width int }

// shapes are the characters that are drawn, not set: what has to join at the
// edges of cells does so in no font that a reader may lack. Each gives a part
// of a path.
var shapes = map[string]func(box) string{
	"█": block(0, 0, 1, 1),
	"▀": block(0, 0, 1, .5),
	"▄": block(0, .5, 1, .5),
	"▌": block(0, 0, .5, 1),
	"▐": block(.5, 0, .5, 1),
	"─": across(thin),
	"━": across(thick),
	"│": down(thin),
	"┃": down(thick),
	"╭": corner(1, 1),
	"╮": corner(-1, 1),
	"╰": corner(1, -1),
	"╯": corner(-1, -1),
	"●": func(b box) string {
		const r = 4
		x, y := b.x+cellWidth/2-r, b.y+middle
		return fmt.Sprintf("M%d %da%d %d 0 0 1 %d 0a%d %d 0 0 1 %d 0z", x, y, r, r, 2*r, r, r, -2*r)
	},
	"▸": func(b box) string { return fmt.Sprintf("M%d %dl6 4l-6 4z", b.x+2, b.y+middle-4) },
}

// repeats are those whose runs are one shape.
var repeats = map[string]bool{"█": true, "▀": true, "▄": true, "─": true, "━": true}

const (
	thin, thick = 1, 4
	middle      = cellHeight / 2
)

func rectangle(x, y, width, height int) string {
	return fmt.Sprintf("M%d %dh%dv%dh%dz", x, y, width, height, -width)
}

// block fills a part of each cell, given in cells.
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

// corner joins the middle of the cell's side that is towards dx with the middle
// of the one towards dy, by a quarter of a circle.
func corner(dx, dy int) func(box) string {
	return func(b box) string {
		inX, inY := b.x+cellWidth/2, b.y+middle // the edges of the lines that they join
		outX, outY := inX, inY
		endX, endY := b.x, b.y
		if dx > 0 {
			inX, endX = inX+thin, endX+cellWidth
		} else {
			outX += thin
		}
		if dy > 0 {
			inY, endY = inY+thin, endY+cellHeight
		} else {
			outY += thin
		}
		return fmt.Sprintf("M%d %dH%dQ%d %d %d %dV%dH%dV%dQ%d %d %d %dH%dz",
			endX, outY, outX+4*dx, outX, outY, outX, outY+4*dy, endY,
			inX, inY+3*dy, inX, inY, inX+3*dx, inY, endX)
	}
}
