package tui

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

type search struct {
	input  *textinput.Model // nil until the first search
	query  string           // what is typed
	typing bool
	found  *matches // for the query found.query, which is empty at first
	at     int      // the match that the reader is at
	from   position // where the search began; esc returns there
}

// position is where in the résumé a reader is.
type position struct {
	at     int // the section
	anchor anchor
	inList bool // the arrow keys move through the list of sections, not through the page
}

// active reports whether matches are marked.
func (s *search) active() bool { return s.typing || len(s.found.all) > 0 }

func (m *Model) foundIn(section int) int {
	if len(m.matches().all) == 0 {
		return 0
	}
	return m.search.found.sections[section]
}

// matches returns where the query was found. While it is being typed, that is looked up once per frame, not per key.
func (m *Model) matches() *matches {
	s := &m.search
	if s.typing && s.found.query != s.query {
		s.found, s.at = m.doc.find(s.query), 0
		if len(s.found.all) == 0 {
			m.findElsewhere(s.found)
		}
	}
	return s.found
}

func (m *Model) findElsewhere(found *matches) {
	for _, tag := range m.pages.languages {
		o := m.opts
		o.Language = tag
		d := m.pages.document(o)
		if d == m.doc {
			continue
		}
		if n := len(d.find(found.query).all); n > 0 {
			found.elsewhere, found.count = d, n
			return
		}
	}
}

func (m *Model) startSearch() {
	s := &m.search
	if s.input == nil {
		in := textinput.New()
		in.CharLimit = longestQuery
		in.SetVirtualCursor(false)
		in.KeyMap.Paste = key.NewBinding() // it would read the server's clipboard
		in.Focus()
		s.input = &in
	}
	if !s.active() {
		s.from = m.position
	}
	s.clear()
	s.typing = true
}

func (s *search) clear() {
	s.typing, s.query, s.found, s.at = false, "", &matches{}, 0
	s.input.Reset()
}

func (m *Model) searchKey(does action, msg tea.KeyPressMsg) {
	switch by := m.lines(does); {
	case by != 0:
		m.chooseResult(by)
	case does == actEscape:
		m.endSearch()
	case does == actEnter:
		m.openMatch()
	default:
		m.edit(msg)
	}
}

func (m *Model) edit(msg tea.Msg) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: paste.Content[:min(len(paste.Content), longestQuery*utf8.UTFMax)]}
	}
	in, _ := m.search.input.Update(msg) // its command would only blink its own cursor
	m.search.input, m.search.query = &in, in.Value()
}

// openMatch goes to the chosen match; the others stay marked.
func (m *Model) openMatch() {
	s := &m.search
	if other := m.matches().elsewhere; other != nil {
		m.showLanguage(other.language)
	}
	switch {
	case s.query == "":
		m.endSearch()
	case len(m.matches().all) > 0:
		s.typing = false
		m.goToMatch(s.at)
	}
}

// endSearch takes the reader back to where the search began.
func (m *Model) endSearch() {
	s := &m.search
	if s.typing {
		m.position = s.from
		m.restorePlace()
	}
	s.clear()
}

// stepMatch goes to the next or previous match in the order of the results, wrapping around at the ends.
func (m *Model) stepMatch(by int) {
	n := len(m.matches().all)
	if n == 0 {
		m.note = m.words.Notes.SearchFirst
		return
	}
	to := m.search.at + by
	switch {
	case to < 0:
		m.note = either(m.layout.wide, m.words.Notes.WrappedToLast, m.words.Notes.WrappedToLastNarrow)
	case to >= n:
		m.note = either(m.layout.wide, m.words.Notes.WrappedToFirst, m.words.Notes.WrappedToFirstNarrow)
	}
	m.goToMatch((to + n) % n)
}

func (m *Model) goToMatch(i int) {
	found := m.doc.positionOf(m.matches().all[i])
	m.search.at = i
	if found.at != m.at {
		m.open(found.at)
	}
	m.inList = false
	m.reveal(found.anchor.field, found.anchor.off)
}

func (d *document) positionOf(found resume.Match) position {
	section := d.index().section(found)
	field := int(found.Text-d.index().first[section]) + 1
	return position{at: section, anchor: anchor{field: field, off: int(found.From)}}
}

// chooseResult moves in the list of results by the given number of entries.
func (m *Model) chooseResult(by int) {
	if results := m.matches().results; len(results) > 0 {
		to := min(max(m.chosenResult()+by, 0), len(results)-1)
		m.search.at = int(results[to].first)
	}
}

func (m *Model) chosenResult() int {
	at, _ := slices.BinarySearchFunc(m.matches().results, m.search.at+1, func(r result, end int) int {
		return int(r.end) - end
	})
	return at
}

// repeatSearch searches this version for the query, and stays at the reader's match, or the first after it.
func (m *Model) repeatSearch(old *document) {
	s := &m.search
	before, at := s.found, s.at
	if before.query == "" {
		return // and no index is built
	}
	s.found, s.at = m.doc.find(before.query), 0
	if len(before.all) == 0 {
		return
	}
	p := m.doc.position(old, old.positionOf(before.all[at]))
	text := m.doc.index().first[p.at] + int32(max(p.anchor.field, 1)) - 1 //nolint:gosec // a file is at most 1 MB
	here := resume.Match{Text: text, From: int32(p.anchor.off)}           //nolint:gosec // likewise
	inOrder := func(a, b resume.Match) int { return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.From, b.From)) }
	ahead := slices.DeleteFunc(slices.Clone(s.found.all), func(f resume.Match) bool { return inOrder(f, here) < 0 })
	if len(ahead) > 0 {
		s.at = slices.Index(s.found.all, slices.MinFunc(ahead, inOrder))
	}
}

func (m *Model) summary() string {
	found, w := m.matches(), m.words.Search
	if found.query == "" {
		return ""
	}
	sections := len(slices.DeleteFunc(slices.Clone(found.sections), func(n int) bool { return n == 0 }))
	count := m.doc.words.Count(w.Matches, len(found.all))
	switch n := len(found.all); {
	case n == 0:
		return w.NoMatch
	case n == 1:
		return count
	case found.more:
		count = words.Fill(w.More, "matches", count)
	}
	return words.Fill(w.InSections, "matches", count, "sections", m.doc.words.Count(w.Sections, sections))
}

func (m *Model) marked(lines []line) []line {
	if m.search.typing || m.foundIn(m.at) == 0 {
		return lines
	}
	out, found := make([]line, len(lines)), m.matches().onPage(m.at)
	for i, l := range lines {
		for _, s := range l {
			out[i] = m.mark(out[i], s, m.at, found)
		}
	}
	return out
}

// mark appends a span of a section to a line, split at the edges of the matches in it.
func (m *Model) mark(l line, s span, section int, found []resume.Match) line {
	if s.field == 0 {
		return append(l, s)
	}
	at, text := 0, m.doc.index().first[section]+int32(s.field)-1 //nolint:gosec // a file is at most 1 MB
	for _, match := range found {
		if match.Text != text {
			continue
		}
		as := either(match == m.matches().all[m.search.at], matchedHere, matched)
		if s.picture {
			s.style = max(s.style, as) // the reader's match takes precedence
			continue
		}
		from, to := max(int(match.From)-s.off, at), min(int(match.To)-s.off, len(s.text))
		if from >= to {
			continue
		}
		l = s.appendStyled(l, at, from, to, as)
		at = to
	}
	if at < len(s.text) {
		l = append(l, s.slice(at, len(s.text)))
	}
	return l
}
