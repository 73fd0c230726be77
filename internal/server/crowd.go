package server

import (
	"sync"
	"time"
)

const (
	// crowdSize is how many visits have to begin or end before memory is worth
	// giving back: some 6 MB.
	crowdSize = 64
	// crowdQuiet is how long nobody may come or go before that, for it takes
	// the processor: 80 ms with 1,500 visits, a second with 5,000.
	crowdQuiet = time.Second
)

// crowd gives the memory back that a crowd has left, or has taken to come in.
// Go does so by itself, but only in the course of minutes.
type crowd struct {
	free func()

	mu    sync.Mutex
	open  int // visits
	freed int // visits that were open when memory was given back last
	timer *time.Timer
}

// visits tells how many are open now.
func (c *crowd) visits(open int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open = open
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	if max(c.open-c.freed, c.freed-c.open) >= crowdSize {
		c.timer = time.AfterFunc(crowdQuiet, c.give)
	}
}

func (c *crowd) give() {
	c.mu.Lock()
	c.freed = c.open
	c.mu.Unlock()
	c.free()
}
