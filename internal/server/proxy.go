package server

import (
	"bufio"
	"container/list"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"slices"
	"sync/atomic"
	"time"

	"github.com/pires/go-proxyproto"
)

// longestLine is the most that a header of version 1 takes, in bytes
// (https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt, section 2.1).
// One of version 2 takes up to 4 KiB and 16 bytes here.
const longestLine = 107

// balanced is a connection of a balancer, which has not told yet whom it is
// for.
type balanced struct {
	net.Conn

	opened time.Time
	waits  *list.Element // guarded by limits
	given  atomic.Bool   // it is a client's, as a conn
}

// balances tells whether connections from there are a balancer's.
func (s *Server) balances(addr net.Addr) bool {
	return Within(s.config.ProxyProtocolFrom, addr)
}

// Within tells whether an address of TCP is in one of the networks.
func Within(networks []netip.Prefix, addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && slices.ContainsFunc(networks, func(network netip.Prefix) bool {
		return network.Contains(tcp.AddrPort().Addr().Unmap().WithZone("")) // no network holds a zone
	})
}

// await takes a balancer's connection in. It reads nothing, so that others do
// not have to wait.
func (s *Server) await(tcp net.Conn) *balanced {
	b := &balanced{Conn: tcp, opened: time.Now()}
	if oldest := s.limits.await(b); oldest != nil {
		s.logTurnedAway("connections", limitHeader, s.shown(oldest.RemoteAddr()))
		_ = oldest.Close() // it has given way
	}
	return b
}

// introduced reads whom a balancer's connection is for, and makes it that
// client's, within the client's limits. It is nil, and the connection closed or
// about to be, where there is no header or the client is turned away.
func (s *Server) introduced(b *balanced) net.Conn {
	defer s.limits.named(b)
	if err := b.SetReadDeadline(b.opened.Add(s.config.HandshakeTimeout)); err != nil {
		_ = b.Close() // it has gone
		return nil
	}
	in := bufio.NewReaderSize(b.Conn, 256)
	source, reached, err := readHeader(in)
	if err != nil {
		s.logNoHeader(b, err)
		_ = b.Close() // there is nobody to tell
		return nil
	}
	b.given.Store(true)
	c := newConn(s, b.Conn, in, b.opened)
	if source != nil {
		c.peer, c.local, c.source = source, reached, sourceOf(source)
	} else {
		c.free = true // the balancer itself, to see whether there is an answer
	}
	if !s.admit(c) {
		return nil
	}
	return c
}

// logNoHeader logs what the owner can mend. Many balancers only connect, to see
// whether that works: this is nothing to mend.
func (s *Server) logNoHeader(b *balanced, why error) {
	source := s.shown(b.RemoteAddr())
	if errors.Is(why, io.EOF) {
		s.log.Debug("no proxy header", "source", source, "because", told(bare(why).Error()))
	} else {
		s.logTurnedAway("connections", limitHeader, source, "because", told(bare(why).Error()))
	}
}

// Close closes the connection, unless it is a client's by now, who may be about
// to read why there is no place.
func (b *balanced) Close() error {
	if b.given.Load() {
		return nil
	}
	return b.Conn.Close()
}

// readHeader reads a PROXY header of version 1 or 2, and not a byte more. It
// gives the client and the address that the client has reached; neither where
// the balancer speaks for itself.
func readHeader(in *bufio.Reader) (source, reached *net.TCPAddr, err error) {
	// The parser gives up on a line that has not come whole.
	for n := 1; n <= longestLine; n++ {
		have, err := in.Peek(n)
		if err != nil {
			return nil, nil, err
		}
		if have[n-1] == '\n' {
			break // or the signature of version 2, of which the parser waits for the rest
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
		return nil, nil, fmt.Errorf("proxy header of a client that is not on TCP: %v", header.TransportProtocol)
	}
	return source, reached, nil
}
