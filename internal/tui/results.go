package tui

import "strings"

// queryLine returns what is typed, and the column of the cursor. Of a long query
// it shows the part around the cursor.
func (m *Model) queryLine() (line, int) {
	room := m.layout.page - 2
	before := string([]rune(m.search.query())[:m.search.input.Position()])
	at := textWidth(before)
	from := max(at-room, 0)
	text := line{styled(strong, m.search.query())}.cut(from, from+room)
	return append(line{styled(accent, "/")}, text...), 1 + at - from
}

// searchLines shows what was found, section by section, and keeps the chosen
// entry on the screen.
func (m *Model) searchLines() []line {
	width := m.layout.page
	query, _ := m.queryLine()
	summary := line{styled(quiet, m.summary())}
	head := []line{query}
	if m.headRows() == 1 {
		head[0] = spread(query, summary, width)
	} else {
		head = append(head, summary.truncate(width, m.ellipsis))
	}
	switch {
	case m.search.query() == "":
		return append(head, wrap(line{styled(quiet, m.displayable(m.words.Search.Prompt))}, width, width)...)
	case len(m.matches().all) == 0:
		return append(head, wrap(line{styled(quiet, m.displayable(m.words.Search.Nothing))}, width, width)...)
	}
	results := m.matches().results
	for _, row := range m.resultRows() {
		if row.result < 0 {
			head = append(head, nil)
			continue
		}
		head = append(head, m.resultLine(results[row.result], row, width))
	}
	return head
}

// headRows returns how many rows stand above the results.
func (m *Model) headRows() int {
	query, _ := m.queryLine()
	if m.layout.wide && query.width()+2+textWidth(m.summary()) <= m.layout.page {
		return 1
	}
	return 2
}

// resultRow is a row of the results: a result, the name of the section that it
// is the first of, or, with result -1, a blank.
type resultRow struct {
	result        int
	heads, chosen bool
}

// resultRows returns the rows that are on the screen: of many, those around the
// chosen one.
func (m *Model) resultRows() []resultRow {
	results, chosen := m.matches().results, m.chosenResult()
	room := max(m.layout.body-m.headRows(), 1)
	heads := func(i int) bool { return i == 0 || results[i].section != results[i-1].section }
	sections := 0
	for _, n := range m.matches().sections {
		if n > 0 {
			sections++
		}
	}
	apart := len(results)+2*sections <= room
	var rows []resultRow
	from, at := max(chosen-room, 0), 0
	if from > 0 {
		rows = append(rows, resultRow{result: -1}) // stands for all rows above
	}
	for i := from; i < len(results) && i <= chosen+room; i++ {
		if heads(i) {
			if apart {
				rows = append(rows, resultRow{result: -1})
			}
			rows = append(rows, resultRow{result: i, heads: true})
		}
		if i == chosen {
			at = len(rows)
		}
		rows = append(rows, resultRow{result: i, chosen: i == chosen})
	}
	top := min(max(at-room/2, 0), max(len(rows)-room, 0))
	return rows[top:min(top+room, len(rows))]
}

func (m *Model) resultLine(r result, row resultRow, width int) line {
	if row.heads {
		return m.ruledHeading(m.doc.sections[r.section].Title, width)
	}
	mark := blanks(2)
	if row.chosen {
		mark = styled(accent, m.glyphs.focus+" ")
	}
	return append(line{mark}, m.excerpt(r, width-2)...)
}

// excerpt returns the entry of a result with its matches marked; of a long one,
// the part around the chosen match or the first.
func (m *Model) excerpt(r result, width int) line {
	fields, found := m.doc.fields[r.section], m.matches().all
	shown := found[r.first]
	if at := int32(m.search.at); r.first <= at && at <= r.last { //nolint:gosec // a file is at most 1 MB
		shown = found[at]
	}
	i := int(found[r.first].field) - 1
	for i > 0 && fields[i-1].entry == int(r.entry) {
		i--
	}
	cut, all := false, make(line, 0, 8)
	from, to := 0, 0 // the cells of the match
	for first := i; i < len(fields) && fields[i].entry == int(r.entry); i++ {
		if i > first {
			all = append(all, styled(plain, fields[i].separator))
		}
		text := span{text: fields[i].text, field: i + 1}
		if i+1 == int(shown.field) {
			text = text.around(int(shown.from), int(shown.to), width, 2*width)
			cut = cut || text.off > 0
			from = all.width() + textWidth(text.text[:int(shown.from)-text.off])
			to = from + textWidth(fields[i].text[shown.from:shown.to])
		} else if i+1 < int(shown.field) {
			text = text.around(len(text.text), len(text.text), width, 0)
			cut = cut || text.off > 0
		} else if to > 0 && all.width() > to+width {
			break
		} else {
			text = text.around(0, 0, 0, 2*width)
		}
		all = m.mark(all, text, int(r.section))
	}
	return m.window(all, from, to, width, cut)
}

// around returns the part of a long span from some bytes before one of its bytes to
// some after another, broken at blanks where there are any.
func (s span) around(from, to, before, after int) span {
	begin, end := from-before, to+after
	if end < len(s.text) {
		if blank := strings.LastIndexByte(s.text[to:end], ' '); blank >= 0 {
			s.text = s.text[:to+blank]
		}
	}
	if begin > 0 {
		if blank := strings.IndexByte(s.text[begin:from], ' '); blank >= 0 {
			s = s.slice(begin+blank+1, len(s.text))
		}
	}
	return s
}

// window cuts a line so that the cells from one to the other are in sight. Cut
// says that there is text before the line.
func (m *Model) window(l line, from, to, width int, cut bool) line {
	e := textWidth(m.ellipsis)
	if !cut && (l.width() <= width || to <= width-e) {
		return l.truncate(width, m.ellipsis)
	}
	start := max(from-width/3, 0)
	start = min(start, max(l.width()-width+e, 0))
	return append(line{styled(quiet, m.ellipsis)}, l.cut(start, l.width()).truncate(width-e, m.ellipsis)...)
}

// chosenSection returns the title of the section that the chosen match is in,
// whose own row may be out of sight.
func (m *Model) chosenSection() string {
	found := m.matches().all
	if len(found) == 0 {
		return ""
	}
	return m.doc.sections[found[m.search.at].section].Title
}
