package server

import (
	"encoding/binary"
	"io"
	"net"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// maxTurnedAway bounds the connections that are being told why they are turned
// away; more are closed without a word.
const maxTurnedAway = 64

// listener hands on the connections that are within the limits, and those of
// balancers, whose source is not known yet.
type listener struct {
	net.Listener

	server *Server
}

// Accept waits for a connection that is to be served.
func (l listener) Accept() (net.Conn, error) {
	for {
		l.server.door.waits()
		tcp, err := l.Listener.Accept()
		l.server.door.took()
		if err != nil {
			return nil, err
		}
		l.server.metrics.connected()
		if l.server.balances(tcp.RemoteAddr()) {
			return l.server.await(tcp), nil
		}
		if c := newConn(l.server, tcp, tcp, time.Now()); l.server.admit(c) {
			return c, nil
		}
	}
}

// admit lets a connection go on to its handshake where the limits allow it. It
// tells the client where they do not.
func (s *Server) admit(c *conn) bool {
	over, oldest := s.limits.admit(c)
	if oldest != nil {
		s.logTurnedAway("connections", limitStrangers, oldest.address())
		oldest.drop(endGivingWay)
	}
	if over != "" {
		s.logTurnedAway("connections", over, c.address())
		s.turnAway(c.Conn, over)
	}
	return over == ""
}

// turnAway tells a client why it is not let in, in words that ssh shows: a
// disconnect message (RFC 4253, section 11.1) may come before any key exchange.
func (s *Server) turnAway(tcp net.Conn, over string) {
	select {
	case s.words <- struct{}{}:
	default:
		_ = tcp.Close() // that it closes says enough
		return
	}
	why := map[string]string{
		limitPerSource: "too many connections from your address; close one and try again",
		limitRate:      "too many new connections from your address; try again in a few seconds",
		limitStopping:  endRestarting.words,
	}[over]
	s.telling.Go(func() {
		defer func() { <-s.words }()
		tell(tcp, append([]byte(version+"\r\n"), disconnect(why)...))
	})
}

// tell sends a last word and closes. To close with bytes unread would reset
// the connection, and the client might not see the word: what it sends is read
// for a second.
func tell(tcp net.Conn, word []byte) {
	const most = 4 << 10 // bytes; a client begins with about 2 KiB
	_ = tcp.SetDeadline(time.Now().Add(time.Second))
	if _, err := tcp.Write(word); err == nil {
		if half, ok := tcp.(interface{ CloseWrite() error }); ok && half.CloseWrite() == nil {
			_, _ = io.CopyN(io.Discard, tcp, most)
		}
	}
	_ = tcp.Close() // there is nothing more to lose
}

// disconnect gives an unencrypted packet (RFC 4253, section 6) that ends a
// connection for having too many (reason 12).
func disconnect(why string) []byte {
	const tooManyConnections, block, least = 12, 8, 4
	payload := gossh.Marshal(&struct {
		Reason        uint32 `sshtype:"1"` // SSH_MSG_DISCONNECT
		Why, Language string
	}{tooManyConnections, why, "en"})
	padding := block - (4+1+len(payload))%block
	if padding < least {
		padding += block
	}
	packet := binary.BigEndian.AppendUint32(nil, uint32(1+len(payload)+padding)) //nolint:gosec // it is short
	packet = append(packet, byte(padding))
	return append(append(packet, payload...), make([]byte, padding)...)
}
