package main

import (
	"errors"
	"net/netip"
	"time"

	"ssh-resume/internal/server"
)

// Config says how to serve: flags, each with its environment variable.
type Config struct {
	Listen        string `group:"What and where:" type:"address" default:":2222" variable:"SSH_RESUME_LISTEN" placeholder:"HOST:PORT" help:"Address to listen on; without a host, all addresses."`
	PublicAddress string `group:"What and where:" type:"public" variable:"SSH_RESUME_PUBLIC_ADDRESS" placeholder:"HOST[:PORT]" help:"What visitors type; shown where the résumé says how to take it away. Without it, the address that they have reached."`
	Resume        string `group:"What and where:" type:"file" variable:"SSH_RESUME_FILE" placeholder:"FILE" help:"The résumé: YAML, or JSON where the name ends in .json. Without it, the embedded one."`

	ProxyProtocolFrom []netip.Prefix `group:"What and where:" type:"network" sep:"none" between:"," variable:"SSH_RESUME_PROXY_PROTOCOL_FROM" placeholder:"CIDR" help:"Network of a balancer, which begins each connection with a PROXY header, version 1 or 2. May be given more than once, the variable with commas between the networks."`

	HostKeys `group:"Host key:"`

	LogLevel  string `group:"Log, on standard error:" type:"level" default:"info" variable:"SSH_RESUME_LOG_LEVEL" placeholder:"LEVEL" help:"The least that is logged: debug, info, warn or error."`
	LogFormat string `group:"Log, on standard error:" type:"format" default:"text" variable:"SSH_RESUME_LOG_FORMAT" placeholder:"FORMAT" help:"How it is written: text, logfmt or json."`
	LogSource string `group:"Log, on standard error:" type:"source" default:"full" variable:"SSH_RESUME_LOG_SOURCE" placeholder:"HOW" help:"What is logged of a visitor's address: full, network (the IPv4 /24 or IPv6 /48) or none."`

	MetricsListen string `group:"Metrics, over HTTP:" type:"address" variable:"SSH_RESUME_METRICS_LISTEN" placeholder:"HOST:PORT" help:"Address of /metrics, /healthz and /readyz, which ask for no login: this machine or a private network. Without it there are none."`
	Pprof         bool   `group:"Metrics, over HTTP:" type:"switch" variable:"SSH_RESUME_PPROF" help:"Profiles as well, at /debug/pprof/ of that address."`

	MaxSessions             int     `group:"Limits:" type:"count" variable:"SSH_RESUME_MAX_SESSIONS" placeholder:"N" help:"Visitors at once; without it 10000, or as many as the memory limit of the cgroup or of $$GOMEMLIMIT holds."`
	MaxConnectionsPerSource int     `group:"Limits:" type:"count" default:"8" variable:"SSH_RESUME_MAX_CONNECTIONS_PER_SOURCE" placeholder:"N" help:"Connections at once from one source: an IPv4 address or an IPv6 /64."`
	ConnectionRate          float64 `group:"Limits:" type:"rate" default:"5" variable:"SSH_RESUME_CONNECTION_RATE" placeholder:"N" help:"New connections a second from one source."`
	ConnectionBurst         int     `group:"Limits:" type:"count" default:"20" variable:"SSH_RESUME_CONNECTION_BURST" placeholder:"N" help:"New connections from one source that may come together."`

	HandshakeTimeout time.Duration `group:"Times:" type:"time" default:"10s" variable:"SSH_RESUME_HANDSHAKE_TIMEOUT" placeholder:"TIME" help:"From connecting to being let in."`
	IdleTimeout      time.Duration `group:"Times:" type:"time" default:"10m" variable:"SSH_RESUME_IDLE_TIMEOUT" placeholder:"TIME" help:"Without a key before a visit ends."`
	SessionTimeout   time.Duration `group:"Times:" type:"time" default:"1h" variable:"SSH_RESUME_SESSION_TIMEOUT" placeholder:"TIME" help:"Before a visit ends in any case."`
	DrainTimeout     time.Duration `group:"Times:" type:"time" default:"10s" variable:"SSH_RESUME_DRAIN_TIMEOUT" placeholder:"TIME" help:"For readers to finish when the server stops."`
}

// HostKeys says where the host keys are. The key itself may stand in the
// environment, and nowhere on the command line, which others can see.
type HostKeys struct {
	HostKey []string `type:"file" sep:"none" variable:"SSH_RESUME_HOST_KEY_FILE" placeholder:"FILE" help:"Private key, Ed25519; serve makes it if it does not exist. May be given more than once, the variable with colons between the files. Without it, the key itself from $SSH_RESUME_HOST_KEY, or else host_ed25519 in $STATE_DIRECTORY or in ssh-resume under $XDG_STATE_HOME or ~/.local/state."`
}

// server gives what the server is to know.
func (c *Config) server(p *program) (server.Config, error) {
	if c.Pprof && c.MetricsListen == "" {
		return server.Config{}, errors.New("--pprof: there is no address for profiles; name one with --metrics-listen, such as 127.0.0.1:9222")
	}
	v, commit := built(buildInfo())
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
	return c.into(p, cfg)
}

// into adds where the host keys are to what the server is to know.
func (k *HostKeys) into(p *program, cfg server.Config) (server.Config, error) {
	cfg.HostKeyFiles = k.HostKey
	cfg.HostKeyPEM = p.getenv("SSH_RESUME_HOST_KEY")
	cfg.DefaultHostKeyFile = p.stateFile("host_ed25519")
	if len(cfg.HostKeyFiles) == 0 && cfg.HostKeyPEM == "" && cfg.DefaultHostKeyFile == "" {
		return cfg, errors.New("there is no place for the host key: name a file with --host-key, or set HOME")
	}
	return cfg, nil
}
