package stats

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Summary is what was counted. The help of the command defines what a reader is.
type Summary struct {
	From time.Time `json:"from"` // of the log
	To   time.Time `json:"to"`

	Sessions                  int `json:"sessions"`
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

// Count says how often something was counted. The Count without a name holds all
// those that are too many to count one by one.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Summary returns what was counted, the most frequent first. It ends the
// counting: sessions whose end was not read are counted as far as they are known.
func (c *Counter) Summary() Summary {
	for id := range c.open {
		c.finish(id)
	}
	s := Summary{
		From: c.from, To: c.to,
		Sessions: c.sessions, Readers: c.readers, Sources: len(c.sources),
		ConnectionsWithoutSession: max(0, c.connections-c.first), FailedHandshakes: c.failed,
		Sections: c.sections.ranked(), Saved: c.saved.ranked(), Commands: c.commands.ranked(),
		Clients: c.clients.ranked(), Terminals: c.terminals.ranked(),
		Hours: c.hours, Days: c.days.ranked(),
		TurnedAway: c.turnedAway.ranked(), Problems: c.problems.ranked(),
		Lines: c.lines, NotUnderstood: c.notUnderstood,
	}
	slices.SortFunc(s.Days, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	s.MedianSeconds, s.LongestSeconds = c.readingTimes()
	return s
}

// readingTimes returns the median and the longest reading time, in seconds.
func (c *Counter) readingTimes() (median, longest int) {
	total, seen := 0, 0
	for _, n := range c.reading {
		total += n
	}
	for _, d := range slices.Sorted(maps.Keys(c.reading)) {
		if seen < (total+1)/2 {
			median = int(d.Seconds())
		}
		seen += c.reading[d]
		longest = int(d.Seconds())
	}
	return median, longest
}

// tally counts by name. Once it holds maxNames, new ones share the empty name.
type tally map[string]int

func (t tally) add(name string, n int) {
	if _, known := t[name]; !known && len(t) >= maxNames {
		name = ""
	}
	t[name] += n
}

// ranked returns all counts, the most frequent first.
func (t tally) ranked() []Count {
	all := make([]Count, 0, len(t))
	for name, n := range t {
		all = append(all, Count{name, n})
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return all
}
