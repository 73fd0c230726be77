package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/resume"
)

// longestQuery bounds the work that a query can cause, in characters.
const longestQuery = 80

// search is what the visitor looks for, and where it was found.
type search struct {
	input  *textinput.Model // nil until the first search
	typing bool
	hits   []hit // in the order of the document
	at     int   // the hit that the reader is at
	from   spot  // where the search began, for esc
}

// spot is where in the résumé a reader is.
type spot struct {
	section int
	anchor  anchor
	focus   focus
}

// hit is one match.
type hit struct {
	section, field int
	from, to       int // bytes of the field
}

func (s *search) query() string {
	if s.input == nil {
		return ""
	}
	return s.input.Value()
}

// active tells whether matches are marked.
func (s *search) active() bool { return s.typing || len(s.hits) > 0 }

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
		s.from = spot{m.at, m.anchor, m.focus}
	}
	s.typing = true
	s.input.Reset()
	s.input.Focus()
	m.lookUp()
}

// lookUp finds the query in every section.
func (m *Model) lookUp() {
	s := &m.search
	s.hits, s.at = nil, 0
	query := s.query()
	for i, fields := range m.doc.fields {
		for j, f := range fields {
			for _, r := range resume.Find(f.text, query) {
				s.hits = append(s.hits, hit{i, j + 1, r[0], r[1]})
			}
		}
	}
}

// searchKey takes a key while the query is typed.
func (m *Model) searchKey(msg tea.KeyPressMsg) {
	switch msg.String() {
	case "esc", "ctrl+g":
		m.endSearch()
	case "enter":
		m.acceptSearch()
	case "up", "ctrl+p", "shift+tab":
		m.nextEntry(-1)
	case "down", "ctrl+n", "tab":
		m.nextEntry(1)
	case "pgdown":
		m.nextEntry(max(m.layout.body/2, 1))
	case "pgup":
		m.nextEntry(-max(m.layout.body/2, 1))
	default:
		m.edit(msg)
	}
}

// edit hands a message to the editor of the query.
func (m *Model) edit(msg tea.Msg) {
	s := &m.search
	before := s.query()
	in, _ := s.input.Update(msg) // its command would only blink a cursor of its own
	s.input = &in
	if s.query() != before {
		m.lookUp()
	}
}

func (m *Model) paste(msg tea.PasteMsg) {
	if m.search.typing && !m.small() {
		m.edit(msg)
	}
}

// acceptSearch goes to the chosen match; the others stay marked.
func (m *Model) acceptSearch() {
	s := &m.search
	if len(s.hits) == 0 {
		if s.query() == "" {
			m.endSearch()
		}
		return
	}
	s.typing = false
	s.input.Blur()
	m.goToHit(s.at)
}

// endSearch takes the reader back to where the search began.
func (m *Model) endSearch() {
	s := &m.search
	typing := s.typing
	s.typing, s.hits, s.at = false, nil, 0
	s.input.Reset()
	s.input.Blur()
	if typing {
		m.at, m.anchor, m.focus = s.from.section, s.from.anchor, s.from.focus
		m.restorePlace()
	}
}

// walk goes to the next match or the previous one, and around at the ends.
func (m *Model) walk(by int) {
	s := &m.search
	n := len(s.hits)
	if n == 0 {
		m.note = "press / to search first"
		return
	}
	to := s.at + by
	switch {
	case to < 0:
		m.note = "on from the last match"
	case to >= n:
		m.note = "on from the first match"
	}
	m.goToHit((to + n) % n)
}

func (m *Model) goToHit(i int) {
	h := m.search.hits[i]
	m.search.at = i
	if h.section != m.at {
		m.open(h.section)
	}
	m.focus = onPage
	m.reveal(h.field, h.from)
}

// entryOf gives the entry that a hit is in.
func (m *Model) entryOf(h hit) (section, entry int) {
	return h.section, m.doc.fields[h.section][h.field-1].entry
}

// nextEntry chooses the first match of another entry of the results.
func (m *Model) nextEntry(by int) {
	s := &m.search
	rows := m.results()
	now := 0
	for i, r := range rows {
		if r.first <= s.at {
			now = i
		}
	}
	if len(rows) > 0 {
		s.at = rows[min(max(now+by, 0), len(rows)-1)].first
	}
}

// result is an entry of the document that holds matches.
type result struct {
	section, entry int
	first, last    int // its hits
}

func (m *Model) results() []result {
	var out []result
	for i, h := range m.search.hits {
		section, entry := m.entryOf(h)
		if n := len(out); n > 0 && out[n-1].section == section && out[n-1].entry == entry {
			out[n-1].last = i
			continue
		}
		out = append(out, result{section, entry, i, i})
	}
	return out
}

// chosenSection gives the title of the section that the chosen match is in:
// its own row may be out of sight.
func (m *Model) chosenSection() string {
	if len(m.search.hits) == 0 {
		return ""
	}
	return m.doc.sections[m.search.hits[m.search.at].section].Title
}

// counts gives the number of matches in each section.
func (m *Model) counts() []int {
	n := make([]int, len(m.doc.sections))
	for _, h := range m.search.hits {
		n[h.section]++
	}
	return n
}

// found says how much was found, in words.
func (m *Model) found() string {
	if m.search.query() == "" {
		return ""
	}
	sections := 0
	for _, n := range m.counts() {
		if n > 0 {
			sections++
		}
	}
	switch n := len(m.search.hits); n {
	case 0:
		return "no match"
	case 1:
		return "1 match"
	default:
		return fmt.Sprintf("%s in %s", plural(n, "match", "matches"), plural(sections, "section", "sections"))
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// marked lays the matches over the lines of the page.
func (m *Model) marked(lines []line) []line {
	s := &m.search
	if !s.active() || s.typing {
		return lines
	}
	first, last := 0, len(s.hits)-1
	for first <= last && s.hits[first].section < m.at {
		first++
	}
	for first <= last && s.hits[last].section > m.at {
		last--
	}
	if first > last {
		return lines
	}
	out := make([]line, len(lines))
	for i, l := range lines {
		for _, sp := range l {
			out[i] = m.mark(out[i], sp, first, last)
		}
	}
	return out
}

// mark appends a span to a line, parted at the edges of those hits, from the
// first to the last, that are in its field.
func (m *Model) mark(l line, sp span, first, last int) line {
	at := 0
	for i := first; i <= last && sp.field > 0; i++ {
		h := m.search.hits[i]
		if h.field != sp.field {
			continue
		}
		as := match
		if i == m.search.at {
			as = matchHere
		}
		if sp.picture {
			sp.style = max(sp.style, as) // of several, the one that the reader is at
			continue
		}
		from, to := max(h.from-sp.off, at), min(h.to-sp.off, len(sp.text))
		if from >= to {
			continue
		}
		if from > at {
			l = append(l, sp.slice(at, from))
		}
		found := sp.slice(from, to)
		found.style = as
		l = append(l, found)
		at = to
	}
	if at < len(sp.text) {
		l = append(l, sp.slice(at, len(sp.text)))
	}
	return l
}
