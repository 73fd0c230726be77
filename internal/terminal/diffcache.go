package terminal

import (
	"bytes"
	"sync"
	"unique"

	"github.com/charmbracelet/colorprofile"
)

// maxDiffCache bounds a DiffCache, in bytes: some hundred diffs, each with
// both contents.
const maxDiffCache = 4 << 20

// DiffCache keeps the bytes that turn one content into another, for sessions
// that show the same on similar terminals. The zero value is ready to use, a
// nil *DiffCache keeps nothing. It is safe for concurrent use.
type DiffCache struct {
	mu    sync.Mutex
	diffs map[diffKey]string
	size  int // bytes; a content counts once for each diff that has it
}

// diffKey is everything that the bytes of a diff depend on.
type diffKey struct {
	before, after unique.Handle[string]
	width, height int
	profile       colorprofile.Profile
	wide          bool // see painter
}

// write appends the bytes of a diff, and calls draw if they are not cached.
func (c *DiffCache) write(b *bytes.Buffer, key diffKey, draw func()) {
	if c == nil {
		draw()
		return
	}
	c.mu.Lock()
	diff, ok := c.diffs[key]
	c.mu.Unlock()
	if ok {
		b.WriteString(diff)
		return
	}
	from := b.Len()
	draw()
	c.put(key, string(b.Bytes()[from:]))
}

func (c *DiffCache) put(key diffKey, diff string) {
	size := len(key.before.Value()) + len(key.after.Value()) + len(diff)
	if size > maxDiffCache {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.diffs == nil || c.size+size > maxDiffCache {
		c.diffs, c.size = map[diffKey]string{}, 0
	}
	if _, ok := c.diffs[key]; !ok {
		c.diffs[key] = diff
		c.size += size
	}
}
