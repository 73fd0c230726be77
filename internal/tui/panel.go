package tui

import (
	tea "charm.land/bubbletea/v2"
)

// panel is what stands in place of the page.
type panel struct {
	kind panelKind
	top  int  // the first of its rows that is shown
	at   int  // what is chosen in it
	code bool // the code of the chosen contact has the page to itself
}

type panelKind int

const (
	noPanel panelKind = iota
	helpPanel
	savePanel
	contactPanel
)

// panelKey handles a key while a panel is open.
func (m *Model) panelKey(does action) tea.Cmd {
	kind := m.panel.kind
	switch does {
	case actEscape, actQuit, actEnter:
		if kind == contactPanel && (m.panel.code || does == actEnter && m.codesFitAlone()) {
			m.toggleCode()
			return nil
		}
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
			return m.copyText(m.saveOptions()[m.panel.at].command, m.words.Save.TheCommand)
		default:
			m.note = m.words.Notes.EscCloses
		}
	case actTheme, actLanguage, actRepaint, actMouse:
		return m.command(does)
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

// scrollPanel scrolls the help; among contacts and commands, it chooses one.
func (m *Model) scrollPanel(by int) {
	switch m.panel.kind {
	case contactPanel:
		m.choose(by, len(m.doc.contacts), m.words.Notes.FirstContact, m.words.Notes.LastContact)
	case savePanel:
		m.choose(by, len(m.saveOptions()), m.words.Notes.FirstCommand, m.words.Notes.LastCommand)
	default:
		m.panel.top = min(max(m.panel.top+by, 0), max(len(m.helpLines(m.layout.page))-m.panelRoom(), 0))
	}
}

// choose moves by so many among n things, and says where it can't.
func (m *Model) choose(by, n int, first, last string) {
	to := m.panel.at + by
	switch {
	case to < 0:
		to, m.note = 0, first
	case to >= n:
		to, m.note = n-1, last
	}
	m.panel.at = to
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

// panelName is the title as the footer writes it.
func (m *Model) panelName() string {
	switch m.panel.kind {
	case helpPanel:
		return m.words.Hints.Keys
	case savePanel:
		return m.words.Hints.Save
	default:
		return m.words.Hints.Contact
	}
}

// panelHead is the heading of a panel. A narrow window has it above the page.
func (m *Model) panelHead() []row {
	switch {
	case !m.layout.wide:
		return nil
	case m.layout.body < 10:
		return []row{{text: line{styled(title, m.displayable(m.panelTitle()))}}}
	default:
		return []row{{text: line{styled(title, m.displayable(m.panelTitle()))}}, {}}
	}
}

// panelRoom returns the rows under the heading.
func (m *Model) panelRoom() int { return m.layout.body - len(m.panelHead()) }

// panelRows returns the rows of the panel, and whether there are more above and
// below.
func (m *Model) panelRows() (rows []row, above, below bool) {
	rows = m.panelHead()
	room := m.panelRoom()
	var all []row
	switch m.panel.kind {
	case helpPanel:
		for _, l := range m.helpLines(m.layout.page) {
			all = append(all, row{text: l})
		}
	case savePanel:
		all = m.saveRows(m.layout.page)
	default:
		return append(rows, m.contactRows(m.layout.page, room)...), false, false
	}
	top := min(m.panel.top, max(len(all)-room, 0))
	if m.panel.kind == savePanel {
		top = around(all, room)
	}
	return append(rows, all[top:min(top+room, len(all))]...), top > 0, top+room < len(all)
}

// around returns the first of some rows to show, of which the chosen ones are in
// sight.
func around(all []row, room int) int {
	from, to := -1, 0
	for i, r := range all {
		if r.chosen && from < 0 {
			from = i
		}
		if r.chosen {
			to = i + 1
		}
	}
	return max(min((from+to-room)/2, from, len(all)-room), 0)
}

// helpLines lists every key that does something, in two columns where there is
// room.
func (m *Model) helpLines(width int) []line {
	inset := 0
	for _, g := range keyGroups {
		for _, row := range g.rows {
			inset = max(inset, textWidth(m.keyLabel(row))+2)
		}
	}
	var groups [][]line
	column := 0
	for _, g := range keyGroups {
		groups = append(groups, m.helpGroup(g, inset, width))
		column = max(column, widest(groups[len(groups)-1]))
	}
	if 2*column+columnGap <= width {
		left, right := balance(groups)
		return joinBlocks(sideBySide(left, right, column+columnGap), m.selectHelp(width))
	}
	var out []line
	for _, g := range groups {
		out = joinBlocks(out, g)
	}
	return joinBlocks(out, m.selectHelp(width))
}

// selectHelp says how to select text with the mouse.
func (m *Model) selectHelp(width int) []line {
	return wrap(line{styled(quiet, m.displayable(m.words.KeyHelp.Select))}, width, width)
}

func (m *Model) helpGroup(g keyGroup, inset, width int) []line {
	out := []line{{styled(heading, m.displayable(g.title(m.words.KeyHelp)))}}
	for _, row := range g.rows {
		if row.has(actContact) && len(m.doc.contacts) == 0 || row.has(actVersion) && m.offered == nil ||
			row.has(actLanguage) && len(m.pages.Languages()) < 2 {
			continue
		}
		help := row.help
		if row.narrow != nil && !m.layout.wide {
			help = row.narrow
		}
		text := line{styled(quiet, m.displayable(help(m.words.KeyHelp)))}
		out = append(out, hang(line{styled(plain, m.keyLabel(row))}, inset, text, width)...)
	}
	return out
}
