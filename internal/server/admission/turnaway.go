package admission

import (
	"encoding/binary"
	"io"
	"net"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Banner is how the server names itself, without a number that would tell an attacker which vulnerabilities to try.
const Banner = "SSH-2.0-ssh-resume"

// maxTold bounds how many are being told at once why they are turned away; more are closed without a word.
const maxTold = 64

// turnAway closes a connection, and before that tells its client why: ssh shows a disconnect message (RFC 4253,
// section 11.1) even before the key exchange.
func (l *Listener) turnAway(tcp net.Conn, limit *Limit) {
	w := l.config.Words
	select {
	case l.told <- struct{}{}:
		go func() {
			defer func() { <-l.told }()
			sendLast(tcp, append([]byte(Banner+"\r\n"), disconnect(limit.Sentence(&w.Endings), w.Tag.String())...))
		}()
	default:
		_ = tcp.Close() // that it closes says enough
	}
}

// Wait waits for those who are being told why they are turned away, and lets nobody else be told. It is called once.
func (l *Listener) Wait() {
	for range maxTold {
		l.told <- struct{}{}
	}
}

// sendLast sends the last bytes of a connection and closes it. To close it with bytes unread would reset it, and the
// client might not see the last ones: what the client sends is read for a second.
func sendLast(tcp net.Conn, last []byte) {
	const most = 4 << 10 // bytes; a client begins with about 2 KiB
	_ = tcp.SetDeadline(time.Now().Add(time.Second))
	if _, err := tcp.Write(last); err == nil {
		if half, ok := tcp.(interface{ CloseWrite() error }); ok && half.CloseWrite() == nil {
			_, _ = io.CopyN(io.Discard, tcp, most)
		}
	}
	_ = tcp.Close() // there is nothing more to lose
}

// disconnect returns an unencrypted packet (RFC 4253, section 6) that ends a connection because there are too many
// (reason 12).
func disconnect(why, language string) []byte {
	const tooManyConnections, block, least = 12, 8, 4
	payload := gossh.Marshal(&struct {
		Reason        uint32 `sshtype:"1"` // SSH_MSG_DISCONNECT
		Why, Language string
	}{tooManyConnections, why, language})
	padding := block - (4+1+len(payload))%block
	if padding < least {
		padding += block
	}
	packet := binary.BigEndian.AppendUint32(nil, uint32(1+len(payload)+padding)) //nolint:gosec // it is short
	packet = append(packet, byte(padding))
	return append(append(packet, payload...), make([]byte, padding)...)
}
