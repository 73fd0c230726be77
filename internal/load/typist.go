package load

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// silence is what a frame ends with: nothing more comes for so long. It is
// less than the time between two frames of a server that draws by a clock of
// 60 Hz.
const silence = 15 * time.Millisecond

// arrival is some output, and when it came.
type arrival struct {
	at     time.Time
	output []byte
}

// typist is a client that notes when output comes.
type typist struct {
	*client

	arrivals <-chan arrival // closed at the end of output
}

// watch makes a typist of a client. Close ends it.
func (c *client) watch() *typist {
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
	return &typist{c, arrivals}
}

// press sends a key and waits for all output that follows, which is to contain
// a text. It gives the time until the last of it came, and its bytes.
func (t *typist) press(key, text string) (took time.Duration, size int, err error) {
	began := time.Now()
	if _, err := t.channel.Write([]byte(key)); err != nil {
		return 0, 0, fmt.Errorf("press %s: %w", key, err)
	}
	var output []byte
	last, wait := began, patience
	for {
		select {
		case a, ok := <-t.arrivals:
			if !ok {
				return 0, 0, errors.New("the output has ended")
			}
			output, last = append(output, a.output...), a.at
			if bytes.Contains(output, []byte(text)) {
				wait = silence
			}
		case <-time.After(wait):
			if wait == patience {
				return 0, 0, fmt.Errorf("no %q after %s", text, key)
			}
			return last.Sub(began), len(output), nil
		}
	}
}

// close hangs up, and waits until nothing is read any more.
func (t *typist) close() error {
	err := t.client.close()
	for range t.arrivals { // until it is closed
	}
	return err
}
