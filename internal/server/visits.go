package server

import (
	"runtime/debug"
	"sync"
)

// visits holds the sessions that run.
type visits struct {
	most int

	running sync.WaitGroup // the goroutines of all that have begun

	mu      sync.Mutex
	open    map[*session]struct{}
	closing bool
	none    chan struct{} // closed once it is closing and none is open
	crowd   crowd
}

func newVisits(most int) *visits {
	return &visits{most: most, open: map[*session]struct{}{}, none: make(chan struct{}), crowd: crowd{free: debug.FreeOSMemory}}
}

// begin counts a session in, or says why it can't be. Its goroutine calls
// end, and running.Done when nothing of it runs any more.
func (v *visits) begin(s *session) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.closing:
		return endRestarting
	case len(v.open) >= v.most:
		return endFull
	}
	v.open[s] = struct{}{}
	v.running.Add(1)
	v.crowd.visits(len(v.open))
	return nil
}

// end counts it out.
func (v *visits) end(s *session) {
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.open, s)
	v.crowd.visits(len(v.open))
	if v.closing && len(v.open) == 0 {
		close(v.none)
	}
}

// stop lets none begin any more, and gives what is closed once none is open.
func (v *visits) stop() <-chan struct{} {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.closing {
		v.closing = true
		if len(v.open) == 0 {
			close(v.none)
		}
	}
	return v.none
}

// all gives the sessions that are open.
func (v *visits) all() []*session {
	v.mu.Lock()
	defer v.mu.Unlock()
	all := make([]*session, 0, len(v.open))
	for s := range v.open {
		all = append(all, s)
	}
	return all
}
