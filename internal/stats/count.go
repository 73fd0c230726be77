// Package stats counts what the server's log says of its visits, and draws it.
package stats

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ssh-resume/internal/export"
)

// Bounds of what is remembered, so that a log can be of any length.
const (
	maxNames   = 1000  // of each thing that is counted by its name
	maxDays    = 4000  // ten years
	maxSources = 1e5   // that readers come from
	maxOpen    = 32768 // visits of which only the beginning or the end was read
	maxReading = 24 * time.Hour
)

// atOnce is how soon a visit ends that nobody has read: programs that try
// what they meet are gone within milliseconds.
const atOnce = time.Second

// Counter counts what logs say, in any order of the logs.
type Counter struct {
	lines, strange int
	from, to       time.Time

	connections, first int // let in; and those of their sessions that were the first
	failed             int // handshakes

	open    map[string]*visit // by the session's id
	visits  int
	readers int
	sources map[string]struct{}
	reading map[time.Duration]int // by how long, in whole seconds
	hours   [24]int               // of readers
	days    tally

	sections, taken, commands, clients, terminals, turnedAway, problems tally
}

// visit is what the log says of a session.
type visit struct {
	began, ended              bool
	broken                    bool // off, before what was asked for had been given
	at                        time.Time
	source, client            string
	terminal, command, system string
	lasted                    time.Duration
	sections, files           []string
}

// NewCounter gives a counter of nothing.
func NewCounter() *Counter {
	c := &Counter{
		open: map[string]*visit{}, sources: map[string]struct{}{}, reading: map[time.Duration]int{},
		days: newTally(maxDays),
	}
	for _, t := range []*tally{&c.sections, &c.taken, &c.commands, &c.clients, &c.terminals, &c.turnedAway, &c.problems} {
		*t = newTally(maxNames)
	}
	return c
}

// count counts what a line says. What it does not know is nothing to count.
func (c *Counter) count(r record) {
	if c.from.IsZero() || r.at.Before(c.from) {
		c.from = r.at
	}
	if r.at.After(c.to) {
		c.to = r.at
	}
	if r.level == "error" || r.level == "fatal" {
		c.problems.add(r.what, 1)
	}
	switch r.what {
	case "connection opened":
		// As server.HealthCheck, whose log shows that a server is watched.
		if !strings.HasSuffix(r.fields["client"], "ssh-resume_healthcheck") {
			c.connections++
		}
	case "handshake failed":
		c.failed++
	case "connections turned away", "visitors turned away":
		what, _, _ := strings.Cut(r.what, " ")
		if n, err := strconv.Atoi(r.fields[what]); err == nil && n > 0 {
			c.turnedAway.add(r.fields["limit"], n)
		}
	case "session opened", "session closed":
		c.session(r)
	}
}

// session notes a beginning or an end, and counts the visit once both are known.
func (c *Counter) session(r record) {
	id := r.fields["id"]
	v := c.open[id]
	if v == nil {
		v = &visit{}
		c.open[id] = v
	}
	if r.what == "session opened" {
		v.began, v.at = true, r.at
		v.source, v.client = r.fields["source"], r.fields["client"]
		v.terminal, v.command, v.system = r.fields["terminal"], r.fields["command"], r.fields["subsystem"]
		if strings.HasSuffix(id, "-1") {
			c.first++
		}
	} else {
		v.ended, v.broken = true, r.fields["because"] != ""
		v.lasted, _ = time.ParseDuration(r.fields["for"]) // zero is as short as any
		v.sections, v.files = list(r.fields["sections"]), list(r.fields["files"])
		if v.at.IsZero() {
			v.at = r.at.Add(-v.lasted)
		}
	}
	if v.began && v.ended {
		c.close(id)
	}
	// Any other: most of so many are of servers that ended without a word.
	for other := range c.open {
		if len(c.open) <= maxOpen {
			break
		}
		if other != id {
			c.close(other)
		}
	}
}

// close counts a visit of which no more will be heard.
func (c *Counter) close(id string) {
	c.visit(c.open[id])
	delete(c.open, id)
}

// visit counts a visit.
func (c *Counter) visit(v *visit) {
	c.visits++
	if v.began {
		c.commands.add(v.typed(), 1)
	}
	if v.command != "search" { // which names where it found something
		for _, id := range v.sections {
			c.sections.add(id, 1)
		}
	}
	took := v.took()
	for _, format := range took {
		c.taken.add(format, 1)
	}
	if !v.isReader(c.to, len(took) > 0) {
		return
	}
	c.readers++
	c.hours[v.at.Hour()]++
	c.days.add(v.at.Format(time.DateOnly), 1)
	if !v.began {
		return
	}
	if v.source != "-" && len(c.sources) < maxSources {
		c.sources[v.source] = struct{}{}
	}
	c.clients.add(software(v.client), 1)
	if v.terminal != "" {
		c.terminals.add(v.terminal, 1)
	}
	if v.interactive() && v.ended {
		c.reading[min(v.lasted, maxReading).Round(time.Second)]++
	}
}

// Kinds of commands, besides the formats, as the server logs them. Any other
// command is a section's name.
var kinds = []string{"help", "search", "scp", "unknown"}

// isSection tells whether a command names a section.
func isSection(command string) bool {
	_, isFormat := export.FormatNamed(command)
	return command != "" && !slices.Contains(kinds, command) && !isFormat
}

// interactive tells whether the résumé was shown in a terminal.
func (v *visit) interactive() bool {
	return v.terminal != "" && v.terminal != "dumb" && v.system == "" && (v.command == "" || isSection(v.command))
}

// typed names what was asked for.
func (v *visit) typed() string {
	switch {
	case v.system != "":
		return v.system
	case v.interactive():
		return "interactive"
	case v.command == "":
		return export.PlainText
	case isSection(v.command):
		return "a section"
	}
	return v.command
}

// took gives the formats that were taken away.
func (v *visit) took() []string {
	var all []string
	typed := v.typed()
	for _, f := range export.Formats() {
		// A binary format is refused on a terminal.
		if v.began && !v.broken && f.Name == typed && (v.terminal == "" || !f.Binary) ||
			f.VariantOf == "" && slices.Contains(v.files, f.File) {
			all = append(all, f.Name)
		}
	}
	return all
}

// isReader tells a reader from who only passed by, as the command's help says.
func (v *visit) isReader(now time.Time, took bool) bool {
	switch {
	case took, len(v.sections) > 1, len(v.files) > 0:
		return true
	case !v.began:
		return v.lasted >= atOnce && len(v.sections) > 0
	case !v.interactive():
		return v.command == "help" || v.command == "search" || isSection(v.command)
	case v.ended:
		return v.lasted >= atOnce
	}
	return now.Sub(v.at) >= atOnce // is there still
}

// software gives a client's program and version: OpenSSH_9.6p1 of
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
