package observe

import (
	"fmt"
	"io"
	"net"
	"time"

	"charm.land/log/v2"

	"ssh-resume/internal/server/admission"
)

var formatters = map[string]log.Formatter{"text": log.TextFormatter, "logfmt": log.LogfmtFormatter, "json": log.JSONFormatter}

// NewLogger returns a logger of a level (debug, info, warn or error) and a format
// (text, logfmt or json).
func NewLogger(w io.Writer, level, format string) (*log.Logger, error) {
	options := log.Options{ReportTimestamp: true, TimeFormat: time.RFC3339}
	var err error
	if options.Level, err = log.ParseLevel(level); err != nil || options.Level == log.FatalLevel {
		return nil, fmt.Errorf("unknown log level %q; use debug, info, warn or error", level)
	}
	var known bool
	if options.Formatter, known = formatters[format]; !known {
		return nil, fmt.Errorf("unknown log format %q; use text, logfmt or json", format)
	}
	return log.NewWithOptions(w, options), nil
}

// What is logged of a client's address.
const (
	SourceFull    = "full"    // the address, without the port
	SourceNetwork = "network" // the IPv4 /24 or the IPv6 /48 that it is in
	SourceNone    = "none"    // nothing
)

// Source returns what is logged of a client's address; how is one of SourceFull,
// SourceNetwork and SourceNone.
func Source(how string, addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	switch {
	case !ok:
		return addr.String() // what may be logged already
	case how == SourceFull:
		return tcp.AddrPort().Addr().Unmap().String()
	case how == SourceNetwork:
		return admission.Network(tcp.AddrPort().Addr(), 24, 48).String()
	}
	return "-"
}
