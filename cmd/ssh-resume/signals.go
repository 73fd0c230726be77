package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// untilSignal gives a context that ends with the first SIGINT or SIGTERM; the
// second calls end. SIGHUP, which Windows has not, calls again; where that says
// no, it is as SIGTERM. Stop waits for nothing more.
func untilSignal(ctx context.Context, end func() error, again func() bool) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	done := make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		acts := []func(){cancel, func() { _ = end() }}
		for len(acts) > 0 {
			select {
			case s := <-signals:
				if s == syscall.SIGHUP && again() {
					continue
				}
				acts[0]()
				acts = acts[1:]
			case <-done:
				return
			}
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		<-stopped
		cancel()
	}
}

// hungUp gives what tells whether the terminal has gone in which the program
// was started.
func (p *program) hungUp() func() bool {
	in, ok := p.stdin.(*os.File)
	started := ok && term.IsTerminal(in.Fd())
	return func() bool { return started && !term.IsTerminal(in.Fd()) }
}
