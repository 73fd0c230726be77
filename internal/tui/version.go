package tui

// offer keeps a new version of the résumé until the reader asks for it.
func (m *Model) offer(pages *Pages) {
	m.offered = nil
	if pages != m.pages {
		m.offered, m.note = pages, "" // a note would hide the offer
	}
}

// acceptVersion shows the version that was offered.
func (m *Model) acceptVersion() {
	switch {
	case len(m.file.Faults) > 0:
		m.note = m.either(m.words.Notes.OldVersion, m.words.Notes.OldVersionNarrow)
	case m.offered == nil:
		m.note = m.either(m.words.Notes.NoNewVersion, m.words.Notes.NoNewVersionNarrow)
	default:
		m.show(m.offered)
		m.note = m.either(m.words.Notes.NewVersion, m.words.Notes.NewVersionNarrow)
	}
}

// show replaces the résumé by another version of it. The reader keeps their place
// and their search.
func (m *Model) show(pages *Pages) {
	old, top, here := m.doc, m.top, position{m.at, m.anchor, m.focus}
	m.offered, m.pages = nil, pages
	m.useDocument(pages.document(m.opts))
	if m.panel.kind == contactPanel {
		m.keepContact(old)
	}
	if len(old.sections) == 0 || len(m.doc.sections) == 0 {
		m.at, m.anchor, m.search = 0, anchor{}, search{}
		m.resize(m.opts.Width, m.opts.Height)
		return
	}
	now := m.doc.position(old, here)
	m.at, m.anchor = now.section, now.anchor
	m.search.from = m.doc.position(old, m.search.from)
	m.repeatSearch(old)
	m.resize(m.opts.Width, m.opts.Height)
	if top > 0 && m.anchor.field == 0 && m.doc.sections[m.at].ID == old.sections[here.section].ID && !m.noPage() {
		m.scrollTo(top) // nothing that stood there is left
	}
}

// keepContact finds the chosen contact among those of this version, or the one
// that is now in its place.
func (m *Model) keepContact(old *document) {
	id, last := old.contacts[m.panel.at].id, len(m.doc.contacts)-1
	if last < 0 {
		m.panel = panel{}
		return
	}
	m.panel.at = min(m.panel.at, last)
	same, ok := nearest(m.panel.at, last+1, func(i int) (int, bool) { return i, m.doc.contacts[i].id == id })
	if ok {
		m.panel.at = same
	}
}

// position finds a place of another version in this one: the same section and
// text or, where that is gone, the nearest that stood beside it.
func (d *document) position(old *document, p position) position {
	section, ok := nearest(p.section, len(old.sections), func(i int) (int, bool) {
		for j := range d.sections {
			if d.sections[j].ID == old.sections[i].ID {
				return j, true
			}
		}
		return 0, false
	})
	if !ok {
		section = min(p.section, len(d.sections)-1)
	}
	if d.sections[section].ID != old.sections[p.section].ID || p.anchor.field == 0 {
		return position{section, anchor{}, p.focus}
	}
	before, after := old.fields[p.section], d.fields[section]
	at := p.anchor.field - 1
	field, ok := nearest(at, len(before), func(i int) (int, bool) { return sameField(after, before[i].text, i) })
	if !ok {
		return position{section, anchor{}, p.focus}
	}
	a := anchor{field: field + 1, delta: p.anchor.delta}
	if after[field].text == before[at].text {
		a.off = p.anchor.off
	}
	return position{section, a, p.focus}
}

// sameField returns the field with a text; of several, the one nearest to at.
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
