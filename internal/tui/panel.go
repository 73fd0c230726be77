package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
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
	takePanel
	contactPanel
)

// The cells that a panel takes at most, its frame included.
const (
	widestPanel    = 78
	widestContacts = 104 // with the code of a card
)

// panelKey takes a key while a panel is open.
func (m *Model) panelKey(msg tea.KeyPressMsg) tea.Cmd {
	switch k := m.keys; {
	case key.Matches(msg, k.esc, k.quit, k.enter),
		m.panel.kind == helpPanel && key.Matches(msg, k.help),
		m.panel.kind == takePanel && key.Matches(msg, k.take),
		m.panel.kind == contactPanel && key.Matches(msg, k.contact):
		m.panel = panel{}
	case key.Matches(msg, k.help):
		m.panel = panel{kind: helpPanel}
	case key.Matches(msg, k.take):
		m.panel = panel{kind: takePanel}
	case key.Matches(msg, k.contact):
		m.openContacts()
	case key.Matches(msg, k.copy) && m.panel.kind == contactPanel:
		return m.copyContact()
	case key.Matches(msg, k.copy) && m.panel.kind == takePanel:
		return m.copyText(m.takeCommand(), "the command")
	case key.Matches(msg, k.theme):
		m.nextTheme()
	case key.Matches(msg, k.up):
		m.scrollPanel(-1)
	case key.Matches(msg, k.down):
		m.scrollPanel(1)
	case key.Matches(msg, k.pageDown, k.halfDown, k.bottom):
		m.scrollPanel(m.opts.Height)
	case key.Matches(msg, k.pageUp, k.halfUp, k.top):
		m.scrollPanel(-m.opts.Height)
	default:
		m.note = "esc closes this"
	}
	return nil
}

// scrollPanel scrolls what the panel says; of contacts, it chooses one.
func (m *Model) scrollPanel(by int) {
	if m.panel.kind == contactPanel {
		m.chooseContact(by)
		return
	}
	lines, rows, _ := m.panelLines()
	m.panel.top = min(max(m.panel.top+by, 0), max(len(lines)-rows, 0))
}

// panelLines gives what stands in the panel, the rows of it that have room,
// and the width of its text.
func (m *Model) panelLines() (lines []line, rows, width int) {
	width = min(m.opts.Width, widestPanel) - 6
	room := min(m.opts.Height-4, m.layout.bodyY+m.layout.body+m.layout.faults-1)
	switch m.panel.kind {
	case helpPanel:
		lines = m.help(width)
	case contactPanel:
		lines = m.contactLines(min(m.opts.Width, widestContacts)-6, room)
	default:
		lines = m.takeAway(width)
	}
	width = max(widest(lines), min(width, 24))
	if len(lines)+2 <= room { // nothing touches the frame
		lines = append(append([]line{nil}, lines...), nil)
	}
	return lines, min(len(lines), room), width
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
	heading := map[panelKind]string{helpPanel: "Keys", takePanel: "Take it away", contactPanel: "Contact"}[m.panel.kind]
	edge := width + 4 - textWidth(heading) - 3
	put(y, line{
		say(ruled, m.topLeft+m.rule), say(title, " "+heading+" "), say(ruled, strings.Repeat(m.rule, edge)+m.topRight),
	})
	for i := range rows {
		var content line
		if at := m.panel.top + i; at < len(text) {
			content = text[at]
		}
		row := append(line{say(ruled, m.divider), blanks(2)}, content...)
		mark := say(accent, " ")
		switch {
		case i == 0 && m.panel.top > 0:
			mark = say(accent, m.above)
		case i == rows-1 && m.panel.top+rows < len(text):
			mark = say(accent, m.below)
		}
		put(y+1+i, append(row.pad(width+4), mark, say(ruled, m.divider)))
	}
	put(y+1+rows, line{say(ruled, m.endLeft+strings.Repeat(m.rule, width+4)+m.endR)})
	return lines
}

// help lists every key that does something, in two columns where there is room.
func (m *Model) help(width int) []line {
	keys := *m.keys
	keys.contact.SetEnabled(len(m.doc.contacts) > 0)
	keys.newer.SetEnabled(m.newer != nil)
	var groups [][]line
	for _, g := range keys.groups(m.layout.wide) {
		groups = append(groups, keyList(g, width))
	}
	column := 0
	for _, g := range groups {
		column = max(column, widest(g))
	}
	if 2*column+columnGap <= width {
		left, right := balance(groups)
		return beside(left, right, column+columnGap)
	}
	var out []line
	for _, g := range groups {
		out = joinBlocks(out, g)
	}
	return out
}

func keyList(g keyGroup, width int) []line {
	const inset = 12
	out := []line{{say(second, g.title)}}
	for _, k := range g.keys {
		if k.Enabled() {
			out = append(out, hang(line{say(strong, k.Help().Key)}, inset, line{say(plain, k.Help().Desc)}, width)...)
		}
	}
	return out
}
