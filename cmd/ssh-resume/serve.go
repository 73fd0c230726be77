package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
)

type serveCmd struct {
	Config `embed:""`
}

// Run serves until ctx is done or a signal asks for the end. A second signal
// ends it at once.
func (c *serveCmd) Run(ctx context.Context, p *program) error {
	logger, err := server.NewLogger(p.stderr, c.LogLevel, c.LogFormat)
	if err != nil {
		return err
	}
	// The SSH library logs to slog's default.
	slog.SetDefault(slog.New(logger))
	s, err := p.load(c.Resume)
	if err != nil {
		return err
	}
	for _, problem := range s.problems {
		logger.Warn("a problem with the résumé", "problem", problem.String())
	}
	cfg, err := c.server(p)
	if err != nil {
		return err
	}
	if sessions := useMemory(p.root, logger); cfg.MaxSessions == 0 {
		cfg.MaxSessions = sessions
	}
	if cfg.Listener, err = server.Activated(p.getenv, os.Getpid()); err != nil {
		return err
	}
	cfg.Source, cfg.Changed = export.Source{Name: s.name, Data: s.text}, s.changed()
	srv, err := server.New(cfg, s.resume, logger)
	if err != nil {
		return err
	}
	ctx, stop := untilSignal(ctx, srv.Close)
	defer stop()
	logger.Info("serving", "try", "ssh "+server.Destination(c.PublicAddress, srv.Addr()))
	return srv.Serve(ctx)
}

// untilSignal gives a context that ends with the first SIGINT or SIGTERM; the
// second calls end. Stop waits for nothing more.
func untilSignal(ctx context.Context, end func() error) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	done := make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		for _, act := range []func(){cancel, func() { _ = end() }} {
			select {
			case <-signals:
				act()
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
