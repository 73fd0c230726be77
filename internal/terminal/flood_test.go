package terminal

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// typed sends pieces of input through a filter, each after a pause, and returns what
// is let through.
func typed(f *floodFilter, pause time.Duration, pieces ...string) string {
	var passed []byte
	for _, piece := range pieces {
		time.Sleep(pause)
		through, _ := f.pass([]byte(piece))
		passed = append(passed, through...)
	}
	return string(passed)
}

func TestAFloodOfTypingIsDroppedAndLeavesNothingBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFloodFilter()
		flood := slices.Repeat([]string{strings.Repeat("x", 256)}, 2<<20/256)
		if n := len(typed(f, 256*time.Second/(16<<10), flood...)); n < 16<<10 || n > 20<<10 {
			t.Errorf("of 2 MiB %d bytes were passed on", n)
		}
		if text := typed(f, time.Second, "q"); text != "q" {
			t.Errorf("a second later: %q", text)
		}
	})
}

func TestLeavingAndTheEndOfAPasteGetThroughAFlood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, test := range []struct {
			last []string
			want string
		}{
			{[]string{"x\x03x"}, "x\x03"},
			{[]string{"xx\x1b[201~"}, "x\x1b[201~"},
			{[]string{"xx\x1b[2", "01~"}, "x\x1b[201~"},
		} {
			paste := slices.Repeat([]string{strings.Repeat("x", 256)}, 200)
			text := typed(newFloodFilter(), 10*time.Millisecond, slices.Concat([]string{"\x1b[200~"}, paste, test.last)...)
			if !strings.HasSuffix(text, test.want) {
				t.Errorf("%q: it ends with %q", test.last, text[max(0, len(text)-20):])
			}
		}
	})
}

func TestTypingIsLimitedInRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// An hour of typing as fast as may be: nothing is dropped.
		hour := slices.Repeat([]string{strings.Repeat("x", 2<<10/8)}, 8*60*60)
		n := len(typed(newFloodFilter(), time.Second/8, hour...))
		if want := 60 * 60 * 2 << 10; n != want {
			t.Errorf("%d of %d bytes", n, want)
		}
	})
}

func TestAKeyIsNotHeldUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		keys := strings.Split(strings.Repeat("j", 16<<10), "")
		if n := len(typed(newFloodFilter(), 0, keys...)); n != 16<<10 {
			t.Errorf("%d bytes were passed on", n)
		}
		if took := time.Since(began); took > 0 {
			t.Errorf("it took %s", took)
		}
	})
}
