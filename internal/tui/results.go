package tui

import "strings"

// queryLine gives what is typed, and the column of the cursor. Of a long query
// the part around the cursor is shown.
func (m *Model) queryLine() (line, int) {
	room := m.layout.page - 2
	before := string([]rune(m.search.query())[:m.search.input.Position()])
	at := textWidth(before)
	from := max(at-room, 0)
	text := line{say(strong, m.search.query())}.cut(from, from+room)
	return append(line{say(accent, "/")}, text...), 1 + at - from
}

// searchLines shows what was found, section by section, and keeps the chosen
// entry on the screen.
func (m *Model) searchLines() []line {
	width := m.layout.page
	query, _ := m.queryLine()
	found := line{say(quiet, m.found())}
	head := []line{query}
	if query.width()+2+found.width() <= width && m.layout.wide {
		head[0] = spread(query, found, width)
	} else {
		head = append(head, found.truncate(width, m.ellipsis))
	}
	switch {
	case m.search.query() == "":
		return append(head, wrap(line{say(quiet, "Type what to look for: every section is searched.")}, width, width)...)
	case len(m.search.hits) == 0:
		words := m.asShown("Nothing in the résumé matches that. Try fewer letters, or esc to go back.")
		return append(head, wrap(line{say(quiet, words)}, width, width)...)
	}
	rows, _, top := m.resultRows()
	return append(head, rows[top:]...)
}

// headRows gives how many rows stand above the results.
func (m *Model) headRows() int {
	query, _ := m.queryLine()
	if m.layout.wide && query.width()+2+textWidth(m.found()) <= m.layout.page {
		return 1
	}
	return 2
}

// resultRows draws the results, tells which result each row shows (-1 for
// none), and the first row that is shown.
func (m *Model) resultRows() (rows []line, of []int, top int) {
	width := m.layout.page
	section, chosenRow := -1, 0
	for i, r := range m.results() {
		if r.section != section {
			section = r.section
			name := m.doc.sections[section].Title
			head := line{say(ruled, m.rule+" "), say(title, name), say(ruled, " ")}.truncate(width, m.ellipsis)
			rest := strings.Repeat(m.rule, max(width-head.width(), 0))
			rows, of = append(rows, append(head, say(ruled, rest))), append(of, -1)
		}
		mark := blanks(2)
		if r.first <= m.search.at && m.search.at <= r.last {
			chosenRow = len(rows)
			mark = say(accent, m.glyphs.focus+" ")
		}
		rows, of = append(rows, append(line{mark}, m.excerpt(r, width-2)...)), append(of, i)
	}
	room := max(m.layout.body-m.headRows(), 1)
	top = min(max(chosenRow-room/2, 0), max(len(rows)-room, 0))
	return rows, of, top
}

// excerpt gives the entry of a result, its matches marked; of a long one the
// part around the match.
func (m *Model) excerpt(r result, width int) line {
	byField := map[int][]int{}
	for i := r.first; i <= r.last; i++ {
		h := m.search.hits[i]
		byField[h.field] = append(byField[h.field], i)
	}
	var all line
	from, to := -1, 0 // the cells of the match to show
	for i, f := range m.doc.fields[r.section] {
		if f.entry != r.entry {
			continue
		}
		if len(all) > 0 {
			all = append(all, say(plain, f.separator))
		}
		for _, s := range m.mark(span{text: f.text, field: i + 1}, byField[i+1]) {
			here := s.style == match && from < 0 || s.style == matchHere
			at := all.width()
			all = append(all, s)
			if here {
				from, to = at, at+textWidth(s.text)
			}
		}
	}
	return m.window(all, from, to, width)
}

// window cuts a line so that the cells from one to the other are in sight.
func (m *Model) window(l line, from, to, width int) line {
	if l.width() <= width || to <= width-textWidth(m.ellipsis) {
		return l.truncate(width, m.ellipsis)
	}
	e := textWidth(m.ellipsis)
	start := max(from-width/3, 0)
	start = min(start, max(l.width()-width+e, 0))
	return append(line{say(quiet, m.ellipsis)}, l.cut(start, l.width()).truncate(width-e, m.ellipsis)...)
}
