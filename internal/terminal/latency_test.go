package terminal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"ssh-resume/internal/terminal"
)

func TestOnlyFramesThatAnswerInputHaveALatency(t *testing.T) {
	frames := make(chan time.Duration, 100)
	d := begin(t, terminal.Options{Width: 20, Height: 5, OnFrame: func(since time.Duration) { frames <- since }})
	next := func() time.Duration {
		t.Helper()
		select {
		case since := <-frames:
			return since
		case <-time.After(patience):
			t.Fatal("no frame was reported")
			return 0
		}
	}
	if since := next(); since != 0 {
		t.Errorf("the first frame answers input from %s ago", since)
	}
	d.press(t, "k")
	since := next()
	for since == 0 { // the first view may be drawn more than once
		since = next()
	}
	d.cancel(nil)
	if err := d.end(t); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAViewThatWasMadeBeforeTheInputDoesNotAnswerIt(t *testing.T) {
	var frames []time.Duration
	o := terminal.NewOutput(func(since time.Duration) { frames = append(frames, since) })
	o.Write("one", false)
	o.Input()
	o.Write("one", false) // changes nothing
	o.Write("two", false)
	o.Write("three", true)
	if len(frames) != 3 || frames[0] != 0 || frames[1] != 0 || frames[2] == 0 {
		t.Errorf("frames that answer input after %v", frames)
	}
}
