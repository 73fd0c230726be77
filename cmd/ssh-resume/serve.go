package main

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"math"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"

	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/typeset/fonts"
)

type serveCmd struct {
	File  string     `arg:"" optional:"" type:"file" help:"The résumé: YAML, or JSON if its name ends in .json. Without it, that of --resume, or the embedded one."`
	Flags serveFlags `embed:""`
}

// serveFlags is the flags of serve. Each field, like each of server.Config, has everything about its flag: the name
// (the field's, in kebab case), the variable, the default, the type (one of flagTypes) and the help. Kong's own
// "env" tag is not used: it reads only the environment of the process, takes an empty variable for a value, and
// does not name the variable in errors.
type serveFlags struct {
	Resume string    `group:"What and where:" type:"file" variable:"SSH_RESUME_FILE" placeholder:"FILE" help:"The same as the argument FILE."`
	Fonts  fontFlags `embed:"" group:"What and where:"`

	server.Config `embed:""`

	LogLevel  string `group:"Log, on standard error:" type:"level" default:"info" variable:"SSH_RESUME_LOG_LEVEL" placeholder:"LEVEL" help:"Lowest level that is logged: debug, info, warn or error."`
	LogFormat string `group:"Log, on standard error:" type:"format" default:"text" variable:"SSH_RESUME_LOG_FORMAT" placeholder:"FORMAT" help:"Format: text, logfmt or json."`

	HostKey hostKeyFlags `embed:"" group:"Host key:"`
}

// Run serves until ctx is done or a signal stops it. A second signal stops it at once.
func (c *serveCmd) Run(ctx context.Context, m *Main) error {
	logger := observe.NewLogger(m.Stderr, c.Flags.LogLevel, c.Flags.LogFormat)
	// The server goes on if whatever reads the log is gone.
	signal.Ignore(syscall.SIGPIPE)
	// The SSH library logs to slog's default.
	slog.SetDefault(slog.New(logger))
	cfg := c.Flags.Config
	cfg.Version, cfg.Commit, _ = buildOf(debug.ReadBuildInfo())
	if cfg.Pprof && cfg.MetricsListen == "" {
		return errors.New("--pprof needs an address; add one with --metrics-listen, such as 127.0.0.1:9222")
	}
	var err error
	if cfg.HostKeys, err = c.Flags.HostKey.config(m); err != nil {
		return err
	}
	if cfg.Listener, err = server.Activated(m.getenv); err != nil {
		return err
	}
	library, err := fonts.New(c.Flags.Fonts.Font...)
	if err != nil {
		return err
	}
	cfg.Formats = export.Formats(library)
	p, err := c.newPublisher(m, cfg.Listener != nil, logger, library)
	if err != nil {
		return err
	}
	limit, sessions := limitMemory(m.Root)
	cfg.MaxSessions = cmp.Or(cfg.MaxSessions, sessions)
	if p.srv, err = server.New(cfg, p.served.revision(), logger); err != nil {
		return err
	}
	p.logServed()
	if limit < math.MaxInt64 {
		logger.Info("memory is limited", "mib", limit>>20, "sessions", sessions)
	}
	canBeFollowed := p.file.canBeFollowed() // before signals are handled: a drive that hangs must not block them
	if !canBeFollowed && !p.file.embedded {
		logger.Warn("the résumé is not watched for changes: it can be read only once")
	}
	in, inTerminal := asTerminal(m.Stdin)
	reload := make(chan struct{}, 1)
	ctx, stop := untilSignal(ctx, p.srv.Close, func() (handled bool) {
		if inTerminal && !term.IsTerminal(in.Fd()) {
			logger.Info("the terminal that started the program is gone")
			return false
		}
		if !canBeFollowed {
			logger.Info("no file to read again")
		}
		select {
		case reload <- struct{}{}:
		default: // one is pending
		}
		return true
	})
	logger.Info("serving", "try", address.Of(c.Flags.PublicAddress, p.srv.Addr()).SSH())
	wait := inBackground(func() {
		p.keepAndReport(p.file)
		(&follower{last: p.file, onChange: p.publish}).run(ctx, reload)
	})
	defer func() { stop(); wait() }()
	return p.srv.Serve(ctx)
}

// untilSignal returns a context that the first SIGINT or SIGTERM cancels; the second calls kill. SIGHUP calls hangup,
// and counts as SIGTERM if that returns false. Stop ends the handling of signals.
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
