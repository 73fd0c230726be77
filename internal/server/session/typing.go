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

// floodPause is the silence after which a flood of input has ended.
const floodPause = 100 * time.Millisecond

const ctrlC = 0x03

// pasteEnd ends a paste (xterm's bracketed paste mode). Without it, the keys that
// follow would belong to the paste.
var pasteEnd = []byte("\x1b[201~")

// typing is what a visitor types, in no more than a rate. Of a flood, such as a large
// paste, it passes on a ctrl+c and the end of the paste. If it held the rest back
// instead of dropping it, keys would be dead for minutes.
type typing struct {
	io.Reader

	limit   *rate.Limiter
	active  func()    // called for each key
	dropped time.Time // when a part of a flood was last dropped
	tail    []byte    // the end of that part, which may begin a pasteEnd
}

func newTyping(in io.Reader, active func()) *typing {
	return &typing{Reader: in, limit: rate.NewLimiter(inputRate, inputBurst), active: active}
}

// Read reads what is within the rate. The buffer must have room for the end of a paste.
func (t *typing) Read(p []byte) (int, error) {
	for {
		n, err := t.Reader.Read(p)
		now := time.Now()
		if now.Sub(t.dropped) >= floodPause && t.limit.AllowN(now, n) {
			t.tail = nil
			if n > 0 {
				t.active()
			}
			return n, err
		}
		t.dropped = now
		seen := slices.Concat(t.tail, p[:n])
		t.tail = bytes.Clone(seen[max(0, len(seen)-len(pasteEnd)+1):])
		switch {
		case bytes.IndexByte(p[:n], ctrlC) >= 0:
			return copy(p, []byte{ctrlC}), err
		case bytes.Contains(seen, pasteEnd):
			return copy(p, pasteEnd), err
		case err != nil:
			return 0, err
		}
	}
}
