package tui

import (
	"slices"

	"ssh-resume/internal/resume"
)

func (m *Model) acceptVersion() {
	switch {
	case len(m.file.Errors) > 0:
		m.note = either(m.layout.wide, m.words.Notes.OldVersion, m.words.Notes.OldVersionNarrow)
	case m.newer == nil:
		m.note = either(m.layout.wide, m.words.Notes.NoNewVersion, m.words.Notes.NoNewVersionNarrow)
	default:
		m.show(m.newer)
		m.newer = nil
		m.note = either(m.layout.wide, m.words.Notes.NewVersion, m.words.Notes.NewVersionNarrow)
	}
}

func (m *Model) nextLanguage() {
	tags := m.pages.languages
	if len(tags) < 2 {
		m.unknownKey()
		return
	}
	m.showLanguage(tags[(slices.Index(tags, m.doc.language)+1)%len(tags)])
}

func (m *Model) showLanguage(tag string) {
	m.opts.Language = tag
	m.show(m.pages)
	m.note = m.doc.name
}

// show replaces the résumé with another version or language of it. The reader keeps their place and their search.
func (m *Model) show(pages *Pages) {
	old, top, here := m.doc, m.top, m.position
	m.pages = pages
	m.useDocument(pages.document(m.opts))
	if m.panel.kind == actContact {
		id := func(c choice) string { return c.id }
		if m.panel.at, _ = nearestKept(m.panel.at, old.contacts, m.doc.contacts, id); m.panel.at < 0 {
			m.panel = panel{}
		}
	}
	m.position = m.doc.position(old, here)
	m.search.from = m.doc.position(old, m.search.from)
	m.repeatSearch(old)
	m.resize(m.opts.Width, m.opts.Height)
	sameSection := len(old.sections) > 0 && m.Section() == old.sections[here.at].ID
	if top > 0 && m.anchor.field == 0 && sameSection {
		m.scrollTo(top) // nothing that was there is left
	}
}

// position finds a place of another version in this one: the same section and text or, if that is gone, the
// nearest neighbor that is left. In another language, it is the same part of the same field, unless the
// languages differ in what they say.
func (d *document) position(old *document, p position) position {
	section, from := nearestKept(p.at, old.sections, d.sections, func(s resume.Section) string { return s.ID })
	now := position{at: max(section, 0), inList: p.inList}
	if from != p.at || p.anchor.field == 0 {
		return now
	}
	before, after, at := old.fields[p.at], d.fields[section], p.anchor.field-1
	field, from := nearestKept(at, before, after, func(f field) string { return f.text })
	off := p.anchor.off
	if d.language != old.language && len(before) == len(after) {
		size, to := len(before[at].text), len(after[at].text)
		field, from, off = at, at, min((off*to+size-1)/size, to-1) // in proportion
	}
	if field >= 0 {
		now.anchor = anchor{field + 1, either(from == at, off, 0), p.anchor.delta}
	}
	return now
}

// nearestKept searches another list for the items of a list, from the given place outward, until one is found.
// It returns its place there (the nearest, if there are several) and its place in the list; -1 for none.
func nearestKept[T any](at int, list, other []T, name func(T) string) (to, from int) {
	places := map[string][]int{}
	for i, thing := range other {
		places[name(thing)] = append(places[name(thing)], i)
	}
	for by := range list {
		for _, i := range [2]int{at - by, at + by} {
			if i >= 0 && i < len(list) && len(places[name(list[i])]) > 0 {
				return slices.MinFunc(places[name(list[i])], func(a, b int) int { return max(a-i, i-a) - max(b-i, i-b) }), i
			}
		}
	}
	return -1, -1
}
