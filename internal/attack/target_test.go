package attack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/load"
	"ssh-resume/internal/visitor"
)

const (
	// patience bounds waits on a machine under load. It is no promise.
	patience = 40 * time.Second
	// freed is how soon nothing of an attack is left.
	freed = 3 * time.Second
	// moreMemory is the most that an attack may take, in KB.
	moreMemory = 15 << 10
	// wholeFrame is a word of the frame's last line, which nothing else shows.
	wholeFrame = "leave"
)

// target is the program as it serves, and what it was like before the attack.
type target struct {
	*load.Process

	log         string // its file
	memory      float64
	descriptors int
}

// attacked starts the program with its defaults but for args. Visitors come
// first, so that all is in memory that a visit takes.
func attacked(t *testing.T, args ...string) *target {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	process, err := load.Start(t.Context(), log, program, append([]string{
		"serve", "--listen=127.0.0.1:0", "--log-format=logfmt", "--host-key=" + filepath.Join(dir, "host_ed25519"),
	}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = process.Wait() }) // the context's end has killed it
	p := &target{Process: process, log: log}
	if _, err := p.Memory(); err != nil {
		t.Skip(err)
	}
	for range 3 {
		p.servesAVisitor(t)
	}
	p.reads(t, "connection closed", 3)
	if p.memory, err = p.Memory(); err != nil {
		t.Fatal(err)
	}
	if p.descriptors, err = p.open(); err != nil {
		t.Fatal(err)
	}
	return p
}

// survives checks what is promised after each attack.
func (p *target) survives(t *testing.T) {
	t.Helper()
	within(t, freed, p.descriptorsAreFree)
	p.servesAVisitor(t)
	within(t, freed, p.descriptorsAreFree)
	within(t, patience, p.memoryIsAsBefore)
	p.computesLittle(t, 0.05)
	if log := p.said(t); strings.Contains(log, "panic") {
		t.Errorf("a panic:\n%s", log)
	}
}

// servesAVisitor has somebody come from an address that no attack comes from,
// read the first page and leave.
func (p *target) servesAVisitor(t *testing.T) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), p.Addr(), visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(v.WaitFor(t.Context(), wholeFrame), v.Press("q"))
	if _, ended := v.Left(t.Context()); err != nil || ended != nil {
		t.Error(err, ended)
	}
	_ = v.Close()
}

// open counts the descriptors, which connections are.
func (p *target) open() (int, error) {
	all, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p.PID()))
	return len(all), err
}

func (p *target) descriptorsAreFree() error { return p.holds(0) }

// holds checks that no more connections are open than before but those named.
func (p *target) holds(more int) error {
	now, err := p.open()
	if err == nil && now > p.descriptors+more {
		err = fmt.Errorf("%d descriptors, %d before", now, p.descriptors)
	}
	return err
}

func (p *target) memoryIsAsBefore() error {
	now, err := p.Memory()
	if err == nil && now > p.memory+moreMemory {
		err = fmt.Errorf("%.0f KB in memory, %.0f before", now, p.memory)
	}
	return err
}

// computesLittle waits for a second in which the program takes no more than
// this part of a core. Others may want the machine, so several are looked at.
func (p *target) computesLittle(t *testing.T, most float64) {
	t.Helper()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var all []float64
	for range 15 {
		before, err := p.CPU()
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		<-tick.C
		after, err := p.CPU()
		if err != nil {
			t.Fatal(err)
		}
		share := (after - before).Seconds() / time.Since(began).Seconds()
		if all = append(all, share); share <= most {
			return
		}
	}
	t.Errorf("takes these parts of a core, second by second: %.2f", all)
}

// said gives the log.
func (p *target) said(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(p.log)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// reads waits until the log says something so many times.
func (p *target) reads(t *testing.T, what string, times int) {
	t.Helper()
	within(t, patience, func() error {
		log := p.said(t)
		if n := strings.Count(log, what); n < times {
			return fmt.Errorf("%q is logged %d times instead of %d:\n%s", what, n, times, log[max(0, len(log)-2000):])
		}
		return nil
	})
}

// within waits until is gives nil.
func within(t *testing.T, bound time.Duration, is func() error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), bound)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		err := is()
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
