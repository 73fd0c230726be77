package main

import (
	"errors"
	"net/netip"
	"time"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/typeset/fonts"
)

// serveFlags is the flags of serve. Each field has all that is known of its flag:
// the name (its own, in kebab case), the variable, the default, what it may be
// (its type, one of kinds) and the help. A variable is not kong's "env", which
// reads the environment of the process only, takes an empty variable for a value,
// and does not name the variable in errors.
type serveFlags struct {
	Listen        string `group:"What and where:" type:"address" default:":2222" variable:"SSH_RESUME_LISTEN" placeholder:"HOST:PORT" help:"Address to listen on; without a host, all addresses."`
	PublicAddress string `group:"What and where:" type:"public" variable:"SSH_RESUME_PUBLIC_ADDRESS" placeholder:"HOST[:PORT]" help:"What visitors type, as shown in commands. Without it, the address that they reached."`
	Resume        string `group:"What and where:" type:"file" variable:"SSH_RESUME_FILE" placeholder:"FILE" help:"The same as the argument FILE."`

	Fonts fontFlags `embed:"" group:"What and where:"`

	ProxyProtocolFrom []netip.Prefix `group:"What and where:" type:"network" sep:"none" between:"," variable:"SSH_RESUME_PROXY_PROTOCOL_FROM" placeholder:"CIDR" help:"Network of a load balancer that sends a PROXY header, version 1 or 2. Repeatable; in the variable, separated by commas."`

	HostKeys hostKeyFlags `embed:"" group:"Host key:"`

	LogLevel  string `group:"Log, on standard error:" type:"level" default:"info" variable:"SSH_RESUME_LOG_LEVEL" placeholder:"LEVEL" help:"Lowest level that is logged: debug, info, warn or error."`
	LogFormat string `group:"Log, on standard error:" type:"format" default:"text" variable:"SSH_RESUME_LOG_FORMAT" placeholder:"FORMAT" help:"Format: text, logfmt or json."`
	LogSource string `group:"Log, on standard error:" type:"source" default:"full" variable:"SSH_RESUME_LOG_SOURCE" placeholder:"HOW" help:"How much of a visitor's address is logged: full, network (the IPv4 /24 or IPv6 /48) or none."`

	MetricsListen string `group:"Metrics, over HTTP:" type:"address" variable:"SSH_RESUME_METRICS_LISTEN" placeholder:"HOST:PORT" help:"Address of /metrics, /healthz and /readyz, which need no login: choose this machine or a private network. Off without it."`
	Pprof         bool   `group:"Metrics, over HTTP:" variable:"SSH_RESUME_PPROF" help:"Serve profiles at that address, too, under /debug/pprof/."`

	MaxSessions             int     `group:"Limits:" type:"count" variable:"SSH_RESUME_MAX_SESSIONS" placeholder:"N" help:"Sessions at once. Without it, 10000, or as many as fit into the memory limit of the cgroup or of $$GOMEMLIMIT."`
	MaxConnectionsPerSource int     `group:"Limits:" type:"count" default:"8" variable:"SSH_RESUME_MAX_CONNECTIONS_PER_SOURCE" placeholder:"N" help:"Connections at once from one source: an IPv4 address or an IPv6 /64."`
	ConnectionRate          float64 `group:"Limits:" type:"rate" default:"5" variable:"SSH_RESUME_CONNECTION_RATE" placeholder:"N" help:"New connections a second from one source."`
	ConnectionBurst         int     `group:"Limits:" type:"count" default:"20" variable:"SSH_RESUME_CONNECTION_BURST" placeholder:"N" help:"New connections at once from one source."`

	HandshakeTimeout time.Duration `group:"Timeouts:" type:"time" default:"10s" variable:"SSH_RESUME_HANDSHAKE_TIMEOUT" placeholder:"TIME" help:"From connecting to the end of the handshake."`
	IdleTimeout      time.Duration `group:"Timeouts:" type:"time" default:"10m" variable:"SSH_RESUME_IDLE_TIMEOUT" placeholder:"TIME" help:"Without a key, before a session ends."`
	SessionTimeout   time.Duration `group:"Timeouts:" type:"time" default:"1h" variable:"SSH_RESUME_SESSION_TIMEOUT" placeholder:"TIME" help:"Before a session ends in any case."`
	DrainTimeout     time.Duration `group:"Timeouts:" type:"time" default:"10s" variable:"SSH_RESUME_DRAIN_TIMEOUT" placeholder:"TIME" help:"For readers to finish when the server stops."`
}

// hostKeyFlags is where the host keys are. A key itself comes from the environment
// only: other users of the machine can see the command line.
type hostKeyFlags struct {
	HostKey []string `type:"file" sep:"none" variable:"SSH_RESUME_HOST_KEY_FILE" placeholder:"FILE" help:"Ed25519 private key; serve makes it if it does not exist. Repeatable; in the variable, separated by colons. Without it, the key itself from $SSH_RESUME_HOST_KEY, or host_ed25519 in $STATE_DIRECTORY, or in ssh-resume under $XDG_STATE_HOME or ~/.local/state."`
}

// fontFlags is where the PDF finds the letters that no built-in font has.
type fontFlags struct {
	Font []string `type:"file" sep:"none" variable:"SSH_RESUME_FONT" placeholder:"PATH" help:"TrueType or OpenType font, or folder of such fonts, for what the built-in ones lack in the PDF; those of the system come after. Repeatable; in the variable, separated by colons."`
}

// library returns the fonts of the PDF.
func (f *fontFlags) library() (*fonts.Library, error) { return fonts.New(f.Font...) }

// serverConfig returns the server's configuration.
func (c *serveFlags) serverConfig(m *Main) (server.Config, error) {
	if c.Pprof && c.MetricsListen == "" {
		return server.Config{}, errors.New("--pprof needs an address; add one with --metrics-listen, such as 127.0.0.1:9222")
	}
	v, commit := buildVersion(buildInfo())
	cfg := server.Config{
		Listen:                  c.Listen,
		PublicAddress:           c.PublicAddress,
		ProxyProtocolFrom:       c.ProxyProtocolFrom,
		LogSource:               c.LogSource,
		MetricsListen:           c.MetricsListen,
		Pprof:                   c.Pprof,
		Version:                 v,
		Commit:                  commit,
		HandshakeTimeout:        c.HandshakeTimeout,
		IdleTimeout:             c.IdleTimeout,
		SessionTimeout:          c.SessionTimeout,
		DrainTimeout:            c.DrainTimeout,
		MaxSessions:             c.MaxSessions,
		MaxConnectionsPerSource: c.MaxConnectionsPerSource,
		ConnectionRate:          c.ConnectionRate,
		ConnectionBurst:         c.ConnectionBurst,
	}
	var err error
	cfg.HostKeys, err = c.HostKeys.config(m)
	return cfg, err
}

// config returns where the host keys are.
func (k *hostKeyFlags) config(m *Main) (hostkey.Config, error) {
	keys := hostkey.Config{Files: k.HostKey, PEM: m.getenv("SSH_RESUME_HOST_KEY"), Default: m.stateFile("host_ed25519")}
	if len(keys.Files) == 0 && keys.PEM == "" && keys.Default == "" {
		return keys, errors.New("no place to keep the host key; name a file with --host-key, or set HOME")
	}
	return keys, nil
}
