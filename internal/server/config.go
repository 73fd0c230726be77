// Package server is the SSH server: it lets anyone in, within limits, and
// shows the résumé in a terminal or as plain text.
package server

import (
	"cmp"
	"net"
	"net/netip"
	"time"

	"ssh-resume/internal/export"
)

// Config says how to serve. A zero number or duration stands for its default.
type Config struct {
	Listen        string       // address to listen on, ":2222" by default
	Listener      net.Listener // TCP, in place of Listen, where somebody else keeps the port (see Activated)
	PublicAddress string       // HOST or HOST:PORT that visitors type, where it is not the address they reach

	// ProxyProtocolFrom names the networks of balancers. What connects from there
	// begins with a PROXY header, which tells its real source; nothing else may.
	ProxyProtocolFrom []netip.Prefix
	LogSource         string // what is logged of an address: LogFull, the default, LogNetwork or LogNone

	MetricsListen   string // address of metrics and health, over HTTP; none where it is empty
	Pprof           bool   // profiles there, too
	Version, Commit string // of the program, as the metrics tell them

	Source  export.Source // what the résumé was read from, where it was
	Changed time.Time     // when that was changed last, as the files that visitors fetch show

	HostKeyFiles       []string // private keys; one alone is made if it does not exist
	HostKeyPEM         string   // a private key itself, as text
	DefaultHostKeyFile string   // used, and made if it does not exist, where neither names a key

	HandshakeTimeout time.Duration // from connecting to being let in, 10 s by default
	IdleTimeout      time.Duration // without a key, 10 min by default
	SessionTimeout   time.Duration // of a connection as a whole, 1 h by default
	DrainTimeout     time.Duration // for readers when the server stops, 10 s by default; it ends a second later in any case

	MaxSessions             int     // at once, 10000 by default
	MaxConnectionsPerSource int     // at once from an IPv4 address or an IPv6 /64, 8 by default
	ConnectionRate          float64 // new connections a second from a source, 5 by default
	ConnectionBurst         int     // as many at once, 20 by default
}

func (c Config) withDefaults() Config {
	c.Listen = cmp.Or(c.Listen, ":2222")
	c.LogSource = cmp.Or(c.LogSource, LogFull)
	c.HandshakeTimeout = cmp.Or(c.HandshakeTimeout, 10*time.Second)
	c.IdleTimeout = cmp.Or(c.IdleTimeout, 10*time.Minute)
	c.SessionTimeout = cmp.Or(c.SessionTimeout, time.Hour)
	c.DrainTimeout = cmp.Or(c.DrainTimeout, 10*time.Second)
	c.MaxSessions = cmp.Or(c.MaxSessions, 10000)
	c.MaxConnectionsPerSource = cmp.Or(c.MaxConnectionsPerSource, 8)
	c.ConnectionRate = cmp.Or(c.ConnectionRate, 5)
	c.ConnectionBurst = cmp.Or(c.ConnectionBurst, 20)
	return c
}
