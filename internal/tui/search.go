package tui

import (
	"slices"
	"sort"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// These bound the work that a query can cause.
const (
	longestQuery = 80  // characters
	mostMatches  = 500 // of a section
)

// search is what the visitor looks for, and where it was found.
type search struct {
	input  *textinput.Model // nil until the first search
	typing bool
	found  *matches // for the query found.query; nil before the first look
	at     int      // the match that the reader is at
	from   position // where the search began, for esc
}

// position is where in the résumé a reader is.
type position struct {
	section int
	anchor  anchor
	focus   focus
}

// match is one place where the query was found: the number of the section, that
// of the field from 1, and the range of its bytes.
type match struct{ section, field, from, to int32 }

// matches are all places where a query was found.
type matches struct {
	query    string
	all      []match  // in the order of the document
	sections []int    // how many there are in each section
	results  []result // the entries that hold them, the best first; those of a section stay together
	more     bool     // there are more, in a section with mostMatches
}

// result is an entry of the document that holds matches.
type result struct {
	section, entry int32
	first, last    int32 // its matches
}

var noMatches = &matches{}

// find returns the places where a query is found; see resume.Query.
func (d *document) find(query string) *matches {
	found := &matches{query: query, sections: make([]int, len(d.sections))}
	if query == "" {
		return found
	}
	found.all = make([]match, 0, 64)
	parsed := resume.ParseQuery(query)
	for i, index := range d.index() {
		for p := range index.Search(parsed, d.entryOf(i)) {
			if found.sections[i] == mostMatches {
				found.more = true
				break
			}
			found.sections[i]++
			found.add(match{int32(i), int32(p.Text + 1), int32(p.From), int32(p.To)}, d.fields[i][p.Text].entry) //nolint:gosec // a file is at most 1 MB
		}
	}
	d.rank(found)
	return found
}

// entryOf returns a function that returns the range of fields of a section that
// belong to the entry of one of them.
func (d *document) entryOf(section int) func(field int) (from, to int) {
	fields := d.fields[section]
	return func(field int) (from, to int) {
		from, to = field, field+1
		for from > 0 && fields[from-1].entry == fields[field].entry {
			from--
		}
		for to < len(fields) && fields[to].entry == fields[field].entry {
			to++
		}
		return from, to
	}
}

func (f *matches) add(m match, entry int) {
	f.all = append(f.all, m)
	n, last := int32(len(f.all)-1), len(f.results)-1 //nolint:gosec // at most mostMatches for each section
	if last >= 0 && f.results[last].section == m.section && int(f.results[last].entry) == entry {
		f.results[last].last = n
		return
	}
	f.results = append(f.results, result{m.section, int32(entry), n, n}) //nolint:gosec // a file is at most 1 MB
}

// in returns the matches of a section, or those of one of its fields from 1.
func (f *matches) in(section, field int) (from, to int) {
	from = sort.Search(len(f.all), func(i int) bool {
		m := f.all[i]
		return int(m.section) > section || int(m.section) == section && int(m.field) >= field
	})
	to = from
	for to < len(f.all) && int(f.all[to].section) == section && int(f.all[to].field) == field {
		to++
	}
	return from, to
}

func (s *search) query() string {
	if s.input == nil {
		return ""
	}
	return s.input.Value()
}

// active reports whether matches are marked.
func (s *search) active() bool { return s.typing || s.found != nil && len(s.found.all) > 0 }

// matches returns the places where the query was found. While it is typed they
// are looked up once for each frame, not for each key.
func (m *Model) matches() *matches {
	s := &m.search
	if s.typing && (s.found == nil || s.found.query != s.query()) {
		s.found, s.at = m.doc.find(s.query()), 0
		if len(s.found.results) > 0 {
			s.at = int(s.found.results[0].first)
		}
	}
	if s.found == nil {
		return noMatches
	}
	return s.found
}

// startSearch opens the search line.
func (m *Model) startSearch() {
	s := &m.search
	if s.input == nil {
		in := textinput.New()
		in.Prompt = ""
		in.CharLimit = longestQuery
		in.SetVirtualCursor(false)
		in.SetWidth(0)
		in.KeyMap.Paste = key.NewBinding() // it would read the server's clipboard
		s.input = &in
	}
	if !s.active() {
		s.from = position{m.at, m.anchor, m.focus}
	}
	s.typing, s.found, s.at = true, nil, 0
	s.input.Reset()
	s.input.Focus()
}

// searchKey handles a key while the query is typed.
func (m *Model) searchKey(does action, msg tea.KeyPressMsg) {
	switch does {
	case actEscape:
		m.endSearch()
	case actEnter:
		m.openMatch()
	case actUp:
		m.chooseResult(-1)
	case actDown:
		m.chooseResult(1)
	case actPageDown:
		m.chooseResult(max(m.layout.body/2, 1))
	case actPageUp:
		m.chooseResult(-max(m.layout.body/2, 1))
	default:
		m.edit(msg)
	}
}

// edit passes a message to the editor of the query.
func (m *Model) edit(msg tea.Msg) {
	in, _ := m.search.input.Update(msg) // its command would only blink a cursor of its own
	m.search.input = &in
}

func (m *Model) paste(msg tea.PasteMsg) {
	if m.search.typing && !m.noPage() {
		m.edit(msg)
	}
}

// openMatch goes to the chosen match; the others stay marked.
func (m *Model) openMatch() {
	s := &m.search
	if len(m.matches().all) == 0 {
		if s.query() == "" {
			m.endSearch()
		}
		return
	}
	s.typing = false
	s.input.Blur()
	m.goToMatch(s.at)
}

// endSearch takes the reader back to where the search began.
func (m *Model) endSearch() {
	s := &m.search
	typing := s.typing
	s.typing, s.found, s.at = false, nil, 0
	s.input.Reset()
	s.input.Blur()
	if typing {
		m.at, m.anchor, m.focus = s.from.section, s.from.anchor, s.from.focus
		m.restorePlace()
	}
}

// stepMatch goes to the next match or the previous one, and around at the ends.
func (m *Model) stepMatch(by int) {
	n := len(m.matches().all)
	if n == 0 {
		m.note = m.words.Notes.SearchFirst
		return
	}
	to := m.search.at + by
	switch {
	case to < 0:
		m.note = m.either(m.words.Notes.WrappedToLast, m.words.Notes.WrappedToLastNarrow)
	case to >= n:
		m.note = m.either(m.words.Notes.WrappedToFirst, m.words.Notes.WrappedToFirstNarrow)
	}
	m.goToMatch((to + n) % n)
}

func (m *Model) goToMatch(i int) {
	found := m.matches().all[i]
	m.search.at = i
	if int(found.section) != m.at {
		m.open(int(found.section))
	}
	m.focus = focusPage
	m.reveal(int(found.field), int(found.from))
}

// chooseResult moves by so many entries in the list of results.
func (m *Model) chooseResult(by int) {
	if results := m.matches().results; len(results) > 0 {
		to := min(max(m.chosenResult()+by, 0), len(results)-1)
		m.search.at = int(results[to].first)
	}
}

// chosenResult returns the number of the result that the reader is at.
func (m *Model) chosenResult() int {
	return slices.IndexFunc(m.matches().results, func(r result) bool {
		return int(r.first) <= m.search.at && m.search.at <= int(r.last)
	})
}

// repeatSearch looks for the query in this version, and stays at the match that
// the reader is at, or the first after it.
func (m *Model) repeatSearch(old *document) {
	s := &m.search
	if s.found == nil {
		return
	}
	before, at := s.found, s.at
	s.found, s.at = m.doc.find(before.query), 0
	if len(before.all) == 0 {
		return
	}
	was := before.all[at]
	p := m.doc.position(old, position{section: int(was.section), anchor: anchor{field: int(was.field), off: int(was.from)}})
	s.at = sort.Search(len(s.found.all)-1, func(i int) bool {
		f := s.found.all[i]
		if int(f.section) != p.section {
			return int(f.section) > p.section
		}
		return int(f.field) > p.anchor.field || int(f.field) == p.anchor.field && int(f.from) >= p.anchor.off
	})
}

// summary says how much was found.
func (m *Model) summary() string {
	found, w := m.matches(), m.words.Search
	if found.query == "" {
		return ""
	}
	sections := 0
	for _, n := range found.sections {
		if n > 0 {
			sections++
		}
	}
	count := m.doc.words.Count(w.Matches, len(found.all))
	switch {
	case len(found.all) == 0:
		return w.NoMatch
	case len(found.all) == 1:
		return count
	case found.more:
		count = words.Fill(w.More, "matches", count)
	}
	return words.Fill(w.InSections, "matches", count, "sections", m.doc.words.Count(w.Sections, sections))
}

// marked returns lines of the page with the matches in them.
func (m *Model) marked(lines []line) []line {
	if !m.search.active() || m.search.typing || m.matches().sections[m.at] == 0 {
		return lines
	}
	out := make([]line, len(lines))
	for i, l := range lines {
		for _, s := range l {
			out[i] = m.mark(out[i], s, m.at)
		}
	}
	return out
}

// mark appends a span to a line, split at the edges of the matches in it.
func (m *Model) mark(l line, s span, section int) line {
	if s.field == 0 {
		return append(l, s)
	}
	found := m.matches().all
	at := 0
	first, last := m.matches().in(section, s.field)
	for i := first; i < last; i++ {
		as := matched
		if i == m.search.at {
			as = matchedHere
		}
		if s.picture {
			s.style = max(s.style, as) // of several, the one that the reader is at
			continue
		}
		from, to := max(int(found[i].from)-s.off, at), min(int(found[i].to)-s.off, len(s.text))
		if from >= to {
			continue
		}
		if from > at {
			l = append(l, s.slice(at, from))
		}
		hit := s.slice(from, to)
		hit.style = as
		l = append(l, hit)
		at = to
	}
	if at < len(s.text) {
		l = append(l, s.slice(at, len(s.text)))
	}
	return l
}
