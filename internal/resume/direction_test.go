package resume

import "testing"

// TestTextWithoutRightToLeftRunsIsNotCopied: every span of every frame passes through Isolate.
func TestTextWithoutRightToLeftRunsIsNotCopied(t *testing.T) {
	for _, s := range []string{"plain", "──────", "2001 – today → 架构师"} {
		if n := testing.AllocsPerRun(10, func() { Isolate(s, false) }); n > 0 {
			t.Errorf("%q: %v allocations", s, n)
		}
		if got := Isolate(s, false); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}
