package server

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestMemoryOfACrowdIsGivenBackOnceItIsQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		freed := 0
		c := crowd{free: func() { freed++ }}
		after := func(what string, d time.Duration, want int) {
			t.Helper()
			time.Sleep(d)
			synctest.Wait()
			if freed != want {
				t.Fatalf("%s: memory was given back %d times, want %d", what, freed, want)
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
