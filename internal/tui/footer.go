package tui

import (
	"cmp"

	"ssh-resume/internal/words"
)

// hint names a key and what it does now.
type hint struct {
	key, does string
	rank      int // of the hints that don't fit, the highest rank goes first
}

// footer shows the keys that matter now, or the note about the last one, and the
// place in the page.
func (m *Model) footer() line {
	place := m.placeInDocument()
	room := m.measure()
	if place.width() > 0 {
		room -= place.width() + 2
	}
	left := m.hintLine(m.hints(), room)
	if note := cmp.Or(m.note, m.closing); note != "" {
		left = line{styled(numeric, m.displayable(note))}.truncate(room, m.ellipsis)
	}
	return spread(left, place, m.measure())
}

// placeInDocument says where the reader is. A narrow window has the number of the
// section above the page; here it says whether the page goes on.
func (m *Model) placeInDocument() line {
	switch {
	case m.search.typing || (m.focus == focusList && !m.layout.wide):
		return nil
	case m.layout.wide:
		return line{styled(quiet, m.placeOfSection()+" "+m.separator+" "+m.place())}
	}
	up, down := " ", " "
	if m.top > 0 {
		up = m.above
	}
	if m.top < m.lastTop() {
		down = m.below
	}
	return line{styled(accent, up+down)}
}

// hints returns the keys that matter now.
func (m *Model) hints() []hint {
	w := m.words.Hints
	switch {
	case m.panel.kind == helpPanel:
		return []hint{{m.upDown, w.Scroll, 1}, {"esc", w.Close, 0}}
	case m.panel.kind == savePanel:
		return []hint{{"y", w.Copy, 1}, {"esc", w.Close, 0}}
	case m.panel.kind == contactPanel:
		return []hint{{m.upDown, w.Choose, 2}, {"y", w.Copy, 1}, {"esc", w.Close, 0}}
	case m.search.typing && len(m.matches().all) == 0:
		return []hint{{"esc", w.End, 0}}
	case m.search.typing:
		return []hint{{m.upDown, w.Choose, 2}, {"enter", w.Open, 1}, {"esc", w.End, 0}}
	}
	common := []hint{
		{"/", w.Search, 3}, {"d", w.Save, 4}, {"t", w.Theme, 6}, {"?", w.Keys, 1}, {"q", w.Leave, 2},
	}
	if len(m.doc.contacts) > 0 {
		common = append([]hint{{"c", w.Contact, 5}}, common...)
	}
	if m.offered != nil {
		common = append([]hint{{"r", m.either(w.Version, w.VersionNarrow), 1}}, common...)
	}
	if m.search.active() && m.focus == focusPage {
		here := words.Fill(w.Match, "n", m.search.at+1, "matches", len(m.matches().all))
		return append([]hint{{"n N", here, 0}, {"esc", w.EndSearch, 3}}, common...)
	}
	var first []hint
	switch {
	case m.focus == focusList:
		first = []hint{{m.upDown, w.Section, 0}, {m.right, w.Read, 3}}
	case m.layout.wide:
		first = []hint{{m.upDown, w.Scroll, 4}, {m.left, w.Sections, 0}}
	default:
		first = []hint{{m.leftRight, w.Section, 0}, {"tab", w.List, 7}}
		if m.offered != nil {
			first[0].rank = 3 // the narrowest window has room for one of the two
		}
	}
	return append(first, common...)
}

// hintLine sets as many hints as there is room for, closer where that saves one.
func (m *Model) hintLine(hints []hint, room int) line {
	for {
		l := setHints(hints, 3)
		if !m.layout.wide || l.width() > room {
			l = setHints(hints, 2)
		}
		if l.width() <= room || len(hints) <= 1 {
			return l.truncate(room, m.ellipsis)
		}
		worst := 0
		for i, h := range hints {
			if h.rank > hints[worst].rank {
				worst = i
			}
		}
		hints = append(hints[:worst:worst], hints[worst+1:]...)
	}
}

func setHints(hints []hint, gap int) line {
	var l line
	for i, h := range hints {
		if i > 0 {
			l = append(l, blanks(gap))
		}
		if h.key != "" {
			l = append(l, styled(strong, h.key), blanks(1))
		}
		l = append(l, styled(quiet, h.does))
	}
	return l
}
