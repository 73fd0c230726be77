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
	entries := map[string][]int{} // by the paths that they have in the file
	for i, w := range r.Work {
		employer, first := fmt.Sprintf("work[%d]", i), len(all)
		if w.Position != "" && len(w.Positions) > 0 { // an entry without a position of the list
			first++
		}
		for _, entry := range w.expanded() {
			paths := []string{employer}
			if len(all) >= first {
				position := fmt.Sprintf(".positions[%d]", len(all)-first)
				paths = append(paths, employer+".positions", employer+position, "work.positions", "work"+position)
			}
			for _, path := range paths {
				entries[path] = append(entries[path], len(all))
			}
			all = append(all, entry)
		}
	}
	r.Work = all
	r.Private = slices.Concat(each(unique(r.Private), func(path string) []string {
		m := workPath.FindStringSubmatch(path)
		if m == nil {
			return []string{path}
		}
		return each(entries[m[1]], func(entry int) string { return fmt.Sprintf("work[%d]%s", entry, m[2]) })
	})...)
}

// workPath matches what a path names of entries of work, and of which.
var workPath = regexp.MustCompile(`^(work\[\d+\](?:\.positions(?:\[\d+\])?)?|work\.positions(?:\[\d+\])?)(\..*)?$`)

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
