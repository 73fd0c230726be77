package server

import (
	"container/list"
	"net/netip"
	"sync"

	"golang.org/x/time/rate"
)

const (
	// maxStrangers is how many connections may not have been let in yet. Over
	// that the oldest gives way. OpenSSH's MaxStartups drops at random from 10
	// on, and all from 100 on.
	maxStrangers = 64
	// maxSources bounds how many sources are remembered. OpenSSH's
	// PerSourcePenalties keeps as many.
	maxSources = 65536
)

// Limits that a connection can meet, as the log calls them.
const (
	limitPerSource = "connections-per-source"
	limitRate      = "connection-rate"
	limitStrangers = "unauthenticated"
	limitHeader    = "proxy-header"
	limitStopping  = "stopping"
)

// limits admits connections, before a byte is read from them.
type limits struct {
	perSource int
	rate      rate.Limit // of one source, a second
	burst     int

	mu        sync.Mutex
	sources   map[netip.Prefix]*source
	sweepAt   int        // as many sources are looked through for those to forget
	strangers *list.List // of *conn, the oldest first
	unnamed   *list.List // of *balanced, whose header has not come, likewise
	open      map[*conn]struct{}
	closing   bool
	none      chan struct{} // closed once it is closing and none is open
}

// source is where connections come from: an IPv4 address, or an IPv6 /64,
// which is what one customer has.
type source struct {
	open   int
	bucket *rate.Limiter
}

func newLimits(c Config) *limits {
	return &limits{
		perSource: c.MaxConnectionsPerSource, rate: rate.Limit(c.ConnectionRate), burst: c.ConnectionBurst,
		sources: map[netip.Prefix]*source{}, sweepAt: 1024,
		strangers: list.New(), unnamed: list.New(), open: map[*conn]struct{}{}, none: make(chan struct{}),
	}
}

// admit counts a connection in, or names the limit that it is over. It gives
// the oldest stranger where that has to give way.
func (l *limits) admit(c *conn) (over string, oldest *conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closing {
		return limitStopping, nil
	}
	if !c.free {
		from := l.source(c.source)
		if !from.bucket.Allow() {
			return limitRate, nil
		}
		if from.open >= l.perSource {
			return limitPerSource, nil
		}
		from.open++
	}
	l.open[c] = struct{}{}
	if l.strangers.Len() >= maxStrangers {
		first := l.strangers.Front()
		oldest, _ = l.strangers.Remove(first).(*conn)
		oldest.stranger = nil
	}
	c.stranger = l.strangers.PushBack(c)
	return "", oldest
}

// source gives what is known of a source. The caller holds mu.
func (l *limits) source(from netip.Prefix) *source {
	if s := l.sources[from]; s != nil {
		return s
	}
	if len(l.sources) >= l.sweepAt {
		l.sweep()
	}
	s := &source{bucket: rate.NewLimiter(l.rate, l.burst)}
	l.sources[from] = s
	return s
}

// sweep forgets the sources that a new entry would say the same of, and any
// without a connection where that is not enough.
func (l *limits) sweep() {
	for _, all := range []bool{false, true} {
		for from, s := range l.sources {
			if s.open == 0 && (all || s.bucket.Tokens() >= float64(l.burst)) {
				delete(l.sources, from)
			}
		}
		if len(l.sources) < maxSources {
			break
		}
	}
	l.sweepAt = min(max(1024, 2*len(l.sources)), maxSources)
}

// letIn says that a connection is no stranger any more. It is false for one
// that has given way already.
func (l *limits) letIn(c *conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.stranger == nil {
		return false
	}
	l.strangers.Remove(c.stranger)
	c.stranger = nil
	return true
}

// count gives how many connections are open.
func (l *limits) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.open)
}

// leave counts a connection out.
func (l *limits) leave(c *conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.open[c]; !ok {
		return
	}
	delete(l.open, c)
	if l.closing && len(l.open) == 0 {
		close(l.none)
	}
	if !c.free {
		l.source(c.source).open--
	}
	if c.stranger != nil {
		l.strangers.Remove(c.stranger)
		c.stranger = nil
	}
}

// await counts in a connection of a balancer until its header has come, and
// gives the oldest where that has to give way.
func (l *limits) await(b *balanced) (oldest *balanced) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unnamed.Len() >= maxStrangers {
		oldest, _ = l.unnamed.Front().Value.(*balanced)
		l.forget(oldest)
	}
	b.waits = l.unnamed.PushBack(b)
	return oldest
}

// named counts it out.
func (l *limits) named(b *balanced) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.forget(b)
}

// forget leaves out what has no place any more. The caller holds mu.
func (l *limits) forget(b *balanced) {
	if b.waits != nil {
		l.unnamed.Remove(b.waits)
		b.waits = nil
	}
}

// awaiting gives the connections whose header has not come.
func (l *limits) awaiting() []*balanced {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []*balanced
	for e := l.unnamed.Front(); e != nil; e = e.Next() {
		if b, ok := e.Value.(*balanced); ok {
			all = append(all, b)
		}
	}
	return all
}

// stop says that no connections come any more, and gives what is closed once
// none is open.
func (l *limits) stop() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closing = true; len(l.open) == 0 {
		close(l.none)
	}
	return l.none
}

// all gives the connections that are open.
func (l *limits) all() []*conn {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := make([]*conn, 0, len(l.open))
	for c := range l.open {
		all = append(all, c)
	}
	return all
}
