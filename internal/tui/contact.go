package tui

import (
	"cmp"
	"math"
	"net/url"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// contact is a way to reach the person as the panel shows it.
type contact struct {
	id                contactID
	label, text, link string
	copied            string // by y
	codes             []code // QR codes, the first of which that fits is drawn
}

// contactID tells contacts apart in every language and version of a résumé. The
// card has none of the kinds.
type contactID struct {
	kind    resume.ContactKind
	network string
}

// contacts returns the ways to reach the person; where there are several, first a
// card that holds them. Networks have no place on one.
func contacts(r *resume.Resume, w *words.Contact) []contact {
	var all []contact
	b, text := r.Basics, r.Basics.Name
	for _, c := range r.Contacts() {
		shown, copied := c.Text, c.Text
		if strings.HasPrefix(c.URL, "http") {
			shown, copied = c.BareURL(), c.URL
		} else if address, ok := strings.CutPrefix(c.URL, "mailto:"); ok {
			// The address itself, whatever letters the screen has.
			copied, _ = url.PathUnescape(address)
			b.Email = copied
		}
		id := contactID{kind: c.Kind}
		if c.Kind == resume.ContactProfile {
			id.network = c.Label
		}
		all = append(all, contact{id, c.Label, shown, c.URL, copied, []code{newCode(cmp.Or(c.URL, c.Text))}})
		text += "\n" + c.Label + ": " + c.Full()
		if number, ok := strings.CutPrefix(c.URL, "tel:"); ok {
			b.Phone = number
		}
	}
	direct := b.Phone + b.Email
	if len(all) < 2 || direct+b.URL == "" {
		return all
	}
	codes := []code{newCode(meCard(b))}
	if b.URL != "" && direct != "" { // a smaller one
		b.URL = ""
		codes = append(codes, newCode(meCard(b)))
	}
	card := contact{label: w.Card, text: w.CardIsFor, copied: text, codes: codes}
	return append([]contact{card}, all...)
}

// meCard returns what phones add to an address book. Of the two formats that they
// read, vCard and NTT DoCoMo's MECARD, this is the shorter.
func meCard(b resume.Basics) string {
	escape := strings.NewReplacer(`\`, `\\`, ";", `\;`, ":", `\:`, ",", `\,`, `"`, `\"`)
	card := "MECARD:"
	for _, f := range [][2]string{{"N", b.Name}, {"TEL", b.Phone}, {"EMAIL", b.Email}, {"URL", b.URL}} {
		if f[1] != "" {
			card += f[0] + ":" + escape.Replace(f[1]) + ";"
		}
	}
	return card + ";"
}

// openContacts shows the ways to reach the person.
func (m *Model) openContacts() {
	if len(m.doc.contacts) == 0 {
		m.note = m.words.Notes.NoContact
		return
	}
	m.panel = panel{kind: contactPanel}
}

func (m *Model) copyContact() tea.Cmd {
	c := m.doc.contacts[m.panel.at]
	return m.copyText(c.copied, c.label)
}

// codeGap is the least cells between the list and a code.
const codeGap = 3

// contactRows sets the contacts and, beside or beneath them where there is room, the
// code of the chosen one. They take as many rows and columns whichever is chosen.
func (m *Model) contactRows(width, rows int) []row {
	caption := line{styled(quiet, m.displayable(m.words.Contact.Code))}
	if code := m.chosenCode(width, rows-1); m.panel.code && len(code) > 0 {
		return columnBeside(nil, append(code, caption), 0)
	}
	column := widest(m.contactLines(width))
	if w, h := m.largestCode(width-codeGap-column, rows-1); w > 0 {
		list := m.contactList(column, rows)
		code := m.codeLines(width-codeGap-column, rows-1, h)
		return columnBeside(list, append(code, caption), width-w)
	}
	list := m.contactList(width, rows)
	room := rows - len(list) - 1
	if w, h := m.largestCode(width, room-1); w > 0 {
		list = append(list, row{})
		for _, l := range append(m.codeLines(width, room-1, h), caption) {
			list = append(list, row{text: l})
		}
	}
	return list
}

// chosenCode draws the code of the chosen contact, if it fits.
func (m *Model) chosenCode(width, rows int) []line {
	return m.doc.contacts[m.panel.at].fitting(width, rows, m.opts.ASCII).draw(m.opts.ASCII)
}

// toggleCode shows the code of the chosen contact in place of the page, or hides it.
func (m *Model) toggleCode() {
	if !m.panel.code && len(m.chosenCode(m.layout.page, m.panelRoom()-1)) == 0 {
		m.note = m.words.Notes.CodeTooLarge
		return
	}
	m.panel.code = !m.panel.code
}

// codesFitAlone reports whether there are codes that fit the page, but not beside the
// list.
func (m *Model) codesFitAlone() bool {
	width, room := m.layout.page, m.panelRoom()
	if w, _ := m.largestCode(width-codeGap-widest(m.contactLines(width)), room-1); w > 0 {
		return false
	}
	if w, _ := m.largestCode(width, room-len(m.contactList(width, room))-2); w > 0 {
		return false
	}
	w, _ := m.largestCode(width, room-1)
	return w > 0
}

// columnBeside sets lines beside rows, from a cell on.
func columnBeside(rows []row, lines []line, at int) []row {
	for len(rows) < len(lines) {
		rows = append(rows, row{})
	}
	for i, l := range lines {
		if len(l) > 0 {
			rows[i].text = append(rows[i].text.pad(at), l...)
		}
	}
	return rows
}

// codeLines draws the code of the chosen contact, if it fits, in as many rows as the
// largest code takes.
func (m *Model) codeLines(width, rows, height int) []line {
	return filled(m.chosenCode(width, rows), height)
}

// largestCode returns the cells and rows of the largest code that fits a place; 0
// where none does.
func (m *Model) largestCode(width, rows int) (w, h int) {
	for _, c := range m.doc.contacts {
		cells, high := c.fitting(width, rows, m.opts.ASCII).size(m.opts.ASCII)
		w, h = max(w, cells), max(h, high)
	}
	return w, h
}

// fitting returns the first of the codes that fits a place, with as wide a margin
// as there is room for. Where none fits it draws nothing.
func (c contact) fitting(width, rows int, ascii bool) framedCode {
	for _, made := range c.codes {
		for _, margin := range []int{quietZone, leastQuietZone} {
			framed := framedCode{made, margin}
			if w, h := framed.size(ascii); w > 0 && w <= width && h <= rows {
				return framed
			}
		}
	}
	return framedCode{}
}

// contactLines sets each contact in as many lines as it needs.
func (m *Model) contactLines(width int) []line {
	var out []line
	for _, r := range m.contactList(width, math.MaxInt) {
		out = append(out, r.text)
	}
	return out
}

// contactList sets the contacts in rows; of many, those around the chosen one.
func (m *Model) contactList(width, rows int) []row {
	inset, text := 0, 0
	for _, c := range m.doc.contacts {
		inset, text = max(inset, textWidth(c.label)+3), max(text, textWidth(c.text))
	}
	inset = min(inset, max(width/2, width-text))
	var all []row
	for i, c := range m.doc.contacts {
		label, text := quiet, plain
		if i == m.panel.at {
			label, text = strong, strong
		}
		name := line{styled(label, c.label)}.truncate(inset-1, m.ellipsis)
		for _, l := range hang(name, inset, line{{text: c.text, style: text, link: c.link}}, width) {
			all = append(all, row{l, i == m.panel.at})
		}
	}
	if len(all) <= rows {
		return all
	}
	top := around(all, rows)
	return slices.Clone(all[top : top+rows])
}
