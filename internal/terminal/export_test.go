package terminal

import (
	"bytes"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Leaving reports whether Run is about to return.
func (d *Driver) Leaving() bool { return d.out.isLeaving() }

// Size returns how many bytes are kept.
func (c *DiffCache) Size() int { return c.size }

// Seen returns how many diffs are remembered as drawn once.
func (c *DiffCache) Seen() int { return len(c.seen) }

// NewPainter returns a function that returns the bytes that change the previous content into the next. Wide means
// that the terminal draws ambiguous characters two cells wide.
func NewPainter(width, height int, wide bool) func(content string) string {
	p := painter{screen: screen{profile: colorprofile.TrueColor, wide: wide}, diffs: &DiffCache{}}
	p.resize(width, height)
	return func(content string) string {
		var b bytes.Buffer
		p.paint(&b, tea.View{Content: content})
		return b.String()
	}
}

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

// Output is an output in the hands of a test.
type Output struct{ output }

// NewOutput returns an output that nobody reads.
func NewOutput(onFrame func(time.Duration)) *Output {
	return &Output{output{driver: &Driver{options: Options{OnFrame: onFrame}}, painter: painter{diffs: &DiffCache{}}}}
}

// Input notes that input has come.
func (o *Output) Input() { o.noteInput() }

// Write composes a view, which may answer input, and treats it as written.
func (o *Output) Write(content string, answers bool) {
	o.next, o.answers = &tea.View{Content: content}, answers
	var b bytes.Buffer
	o.compose(&b)
	o.noteFrame()
}
