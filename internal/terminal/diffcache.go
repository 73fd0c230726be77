package terminal

import (
	"bytes"
	"hash/maphash"
	"sync"
)

// maxDiffCache bounds a DiffCache, in bytes: some hundred diffs with both contents.
const maxDiffCache = 4 << 20

// maxSeen bounds how many diffs a DiffCache remembers as drawn once.
const maxSeen = 4096

// DiffCache caches the bytes that turn one content into another, for sessions that show the same on similar
// terminals. It keeps only what has been drawn twice: windows of unusual sizes mostly show a content once. The zero
// value is ready to use. It is safe for concurrent use.
type DiffCache struct {
	mu    sync.Mutex
	drawn map[diff]string
	seen  map[uint64]struct{} // hashes of what was drawn once
	size  int                 // bytes; a content counts once for each diff it is in
}

// write appends the bytes of a diff, and draws it if they are not cached.
func (c *DiffCache) write(b *bytes.Buffer, d diff) {
	c.mu.Lock()
	drawn, ok := c.drawn[d]
	c.mu.Unlock()
	if ok {
		b.WriteString(drawn)
		return
	}
	from := b.Len()
	d.draw(b)
	c.put(d, b.Bytes()[from:])
}

var seed = maphash.MakeSeed()

func (c *DiffCache) put(d diff, drawn []byte) {
	size := len(d.before.Value()) + len(d.after.Value()) + len(drawn)
	if size > maxDiffCache {
		return
	}
	hash := maphash.Comparable(seed, d)
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.seen[hash]; !ok {
		if c.seen == nil || len(c.seen) >= maxSeen {
			c.seen = map[uint64]struct{}{}
		}
		c.seen[hash] = struct{}{}
		return
	}
	if c.drawn == nil || c.size+size > maxDiffCache {
		c.drawn, c.size = map[diff]string{}, 0
	}
	if _, ok := c.drawn[d]; !ok {
		c.drawn[d] = string(drawn)
		c.size += size
	}
}
