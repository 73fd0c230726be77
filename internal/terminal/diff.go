package terminal

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unique"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// maxGap is how many unchanged cells between two changes are rewritten: moving the cursor over them takes about
// as many bytes.
const maxGap = 5

// diff is a change of the screen's content.
type diff struct {
	before, after unique.Handle[string]
	screen        screen
}

// draw appends the bytes that turn one content into the other.
func (f diff) draw(b *bytes.Buffer) {
	d := drawings.Get().(*drawing)
	defer d.free()
	d.screen, d.b, d.x, d.y, d.pen = f.screen, b, -1, -1, plainPen
	before, after := f.before.Value(), f.after.Value()
	var from, to pen
	for y := range f.screen.height {
		var old, line string
		old, before, _ = strings.Cut(before, "\n")
		line, after, _ = strings.Cut(after, "\n")
		if old == line && from == to {
			d.skipLine(line, &to)
			from = to
			continue
		}
		d.before = d.row(d.before[:0], old, &from)
		d.after = d.row(d.after[:0], line, &to)
		d.rewrite(y, d.before, d.after)
	}
	d.setPen(plainPen)
}

// drawing writes what differs between two contents, row by row.
type drawing struct {
	screen        screen
	b             *bytes.Buffer
	before, after []cell // the row that is compared
	x, y          int    // of the cursor; x is -1 if unknown
	pen           unique.Handle[pen]
	parser        *ansi.Parser
}

var drawings = sync.Pool{New: func() any { return &drawing{parser: ansi.NewParser()} }}

func (d *drawing) free() {
	// Cells refer to the text of frames and would keep it in memory.
	clear(d.before[:cap(d.before)])
	clear(d.after[:cap(d.after)])
	d.b = nil
	drawings.Put(d)
}

// rewrite writes what differs between two rows.
func (d *drawing) rewrite(y int, before, after []cell) {
	before, after = trimBlanks(before), trimBlanks(after)
	if isDoubtful(before) || isDoubtful(after) {
		// What the row shows now is uncertain: write it anew.
		if slices.Equal(before, after) {
			return
		}
		d.erase(0, y)
		before = nil
	}
	d.cells(y, before, after)
}

// erase clears the rest of a row.
func (d *drawing) erase(x, y int) {
	d.move(x, y)
	d.setPen(plainPen)
	d.b.WriteString(ansi.EraseLineRight)
}

func isDoubtful(row []cell) bool {
	return slices.ContainsFunc(row, func(c cell) bool { return c.doubt || c.wide })
}

// trimBlanks returns the row without the blank cells at its end.
func trimBlanks(row []cell) []cell {
	for len(row) > 0 && row[len(row)-1] == blankCell {
		row = row[:len(row)-1]
	}
	return row
}

// cells writes the cells that differ between two rows.
func (d *drawing) cells(y int, before, after []cell) {
	end, gap := len(after), maxGap
	if d.screen.wide {
		gap = 0 // rewriting the gap could overwrite the right halves of characters drawn too wide
	}
	for x := 0; x < max(end, len(before)); {
		if at(before, x) == at(after, x) {
			x++
			continue
		}
		if x >= end {
			d.erase(x, y)
			return
		}
		last := x
		for i := x; i < end && i-last <= gap; i++ {
			if at(before, i) != after[i] {
				last = i
			}
		}
		for ; x <= last; x++ {
			if after[x].width > 0 {
				d.cell(x, y, after[x])
			}
			if after[x].wide && !at(after, x+1).wide {
				d.x = -1 // keep a rule in one piece
			}
		}
	}
}

// at returns a cell of a row; beyond the end of the row, all are blank.
func at(row []cell, x int) cell {
	if x < len(row) {
		return row[x]
	}
	return blankCell
}

func (d *drawing) cell(x, y int, c cell) {
	d.move(x, y)
	d.setPen(c.pen)
	if c.doubt && c.width > 1 && c.pen != plainPen {
		// The terminal may draw fewer cells. The rest get the background.
		for range c.width {
			d.b.WriteByte(' ')
		}
		d.x = -1
		d.move(x, y)
	}
	d.b.WriteString(c.text)
	d.x += c.width
	if c.doubt || d.x >= d.screen.width {
		d.x = -1
	}
	if c.doubt && x+c.width < d.screen.width {
		// It may also draw more cells. Nothing has been written there yet, since the row is written anew.
		d.erase(x+c.width, y)
	}
}

// move moves the cursor to where the next cell is written.
func (d *drawing) move(x, y int) {
	switch {
	case d.y == y && d.x == x:
	case d.y == y && d.x >= 0 && x > d.x:
		d.b.WriteString(ansi.CursorForward(x - d.x))
	case d.y == y:
		d.b.WriteString(ansi.CursorHorizontalAbsolute(x + 1))
	case d.y >= 0 && d.y == y-1 && x == 0:
		d.b.WriteString("\r\n")
	default:
		d.b.WriteString(ansi.CursorPosition(x+1, y+1))
	}
	d.x, d.y = x, y
}

// setPen switches to another pen in the shorter way: by changing what differs, or by resetting first.
func (d *drawing) setPen(next unique.Handle[pen]) {
	if next == d.pen {
		return
	}
	from, to := d.pen.Value(), next.Value()
	d.pen = next
	change := uv.StyleDiff(&from.style, &to.style)
	if reset := to.style.String(); strings.HasPrefix(reset, "\x1b[") && len(reset)+1 < len(change) {
		change = "\x1b[;" + reset[2:]
	}
	d.b.WriteString(change)
	if from.link != to.link {
		d.b.WriteString(ansi.SetHyperlink(to.link.URL, to.link.Params))
	}
}
