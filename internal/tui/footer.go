package tui

import (
	"cmp"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

type hint struct {
	on        bool
	key, does string
	rank      int // if not all hints fit, the highest rank is dropped first
	news      bool
	choices   []string // what the key cycles through; does is the current one
}

// footer shows the keys that matter now, or the note about the last one, and the place in the résumé.
func (m *Model) footer() line {
	place, room := "", m.layout.measure
	if m.layout.wide {
		place = m.placeText()
		room -= textWidth(place) + 2
	}
	left := line{styled(numeric, cmp.Or(m.note, m.closing))}
	if left.empty() {
		left = m.hintLine(m.hints(), room)
	}
	return m.ends(left, place)
}

// hints returns the keys that matter now, without any that would do nothing.
func (m *Model) hints() []hint {
	w, kind, typing := m.words.Hints, m.panel.kind, m.search.typing
	found := len(m.matches().all)
	reading := m.reading()
	choosing := kind == actSave || kind == actContact
	walking := reading && found > 0 && !m.inList
	inList := reading && m.inList
	onPage := reading && !walking && !inList
	wide, longer := m.layout.wide, m.lastTop() > 0
	news, language, tags := m.newer != nil, m.doc.language, m.pages.languages
	section := either(news, 3, either(len(tags) > 1, 2, 0)) // narrow windows have no room for all
	const mostTags = 11                                     // cells
	if len(strings.Join(tags, " ")) > mostTags {
		language, tags = w.Language, nil
	}
	return slices.DeleteFunc([]hint{
		{on: kind == actHelp, key: m.glyphs.upDown, does: w.Scroll, rank: 1},
		{on: choosing || typing && found > 0, key: m.glyphs.upDown, does: w.Choose, rank: 2},
		{on: choosing, key: "y", does: w.Copy, rank: 1},
		{on: kind == actContact && !m.panel.code && m.offersCodes(), key: m.words.KeyHelp.EnterKey, does: w.Code, rank: 3},
		{on: typing && (found > 0 || m.matches().elsewhere != nil), key: m.words.KeyHelp.EnterKey, does: w.Open, rank: 1},
		{on: !reading, key: m.words.KeyHelp.EscapeKey, does: w.Back},

		{on: reading && news, key: "r", does: either(wide, w.Version, w.VersionNarrow), rank: 1, news: true},
		{on: walking, key: "n N", does: words.Fill(w.Match, "n", m.search.at+1, "matches", found)},
		{on: walking, key: m.words.KeyHelp.EscapeKey, does: w.EndSearch, rank: 3},
		{on: inList, key: m.glyphs.upDown, does: w.Section, rank: section},
		{on: inList, key: m.glyphs.right, does: w.Read, rank: 3},
		{on: onPage && !wide, key: m.glyphs.leftRight, does: w.Section, rank: section},
		{on: onPage && !wide, key: m.words.KeyHelp.TabKey, does: w.List, rank: 7},
		{on: onPage && wide && longer, key: m.glyphs.upDown, does: w.Scroll, rank: 6},
		{on: onPage && wide && (longer || m.at < m.lastSection()), key: m.words.KeyHelp.SpaceKey, does: w.ReadOn, rank: 3},
		{on: onPage && wide, key: m.glyphs.left, does: w.Sections, rank: 7},
		{on: reading && len(m.doc.contacts) > 0, key: "c", does: w.Contact, rank: 1},
		{on: reading && len(m.pages.languages) > 1, key: "L", does: language, choices: tags, rank: either(news, 2, 1)},
		{on: reading, key: "d", does: w.Save, rank: 4},
		{on: reading, key: "/", does: w.Search, rank: 5},
		{on: reading, key: "?", does: w.Keys, rank: -1},
		{on: reading, key: "t", does: w.Theme, rank: 9},
		{on: reading, key: "q", does: w.Leave, rank: 8},
	}, func(h hint) bool { return !h.on })
}

// hintLine sets as many hints as fit, closer together if that saves one.
func (m *Model) hintLine(hints []hint, room int) line {
	for {
		l := setHints(hints, 3)
		if !m.layout.wide || l.width() > room {
			l = setHints(hints, 2)
		}
		if l.width() <= room || len(hints) <= 1 {
			return l.truncate(room, m.glyphs.ellipsis)
		}
		worst := 0
		for i, h := range hints {
			if h.rank >= hints[worst].rank {
				worst = i
			}
		}
		hints = slices.Delete(hints, worst, worst+1)
	}
}

func setHints(hints []hint, gap int) line {
	var l line
	for i, h := range hints {
		if i > 0 {
			l = append(l, blanks(gap))
		}
		l = append(l, styled(either(h.news, title, heading), h.key))
		if len(h.choices) == 0 {
			l = append(l, blanks(1), styled(either(h.news, accent, quiet), h.does))
		}
		for _, choice := range h.choices {
			l = append(l, blanks(1), styled(either(choice == h.does, title, quiet), choice))
		}
	}
	return l
}
