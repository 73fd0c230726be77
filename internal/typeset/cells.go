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

// drawCells draws the cells of a row, if it has any.
func (l *layout) drawCells(p *page, r *row, size float64) {
	for _, c := range r.Cells {
		from, width := c.From*l.room(), (c.To-c.From)*l.room()
		if c.Text == "" {
			p.rules = append(p.rules, l.rule(from, r.y+barTop*size, width, barHeight*size, c.Color))
			continue
		}
		t := l.set.cut(c, width/size)
		began := len(p.texts)
		l.drawLine(p, text{y: r.y + ascent*size, size: size}, t, t.all(), from)
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
	if t.width() <= room {
		return t
	}
	n := 0
	for _, c := range t.clusters {
		if t.at[c.start] <= room-ellipsisWidth {
			n = c.start
		}
	}
	if n == 0 {
		return s.shape(nil)
	}
	return s.shape([]Span{{strings.TrimSpace(t.text[:n]) + "…", style}})
}

// ellipsisWidth is the room for an ellipsis, in ems.
const ellipsisWidth = 1.1
