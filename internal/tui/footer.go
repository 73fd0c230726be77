package tui

import (
	"cmp"
	"strings"

	"ssh-resume/internal/words"
)

// mostTags is the longest list of languages that the footer shows, in cells.
const mostTags = 11

// hint names a key and what it does now.
type hint struct {
	key, does string
	rank      int // of the hints that don't fit, the highest rank goes first
	news      bool
	choices   []string // which the key goes through, in place of does; the chosen one is does
}

// footer shows the keys that matter now, or the note about the last one, and the
// place in the résumé.
func (m *Model) footer() line {
	var place line
	if m.layout.wide {
		place = line{styled(quiet, m.placeText())}
	}
	room := m.measure()
	if place.width() > 0 {
		room -= place.width() + 2
	}
	note := line{styled(numeric, m.displayable(cmp.Or(m.note, m.closing)))}
	switch width := note.width(); {
	case width == 0:
		return spread(m.hintLine(m.hints(), room), place, m.measure())
	case width > room:
		return note.truncate(m.measure(), m.ellipsis)
	default:
		return spread(note, place, m.measure())
	}
}

// hints returns the keys that matter now: none that does nothing.
func (m *Model) hints() []hint {
	w := m.words.Hints
	switch {
	case m.panel.kind == helpPanel:
		return []hint{{key: m.upDown, does: w.Scroll, rank: 1}, {key: "esc", does: w.Back}}
	case m.panel.kind != noPanel:
		all := []hint{{key: m.upDown, does: w.Choose, rank: 2}, {key: "y", does: w.Copy, rank: 1}}
		if m.panel.kind == contactPanel && !m.panel.code && m.codesFitAlone() {
			all = append(all, hint{key: "enter", does: w.Code, rank: 3})
		}
		return append(all, hint{key: "esc", does: w.Back})
	case m.search.typing && len(m.matches().all) == 0 && m.matches().elsewhere != nil:
		return []hint{{key: "enter", does: w.Open, rank: 1}, {key: "esc", does: w.Back}}
	case m.search.typing && len(m.matches().all) == 0:
		return []hint{{key: "esc", does: w.Back}}
	case m.search.typing:
		return []hint{{key: m.upDown, does: w.Choose, rank: 2}, {key: "enter", does: w.Open, rank: 1}, {key: "esc", does: w.Back}}
	}
	var all []hint
	if m.offered != nil {
		all = append(all, hint{key: "r", does: m.either(w.Version, w.VersionNarrow), rank: 1, news: true})
	}
	all = append(all, m.moveHints()...)
	if len(m.doc.contacts) > 0 {
		all = append(all, hint{key: "c", does: w.Contact, rank: 1})
	}
	if len(m.pages.Languages()) > 1 {
		all = append(all, m.languageHint())
	}
	return append(all,
		hint{key: "d", does: w.Save, rank: 4}, hint{key: "/", does: w.Search, rank: 5}, hint{key: "?", does: w.Keys, rank: 1},
		hint{key: "t", does: w.Theme, rank: 9}, hint{key: "q", does: w.Leave, rank: 8})
}

// moveHints returns the keys that move the reader.
func (m *Model) moveHints() []hint {
	w := m.words.Hints
	if m.search.active() && m.focus == focusPage {
		here := words.Fill(w.Match, "n", m.search.at+1, "matches", len(m.matches().all))
		return []hint{{key: "n N", does: here}, {key: "esc", does: w.EndSearch, rank: 3}}
	}
	if m.focus == focusList {
		return []hint{{key: m.upDown, does: w.Section}, {key: m.right, does: w.Read, rank: 3}}
	}
	var all []hint
	if !m.layout.wide {
		all = append(all, hint{key: m.leftRight, does: w.Section}, hint{key: "tab", does: w.List, rank: 7})
		if m.offered != nil {
			all[0].rank = 3 // the narrowest window has room for one of the two
		}
		return all
	}
	if m.lastTop() > 0 {
		all = append(all, hint{key: m.upDown, does: w.Scroll, rank: 6})
	}
	if m.lastTop() > 0 || m.at < len(m.doc.sections)-1 {
		all = append(all, hint{key: "space", does: w.ReadOn, rank: 3})
	}
	return append(all, hint{key: m.left, does: w.Sections, rank: 7})
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
			if h.rank >= hints[worst].rank {
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
		key, does := heading, quiet
		if h.news {
			key, does = title, accent
		}
		if h.key != "" {
			l = append(l, styled(key, h.key), blanks(1))
		}
		if len(h.choices) == 0 {
			l = append(l, styled(does, h.does))
		}
		for i, choice := range h.choices {
			if i > 0 {
				l = append(l, blanks(1))
			}
			if does = quiet; choice == h.does {
				does = title
			}
			l = append(l, styled(does, choice))
		}
	}
	return l
}

// languageHint names the languages, unless there are many.
func (m *Model) languageHint() hint {
	h := hint{key: "L", does: m.words.Hints.Language, rank: 1}
	if tags := m.pages.Languages(); len(strings.Join(tags, " ")) <= mostTags {
		h.does, h.choices = m.doc.language, tags
	}
	if m.offered != nil {
		h.rank = 2
	}
	return h
}
