package load

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/visitor"
)

const (
	// cleanupTime is how soon everything that an attack took is freed.
	cleanupTime = 3 * time.Second
	// maxExtraMemory is how much memory an attack may take at most, in KiB.
	maxExtraMemory = 15 << 10
	// wholeFrame is a word that only the last line of a frame shows.
	wholeFrame = "keys"
)

// target is a running server, and what it used before the attack.
type target struct {
	*process

	log         string  // file name
	before      float64 // memory in KB
	descriptors int
}

// startTarget starts the program with its defaults, except for args. A few
// visitors come first, so that what every session needs is in memory already.
func startTarget(t *testing.T, args ...string) *target {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	server, err := start(t.Context(), log, program, append([]string{
		"serve", "--listen=127.0.0.1:0", "--log-format=logfmt", "--host-key=" + filepath.Join(dir, "host_ed25519"),
	}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.wait() }) // the context has killed it
	p := &target{process: server, log: log}
	if _, err := p.memory(); err != nil {
		t.Skip(err)
	}
	for range 3 {
		p.servesVisitor(t)
	}
	p.waitForLog(t, "connection closed", 3)
	if p.before, err = p.memory(); err != nil {
		t.Fatal(err)
	}
	if p.descriptors, err = p.openDescriptors(); err != nil {
		t.Fatal(err)
	}
	return p
}

// checkRecovered checks what is promised after every attack: the next visitor is
// served, and everything is freed.
func (p *target) checkRecovered(t *testing.T) {
	t.Helper()
	eventually(t, cleanupTime, p.descriptorsFreed)
	p.servesVisitor(t)
	eventually(t, cleanupTime, p.descriptorsFreed)
	eventually(t, patience, p.memoryFreed)
	p.checkCPU(t, 0.05)
	if log := p.readLog(t); strings.Contains(log, "panic") {
		t.Errorf("the program panicked:\n%s", log)
	}
}

// servesVisitor connects from an address that no attack comes from, waits for
// the first page and leaves.
func (p *target) servesVisitor(t *testing.T) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), p.addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(v.WaitFor(t.Context(), wholeFrame), v.Press("q"))
	if _, ended := v.Left(t.Context()); err != nil || ended != nil {
		t.Error(err, ended)
	}
	_ = v.Close()
}

// openDescriptors returns the number of open descriptors: a connection is one.
func (p *target) openDescriptors() (int, error) {
	all, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p.pid))
	return len(all), err
}

func (p *target) descriptorsFreed() error { return p.holdsAtMost(0) }

// holdsAtMost returns an error if more connections have been added.
func (p *target) holdsAtMost(more int) error {
	now, err := p.openDescriptors()
	if err == nil && now > p.descriptors+more {
		err = fmt.Errorf("%d descriptors, %d before", now, p.descriptors)
	}
	return err
}

func (p *target) memoryFreed() error {
	now, err := p.memory()
	if err == nil && now > p.before+maxExtraMemory {
		err = fmt.Errorf("%.0f KB in memory, %.0f before", now, p.before)
	}
	return err
}

// endures checks what is promised while clients flood the program, cuts them off, and checks that it recovers.
// While they are connected, its memory must be freed within freedWithin.
func (p *target) endures(t *testing.T, clients []*net.TCPConn, freedWithin time.Duration) {
	t.Helper()
	p.servesVisitor(t)
	p.checkCPU(t, float64(len(clients))*fairShare)
	eventually(t, freedWithin, p.memoryFreed)
	reset(t, clients...)
	p.checkRecovered(t)
}

// checkCPU waits for a second in which the program uses no more than the given
// share of a core. It tries several, because the machine may be busy.
func (p *target) checkCPU(t *testing.T, maxShare float64) {
	t.Helper()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var shares []float64
	for range 15 {
		before, err := p.cpu()
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		<-tick.C
		after, err := p.cpu()
		if err != nil {
			t.Fatal(err)
		}
		share := (after - before).Seconds() / time.Since(began).Seconds()
		if shares = append(shares, share); share <= maxShare {
			return
		}
	}
	t.Errorf("used these shares of a core, second by second, want at most %.2f: %.2f", maxShare, shares)
}

// readLog returns the log so far.
func (p *target) readLog(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(p.log)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// waitForLog waits until the log contains the text n times.
func (p *target) waitForLog(t *testing.T, text string, times int) {
	t.Helper()
	eventually(t, patience, func() error {
		log := p.readLog(t)
		if n := strings.Count(log, text); n < times {
			return fmt.Errorf("%q is logged %d times, want %d:\n%s", text, n, times, log[max(0, len(log)-2000):])
		}
		return nil
	})
}

// eventually waits until check returns nil.
func eventually(t *testing.T, bound time.Duration, check func() error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), bound)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		err := check()
		if err == nil {
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Errorf("after %s: %v", bound, err)
			return
		}
	}
}
