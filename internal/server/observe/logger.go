package observe

import (
	"io"
	"time"

	"charm.land/log/v2"
)

// LogFormatText is the format of a log for people; the others are for programs.
const LogFormatText = "text"

// LogLevels and LogFormats are the log levels and log formats.
var (
	LogLevels  = []string{"debug", "info", "warn", "error"}
	LogFormats = []string{LogFormatText, "logfmt", "json"}
)

var formatters = map[string]log.Formatter{LogFormatText: log.TextFormatter, "logfmt": log.LogfmtFormatter, "json": log.JSONFormatter}

// NewLogger returns a logger with one of LogLevels, in one of LogFormats.
func NewLogger(w io.Writer, level, format string) *log.Logger {
	least, _ := log.ParseLevel(level) // fails for other levels only
	return log.NewWithOptions(w, log.Options{
		ReportTimestamp: true, TimeFormat: time.RFC3339, Level: least, Formatter: formatters[format],
	})
}
