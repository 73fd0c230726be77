package admission

import (
	"bufio"
	"cmp"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// HealthCheck is the version that the program's own health check sends as a client.
const HealthCheck = "SSH-2.0-ssh-resume_healthcheck"

// What a client may send a second, in bytes on the wire; Config.MaxBytes bounds it in all.
const (
	wireRate  = 16 << 10
	wireBurst = 256 << 10

	// readBuffer is how many of these bytes the kernel may hold: about what is read in a second. All of them are
	// read before a hangup is noticed.
	readBuffer = 16 << 10
)

// ErrNotSSH says that a client did not send an SSH greeting.
var ErrNotSSH = errors.New("not an SSH client")

// ErrTooMuch says that a client sent more than Config.MaxBytes.
var ErrTooMuch = errors.New("the client sent too much")

// Conn is a client's connection, kept within its limits.
type Conn struct {
	net.Conn

	ID     string    // unique; for the log
	Peer   net.Addr  // the client, even behind a load balancer
	Local  net.Addr  // the address that the client connected to
	Opened time.Time // when it was accepted

	OnShutdown func(reason string, sentence Sentence) // cancels the sessions, for Shutdown; set before the first session begins

	listener     *Listener
	proxied      bool         // from a load balancer
	source       netip.Prefix // for the limits of its source
	unlimited    bool         // exempt from these limits
	in           io.Reader
	rate         *rate.Limiter // of what is read, in bytes
	left         int           // bytes that may be read
	greetingRead int           // how many bytes of the greeting have come
	sent         atomic.Int64
	done         chan struct{} // closed by finish

	mu        sync.Mutex
	closed    bool
	client    string      // its version; empty while it is unauthenticated
	reason    string      // why the server closed it
	sessions  int         // running
	begun     bool        // a session has begun
	noSession *time.Timer // runs while there are no sessions
}

// newConn returns a client's connection.
func newConn(l *Listener, tcp net.Conn, opened time.Time) *Conn {
	c := &Conn{
		Conn: tcp, listener: l,
		ID:   strings.ToLower(rand.Text()[:8]),
		Peer: tcp.RemoteAddr(), Local: tcp.LocalAddr(),
		source: sourceOf(tcp.RemoteAddr()),
		Opened: opened,
		rate:   rate.NewLimiter(wireRate, wireBurst), left: l.config.MaxBytes,
		// The SSH library reads a client's greeting byte by byte. Later reads are larger than this buffer, and bypass it.
		in:   bufio.NewReaderSize(tcp, 64),
		done: make(chan struct{}),
	}
	if tcp, ok := tcp.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(readBuffer) // if it fails, a hangup is noticed later
	}
	return c
}

// RemoteAddr returns as much of the client's address as may be logged.
func (c *Conn) RemoteAddr() net.Addr { return shownAddr(c.listener.config.Shown(c.Peer)) }

// greeting is how a client begins (RFC 4253, section 4.2). x/crypto lets clients send
// other lines before it, such as an unsolicited PROXY header or HTTP.
const greeting = "SSH-"

// Read reads, then waits as long as the rate limit requires for the bytes read. It returns ErrTooMuch once the
// client has sent more than Config.MaxBytes.
func (c *Conn) Read(p []byte) (int, error) {
	n, err := c.in.Read(p[:min(len(p), wireBurst)])
	if c.left -= n; c.left < 0 {
		c.Shutdown(SentTooMuch.Name, SentTooMuch.Sentence)
		// Read on until the client hangs up after its sessions have ended, or the server does.
		_, _ = io.Copy(io.Discard, c.in)
		return 0, ErrTooMuch
	}
	if wait := c.rate.ReserveN(time.Now(), n).Delay(); wait > 0 {
		select {
		case <-time.After(wait):
		case <-c.done:
		}
	}
	for _, b := range p[:min(n, len(greeting)-c.greetingRead)] {
		if b != greeting[c.greetingRead] {
			return 0, ErrNotSSH
		}
		c.greetingRead++
	}
	return n, bare(err)
}

// Write fails if the client reads nothing for Config.WriteTimeout.
func (c *Conn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(c.listener.config.WriteTimeout)); err != nil {
		return 0, bare(err)
	}
	n, err := c.Conn.Write(p)
	c.sent.Add(int64(n))
	return n, bare(err)
}

// SetDeadline sets or clears the deadline of the handshake. A PROXY header is part of the handshake, so its
// time starts when the connection is accepted.
func (c *Conn) SetDeadline(t time.Time) error {
	if end := c.Opened.Add(c.listener.config.HandshakeTimeout); t.After(end) {
		t = end
	}
	return bare(c.Conn.SetDeadline(t))
}

// Authenticate notes that the handshake has succeeded, with a client of this version.
func (c *Conn) Authenticate(client string) {
	c.listener.mu.Lock()
	waited := c.listener.unauthenticated.leave(c)
	c.listener.mu.Unlock()
	c.mu.Lock()
	if !waited || c.closed {
		c.mu.Unlock()
		return // it has been dropped
	}
	c.client = client
	c.noSession = time.AfterFunc(c.listener.config.NoSessionTimeout, func() { c.Drop(NoSession.Name) })
	c.mu.Unlock()
	c.listener.observer.Authenticated(c)
}

// Client returns the client's version; empty while it is unauthenticated.
func (c *Conn) Client() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.client
}

// Sent returns how many bytes the client was sent.
func (c *Conn) Sent() int64 { return c.sent.Load() }

// IsHealthCheck reports whether this is the program's own health check, which comes from this machine every few seconds.
func (c *Conn) IsHealthCheck() bool {
	return ipOf(c.Peer).IsLoopback() && c.Client() == HealthCheck
}

// BeginSession counts a session in. It reports whether it is the connection's first.
func (c *Conn) BeginSession() (first bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sessions++
	first = !c.begun
	c.begun = true
	if c.noSession != nil {
		c.noSession.Stop()
	}
	return first
}

// EndSession counts a session out.
func (c *Conn) EndSession() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.sessions--; c.sessions == 0 && c.noSession != nil && !c.closed {
		c.noSession.Reset(c.listener.config.NoSessionTimeout)
	}
}

// idle reports whether no session is running.
func (c *Conn) idle() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sessions == 0
}

// arriving reports whether the client may be about to begin its first session.
func (c *Conn) arriving() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.begun && !c.closed
}

// endTime is how long sessions may take to end, and then the client to hang up.
const endTime = 2 * time.Second

// Shutdown cancels the sessions of a connection, so that terminals are restored and visitors told why, and then
// closes it, over a limit or for any other reason as log and metrics name it. Only the first reason counts.
func (c *Conn) Shutdown(reason string, sentence Sentence) {
	c.mu.Lock()
	first, hasSessions := c.reason == "", c.sessions > 0
	c.reason = cmp.Or(c.reason, reason)
	c.mu.Unlock()
	switch {
	case !first:
	case !hasSessions:
		c.Drop(reason)
	default:
		time.AfterFunc(endTime, func() { c.Drop(reason) })
		c.OnShutdown(reason, sentence)
	}
}

// Drop closes the connection at once, for a reason as log and metrics name it. Only the first reason counts.
func (c *Conn) Drop(reason string) {
	c.mu.Lock()
	c.reason = cmp.Or(c.reason, reason)
	c.mu.Unlock()
	_ = c.Close() // nobody is left to tell
}

// Reason returns why the server closed the connection; empty if it did not.
func (c *Conn) Reason() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.reason
}

// Close closes the connection. Only the first call has an effect.
func (c *Conn) Close() error {
	if !c.finish() {
		return net.ErrClosed
	}
	err := c.Conn.Close()
	c.listener.remove(c)
	c.listener.observer.Closed(c)
	return err
}

// finish releases whatever waits for the connection, and reports whether it was still open.
func (c *Conn) finish() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	c.closed = true
	close(c.done)
	if c.noSession != nil {
		c.noSession.Stop()
	}
	return true
}
