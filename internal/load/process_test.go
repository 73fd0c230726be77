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

// patience bounds one wait on an overloaded machine. It is not a promise.
const patience = time.Minute

// process is a server running as a process of its own.
type process struct {
	addr   string
	pid    int
	exited <-chan error
}

var listening = regexp.MustCompile(`\baddress="?([^"\s]+)`)

// start starts a program and waits until it writes address=HOST:PORT to standard
// error. Its output goes into the file log. It is killed when ctx is done.
func start(ctx context.Context, log, program string, args ...string) (*process, error) {
	file, err := os.Create(log)
	if err != nil {
		return nil, fmt.Errorf("create the log of %s: %w", program, err)
	}
	defer func() { _ = file.Close() }() // the program has its own descriptor
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdout, cmd.Stderr = file, file
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	exited := make(chan error, 1)
	go func() { exited <- cmd.Wait() }()
	p := &process{pid: cmd.Process.Pid, exited: exited}
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
			return nil, fmt.Errorf("%s exited: %w\n%s", program, errors.Join(err, errors.New("no address in its log")), said)
		case <-late:
			return nil, fmt.Errorf("%s logged no address:\n%s", program, said)
		}
	}
}

// wait waits for the process to exit. It must be called only once.
func (p *process) wait() error { return <-p.exited }
