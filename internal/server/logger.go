package server

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"charm.land/log/v2"
)

// NewLogger gives a logger of a level (debug, info, warn or error) and a
// format (text, logfmt or json).
func NewLogger(w io.Writer, level, format string) (*log.Logger, error) {
	options := log.Options{ReportTimestamp: true, TimeFormat: time.RFC3339}
	var err error
	if options.Level, err = log.ParseLevel(level); err != nil || options.Level == log.FatalLevel {
		return nil, fmt.Errorf("there is no log level %q; it may be debug, info, warn or error", level)
	}
	switch format {
	case "text":
		options.Formatter = log.TextFormatter
	case "logfmt":
		options.Formatter = log.LogfmtFormatter
	case "json":
		options.Formatter = log.JSONFormatter
	default:
		return nil, fmt.Errorf("there is no log format %q; it may be text, logfmt or json", format)
	}
	return log.NewWithOptions(w, options), nil
}

// told makes a value for the log of what a client sent: cut to a length, and
// with all escaped that could break a line or reach the terminal of the person
// who reads it. Of charm log's formats, text splits a value at its line feeds
// and JSON lets C1 controls and changes of direction through.
func told(s string) string {
	const longest = 128 // bytes
	cut := ""
	if len(s) > longest {
		s, cut = s[:longest], "…"
	}
	quoted := strconv.Quote(strings.ToValidUTF8(s, "\ufffd"))
	return quoted[1:len(quoted)-1] + cut
}
