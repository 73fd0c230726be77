package terminal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"ssh-resume/internal/terminal"
)

func TestFramesThatAnswerInputAreToldFromOthers(t *testing.T) {
	frames := make(chan time.Duration, 100)
	v := begin(t, terminal.Options{Width: 20, Height: 5, Framed: func(since time.Duration) { frames <- since }})
	next := func() time.Duration {
		t.Helper()
		select {
		case since := <-frames:
			return since
		case <-time.After(patience):
			t.Fatal("no frame is told of")
			return 0
		}
	}
	if since := next(); since != 0 {
		t.Errorf("the first frame answers an input of %s ago", since)
	}
	v.press(t, "k")
	since := next()
	for since == 0 { // a view that others follow at once may be drawn more than once
		since = next()
	}
	v.cancel(nil)
	if err := v.end(t); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
