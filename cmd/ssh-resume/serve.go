package main

import (
	"cmp"
	"context"
	"log/slog"
	"math"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"charm.land/log/v2"
	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/observe"
)

type serveCmd struct {
	File  string     `arg:"" optional:"" type:"file" help:"The résumé: YAML, or JSON if its name ends in .json. Without it, that of --resume, or the embedded one."`
	Flags serveFlags `embed:""`
}

// Run serves until ctx is done or a signal stops it. A second signal stops it at
// once.
func (c *serveCmd) Run(ctx context.Context, m *Main) error {
	logger, err := observe.NewLogger(m.Stderr, c.Flags.LogLevel, c.Flags.LogFormat)
	if err != nil {
		return err
	}
	return m.logged(c.Flags.LogFormat, c.serve(ctx, m, logger))
}

func (c *serveCmd) serve(ctx context.Context, m *Main, logger *log.Logger) error {
	// Whatever reads the log may go away; the server goes on.
	signal.Ignore(syscall.SIGPIPE)
	// The SSH library logs to slog's default.
	slog.SetDefault(slog.New(logger))
	cfg, err := c.Flags.serverConfig(m)
	if err != nil {
		return err
	}
	if cfg.Listener, err = admission.Activated(m.getenv, os.Getpid()); err != nil {
		return err
	}
	library, err := c.Flags.Fonts.library()
	if err != nil {
		return err
	}
	cfg.Formats = export.FormatsWith(library)
	p, err := c.newPublisher(m, cfg.Listener != nil, logger)
	if err != nil {
		return err
	}
	p.fonts = library
	limit, sessions := limitMemory(m.Root)
	cfg.MaxSessions = cmp.Or(cfg.MaxSessions, sessions)
	srv, err := server.New(cfg, p.version(), logger)
	if err != nil {
		return err
	}
	p.start(srv)
	if limit < math.MaxInt64 {
		logger.Info("memory is limited", "mib", limit>>20, "sessions", sessions)
	}
	reload, hungUp := make(chan struct{}, 1), m.hungUp()
	ctx, stop := untilSignal(ctx, srv.Close, func() (handled bool) {
		if hungUp() {
			logger.Info("the terminal that started the program is gone")
			return false
		}
		if p.file.embedded {
			logger.Info("no file to read again: serving the embedded résumé")
		}
		select {
		case reload <- struct{}{}:
		default: // one is pending
		}
		return true
	})
	defer stop()
	logger.Info("serving", "try", address.Of(c.Flags.PublicAddress, srv.Addr()).SSH())
	followCtx, stopFollowing := context.WithCancel(ctx)
	wait := p.follow(followCtx, reload)
	defer wait()
	defer stopFollowing()
	return srv.Serve(ctx)
}

// untilSignal returns a context that is canceled by the first SIGINT or SIGTERM;
// the second calls kill. SIGHUP calls hangup, and counts as SIGTERM if that
// returns false. Stop ends the handling of signals.
func untilSignal(ctx context.Context, kill func() error, hangup func() (handled bool)) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	var handling sync.WaitGroup
	handling.Go(func() {
		for s := range signals {
			switch {
			case s == syscall.SIGHUP && hangup():
			case ctx.Err() == nil:
				cancel()
			default:
				_ = kill()
			}
		}
	})
	return ctx, func() {
		signal.Stop(signals)
		close(signals)
		handling.Wait()
		cancel()
	}
}

// hungUp returns a function that reports whether the terminal in which the program
// was started is gone.
func (m *Main) hungUp() func() bool {
	in, ok := m.Stdin.(*os.File)
	inTerminal := ok && term.IsTerminal(in.Fd())
	return func() bool { return inTerminal && !term.IsTerminal(in.Fd()) }
}
