// Package load tests the program from outside, as it is installed: a process that
// knows nothing of tests. Its tests attack it. After each attack the next visitor is
// served and everything is freed. The limits themselves are tested in
// internal/server. Its benchmarks compare many SSH sessions with the same model on
// Wish's stock middleware.
package load

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is the path of the built program. Only TestMain sets it.
var program string

// TestMain builds the program once. It runs more attacks at once than there are
// processors, each on a server of its own: they mostly wait. Started again by a test
// or a benchmark, it is the stock server.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == stockServer {
		fmt.Fprintln(os.Stderr, runStock(os.Args[2]))
		os.Exit(1)
	}
	_ = flag.Set("test.parallel", "8") // unless -parallel says how many
	status, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

func buildAndRun(m *testing.M) (status int, err error) {
	dir, err := os.MkdirTemp("", "load")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "ssh-resume")
	// Unlike go build, go run keeps the linked program for the next time.
	build := exec.CommandContext(context.Background(), "go", "run", "-exec", "cp", "ssh-resume/cmd/ssh-resume", program)
	if said, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("build the program: %w\n%s", err, said)
	}
	return m.Run(), nil
}
