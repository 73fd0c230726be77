package sshd

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sync/atomic"
)

// maxPacket is the longest request of SFTP, in bytes. OpenSSH's longest, which
// write to a file, have a little more than 32 KiB.
const maxPacket = 64 << 10

// packetHeader is how many bytes hold the length of a packet.
const packetHeader = 4

var errLongPacket = errors.New("an SFTP request is too long")

// packets passes on a request of SFTP only once the one before is answered. By
// itself the library takes several at once: it would read from a file that it is
// still opening, which is a data race, and hold up to 20 packets of 256 KiB.
type packets struct {
	io.ReadWriteCloser

	ctx      context.Context // ends Read
	answered chan struct{}   // holds something when the next request may come
	ended    atomic.Bool     // no request comes any more
	request  []byte          // what is still to be passed on; only Read uses it
	answer   []byte          // what has been written of the answer; only Write uses it
}

func newPackets(ctx context.Context, client io.ReadWriteCloser) *packets {
	p := &packets{ReadWriteCloser: client, ctx: ctx, answered: make(chan struct{}, 1)}
	p.answered <- struct{}{} // nothing was asked yet
	return p
}

// Read reads from a request, and before the next one waits for the answer.
func (p *packets) Read(b []byte) (int, error) {
	if len(p.request) == 0 {
		if err := p.next(); err != nil {
			p.ended.Store(true)
			return 0, err
		}
	}
	n := copy(b, p.request)
	p.request = p.request[n:]
	return n, nil
}

// next waits for the next request.
func (p *packets) next() error {
	select {
	case <-p.answered:
	case <-p.ctx.Done():
		return context.Cause(p.ctx)
	}
	length := make([]byte, packetHeader)
	if _, err := io.ReadFull(p.ReadWriteCloser, length); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(length)
	if n > maxPacket {
		return errLongPacket
	}
	p.request = slices.Concat(length, make([]byte, n))
	_, err := io.ReadFull(p.ReadWriteCloser, p.request[packetHeader:])
	return err
}

// Write writes from an answer.
func (p *packets) Write(b []byte) (int, error) {
	n, err := p.ReadWriteCloser.Write(b)
	p.answer = append(p.answer, b[:n]...)
	for len(p.answer) >= packetHeader {
		end := packetHeader + int(binary.BigEndian.Uint32(p.answer))
		if len(p.answer) < end {
			break
		}
		p.answer = p.answer[end:]
		select {
		case p.answered <- struct{}{}:
		default:
		}
	}
	return n, err
}
