//go:build !race

// The race detector makes pools drop items at random, so they are allocated again.

package resume_test

import (
	"runtime"
	"testing"

	"ssh-resume/internal/resume"
)

// TestNoFileTakesMuchMemory bounds what is allocated for a hostile file, kept or
// not. BenchmarkHostileFiles says how long each takes.
func TestNoFileTakesMuchMemory(t *testing.T) {
	const bound = 200_000_000 // bytes allocated, freed ones included; the promise is about what is held
	for _, file := range hostileFiles() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		resume.Parse("r.yaml", []byte(file))
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > bound {
			t.Errorf("%.60q… takes %d MiB", file, took>>20)
		}
	}
}
