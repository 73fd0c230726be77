package tui

import (
	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// key does what a key asks for. A key that can't do anything says so.
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
	case m.panel.kind != noPanel:
		return m.panelKey(does)
	}
	switch does {
	case actUp:
		m.upOrDown(-1)
	case actDown:
		m.upOrDown(1)
	case actLeft:
		m.leftwards()
	case actRight:
		m.rightwards()
	case actOther:
		m.focus = focusList + focusPage - m.focus
	case actEnter:
		m.enter()
	case actEscape:
		m.escape()
	case actSection:
		m.open((int(msg.String()[0]-'0') + 9) % 10)
	case actPageDown:
		m.readOn()
	case actPageUp, actHalfDown, actHalfUp, actTop, actBottom:
		m.scroll(m.rowsTo(does))
	default:
		return m.command(does)
	}
	return nil
}

// command does what does not move the reader.
func (m *Model) command(does action) tea.Cmd {
	switch does {
	case actQuit:
		return tea.Quit
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
		return m.copyPage()
	case actSave, actContact, actHelp:
		m.openPanel(does)
	case actVersion:
		m.acceptVersion()
	case actMouse:
		m.mouseFree = !m.mouseFree
		m.note = m.words.Notes.MouseOn
		if m.mouseFree {
			m.note = m.words.Notes.MouseFree
		}
	case actRepaint:
		return tea.ClearScreen
	default:
		m.unknownKey()
	}
	return nil
}

func (m *Model) unknownKey() {
	m.note = m.either(m.words.Notes.UnknownKey, m.words.Notes.UnknownKeyNarrow)
}

// rowsTo returns by how many rows an action scrolls the page.
func (m *Model) rowsTo(does action) int {
	page, half := max(m.layout.body-2, 1), max(m.layout.body/2, 1)
	switch does {
	case actPageUp:
		return -page
	case actHalfDown:
		return half
	case actHalfUp:
		return -half
	case actTop:
		return -len(m.page().lines)
	default:
		return len(m.page().lines)
	}
}

func (m *Model) upOrDown(by int) {
	if m.focus == focusList {
		m.step(by)
		return
	}
	m.scroll(by)
}

// leftwards goes to the list. A narrow window shows either the page or the list;
// there it goes to the previous section.
func (m *Model) leftwards() {
	switch {
	case m.focus == focusList:
		m.note = m.words.Notes.InList
	case m.layout.wide:
		m.focus = focusList
	default:
		m.step(-1)
	}
}

func (m *Model) rightwards() {
	switch {
	case m.focus == focusList:
		m.focus = focusPage
	case m.layout.wide:
		m.note = words.Fill(m.words.Notes.OnPage, "key", m.glyphs.left)
	default:
		m.step(1)
	}
}

func (m *Model) enter() {
	switch {
	case m.focus == focusList:
		m.focus = focusPage
	case m.layout.wide:
		m.note = m.words.Notes.NothingToOpen
	default:
		m.focus = focusList
	}
}

func (m *Model) escape() {
	switch {
	case m.search.active():
		m.endSearch()
	case m.focus == focusPage:
		m.focus = focusList
	case m.layout.wide:
		m.note = m.words.Notes.InListEscape
	default:
		m.focus = focusPage
	}
}
