// Package stats summarizes the server's log: who read what, and what went
// wrong. It knows nothing of SSH.
package stats

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Bounds on what a Counter remembers, so that a log can be of any length.
const (
	maxNames   = 4000    // names of each kind, and days: ten years
	maxSources = 1e5     // sources of readers
	maxOpen    = 32768   // sessions of which only the start or the end was read
	maxLines   = 1 << 20 // lines recognized when another log repeats them; 53 MB
	maxReading = 24 * time.Hour
)

// minReading is how long a session in a terminal lasts at least if a person
// reads. Programs that only probe the server are gone within milliseconds.
const minReading = time.Second

// Counter counts what logs say. Logs can be read in any order. A log that is
// read twice, or overlaps with another, is counted once.
type Counter struct {
	lines, notUnderstood int
	from, to             time.Time

	seed maphash.Seed
	logs int // so far
	seen map[uint64]lineCount

	connections, first int // connections accepted, and sessions that were the first of theirs
	failed             int // handshakes

	open     map[string]*session // by ID
	sessions int
	readers  int
	sources  map[string]struct{}
	reading  map[time.Duration]int // by reading time, in whole seconds
	hours    [24]int               // of readers

	days, sections, saved, commands, clients, terminals, turnedAway, problems tally
}

// lineCount says how often a line stands in the log that is being read, and how
// often in an earlier one at most.
type lineCount struct {
	log         int
	now, before uint32
}

// session is what the log says of one session.
type session struct {
	opened, closed           bool
	at                       time.Time
	source, client, terminal string
	kind, format             string // of the request
	lasted                   time.Duration
	sections                 []string // that were shown
	saved                    []string // formats that were sent in full
}

// NewCounter returns a Counter that has counted nothing yet.
func NewCounter() *Counter {
	return &Counter{
		seed: maphash.MakeSeed(), seen: map[uint64]lineCount{},
		open: map[string]*session{}, sources: map[string]struct{}{}, reading: map[time.Duration]int{},
		days: tally{}, sections: tally{}, saved: tally{}, commands: tally{},
		clients: tally{}, terminals: tally{}, turnedAway: tally{}, problems: tally{},
	}
}

// isRepeated reports whether a line, given by its hash, was counted in an
// earlier log. A line that a log repeats counts as often as it stands there.
func (c *Counter) isRepeated(line uint64) bool {
	n, known := c.seen[line]
	if !known && len(c.seen) >= maxLines {
		return false
	}
	if n.log != c.logs {
		n = lineCount{log: c.logs, before: max(n.before, n.now)}
	}
	n.now++
	c.seen[line] = n
	return n.now <= n.before
}

// count counts an event of the log. Events that it does not know are ignored.
func (c *Counter) count(e event) {
	if c.from.IsZero() || e.at.Before(c.from) {
		c.from = e.at
	}
	if e.at.After(c.to) {
		c.to = e.at
	}
	if e.level == "error" || e.level == "fatal" {
		c.problems.add(e.message, 1)
	}
	switch e.message {
	case "connection opened":
		// server.HealthCheck calls itself so, and is no visitor.
		if !strings.HasSuffix(e.fields["client"], "ssh-resume_healthcheck") {
			c.connections++
		}
	case "handshake failed":
		c.failed++
	case "connections turned away", "sessions turned away":
		if n, err := strconv.Atoi(e.fields["count"]); err == nil && n > 0 {
			c.turnedAway.add(e.fields["limit"], n)
		}
	case "session opened", "session closed":
		c.sessionEvent(e)
	}
}

// sessionEvent notes the start or the end of a session. A session is counted
// once both are known.
func (c *Counter) sessionEvent(e event) {
	id := e.fields["id"]
	s := c.open[id]
	if s == nil {
		s = &session{}
		c.open[id] = s
	}
	if e.message == "session opened" {
		s.opened, s.at = true, e.at
		s.source, s.client, s.terminal = e.fields["source"], e.fields["client"], e.fields["terminal"]
		s.kind, s.format = e.fields["request"], e.fields["format"]
		if strings.HasSuffix(id, "-1") {
			c.first++
		}
	} else {
		s.closed = true
		s.lasted, _ = time.ParseDuration(e.fields["for"]) // 0 if it is not a duration
		s.sections, s.saved = list(e.fields["sections"]), list(e.fields["saved"])
		if s.at.IsZero() {
			s.at = e.at.Add(-s.lasted)
		}
	}
	if s.opened && s.closed {
		c.finish(id)
	}
	// Any others have to go: with so many open, most are of servers that were
	// killed.
	for other := range c.open {
		if len(c.open) <= maxOpen {
			break
		}
		if other != id {
			c.finish(other)
		}
	}
}

// finish counts a session as it is known so far, and forgets it.
func (c *Counter) finish(id string) {
	s := c.open[id]
	delete(c.open, id)
	c.sessions++
	if s.opened {
		c.commands.add(s.request(), 1)
	}
	for _, section := range s.sections {
		c.sections.add(section, 1)
	}
	for _, format := range s.saved {
		c.saved.add(format, 1)
	}
	if !s.isReader(c.to) {
		return
	}
	c.readers++
	c.hours[s.at.Hour()]++
	c.days.add(s.at.Format(time.DateOnly), 1)
	if !s.opened {
		return
	}
	if s.source != "-" && len(c.sources) < maxSources {
		c.sources[s.source] = struct{}{}
	}
	c.clients.add(software(s.client), 1)
	if s.terminal != "" {
		c.terminals.add(s.terminal, 1)
	}
	if s.kind == interactive && s.closed {
		c.reading[min(s.lasted, maxReading).Round(time.Second)]++
	}
}

// interactive is the kind of the requests for the résumé in a terminal.
const interactive = "interactive"

// request names what was asked for.
func (s *session) request() string {
	switch s.kind {
	case "format":
		return s.format
	case "section":
		return "a section"
	}
	return s.kind
}

// isReader reports whether a session counts as a reader, as the help of the
// command defines one.
func (s *session) isReader(now time.Time) bool {
	switch {
	case len(s.saved) > 0, len(s.sections) > 1:
		return true
	case !s.opened:
		return s.lasted >= minReading && len(s.sections) > 0
	case s.kind != interactive:
		return slices.Contains([]string{"card", "help", "search", "section"}, s.kind)
	case s.closed:
		return s.lasted >= minReading
	}
	return now.Sub(s.at) >= minReading // still open
}

// software returns the program and version of a client: OpenSSH_9.6p1 for
// "SSH-2.0-OpenSSH_9.6p1 Ubuntu-3".
func software(client string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(client, "SSH-2.0-"), " ")
	return name
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}
