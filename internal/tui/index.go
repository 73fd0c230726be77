package tui

import (
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
