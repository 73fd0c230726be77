// Package attack attacks the program from outside, as it is installed: a
// process that knows nothing of tests. After each attack the next visitor is
// served, and nothing of the attack is left. How the limits work inside is
// tested where they are, in internal/server.
package attack

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is the file of the program; only TestMain sets it.
var program string

func TestMain(m *testing.M) {
	status, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

func buildAndRun(m *testing.M) (status int, err error) {
	dir, err := os.MkdirTemp("", "attack")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "ssh-resume.exe") // no system minds the ending
	build := exec.CommandContext(context.Background(), "go", "build", "-o", program, "ssh-resume/cmd/ssh-resume")
	if said, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("build the program: %w\n%s", err, said)
	}
	return m.Run(), nil
}
