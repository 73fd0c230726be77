package tui

import "sync"

// cache keeps what sessions share. It is safe for concurrent use.
type cache[K comparable, V any] struct {
	most int // of all sizes; with more it begins anew

	mu   sync.Mutex
	kept map[K]V
	size int
}

func (c *cache[K, V]) get(key K, draw func() (value V, size int)) V {
	c.mu.Lock()
	value, ok := c.kept[key]
	c.mu.Unlock()
	if ok {
		return value
	}
	value, size := draw()
	c.mu.Lock()
	defer c.mu.Unlock()
	if others, ok := c.kept[key]; ok {
		return others
	}
	if c.kept == nil || c.size+size > c.most {
		c.kept, c.size = map[K]V{}, 0
	}
	c.kept[key] = value
	c.size += size
	return value
}
