package server

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
)

// maxPacket is how many bytes of SFTP a request may have. OpenSSH's biggest,
// which writes to a file, have 32 KiB and some.
const maxPacket = 64 << 10

var errLongPacket = errors.New("a request is too long")

// turns lets a request of SFTP in when the last was answered. By itself the
// library takes up several at once: it would read from a file that it is still
// opening, which is a data race, and hold up to 20 packets of 256 KiB.
type turns struct {
	io.ReadWriteCloser

	ctx      context.Context // ends Read
	coming   int             // bytes of the request
	owed     int             // bytes of the answer
	answered chan struct{}   // holds something when the next request may come
}

func newTurns(ctx context.Context, client io.ReadWriteCloser) *turns {
	t := &turns{ReadWriteCloser: client, ctx: ctx, answered: make(chan struct{}, 1)}
	t.answered <- struct{}{} // nothing was asked yet
	return t
}

// Read reads from a request. The library asks for the four bytes of its length
// at first.
func (t *turns) Read(p []byte) (int, error) {
	if t.coming > 0 {
		n, err := t.ReadWriteCloser.Read(p[:min(len(p), t.coming)])
		t.coming -= n
		return n, err
	}
	select {
	case <-t.answered:
	case <-t.ctx.Done():
		return 0, context.Cause(t.ctx)
	}
	var length [4]byte
	if _, err := io.ReadFull(t.ReadWriteCloser, length[:]); err != nil {
		return 0, err
	}
	n := binary.BigEndian.Uint32(length[:])
	if n > maxPacket {
		return 0, errLongPacket
	}
	t.coming = int(n)
	return copy(p, length[:]), nil
}

// Write writes from an answer, the first four bytes of which come together.
func (t *turns) Write(p []byte) (int, error) {
	if t.owed == 0 {
		t.owed = len(p[:4]) + int(binary.BigEndian.Uint32(p))
	}
	n, err := t.ReadWriteCloser.Write(p)
	if t.owed -= n; t.owed == 0 || err != nil {
		select {
		case t.answered <- struct{}{}:
		default:
		}
	}
	return n, err
}
