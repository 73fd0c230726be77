package server

import (
	"sync/atomic"
	"time"
)

// slow is how long the accept loop may take for a connection. It hands it on
// within microseconds.
const slow = 5 * time.Second

// door tells how the accept loop is.
type door struct {
	busy   atomic.Pointer[time.Time] // since when it handles a connection; nil while it waits for one
	opened atomic.Bool               // it has waited for one
	closed atomic.Bool               // the server stops
}

// waits says that the loop waits for a connection, and took that it has one.
func (d *door) waits() {
	d.busy.Store(nil)
	d.opened.Store(true)
}

func (d *door) took() {
	now := time.Now()
	d.busy.Store(&now)
}

// close says that the loop is to end.
func (d *door) close() { d.closed.Store(true) }

// stuck tells whether the loop does not come back, though it should.
func (d *door) stuck() bool {
	since := d.busy.Load()
	return since != nil && !d.closed.Load() && time.Since(*since) > slow
}

// open tells whether new visitors are let in, and why not.
func (d *door) open() (ok bool, why string) {
	switch {
	case d.closed.Load():
		return false, "draining"
	case !d.opened.Load():
		return false, "starting"
	case d.stuck():
		return false, "the accept loop is stuck"
	}
	return true, ""
}
