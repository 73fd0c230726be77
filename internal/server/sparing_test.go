package server

import (
	"testing"
	"time"
)

func TestFloodsAreLoggedOnceASecond(t *testing.T) {
	var s sparing
	now := time.Now()
	lines, events := 0, 0
	for i := range 2001 {
		if n, ok := s.next(now.Add(time.Duration(i) * time.Millisecond)); ok {
			lines++
			events += n
		}
	}
	if lines != 3 || events != 2001 {
		t.Errorf("%d lines for %d events", lines, events)
	}
}
