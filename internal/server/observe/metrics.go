package observe

import (
	"errors"
	"io"
	"net"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promauto"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
)

const namespace = "ssh_resume"

// limitHandshake is the limit of a handshake's time, as the metrics name it.
const limitHandshake = "handshake-timeout"

// Kinds of faults, none of which a visitor should be able to cause.
const (
	faultPanic    = "panic"
	faultDocument = "document" // a format could not be made
)

// Reasons why a handshake fails.
const (
	failedTimeout   = "timeout"
	failedNotSSH    = "no-ssh"
	failedAlgorithm = "no-common-algorithm"
	failedHungUp    = "hung-up"
	failedClosed    = "closed" // by the server, for a limit or its end
	failedOther     = "other"
)

// metrics counts. Every value of a label is from a list of the program's own, or a
// section of the owner's file: nothing that a client sends becomes one.
type metrics struct {
	registry *prometheus.Registry
	auto     promauto.Factory // registers what it makes

	connections                prometheus.Counter
	turned, failed             *prometheus.CounterVec
	handshake, frame, key      prometheus.Histogram
	clients, terminals         *prometheus.CounterVec
	clientsNow, terminalsNow   *prometheus.GaugeVec
	ended, commands            *prometheus.CounterVec
	sections, saved            *prometheus.CounterVec
	shown                      *prometheus.HistogramVec
	faults, reloads            *prometheus.CounterVec
	reloadWorked, reloadWorkAt prometheus.Gauge
}

// newMetrics returns the metrics. Each value of a fixed list is there from the
// start: a rate sees the first event only if there was a 0 before.
func newMetrics(config Config) *metrics {
	registry := prometheus.NewRegistry()
	m := &metrics{registry: registry, auto: promauto.With(registry)}
	formats := []string{catalog.ReadmeFormat}
	for _, f := range config.Formats {
		formats = append(formats, f.Name)
	}

	m.connections = m.counter("connections_total", "TCP connections that were accepted, before any limit.")
	m.gaugeOf("connections_open", "Open connections.", config.Connections)
	m.turned = m.counters("turned_away_total", "Connections and sessions that a limit kept out or cut off.", "limit",
		admission.LimitPerSource, admission.LimitRate, admission.LimitUnauthenticated, admission.LimitHeader,
		admission.LimitStopping, limitSessions, session.NoResume, limitHandshake,
		admission.NoSession, admission.SentTooMuch, session.TooManyRequests, session.TooManyChannels)
	m.handshake = m.histogram("handshake_seconds", "Time from accepting a connection to authenticating it.", prometheus.DefBuckets)
	m.failed = m.counters("handshakes_failed_total", "Handshakes that failed.", "reason",
		failedTimeout, failedNotSSH, failedAlgorithm, failedHungUp, failedClosed, failedOther)

	m.clients = m.counters("sessions_total", "Sessions that have begun, by the kind of SSH client.", "client", clientFamilies.names()...)
	m.clientsNow = m.gauges("sessions_open", "Open sessions, by the kind of SSH client.", "client", clientFamilies.names()...)
	m.terminals = m.counters("terminals_total", "Sessions that have begun, by the kind of terminal.", "terminal", terminalFamilies.names()...)
	m.terminalsNow = m.gauges("terminals_open", "Open sessions, by the kind of terminal.", "terminal", terminalFamilies.names()...)
	m.gaugeOf("sessions_max", "Most sessions that may be open at once.", func() int { return config.MaxSessions })
	m.ended = m.counters("sessions_ended_total", "Sessions that have ended, by the reason.", "outcome",
		session.Left, session.HungUp, session.Idle, session.TimedOut, session.Drained, session.Stalled,
		admission.SentTooMuch, session.TooManyRequests, session.TooManyChannels, session.Panicked)
	m.commands = m.counters("commands_total", "What sessions asked for: a format, or another kind of request.", "command",
		append([]string{
			string(session.KindInteractive), string(session.KindSection), string(session.KindSearch), string(session.KindHelp), string(session.KindCard),
			string(session.KindSCP), string(session.KindSFTP), string(session.KindUnknown),
		}, formats[1:]...)...)

	m.sections = m.counters("sections_read_total", "Sessions in which a section was shown, by section.", "section")
	m.shown = m.histograms("section_shown_seconds", "How long a section was shown until another was or the session ended, in interactive sessions.",
		"section", []float64{1, 3, 10, 30, 60, 180, 600})
	m.saved = m.counters("saved_total", "Times that the résumé was saved, by format.", "format", formats...)

	m.frame = m.histogram("first_frame_seconds", "Time from accepting a connection to having written the first frame of its first session.", prometheus.DefBuckets)
	m.key = m.histogram("key_frame_seconds", "Time from reading a visitor's input to having written the frame that answers it.",
		[]float64{.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5})

	m.faults = m.counters("errors_total", "Faults of the program, by kind.", "kind", faultPanic, faultDocument)
	m.reloads = m.counters("reloads_total", "Times that the résumé was read again, by outcome.", "outcome", "success", "failure")
	m.reloadWorked = m.gauge("reload_last_successful", "1 if the résumé could be served when it was last read, else 0.")
	m.reloadWorkAt = m.gauge("reload_last_success_timestamp_seconds", "When the résumé was last read and could be served.")

	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Namespace: namespace, Name: "build_info", Help: "Version and source of the program; always 1.",
			ConstLabels: prometheus.Labels{"version": config.Version, "commit": config.Commit, "goversion": runtime.Version()},
		}, func() float64 { return 1 }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// handshakeFailed counts a handshake that failed.
func (m *metrics) handshakeFailed(err error) {
	reason := failedOther
	switch none := (*gossh.AlgorithmNegotiationError)(nil); {
	case errors.Is(err, os.ErrDeadlineExceeded):
		reason = failedTimeout
	case errors.Is(err, admission.ErrNotSSH):
		reason = failedNotSSH
	case errors.As(err, &none):
		reason = failedAlgorithm
	case errors.Is(err, net.ErrClosed), errors.Is(err, admission.ErrTooMuch):
		reason = failedClosed
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		reason = failedHungUp
	}
	m.failed.WithLabelValues(reason).Inc()
}

// sessionOpened counts a session that begins, and what it asks for.
func (m *metrics) sessionOpened(s *session.Session) {
	client, terminal := clientFamily(s.Client), terminalFamily(s.Terminal)
	m.clients.WithLabelValues(client).Inc()
	m.clientsNow.WithLabelValues(client).Inc()
	m.terminals.WithLabelValues(terminal).Inc()
	m.terminalsNow.WithLabelValues(terminal).Inc()
	command := string(s.Request.Kind)
	if s.Request.Kind == session.KindFormat {
		command = s.Request.Format
	}
	m.commands.WithLabelValues(command).Inc()
}

// sessionClosed counts a session that has ended, and what was read and saved.
func (m *metrics) sessionClosed(s *session.Session) {
	m.clientsNow.WithLabelValues(clientFamily(s.Client)).Dec()
	m.terminalsNow.WithLabelValues(terminalFamily(s.Terminal)).Dec()
	m.ended.WithLabelValues(s.Reason()).Inc()
	for _, section := range s.Sections {
		m.sections.WithLabelValues(section).Inc()
	}
	for _, format := range s.Saved {
		m.saved.WithLabelValues(format).Inc()
	}
}

// watch returns what the histograms want to know of a reader.
func (m *metrics) watch(s *session.Session) session.Watch {
	first, connected := s.First, s.Connected
	return session.Watch{
		Frame: func(since time.Duration) {
			if first {
				first = false
				m.frame.Observe(time.Since(connected).Seconds())
			}
			if since > 0 {
				m.key.Observe(since.Seconds())
			}
		},
		Section: func(id string, shown time.Duration) { m.shown.WithLabelValues(id).Observe(shown.Seconds()) },
	}
}

// serving notes that a résumé is served, and which sections it has.
func (m *metrics) serving(s *catalog.Snapshot) {
	for _, e := range s.Editions {
		for _, s := range e.Resume.Sections() {
			m.sections.WithLabelValues(s.ID)
			m.shown.WithLabelValues(s.ID)
		}
	}
	m.reloadWorked.Set(1)
	m.reloadWorkAt.SetToCurrentTime()
}

// reloaded counts that a résumé was read again and is served.
func (m *metrics) reloaded(s *catalog.Snapshot) {
	m.reloads.WithLabelValues("success").Inc()
	m.serving(s)
}

// counter adds a counter.
func (m *metrics) counter(name, help string) prometheus.Counter {
	return m.auto.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help})
}

// counters adds a counter for each value of a label.
func (m *metrics) counters(name, help, label string, values ...string) *prometheus.CounterVec {
	c := m.auto.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, []string{label})
	for _, v := range values {
		c.WithLabelValues(v)
	}
	return c
}

// gauge adds a gauge that is set.
func (m *metrics) gauge(name, help string) prometheus.Gauge {
	return m.auto.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help})
}

// gaugeOf adds a gauge that shows what a function returns.
func (m *metrics) gaugeOf(name, help string, now func() int) {
	m.auto.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, func() float64 { return float64(now()) })
}

// gauges adds a gauge for each value of a label.
func (m *metrics) gauges(name, help, label string, values ...string) *prometheus.GaugeVec {
	g := m.auto.NewGaugeVec(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, []string{label})
	for _, v := range values {
		g.WithLabelValues(v)
	}
	return g
}

// histogram adds a histogram with buckets in seconds.
func (m *metrics) histogram(name, help string, buckets []float64) prometheus.Histogram {
	return m.auto.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets})
}

// histograms adds a histogram for each value of a label.
func (m *metrics) histograms(name, help, label string, buckets []float64) *prometheus.HistogramVec {
	return m.auto.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets}, []string{label})
}
