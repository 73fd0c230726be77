package session

import (
	"bytes"
	"io"
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

// typing is what a visitor types, in no more than a rate. Of a flood, such as a large
// paste, it passes on a ctrl+c. If it held the rest back instead of dropping it, keys
// would be dead for minutes.
type typing struct {
	io.Reader

	limit   *rate.Limiter
	active  func()    // called for each key
	dropped time.Time // when a part of a flood was last dropped
}

func newTyping(in io.Reader, active func()) *typing {
	return &typing{Reader: in, limit: rate.NewLimiter(inputRate, inputBurst), active: active}
}

// Read reads what is within the rate.
func (t *typing) Read(p []byte) (int, error) {
	for {
		n, err := t.Reader.Read(p)
		now := time.Now()
		if now.Sub(t.dropped) >= floodPause && t.limit.AllowN(now, n) {
			if n > 0 {
				t.active()
			}
			return n, err
		}
		t.dropped = now
		if bytes.IndexByte(p[:n], ctrlC) >= 0 {
			return copy(p, []byte{ctrlC}), err
		}
		if err != nil {
			return 0, err
		}
	}
}
