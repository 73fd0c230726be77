package terminal

import (
	"bytes"

	tea "charm.land/bubbletea/v2"
)

// Leaving reports whether Run is about to return.
func (s *Session) Leaving() bool { return s.out.isLeaving() }

// Size returns how many bytes are kept.
func (c *DiffCache) Size() int { return c.size }

// Paint shows contents one after the other on a new terminal and returns what
// is written.
func (c *DiffCache) Paint(width, height int, contents ...string) (painted string) {
	var b bytes.Buffer
	p := painter{diffs: c}
	p.resize(width, height)
	for _, content := range contents {
		p.paint(&b, tea.View{Content: content})
	}
	return b.String()
}
