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

// The place of the bar of a cell on its line, and the room for an ellipsis, in ems.
const (
	barTop        = 0.45
	barHeight     = 0.38
	ellipsisWidth = 1.1
)

// cells writes the cells of a row, if it has any.
func (p *printer) cells(r *row, y, size float64) {
	for _, c := range r.Cells {
		from, width := c.From*p.room(), (c.To-c.From)*p.room()
		if c.Text == "" {
			p.rule(from, r.y+barTop*size, width, barHeight*size, c.Color)
			continue
		}
		t := p.set.cut(c, width/size)
		p.page.BeginReplaced(" ")
		p.line(nil, t, t.all(), from, y, size)
		p.page.EndReplaced()
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
