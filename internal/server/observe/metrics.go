package observe

import (
	"cmp"
	"errors"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promauto"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
)

// Kinds of errors. A visitor should not be able to cause any of them.
const (
	errorPanic    = "panic"
	errorDocument = "document" // a format could not be made
)

// Reasons why a handshake fails.
const (
	failedTimeout   = "timeout"
	failedNotSSH    = "no-ssh"
	failedAlgorithm = "no-common-algorithm"
	failedHungUp    = "hung-up"
	failedClosed    = "closed" // by the server, for a limit or a shutdown
	failedOther     = "other"
)

// metrics counts. Every label value is from a fixed list or is a section of the owner's file: nothing that a
// client sends becomes one.
type metrics struct {
	registry *prometheus.Registry

	connections                prometheus.Counter
	turned, failed             *prometheus.CounterVec
	handshake, frame, key      prometheus.Histogram
	clients, terminals         *prometheus.CounterVec
	clientsNow, terminalsNow   *prometheus.GaugeVec
	ended, commands            *prometheus.CounterVec
	sections, saved            *prometheus.CounterVec
	shown                      *prometheus.HistogramVec
	errors, reloads            *prometheus.CounterVec
	reloadWorked, reloadWorkAt prometheus.Gauge
}

// newMetrics returns the metrics. Every value of a fixed list is there from the start: a rate sees the first
// event only if there was a 0 before it.
func newMetrics(config Config) *metrics {
	m := &metrics{registry: prometheus.NewRegistry()}
	auto := promauto.With(prometheus.WrapRegistererWithPrefix("ssh_resume_", m.registry))
	counters := func(name, help, label string, values ...string) *prometheus.CounterVec {
		c := auto.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, []string{label})
		for _, v := range values {
			c.WithLabelValues(v)
		}
		return c
	}
	gauges := func(name, help, label string, values ...string) *prometheus.GaugeVec {
		g := auto.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{label})
		for _, v := range values {
			g.WithLabelValues(v)
		}
		return g
	}
	gaugeOf := func(name, help string, now func() int) {
		auto.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(now()) })
	}
	formats := []string{catalog.ReadmeFormat}
	for _, f := range config.Formats {
		formats = append(formats, f.Name)
	}

	m.connections = auto.NewCounter(prometheus.CounterOpts{Name: "connections_total", Help: "TCP connections that were accepted, before any limit."})
	gaugeOf("connections_open", "Open connections.", config.Connections)
	m.turned = counters("turned_away_total", "Connections and sessions that a limit kept out or cut off.", "limit", session.Full, session.NoResume)
	m.handshake = auto.NewHistogram(prometheus.HistogramOpts{Name: "handshake_seconds", Help: "Time from accepting a connection to authenticating it."})
	m.failed = counters("handshakes_failed_total", "Handshakes that failed.", "reason",
		failedTimeout, failedNotSSH, failedAlgorithm, failedHungUp, failedClosed, failedOther)

	clients, terminals := clientFamilies.names(), terminalFamilies.names()
	m.clients = counters("sessions_total", "Sessions that have begun, by the kind of SSH client.", "client", clients...)
	m.clientsNow = gauges("sessions_open", "Open sessions, by the kind of SSH client.", "client", clients...)
	m.terminals = counters("terminals_total", "Sessions that have begun, by the kind of terminal.", "terminal", terminals...)
	m.terminalsNow = gauges("terminals_open", "Open sessions, by the kind of terminal.", "terminal", terminals...)
	gaugeOf("sessions_max", "Most sessions that may be open at once.", func() int { return config.MaxSessions })
	m.ended = counters("sessions_ended_total", "Sessions that have ended, by the reason.", "outcome",
		session.Left, session.HungUp, session.Idle, session.TimedOut, session.Drained, session.Stalled,
		session.Panicked)
	for _, limit := range admission.TurnAway {
		m.turned.WithLabelValues(limit.Name)
	}
	for _, limit := range config.CutOff {
		m.turned.WithLabelValues(limit.Name)
		m.ended.WithLabelValues(limit.Name)
	}
	m.commands = counters("commands_total", "What sessions asked for: a format, or another kind of request.", "command", formats[1:]...)
	for _, kind := range config.Kinds {
		if kind != session.KindFormat { // each format counts on its own
			m.commands.WithLabelValues(string(kind))
		}
	}

	m.sections = counters("sections_read_total", "Sessions in which a section was shown, by section.", "section")
	m.shown = auto.NewHistogramVec(prometheus.HistogramOpts{
		Name: "section_shown_seconds", Help: "How long a section was shown until another was or the session ended, in interactive sessions.",
		Buckets: []float64{1, 3, 10, 30, 60, 180, 600},
	}, []string{"section"})
	m.saved = counters("saved_total", "Times that the résumé was saved, by format.", "format", formats...)

	m.frame = auto.NewHistogram(prometheus.HistogramOpts{Name: "first_frame_seconds", Help: "Time from accepting a connection to having written the first frame of its first session."})
	m.key = auto.NewHistogram(prometheus.HistogramOpts{
		Name: "key_frame_seconds", Help: "Time from reading a visitor's input to having written the frame that answers it.",
		Buckets: []float64{.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5},
	})

	m.errors = counters("errors_total", "Errors of the program, by kind.", "kind", errorPanic, errorDocument)
	m.reloads = counters("reloads_total", "Times that the résumé was read again, by outcome.", "outcome", "success", "failure")
	m.reloadWorked = auto.NewGauge(prometheus.GaugeOpts{Name: "reload_last_successful", Help: "1 if the résumé could be served when it was last read, else 0."})
	m.reloadWorkAt = auto.NewGauge(prometheus.GaugeOpts{Name: "reload_last_success_timestamp_seconds", Help: "When the résumé was last read and could be served."})

	source := prometheus.Labels{"version": config.Version, "commit": config.Commit, "goversion": runtime.Version()}
	auto.NewGauge(prometheus.GaugeOpts{Name: "build_info", Help: "Version and source of the program; always 1.", ConstLabels: source}).Set(1)
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// failure returns why a handshake failed.
func failure(err error) string {
	switch none := (*gossh.AlgorithmNegotiationError)(nil); {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return failedTimeout
	case errors.Is(err, admission.ErrNotSSH):
		return failedNotSSH
	case errors.As(err, &none):
		return failedAlgorithm
	case errors.Is(err, net.ErrClosed), errors.Is(err, admission.ErrTooMuch):
		return failedClosed
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return failedHungUp
	}
	return failedOther
}

// families are groups of programs: the name of each, followed by "=" and a prefix if its programs' names begin
// differently. The first match counts.
type families []string

const (
	familyOther = "other"
	familyNone  = "none"
)

// clientFamilies are SSH clients by the software in their version, and terminalFamilies are terminals by
// their TERM. Many terminals with a name of their own say xterm.
var (
	clientFamilies = families{
		"openssh", "putty", "winscp", "filezilla", "teraterm=ttssh", "dropbear", "libssh2", "libssh", "paramiko", "asyncssh",
		"jsch", "sshj", "mina=apache-sshd", "ssh2-js=ssh2js", "russh", "go",
	}
	terminalFamilies = families{
		"kitty=xterm-kitty", "ghostty=xterm-ghostty", "xterm", "tmux", "screen", "alacritty", "foot", "iterm", "wezterm", "rxvt",
		"konsole", "vte", "vte=gnome", "st", "putty", "linux", "vt", "ansi", "dumb",
	}
)

// names returns all that of may return.
func (f families) names() []string {
	all := []string{familyOther, familyNone}
	for _, family := range f {
		name, _, _ := strings.Cut(family, "=")
		all = append(all, name)
	}
	return all
}

// of returns the name of a program's family. The prefix must end where the letters end: "goodness" is not Go.
func (f families) of(program string) string {
	program = strings.ToLower(program)
	for _, family := range f {
		name, begins, _ := strings.Cut(family, "=")
		rest, ok := strings.CutPrefix(program, cmp.Or(begins, name))
		if ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return name
		}
	}
	return familyOther
}

// clientFamily returns the family of a client, whose version is such as
// "SSH-2.0-OpenSSH_9.6 Debian" (RFC 4253, section 4.2).
func clientFamily(version string) string {
	_, software, _ := strings.Cut(strings.TrimPrefix(version, "SSH-"), "-")
	return clientFamilies.of(software)
}

func terminalFamily(t session.Terminal) string {
	if !t.Present || t.Name == "" {
		return familyNone
	}
	return terminalFamilies.of(t.Name)
}
