package server

import (
	"errors"
	"io"
	"time"

	"golang.org/x/time/rate"
)

var errTooMuch = errors.New("too much was sent")

// throttle limits what is read from a client, in bytes.
type throttle struct {
	io.Reader

	limit *rate.Limiter // a second; its burst is also the most that is read at once
	left  int           // in all
	done  <-chan struct{}
}

func newThrottle(r io.Reader, perSecond, burst, total int, done <-chan struct{}) throttle {
	return throttle{Reader: r, limit: rate.NewLimiter(rate.Limit(perSecond), burst), left: total, done: done}
}

// Read reads, and waits until the rate allows what it has read. At the end of
// what may be sent it gives errTooMuch.
func (t *throttle) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p[:min(len(p), t.limit.Burst())])
	if t.left -= n; t.left < 0 {
		return 0, errTooMuch
	}
	if wait := t.limit.ReserveN(time.Now(), n).Delay(); wait > 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-t.done:
		}
	}
	return n, err
}
