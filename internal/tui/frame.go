package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View gives the whole window.
func (m *Model) View() tea.View {
	v := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: m.windowTitle()}
	if m.small() {
		lines := m.tooSmall()
		if len(m.file.Faults) > 0 && m.layout.faults > 0 {
			lines = m.faultsAlone()
		}
		v.Content = m.look.render(filled(lines, m.opts.Height), m.opts.Width)
		return v
	}
	v.Content = m.frame()
	if m.search.typing {
		_, column := m.queryLine()
		v.Cursor = tea.NewCursor(m.layout.pageX+column, m.layout.bodyY)
	}
	return v
}

// frame gives the window's text. What every reader with such a window sees is
// drawn once.
func (m *Model) frame() string {
	if m.search.active() || m.panel.kind != noPanel || m.note != "" || m.closing != "" || m.file.problems() {
		return m.drawn()
	}
	return m.pages.frame(frameKey{
		page: m.pageKey(), width: m.opts.Width, height: m.opts.Height,
		top: m.top, focus: m.focus, theme: m.theme, light: m.light, profile: m.opts.Profile, newer: m.newer != nil,
	}, m.drawn)
}

func (m *Model) drawn() string {
	lines := m.compose()
	if m.panel.kind != noPanel {
		lines = m.overlay(lines)
	}
	return m.look.render(lines, m.opts.Width)
}

func (m *Model) windowTitle() string {
	b := m.doc.basics
	if b.Label == "" {
		return b.Name
	}
	return b.Name + " - " + b.Label
}

// filled gives exactly n lines.
func filled(lines []line, n int) []line {
	out := make([]line, n)
	copy(out, lines)
	return out
}

// compose draws the frame and what stands in it.
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

// inset moves a line of the composition to where that stands in the window.
func (m *Model) inset(l line) line {
	return append(line{blanks(m.layout.x + m.layout.margin)}, l...)
}

// measure is the cells between the margins.
func (m *Model) measure() int { return m.layout.width - 2*m.layout.margin }

func (m *Model) ruleAcross() line {
	if !m.layout.wide {
		return line{say(ruled, strings.Repeat(m.rule, m.opts.Width))}
	}
	return m.inset(line{say(ruled, strings.Repeat(m.rule, m.measure()))})
}

// header says who this is.
func (m *Model) header() []line {
	l, b := m.layout, m.doc.basics
	name := line{say(strong, b.Name)}
	label := line{say(accent, b.Label)}
	if !l.wide {
		return m.narrowHeader(name, label)
	}
	var out []line
	if l.airy {
		out = append(out, nil)
	}
	if l.compact {
		if b.Label != "" {
			name = append(name, say(quiet, " "+m.separator+" "), label[0])
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

// narrowHeader names the section, too: there is no list beside the page.
func (m *Model) narrowHeader(name, label line) []line {
	out := []line{m.inset(name.truncate(m.measure(), m.ellipsis))}
	if m.layout.header > 3 {
		out = append(out, m.inset(label.truncate(m.measure(), m.ellipsis)))
	}
	of := fmt.Sprintf("%d of %d", m.at+1, len(m.doc.sections))
	if m.search.typing {
		of = m.chosenSection()
	}
	return append(out, m.inset(m.ends(m.sectionTab(), of)), m.ruleAcross())
}

// sectionTab names the section between the marks that lead to its neighbours.
func (m *Model) sectionTab() line {
	if m.search.typing {
		return line{say(title, "Search")}
	}
	prev, next := m.prev, m.next
	if m.at == 0 {
		prev = " "
	}
	if m.at == len(m.doc.sections)-1 {
		next = " "
	}
	return line{say(quiet, prev+" "), say(title, m.doc.sections[m.at].Title), say(quiet, " "+next)}
}

// ends sets left and, where both have room, right at the ends of the measure.
func (m *Model) ends(left line, right string) line {
	r := line{say(quiet, right)}
	if left.width()+2+r.width() > m.measure() {
		return left.truncate(m.measure(), m.ellipsis)
	}
	return spread(left, r, m.measure())
}

// twoParts draws the list and, beside it, the page.
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
	row = append(row, blanks(l.list-list.width()), say(ruled, m.divider), blanks(l.pageX-l.x-l.margin-l.list-1))
	row = append(row, page...)
	if len(mark) == 0 {
		return row
	}
	return append(append(row, blanks(l.page+1-page.width())), mark...)
}

// scrollMark draws row i of the scroll bar; nothing where the page fits.
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
		return line{say(accent, m.thumb)}
	}
	return nil
}

// onePart draws the page or the list of sections, whichever has the focus.
func (m *Model) onePart() []line {
	body := m.content()
	if m.focus == onList && !m.search.typing {
		body = m.list()
	}
	for i, l := range body {
		body[i] = m.inset(l)
	}
	return body
}

// content gives the rows of the page, or those of the search.
func (m *Model) content() []line {
	if m.search.typing {
		return filled(m.searchLines(), m.layout.body)
	}
	lines := m.page().lines
	shown := lines[m.top:min(m.top+m.layout.body, len(lines))]
	return filled(m.marked(shown), m.layout.body)
}

// listTop gives the first section that the list shows: all of them, where
// there is room.
func (m *Model) listTop() int {
	return min(max(m.at-m.layout.body/2, 0), max(len(m.doc.sections)-m.layout.body, 0))
}

// list draws the sections.
func (m *Model) list() []line {
	rows, top := m.layout.body, m.listTop()
	counts := m.counts()
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
		out[i] = m.listRow(at, counts[at], more, width)
	}
	return out
}

// listRow draws one section in the list, with the matches that it holds.
func (m *Model) listRow(at, matches int, more string, width int) line {
	name, digit, count, mark := plain, quiet, second, blanks(1)
	if at == m.at && !m.search.typing {
		name, mark = chosen, say(accent, m.glyphs.focus)
		if m.focus == onList {
			name, digit, count = cursor, cursor, cursor
		} else {
			mark = say(ruled, m.divider)
		}
	}
	number := " "
	if at < 10 {
		number = fmt.Sprint((at + 1) % 10)
	}
	note := say(digit, more)
	if matches > 0 && m.search.active() {
		note = say(count, fmt.Sprint(matches))
	}
	fill := blanks
	if name == cursor { // one bar, from the mark to the end
		fill = func(n int) span { return span{text: blanks(n).text, style: cursor} }
	}
	room := width - 7 - textWidth(note.text)
	text := line{say(name, m.doc.sections[at].Title)}.truncate(room, m.ellipsis)
	row := append(line{mark, fill(1), say(digit, number), fill(2)}, text...)
	return append(row, fill(room-text.width()), note, fill(1))
}
