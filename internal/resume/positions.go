package resume

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
)

// expandPositions makes an entry of work of each position, also for Private.
func (r *Resume) expandPositions() {
	var all []Work
	var spans []span
	for _, w := range r.Work {
		s := span{from: len(all), first: len(all)}
		if len(w.Positions) > 0 && w.Position != "" {
			s.first++
		}
		all = append(all, w.expanded()...)
		s.to = len(all)
		spans = append(spans, s)
	}
	r.Work = all
	r.Private = slices.Concat(each(unique(r.Private), func(path string) []string { return expandedPaths(path, spans) })...)
}

// span is what an entry of the file becomes: entries, of positions from first on.
type span struct{ from, first, to int }

// expanded returns an entry for each position of w; w itself if there are none.
// What w says of the time as a whole is in the first.
func (w Work) expanded() []Work {
	positions := w.Positions
	w.Positions = nil
	if len(positions) == 0 {
		return []Work{w}
	}
	var all []Work
	if w.Position != "" {
		all = append(all, w)
		w.Summary, w.Highlights = "", nil
	}
	for i, p := range positions {
		entry := w // what only an employer has is the same for all
		entry.Position, entry.Location = p.Position, cmp.Or(p.Location, w.Location)
		entry.Summary, entry.Highlights, entry.Former = p.Summary, p.Highlights, p.Former || w.Former && p.EndDate == ""
		if i == 0 {
			entry.Summary = Joined("\n\n", w.Summary, p.Summary)
			entry.Highlights = slices.Concat(w.Highlights, p.Highlights)
		}
		if len(all) > 0 {
			entry.Description = ""
		}
		if len(positions) > 1 || w.Position != "" || p.hasTime() {
			entry.StartDate, entry.EndDate, entry.Duration = p.StartDate, p.EndDate, p.Duration
		}
		all = append(all, entry)
	}
	return all
}

func (p Position) hasTime() bool { return p.StartDate != "" || p.EndDate != "" || p.Duration != "" }

// expandedPaths returns the paths of the entries that a path in the file means.
func expandedPaths(path string, spans []span) []string {
	m := workPath.FindStringSubmatch(path)
	if len(m) == 0 || m[1]+m[2] == "" {
		return []string{path}
	}
	entry, positions, position, rest := m[1], m[2] != "", m[3], m[4]
	if i := number(entry); entry != "" {
		spans = spans[min(i, len(spans)):min(i+1, len(spans))]
	}
	var all []string
	for _, s := range spans {
		from, to := s.from, s.to
		if positions {
			from = s.first
		}
		if i := s.first + number(position); position != "" {
			from, to = i, min(i+1, s.to)
		}
		for j := from; j < to; j++ {
			all = append(all, fmt.Sprintf("work[%d]%s", j, rest))
		}
	}
	return all
}

var workPath = regexp.MustCompile(`^work(?:\[([0-9]+)\])?(\.positions(?:\[([0-9]+)\])?)?(\..*)?$`)

// checkPositions reports what is said of an employer although its positions say it.
func (o *object) checkPositions(w *Work) {
	if len(w.Positions) == 0 || w.Position != "" || len(w.Positions) == 1 && !w.Positions[0].hasTime() {
		return
	}
	for _, name := range []string{"startDate", "endDate", "duration"} {
		if n := o.n.value(name); n != nil {
			o.warn(n, "%s is left out: the dates of the positions are shown", o.at(name))
		}
	}
}
