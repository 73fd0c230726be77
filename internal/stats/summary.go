package stats

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Summary is what was counted. The help of the command says what a reader is.
type Summary struct {
	From time.Time `json:"from"` // of the log
	To   time.Time `json:"to"`

	Visits           int `json:"visits"` // sessions
	Readers          int `json:"readers"`
	Sources          int `json:"sources"` // that readers came from
	Knocks           int `json:"knocks"`  // connections without a session
	FailedHandshakes int `json:"failedHandshakes"`

	MedianSeconds  int `json:"medianSeconds"` // of reading in a terminal
	LongestSeconds int `json:"longestSeconds"`

	Sections  []Count `json:"sections"` // by visits that saw them
	Taken     []Count `json:"taken"`    // formats
	Commands  []Count `json:"commands"`
	Clients   []Count `json:"clients"`   // of readers
	Terminals []Count `json:"terminals"` // of readers
	Hours     [24]int `json:"hours"`     // readers who came in each, as the log's clock went
	Days      []Count `json:"days"`      // likewise, in order

	TurnedAway []Count `json:"turnedAway"` // by limit
	Problems   []Count `json:"problems"`

	Lines         int `json:"lines"`
	NotUnderstood int `json:"notUnderstood"`
}

// Count is how often a thing was counted. The one without a name stands for all
// that were too many to tell apart.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Summary gives what was counted until now. The most frequent things come
// first. It ends the counting: visits whose end was not read are counted as
// they stand.
func (c *Counter) Summary() Summary {
	for id, v := range c.open {
		delete(c.open, id)
		c.visit(v)
	}
	s := Summary{
		From: c.from, To: c.to,
		Visits: c.visits, Readers: c.readers, Sources: len(c.sources),
		Knocks: max(0, c.connections-c.first), FailedHandshakes: c.failed,
		Sections: c.sections.ranked(), Taken: c.taken.ranked(), Commands: c.commands.ranked(),
		Clients: c.clients.ranked(), Terminals: c.terminals.ranked(),
		Hours: c.hours, Days: c.days.ranked(),
		TurnedAway: c.turnedAway.ranked(), Problems: c.problems.ranked(),
		Lines: c.lines, NotUnderstood: c.strange,
	}
	slices.SortFunc(s.Days, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	s.MedianSeconds, s.LongestSeconds = c.times()
	return s
}

// times gives the median and the longest time of reading, in seconds.
func (c *Counter) times() (median, longest int) {
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

// tally counts things by their names, up to so many names.
type tally struct {
	most  int
	count map[string]int
}

func newTally(most int) tally { return tally{most, map[string]int{}} }

func (t *tally) add(name string, n int) {
	if _, known := t.count[name]; !known && len(t.count) >= t.most {
		name = ""
	}
	t.count[name] += n
}

// ranked gives all, the most frequent first.
func (t *tally) ranked() []Count {
	all := make([]Count, 0, len(t.count))
	for name, n := range t.count {
		all = append(all, Count{name, n})
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return all
}
