package tui

import "strings"

// queryLine returns what is typed, and the column of the cursor. Of a long query
// it shows the part around the cursor.
func (m *Model) queryLine() (line, int) {
	room := m.layout.page - 2
	before := string([]rune(m.search.query())[:m.search.input.Position()])
	at := textWidth(before)
	from := max(at-room, 0)
	text := line{styled(title, m.search.query())}.cut(from, from+room)
	return append(line{styled(title, "/")}, text...), 1 + at - from
}

// searchRows shows what was found, section by section, and keeps the chosen entry
// and the name of its section on the screen.
func (m *Model) searchRows() (rows []row, above, below bool) {
	width := m.layout.page
	query, _ := m.queryLine()
	rows = append(make([]row, 0, m.layout.body), row{text: query})
	if m.headRows() > 1 {
		rows = append(rows, row{})
	}
	text := func(words string) {
		for _, l := range wrap(line{styled(quiet, m.displayable(words))}, width, width) {
			rows = append(rows, row{text: l})
		}
	}
	switch {
	case m.search.query() == "":
		text(m.words.Search.Prompt)
		if tries := m.doc.queries(); len(tries) > 0 {
			rows = append(rows, row{})
			for _, l := range wrap(line{styled(plain, strings.Join(tries, " "+m.separator+" "))}, width, width) {
				rows = append(rows, row{text: l})
			}
		}
		return rows, false, false
	case len(m.matches().all) == 0:
		text(m.words.Search.Nothing)
		return rows, false, false
	}
	shown, above, below := m.resultRows()
	for _, r := range shown {
		rows = append(rows, m.resultLine(r))
	}
	return rows, above, below
}

// headRows returns how many rows stand above the results.
func (m *Model) headRows() int {
	if m.layout.body < 10 {
		return 1
	}
	return 2
}

// resultRow is a row of the results: a result, the name of the section that it
// is the first of, or, with result -1, a blank.
type resultRow struct {
	result        int
	heads, chosen bool
	part          int // of a chosen result with more than one line
}

// resultRows returns the rows that are on the screen, and whether there are more: of
// many, those around the chosen one.
func (m *Model) resultRows() (shown []resultRow, above, below bool) {
	results, chosen := m.matches().results, m.chosenResult()
	room := max(m.layout.body-m.headRows(), 1)
	heads := func(i int) bool { return i == 0 || results[i].section != results[i-1].section }
	sections := 0
	for _, n := range m.matches().sections {
		if n > 0 {
			sections++
		}
	}
	parts := len(m.chosenLines(results[chosen]))
	apart := len(results)+2*sections-2+parts <= room
	var rows []resultRow
	from, at := max(chosen-room, 0), 0
	for i := from; i < len(results) && i <= chosen+room; i++ {
		if heads(i) || i == from {
			if apart && i > 0 {
				rows = append(rows, resultRow{result: -1})
			}
			rows = append(rows, resultRow{result: i, heads: true})
		}
		if i != chosen {
			rows = append(rows, resultRow{result: i})
			continue
		}
		at = len(rows)
		for part := range parts {
			rows = append(rows, resultRow{result: i, chosen: true, part: part})
		}
	}
	top := min(max(at-room/2, 0), max(len(rows)-room, 0))
	end := min(top+room, len(rows))
	shown = rows[top:end]
	if top > 0 && !shown[0].heads && !shown[0].chosen { // the name of its section stays in sight
		shown[0] = resultRow{result: max(shown[0].result, 0), heads: true}
	}
	return shown, from > 0 || top > 0, end < len(rows) || chosen+room < len(results)-1
}

// chosenLines is the chosen entry whole where two lines are enough, and otherwise the
// part around the match.
func (m *Model) chosenLines(r result) []line {
	width := m.layout.page
	if m.layout.body >= 10 {
		if whole, _, _, cut := m.entry(r, 2*width); !cut && whole.width() <= 2*width {
			if lines := wrap(whole, width, width); len(lines) <= 2 {
				return lines
			}
		}
	}
	return []line{m.excerpt(r, width)}
}

func (m *Model) resultLine(r resultRow) row {
	if r.result < 0 {
		return row{}
	}
	found := m.matches().results[r.result]
	switch {
	case r.heads:
		name := line{styled(strong, m.doc.sections[found.section].Title)}
		return row{text: name.truncate(m.layout.page, m.ellipsis)}
	case r.chosen:
		return row{m.chosenLines(found)[r.part], true}
	default:
		return row{text: m.excerpt(found, m.layout.page)}
	}
}

// excerpt returns the entry of a result with its matches marked; of a long one,
// the part around the chosen match or the first.
func (m *Model) excerpt(r result, width int) line {
	all, from, to, cut := m.entry(r, width)
	return m.window(all, from, to, width, cut)
}

// entry returns the entry of a result with its matches marked, as much of it as
// surrounds a match in so many cells; the cells of that match; and whether text before
// it was cut off.
func (m *Model) entry(r result, width int) (all line, from, to int, cut bool) {
	fields, found := m.doc.fields[r.section], m.matches().all
	shown := found[r.first]
	if at := int32(m.search.at); r.first <= at && at <= r.last { //nolint:gosec // a file is at most 1 MB
		shown = found[at]
	}
	i := int(found[r.first].field) - 1
	for i > 0 && fields[i-1].entry == int(r.entry) {
		i--
	}
	all = make(line, 0, 8)
	for first := i; i < len(fields) && fields[i].entry == int(r.entry); i++ {
		if i > first {
			all = append(all, styled(plain, fields[i].separator))
		}
		text := span{text: fields[i].text, field: i + 1}
		switch {
		case i+1 == int(shown.field):
			text = text.around(int(shown.from), int(shown.to), width, 2*width)
			cut = cut || text.off > 0
			from = all.width() + textWidth(text.text[:int(shown.from)-text.off])
			to = from + textWidth(fields[i].text[shown.from:shown.to])
		case i+1 < int(shown.field):
			text = text.around(len(text.text), len(text.text), width, 0)
			cut = cut || text.off > 0
		case all.width() > to+width:
			return all, from, to, cut
		default:
			text = text.around(0, 0, 0, 2*width)
		}
		all = m.mark(all, text, int(r.section))
	}
	return all, from, to, cut
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

// window cuts a line at blanks so that the cells from one to the other are in sight.
// Cut says that there is text before the line.
func (m *Model) window(l line, from, to, width int, cut bool) line {
	e := textWidth(m.ellipsis)
	if !cut && (l.width() <= width || to <= width-e) {
		return l.shorten(width, m.ellipsis)
	}
	start := max(from-width/3, 0)
	start = min(start, max(l.width()-width+e, 0))
	rest := l.cut(start, l.width())
	if at := rest.blank(from - start); start > 0 && at > 0 {
		rest = rest.cut(at, rest.width())
	}
	return append(line{styled(quiet, m.ellipsis)}, rest.shorten(width-e, m.ellipsis)...)
}

// blank returns the cell after the first blank before a cell; 0 for none.
func (l line) blank(before int) int {
	at := 0
	for _, s := range l {
		if i := strings.IndexByte(s.text, ' '); i >= 0 {
			if at += textWidth(s.text[:i]) + 1; at > before {
				return 0
			}
			return at
		}
		at += textWidth(s.text)
	}
	return 0
}

// shorten cuts the line to n cells as truncate does, at a blank where that costs less
// than a third of it.
func (l line) shorten(n int, ellipsis string) line {
	if l.width() <= n {
		return l
	}
	out := l.cut(0, n-textWidth(ellipsis))
	for i := len(out) - 1; i >= 0; i-- {
		if at := strings.LastIndexByte(out[i].text, ' '); at >= 0 {
			short := out[:i:i]
			short = append(short, out[i].slice(0, at))
			if short.width() > 2*n/3 && (out[i].style != matched && out[i].style != matchedHere) {
				return append(short, styled(quiet, " "+ellipsis))
			}
			break
		}
		if out[i].style == matched || out[i].style == matchedHere {
			break
		}
	}
	return append(out, styled(quiet, ellipsis))
}
