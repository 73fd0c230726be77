package admission

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"

	"github.com/pires/go-proxyproto"
)

// longestLine is the longest header of version 1, in bytes (section 2.1 of
// https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt). One of version 2 may have 4 KiB and 16 bytes here.
const longestLine = 107

// awaitHeader counts in a load balancer's connection. It does not read the header, so nobody has to wait for that.
func (l *Listener) awaitHeader(c *Conn) {
	l.mu.Lock()
	oldest := l.headerless.enter(c)
	l.mu.Unlock()
	if oldest != nil {
		l.observer.TurnedAway(ProxyHeader, oldest.Conn.RemoteAddr(), nil)
		oldest.Drop(Unauthenticated.Name)
	}
}

// Admit returns the Conn that Accept returned, once its source is known. It returns nil if the PROXY header is
// missing or the client is turned away; the caller closes the connection then.
func (l *Listener) Admit(accepted net.Conn) *Conn {
	c, ok := accepted.(*Conn)
	if !ok || !c.proxied {
		return c
	}
	if err := c.SetReadDeadline(c.Opened.Add(l.config.HandshakeTimeout)); err != nil {
		return nil // the connection is gone
	}
	in := bufio.NewReaderSize(c.Conn, 256)
	source, reached, err := readHeader(in)
	switch {
	case errors.Is(err, io.EOF):
		l.observer.HeaderMissing(c.Peer, bare(err))
		return nil
	case err != nil:
		l.observer.TurnedAway(ProxyHeader, c.Peer, bare(err))
		return nil
	case source == nil:
		c.unlimited = true // the load balancer itself, on a health check
	default:
		c.Peer, c.Local, c.source = source, reached, sourceOf(source)
	}
	c.in = in
	if !l.allow(c) {
		return nil
	}
	return c
}

// readHeader reads a PROXY header of version 1 or 2, and not a byte more. It returns the client and the address
// that the client connected to; neither if the load balancer speaks for itself.
func readHeader(in *bufio.Reader) (source, reached *net.TCPAddr, err error) {
	// The parser fails on an incomplete line.
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
