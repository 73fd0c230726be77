package resume

import (
	"testing"
	"unsafe"
)

// TestTextWithoutRightToLeftRunsIsNotCopied: every span of every frame passes through Isolate.
func TestTextWithoutRightToLeftRunsIsNotCopied(t *testing.T) {
	for _, s := range []string{"plain", "──────", "2001 – today → 架构师"} {
		got := Isolate(s, false)
		if got != s {
			t.Errorf("%q becomes %q", s, got)
		}
		if unsafe.StringData(got) != unsafe.StringData(s) { //nolint:gosec // only compares addresses
			t.Errorf("%q is copied", s)
		}
	}
}
