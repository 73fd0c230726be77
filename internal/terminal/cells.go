package terminal

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// pen is how text is drawn.
type pen struct {
	style uv.Style
	link  uv.Link
}

// cell is one cell of a row. The second cell of a wide character has no text.
type cell struct {
	text  string
	pen   int  // in the canvas; 0 for none
	width int  // 0 for the second cell of a wide character
	doubt bool // terminals disagree on how wide it is
}

// noCell is what a row is filled up with.
var noCell = cell{text: " ", width: 1}

// canvas holds two rows while they are compared, and the pens that they are
// drawn with.
type canvas struct {
	profile  colorprofile.Profile
	before   []cell
	after    []cell
	pens     []pen
	index    map[pen]int
	sequence *ansi.Parser
}

var canvases = sync.Pool{New: func() any {
	return &canvas{index: map[pen]int{}, sequence: ansi.NewParser()}
}}

func newCanvas(profile colorprofile.Profile) *canvas {
	c := canvases.Get().(*canvas)
	c.profile = profile
	clear(c.index)
	c.pens = append(c.pens[:0], pen{})
	c.index[pen{}] = 0
	return c
}

func (c *canvas) free() {
	// Rows hold on to the text of frames.
	clear(c.before[:cap(c.before)])
	clear(c.after[:cap(c.after)])
	canvases.Put(c)
}

// number gives the place of a pen, in the colors that the terminal shows.
func (c *canvas) number(p pen) int {
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

// row appends the cells of a line to row, at most width, and moves the pen on
// to where the line leaves it. Control characters and sequences that draw
// nothing are left out: they have no business in a view.
func (c *canvas) row(row []cell, line string, p *pen, width int) []cell {
	number := c.number(*p)
	for x := 0; len(line) > 0; {
		b := line[0]
		switch {
		case b == ansi.ESC:
			n := c.escape(line, p)
			number = c.number(*p)
			line = line[n:]
		case b < ' ' || b == ansi.DEL:
			line = line[1:]
		case b < utf8.RuneSelf && (len(line) == 1 || line[1] < 0xc0):
			if x < width {
				row = append(row, cell{text: line[:1], pen: number, width: 1})
			}
			line = line[1:]
			x++
		default:
			cluster, w := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
			line = line[len(cluster):]
			switch {
			case x+w <= width:
				row = appendCluster(row, cluster, w, number)
			case x < width: // the half that has room is left empty
				row = append(row, cell{text: " ", pen: number, width: 1})
			}
			x += w
		}
	}
	return row
}

// appendCluster appends what a reader takes for one character.
func appendCluster(row []cell, cluster string, width, pen int) []cell {
	if first, _ := utf8.DecodeRuneInString(cluster); unicode.IsControl(first) {
		return row
	}
	if width == 0 { // a mark that an escape sequence parts from its letter
		for i := len(row) - 1; i >= 0; i-- {
			if row[i].width > 0 {
				row[i].text += cluster
				break
			}
		}
		return row
	}
	doubt := false
	if utf8.RuneCountInString(cluster) > 1 {
		_, narrow := ansi.FirstGraphemeCluster(cluster, ansi.WcWidth)
		doubt = narrow != width
	}
	row = append(row, cell{cluster, pen, width, doubt})
	for range width - 1 {
		row = append(row, cell{pen: pen})
	}
	return row
}

// escape reads the sequence that the line begins with and gives its length.
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

// pass moves the pen over a line that is not drawn.
func (c *canvas) pass(line string, p *pen) {
	for {
		i := strings.IndexByte(line, ansi.ESC)
		if i < 0 {
			return
		}
		line = line[i:]
		line = line[c.escape(line, p):]
	}
}
