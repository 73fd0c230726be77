package session

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestMemoryIsReleasedOnceItIsQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const few = 63 // sessions, which are not worth it
		var freed atomic.Int32
		m := NewManager(limits, &observer{})
		m.freeMemory = func() { freed.Add(1) }
		sessions := func(n int) {
			m.mu.Lock()
			defer m.mu.Unlock()
			m.open = map[*Session]struct{}{}
			for range n {
				m.open[&Session{}] = struct{}{}
			}
			m.quiet.Reset(releaseQuiet)
		}
		after := func(what string, d time.Duration, want int32) {
			t.Helper()
			time.Sleep(d)
			synctest.Wait()
			if n := freed.Load(); n != want {
				t.Fatalf("%s: memory was released %d times, want %d", what, n, want)
			}
		}
		sessions(few)
		after("a few have come", time.Hour, 0)
		for n := few + 1; n <= 10*few; n++ {
			sessions(n)
			after("many are coming", releaseQuiet/2, 0)
		}
		after("many have come", releaseQuiet, 1)
		sessions(9*few + 1)
		after("some have gone", time.Hour, 1)
		sessions(0)
		after("all have gone", releaseQuiet, 2)
		after("nobody comes", time.Hour, 2)
	})
}
