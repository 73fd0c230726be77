package terminal_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unique"

	"ssh-resume/internal/terminal"
)

func TestCachedDiffsPaintTheSame(t *testing.T) {
	frames := []string{"one\ntwo", "one\n\x1b[1mthree\x1b[m", "漢字\ntwo", "one\ntwo", "one\n\x1b[1mthree\x1b[m"}
	var cache terminal.DiffCache
	for _, size := range [][2]int{{80, 24}, {80, 24}, {3, 24}, {80, 1}, {80, 24}} {
		want := new(terminal.DiffCache).Paint(size[0], size[1], frames...)
		if got := cache.Paint(size[0], size[1], frames...); got != want {
			t.Errorf("%v: painted %q, want %q", size, got, want)
		}
	}
}

func TestDiffCacheIsBounded(t *testing.T) {
	var cache terminal.DiffCache
	for i := range 50 {
		content := strings.Repeat(strings.Repeat(fmt.Sprintf("%04d", i), 100)+"\n", 200)
		shown := unique.Make(content) // keeps its address
		for range 2 {                 // it keeps what is drawn twice
			cache.Paint(400, 200, content)
		}
		runtime.KeepAlive(shown)
		if size := cache.Size(); size == 0 || size > 4<<20 {
			t.Fatalf("%d bytes are cached", size)
		}
	}
}

func TestDiffsDrawnOnceAreNotKept(t *testing.T) {
	var cache terminal.DiffCache
	shown := map[unique.Handle[string]]bool{} // keeps each content at an address of its own
	for i := range 10_000 {
		content := fmt.Sprint(i)
		shown[unique.Make(content)] = true
		cache.Paint(80, 24, content)
		if n := cache.Seen(); n > 4096 {
			t.Fatalf("%d diffs are remembered", n)
		}
	}
	if size := cache.Size(); size > 0 {
		t.Errorf("%d bytes of %d contents are cached", size, len(shown))
	}
}
