package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
)

type panel struct {
	kind action // actHelp, actSave or actContact; noAction if none is open
	top  int    // the first row shown
	at   int    // the current choice
	code bool   // only the code of the chosen contact is shown
}

// choice is something to choose from in a panel, and to copy.
type choice struct {
	label, text, link string

	// Of a contact:
	id     string // the same in every language and version of a résumé; the card has none
	copied string // what y copies
	codes  []code // QR codes; the first that fits is drawn
}

func (c choice) labelWidth() int { return textWidth(c.label) }

func (m *Model) openPanel(does action) {
	if does == actContact && len(m.doc.contacts) == 0 {
		m.note = m.words.Notes.NoContact
		return
	}
	m.panel = panel{kind: does}
}

func (m *Model) panelKey(does action) tea.Cmd {
	kind := m.panel.kind
	switch by := m.lines(does); {
	case by != 0:
		m.movePanel(by)
	case m.panel.code && closes(does), does == actEnter && kind == actContact && m.offersCodes():
		m.toggleCode()
	case closes(does), does == kind:
		m.panel = panel{}
	case does == actHelp, does == actSave, does == actContact:
		m.openPanel(does)
	case does == actCopy && kind != actHelp:
		c := m.choices()[m.panel.at]
		return m.copyText(cmp.Or(c.copied, c.text), either(kind == actSave, m.words.Save.TheCommand, c.label))
	case does == actTheme, does == actLanguage, does == actRepaint, does == actMouse:
		return m.command(does)
	default:
		m.note = m.words.Notes.EscCloses
	}
	return nil
}

// closes reports whether an action closes a panel of any kind.
func closes(does action) bool { return does == actEscape || does == actQuit || does == actEnter }

func (m *Model) choices() []choice {
	switch m.panel.kind {
	case actSave:
		return m.saveOptions(false)
	case actContact:
		return m.doc.contacts
	}
	return nil
}

// panelWords are a panel's words: its heading, its name in the footer, and the notes that its first or last
// choice is reached.
type panelWords struct{ title, name, first, last string }

func (m *Model) panelWords() panelWords {
	w := m.words
	switch m.panel.kind {
	case actSave:
		return panelWords{w.Save.Title, w.Hints.Save, w.Notes.FirstCommand, w.Notes.LastCommand}
	case actContact:
		return panelWords{w.Contact.Title, w.Hints.Contact, w.Notes.FirstContact, w.Notes.LastContact}
	}
	return panelWords{title: w.KeyHelp.Title, name: w.Hints.Keys}
}

// movePanel moves the choice, and says so at either end; in the help, it scrolls.
func (m *Model) movePanel(by int) {
	n := len(m.choices())
	if n == 0 {
		m.panel.top = min(max(m.panel.top+by, 0), max(len(m.helpLines(m.layout.page))-m.panelRoom(), 0))
		return
	}
	to := m.panel.at + by
	m.panel.at = min(max(to, 0), n-1)
	switch {
	case to < 0:
		m.note = m.panelWords().first
	case to >= n:
		m.note = m.panelWords().last
	}
}

// panelHead returns the heading of a panel. Narrow windows have it above the page.
func (m *Model) panelHead() []row {
	if !m.layout.wide {
		return nil
	}
	return m.head(line{styled(title, m.panelWords().title)})
}

// head sets a line above the rows of a panel or of search results, with a blank row if there is room.
func (m *Model) head(l line) []row {
	return []row{{text: l}, {}}[:either(m.layout.body < 10, 1, 2)]
}

func (m *Model) panelRoom() int { return m.layout.body - len(m.panelHead()) }

// panelRows returns the rows of the panel, and whether there are more above and below.
func (m *Model) panelRows() (rows []row, above, below bool) {
	if m.panel.kind == actHelp {
		rows, above, below = window(plainRows(m.helpLines(m.layout.page)), m.panelRoom(), m.panel.top)
	} else {
		rows, above, below = m.choicePanel()
	}
	return append(m.panelHead(), rows...), above, below
}

// window returns as many rows as fit, from top on or, if some are chosen, around those; and whether there are
// more above and below.
func window(all []row, room, top int) (shown []row, above, below bool) {
	if from := slices.IndexFunc(all, func(r row) bool { return r.chosen }); from >= 0 {
		to := from
		for to < len(all) && all[to].chosen {
			to++
		}
		top = min((from+to-room)/2, from)
	}
	top = max(min(top, len(all)-room), 0)
	end := min(top+room, len(all))
	return all[top:end:end], top > 0, end < len(all)
}

// choiceRows sets each text beside its label, or beneath it if it needs more room; if a third of them do, all
// are beneath. If commands then take too many rows, only the chosen one is shown.
func (m *Model) choiceRows() (rows []row) {
	all, width := m.choices(), m.layout.page
	inset := widest(all, choice.labelWidth) + 3
	long := func(c choice) bool {
		breaks := c.copied != "" && c.link == "" // such as a street address, but not a command or a link
		return inset+either(breaks, longestWord(c.text), textWidth(c.text)) > width
	}
	beneath := 3*len(slices.DeleteFunc(slices.Clone(all), long)) < 2*len(all)
	for _, brief := range []bool{false, m.panel.kind == actSave} {
		rows = nil
		for i, c := range all {
			chosen := i == m.panel.at
			name := line{styled(either(chosen, strong, quiet), c.label)}
			value := line{{text: c.text, style: either(chosen, strong, plain), link: c.link}}
			lines := name.wrap(width)
			switch {
			case !brief && !beneath && !long(c), brief && inset+textWidth(c.text) <= width:
				lines = hang(name, inset, value, width)
			case !brief:
				lines = append(lines, hang(nil, bulletInset, value, width)...)
			case chosen: // not indented, so it is broken less often
				lines = append(lines, value.wrap(width)...)
			}
			rows = append(rows, each(lines, func(l line) row { return row{text: l, chosen: chosen} })...)
		}
		if len(rows) <= m.panelRoom() {
			break
		}
	}
	return rows
}

// helpLines lists every key that does something, in two columns if there is room.
func (m *Model) helpLines(width int) []line {
	all := keyGroups(m.words.KeyHelp, m.glyphs)
	inset := 2 + widest(all, func(g keyGroup) int {
		return widest(g.rows, func(row keyRow) int { return textWidth(row.label) })
	})
	groups := each(all, func(g keyGroup) []line {
		out := []line{{styled(heading, g.title)}}
		for _, row := range m.rowsOf(g) {
			help := either(m.layout.wide, row.help, cmp.Or(row.narrow, row.help))
			out = append(out, hang(line{styled(plain, row.label)}, inset, line{styled(quiet, help)}, width)...)
		}
		return out
	})
	out := joinBlocks(groups...)
	if column := widest(out, line.width); 2*column+columnGap <= width {
		left, right := balance(groups)
		out = beside(left, right, column+columnGap)
	}
	return joinBlocks(out, line{styled(quiet, m.words.KeyHelp.Select)}.wrap(width))
}
