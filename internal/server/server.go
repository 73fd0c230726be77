// Package server serves a résumé: it wires its packages together, and owns the log and the host keys. Anyone
// may connect, within limits.
package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"reflect"
	"time"

	"charm.land/log/v2"
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/server/sshd"
	"ssh-resume/internal/words"
)

// Config configures a server. Zero fields stand for their defaults. The tags describe the flags.
type Config struct {
	Listen        string       `group:"What and where:" type:"address" default:":2222" variable:"SSH_RESUME_LISTEN" placeholder:"HOST:PORT" help:"Address to listen on; without a host, all addresses."`
	Listener      net.Listener `kong:"-"` // a TCP listener held by a service manager, instead of Listen
	PublicAddress string       `group:"What and where:" type:"public" variable:"SSH_RESUME_PUBLIC_ADDRESS" placeholder:"HOST[:PORT]" help:"What visitors type, as shown in commands. Without it, the address that they reached."`

	// Their connections begin with a PROXY header; no others may.
	ProxyProtocolFrom []netip.Prefix `group:"What and where:" type:"network" sep:"none" between:"," variable:"SSH_RESUME_PROXY_PROTOCOL_FROM" placeholder:"CIDR" help:"Network of a load balancer that sends a PROXY header, version 1 or 2. Repeatable; in the variable, separated by commas."`

	HostKeys        hostkey.Config  `kong:"-"`
	Formats         []export.Format `kong:"-"` // that visitors may save, all by default
	Version, Commit string          `kong:"-"` // of the program, for the metrics

	MetricsListen string `group:"Metrics, over HTTP:" type:"address" variable:"SSH_RESUME_METRICS_LISTEN" placeholder:"HOST:PORT" help:"Address of /metrics, /healthz and /readyz, which need no login: choose this machine or a private network. Off without it."`
	Pprof         bool   `group:"Metrics, over HTTP:" variable:"SSH_RESUME_PPROF" help:"Serve profiles at that address, too, under /debug/pprof/."`

	MaxSessions             int     `group:"Limits:" type:"count" variable:"SSH_RESUME_MAX_SESSIONS" placeholder:"N" help:"Sessions at once. Without it, ${max_sessions}, or as many as fit into the memory limit of the cgroup or of $$GOMEMLIMIT."`
	MaxConnectionsPerSource int     `group:"Limits:" type:"count" default:"8" variable:"SSH_RESUME_MAX_CONNECTIONS_PER_SOURCE" placeholder:"N" help:"Connections at once from one source: an IPv4 address or an IPv6 /64."`
	ConnectionRate          float64 `group:"Limits:" type:"rate" default:"5" variable:"SSH_RESUME_CONNECTION_RATE" placeholder:"N" help:"New connections a second from one source."`
	ConnectionBurst         int     `group:"Limits:" type:"count" default:"20" variable:"SSH_RESUME_CONNECTION_BURST" placeholder:"N" help:"New connections at once from one source."`
	MaxBytes                int     `kong:"-"` // that a client may send on one connection; by default enough for a session of nonstop typing

	HandshakeTimeout time.Duration `group:"Timeouts:" type:"time" default:"10s" variable:"SSH_RESUME_HANDSHAKE_TIMEOUT" placeholder:"TIME" help:"From connecting to the end of the handshake."`
	IdleTimeout      time.Duration `group:"Timeouts:" type:"time" default:"10m" variable:"SSH_RESUME_IDLE_TIMEOUT" placeholder:"TIME" help:"Without a key, before a session ends."`
	SessionTimeout   time.Duration `group:"Timeouts:" type:"time" default:"1h" variable:"SSH_RESUME_SESSION_TIMEOUT" placeholder:"TIME" help:"Before a session ends in any case."`
	DrainTimeout     time.Duration `group:"Timeouts:" type:"time" default:"10s" variable:"SSH_RESUME_DRAIN_TIMEOUT" placeholder:"TIME" help:"For readers to finish when the server stops."`

	NoSessionTimeout time.Duration `kong:"-" default:"10s"` // of a connection
	WriteTimeout     time.Duration `kong:"-" default:"10s"` // of a client that reads nothing

	LogSource string `group:"Log, on standard error:" type:"source" default:"full" variable:"SSH_RESUME_LOG_SOURCE" placeholder:"HOW" help:"How much of a visitor's address is logged: full, network (the IPv4 /24 or IPv6 /48) or none."`
}

// WithDefaults sets zero fields to their defaults: from their tags, or computed from other things.
func (c Config) WithDefaults() Config {
	for field, value := range reflect.ValueOf(&c).Elem().Fields() {
		text, ok := field.Tag.Lookup("default")
		if !ok || !value.IsZero() {
			continue
		}
		if d, err := time.ParseDuration(text); err == nil {
			value.SetInt(int64(d))
		} else {
			_, _ = fmt.Sscan(text, value.Addr().Interface()) // a test reads them all
		}
	}
	if c.Formats == nil {
		c.Formats = export.Formats(nil)
	}
	c.MaxSessions = cmp.Or(c.MaxSessions, 10000) // serve has another default if there is little memory
	// Typing with OpenSSH's keystroke timing obfuscation takes about 2 KiB a second, and dragging a window for ten
	// minutes 4 MiB. The total bounds memory as well, because x/crypto keeps unread data in pieces as small as one byte.
	c.MaxBytes = cmp.Or(c.MaxBytes, 8<<20+int(c.SessionTimeout/time.Second)*2<<10)
	return c
}

// Server serves a résumé.
type Server struct {
	config   Config
	log      *log.Logger
	keys     []gossh.Signer
	madeKey  string // the file of a host key that did not exist
	observer *observe.Observer
	metrics  net.Listener // nil without metrics
	listener *admission.Listener
	catalog  *catalog.Catalog
	sessions *session.Manager
	sshd     *sshd.Server

	closed context.Context // done once Close is called
	cancel context.CancelFunc
}

// New opens the port and loads the host keys; a missing key is created. If the revision has no résumé, visitors
// are told to come back later until Publish is called. An error is one line that says what to do.
func New(config Config, v catalog.Revision, logger *log.Logger) (_ *Server, err error) {
	config = config.WithDefaults()
	s := &Server{config: config, log: logger}
	s.closed, s.cancel = context.WithCancel(context.Background())
	s.observer = observe.New(logger, observe.Config{
		Source: config.LogSource, Formats: config.Formats, Kinds: sshd.Kinds(), CutOff: sshd.CutOff,
		Version: config.Version, Commit: config.Commit, MaxSessions: config.MaxSessions, Connections: func() int { return s.listener.Count() },
	})
	tcp := config.Listener
	if tcp == nil {
		if tcp, err = listen(config.Listen, "--listen"); err != nil {
			return nil, err
		}
	}
	defer func() {
		if err != nil {
			_ = tcp.Close() // nobody has connected yet
			if s.metrics != nil {
				_ = s.metrics.Close()
			}
		}
	}()
	// The files must not depend on the address they are fetched from.
	host := address.Parse(cmp.Or(config.PublicAddress, "HOST"))
	s.catalog = catalog.New(v, catalog.Config{Formats: config.Formats, Address: host})
	language := words.For("")
	if current := s.catalog.Current(); current != nil {
		language = current.Editions[0].Words
		s.observer.Serving(current)
	}
	s.listener = admission.New(tcp, admission.Config{
		ProxyProtocolFrom: config.ProxyProtocolFrom,
		MaxPerSource:      config.MaxConnectionsPerSource, Rate: config.ConnectionRate, Burst: config.ConnectionBurst,
		HandshakeTimeout: config.HandshakeTimeout, NoSessionTimeout: config.NoSessionTimeout, WriteTimeout: config.WriteTimeout,
		MaxBytes: config.MaxBytes, Words: language, Shown: s.observer.Shown,
	}, s.observer)
	s.sessions = session.NewManager(session.Config{
		Max: config.MaxSessions, IdleTimeout: config.IdleTimeout, SessionTimeout: config.SessionTimeout,
		WriteTimeout: config.WriteTimeout,
	}, s.observer)
	if config.MetricsListen != "" {
		if s.metrics, err = listen(config.MetricsListen, "--metrics-listen"); err != nil {
			return nil, err
		}
	}
	s.keys, err = hostkey.Load(config.HostKeys, func(path string) { s.madeKey = path })
	if err != nil {
		return nil, err
	}
	s.sshd, err = sshd.New(sshd.Config{
		Keys: s.keys, Listener: s.listener, Catalog: s.catalog, Sessions: s.sessions, Observer: s.observer,
		PublicAddress: config.PublicAddress,
	})
	return s, err
}

// Addr returns the address that the server listens on.
func (s *Server) Addr() net.Addr { return s.listener.Addr() }

// Ready returns nil if new visitors are let in, and otherwise why not.
func (s *Server) Ready() error {
	if s.catalog.Current() == nil {
		return errors.New("there is no résumé to serve")
	}
	return s.listener.Ready()
}

// Counts returns how many connections and sessions are open.
func (s *Server) Counts() (connections, sessions int) { return s.listener.Count(), s.sessions.Count() }

// Publish serves a new version of the résumé to new sessions. Current readers are told, and may switch to it.
// Publish, Reject and Unchanged are called by one goroutine at a time.
func (s *Server) Publish(v catalog.Revision) {
	current := s.catalog.Publish(v)
	s.observer.Published(current)
	s.sessions.Announce(current)
}

// Reject reports that a new version can't be served, and why. Visitors still get the previous one.
func (s *Server) Reject(problems ...error) {
	s.observer.Rejected(s.catalog.Current(), problems)
}

// Unchanged reports that the résumé was read again and has not changed.
func (s *Server) Unchanged() { s.observer.Unchanged(s.catalog.Current()) }

// Serve serves until ctx is done or Close is called. Then it tells the readers and lets them read on for the drain
// timeout. Within a second after that, their terminals are restored and the connections closed. It is called once.
func (s *Server) Serve(ctx context.Context) error {
	if s.madeKey != "" { // the path of an existing key may have been mistyped
		s.log.Info("host key made", "file", s.madeKey)
	}
	for i, key := range s.keys {
		s.log.Info("host key", "fingerprint", gossh.FingerprintSHA256(key.PublicKey()), "shown", i == 0)
	}
	s.log.Info("server started", "address", s.Addr().String())
	shutdownHTTP := func() {}
	if s.metrics != nil {
		shutdownHTTP = s.observer.ServeMetrics(s.metrics, s.listener.Health, s.Ready, s.config.Pprof)
	}
	began := time.Now()
	context.AfterFunc(ctx, func() { _ = s.listener.Close() })
	err := s.sshd.Serve() // until the listener is closed
	s.drain()
	shutdownHTTP()
	s.observer.Close()
	s.log.Info("server stopped", "for", time.Since(began).Round(time.Millisecond))
	if errors.Is(err, net.ErrClosed) || errors.Is(err, ssh.ErrServerClosed) {
		return nil
	}
	return err
}

// Close ends Serve at once: terminals are restored and connections closed without waiting for the drain timeout.
func (s *Server) Close() error {
	s.cancel()
	return s.listener.Close()
}
