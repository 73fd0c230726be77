package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unique"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// View returns the whole window.
func (m *Model) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: m.doc.title, Content: m.frame()}
	if !m.mouseFree {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.search.typing && !m.noPage() {
		_, column := m.queryLine()
		v.Cursor = tea.NewCursor(m.layout.pageX+column, m.layout.header)
	}
	return v
}

// frame returns the window's text. A frame that all readers with such a window see is drawn once.
func (m *Model) frame() string {
	if m.noPage() || m.search.active() || m.panel.kind != noAction || m.note != "" || m.closing != "" || len(m.file.shown()) > 0 {
		return m.drawFrame()
	}
	key := frameKey{
		page: m.pageKey(), renderer: m.renderer, width: m.opts.Width, height: m.opts.Height, top: m.top, inList: m.inList,
		newer: m.newer != nil, home: m.home, save: m.save,
	}
	return m.pages.frames.get(key, func() (unique.Handle[string], int) {
		// A handle shares its text's memory with the last frame that each session keeps, without spare capacity.
		frame := unique.Make(m.drawFrame())
		return frame, len(frame.Value())
	}).Value()
}

func (m *Model) drawFrame() string { return m.renderer.render(m.compose(), m.opts.Width) }

// padLines returns exactly n lines.
func padLines(lines []line, n int) []line {
	out := make([]line, n)
	copy(out, lines)
	return out
}

func (m *Model) compose() (lines []line) {
	switch {
	case !m.noPage():
		lines = slices.Concat(m.header(), m.bodyLines(), m.layout.problems, []line{m.ruleAcross(), m.footer()})
	case len(m.file.Errors) > 0 && len(m.layout.problems) > 0:
		foot := setHints([]hint{{key: "q", does: m.words.Hints.Leave}}, 1)
		lines = append(padLines(m.layout.problems, m.opts.Height-2), m.ruleAcross(), m.inset(foot))
	default:
		lines = m.noPageLines()
	}
	return padLines(lines, m.opts.Height)
}

// inset moves a line to the left margin.
func (m *Model) inset(l line) line {
	return append(line{blanks(m.layout.left)}, l...)
}

func (m *Model) ruleAcross() line {
	if !m.layout.wide {
		return line{styled(faint, strings.Repeat(m.glyphs.rule, m.opts.Width))}
	}
	return m.inset(line{styled(faint, strings.Repeat(m.glyphs.rule, m.layout.measure))})
}

// reading reports whether nothing covers the list and the page.
func (m *Model) reading() bool { return !m.search.typing && m.panel.kind == noAction }

// header shows whose résumé this is and, in a narrow window, the section. The title page does not repeat it.
func (m *Model) header() []line {
	b := m.doc.basics
	if !m.layout.wide {
		who := []line{m.ends(line{styled(strong, b.Name)}, ""), m.ends(line{styled(accent, b.Label)}, "")}
		return append(who[:m.layout.header-2], m.ends(m.sectionTab(), m.placeText()), m.ruleAcross())
	}
	who := line{styled(strong, b.Name), blanks(2), styled(quiet, b.Label)}
	if m.reading() && isTitlePage(m.doc.sections[m.at]) {
		who = line{styled(accent, b.Label)}
		if m.labelOnPage() {
			who = line{styled(quiet, m.home)}
		}
	}
	out := []line{m.ends(who, m.doc.place()), m.ruleAcross()}
	if m.layout.header > len(out) {
		out = append(append([]line{nil}, out...), nil)
	}
	return out
}

// labelOnPage reports whether the title page shows the label: if it has room and the header shows something
// else, or if the header has no room.
func (m *Model) labelOnPage() bool {
	l, label := m.layout, textWidth(m.doc.basics.Label)
	if !l.wide {
		return l.header == 3 || label > l.measure
	}
	return m.opts.Height >= tallFrom && m.home != "" || label+2+textWidth(m.doc.place()) > l.measure
}

// sectionTab names the section between marks that lead to its neighbors, or what covers it.
func (m *Model) sectionTab() line {
	switch {
	case m.search.typing:
		return line{styled(title, m.words.Search.Title)}
	case m.panel.kind != noAction:
		return line{styled(title, m.panelWords().title)}
	}
	prev, next := either(m.at == 0, " ", m.glyphs.prev), either(m.at == m.lastSection(), " ", m.glyphs.next)
	return line{styled(quiet, prev+" "), styled(title, m.doc.sections[m.at].Title), styled(quiet, " "+next)}
}

// placeText says which section is shown, what covers it, or how much was found.
func (m *Model) placeText() string {
	switch {
	case m.search.typing:
		return m.summary()
	case m.panel.kind != noAction:
		return either(m.layout.wide, m.panelWords().name, "")
	}
	count := len(m.doc.sections)
	place := fmt.Sprintf("%d/%d", m.at+1, count)
	longest := fmt.Sprintf("%d/%d", count, count)
	return strings.Repeat(" ", max(textWidth(longest)-textWidth(place), 0)) + place // so that the text does not move
}

// ends sets one text at the left margin and, if both fit, one at the right margin.
func (m *Model) ends(left line, right string) line {
	if left.width()+2+textWidth(right) > m.layout.measure {
		return m.inset(left.truncate(m.layout.measure, m.glyphs.ellipsis))
	}
	return m.inset(spread(left, line{styled(quiet, right)}, m.layout.measure))
}

// row is a row of the page, of a panel or of search results.
type row struct {
	text   line
	chosen bool // has a mark in the margin
	opens  int  // the result that a click goes to, from 1; 0 for none
}

// plainRows returns lines as rows that can't be chosen.
func plainRows(lines []line) []row {
	return each(lines, func(l line) row { return row{text: l} })
}

// bodyLines draws the list and the page beside it; a narrow window shows one of the two.
func (m *Model) bodyLines() []line {
	l := m.layout
	out := make([]line, l.body)
	if l.wide || m.inList && m.reading() {
		out = each(m.list(), m.inset)
		if !l.wide {
			return out
		}
	}
	rows, above, below := m.content()
	for i, r := range rows[:min(len(rows), l.body)] {
		if r.chosen {
			out[i] = append(out[i].pad(l.pageX-2), styled(accent, m.glyphs.pointer))
		}
		out[i] = append(out[i].pad(l.pageX), r.text...)
	}
	mark := func(row int, glyph string) { out[row] = append(out[row].pad(l.pageX+l.page+1), styled(accent, glyph)) }
	if above {
		mark(0, m.glyphs.above)
	}
	if below {
		mark(l.body-1, m.glyphs.below)
	}
	if l.asideX > 0 {
		out = beside(out, m.asideLines(), l.asideX)
	}
	return padLines(out, l.body)
}

// content returns the rows of the page, a panel or search results, and whether there are more above and below.
func (m *Model) content() (rows []row, above, below bool) {
	switch {
	case m.search.typing:
		return m.searchRows()
	case m.panel.kind != noAction:
		return m.panelRows()
	}
	lines := m.page().lines
	rows = plainRows(m.marked(lines[m.top:min(m.top+m.layout.body, len(lines))]))
	if m.covered() > 0 {
		rows[0].text = m.stickyLine()
		clear(rows[1:min(max(m.page().rulerEnd()-m.top, 1), len(rows))]) // a partial ruler says nothing
	}
	return rows, m.top > 0, m.top < m.lastTop()
}

// covered returns the rows of the page that the name of its section covers.
func (m *Model) covered() int {
	return either(m.top > 0 && m.layout.wide && m.layout.body >= 8, 1, 0)
}

// stickyLine names the section and the entry that a scrolled page is in.
func (m *Model) stickyLine() line {
	pg, heading := m.page(), m.doc.sections[m.at].Heading
	out := line{styled(title, heading)}
	s, _ := pg.fieldFrom(m.top + 1)
	if s.field == 0 {
		return out.truncate(m.layout.page, m.glyphs.ellipsis)
	}
	name := pg.fields[s.field-1].name
	if name > 0 && name != s.field && pg.find(name, 0) <= m.top {
		out = append(out, styled(quiet, " "+m.glyphs.next+" "), styled(strong, pg.fields[name-1].text))
	}
	return m.besideSmallRuler(out, name)
}

// listTop returns the first section that the list shows; the list scrolls if there are more sections than rows.
func (m *Model) listTop() int {
	return min(max(m.at-m.layout.body/2, 0), max(len(m.doc.sections)-m.layout.body, 0))
}

func (m *Model) lastSection() int { return len(m.doc.sections) - 1 }

func (m *Model) list() []line {
	out, top := make([]line, m.layout.body), m.listTop()
	for i := range min(len(out), len(m.doc.sections)-top) {
		at, note := top+i, ""
		switch n := m.foundIn(at); {
		case n > 99:
			note = "99+"
		case n > 0:
			note = strconv.Itoa(n)
		case i == 0 && top > 0:
			note = m.glyphs.above
		case i == len(out)-1 && at < m.lastSection():
			note = m.glyphs.below
		}
		out[i] = m.listRow(at, note)
	}
	return out
}

// listRow draws one section in the list, with a note such as the number of its matches.
func (m *Model) listRow(at int, note string) line {
	name, digit, count, bar, mark := plain, quiet, numeric, plain, blanks(1)
	switch {
	case m.panel.kind != noAction, m.search.typing && m.search.query != "" && m.foundIn(at) == 0:
		name, digit = dim, dim
	case at == m.at && !m.search.typing && m.inList:
		name, digit, count, bar, mark = cursor, cursor, cursor, cursor, styled(cursorMark, m.glyphs.pointer)
	case at == m.at && !m.search.typing:
		name, mark = current, styled(accent, m.glyphs.pointer)
	}
	number := either(at < 10, strconv.Itoa((at+1)%10), m.glyphs.separator)
	fill := func(n int) span { return span{text: blanks(n).text, style: bar} }
	end := min(3-textWidth(note), 1) // a long note takes the blank at the end of the row
	room := m.layout.list - 5 - end - textWidth(note)
	titleRoom := either(note == "", room, room-1) // keep a blank after a title
	text := line{styled(name, m.doc.sections[at].Title)}.truncate(titleRoom, m.glyphs.ellipsis)
	out := append(line{mark, fill(1), styled(digit, number), fill(2)}, text...)
	return append(out, fill(room-text.width()), styled(count, note), fill(end))
}

// noPageLines says why there is nothing to read, in the longest version that fits.
func (m *Model) noPageLines() []line {
	width := m.opts.Width
	for _, text := range either(m.windowTooSmall(), m.words.TooSmall, []string{m.words.NoSections}) {
		text = words.Fill(text, "columns", leastWidth, "rows", leastHeight)
		lines := line{styled(plain, text)}.wrap(width)
		if len(lines) <= m.opts.Height && widest(lines, line.width) <= width && longestWord(text) <= width {
			centered := each(lines, func(l line) line { return append(line{blanks((width - l.width()) / 2)}, l...) })
			return append(make([]line, (m.opts.Height-len(lines))/2), centered...)
		}
	}
	return nil
}
