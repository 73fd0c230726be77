package tui

import "fmt"

// anchor is the place in the document that the reader scrolled to: a resize
// finds it again, however the page is laid out then. The zero anchor is the
// top.
type anchor struct {
	field, off int
	delta      int // lines from the first on the screen down to it
}

// open shows a section from its top.
func (m *Model) open(section int) {
	if section < 0 || section >= len(m.doc.sections) {
		if m.note = fmt.Sprintf("there are %d sections", len(m.doc.sections)); len(m.doc.sections) == 1 {
			m.note = "there is 1 section"
		}
		return
	}
	m.at = section
	m.top, m.anchor = 0, anchor{}
	m.seen()
}

// step goes to the next or the previous section.
func (m *Model) step(by int) {
	switch to := m.at + by; {
	case to < 0:
		m.note = "the first section"
	case to >= len(m.doc.sections):
		m.note = "the last section"
	default:
		m.open(to)
	}
}

// scroll moves the page by lines and says so where it can't.
func (m *Model) scroll(by int) {
	before := m.top
	m.scrollTo(m.top + by)
	if m.top != before || by == 0 {
		return
	}
	switch {
	case m.lastTop() == 0:
		m.note = "all of it is on screen"
	case by < 0:
		m.note = "the top of the page"
	default:
		m.note = "the end of the page"
	}
}

// scrollTo shows the page from a line on, and keeps that as the reader's place.
func (m *Model) scrollTo(top int) {
	m.top = min(max(top, 0), m.lastTop())
	m.anchor = anchor{}
	if m.top == 0 {
		return
	}
	for i, l := range m.page().lines[m.top:] {
		for _, s := range l {
			if s.field > 0 {
				m.anchor = anchor{s.field, s.off, i}
				return
			}
		}
	}
}

// lastTop gives the first line shown at the end of the page.
func (m *Model) lastTop() int {
	return max(len(m.page().lines)-m.layout.body, 0)
}

// restorePlace finds the reader's place in a page that was laid out anew.
func (m *Model) restorePlace() {
	m.top = 0
	if m.anchor.field > 0 {
		m.top = m.page().find(m.anchor.field, m.anchor.off) - m.anchor.delta
	}
	m.top = min(max(m.top, 0), m.lastTop())
}

// reveal scrolls as little as shows the byte of a field, a line around it.
func (m *Model) reveal(field, off int) {
	at := m.page().find(field, off)
	if at < m.top+1 || at >= m.top+m.layout.body-1 {
		m.scrollTo(at - m.layout.body/3)
	}
}

// place says where in the page the reader is.
func (m *Model) place() string {
	switch last := m.lastTop(); {
	case last == 0:
		return "all"
	case m.top == 0:
		return "top"
	case m.top == last:
		return "end"
	default:
		return fmt.Sprintf("%d%%", 100*m.top/last)
	}
}
