package tui

import (
	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// key does what a key asks for. If that is impossible, a note says so.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	m.note = ""
	does := m.does(msg)
	switch {
	case does == actInterrupt, does == actQuit && m.noPage():
		return tea.Quit
	case m.noPage():
		return nil
	case m.search.typing:
		m.searchKey(does, msg)
		return nil
	case m.panel.kind != noAction:
		return m.panelKey(does)
	case does == actSection:
		m.open((int(msg.String()[0]-'0') + 9) % 10)
		return nil
	}
	return m.command(does)
}

// command does what a key asks for while a page is read.
func (m *Model) command(does action) tea.Cmd {
	switch does {
	case actUp, actDown:
		if m.inList {
			m.step(m.lines(does))
		} else {
			m.scroll(m.lines(does))
		}
	case actLeft, actRight, actOther, actEnter, actEscape:
		m.switchPane(does)
	case actPageDown:
		m.readOn()
	case actPageUp:
		m.readBack()
	case actHalfDown, actHalfUp, actTop, actBottom:
		m.scroll(m.lines(does))
	case actSearch:
		m.startSearch()
	case actNextMatch:
		m.stepMatch(1)
	case actPreviousMatch:
		m.stepMatch(-1)
	case actTheme:
		m.nextTheme()
	case actLanguage:
		m.nextLanguage()
	case actCopy:
		return m.copyText(m.page().text(), m.doc.sections[m.at].Title)
	case actSave, actContact, actHelp:
		m.openPanel(does)
	case actVersion:
		m.acceptVersion()
	case actMouse:
		m.mouseFree = !m.mouseFree
		m.note = either(m.mouseFree, m.words.Notes.MouseFree, m.words.Notes.MouseOn)
	case actRepaint:
		return tea.ClearScreen
	case actQuit:
		return tea.Quit
	default:
		m.unknownKey()
	}
	return nil
}

func (m *Model) unknownKey() {
	m.note = either(m.layout.wide, m.words.Notes.UnknownKey, m.words.Notes.UnknownKeyNarrow)
}

// lines returns by how many rows a key moves down, in a page as in a list; 0 for other keys.
func (m *Model) lines(does action) int {
	half, all := max(m.layout.body/2, 1), len(m.page().lines)+m.opts.Height
	return map[action]int{
		actUp: -1, actDown: 1, actHalfUp: -half, actHalfDown: half, actPageUp: -m.screenful(), actPageDown: m.screenful(),
		actTop: -all, actBottom: all,
	}[does]
}

// switchPane goes from the list to the page, or back. A narrow window shows only one of them; there, left and right
// go to the previous and next section.
func (m *Model) switchPane(does action) {
	w, list, wide := m.words.Notes, m.inList, m.layout.wide
	switch {
	case does == actEscape && m.search.active():
		m.endSearch()
	case does == actEscape && list && wide:
		m.note = w.InListEscape
	case does == actLeft && list:
		m.note = w.InList
	case does == actRight && !list && wide:
		m.note = words.Fill(w.OnPage, "key", m.glyphs.left)
	case does == actEnter && !list && wide:
		m.note = w.NothingToOpen
	case does == actLeft && !wide:
		m.step(-1)
	case does == actRight && !list:
		m.step(1)
	default:
		m.inList = !m.inList
	}
}
