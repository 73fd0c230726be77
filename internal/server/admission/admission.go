// Package admission decides which connections may come in, and keeps each within its limits. It touches sockets
// and the clock, and knows no SSH except greetings and the one packet that says why a client is turned away.
package admission

import (
	"errors"
	"maps"
	"net"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"ssh-resume/internal/words"
)

const (
	// maxUnauthenticated is how many connections may be unauthenticated at once. Beyond that, the oldest is
	// dropped. OpenSSH's MaxStartups drops at random from 10, and all from 100.
	maxUnauthenticated = 64
	// maxSources bounds how many sources are remembered. OpenSSH's PerSourcePenalties keeps as many.
	maxSources = 65536
)

// Limit is a limit of connections.
type Limit struct {
	Name     string   // in log and metrics
	Sentence Sentence // for visitors
	Scanners bool     // mostly scanners exceed it, all day: logged as information, not as a warning
}

// Sentence returns what visitors are told when their connection is closed.
type Sentence func(*words.Endings) string

// untold stands for the sentence of a limit over which nothing reaches a visitor.
func untold(*words.Endings) string { return "" }

// Limits over which a connection is turned away.
var (
	PerSource        = &Limit{"connections-per-source", func(e *words.Endings) string { return e.TooManyConnections }, false}
	ConnectionRate   = &Limit{"connection-rate", func(e *words.Endings) string { return e.ConnectsTooFast }, false}
	Unauthenticated  = &Limit{"unauthenticated", untold, false}
	ProxyHeader      = &Limit{"proxy-header", untold, false}
	HandshakeTimeout = &Limit{"handshake-timeout", untold, true}
	Stopping         = &Limit{"stopping", func(e *words.Endings) string { return e.Stopping }, false}

	TurnAway = []*Limit{PerSource, ConnectionRate, Unauthenticated, ProxyHeader, HandshakeTimeout, Stopping} // all of them
)

// Limits over which a connection is cut off. Front ends have others.
var (
	SentTooMuch = &Limit{"sent-too-much", func(e *words.Endings) string { return e.SentTooMuch }, false} // Config.MaxBytes
	NoSession   = &Limit{"no-session", untold, true}                                                     // for Config.NoSessionTimeout

	CutOff = []*Limit{NoSession, SentTooMuch} // both
)

// Config holds the limits. All of them must be set, except ProxyProtocolFrom.
type Config struct {
	// ProxyProtocolFrom names the networks of load balancers. Their connections begin with a PROXY header, which
	// carries the real source; no others may send one.
	ProxyProtocolFrom []netip.Prefix

	MaxPerSource int     // connections at once from an IPv4 address or an IPv6 /64
	Rate         float64 // new connections a second from a source
	Burst        int     // new connections from a source that may come together

	HandshakeTimeout time.Duration // from connecting to being authenticated
	NoSessionTimeout time.Duration // how long an authenticated connection may have no session
	WriteTimeout     time.Duration // how long a client may read nothing
	MaxBytes         int           // what a client may send on one connection, in all

	Words *words.Words // for those who are turned away

	// Shown returns as much of an address as may be logged.
	Shown func(net.Addr) string
}

// Observer is told what happens to connections. Its methods may be called from several goroutines at once.
type Observer interface {
	// Accepted is called for each TCP connection, before any limit.
	Accepted()
	// TurnedAway is called for each connection that is turned away. The error has details, and may be nil.
	TurnedAway(limit *Limit, source net.Addr, err error)
	// HeaderMissing is called if a load balancer hung up without a PROXY header, as its health checks do.
	HeaderMissing(source net.Addr, err error)
	// Authenticated is called when a connection's handshake has succeeded.
	Authenticated(c *Conn)
	// Closed is called when a connection is closed, authenticated or not.
	Closed(c *Conn)
}

// Listener accepts the connections that are within the limits. The source of a load balancer's connection is
// not known yet: Admit waits for it.
type Listener struct {
	net.Listener

	config   Config
	observer Observer
	told     chan struct{} // holds something for each client that is told why it is turned away

	// The state of the accept loop.
	busySince atomic.Pointer[time.Time] // nil while it waits for a connection
	started   atomic.Bool               // it has waited for a connection at least once
	closed    atomic.Bool

	mu              sync.Mutex
	sources         map[netip.Prefix]*source
	sweepAt         int   // number of sources at which to look for some to forget
	unauthenticated queue // with a known source
	headerless      queue // whose PROXY header has not come
	open            map[*Conn]struct{}
	draining        bool
}

// source is where connections come from: an IPv4 address, or an IPv6 /64, which is what one customer has.
type source struct {
	open   int
	bucket *rate.Limiter
}

// queue is a queue of waiting connections, oldest first.
type queue []*Conn

// enter adds a connection, and returns the oldest if it must be dropped to make room.
func (q *queue) enter(c *Conn) (oldest *Conn) {
	if len(*q) >= maxUnauthenticated {
		oldest = (*q)[0]
		q.leave(oldest)
	}
	*q = append(*q, c)
	return oldest
}

// leave removes a connection, and reports whether it was there.
func (q *queue) leave(c *Conn) bool {
	i := slices.Index(*q, c)
	if i >= 0 {
		*q = slices.Delete(*q, i, i+1)
	}
	return i >= 0
}

// New returns a listener that applies the limits to what tcp accepts.
func New(tcp net.Listener, config Config, observer Observer) *Listener {
	return &Listener{
		Listener: tcp, config: config, observer: observer,
		told:    make(chan struct{}, maxTold),
		sources: map[netip.Prefix]*source{}, sweepAt: minSweep,
		open: map[*Conn]struct{}{},
	}
}

// Accept waits for a connection to serve.
func (l *Listener) Accept() (net.Conn, error) {
	for {
		l.busySince.Store(nil)
		l.started.Store(true)
		tcp, err := l.Listener.Accept()
		now := time.Now()
		l.busySince.Store(&now)
		if err != nil {
			return nil, err
		}
		l.observer.Accepted()
		c := newConn(l, tcp, now)
		if c.proxied = Within(l.config.ProxyProtocolFrom, c.Peer); c.proxied {
			l.awaitHeader(c)
		} else if !l.allow(c) {
			continue
		}
		return c, nil
	}
}

// allow reports whether the limits allow a connection to go on to its handshake.
// If not, it tells the client why and closes the connection.
func (l *Listener) allow(c *Conn) bool {
	limit, oldest := l.add(c)
	if oldest != nil {
		l.observer.TurnedAway(Unauthenticated, oldest.Peer, nil)
		oldest.Drop(Unauthenticated.Name)
	}
	if limit != nil && limit != Unauthenticated {
		l.observer.TurnedAway(limit, c.Peer, nil)
		c.finish() // so that nobody else closes it
		l.turnAway(c.Conn, limit)
	}
	return limit == nil
}

// add counts a connection in, or names the limit it exceeds; Unauthenticated if it was already closed to
// make room. It also returns the connection to drop, if any.
func (l *Listener) add(c *Conn) (limit *Limit, oldest *Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.proxied && !l.headerless.leave(c) {
		return Unauthenticated, nil
	}
	if l.draining {
		return Stopping, nil
	}
	if !c.unlimited {
		from := l.source(c.source)
		if !from.bucket.Allow() {
			return ConnectionRate, nil
		}
		if from.open >= l.config.MaxPerSource {
			return PerSource, nil
		}
		from.open++
	}
	l.open[c] = struct{}{}
	return nil, l.unauthenticated.enter(c)
}

// remove counts a connection out.
func (l *Listener) remove(c *Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.headerless.leave(c)
	l.unauthenticated.leave(c)
	if _, ok := l.open[c]; ok && !c.unlimited {
		l.source(c.source).open--
	}
	delete(l.open, c)
}

// minSweep is the number of sources below which none is forgotten.
const minSweep = 1024

// source returns what is known about a source. The caller holds mu.
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

// sweep forgets the sources whose entry is like a new one, and if they are not enough, any without a connection.
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

// Conns returns the connections that are open.
func (l *Listener) Conns() []*Conn {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Collect(maps.Keys(l.open))
}

// Count returns how many connections are open.
func (l *Listener) Count() int { return len(l.Conns()) }

// Arriving reports whether a client may be about to begin its first session.
func (l *Listener) Arriving() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.headerless) > 0 || slices.ContainsFunc(slices.Collect(maps.Keys(l.open)), (*Conn).arriving)
}

// Close stops accepting connections. Open ones stay open.
func (l *Listener) Close() error {
	l.closed.Store(true)
	return l.Listener.Close()
}

// Drain turns away every connection from now on, and closes those without a session for the given reason.
func (l *Listener) Drain(reason string) {
	l.mu.Lock()
	l.draining = true
	all := slices.AppendSeq(slices.Clone(l.headerless), maps.Keys(l.open)) // a header would come too late
	l.mu.Unlock()
	for _, c := range all {
		if c.idle() {
			c.Drop(reason)
		}
	}
}

// Ready returns nil if new connections are accepted, and otherwise why not.
func (l *Listener) Ready() error {
	switch {
	case l.closed.Load():
		return errors.New("draining")
	case !l.started.Load():
		return errors.New("starting")
	}
	return l.Health()
}

// acceptTime is how long the accept loop may take for one connection. It hands it on within microseconds.
const acceptTime = 5 * time.Second

// Health returns an error if the accept loop has hung.
func (l *Listener) Health() error {
	if since := l.busySince.Load(); since != nil && !l.closed.Load() && time.Since(*since) > acceptTime {
		return errors.New("the accept loop is stuck")
	}
	return nil
}

// HandshakeTimeout returns how long a handshake may take.
func (l *Listener) HandshakeTimeout() time.Duration { return l.config.HandshakeTimeout }
