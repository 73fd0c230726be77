package tui

import (
	"cmp"
	"fmt"
)

// hint names a key and what it does now.
type hint struct {
	key, does string
	rank      int // of those that don't fit, the highest goes first
}

// footer shows the keys that matter now, or what there is to say about the
// last one, and the place in the page.
func (m *Model) footer() line {
	place := m.placeInDocument()
	room := m.measure()
	if place.width() > 0 {
		room -= place.width() + 2
	}
	left := m.hintLine(m.hints(), room)
	if note := cmp.Or(m.note, m.closing); note != "" {
		left = line{say(second, m.asShown(note))}.truncate(room, m.ellipsis)
	}
	return spread(left, place, m.measure())
}

// placeInDocument says where the reader is; a narrow window says the number of
// the section above, and whether the page goes on here.
func (m *Model) placeInDocument() line {
	switch {
	case m.search.typing || (m.focus == onList && !m.layout.wide):
		return nil
	case m.layout.wide:
		return line{say(quiet, fmt.Sprintf("%d of %d %s %s", m.at+1, len(m.doc.sections), m.separator, m.place()))}
	}
	up, down := " ", " "
	if m.top > 0 {
		up = m.above
	}
	if m.top < m.lastTop() {
		down = m.below
	}
	return line{say(accent, up+down)}
}

// hints gives the keys that matter now.
func (m *Model) hints() []hint {
	switch {
	case m.panel.kind == helpPanel:
		return []hint{{m.upDown, "scroll", 1}, {"esc", "close", 0}}
	case m.panel.kind == takePanel:
		return []hint{{"y", "copy", 1}, {"esc", "close", 0}}
	case m.panel.kind == contactPanel:
		return []hint{{m.upDown, "choose", 2}, {"y", "copy", 1}, {"esc", "close", 0}}
	case m.search.typing && len(m.search.hits) == 0:
		return []hint{{"esc", "end", 0}}
	case m.search.typing:
		return []hint{{m.upDown, "choose", 2}, {"enter", "go there", 1}, {"esc", "end", 0}}
	}
	common := []hint{
		{"/", "search", 3}, {"d", "take away", 4}, {"t", "theme", 6}, {"?", "keys", 1}, {"q", "leave", 2},
	}
	if len(m.doc.contacts) > 0 {
		common = append([]hint{{"c", "contact", 5}}, common...)
	}
	if m.newer != nil {
		common = append([]hint{{"r", m.either("read the new version", "new version"), 1}}, common...)
	}
	if warnings := m.warnings(); warnings != "" {
		common = append(common, hint{"", warnings, 1})
	}
	if len(m.search.hits) > 0 && m.focus == onPage {
		here := fmt.Sprintf("match %d of %d", m.search.at+1, len(m.search.hits))
		return append([]hint{{"n N", here, 0}, {"esc", "end search", 3}}, common...)
	}
	var first []hint
	switch {
	case m.focus == onList:
		first = []hint{{m.upDown, "section", 0}, {m.glyphs.right, "read", 3}}
	case m.layout.wide:
		first = []hint{{m.upDown, "scroll", 4}, {m.glyphs.left, "sections", 0}}
	default:
		first = []hint{{m.leftRight, "section", 0}, {"tab", "list", 7}}
		if m.newer != nil {
			first[0].rank = 3 // the narrowest window holds one of the two
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
			l = append(l, say(strong, h.key), blanks(1))
		}
		l = append(l, say(quiet, h.does))
	}
	return l
}
