package sshd

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
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

	// Of the request; only Read uses them.
	ahead  []byte // of its length, still to be passed on
	coming int    // bytes that follow

	// Of the answer; only Write uses them.
	length [packetHeader]byte
	have   int // bytes of length
	owed   int // bytes that follow
}

func newPackets(ctx context.Context, client io.ReadWriteCloser) *packets {
	p := &packets{ReadWriteCloser: client, ctx: ctx, answered: make(chan struct{}, 1)}
	p.answered <- struct{}{} // nothing was asked yet
	return p
}

// Read reads from a request, and before the next one waits for the answer.
func (p *packets) Read(b []byte) (int, error) {
	n, err := p.read(b)
	if err != nil {
		p.ended.Store(true)
	}
	return n, err
}

func (p *packets) read(b []byte) (int, error) {
	if len(p.ahead) == 0 && p.coming == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	if len(p.ahead) > 0 {
		n := copy(b, p.ahead)
		p.ahead = p.ahead[n:]
		return n, nil
	}
	n, err := p.ReadWriteCloser.Read(b[:min(len(b), p.coming)])
	p.coming -= n
	return n, err
}

// next waits for the length of the next request.
func (p *packets) next() error {
	select {
	case <-p.answered:
	case <-p.ctx.Done():
		return context.Cause(p.ctx)
	}
	var length [packetHeader]byte
	if _, err := io.ReadFull(p.ReadWriteCloser, length[:]); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(length[:])
	if n > maxPacket {
		return errLongPacket
	}
	p.ahead, p.coming = length[:], int(n)
	return nil
}

// Write writes from an answer.
func (p *packets) Write(b []byte) (int, error) {
	n, err := p.ReadWriteCloser.Write(b)
	done := err != nil
	for rest := b[:n]; len(rest) > 0; {
		if p.have < packetHeader {
			got := copy(p.length[p.have:], rest)
			p.have, rest = p.have+got, rest[got:]
			if p.have < packetHeader {
				break
			}
			p.owed = int(binary.BigEndian.Uint32(p.length[:]))
		}
		got := min(len(rest), p.owed)
		p.owed, rest = p.owed-got, rest[got:]
		if p.owed == 0 {
			p.have, done = 0, true
		}
	}
	if done {
		select {
		case p.answered <- struct{}{}:
		default:
		}
	}
	return n, err
}
