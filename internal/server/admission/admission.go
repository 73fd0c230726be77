// Package admission decides which connections may come in, before and after they
// are authenticated, and keeps each within its limits. It touches sockets and the
// clock, and knows no SSH beyond the greeting and the one packet that says why a
// client is turned away.
package admission

import (
	"container/list"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"ssh-resume/internal/words"
)

const (
	// maxUnauthenticated is how many connections may be unauthenticated at once.
	// Over that the oldest gives way. OpenSSH's MaxStartups drops at random from
	// 10 on, and all from 100 on.
	maxUnauthenticated = 64
	// maxSources bounds how many sources are remembered. OpenSSH's
	// PerSourcePenalties keeps as many.
	maxSources = 65536
)

// Limits that can turn a connection away, as log and metrics name them.
const (
	LimitPerSource       = "connections-per-source"
	LimitRate            = "connection-rate"
	LimitUnauthenticated = "unauthenticated"
	LimitHeader          = "proxy-header"
	LimitStopping        = "stopping"
)

// Config holds the limits. All of them must be set but for ProxyProtocolFrom.
type Config struct {
	// ProxyProtocolFrom names the networks of load balancers. Connections from
	// there begin with a PROXY header, which carries their real source; no others
	// may send one.
	ProxyProtocolFrom []netip.Prefix

	MaxPerSource int     // connections at once from an IPv4 address or an IPv6 /64
	Rate         float64 // new connections a second from a source
	Burst        int     // new connections from a source that may come together

	HandshakeTimeout time.Duration // from connecting to being authenticated
	SessionlessTime  time.Duration // how long an authenticated connection may be without a session
	WriteTimeout     time.Duration // how long a client may read nothing
	MaxBytes         int           // what a client may send on one connection, in all

	Words *words.Words // for those who are turned away

	// Shown returns as much of an address as others may log.
	Shown func(net.Addr) string
}

// Observer is told what happens to connections. Its methods may be called from
// several goroutines at once.
type Observer interface {
	// Accepted is called for each TCP connection, before any limit.
	Accepted()
	// TurnedAway is called for each connection that a limit kept out. The error
	// says more, and may be nil.
	TurnedAway(limit string, source net.Addr, err error)
	// Unintroduced is called where a load balancer hung up without a PROXY header,
	// as its health checks do.
	Unintroduced(source net.Addr, err error)
	// Authenticated is called when a connection's handshake has succeeded.
	Authenticated(c *Conn)
	// Closed is called when a connection is closed, authenticated or not.
	Closed(c *Conn)
}

// Listener accepts the connections that are within the limits. Connections from
// load balancers, whose source is not known yet, are accepted as they are;
// Introduce makes a Conn of them.
type Listener struct {
	net.Listener

	config   Config
	observer Observer
	state    loopState
	refusals refusals

	mu              sync.Mutex
	sources         map[netip.Prefix]*source
	sweepAt         int        // number of sources at which to look for some to forget
	unauthenticated *list.List // of *Conn, oldest first
	unintroduced    *list.List // of *balanced whose header has not come, oldest first
	open            map[*Conn]struct{}
	closing         bool
	drained         chan struct{} // closed once closing is set and no connection is open
}

// source is where connections come from: an IPv4 address, or an IPv6 /64, which
// is what one customer has.
type source struct {
	open   int
	bucket *rate.Limiter
}

// New returns a listener that applies the limits to what tcp accepts.
func New(tcp net.Listener, config Config, observer Observer) *Listener {
	return &Listener{
		Listener: tcp, config: config, observer: observer,
		refusals: newRefusals(config.Words),
		sources:  map[netip.Prefix]*source{}, sweepAt: minSweep,
		unauthenticated: list.New(), unintroduced: list.New(),
		open: map[*Conn]struct{}{}, drained: make(chan struct{}),
	}
}

// Accept waits for a connection to serve.
func (l *Listener) Accept() (net.Conn, error) {
	for {
		l.state.wait()
		tcp, err := l.Listener.Accept()
		l.state.handle()
		if err != nil {
			return nil, err
		}
		l.observer.Accepted()
		if Within(l.config.ProxyProtocolFrom, tcp.RemoteAddr()) {
			return l.await(tcp), nil
		}
		if c := newConn(l, tcp, tcp, time.Now()); l.admit(c) {
			return c, nil
		}
	}
}

// admit reports whether the limits allow a connection to go on to its handshake.
// If not, it tells the client why and closes the connection.
func (l *Listener) admit(c *Conn) bool {
	limit, oldest := l.add(c)
	if oldest != nil {
		l.observer.TurnedAway(LimitUnauthenticated, oldest.Peer, nil)
		oldest.Drop(GaveWay)
	}
	if limit != "" {
		l.observer.TurnedAway(limit, c.Peer, nil)
		l.refusals.send(c.Conn, limit)
	}
	return limit == ""
}

// add counts a connection in, or names the limit that it is over. It returns the
// oldest unauthenticated connection if that has to give way.
func (l *Listener) add(c *Conn) (limit string, oldest *Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closing {
		return LimitStopping, nil
	}
	if !c.unlimited {
		from := l.source(c.source)
		if !from.bucket.Allow() {
			return LimitRate, nil
		}
		if from.open >= l.config.MaxPerSource {
			return LimitPerSource, nil
		}
		from.open++
	}
	l.open[c] = struct{}{}
	if l.unauthenticated.Len() >= maxUnauthenticated {
		oldest, _ = l.unauthenticated.Remove(l.unauthenticated.Front()).(*Conn)
		oldest.waiting = nil
	}
	c.waiting = l.unauthenticated.PushBack(c)
	return "", oldest
}

// authenticated takes a connection off the unauthenticated ones. It returns false
// for one that has given way already.
func (l *Listener) authenticated(c *Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.waiting == nil {
		return false
	}
	l.unauthenticated.Remove(c.waiting)
	c.waiting = nil
	return true
}

// remove counts a connection out.
func (l *Listener) remove(c *Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.open[c]; !ok {
		return
	}
	delete(l.open, c)
	if l.closing && len(l.open) == 0 {
		close(l.drained)
	}
	if !c.unlimited {
		l.source(c.source).open--
	}
	if c.waiting != nil {
		l.unauthenticated.Remove(c.waiting)
		c.waiting = nil
	}
}

// minSweep is the number of sources below which none is forgotten.
const minSweep = 1024

// source returns what is known of a source. The caller holds mu.
func (l *Listener) source(from netip.Prefix) *source {
	if s := l.sources[from]; s != nil {
		return s
	}
	if len(l.sources) >= l.sweepAt {
		l.sweep()
	}
	s := &source{bucket: rate.NewLimiter(rate.Limit(l.config.Rate), l.config.Burst)}
	l.sources[from] = s
	return s
}

// sweep forgets the sources of which nothing is known that a new entry would not
// say as well, and any without a connection if those are not enough.
func (l *Listener) sweep() {
	for _, all := range []bool{false, true} {
		for from, s := range l.sources {
			if s.open == 0 && (all || s.bucket.Tokens() >= float64(l.config.Burst)) {
				delete(l.sources, from)
			}
		}
		if len(l.sources) < maxSources {
			break
		}
	}
	l.sweepAt = min(max(minSweep, 2*len(l.sources)), maxSources)
}

// Open returns the connections that are open.
func (l *Listener) Open() []*Conn {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := make([]*Conn, 0, len(l.open))
	for c := range l.open {
		all = append(all, c)
	}
	return all
}

// Count returns how many connections are open.
func (l *Listener) Count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.open)
}

// Arriving reports whether a client may be about to begin its first session.
func (l *Listener) Arriving() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unintroduced.Len() > 0 {
		return true
	}
	for c := range l.open {
		if c.arriving() {
			return true
		}
	}
	return false
}

// Close stops accepting connections. Those that are open stay open.
func (l *Listener) Close() error {
	l.state.closed.Store(true)
	return l.Listener.Close()
}

// Stop turns away every connection from now on, and closes those without a
// session for the given reason. The channel is closed once none is open.
func (l *Listener) Stop(reason string) (drained <-chan struct{}) {
	l.mu.Lock()
	if !l.closing {
		l.closing = true
		if len(l.open) == 0 {
			close(l.drained)
		}
	}
	var late []*balanced
	for e := l.unintroduced.Front(); e != nil; e = e.Next() {
		if b, ok := e.Value.(*balanced); ok {
			late = append(late, b)
		}
	}
	l.mu.Unlock()
	for _, b := range late {
		_ = b.Close() // its header would come too late
	}
	for _, c := range l.Open() {
		if c.idle() {
			c.Drop(reason)
		}
	}
	return l.drained
}

// Wait waits until all who are turned away have been told why.
func (l *Listener) Wait() { l.refusals.wait() }

// Ready reports whether new connections are accepted, and if not, why.
func (l *Listener) Ready() (ok bool, why string) { return l.state.ready() }

// Stuck reports whether the accept loop does not come back though it should.
func (l *Listener) Stuck() bool { return l.state.stuck() }

// acceptTime is how long the accept loop may take for one connection. It hands
// it on within microseconds.
const acceptTime = 5 * time.Second

// loopState is the state of the accept loop.
type loopState struct {
	busySince atomic.Pointer[time.Time] // nil while it waits for a connection
	started   atomic.Bool               // it has waited for one
	closed    atomic.Bool
}

func (s *loopState) wait() {
	s.busySince.Store(nil)
	s.started.Store(true)
}

func (s *loopState) handle() {
	now := time.Now()
	s.busySince.Store(&now)
}

func (s *loopState) stuck() bool {
	since := s.busySince.Load()
	return since != nil && !s.closed.Load() && time.Since(*since) > acceptTime
}

func (s *loopState) ready() (ok bool, why string) {
	switch {
	case s.closed.Load():
		return false, "draining"
	case !s.started.Load():
		return false, "starting"
	case s.stuck():
		return false, "the accept loop is stuck"
	}
	return true, ""
}

// HandshakeTimeout returns how long a handshake may take.
func (l *Listener) HandshakeTimeout() time.Duration { return l.config.HandshakeTimeout }
