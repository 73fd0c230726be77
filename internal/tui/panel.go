package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// panel is what lies over the page.
type panel struct {
	kind panelKind
	top  int // the first of its lines that is shown
	at   int // the contact that is chosen
}

type panelKind int

const (
	noPanel panelKind = iota
	helpPanel
	savePanel
	contactPanel
)

// The cells that a panel takes at most, its frame included.
const (
	widestPanel    = 78
	widestContacts = 104 // with the code of a card
)

// panelKey handles a key while a panel is open.
func (m *Model) panelKey(does action) tea.Cmd {
	kind := m.panel.kind
	switch does {
	case actEscape, actQuit, actEnter:
		m.panel = panel{}
	case actHelp, actSave, actContact:
		m.panel = panel{}
		if kind != panelOf(does) {
			return m.command(does)
		}
	case actCopy:
		switch kind {
		case contactPanel:
			return m.copyContact()
		case savePanel:
			return m.copyText(m.saveCommand(), m.words.Save.TheCommand)
		default:
			m.note = m.words.Notes.EscCloses
		}
	case actTheme:
		m.nextTheme()
	case actUp:
		m.scrollPanel(-1)
	case actDown:
		m.scrollPanel(1)
	case actPageDown, actHalfDown, actBottom:
		m.scrollPanel(m.opts.Height)
	case actPageUp, actHalfUp, actTop:
		m.scrollPanel(-m.opts.Height)
	default:
		m.note = m.words.Notes.EscCloses
	}
	return nil
}

// panelOf returns the panel that an action opens, and closes again.
func panelOf(does action) panelKind {
	switch does {
	case actHelp:
		return helpPanel
	case actSave:
		return savePanel
	default:
		return contactPanel
	}
}

// scrollPanel scrolls the panel; among contacts, it chooses one.
func (m *Model) scrollPanel(by int) {
	if m.panel.kind == contactPanel {
		m.chooseContact(by)
		return
	}
	lines, rows, _ := m.panelLines()
	m.panel.top = min(max(m.panel.top+by, 0), max(len(lines)-rows, 0))
}

// panelLines returns what stands in the panel, the rows of it that have room, and
// the width of its text.
func (m *Model) panelLines() (lines []line, rows, width int) {
	width = min(m.opts.Width, widestPanel) - 6
	room := min(m.opts.Height-4, m.layout.bodyY+m.layout.body+m.layout.faults-1)
	switch m.panel.kind {
	case helpPanel:
		lines = m.helpLines(width)
	case contactPanel:
		lines = m.contactLines(min(m.opts.Width, widestContacts)-6, room)
	default:
		lines = m.saveLines(width)
	}
	width = max(widest(lines), min(width, 24))
	if len(lines)+2 <= room { // nothing touches the frame
		lines = append(append([]line{nil}, lines...), nil)
	}
	return lines, min(len(lines), room), width
}

func (m *Model) panelTitle() string {
	switch m.panel.kind {
	case helpPanel:
		return m.words.KeyHelp.Title
	case savePanel:
		return m.words.Save.Title
	default:
		return m.words.Contact.Title
	}
}

// overlay lays the panel over the page or, where it needs more rows, over all
// but the keys. What it lies over is cleared, so that no half words stand
// beside it.
func (m *Model) overlay(lines []line) []line {
	text, rows, width := m.panelLines()
	x := max((m.opts.Width-width-6)/2, 0)
	from, foot := m.layout.bodyY, m.layout.bodyY+m.layout.body+m.layout.faults
	if m.layout.airy {
		from-- // the blank row under the header
	}
	if foot-from < rows+2 {
		from = 0
	}
	clear(lines[from:foot])
	y := from + (foot-from-rows-2)/2
	put := func(row int, l line) { lines[row] = append(line{blanks(x)}, l...) }
	heading := m.panelTitle()
	edge := width + 4 - textWidth(heading) - 3
	put(y, line{
		styled(faint, m.topLeft+m.rule), styled(title, " "+heading+" "), styled(faint, strings.Repeat(m.rule, edge)+m.topRight),
	})
	for i := range rows {
		var content line
		if at := m.panel.top + i; at < len(text) {
			content = text[at]
		}
		row := append(line{styled(faint, m.divider), blanks(2)}, content...)
		mark := styled(accent, " ")
		switch {
		case i == 0 && m.panel.top > 0:
			mark = styled(accent, m.above)
		case i == rows-1 && m.panel.top+rows < len(text):
			mark = styled(accent, m.below)
		}
		put(y+1+i, append(row.pad(width+4), mark, styled(faint, m.divider)))
	}
	put(y+1+rows, line{styled(faint, m.bottomLeft+strings.Repeat(m.rule, width+4)+m.bottomRight)})
	return lines
}

// helpLines lists every key that does something, in two columns where there is
// room.
func (m *Model) helpLines(width int) []line {
	var groups [][]line
	column := 0
	for _, g := range keyGroups {
		groups = append(groups, m.helpGroup(g, width))
		column = max(column, widest(groups[len(groups)-1]))
	}
	if 2*column+columnGap <= width {
		left, right := balance(groups)
		return sideBySide(left, right, column+columnGap)
	}
	var out []line
	for _, g := range groups {
		out = joinBlocks(out, g)
	}
	return out
}

func (m *Model) helpGroup(g keyGroup, width int) []line {
	inset := 12
	for _, row := range g.rows {
		inset = max(inset, textWidth(m.keyLabel(row))+2)
	}
	out := []line{{styled(numeric, m.displayable(g.title(m.words.KeyHelp)))}}
	for _, row := range g.rows {
		if row.has(actContact) && len(m.doc.contacts) == 0 || row.has(actVersion) && m.offered == nil {
			continue
		}
		help := row.help
		if row.narrow != nil && !m.layout.wide {
			help = row.narrow
		}
		text := line{styled(plain, m.displayable(help(m.words.KeyHelp)))}
		out = append(out, hang(line{styled(strong, m.keyLabel(row))}, inset, text, width)...)
	}
	return out
}
