package load

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"time"
)

// Process is a server that runs on its own.
type Process struct {
	addr   string
	pid    int
	exited <-chan error
}

var listening = regexp.MustCompile(`\baddress="?([^"\s]+)`)

// Start runs a program that writes address=HOST:PORT to its standard error
// once it listens there. What it writes goes into a file. It is killed when
// ctx is done.
func Start(ctx context.Context, log, program string, args ...string) (*Process, error) {
	file, err := os.Create(log)
	if err != nil {
		return nil, fmt.Errorf("log of %s: %w", program, err)
	}
	defer func() { _ = file.Close() }()               // the program has its own
	cmd := exec.CommandContext(ctx, program, args...) //nolint:gosec // G204: what is started is what is measured
	cmd.Stdout, cmd.Stderr = file, file
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	exited := make(chan error, 1)
	go func() { exited <- cmd.Wait() }()
	p := &Process{pid: cmd.Process.Pid, exited: exited}
	late := time.After(patience)
	for tick := time.NewTicker(10 * time.Millisecond); ; {
		said, err := os.ReadFile(log)
		if found := listening.FindSubmatch(said); err == nil && found != nil {
			p.addr = string(found[1])
			tick.Stop()
			return p, nil
		}
		select {
		case <-tick.C:
		case err := <-exited:
			return nil, fmt.Errorf("%s has ended: %w\n%s", program, errors.Join(err, errors.New("no address")), said)
		case <-late:
			return nil, fmt.Errorf("%s does not tell its address:\n%s", program, said)
		}
	}
}

// Addr gives the address that it listens on.
func (p *Process) Addr() string { return p.addr }

// PID gives the number of the process.
func (p *Process) PID() int { return p.pid }

// Wait waits for the end of the process, and tells how it ended.
func (p *Process) Wait() error { return <-p.exited }
