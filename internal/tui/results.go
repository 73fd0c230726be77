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
	results := m.results()
	rows, top := m.resultRows(results)
	for _, row := range rows[top:min(top+m.layout.body, len(rows))] {
		if row.result < 0 {
			head = append(head, nil)
			continue
		}
		head = append(head, m.resultLine(results[row.result], row.heads, width))
	}
	return head
}

// headRows gives how many rows stand above the results.
func (m *Model) headRows() int {
	query, _ := m.queryLine()
	if m.layout.wide && query.width()+2+textWidth(m.found()) <= m.layout.page {
		return 1
	}
	return 2
}

// resultRow is a row of the results: a result, the name of the section that it
// is the first of, or, with result -1, a blank.
type resultRow struct {
	result int
	heads  bool
}

// resultRows gives the rows of all results, and the first that is shown.
func (m *Model) resultRows(results []result) (rows []resultRow, top int) {
	room := max(m.layout.body-m.headRows(), 1)
	sections := 0
	for i, r := range results {
		if i == 0 || r.section != results[i-1].section {
			sections++
		}
	}
	apart := len(results)+2*sections <= room
	section, chosen := -1, 0
	for i, r := range results {
		if r.section != section {
			section = r.section
			if apart {
				rows = append(rows, resultRow{-1, false})
			}
			rows = append(rows, resultRow{i, true})
		}
		if m.isChosen(r) {
			chosen = len(rows)
		}
		rows = append(rows, resultRow{i, false})
	}
	return rows, min(max(chosen-room/2, 0), max(len(rows)-room, 0))
}

func (m *Model) isChosen(r result) bool { return r.first <= m.search.at && m.search.at <= r.last }

func (m *Model) resultLine(r result, heads bool, width int) line {
	if heads {
		name := m.doc.sections[r.section].Title
		head := line{say(ruled, m.rule+" "), say(title, name), say(ruled, " ")}.truncate(width, m.ellipsis)
		return append(head, say(ruled, strings.Repeat(m.rule, max(width-head.width(), 0))))
	}
	mark := blanks(2)
	if m.isChosen(r) {
		mark = say(accent, m.glyphs.focus+" ")
	}
	return append(line{mark}, m.excerpt(r, width-2)...)
}

// excerpt gives the entry of a result, its matches marked; of a long one the
// part around the match.
func (m *Model) excerpt(r result, width int) line {
	fields := m.doc.fields[r.section]
	i := m.search.hits[r.first].field - 1
	for i > 0 && fields[i-1].entry == r.entry {
		i--
	}
	all := make(line, 0, 8)
	for ; i < len(fields) && fields[i].entry == r.entry; i++ {
		if len(all) > 0 {
			all = append(all, say(plain, fields[i].separator))
		}
		all = m.mark(all, span{text: fields[i].text, field: i + 1}, r.first, r.last)
	}
	from, to, at := -1, 0, 0 // the cells of the match to show
	for _, s := range all {
		w := textWidth(s.text)
		if s.style == match && from < 0 || s.style == matchHere {
			from, to = at, at+w
		}
		at += w
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
