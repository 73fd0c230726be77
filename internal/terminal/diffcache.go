package terminal

import (
	"bytes"
	"hash/maphash"
	"sync"
	"unique"

	"github.com/charmbracelet/colorprofile"
)

// maxDiffCache bounds a DiffCache, in bytes: some hundred diffs, each with
// both contents.
const maxDiffCache = 4 << 20

// maxSeen bounds how many diffs a DiffCache remembers as drawn once.
const maxSeen = 4096

// DiffCache keeps the bytes that turn one content into another, for sessions
// that show the same on similar terminals. It keeps what has been drawn twice:
// most windows of unusual sizes show a content once only. The zero value is ready
// to use, a nil *DiffCache keeps nothing. It is safe for concurrent use.
type DiffCache struct {
	mu    sync.Mutex
	diffs map[diffKey]string
	seen  map[uint64]struct{} // hashes of the keys that were drawn once
	size  int                 // bytes; a content counts once for each diff that has it
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
	c.put(key, b.Bytes()[from:])
}

var seed = maphash.MakeSeed()

func (c *DiffCache) put(key diffKey, diff []byte) {
	size := len(key.before.Value()) + len(key.after.Value()) + len(diff)
	if size > maxDiffCache {
		return
	}
	hash := maphash.Comparable(seed, key)
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.seen[hash]; !ok {
		if c.seen == nil || len(c.seen) >= maxSeen {
			c.seen = map[uint64]struct{}{}
		}
		c.seen[hash] = struct{}{}
		return
	}
	if c.diffs == nil || c.size+size > maxDiffCache {
		c.diffs, c.size = map[diffKey]string{}, 0
	}
	if _, ok := c.diffs[key]; !ok {
		c.diffs[key] = string(diff)
		c.size += size
	}
}
