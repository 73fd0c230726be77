package terminal

import (
	"bytes"
	"sync"
	"unique"

	"github.com/charmbracelet/colorprofile"
)

// maxChanges bounds what Changes keeps, in bytes: some hundred changes, each
// with both contents.
const maxChanges = 4 << 20

// Changes keeps the bytes that turn one content into another, for sessions that
// show the same on terminals alike. The zero value is ready, nil keeps none; any
// goroutine may use it.
type Changes struct {
	mu   sync.Mutex
	made map[change]string
	size int // bytes, with contents that several changes share counted for each
}

// change is all that the bytes depend on.
type change struct {
	before, after unique.Handle[string]
	width, height int
	profile       colorprofile.Profile
}

// write appends the bytes of a change, drawn where they are not kept.
func (c *Changes) write(b *bytes.Buffer, key change, draw func()) {
	if c == nil {
		draw()
		return
	}
	c.mu.Lock()
	made, ok := c.made[key]
	c.mu.Unlock()
	if ok {
		b.WriteString(made)
		return
	}
	from := b.Len()
	draw()
	c.keep(key, string(b.Bytes()[from:]))
}

func (c *Changes) keep(key change, made string) {
	size := len(key.before.Value()) + len(key.after.Value()) + len(made)
	if size > maxChanges {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made == nil || c.size+size > maxChanges {
		c.made, c.size = map[change]string{}, 0
	}
	if _, ok := c.made[key]; !ok {
		c.made[key] = made
		c.size += size
	}
}
