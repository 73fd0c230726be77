// Package stats summarizes the server's log: who read what, and what went wrong. It knows nothing of SSH.
package stats

import (
	"cmp"
	"hash/maphash"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Bounds on what a Counter remembers, so that a log can be of any length.
const (
	maxNames   = 4000    // names of each kind, and days: ten years
	maxSources = 1e5     // sources of readers
	maxLines   = 1 << 20 // lines recognized when another log repeats them; 53 MB
	maxReading = 24 * time.Hour
)

// minReading is the shortest session in a terminal that counts as reading. Probes are gone within milliseconds.
const minReading = time.Second

// Summary is what was counted. The command's help defines what a reader is.
type Summary struct {
	From time.Time `json:"from"` // of the log
	To   time.Time `json:"to"`

	Sessions                  int `json:"sessions"` // that have ended
	Readers                   int `json:"readers"`
	Sources                   int `json:"sources"` // of readers
	ConnectionsWithoutSession int `json:"connectionsWithoutSession"`
	FailedHandshakes          int `json:"failedHandshakes"`

	MedianSeconds  int `json:"medianSeconds"` // reading time in a terminal
	LongestSeconds int `json:"longestSeconds"`

	Sections  []Count `json:"sections"` // by sessions in which they were shown
	Saved     []Count `json:"saved"`    // formats
	Commands  []Count `json:"commands"`
	Clients   []Count `json:"clients"`   // of readers
	Terminals []Count `json:"terminals"` // of readers
	Hours     [24]int `json:"hours"`     // readers who came in each hour, by the clock of the log
	Days      []Count `json:"days"`      // readers who came on each day, in order

	TurnedAway []Count `json:"turnedAway"` // by limit
	Problems   []Count `json:"problems"`

	Lines         int `json:"lines"`
	NotUnderstood int `json:"notUnderstood"`
}

// Count says how often something was counted. The Count without a name sums up the names beyond maxNames.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Counter counts what logs say, in any order. Logs that overlap, or are read twice, are counted once.
type Counter struct {
	seed maphash.Seed
	logs int // so far
	seen map[uint64]lineCount

	connections, first int                   // connections closed, and sessions that were the first of theirs
	sources            map[string]bool       // of readers
	reading            map[time.Duration]int // of readers in a terminal, in whole seconds
	sum                Summary               // what only grows

	days, sections, saved, commands, clients, terminals, turnedAway, problems tally
}

// lineCount says how often a line occurs in the log that is being read, and how often at most in an earlier one.
type lineCount struct {
	log         int
	now, before uint32
}

// NewCounter returns a Counter that has counted nothing yet.
func NewCounter() *Counter {
	return &Counter{
		seed: maphash.MakeSeed(), seen: map[uint64]lineCount{},
		sources: map[string]bool{}, reading: map[time.Duration]int{},
	}
}

// isRepeated reports whether a line, given by its hash, was counted in an earlier log. A line that occurs
// several times in one log counts each time.
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
func (c *Counter) count(at time.Time, fields map[string]string) {
	if c.sum.From.IsZero() || at.Before(c.sum.From) {
		c.sum.From = at
	}
	if at.After(c.sum.To) {
		c.sum.To = at
	}
	level := fields["level"]
	if level == "error" || level == "fatal" {
		c.problems.add(1, fields["msg"])
	}
	switch fields["msg"] {
	case "connection closed":
		if level != "debug" { // the program's own health check is logged at debug level
			c.connections++
		}
	case "handshake failed":
		c.sum.FailedHandshakes++
	case "connections turned away", "sessions turned away":
		if n, err := strconv.Atoi(fields["count"]); err == nil && n > 0 {
			c.turnedAway.add(n, fields["limit"])
		}
	case "session closed":
		c.session(at, fields)
	}
}

// session counts a session that ended.
func (c *Counter) session(ended time.Time, fields map[string]string) {
	lasted, _ := time.ParseDuration(fields["for"]) // 0 if it is not a duration
	sections, saved := list(fields["sections"]), list(fields["saved"])
	isReader := len(saved) > 0 || len(sections) > 1
	request := fields["request"]
	command := request
	switch request { // the command's help defines what a reader is
	case "interactive":
		isReader = isReader || lasted >= minReading
	case "card", "help", "search":
		isReader = true
	case "section":
		isReader, command = true, "a section"
	case "format":
		command = fields["format"]
	}
	c.sum.Sessions++
	c.commands.add(1, command)
	if strings.HasSuffix(fields["id"], "-1") {
		c.first++
	}
	c.sections.add(1, sections...)
	c.saved.add(1, saved...)
	if !isReader {
		return
	}
	c.sum.Readers++
	came := ended.Add(-lasted)
	c.sum.Hours[came.Hour()]++
	c.days.add(1, came.Format(time.DateOnly))
	if source := fields["source"]; source != "-" && len(c.sources) < maxSources {
		c.sources[source] = true
	}
	client, _, _ := strings.Cut(strings.TrimPrefix(fields["client"], "SSH-2.0-"), " ") // OpenSSH_9.6p1 of "SSH-2.0-OpenSSH_9.6p1 Ubuntu-3"
	c.clients.add(1, client)
	if terminal := fields["terminal"]; terminal != "" {
		c.terminals.add(1, terminal)
	}
	if request == "interactive" {
		c.reading[min(lasted, maxReading).Round(time.Second)]++
	}
}

func list(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) }

// Summary returns what was counted, the most frequent first.
func (c *Counter) Summary() Summary {
	s := c.sum
	s.Sources, s.ConnectionsWithoutSession = len(c.sources), max(0, c.connections-c.first)
	s.Sections, s.Saved, s.Commands = c.sections.ranked(), c.saved.ranked(), c.commands.ranked()
	s.Clients, s.Terminals = c.clients.ranked(), c.terminals.ranked()
	s.TurnedAway, s.Problems = c.turnedAway.ranked(), c.problems.ranked()
	s.Days = c.days.ranked()
	slices.SortFunc(s.Days, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	total, seen := 0, 0
	for _, n := range c.reading {
		total += n
	}
	for _, lasted := range slices.Sorted(maps.Keys(c.reading)) {
		s.LongestSeconds = int(lasted.Seconds())
		if seen < (total+1)/2 {
			s.MedianSeconds = s.LongestSeconds
		}
		seen += c.reading[lasted]
	}
	return s
}

// tally counts by name. Once it holds maxNames, new ones share the empty name.
type tally map[string]int

func (t *tally) add(n int, names ...string) {
	if *t == nil {
		*t = tally{}
	}
	for _, name := range names {
		if _, known := (*t)[name]; !known && len(*t) >= maxNames {
			name = ""
		}
		(*t)[name] += n
	}
}

// ranked returns all counts, the most frequent first.
func (t *tally) ranked() []Count {
	all := make([]Count, 0, len(*t))
	for name, n := range *t {
		all = append(all, Count{name, n})
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return all
}
