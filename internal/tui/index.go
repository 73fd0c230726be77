package tui

import (
	"cmp"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// These bound the work that a query can cause.
const (
	longestQuery   = 60  // characters
	mostMatches    = 100 // of a section
	mostAllMatches = 25 * mostMatches
)

// tries is how many words an empty search suggests.
const tries = 6

// searchIndex is what a document prepares for search, once for all sessions.
type searchIndex struct {
	*resume.Index
	first []int32 // the number of each section's first text; at the end, the number of texts
	tries []line  // words of this résumé that are worth searching for
}

// matches are all places where a query was found.
type matches struct {
	query    string
	all      []resume.Match // in the order of the results
	sections []int          // how many there are in each section
	results  []result       // best first, grouped by section
	more     bool           // there are more matches than were counted

	elsewhere *document // another language that has the query if this one lacks it; nil for none
	count     int       // how often it has the query
}

// result is an entry of the document that has matches.
type result struct {
	section, rank int32
	first, end    int32 // its matches
}

func (d *document) searchIndex() *searchIndex {
	x := &searchIndex{first: []int32{0}, tries: suggested(d.skills)}
	for i, fields := range d.fields {
		x.first = append(x.first, x.first[i]+int32(len(fields))) //nolint:gosec // a file is at most 1 MB
	}
	x.Index = resume.NewIndex(func(yield func(string, bool) bool) {
		for _, fields := range d.fields {
			for j, f := range fields {
				if begins := j == 0 || f.entry != fields[j-1].entry; !yield(f.text, begins) {
					return
				}
			}
		}
	})
	return x
}

// suggested returns the first keywords of skills that are short single words.
func suggested(skills []resume.Skill) []line {
	var words []string
	for _, skill := range skills {
		for _, word := range skill.Keywords {
			short := len(word) >= 3 && len(word) <= 16 && !strings.Contains(word, " ")
			if short && len(words) < tries && !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	return each(words, func(word string) line { return line{styled(plain, word)} })
}

// section returns the number of the section that a match is in.
func (x *searchIndex) section(m resume.Match) int {
	i, _ := slices.BinarySearch(x.first, m.Text+1)
	return i - 1
}

// find returns the places where a query is found; see resume.Search.
func (d *document) find(query string) *matches {
	x, found := d.index(), &matches{query: query, sections: make([]int, len(d.sections))}
	search := x.Search(query)
	found.all = make([]resume.Match, 0, mostMatches)
	for text := int32(0); len(found.all) < mostAllMatches; {
		before := len(found.all)
		if found.all, text = search.Next(found.all, text, mostMatches+1); len(found.all) == before {
			break
		}
		section := x.section(found.all[before])
		room := mostMatches - found.sections[section]
		if n := len(found.all) - before; n > room {
			found.all, found.more, text = found.all[:before+room], true, x.first[section+1]
		}
		if n := len(found.all) - before; n > 0 {
			found.sections[section] += n
			r := result{int32(section), resume.RankText, int32(before), int32(len(found.all))} //nolint:gosec // bounded above
			found.results = append(found.results, r)
		}
	}
	found.more = found.more || len(found.all) >= mostAllMatches
	d.rank(found, search)
	return found
}

// rank sorts sections by their best results, and the results in each, best first; equal ones as in the document.
func (d *document) rank(found *matches, search *resume.Search) {
	best := make([]int32, len(d.sections))
	for i, s := range d.sections {
		best[i] = resume.RankText
		if found.sections[i] > 0 && len(resume.Find(s.Heading, found.query))+len(resume.Find(s.Title, found.query)) > 0 {
			best[i] = resume.RankHeading
		}
	}
	for i := range found.results {
		r, last := &found.results[i], int32(-1)
		fields, first := d.fields[r.section], d.index().first[r.section]
		for _, m := range found.all[r.first:r.end] {
			if m.Text != last && search.Has(m.Text, fields[m.Text-first].title) {
				r.rank = resume.RankTitle
			}
			last = m.Text
		}
		best[r.section] = min(best[r.section], r.rank)
	}
	slices.SortStableFunc(found.results, func(a, b result) int {
		return cmp.Or(cmp.Compare(best[a.section], best[b.section]), cmp.Compare(a.section, b.section), cmp.Compare(a.rank, b.rank))
	})
	ranked := make([]resume.Match, 0, len(found.all))
	for i := range found.results {
		r := &found.results[i]
		ranked = append(ranked, found.all[r.first:r.end]...)
		r.first, r.end = int32(len(ranked))-(r.end-r.first), int32(len(ranked)) //nolint:gosec // bounded in find
	}
	found.all = ranked
}

// onPage returns the matches of a section. Matches in a text are in order.
func (f *matches) onPage(section int) []resume.Match {
	var all []resume.Match
	for _, r := range f.results {
		if int(r.section) == section {
			all = append(all, f.all[r.first:r.end]...)
		}
	}
	return all
}
