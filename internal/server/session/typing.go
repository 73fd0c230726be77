package session

import (
	"bytes"
	"io"
	"slices"
	"time"

	"golang.org/x/time/rate"
)

// What a visitor may type, in bytes. What comes faster is dropped.
const (
	inputRate  = 2 << 10 // a second
	inputBurst = 16 << 10
)

// floodPause is the silence after which a flood of input has ended. It is also
// long enough for the reader to give up on a sequence that was cut off.
const floodPause = 100 * time.Millisecond

const ctrlC = 0x03

// pasteEnd ends a paste (xterm's bracketed paste mode).
var pasteEnd = []byte("\x1b[201~")

// typing is what a visitor types, in no more than a rate. Of a flood, such as a large
// paste, it passes on a ctrl+c and the end of the paste. If it held the rest back
// instead of dropping it, keys would be dead for minutes.
type typing struct {
	io.Reader

	limit  *rate.Limiter
	active func() // called for each key
	done   <-chan struct{}

	dropped time.Time // when a part of the present flood was last dropped; zero without a flood
	tail    []byte    // the end of what was dropped last
}

func newTyping(in io.Reader, active func(), done <-chan struct{}) *typing {
	return &typing{Reader: in, limit: rate.NewLimiter(inputRate, inputBurst), active: active, done: done}
}

// Read reads what is within the rate. The buffer must have room for a paste's end
// and a key.
func (t *typing) Read(p []byte) (int, error) {
	for {
		n, err := t.Reader.Read(p)
		now := time.Now()
		flood := !t.dropped.IsZero() && now.Sub(t.dropped) < floodPause
		if !flood && t.limit.AllowN(now, n) {
			t.dropped, t.tail = time.Time{}, nil
			if n > 0 {
				t.active()
			}
			return n, err
		}
		t.dropped = now
		if kept := t.keep(p[:n]); len(kept) > 0 {
			return copy(p, kept), err
		}
		if err != nil {
			return 0, err
		}
	}
}

// keep returns what is passed on of a part of a flood.
func (t *typing) keep(part []byte) []byte {
	seen := slices.Concat(t.tail, part)
	t.tail = bytes.Clone(seen[max(0, len(seen)-len(pasteEnd)+1):])
	switch {
	case bytes.IndexByte(part, ctrlC) >= 0:
		select {
		case <-time.After(floodPause):
		case <-t.done:
		}
		return append(bytes.Clone(pasteEnd), ctrlC)
	case bytes.Contains(seen, pasteEnd):
		return pasteEnd
	}
	return nil
}
