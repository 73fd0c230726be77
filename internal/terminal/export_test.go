package terminal

import (
	"bytes"

	tea "charm.land/bubbletea/v2"
)

// Leaving tells whether Run is at its end, for tests.
func (s *Session) Leaving() bool { return s.out.isLeaving() }

// Size is how many bytes are kept, for tests.
func (c *Changes) Size() int { return c.size }

// Paint shows contents one after the other on a terminal of its own, for tests.
func (c *Changes) Paint(width, height int, contents ...string) (painted string) {
	var b bytes.Buffer
	p := painter{changes: c}
	p.resize(width, height)
	for _, content := range contents {
		p.paint(&b, tea.View{Content: content})
	}
	return b.String()
}
