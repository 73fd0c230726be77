package tui

import "slices"

// anchor is the place in the document that the reader scrolled to. After a resize the page shows it
// again, however the text is laid out then. The zero anchor is the top of the page.
type anchor struct {
	field, off int
	delta      int // lines from the top of the screen down to it
}

// open shows a section from its top.
func (m *Model) open(section int) {
	if section < 0 || section >= len(m.doc.sections) {
		m.note = m.doc.words.Count(m.words.Notes.NoSuchSection, len(m.doc.sections))
		return
	}
	m.at = section
	m.top, m.anchor = 0, anchor{}
	m.markRead()
}

func (m *Model) step(by int) {
	switch to := m.at + by; {
	case to < 0:
		m.note = m.words.Notes.FirstSection
	case to >= len(m.doc.sections):
		m.note = m.words.Notes.LastSection
	default:
		m.open(to)
	}
}

// scroll moves the page by lines, and says so if it can't.
func (m *Model) scroll(by int) {
	before := m.top
	m.scrollTo(m.top + by)
	switch {
	case m.top != before:
	case m.lastTop() == 0:
		m.note = m.words.Notes.AllShown
	case by < 0:
		m.note = m.words.Notes.AtTop
	default:
		m.note = m.words.Notes.AtEnd
	}
}

// readOn shows the next screen of the page and, at its end, the next section.
func (m *Model) readOn() {
	if m.top == m.lastTop() && m.at < m.lastSection() {
		m.open(m.at + 1)
		return
	}
	m.scroll(m.screenful())
	if m.covered() == 0 || m.top == m.lastTop() {
		return
	}
	lines := m.page().lines
	switch first := m.top + 1; {
	case len(lines[first]) == 0: // no screen begins with a blank row
		m.scrollTo(m.top + 1)
	case continues(lines[first-1], lines[first]) && !continues(lines[first], lines[first+1]): // nor with the last line of a text
		m.scrollTo(m.top - 1)
	}
}

// readBack shows the previous screen of the page and, at its top, the end of the previous section.
func (m *Model) readBack() {
	if m.top > 0 || m.at == 0 {
		m.scroll(-m.screenful())
		return
	}
	m.open(m.at - 1)
	m.scrollTo(m.lastTop())
	m.note = m.words.Notes.AtEnd
}

// screenful returns how many lines a screenful moves.
func (m *Model) screenful() int { return max(m.layout.body-2, 1) }

// continues reports whether a text continues from one line to the next.
func continues(l, next line) bool {
	return slices.ContainsFunc(l, func(s span) bool {
		return s.field > 0 && !s.picture && slices.ContainsFunc(next, func(t span) bool { return t.field == s.field })
	})
}

// scrollTo shows the page from a line on, and remembers the place.
func (m *Model) scrollTo(top int) {
	m.top = min(max(top, 0), m.lastTop())
	m.anchor = anchor{}
	if s, at := m.page().fieldFrom(m.top + m.covered()); m.top > 0 && s.field > 0 {
		m.anchor = anchor{s.field, s.off, at - m.top}
	}
}

// lastTop returns the first line shown when the page is scrolled to its end.
func (m *Model) lastTop() int { return max(len(m.page().lines)-m.layout.body, 0) }

// restorePlace finds the reader's place after the page was laid out again.
func (m *Model) restorePlace() {
	m.top = 0
	if m.anchor.field > 0 {
		m.top = m.page().find(m.anchor.field, m.anchor.off) - m.anchor.delta
	}
	m.top = min(max(m.top, 0), m.lastTop())
}

// reveal scrolls just enough to show a byte of a field with a line above and below it.
func (m *Model) reveal(field, off int) {
	at := m.page().find(field, off)
	if at < m.top+1 || at >= m.top+m.layout.body-1 {
		m.scrollTo(at - m.layout.body/3)
	}
}
