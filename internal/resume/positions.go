package resume

import (
	"cmp"
	"fmt"
	"strings"
)

// expandPositions makes an entry of work of each position, and lets Private name
// the entries that its paths mean.
func (r *Resume) expandPositions() {
	var all []Work
	entries := make([][]int, len(r.Work)) // of each entry of the file
	for i, w := range r.Work {
		for _, entry := range w.expanded() {
			entries[i] = append(entries[i], len(all))
			all = append(all, entry)
		}
	}
	r.Work = all
	var private []string
	for _, path := range r.Private {
		private = append(private, expandedPaths(path, entries)...)
	}
	r.Private = private
}

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
		entry := Work{
			Name: w.Name, URL: w.URL, Location: cmp.Or(p.Location, w.Location), Position: p.Position, StartDate: p.StartDate, EndDate: p.EndDate,
			Summary: p.Summary, Highlights: p.Highlights, Duration: p.Duration, Former: p.Former || w.Former && p.EndDate == "",
		}
		if i == 0 {
			entry.Summary = Joined("\n\n", w.Summary, p.Summary)
			entry.Highlights = append(w.Highlights[:len(w.Highlights):len(w.Highlights)], p.Highlights...)
		}
		if len(all) == 0 {
			entry.Description = w.Description
		}
		if len(positions) == 1 && w.Position == "" && !p.hasTime() {
			entry.StartDate, entry.EndDate, entry.Duration = w.StartDate, w.EndDate, w.Duration
		}
		all = append(all, entry)
	}
	return all
}

func (p Position) hasTime() bool { return p.StartDate != "" || p.EndDate != "" || p.Duration != "" }

// expandedPaths returns the paths of the entries that a path in the file means.
func expandedPaths(path string, entries [][]int) []string {
	first, rest, _ := strings.Cut(path, ".")
	step := pathStep.FindStringSubmatch(first)
	if step == nil || step[1] != "work" {
		return []string{path}
	}
	of := func(i int) string { return strings.TrimSuffix(fmt.Sprintf("work[%d].%s", i, rest), ".") }
	inPosition := pathStep.FindStringSubmatch(strings.SplitN(rest, ".", 2)[0])
	if inPosition != nil && (inPosition[1] == "positions" || inPosition[1] == "roles") {
		_, rest, _ = strings.Cut(rest, ".")
	} else {
		inPosition = nil
	}
	var all []string
	for i, expanded := range entries {
		if step[2] != "" && number(step[2]) != i {
			continue
		}
		for k, entry := range expanded {
			// A position of w itself comes first: its fields are hidden, too.
			if inPosition != nil && inPosition[2] != "" && number(inPosition[2]) != k && number(inPosition[2])+1 != k {
				continue
			}
			all = append(all, of(entry))
		}
	}
	return all
}

// checkPositions reports what is said of an employer and of its positions.
func (d *decoder) checkPositions(r *Resume, o *object) {
	for i, e := range o.filled("work") {
		w := r.Work[i]
		if len(w.Positions) == 0 || w.Position != "" || len(w.Positions) == 1 && !w.Positions[0].hasTime() {
			continue
		}
		for _, name := range []string{"startDate", "endDate", "duration"} {
			if n := e.at.value(name); n != nil {
				d.warn(n, "%s.%s is left out: the dates of the positions are shown", e.path, name)
			}
		}
	}
}
