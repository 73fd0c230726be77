package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// View returns the whole window.
func (m *Model) View() tea.View {
	v := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: m.windowTitle()}
	if m.noPage() {
		lines := m.noPageLines()
		if len(m.file.Faults) > 0 && m.layout.faults > 0 {
			lines = m.faultScreen()
		}
		v.Content = m.renderer.render(filled(lines, m.opts.Height), m.opts.Width)
		return v
	}
	v.Content = m.frame()
	if m.search.typing {
		_, column := m.queryLine()
		v.Cursor = tea.NewCursor(m.layout.pageX+column, m.layout.bodyY)
	}
	return v
}

// frame returns the window's text. A frame that every reader with such a window
// sees is drawn once.
func (m *Model) frame() string {
	if m.search.active() || m.panel.kind != noPanel || m.note != "" || m.closing != "" || m.file.problems() {
		return m.drawFrame()
	}
	return m.pages.frame(frameKey{
		page: m.pageKey(), width: m.opts.Width, height: m.opts.Height,
		top: m.top, focus: m.focus, theme: m.theme, light: m.lightBackground, profile: m.opts.Profile, offered: m.offered != nil,
	}, m.drawFrame)
}

func (m *Model) drawFrame() string {
	lines := m.compose()
	if m.panel.kind != noPanel {
		lines = m.overlay(lines)
	}
	return m.renderer.render(lines, m.opts.Width)
}

func (m *Model) windowTitle() string {
	b := m.doc.basics
	if b.Label == "" {
		return b.Name
	}
	return b.Name + " - " + b.Label
}

// filled returns exactly n lines.
func filled(lines []line, n int) []line {
	out := make([]line, n)
	copy(out, lines)
	return out
}

// compose draws the window without a panel.
func (m *Model) compose() []line {
	l := m.layout
	var lines []line
	for range l.y {
		lines = append(lines, nil)
	}
	lines = append(lines, m.header()...)
	if l.wide {
		lines = append(lines, m.twoParts()...)
	} else {
		lines = append(lines, m.onePart()...)
	}
	lines = append(lines, m.faultRows()...)
	lines = append(lines, m.ruleAcross(), m.inset(m.footer()))
	return filled(lines, m.opts.Height)
}

// inset moves a line to the left edge of the composition.
func (m *Model) inset(l line) line {
	return append(line{blanks(m.layout.x + m.layout.margin)}, l...)
}

// measure is the cells between the margins.
func (m *Model) measure() int { return m.layout.width - 2*m.layout.margin }

// placeOfSection says which of the sections is shown.
func (m *Model) placeOfSection() string {
	return words.Fill(m.words.Footer.Place, "n", m.at+1, "sections", len(m.doc.sections))
}

// ruledHeading is a heading in a rule across the width.
func (m *Model) ruledHeading(text string, width int) line {
	head := line{styled(faint, m.rule+" "), styled(title, text), styled(faint, " ")}.truncate(width, m.ellipsis)
	return append(head, styled(faint, strings.Repeat(m.rule, max(width-head.width(), 0))))
}

func (m *Model) ruleAcross() line {
	if !m.layout.wide {
		return line{styled(faint, strings.Repeat(m.rule, m.opts.Width))}
	}
	return m.inset(line{styled(faint, strings.Repeat(m.rule, m.measure()))})
}

// header shows whose résumé this is.
func (m *Model) header() []line {
	l, b := m.layout, m.doc.basics
	name := line{styled(strong, b.Name)}
	label := line{styled(accent, b.Label)}
	if !l.wide {
		return m.narrowHeader(name, label)
	}
	var out []line
	if l.airy {
		out = append(out, nil)
	}
	if l.compact {
		if b.Label != "" {
			name = append(name, styled(quiet, " "+m.separator+" "), label[0])
		}
		out = append(out, m.inset(m.ends(name, location(b.Location))))
	} else {
		out = append(out, m.inset(m.ends(name, location(b.Location))), m.inset(m.ends(label, b.Experience)))
	}
	out = append(out, m.ruleAcross())
	if l.airy {
		out = append(out, m.twoColumnsRow(nil, nil, nil))
	}
	return out
}

// narrowHeader names the section as well: there is no list beside the page.
func (m *Model) narrowHeader(name, label line) []line {
	out := []line{m.inset(name.truncate(m.measure(), m.ellipsis))}
	if m.layout.header > 3 {
		out = append(out, m.inset(label.truncate(m.measure(), m.ellipsis)))
	}
	of := m.placeOfSection()
	if m.search.typing {
		of = m.chosenSection()
	}
	return append(out, m.inset(m.ends(m.sectionTab(), of)), m.ruleAcross())
}

// sectionTab names the section between marks that lead to its neighbours.
func (m *Model) sectionTab() line {
	if m.search.typing {
		return line{styled(title, m.words.Search.Title)}
	}
	prev, next := m.prev, m.next
	if m.at == 0 {
		prev = " "
	}
	if m.at == len(m.doc.sections)-1 {
		next = " "
	}
	return line{styled(quiet, prev+" "), styled(title, m.doc.sections[m.at].Title), styled(quiet, " "+next)}
}

// ends sets one text at the left margin and, where both have room, one at the
// right margin.
func (m *Model) ends(left line, right string) line {
	r := line{styled(quiet, right)}
	if left.width()+2+r.width() > m.measure() {
		return left.truncate(m.measure(), m.ellipsis)
	}
	return spread(left, r, m.measure())
}

// twoParts draws the list and the page beside it.
func (m *Model) twoParts() []line {
	l := m.layout
	list, page := m.list(), m.content()
	out := make([]line, l.body)
	for i := range out {
		var mark line
		if !m.search.typing {
			mark = m.scrollMark(i)
		}
		out[i] = m.twoColumnsRow(list[i], page[i], mark)
	}
	return out
}

func (m *Model) twoColumnsRow(list, page, mark line) line {
	l := m.layout
	row := make(line, 0, len(list)+len(page)+len(mark)+5)
	row = append(append(row, blanks(l.x+l.margin)), list...)
	row = append(row, blanks(l.list-list.width()), styled(faint, m.divider), blanks(l.pageX-l.x-l.margin-l.list-1))
	row = append(row, page...)
	if len(mark) == 0 {
		return row
	}
	return append(append(row, blanks(l.page+1-page.width())), mark...)
}

// scrollMark draws row i of the scroll bar. A page that fits has none.
func (m *Model) scrollMark(i int) line {
	rows, all := m.layout.body, len(m.page().lines)
	if all <= rows {
		return nil
	}
	size := max(rows*rows/all, 1)
	from := 0
	if last := m.lastTop(); last > 0 {
		from = (m.top*(rows-size) + last/2) / last
	}
	if i >= from && i < from+size {
		return line{styled(accent, m.thumb)}
	}
	return nil
}

// onePart draws the page or the list of sections, whichever has the focus.
func (m *Model) onePart() []line {
	body := m.content()
	if m.focus == focusList && !m.search.typing {
		body = m.list()
	}
	for i, l := range body {
		body[i] = m.inset(l)
	}
	return body
}

// content returns the rows of the page, or those of the search.
func (m *Model) content() []line {
	if m.search.typing {
		return filled(m.searchLines(), m.layout.body)
	}
	lines := m.page().lines
	shown := lines[m.top:min(m.top+m.layout.body, len(lines))]
	return filled(m.marked(shown), m.layout.body)
}

// listTop returns the first section that the list shows; the list scrolls where
// there are more sections than rows.
func (m *Model) listTop() int {
	return min(max(m.at-m.layout.body/2, 0), max(len(m.doc.sections)-m.layout.body, 0))
}

// list draws the sections.
func (m *Model) list() []line {
	rows, top := m.layout.body, m.listTop()
	var counts []int
	if m.search.active() {
		counts = m.matches().sections
	}
	width := m.layout.list
	if !m.layout.wide {
		width = m.measure()
	}
	out := make([]line, rows)
	for i := range out {
		at := top + i
		if at >= len(m.doc.sections) {
			break
		}
		more := ""
		switch {
		case i == 0 && top > 0:
			more = m.above
		case i == rows-1 && at < len(m.doc.sections)-1:
			more = m.below
		}
		count := 0
		if len(counts) > 0 {
			count = counts[at]
		}
		out[i] = m.listRow(at, count, more, width)
	}
	return out
}

// listRow draws one section in the list, with the number of its matches.
func (m *Model) listRow(at, matches int, more string, width int) line {
	name, digit, count, mark := plain, quiet, numeric, blanks(1)
	if at == m.at && !m.search.typing {
		name, mark = current, styled(accent, m.glyphs.focus)
		if m.focus == focusList {
			name, digit, count = cursor, cursor, cursor
		} else {
			mark = styled(faint, m.divider)
		}
	}
	number := " "
	if at < 10 {
		number = strconv.Itoa((at + 1) % 10)
	}
	note := styled(digit, more)
	if matches > 0 {
		note = styled(count, strconv.Itoa(matches))
	}
	fill := blanks
	if name == cursor { // one bar, from the mark to the end
		fill = func(n int) span { return span{text: blanks(n).text, style: cursor} }
	}
	room := width - 7 - textWidth(note.text)
	text := line{styled(name, m.doc.sections[at].Title)}.truncate(room, m.ellipsis)
	row := append(line{mark, fill(1), styled(digit, number), fill(2)}, text...)
	return append(row, fill(room-text.width()), note, fill(1))
}

// noPageLines says why there is nothing to read, in the longest words that fit.
func (m *Model) noPageLines() []line {
	texts := m.words.TooSmall
	if !m.windowTooSmall() {
		texts = []string{m.words.NoSections}
	}
	for _, text := range texts {
		text = m.displayable(words.Fill(text, "columns", leastWidth, "rows", leastHeight))
		if lines, ok := fits(text, m.opts.Width, m.opts.Height); ok {
			return m.centered(lines)
		}
	}
	return nil
}

// centered sets lines in the middle of the window.
func (m *Model) centered(lines []line) []line {
	out := make([]line, (m.opts.Height-len(lines))/2, m.opts.Height)
	for _, l := range lines {
		out = append(out, append(line{blanks((m.opts.Width - l.width()) / 2)}, l...))
	}
	return out
}

// fits sets a text in a window and reports whether no word of it is cut.
func fits(text string, width, height int) ([]line, bool) {
	lines := wrap(line{styled(plain, text)}, width, width)
	var set []string
	for _, l := range lines {
		if l.width() > width {
			return nil, false
		}
		for _, s := range l {
			set = append(set, strings.TrimSpace(s.text))
		}
	}
	return lines, len(lines) <= height && strings.Join(set, " ") == text
}
