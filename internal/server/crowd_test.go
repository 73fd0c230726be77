package server

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestMemoryOfACrowdIsGivenBackOnceItIsQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var freed atomic.Int32
		c := crowd{free: func() { freed.Add(1) }}
		after := func(what string, d time.Duration, want int32) {
			t.Helper()
			time.Sleep(d)
			synctest.Wait()
			if n := freed.Load(); n != want {
				t.Fatalf("%s: memory was given back %d times, want %d", what, n, want)
			}
		}
		c.visits(crowdSize - 1)
		after("a few have come", time.Hour, 0)
		for n := crowdSize; n <= 10*crowdSize; n++ {
			c.visits(n)
			after("a crowd is coming", crowdQuiet/2, 0)
		}
		after("the crowd has come", crowdQuiet, 1)
		c.visits(9*crowdSize + 1)
		after("some have gone", time.Hour, 1)
		c.visits(0)
		after("all have gone", crowdQuiet, 2)
		after("nobody comes", time.Hour, 2)
	})
}
