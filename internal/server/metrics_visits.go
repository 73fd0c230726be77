package server

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/export"
	"ssh-resume/internal/tui"
)

// opened counts a session that begins.
func (m *metrics) opened(sess *session) {
	if m == nil {
		return
	}
	client, terminal := clientFamily(sess.ctx.ClientVersion()), sess.terminalFamily()
	m.clients.WithLabelValues(client).Inc()
	m.clientsNow.WithLabelValues(client).Inc()
	m.terminals.WithLabelValues(terminal).Inc()
	m.terminalsNow.WithLabelValues(terminal).Inc()
}

// asked counts what a session is for.
func (m *metrics) asked(sess *session, kind string) {
	if m != nil {
		sess.format = m.format(sess, kind)
		m.commands.WithLabelValues(m.command(sess, kind)).Inc()
	}
}

// command gives the label of a kind of command.
func (m *metrics) command(sess *session, kind string) string {
	switch {
	case sess.subsystem != "":
		return sess.subsystem
	case kind == "":
		return commandNone
	case slices.Contains([]string{commandSearch, commandHelp, commandSCP, commandUnknown}, kind), isFormat(kind):
		return kind
	}
	return commandSection
}

// format gives the format that a command asks for; empty for none.
func (m *metrics) format(sess *session, kind string) string {
	switch {
	case sess.subsystem != "":
		return ""
	case kind == "" && !sess.terminal():
		return commandText
	case isFormat(kind):
		return kind
	}
	return ""
}

func isFormat(name string) bool {
	_, ok := export.FormatNamed(name)
	return ok
}

// closed counts a session that has ended, and what it has read and taken.
func (m *metrics) closed(sess *session) {
	if m == nil {
		return
	}
	client, terminal := clientFamily(sess.ctx.ClientVersion()), sess.terminalFamily()
	m.clientsNow.WithLabelValues(client).Dec()
	m.terminalsNow.WithLabelValues(terminal).Dec()
	why := sess.ended()
	m.ended.WithLabelValues(cmp.Or(why.kind, endedLeft)).Inc()
	for _, section := range sess.read {
		m.sections.WithLabelValues(section).Inc()
	}
	if sess.format != "" && why == (ending{}) && sess.status == 0 {
		m.taken.WithLabelValues(sess.format).Inc()
	}
	for _, file := range sess.files {
		m.taken.WithLabelValues(cmp.Or(m.formats[file], "other")).Inc()
	}
}

// framed gives what is told of each frame of a session; nil where nobody is.
func (m *metrics) framed(sess *session) func(time.Duration) {
	if m == nil {
		return nil
	}
	first := sess.first
	return func(since time.Duration) {
		if first {
			first = false
			m.frame.Observe(time.Since(sess.conn.opened).Seconds())
		}
		if since > 0 {
			m.key.Observe(since.Seconds())
		}
	}
}

// timed gives a model that notes how long each section is shown, and what is to
// be called at the end. Without metrics it is the model itself.
func (m *metrics) timed(model *tui.Model) (_ tea.Model, end func()) {
	if m == nil {
		return model, func() {}
	}
	t := &timed{Model: model, metrics: m}
	return t, func() { t.turn("") }
}

// timed is a reading with a watch beside it. It looks at the clock only when the
// section changes.
type timed struct {
	*tui.Model

	metrics *metrics
	section string
	since   time.Time
}

// Update hands a message to the model.
func (t *timed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := t.Model.Update(msg)
	t.turn(t.Section())
	return t, cmd
}

// turn notes that another section is shown; none where it is empty.
func (t *timed) turn(section string) {
	if section == t.section {
		return
	}
	now := time.Now()
	if t.section != "" {
		t.metrics.shown.WithLabelValues(t.section).Observe(now.Sub(t.since).Seconds())
	}
	t.section, t.since = section, now
}
