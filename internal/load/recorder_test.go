package load

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// frameGap is the silence that ends a frame. It is shorter than the interval
// between the frames of a server that draws at 60 Hz.
const frameGap = 15 * time.Millisecond

// arrival is some output and the time it arrived.
type arrival struct {
	at     time.Time
	output []byte
}

// recorder is a client whose output is recorded with the time of its arrival.
type recorder struct {
	client   *client
	arrivals <-chan arrival // closed at the end of output
}

// record starts to record the output of a client, until the recorder is closed.
func (c *client) record() *recorder {
	arrivals := make(chan arrival, 64)
	go func() {
		defer close(arrivals)
		for buf := make([]byte, maxOutput); ; {
			n, err := c.channel.Read(buf)
			if err != nil {
				return
			}
			arrivals <- arrival{time.Now(), bytes.Clone(buf[:n])}
		}
	}()
	return &recorder{c, arrivals}
}

// press sends a key and waits for the frame that follows, which must contain
// the text. It returns the time until the last byte came, and the number of
// bytes.
func (r *recorder) press(key, text string) (took time.Duration, size int, err error) {
	began := time.Now()
	if _, err := r.client.channel.Write([]byte(key)); err != nil {
		return 0, 0, fmt.Errorf("press %s: %w", key, err)
	}
	var output []byte
	last, wait := began, patience
	for {
		select {
		case a, ok := <-r.arrivals:
			if !ok {
				return 0, 0, errors.New("the output has ended")
			}
			output, last = append(output, a.output...), a.at
			if bytes.Contains(output, []byte(text)) {
				wait = frameGap
			}
		case <-time.After(wait):
			if wait == patience {
				return 0, 0, fmt.Errorf("no %q after key %q", text, key)
			}
			return last.Sub(began), len(output), nil
		}
	}
}

// close closes the connection and waits for the goroutine that reads.
func (r *recorder) close() error {
	err := r.client.close()
	for range r.arrivals { // until it is closed
	}
	return err
}
