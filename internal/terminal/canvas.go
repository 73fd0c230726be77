package terminal

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/cells"
)

// pen is the style and the link that text is drawn with.
type pen struct {
	style uv.Style
	link  uv.Link
}

// cell is one cell of a row. All but the first cell of a wide character have no text.
type cell struct {
	text  string
	pen   int  // index in canvas.pens; 0 for the terminal's default
	width int  // in cells; 0 for all but the first cell of a wide character
	doubt bool // terminals disagree on its width
	wide  bool // this terminal draws it wider than it should be
}

// blankCell is a cell that nothing was drawn on.
var blankCell = cell{text: " ", width: 1}

// canvas holds two rows while they are compared, and the pens they use.
type canvas struct {
	profile  colorprofile.Profile
	wide     bool // the terminal draws ambiguous characters two cells wide
	before   []cell
	after    []cell
	pens     []pen
	index    map[pen]int
	sequence *ansi.Parser
}

var canvases = sync.Pool{New: func() any {
	return &canvas{index: map[pen]int{}, sequence: ansi.NewParser()}
}}

func newCanvas(profile colorprofile.Profile, wide bool) *canvas {
	c := canvases.Get().(*canvas)
	c.profile, c.wide = profile, wide
	clear(c.index)
	c.pens = append(c.pens[:0], pen{})
	c.index[pen{}] = 0
	return c
}

func (c *canvas) free() {
	// Cells refer to the text of frames and would keep it in memory.
	clear(c.before[:cap(c.before)])
	clear(c.after[:cap(c.after)])
	canvases.Put(c)
}

// penIndex returns the index of a pen, converted to the colors that the terminal shows.
func (c *canvas) penIndex(p pen) int {
	if p == (pen{}) {
		return 0
	}
	p.style, p.link = uv.ConvertStyle(p.style, c.profile), uv.ConvertLink(p.link, c.profile)
	n, ok := c.index[p]
	if !ok {
		n = len(c.pens)
		c.pens = append(c.pens, p)
		c.index[p] = n
	}
	return n
}

// row appends the cells of a line to row, at most width of them, and sets p to
// the pen at the end of the line. Control characters and sequences other than
// styles and links have no place in a view and are left out.
func (c *canvas) row(row []cell, line string, p *pen, width int) []cell {
	index := c.penIndex(*p)
	for x := 0; len(line) > 0; {
		b := line[0]
		switch {
		case b == ansi.ESC:
			n := c.escape(line, p)
			index = c.penIndex(*p)
			line = line[n:]
		case b < ' ' || b == ansi.DEL:
			line = line[1:]
		case b < utf8.RuneSelf && (len(line) == 1 || line[1] < 0xc0):
			if x < width {
				row = append(row, cell{text: line[:1], pen: index, width: 1})
			}
			line = line[1:]
			x++
		default:
			cluster, w := cells.First(line)
			line = line[len(cluster):]
			if x+w <= width {
				row = c.appendCluster(row, cluster, w, index)
			} else { // there is room for a part of a wide character only
				for range width - x {
					row = append(row, cell{text: " ", pen: index, width: 1})
				}
			}
			x += w
		}
	}
	return row
}

// appendCluster appends a grapheme cluster.
func (c *canvas) appendCluster(row []cell, cluster string, width, pen int) []cell {
	if first, _ := utf8.DecodeRuneInString(cluster); unicode.IsControl(first) {
		return row
	}
	if width == 0 { // a mark separated from its letter by an escape sequence
		for i := len(row) - 1; i >= 0; i-- {
			if row[i].width > 0 {
				row[i].text += cluster
				row[i].doubt = true
				break
			}
		}
		return row
	}
	row = append(row, cell{cluster, pen, width, !cells.IsCertain(cluster), c.wide && cells.IsAmbiguous(cluster)})
	for range width - 1 {
		row = append(row, cell{pen: pen})
	}
	return row
}

// escape applies the escape sequence at the start of the line to the pen and
// returns the length of the sequence.
func (c *canvas) escape(line string, p *pen) int {
	sequence, _, n, _ := ansi.DecodeSequence(line, ansi.NormalState, c.sequence)
	switch {
	case ansi.HasCsiPrefix(sequence) && c.sequence.Command() == 'm':
		uv.ReadStyle(c.sequence.Params(), &p.style)
	case ansi.HasOscPrefix(sequence) && c.sequence.Command() == 8:
		uv.ReadLink(c.sequence.Data(), &p.link)
	}
	return max(n, 1)
}

// skipLine applies the escape sequences of a line that is not drawn.
func (c *canvas) skipLine(line string, p *pen) {
	for i := strings.IndexByte(line, ansi.ESC); i >= 0; i = strings.IndexByte(line, ansi.ESC) {
		line = line[i:]
		line = line[c.escape(line, p):]
	}
}
