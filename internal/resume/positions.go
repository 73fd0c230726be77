package resume

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
)

// expandPositions turns each position into an entry of work, and updates the paths in Private.
func (r *Resume) expandPositions() {
	var all []Work
	entries := map[string][]int{} // by their paths in the file
	for i, w := range r.Work {
		employer, first := fmt.Sprintf("work[%d]", i), len(all)
		if w.Position != "" && len(w.Positions) > 0 { // a position that is not in the list
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

// workPath matches a path of an entry of work or of its positions, and what follows.
var workPath = regexp.MustCompile(`^(work\[\d+\](?:\.positions(?:\[\d+\])?)?|work\.positions(?:\[\d+\])?)(\..*)?$`)

// expanded returns an entry for each position of w; w if it has none. What w says of the whole time is in the first.
func (w Work) expanded() []Work {
	positions := w.Positions
	w.Positions = nil
	var all []Work
	if w.Position != "" || len(positions) == 0 {
		all = append(all, w)
		w.Summary, w.Highlights = "", nil
	}
	for i, p := range positions {
		entry := w // fields that only the employer has hold for all positions
		entry.Position, entry.Summary, entry.Highlights, entry.Former = "", "", nil, w.Former && p.EndDate == ""
		if len(positions) > 1 || w.Position != "" || p.hasTime() {
			entry.StartDate, entry.EndDate, entry.Duration = "", "", ""
		}
		p.setIn(&entry)
		if i == 0 {
			entry.Summary = Joined("\n\n", w.Summary, p.Summary)
			entry.Highlights = slices.Concat(w.Highlights, p.Highlights)
		}
		if len(all) > 0 {
			entry.Description = ""
		}
		all = append(all, entry)
	}
	return all
}

// setIn sets the fields of w that the position has values for. Each field of Position has its like in Work.
func (p Position) setIn(w *Work) {
	position, entry := reflect.ValueOf(p), reflect.ValueOf(w).Elem()
	for field, value := range position.Fields() {
		if !value.IsZero() {
			entry.FieldByName(field.Name).Set(value)
		}
	}
}

func (p Position) hasTime() bool { return p.StartDate != "" || p.EndDate != "" || p.Duration != "" }

// checkPositions reports fields of an employer that its positions already have.
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
