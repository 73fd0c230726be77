package terminal

import (
	"bytes"
	"slices"
	"time"

	"golang.org/x/time/rate"
)

// How much a visitor may type, in bytes. Faster input is dropped.
const (
	inputRate  = 2 << 10 // a second
	inputBurst = 16 << 10
)

// floodPause is the silence after which a flood of input has ended.
const floodPause = 100 * time.Millisecond

// floodFilter keeps input within a rate. From a flood, such as a large paste, it passes on only ctrl+c and the
// end of the paste. If it delayed the rest instead of dropping it, keys would be dead for minutes.
type floodFilter struct {
	limit   *rate.Limiter
	dropped time.Time // when a part of a flood was last dropped
	tail    []byte    // the end of that part, which may begin a pasteEnd
}

func newFloodFilter() *floodFilter {
	return &floodFilter{limit: rate.NewLimiter(inputRate, inputBurst)}
}

// pass returns what to let through of the bytes just read, and whether they are no part of a flood.
func (f *floodFilter) pass(p []byte) (passed []byte, typed bool) {
	now := time.Now()
	if now.Sub(f.dropped) >= floodPause && f.limit.AllowN(now, len(p)) {
		f.tail = nil
		return p, len(p) > 0
	}
	f.dropped = now
	seen := slices.Concat(f.tail, p)
	f.tail = bytes.Clone(seen[max(0, len(seen)-len(pasteEnd)+1):])
	switch {
	case bytes.IndexByte(p, interrupt) >= 0:
		return []byte{interrupt}, false
	case bytes.Contains(seen, pasteEnd):
		return pasteEnd, false
	}
	return nil, false
}
