package typeset

import "strings"

// Cell is a text or, without one, a bar at its own place on a line. It is decoration
// to screen readers and to programs that extract text: what cells say has to be said
// in a text as well.
type Cell struct {
	From, To float64 // shares of the width of the page; a longer text is cut
	Text     string
	Color    Color
}

// The place of the bar of a cell on its line, in ems.
const (
	barTop    = 0.45
	barHeight = 0.38
)

// drawCells draws a line of cells with its top at y.
func (l *layout) drawCells(p *page, cells []Cell, y, base, size float64) {
	room := l.paper.Width - 2*marginSide
	for _, c := range cells {
		from, width := c.From*room, (c.To-c.From)*room
		if c.Text == "" {
			p.rules = append(p.rules, l.rule(from, y+barTop*size, width, barHeight*size, c.Color))
			continue
		}
		t := l.set.cut(c, width/size)
		began := len(p.texts)
		l.drawPieces(p, nil, l.set.pieces(t, t.all()), from, base, size, t.advance()*size, false)
		if len(p.texts) > began {
			p.texts[began].reads = " "
			p.texts[len(p.texts)-1].last = true
		}
	}
}

// cut shapes as much of the text of a cell as there is room for, in ems.
func (s *set) cut(c Cell, room float64) *shaped {
	style := Style{Color: c.Color}
	t := s.shape([]Span{{c.Text, style}})
	if t.advance() <= room {
		return t
	}
	n := 0
	for i, at := range t.at {
		if t.whole[i] && at <= room-ellipsisWidth {
			n = i
		}
	}
	if n == 0 {
		return s.shape(nil)
	}
	return s.shape([]Span{{strings.TrimSpace(string(t.text[:n])) + "…", style}})
}

// ellipsisWidth is the room for an ellipsis, in ems.
const ellipsisWidth = 1.1
