package tui

// NewerMsg says that there is a newer version of the résumé, which the reader
// may go on to. Another one takes its place.
type NewerMsg struct{ Pages *Pages }

// offer keeps a newer version until the reader asks for it.
func (m *Model) offer(pages *Pages) {
	m.newer = nil
	if pages != m.pages {
		m.newer, m.note = pages, "" // what was said of the last key would hide it
	}
}

// takeNewer goes on to the newer version, where there is one.
func (m *Model) takeNewer() {
	switch {
	case len(m.file.Faults) > 0:
		m.note = m.either("the page is from before: what is wrong stands below it", "it is from before")
	case m.newer == nil:
		m.note = m.either("there is nothing newer than this", "nothing newer")
	default:
		m.turnTo(m.newer)
		m.note = m.either("this is the new version", "the new version")
	}
}

// turnTo shows another version of the résumé, at the reader's place in it and
// with what is looked for.
func (m *Model) turnTo(pages *Pages) {
	old, top, here := m.doc, m.top, spot{m.at, m.anchor, m.focus}
	m.newer, m.pages, m.doc = nil, pages, pages.document(m.opts.ASCII)
	m.glyphs, m.keys = m.doc.glyphs, &m.doc.keys
	if m.panel.kind == contactPanel {
		m.chooseAgain(old)
	}
	if len(old.sections) == 0 || len(m.doc.sections) == 0 {
		m.at, m.anchor, m.search = 0, anchor{}, search{}
		m.resize(m.opts.Width, m.opts.Height)
		return
	}
	now := m.doc.spot(old, here)
	m.at, m.anchor = now.section, now.anchor
	m.search.from = m.doc.spot(old, m.search.from)
	m.lookAgain(old)
	m.resize(m.opts.Width, m.opts.Height)
	if top > 0 && m.anchor.field == 0 && m.doc.sections[m.at].ID == old.sections[here.section].ID && !m.small() {
		m.scrollTo(top) // nothing that stood there is left
	}
}

// chooseAgain finds the chosen contact among those of this version, or the one
// that stands where it stood.
func (m *Model) chooseAgain(old *document) {
	label, last := old.contacts[m.panel.at].label, len(m.doc.contacts)-1
	if last < 0 {
		m.panel = panel{}
		return
	}
	m.panel.at = min(m.panel.at, last)
	same, ok := nearest(m.panel.at, last+1, func(i int) (int, bool) { return i, m.doc.contacts[i].label == label })
	if ok {
		m.panel.at = same
	}
}

// spot finds a place of another version in this one: the same section and text
// or, where it has gone, the nearest that stood beside it.
func (d *document) spot(old *document, s spot) spot {
	section, ok := nearest(s.section, len(old.sections), func(i int) (int, bool) {
		for j := range d.sections {
			if d.sections[j].ID == old.sections[i].ID {
				return j, true
			}
		}
		return 0, false
	})
	if !ok {
		section = min(s.section, len(d.sections)-1)
	}
	if d.sections[section].ID != old.sections[s.section].ID || s.anchor.field == 0 {
		return spot{section, anchor{}, s.focus}
	}
	before, after := old.fields[s.section], d.fields[section]
	at := s.anchor.field - 1
	field, ok := nearest(at, len(before), func(i int) (int, bool) { return sameField(after, before[i].text, i) })
	if !ok {
		return spot{section, anchor{}, s.focus}
	}
	a := anchor{field: field + 1, delta: s.anchor.delta}
	if after[field].text == before[at].text {
		a.off = s.anchor.off
	}
	return spot{section, a, s.focus}
}

// sameField gives the field with a text, of several the one nearest to at.
func sameField(fields []field, text string, at int) (int, bool) {
	return nearest(min(at, len(fields)-1), len(fields), func(i int) (int, bool) { return i, fields[i].text == text })
}

// nearest asks for each of n things, from the one at a place outwards, until
// one is found.
func nearest(at, n int, found func(i int) (int, bool)) (int, bool) {
	for by := range n {
		for _, i := range [2]int{at - by, at + by} {
			if i < 0 || i >= n {
				continue
			}
			if j, ok := found(i); ok {
				return j, true
			}
		}
	}
	return 0, false
}

// lookAgain looks for the query in this version, and stays at the match that
// the reader is at, or the first after it.
func (m *Model) lookAgain(old *document) {
	s := &m.search
	if !s.active() {
		return
	}
	if len(s.hits) == 0 {
		m.lookUp()
		return
	}
	was := s.hits[s.at]
	m.lookUp()
	at := m.doc.spot(old, spot{section: was.section, anchor: anchor{field: was.field, off: was.from}})
	for i, h := range s.hits {
		s.at = i
		if h.section > at.section || h.section == at.section && (h.field > at.anchor.field || h.field == at.anchor.field && h.from >= at.anchor.off) {
			return
		}
	}
}
