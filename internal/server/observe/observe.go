// Package observe is what the owner sees of the server: log lines, metrics and health, over HTTP if the
// owner asks for that. Other packages tell it what happens, through the interfaces that they declare. Each event
// has one method, which logs it, counts it or does both, so the log and the metrics agree.
package observe

import (
	"net"
	"slices"
	"strings"
	"time"

	"charm.land/log/v2"

	"ssh-resume/internal/export"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
)

// Config configures what is observed.
type Config struct {
	Source  string             // how much of addresses is logged: SourceFull, SourceNetwork or SourceNone
	Formats []export.Format    // that visitors may save
	Kinds   []session.Kind     // of requests that the front end answers
	CutOff  []*admission.Limit // over which the front end cuts a connection off, besides those of package admission

	// For the metrics.
	Version, Commit string
	MaxSessions     int
	Connections     func() int // that are open
}

// Observer writes the log and keeps the metrics.
type Observer struct {
	log     *log.Logger
	source  string
	cutOff  []*admission.Limit
	metrics *metrics
	floods  floods
}

var (
	_ admission.Observer = (*Observer)(nil)
	_ session.Observer   = (*Observer)(nil)
)

// New returns an observer that writes to a log. Close writes the lines that it holds back.
func New(logger *log.Logger, config Config) *Observer {
	config.CutOff = slices.Concat(admission.CutOff, config.CutOff)
	return &Observer{
		log: logger, source: config.Source, cutOff: config.CutOff, metrics: newMetrics(config),
		floods: floods{open: map[string]*flood{}},
	}
}

// Close writes the lines that were held back.
func (o *Observer) Close() { o.floods.flush() }

// How much of a client's address is logged.
const (
	SourceFull    = "full"    // the address, without the port
	SourceNetwork = "network" // the IPv4 /24 or the IPv6 /48 that it is in
	SourceNone    = "none"    // nothing
)

// Shown returns as much of an address as may be logged.
func (o *Observer) Shown(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	switch {
	case !ok:
		return addr.String() // already reduced
	case o.source == SourceFull:
		return tcp.AddrPort().Addr().Unmap().String()
	case o.source == SourceNetwork:
		return admission.Network(tcp, 24, 48).String()
	}
	return "-"
}

// Accepted counts a TCP connection.
func (o *Observer) Accepted() { o.metrics.connections.Inc() }

// TurnedAway logs and counts a connection that is turned away or cut off; Closed and HandshakeFailed call it, too.
func (o *Observer) TurnedAway(limit *admission.Limit, source net.Addr, err error) {
	level := log.WarnLevel
	if limit.Scanners {
		level = log.InfoLevel
	}
	o.turnedAway(level, "connections turned away", limit.Name, source, err)
}

// turnedAway counts who is turned away or cut off over a limit, and logs it; in a flood, once a second.
func (o *Observer) turnedAway(level log.Level, what, limit string, source net.Addr, err error) {
	o.metrics.turned.WithLabelValues(limit).Inc()
	fields := []any{"limit", limit, "source", o.Shown(source)}
	if err != nil {
		fields = append(fields, "error", printable.Quoted(err.Error()))
	}
	o.floods.log(what+limit, func(count int) { o.log.Log(level, what, append(fields, "count", count)...) })
}

// HeaderMissing is called for a load balancer's connection without a PROXY header.
// Many load balancers only connect, to see whether that works.
func (o *Observer) HeaderMissing(source net.Addr, err error) {
	o.log.Debug("no PROXY header", "source", o.Shown(source), "error", printable.Quoted(err.Error()))
}

// Authenticated is called when a connection's handshake has succeeded.
func (o *Observer) Authenticated(c *admission.Conn) {
	if !c.IsHealthCheck() {
		o.metrics.handshake.Observe(time.Since(c.Opened).Seconds())
	}
	o.log.Log(connectionLevel(c), "connection opened", "id", c.ID, "source", o.Shown(c.Peer), "client", printable.Quoted(c.Client()))
}

// connectionLevel is the level of a connection's lines. The program's own health check comes every few seconds.
func connectionLevel(c *admission.Conn) log.Level {
	if c.IsHealthCheck() {
		return log.DebugLevel
	}
	return log.InfoLevel
}

// Closed is called when a connection is closed.
func (o *Observer) Closed(c *admission.Conn) {
	reason := c.Reason()
	if i := slices.IndexFunc(o.cutOff, func(l *admission.Limit) bool { return l.Name == reason }); i >= 0 {
		o.TurnedAway(o.cutOff[i], c.Peer, nil)
	}
	if c.Client() == "" {
		return // "handshake failed" says why
	}
	fields := []any{"id", c.ID, "source", o.Shown(c.Peer), "for", time.Since(c.Opened).Round(time.Millisecond), "sent", c.Sent()}
	if reason != "" && reason != session.HungUp { // a write to a client that has hung up failed
		fields = append(fields, "reason", reason)
	}
	o.log.Log(connectionLevel(c), "connection closed", fields...)
}

// HandshakeFailed is called when a connection could not be authenticated.
func (o *Observer) HandshakeFailed(source net.Addr, err error) {
	reason, level := failure(err), log.DebugLevel // scanners fail all day
	o.metrics.failed.WithLabelValues(reason).Inc()
	switch reason {
	case failedTimeout:
		o.TurnedAway(admission.HandshakeTimeout, source, nil)
	case failedAlgorithm:
		level = log.InfoLevel // an old client looks the same
	}
	o.log.Log(level, "handshake failed", "source", o.Shown(source), "error", printable.Quoted(err.Error()))
}

// Panicked is called when a panic has ended a session or a connection; what says which.
func (o *Observer) Panicked(what, id string, value any, stack []byte) {
	o.metrics.errors.WithLabelValues(errorPanic).Inc()
	o.log.Error(what+" panicked", "id", id, "panic", value, "stack", string(stack))
}

// SessionOpened is called when a session begins.
func (o *Observer) SessionOpened(s *session.Session) {
	m, client, terminal, command := o.metrics, clientFamily(s.Client), terminalFamily(s.Terminal), string(s.Request.Kind)
	if s.Request.Kind == session.KindFormat {
		command = s.Request.Format
	}
	m.clients.WithLabelValues(client).Inc()
	m.clientsNow.WithLabelValues(client).Inc()
	m.terminals.WithLabelValues(terminal).Inc()
	m.terminalsNow.WithLabelValues(terminal).Inc()
	m.commands.WithLabelValues(command).Inc()

	fields := append([]any{"id", s.ID}, o.visitor(s)...)
	if len(s.Edition.Snapshot.Editions) > 1 {
		fields = append(fields, "language", s.Edition.Language)
	}
	o.log.Info("session opened", fields...)
}

// visitor returns what both lines of a session say, so that either can be read alone.
func (o *Observer) visitor(s *session.Session) []any {
	fields := []any{"source", o.Shown(s.Source), "client", printable.Quoted(s.Client)}
	if s.Terminal.Present {
		width, height := s.Window()
		fields = append(fields, "terminal", printable.Quoted(s.Terminal.Name), "width", width, "height", height)
	}
	return appendSet(fields, "request", string(s.Request.Kind), "section", s.Request.Section, "format", s.Request.Format)
}

// SessionClosed is called when a session has ended.
func (o *Observer) SessionClosed(s *session.Session) {
	m := o.metrics
	m.clientsNow.WithLabelValues(clientFamily(s.Client)).Dec()
	m.terminalsNow.WithLabelValues(terminalFamily(s.Terminal)).Dec()
	m.ended.WithLabelValues(s.Reason()).Inc()
	for _, section := range s.Sections {
		m.sections.WithLabelValues(section).Inc()
	}
	for _, format := range s.Saved {
		m.saved.WithLabelValues(format).Inc()
	}

	fields := []any{"id", s.ID, "reason", s.Reason(), "for", time.Since(s.Began).Round(time.Millisecond)}
	fields = appendSet(fields, "sections", strings.Join(s.Sections, ","), "saved", strings.Join(s.Saved, ","))
	o.log.Info("session closed", append(fields, o.visitor(s)...)...)
}

// appendSet appends the name-value pairs whose value is not empty.
func appendSet(fields []any, pairs ...string) []any {
	for pair := range slices.Chunk(pairs, 2) {
		if pair[1] != "" {
			fields = append(fields, pair[0], pair[1])
		}
	}
	return fields
}

// SessionTurnedAway is called for a session that did not begin.
func (o *Observer) SessionTurnedAway(s *session.Session, why *session.End) {
	limit := why.Reason
	if limit == session.Drained {
		limit = admission.Stopping.Name
	}
	o.turnedAway(log.WarnLevel, "sessions turned away", limit, s.Source, nil)
}

// FrameWritten is called for each frame sent to a reader, with the time since its input was read, if it answers any.
func (o *Observer) FrameWritten(s *session.Session, sinceInput time.Duration) {
	if s.First {
		o.metrics.frame.Observe(time.Since(s.Connected).Seconds())
	}
	if sinceInput > 0 {
		o.metrics.key.Observe(sinceInput.Seconds())
	}
}

// SectionShown is called when a reader has seen a section, with the time it was shown.
func (o *Observer) SectionShown(id string, shown time.Duration) {
	o.metrics.shown.WithLabelValues(id).Observe(shown.Seconds())
}

// DocumentFailed is called when a format could not be made for a session.
func (o *Observer) DocumentFailed(id, format string, err error) {
	o.metrics.errors.WithLabelValues(errorDocument).Inc()
	o.log.Error("format failed", "id", id, "format", format, "error", err)
}

// Serving is called for the snapshot that the server starts with, if it has one.
func (o *Observer) Serving(s *catalog.Snapshot) {
	for _, e := range s.Editions {
		for _, s := range e.Resume.Sections() {
			o.metrics.sections.WithLabelValues(s.ID)
			o.metrics.shown.WithLabelValues(s.ID)
		}
	}
	o.metrics.reloadWorked.Set(1)
	o.metrics.reloadWorkAt.SetToCurrentTime()
}

// Published is called for a snapshot that new sessions get from now on.
func (o *Observer) Published(s *catalog.Snapshot) {
	o.reloaded(s)
	o.log.Info("résumé reloaded", "file", s.Source, "version", version(s))
}

// Unchanged is called when the résumé was read again and has not changed.
func (o *Observer) Unchanged(current *catalog.Snapshot) {
	o.reloaded(current)
	o.log.Info("résumé read again and unchanged", "version", version(current))
}

func (o *Observer) reloaded(s *catalog.Snapshot) {
	o.metrics.reloads.WithLabelValues("success").Inc()
	o.Serving(s)
}

// maxProblems is how many problems of one version are logged.
const maxProblems = 50

// Rejected is called when a new version can't be served.
func (o *Observer) Rejected(current *catalog.Snapshot, problems []error) {
	for _, err := range problems[:min(len(problems), maxProblems)] {
		o.log.Error("problem in the résumé", "problem", err.Error())
	}
	o.metrics.reloads.WithLabelValues("failure").Inc()
	o.metrics.reloadWorked.Set(0)
	if current == nil {
		o.log.Error("there is no résumé to serve; visitors are told to come back later", "problems", len(problems))
		return
	}
	o.log.Error("still serving the previous version", "version", version(current), "problems", len(problems))
}

// version names a version by its time.
func version(s *catalog.Snapshot) string { return s.Changed.Format(time.RFC3339) }
