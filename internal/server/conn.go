package server

import (
	"bufio"
	"container/list"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/log/v2"
)

// Limits of a connection, as in the promises to visitors and owners.
const (
	maxChannels     = 4    // at once
	maxEverChannels = 32   // over a connection's life
	maxRefused      = 32   // channels; each waits for the client to read that
	maxRequests     = 2000 // of a connection and all its channels

	// lonely is how long a connection may be without a session.
	lonely = 10 * time.Second
	// parting is how long after the session timeout the connection ends in any
	// case: a terminal is restored before.
	parting = 2 * time.Second
	// stall is how long a client may read nothing.
	stall = 10 * time.Second

	// What a client may send, in bytes on the wire. Typing with OpenSSH's
	// disguise of keystrokes takes about 2 KiB a second; an hour of it without
	// a pause is 8 MiB. x/crypto keeps up to 2 MiB for a channel that is not
	// read, in pieces as small as one byte, so the total bounds memory as well.
	wireRate  = 16 << 10 // a second
	wireBurst = 256 << 10
	wireTotal = 8 << 20

	// readBuffer is what the kernel may hold of it, in bytes: about what is read
	// in a second. That a client has gone is noticed only after the last of it.
	readBuffer = 16 << 10
)

// conn is one client's connection with what is counted of it.
type conn struct {
	net.Conn

	server *Server
	id     string       // unique, in the log
	peer   net.Addr     // the client, also behind a balancer
	local  net.Addr     // what the client has reached
	source netip.Prefix // that limits count
	free   bool         // of a source's limits
	opened time.Time
	in     throttle
	sent   atomic.Int64 // bytes
	closed chan struct{}

	greeting int // bytes of the client's greeting that were right; only Read changes it

	stranger *list.Element // guarded by limits

	keysShown sync.Once // the host keys, all of them

	mu       sync.Mutex
	client   string // its version; empty before it is let in
	why      ending // where the server ended it
	channels int    // open
	ever     int    // channels
	refused  int    // channels
	requests int
	sessions int         // that run
	begun    int         // sessions
	lonely   *time.Timer // runs while there is no session
	last     *time.Timer // runs from when it is let in
}

// newConn makes a client's connection of what the listener has accepted. Its
// bytes come from in, which may have begun to read.
func newConn(s *Server, tcp net.Conn, in io.Reader, opened time.Time) *conn {
	c := &conn{
		Conn: tcp, server: s,
		id:   strings.ToLower(rand.Text()[:8]),
		peer: tcp.RemoteAddr(), local: tcp.LocalAddr(),
		source: sourceOf(tcp.RemoteAddr()),
		opened: opened,
		closed: make(chan struct{}),
	}
	if tcp, ok := tcp.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(readBuffer) // more would be no harm at once
	}
	// The SSH library reads a client's greeting byte by byte, and from then on
	// more at once than this holds, past it.
	c.in = newThrottle(bufio.NewReaderSize(in, 64), wireRate, wireBurst, s.wireTotal, c.closed)
	return c
}

// address gives as much of the client's address as is logged.
func (c *conn) address() string { return c.server.shown(c.peer) }

// RemoteAddr gives the client's address for others, who may log it: as much as
// is logged.
func (c *conn) RemoteAddr() net.Addr {
	if c.server.config.LogSource == LogFull {
		return c.peer
	}
	return shownAddr(c.address())
}

// LocalAddr gives the address that the client has reached.
func (c *conn) LocalAddr() net.Addr { return c.local }

// greeting is how a client begins (RFC 4253, section 4.2). A server may send
// other lines before, and x/crypto lets clients do so, too: a PROXY header that
// is not asked for, or HTTP.
const greeting = "SSH-"

var errNoSSH = errors.New("the client speaks no SSH")

// Read reads within what a client may send.
func (c *conn) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if errors.Is(err, errTooMuch) {
		c.drop(endBytes)
	}
	for _, b := range p[:min(n, len(greeting)-c.greeting)] {
		if b != greeting[c.greeting] {
			return 0, errNoSSH
		}
		c.greeting++
	}
	return n, bare(err)
}

// Write gives up on a client that takes nothing.
func (c *conn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(c.server.stall)); err != nil {
		return 0, bare(err)
	}
	n, err := c.Conn.Write(p)
	c.sent.Add(int64(n))
	return n, bare(err)
}

// SetDeadline sets the end of the handshake, of which a PROXY header is a part,
// or takes it away.
func (c *conn) SetDeadline(t time.Time) error {
	if end := c.opened.Add(c.server.config.HandshakeTimeout); t.After(end) {
		t = end
	}
	return bare(c.Conn.SetDeadline(t))
}

// letIn says that the handshake has succeeded.
func (c *conn) letIn(client string) bool {
	if !c.server.limits.letIn(c) {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.isClosed() {
		return false
	}
	c.client = client
	c.lonely = time.AfterFunc(c.server.lonely, func() { c.drop(endLonely) })
	c.last = time.AfterFunc(time.Until(c.opened.Add(c.server.config.SessionTimeout+parting)), func() {
		c.drop(c.server.lasted())
	})
	if level := c.level(); level != log.DebugLevel {
		c.server.metrics.letIn(time.Since(c.opened))
	}
	c.server.log.Log(c.level(), "connection opened", "id", c.id, "source", c.address(), "client", told(client))
	return true
}

// level is how much a connection's beginning and end matter: little where it is
// this machine's own health check, every few seconds. The caller holds mu.
func (c *conn) level() log.Level {
	tcp, ok := c.peer.(*net.TCPAddr)
	if ok && tcp.IP.IsLoopback() && c.client == HealthCheck {
		return log.DebugLevel
	}
	return log.InfoLevel
}

// arriving tells whether the client may be about to begin its first session.
func (c *conn) arriving() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.begun == 0 && !c.isClosed()
}

// drop closes the connection for a reason.
func (c *conn) drop(why ending) {
	c.mu.Lock()
	if c.why == (ending{}) {
		c.why = why
	}
	c.mu.Unlock()
	_ = c.Close() // there is nobody to tell
}

// gone gives why a connection that is closed was closed.
func (c *conn) gone() ending {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.why != (ending{}) {
		return c.why
	}
	return endHungUp
}

// Close closes the connection; once is enough.
func (c *conn) Close() error {
	c.mu.Lock()
	if c.isClosed() {
		c.mu.Unlock()
		return net.ErrClosed
	}
	close(c.closed)
	client, why, level := c.client, c.why, c.level()
	if c.lonely != nil {
		c.lonely.Stop()
		c.last.Stop()
	}
	c.mu.Unlock()

	err := c.Conn.Close()
	c.server.limits.leave(c)
	c.server.metrics.disconnected(why)
	if client != "" {
		fields := []any{"id", c.id, "source", c.address(), "for", since(c.opened), "sent", c.sent.Load()}
		if why != (ending{}) {
			fields = append(fields, "because", why.words)
		}
		c.server.log.Log(level, "connection closed", fields...)
	}
	return err
}

// isClosed tells whether Close was called. The caller holds mu.
func (c *conn) isClosed() bool {
	select {
	case <-c.closed:
		return true
	default:
		return false
	}
}

// request counts a request, and closes the connection over the limit.
func (c *conn) request() bool {
	c.mu.Lock()
	c.requests++
	over := c.requests > maxRequests
	c.mu.Unlock()
	if over {
		c.drop(endRequests)
	}
	return !over
}

// openChannel counts a channel in; false where there are too many.
func (c *conn) openChannel() (number int, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.channels >= maxChannels || c.ever >= maxEverChannels {
		return 0, false
	}
	c.channels++
	c.ever++
	return c.ever, true
}

// refuse tells whether a channel that is refused may be told so; over the limit
// it closes the connection.
func (c *conn) refuse() bool {
	c.mu.Lock()
	c.refused++
	over := c.refused > maxRefused
	c.mu.Unlock()
	if over {
		c.drop(endChannels)
	}
	return !over
}

func (c *conn) closeChannel() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.channels--
}

// beginSession says that a session runs, and endSession that it does no more.
// It tells whether that is the first.
func (c *conn) beginSession() (first bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sessions++
	c.begun++
	if c.lonely != nil {
		c.lonely.Stop()
	}
	return c.begun == 1
}

func (c *conn) endSession() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.sessions--; c.sessions == 0 && c.lonely != nil {
		c.lonely.Reset(c.server.lonely) // of no effect on what is closed
	}
}

// idle tells whether no session runs.
func (c *conn) idle() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sessions == 0
}

// since gives a time that has passed, for the log.
func since(t time.Time) time.Duration { return time.Since(t).Round(time.Millisecond) }
