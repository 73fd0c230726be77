package admission

import (
	"bufio"
	"container/list"
	"errors"
	"fmt"
	"io"
	"net"
	"sync/atomic"
	"time"

	"github.com/pires/go-proxyproto"
)

// longestLine is the longest header of version 1, in bytes
// (https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt, section 2.1).
// One of version 2 may take up to 4 KiB and 16 bytes here.
const longestLine = 107

// balanced is a load balancer's connection whose PROXY header has not come yet.
type balanced struct {
	net.Conn

	opened time.Time
	waits  *list.Element // guarded by Listener.mu
	given  atomic.Bool   // it belongs to a Conn now
}

// Close closes the connection, unless it belongs to a Conn by now.
func (b *balanced) Close() error {
	if b.given.Load() {
		return nil
	}
	return b.Conn.Close()
}

// await takes a load balancer's connection in. It reads nothing, so that others
// do not have to wait.
func (l *Listener) await(tcp net.Conn) *balanced {
	b := &balanced{Conn: tcp, opened: time.Now()}
	l.mu.Lock()
	var oldest *balanced
	if l.unintroduced.Len() >= maxUnauthenticated {
		oldest, _ = l.unintroduced.Front().Value.(*balanced)
		l.forget(oldest)
	}
	b.waits = l.unintroduced.PushBack(b)
	l.mu.Unlock()
	if oldest != nil {
		l.observer.TurnedAway(LimitHeader, oldest.RemoteAddr(), nil)
		_ = oldest.Close() // it has given way
	}
	return b
}

// forget takes a connection off those that wait. The caller holds mu.
func (l *Listener) forget(b *balanced) {
	if b.waits != nil {
		l.unintroduced.Remove(b.waits)
		b.waits = nil
	}
}

// Introduce returns the Conn of what Accept returned. For a load balancer's
// connection it waits for the PROXY header. It returns nil, with the connection
// closed or about to be, if the header is missing or the client is turned away.
func (l *Listener) Introduce(accepted net.Conn) *Conn {
	b, ok := accepted.(*balanced)
	if !ok {
		c, _ := accepted.(*Conn)
		return c
	}
	defer func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.forget(b)
	}()
	if err := b.SetReadDeadline(b.opened.Add(l.config.HandshakeTimeout)); err != nil {
		_ = b.Close() // it has gone
		return nil
	}
	in := bufio.NewReaderSize(b.Conn, 256)
	source, reached, err := readHeader(in)
	if err != nil {
		if errors.Is(err, io.EOF) {
			l.observer.Unintroduced(b.RemoteAddr(), bare(err))
		} else {
			l.observer.TurnedAway(LimitHeader, b.RemoteAddr(), bare(err))
		}
		_ = b.Close() // there is nobody to tell
		return nil
	}
	b.given.Store(true)
	c := newConn(l, b.Conn, in, b.opened)
	if source != nil {
		c.Peer, c.Local, c.source = source, reached, sourceOf(source)
	} else {
		c.unlimited = true // the load balancer itself, checking for an answer
	}
	if !l.admit(c) {
		return nil
	}
	return c
}

// readHeader reads a PROXY header of version 1 or 2, and not a byte more. It
// returns the client and the address that the client has reached; neither if the
// load balancer speaks for itself.
func readHeader(in *bufio.Reader) (source, reached *net.TCPAddr, err error) {
	// The parser gives up on a line that has not come whole.
	for n := 1; n <= longestLine; n++ {
		have, err := in.Peek(n)
		if err != nil {
			return nil, nil, err
		}
		if have[n-1] == '\n' {
			break // or the signature of version 2, after which the parser waits for the rest
		}
	}
	header, err := proxyproto.Read(in)
	if err != nil {
		return nil, nil, err
	}
	if header.Command.IsLocal() {
		return nil, nil, nil
	}
	source, reached, ok := header.TCPAddrs()
	if !ok {
		return nil, nil, fmt.Errorf("the client of the PROXY header is not on TCP: %v", header.TransportProtocol)
	}
	return source, reached, nil
}
