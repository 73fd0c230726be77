package tui

import (
	"cmp"
	"math"
	"net/url"
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

// chooseContact moves by so many in the list of contacts.
func (m *Model) chooseContact(by int) {
	to := m.panel.at + by
	switch last := len(m.doc.contacts) - 1; {
	case to < 0:
		to, m.note = 0, m.words.Notes.FirstContact
	case to > last:
		to, m.note = last, m.words.Notes.LastContact
	}
	m.panel.at = to
}

func (m *Model) copyContact() tea.Cmd {
	c := m.doc.contacts[m.panel.at]
	return m.copyText(c.copied, c.label)
}

// The cells between the list and a code, and the most that the list takes, so
// that no address is broken.
const (
	codeGap  = 2
	mostList = 48
)

// contactLines sets the contacts and, beside or beneath them where there is room,
// the code of the chosen one. They never take more than rows, and as many rows
// and columns whichever is chosen.
func (m *Model) contactLines(width, rows int) []line {
	more := line{styled(quiet, m.displayable(m.words.Contact.NeedsRoom))}
	column := min(widest(m.contactList(width, math.MaxInt)), mostList)
	room := width - codeGap - column
	if w, h := m.largestCode(room, rows); w > 0 {
		return sideBySide(m.contactList(column, rows), m.codeLines(more, room, rows, w, h), column+codeGap)
	}
	list := m.contactList(width, rows)
	room = rows - len(list) - 1
	if w, h := m.largestCode(width, room); w > 0 {
		return joinBlocks(list, m.codeLines(more, width, room, w, h))
	}
	if text := wrap(more, width, width); len(text) <= room {
		list = joinBlocks(list, text)
	}
	return list
}

// codeLines draws the code of the chosen contact in as many cells and rows as the
// largest code takes; where it does not fit, another text stands there.
func (m *Model) codeLines(orElse line, width, rows, w, h int) []line {
	drawn := m.doc.contacts[m.panel.at].fitting(width, rows, m.opts.ASCII).draw(m.opts.ASCII)
	if drawn == nil {
		drawn = wrap(orElse, w, w)
	}
	drawn = filled(drawn, h)
	drawn[0] = drawn[0].pad(w)
	return drawn
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

// contactList sets the contacts in lines; of many, those around the chosen one.
func (m *Model) contactList(width, rows int) []line {
	const mark = 2
	inset, text := 0, 0
	for _, c := range m.doc.contacts {
		inset, text = max(inset, textWidth(c.label)+2), max(text, textWidth(c.text))
	}
	inset = min(inset, max(width/2, width-mark-text))
	var out []line
	from, to := 0, 0
	for i, c := range m.doc.contacts {
		label, text, here := quiet, plain, blanks(mark)
		if i == m.panel.at {
			label, text, here = strong, strong, styled(accent, m.glyphs.focus+" ")
			from = len(out)
		}
		name := line{styled(label, c.label)}.truncate(inset-1, m.ellipsis)
		for _, l := range hang(name, inset, line{{text: c.text, style: text, link: c.link}}, width-mark) {
			out = append(out, append(line{here}, l...))
		}
		if i == m.panel.at {
			to = len(out)
		}
	}
	if len(out) <= rows {
		return out
	}
	top := min(max((from+to-rows)/2, 0), from, len(out)-rows)
	shown := out[top : top+rows]
	shown[0] = shown[0].pad(widest(out))
	if top > 0 && top < from {
		shown[0][0] = styled(quiet, m.above+" ")
	}
	if end := top + rows; end < len(out) && end > to {
		shown[rows-1][0] = styled(quiet, m.below+" ")
	}
	return shown
}
