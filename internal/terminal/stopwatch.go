package terminal

import (
	"sync/atomic"
	"time"
)

// stopwatch measures from input to the frame that answers it, where somebody
// wants to know.
type stopwatch struct {
	framed func(since time.Duration) // may be nil

	began atomic.Int64 // when the first input came that no frame answers yet; 0 for none

	// Only the goroutine that writes has these.
	frame   bool  // what is being written is one
	answers int64 // the input
}

// start is what times are counted from, in nanoseconds.
var start = time.Now()

// asked says that messages of the client's are about to be handed over. A lone
// escape is known for one only after escapeTimeout, which does not count.
func (w *stopwatch) asked() {
	if w.framed != nil {
		w.began.CompareAndSwap(0, int64(time.Since(start)))
	}
}

// painted says that the newest view is about to be written, or that there is
// nothing to write of it.
func (w *stopwatch) painted(frame bool) {
	w.frame, w.answers = frame, w.began.Swap(0)
}

// written says that what was painted last is written, or is of no use any more.
func (w *stopwatch) written(whole bool) {
	frame := w.frame && whole
	w.frame = false
	if w.framed == nil || !frame {
		return
	}
	since := time.Duration(0)
	if w.answers != 0 {
		since = time.Since(start) - time.Duration(w.answers)
	}
	w.framed(since)
}
