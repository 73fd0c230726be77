package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// key does what a key asks for. One that can't do anything says so.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	m.note = ""
	if key.Matches(msg, m.keys.interrupt) {
		return tea.Quit
	}
	switch {
	case m.small():
		if key.Matches(msg, m.keys.quit) {
			return tea.Quit
		}
		return nil
	case m.search.typing:
		m.searchKey(msg)
		return nil
	case m.panel.kind != noPanel:
		return m.panelKey(msg)
	}
	if m.scrollKey(msg) || m.moveKey(msg) {
		return nil
	}
	switch k := m.keys; {
	case key.Matches(msg, k.quit):
		return tea.Quit
	case key.Matches(msg, k.search):
		m.startSearch()
	case key.Matches(msg, k.next):
		m.walk(1)
	case key.Matches(msg, k.previous):
		m.walk(-1)
	case key.Matches(msg, k.theme):
		m.nextTheme()
	case key.Matches(msg, k.copy):
		return m.copyPage()
	case key.Matches(msg, k.take):
		m.panel = panel{kind: takePanel}
	case key.Matches(msg, k.contact):
		m.openContacts()
	case key.Matches(msg, k.newer):
		m.takeNewer()
	case key.Matches(msg, k.help):
		m.panel = panel{kind: helpPanel}
	default:
		m.note = m.either("that key does nothing here: ? shows those that do", "? shows the keys")
	}
	return nil
}

// moveKey moves between sections, and between the list of them and the page.
func (m *Model) moveKey(msg tea.KeyPressMsg) bool {
	switch k := m.keys; {
	case key.Matches(msg, k.up):
		m.upOrDown(-1)
	case key.Matches(msg, k.down):
		m.upOrDown(1)
	case key.Matches(msg, k.left):
		m.leftwards()
	case key.Matches(msg, k.right):
		m.rightwards()
	case key.Matches(msg, k.tab):
		m.focus = onList + onPage - m.focus
	case key.Matches(msg, k.enter):
		m.enter()
	case key.Matches(msg, k.esc):
		m.escape()
	case key.Matches(msg, k.digit):
		m.open((int(msg.String()[0]-'0') + 9) % 10)
	default:
		return false
	}
	return true
}

// scrollKey scrolls the page, whatever has the focus.
func (m *Model) scrollKey(msg tea.KeyPressMsg) bool {
	page := max(m.layout.body-2, 1)
	half := max(m.layout.body/2, 1)
	switch k := m.keys; {
	case key.Matches(msg, k.pageDown):
		m.scroll(page)
	case key.Matches(msg, k.pageUp):
		m.scroll(-page)
	case key.Matches(msg, k.halfDown):
		m.scroll(half)
	case key.Matches(msg, k.halfUp):
		m.scroll(-half)
	case key.Matches(msg, k.top):
		m.scroll(-len(m.page().lines))
	case key.Matches(msg, k.bottom):
		m.scroll(len(m.page().lines))
	default:
		return false
	}
	return true
}

func (m *Model) upOrDown(by int) {
	if m.focus == onList {
		m.step(by)
		return
	}
	m.scroll(by)
}

// leftwards goes to the list; a narrow window, which shows the page or the
// list, goes to the section before.
func (m *Model) leftwards() {
	switch {
	case m.focus == onList:
		m.note = "this is the list"
	case m.layout.wide:
		m.focus = onList
	default:
		m.step(-1)
	}
}

func (m *Model) rightwards() {
	switch {
	case m.focus == onList:
		m.focus = onPage
	case m.layout.wide:
		m.note = "this is the page: " + m.keys.left.Help().Key + " goes to the list"
	default:
		m.step(1)
	}
}

func (m *Model) enter() {
	switch {
	case m.focus == onList:
		m.focus = onPage
	case m.layout.wide:
		m.note = "there is nothing to open here"
	default:
		m.focus = onList
	}
}

func (m *Model) escape() {
	switch {
	case len(m.search.hits) > 0:
		m.endSearch()
	case m.focus == onPage:
		m.focus = onList
	case m.layout.wide:
		m.note = "this is the list of sections: q leaves"
	default:
		m.focus = onPage
	}
}
