package terminal

import (
	"sync/atomic"
	"time"
)

// latency measures the time from input to the frame that answers it, if anyone
// wants to know.
type latency struct {
	onFrame func(sinceInput time.Duration) // may be nil

	unanswered atomic.Int64 // when the first input came that no frame answers yet; 0 for none

	// Used only by the goroutine that writes.
	frame    bool  // what is being written is a frame
	answered int64 // when the input came that it answers; 0 for none
}

// epoch is the zero of all times here, which are in nanoseconds.
var epoch = time.Now()

// input is called before messages from the client are sent. The wait that
// tells a lone escape from the beginning of a sequence does not count.
func (l *latency) input() {
	if l.onFrame != nil {
		l.unanswered.CompareAndSwap(0, int64(time.Since(epoch)))
	}
}

// painted is called when the newest view is painted. Frame is false if that leaves
// nothing to write; answers is false if the view was made before the input came.
func (l *latency) painted(frame, answers bool) {
	l.frame, l.answered = frame, 0
	if answers {
		l.answered = l.unanswered.Swap(0)
	}
}

// written is called when what was painted last has been written or dropped.
func (l *latency) written(whole bool) {
	frame := l.frame && whole
	l.frame = false
	if l.onFrame == nil || !frame {
		return
	}
	since := time.Duration(0)
	if l.answered != 0 {
		since = time.Since(epoch) - time.Duration(l.answered)
	}
	l.onFrame(since)
}
