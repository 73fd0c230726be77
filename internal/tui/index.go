package tui

import (
	"cmp"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// What a document prepares for searching, once for all sessions.

// tries is how many words an empty search suggests.
const tries = 6

// suggestedQueries returns words of this résumé that are worth searching for: keywords of
// skills that stand in most sections.
func (d *document) suggestedQueries() []string {
	counts, seen := map[string]int{}, map[string]bool{}
	var all []string
	for _, section := range d.sections {
		for _, b := range section.Blocks {
			for _, skill := range b.Skills {
				for _, word := range skill.Keywords {
					if folded := strings.ToLower(word); len(word) > 2 && len(word) <= 16 && len(strings.Fields(word)) == 1 && !seen[folded] && len(all) < 200 {
						seen[folded] = true
						all = append(all, word)
					}
				}
			}
		}
	}
	for _, word := range all {
		for _, index := range d.index() {
			for range index.Matches(word) {
				counts[word]++
				break
			}
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return counts[b] - counts[a] })
	return all[:min(tries, len(all))]
}

// sectionIndexes prepares the fields of each section for searching.
func (d *document) sectionIndexes() []*resume.Index {
	all := make([]*resume.Index, len(d.fields))
	for i, fields := range d.fields {
		all[i] = resume.NewIndex(func(yield func(string) bool) {
			for _, f := range fields {
				if !yield(f.text) {
					return
				}
			}
		}).WithInitials()
	}
	return all
}

// Ranks of what is found, the best first.
const (
	rankHeading = iota // the heading of the section
	rankTitle          // the title of an entry
	rankText
)

// rank puts the sections with the best results first, and in each section the best
// results. Equal ones stay in the order of the document.
func (d *document) rank(found *matches) {
	titles := d.titles()
	ranks := make([]int8, len(found.all)) // of each result, by its first match
	best := make([]int8, len(d.sections))
	for i, s := range d.sections {
		best[i] = rankText
		if found.sections[i] > 0 && (len(resume.Find(s.Heading, found.query)) > 0 || len(resume.Find(s.Title, found.query)) > 0) {
			best[i] = rankHeading
		}
	}
	for _, r := range found.results {
		rank := int8(rankText)
		last := int32(0)
		for _, m := range found.all[r.first : r.last+1] {
			if m.field == last {
				continue
			}
			last = m.field
			title := d.fields[r.section][m.field-1].text
			of, ok := titles[r.section][title]
			if !ok { // a label and its text are one field
				title, _, _ = strings.Cut(title, ": ")
				of, ok = titles[r.section][title]
			}
			if ok && of < rank && len(resume.Find(title, found.query)) > 0 {
				rank = of
			}
		}
		ranks[r.first], best[r.section] = rank, min(best[r.section], rank)
	}
	slices.SortStableFunc(found.results, func(a, b result) int {
		return cmp.Or(cmp.Compare(best[a.section], best[b.section]), cmp.Compare(a.section, b.section), cmp.Compare(ranks[a.first], ranks[b.first]))
	})
}

// sectionTitles returns the ranks of the titles in each section.
func (d *document) sectionTitles() []map[string]int8 {
	all := make([]map[string]int8, len(d.sections))
	for i, s := range d.sections {
		all[i] = map[string]int8{}
		for _, title := range s.Titles() {
			all[i][title] = rankTitle
		}
		all[i][s.Heading] = rankHeading
	}
	return all
}
