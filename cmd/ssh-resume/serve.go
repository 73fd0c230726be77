package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"os"
	"os/signal"
	"syscall"

	"charm.land/log/v2"
	"github.com/charmbracelet/x/term"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/server"
)

type serveCmd struct {
	File   string `arg:"" optional:"" type:"file" help:"The résumé: YAML, or JSON if its name ends in .json. Without it, that of --resume, or the embedded one."`
	Config `embed:""`
}

// Run serves until ctx is done or a signal stops it. A second signal stops it at
// once.
func (c *serveCmd) Run(ctx context.Context, m *Main) error {
	logger, err := server.NewLogger(m.Stderr, c.LogLevel, c.LogFormat)
	if err != nil {
		return err
	}
	return m.logged(c.LogFormat, c.serve(ctx, m, logger))
}

func (c *serveCmd) serve(ctx context.Context, m *Main, logger *log.Logger) error {
	// Whatever reads the log may go away; the server goes on.
	signal.Ignore(syscall.SIGPIPE)
	// The SSH library logs to slog's default.
	slog.SetDefault(slog.New(logger))
	f, err := c.load(m, logger)
	if err != nil {
		return err
	}
	cfg, err := c.serverConfig(m)
	if err != nil {
		return err
	}
	limit, sessions := limitMemory(m.Root)
	cfg.MaxSessions = cmp.Or(cfg.MaxSessions, sessions)
	if cfg.Listener, err = server.Activated(m.getenv, os.Getpid()); err != nil {
		return err
	}
	first := f.edition()
	cfg.Source, cfg.Changed = first.Source, first.Changed
	srv, err := server.New(cfg, f.resume, logger)
	if err != nil {
		return err
	}
	f.logSource(logger)
	f.logWarnings(logger)
	if limit < math.MaxInt64 {
		logger.Info("memory is limited", "mib", limit>>20, "sessions", sessions)
	}
	reload, embedded, hungUp := make(chan struct{}, 1), f.embedded, m.hungUp()
	ctx, stop := untilSignal(ctx, srv.Close, func() (handled bool) {
		if hungUp() {
			logger.Info("the terminal that started the program is gone")
			return false
		}
		if embedded {
			logger.Info("no file to read again: serving the embedded résumé")
		}
		select {
		case reload <- struct{}{}:
		default: // one is pending
		}
		return true
	})
	defer stop()
	logger.Info("serving", "try", address.Of(c.PublicAddress, srv.Addr()).SSH())
	if embedded {
		return srv.Serve(ctx)
	}
	followCtx, stopFollowing := context.WithCancel(ctx)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		f.follow(followCtx, reload, srv, logger)
	}()
	defer waitForFollower(stopped)
	defer stopFollowing()
	return srv.Serve(ctx)
}

// load reads the résumé that the command line names.
func (c *serveCmd) load(m *Main, logger *log.Logger) (*resumeFile, error) {
	file := cmp.Or(c.File, c.Resume)
	switch {
	case file == stdin:
		return nil, errors.New("serve needs a file, which it follows; standard input is not one")
	case c.File != "" && c.Resume != "" && c.Resume != m.getenv("SSH_RESUME_FILE"):
		return nil, errors.New("the résumé is named twice; name it with FILE or with --resume")
	case c.LogFormat == "text":
		return m.load(file)
	}
	f, err := m.read(file)
	if err == nil && f.resume == nil {
		for _, problem := range f.errors() {
			logger.Error("problem in the résumé", "problem", problem.Error())
		}
		err = fmt.Errorf("%s has errors", f.name)
	}
	return f, err
}

// logSource logs which résumé is served.
func (f *resumeFile) logSource(logger *log.Logger) {
	if !f.embedded {
		logger.Info("résumé loaded", "file", f.name)
		return
	}
	hint := fmt.Sprintf("to serve your own: %[1]s init, then %[1]s %[2]s", name, data.Name)
	if _, err := os.Stat(data.Name); err == nil {
		hint = fmt.Sprintf("to serve %[2]s of this directory: %[1]s %[2]s", name, data.Name)
	}
	logger.Info("serving the embedded résumé, of an invented person", "hint", hint)
}

// follow publishes every new version of the file until ctx is done.
func (f *resumeFile) follow(ctx context.Context, reload <-chan struct{}, srv *server.Server, logger *log.Logger) {
	served := f
	following := follower{
		file: f.name, text: f.text, poll: pollInterval,
		onChange: func(now *resumeFile, err error) {
			if err != nil {
				srv.NotPublished(err)
				return
			}
			now.logWarnings(logger)
			switch {
			case now.resume == nil:
				srv.NotPublished(now.errors()...)
			case bytes.Equal(now.text, served.text):
				srv.StillPublished()
			default:
				served = now
				srv.Publish(now.edition())
			}
		},
		onUnwatched: func(err error) {
			logger.Warn("the résumé is not watched for changes", "because", err)
		},
	}
	following.run(ctx, reload)
}

// untilSignal returns a context that is canceled by the first SIGINT or SIGTERM;
// the second calls kill. SIGHUP calls hangup, and counts as SIGTERM if that
// returns false. Stop ends the handling of signals.
func untilSignal(ctx context.Context, kill func() error, hangup func() (handled bool)) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	done := make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		actions := []func(){cancel, func() { _ = kill() }}
		for len(actions) > 0 {
			select {
			case s := <-signals:
				if s == syscall.SIGHUP && hangup() {
					continue
				}
				actions[0]()
				actions = actions[1:]
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

// hungUp returns a function that reports whether the terminal in which the program
// was started is gone.
func (m *Main) hungUp() func() bool {
	in, ok := m.Stdin.(*os.File)
	inTerminal := ok && term.IsTerminal(in.Fd())
	return func() bool { return inTerminal && !term.IsTerminal(in.Fd()) }
}
