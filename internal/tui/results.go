package tui

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// queryLine returns what is typed, and the column of the cursor. For a long query, it shows the part around the cursor.
func (m *Model) queryLine() (line, int) {
	room := m.layout.page - 2
	before := string([]rune(m.search.query)[:m.search.input.Position()])
	at := textWidth(before)
	from := max(at-room, 0)
	text := line{styled(title, m.search.query)}.cut(from, from+room)
	return append(line{styled(title, "/")}, text...), 1 + at - from
}

// searchRows shows what was found, section by section, with the chosen entry and its section's name in sight.
func (m *Model) searchRows() (rows []row, above, below bool) {
	query, _ := m.queryLine()
	rows = m.head(query)
	text := func(words string) { rows = append(rows, plainRows(line{styled(quiet, words)}.wrap(m.layout.page))...) }
	found := m.matches()
	switch {
	case m.search.query == "":
		text(m.words.Search.Prompt)
		if tries := m.doc.index().tries; len(tries) > 0 {
			rows = append(append(rows, row{}), plainRows(m.glyphs.wordList(tries, m.layout.page))...)
		}
	case len(found.all) == 0:
		text(m.words.Search.Nothing)
		if other := found.elsewhere; other != nil {
			count := m.doc.words.Count(m.words.Search.Matches, found.count)
			there := line{styled(strong, other.name), blanks(2), styled(quiet, count)}
			rows = append(rows, row{}, row{text: there, chosen: true})
		}
	default:
		shown, above, below := m.resultRows(max(m.layout.body-len(rows), 1))
		return append(rows, shown...), above, below
	}
	return rows, false, false
}

// resultRows returns as many rows of the results as fit, around the chosen one, and whether there are more.
func (m *Model) resultRows(room int) (rows []row, above, below bool) {
	results, chosen, width := m.matches().results, m.chosenResult(), min(m.layout.page, maxText)
	from, to := max(chosen-room, 0), min(chosen+room+1, len(results))
	for i := from; i < to; i++ {
		r := results[i]
		if i == from || r.section != results[i-1].section {
			rows = append(rows, row{}, row{text: m.resultHead(r)})
		}
		for _, l := range m.excerpt(r, width, either(i == chosen && m.layout.body >= 10, 2, 1)) {
			rows = append(rows, row{text: l, chosen: i == chosen, opens: i + 1})
		}
	}
	if rows = rows[1:]; len(rows) > room {
		rows = slices.DeleteFunc(rows, func(r row) bool { return len(r.text) == 0 })
	}
	rows, above, below = window(rows, room, 0)
	if first := &rows[0]; above && first.opens > 0 && !first.chosen { // the name of its section stays in sight
		*first = row{text: m.resultHead(results[first.opens-1])}
	}
	if last := &rows[len(rows)-1]; below && last.opens == 0 { // and none is the last row
		*last = row{}
	}
	return rows, above || from > 0, below || to < len(results)
}

func (m *Model) resultHead(r result) line {
	return line{styled(heading, m.doc.sections[r.section].Title)}.truncate(m.layout.page, m.glyphs.ellipsis)
}

// entry returns the entry of a result with its matches marked: what is within reach bytes of the chosen match,
// or else of the first. It also returns the bytes of that match in it, and whether text before was left out.
func (m *Model) entry(r result, reach int) (all line, from, to int, cut bool) {
	found := m.matches().all[r.first:r.end]
	shown := found[0]
	if at := int32(m.search.at); r.first <= at && at < r.end { //nolint:gosec // bounded in find
		shown = found[at-r.first]
	}
	fields, at := m.doc.fields[r.section], m.doc.positionOf(shown).anchor.field-1
	belongs := func(i int) bool { return i >= 0 && i < len(fields) && fields[i].entry == fields[at].entry }
	first, before, after := at, reach-int(shown.From), reach+int(shown.To)
	for ; belongs(first-1) && before > 0; first-- {
		before -= len(fields[first-1].text)
	}
	for i := first; belongs(i) && after > 0; i++ {
		begin, end := 0, len(fields[i].text)
		if i == first {
			begin = runeStart(fields[i].text, -before)
		} else {
			separator := strings.ReplaceAll(fields[i].separator, unicodeGlyphs.separator, m.glyphs.separator)
			all = append(all, styled(plain, separator))
		}
		if i == at {
			from = len(all.text()) + int(shown.From) - begin
		}
		if i >= at {
			end = runeStart(fields[i].text, after)
			after -= end
		}
		all = m.mark(all, span{text: fields[i].text, field: i + 1}.slice(begin, end), int(r.section), found)
	}
	return all, from, from + int(shown.To-shown.From), before < 0 || belongs(first-1)
}

// runeStart returns the first byte at or after at that begins a character; the end of the text if there is none.
func runeStart(text string, at int) int {
	for at = max(at, 0); at < len(text); at++ {
		if utf8.RuneStart(text[at]) {
			return at
		}
	}
	return len(text)
}

// excerpt returns the entry of a result with its matches marked: as a whole if it fits into the rows, otherwise
// the part around the chosen match, or else the first, cut at blanks.
func (m *Model) excerpt(r result, width, rows int) []line {
	l, from, to, cut := m.entry(r, utf8.UTFMax*rows*width)
	if rows > 1 && !cut && l.width() <= rows*width {
		if lines := l.wrap(width); len(lines) <= rows {
			return lines
		}
	}
	mark := styled(quiet, m.glyphs.ellipsis)
	room := width - textWidth(mark.text)
	if !cut && (l.width() <= width || l.bytes(0, to).width() <= room) {
		return []line{l.shorten(width, to, mark)}
	}
	begin, text := from, l.text()
	context := max(width/3, room-l.bytes(from, len(text)).width()) // more if little follows
	for begin > 0 {
		word := strings.LastIndexByte(strings.TrimRight(text[:begin], " "), ' ') + 1
		if l.bytes(word, from).width() > context {
			break
		}
		begin = word
	}
	return []line{append(line{mark}, l.bytes(begin, len(text)).shorten(room, to-begin, mark)...)}
}

// shorten cuts the line to n cells, with a mark at the end: at a blank, unless that loses a third of the line
// or one of the first bytes.
func (l line) shorten(n, bytes int, mark span) line {
	if l.width() <= n {
		return l
	}
	out := l.cut(0, n-textWidth(mark.text))
	text := out.text()
	if at := strings.LastIndexByte(text, ' '); at >= max(bytes, 0) && textWidth(text[at:]) < n/3 {
		out, mark.text = out.bytes(0, at), " "+mark.text
	}
	return append(out, mark)
}
