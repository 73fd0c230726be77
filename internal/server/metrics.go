package server

import (
	"runtime"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// limitHandshake is the limit of a handshake's time, as the metrics call it.
const limitHandshake = "handshake-timeout"

// Kinds of errors, none of which a visitor should be able to cause.
const (
	errorPanic    = "panic"
	errorDocument = "document" // a format that could not be made
)

// metrics counts what the owner wants to know. Every value of a label is from a
// list of the program's own, or a section of the owner's file: nothing that a
// client sends becomes one. All methods do nothing on nil, which is where
// nobody asks for metrics.
type metrics struct {
	registry *prometheus.Registry
	formats  map[string]string // by file name

	connections                prometheus.Counter
	turned, failed             *prometheus.CounterVec
	handshake, frame, key      prometheus.Histogram
	clients, terminals         *prometheus.CounterVec
	clientsNow, terminalsNow   *prometheus.GaugeVec
	ended, commands            *prometheus.CounterVec
	sections, taken            *prometheus.CounterVec
	shown                      *prometheus.HistogramVec
	errors, reloads            *prometheus.CounterVec
	reloadWorked, reloadWorkAt prometheus.Gauge
}

// newMetrics gives a server's metrics, each value of a fixed list there from
// the start: a rate sees the first event only where there was a 0 before.
func newMetrics(s *Server, r *resume.Resume) *metrics {
	m := &metrics{registry: prometheus.NewRegistry(), formats: map[string]string{readmeFile: "readme"}}
	formats := []string{"readme"}
	for _, f := range export.Formats() {
		formats = append(formats, f.Name)
		if f.VariantOf == "" {
			m.formats[f.File] = f.Name
		}
	}

	m.connections = m.counter("connections_total", "TCP connections that were accepted, before any limit.")
	m.gaugeOf("connections_open", "Connections that are open.", s.limits.count)
	m.turned = m.counters("turned_away_total", "Connections and sessions that a limit has kept out or cut off.", "limit",
		limitPerSource, limitRate, limitStrangers, limitHeader, limitStopping, limitSessions, limitHandshake,
		endedLonely, endedBytes, endedRequests, endedChannels)
	m.handshake = m.histogram("handshake_seconds", "From accepting a connection to letting the visitor in.", prometheus.DefBuckets)
	m.failed = m.counters("handshakes_failed_total", "Handshakes that let nobody in.", "reason",
		failedTimeout, failedNoSSH, failedAlgorithm, failedHungUp, failedClosed, failedOther)

	m.clients = m.counters("sessions_total", "Sessions that have begun, by the kind of SSH client.", "client", clientFamilies.names()...)
	m.clientsNow = m.gauges("sessions_open", "Sessions that are open, by the kind of SSH client.", "client", clientFamilies.names()...)
	m.terminals = m.counters("terminals_total", "Sessions that have begun, by the kind of terminal.", "terminal", terminalFamilies.names()...)
	m.terminalsNow = m.gauges("terminals_open", "Sessions that are open, by the kind of terminal.", "terminal", terminalFamilies.names()...)
	m.gaugeOf("sessions_max", "Sessions that there may be at once.", func() int { return s.config.MaxSessions })
	m.ended = m.counters("sessions_ended_total", "Sessions that have ended, by how they did.", "outcome",
		endedLeft, endedHungUp, endedIdle, endedTimeout, endedDrained, endedStalled, endedTyping, endedBytes,
		endedRequests, endedChannels, endedPanic)
	m.commands = m.counters("commands_total", "What sessions have asked for, by kind.", "command",
		append([]string{commandNone, commandSection, commandSearch, commandHelp, commandSCP, subsystemSFTP, commandUnknown}, formats[1:]...)...)

	m.sections = m.counters("sections_read_total", "Sessions in which a section was shown, by section.", "section")
	m.shown = m.histograms("section_shown_seconds", "How long a section was shown until another was or the session ended, interactively.",
		"section", []float64{1, 3, 10, 30, 60, 180, 600})
	m.taken = m.counters("taken_total", "Times that the résumé was taken away, by format.", "format", formats...)

	m.frame = m.histogram("first_frame_seconds", "From accepting a connection to having written the first frame of its first session.", prometheus.DefBuckets)
	m.key = m.histogram("key_frame_seconds", "From reading a visitor's input to having written the frame that answers it.",
		[]float64{.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5})

	m.errors = m.counters("errors_total", "Faults of the program, by kind.", "kind", errorPanic, errorDocument)
	m.reloads = m.counters("reloads_total", "Times that the résumé was read anew, by outcome.", "outcome", "success", "failure")
	m.reloadWorked = m.gauge("reload_last_successful", "1 where the last reading of the résumé was a success, else 0.")
	m.reloadWorkAt = m.gauge("reload_last_success_timestamp_seconds", "When the résumé was read last with success.")
	m.read(r)

	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Namespace: namespace, Name: "build_info", Help: "What was built from which source; always 1.",
			ConstLabels: prometheus.Labels{"version": s.config.Version, "commit": s.config.Commit, "goversion": runtime.Version()},
		}, func() float64 { return 1 }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// fault counts an error of the program.
func (m *metrics) fault(kind string) {
	if m != nil {
		m.errors.WithLabelValues(kind).Inc()
	}
}

// read notes that a résumé was read, and that its sections can be.
func (m *metrics) read(r *resume.Resume) {
	if m == nil {
		return
	}
	for _, s := range r.Sections() {
		m.sections.WithLabelValues(s.ID)
		m.shown.WithLabelValues(s.ID)
	}
	m.reloadWorked.Set(1)
	m.reloadWorkAt.SetToCurrentTime()
}

// reloaded counts that the résumé was read anew, or could not be.
func (m *metrics) reloaded(r *resume.Resume, err error) {
	switch {
	case m == nil:
	case err != nil:
		m.reloads.WithLabelValues("failure").Inc()
		m.reloadWorked.Set(0)
	default:
		m.reloads.WithLabelValues("success").Inc()
		m.read(r)
	}
}
