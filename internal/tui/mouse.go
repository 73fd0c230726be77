package tui

import tea "charm.land/bubbletea/v2"

// wheelLines is how many lines one notch of the wheel scrolls.
const wheelLines = 3

// click opens what was clicked.
func (m *Model) click(at tea.Mouse) {
	if m.noPage() || at.Button != tea.MouseLeft {
		return
	}
	m.note = ""
	l := m.layout
	row := at.Y - l.header
	inBody := row >= 0 && row < l.body
	onList := at.X >= l.left-margin && at.X < l.left+l.list
	switch {
	case m.panel.kind != noAction && (!l.wide || !onList):
		m.panel = panel{}
	case !l.wide && !m.search.typing && at.Y == l.header-2:
		m.clickTab(at.X)
	case !inBody:
	case m.search.typing && (!l.wide || !onList):
		m.clickResult(row)
	case l.wide && onList, !l.wide && m.inList:
		m.clickSection(row)
	default:
		m.inList = false
	}
}

// clickTab goes to the previous or next section, or to the list of sections.
func (m *Model) clickTab(x int) {
	end := m.layout.left + m.sectionTab().width()
	switch {
	case x < m.layout.left+2:
		m.step(-1)
	case x >= end-2 && x <= end:
		m.step(1)
	case x < end:
		m.inList = !m.inList
	}
}

func (m *Model) clickSection(row int) {
	at := m.listTop() + row
	if at >= len(m.doc.sections) {
		return
	}
	if m.search.typing {
		m.endSearch()
	}
	m.panel = panel{}
	m.open(at)
	m.inList = m.layout.wide
}

func (m *Model) clickResult(at int) {
	if rows, _, _ := m.searchRows(); at < len(rows) && rows[at].opens > 0 {
		m.search.at = int(m.matches().results[rows[at].opens-1].first)
		m.openMatch()
	}
}

// wheel scrolls what is in sight.
func (m *Model) wheel(at tea.Mouse) {
	by := map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[at.Button]
	if m.noPage() || by == 0 {
		return
	}
	m.note = ""
	switch {
	case m.panel.kind != noAction:
		m.movePanel(by * wheelLines)
	case m.search.typing:
		m.chooseResult(by)
	case m.inList && !m.layout.wide:
		m.step(by)
	default:
		m.scrollTo(m.top + by*wheelLines)
	}
}
