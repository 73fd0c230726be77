package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"charm.land/log/v2"

	"ssh-resume/internal/address"
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
	// Who reads the log may go; a server does not go with him.
	signal.Ignore(syscall.SIGPIPE)
	// The SSH library logs to slog's default.
	slog.SetDefault(slog.New(logger))
	s, err := p.load(c.Resume)
	if err != nil {
		return err
	}
	s.warn(logger)
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
	first := s.edition()
	cfg.Source, cfg.Changed = first.Source, first.Changed
	srv, err := server.New(cfg, s.resume, logger)
	if err != nil {
		return err
	}
	again, embedded, gone := make(chan struct{}, 1), s.embedded, p.hungUp()
	ctx, stop := untilSignal(ctx, srv.Close, func() bool {
		if gone() {
			logger.Info("the terminal in which the program was started has gone")
			return false
		}
		if embedded {
			logger.Info("there is no file to read again: the embedded résumé is served")
		}
		select {
		case again <- struct{}{}:
		default: // it will be read
		}
		return true
	})
	defer stop()
	logger.Info("serving", "try", address.Of(c.PublicAddress, srv.Addr()).SSH())
	if embedded {
		return srv.Serve(ctx)
	}
	following, end := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.follow(following, again, srv, logger)
	}()
	defer over(ended)
	defer end()
	return srv.Serve(ctx)
}

// follow publishes what becomes of the file.
func (s *source) follow(ctx context.Context, again <-chan struct{}, srv *server.Server, logger *log.Logger) {
	f := follower{
		file: s.name, text: s.text, anyway: readAnyway,
		found: func(now *source, err error) {
			if err != nil {
				srv.NotPublished(err)
				return
			}
			now.warn(logger)
			switch {
			case now.resume == nil:
				srv.NotPublished(now.errors()...)
			case bytes.Equal(now.text, s.text):
				srv.StillPublished()
			default:
				s = now
				srv.Publish(now.edition())
			}
		},
		unwatched: func(err error) {
			logger.Warn("the résumé is not followed", "because", err)
		},
	}
	f.run(ctx, again)
}
