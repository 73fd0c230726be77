package tui

import (
	"cmp"
	"fmt"
	"image"
	"net/url"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// contacts returns the ways to reach the person; if there are several, a card with all of them comes first.
// Cards have no field for networks.
func contacts(r *resume.Resume, w *words.Contact) []choice {
	var all []choice
	b, text := r.Basics, r.Basics.Name
	for _, c := range r.Contacts() {
		shown, copied, id := c.Text, c.Text, fmt.Sprint(c.Kind)
		switch scheme, address, _ := strings.Cut(c.URL, ":"); scheme {
		case "http", "https":
			shown, copied = c.Bare, c.URL
		case "mailto": // the address itself, whatever letters the screen has
			copied, _ = url.PathUnescape(address)
			b.Email = copied
		case "tel":
			b.Phone = address
		}
		if c.Kind == resume.ContactProfile {
			id += " " + c.Label
		}
		all = append(all, choice{c.Label, shown, c.URL, id, copied, []code{newCode(cmp.Or(c.URL, c.Text))}})
		text += "\n" + c.Label + r.Marks().Colon + c.Full(r.Marks())
	}
	if l := b.Location; l.Address+l.PostalCode != "" { // the title page has only the city
		at := l.Line(r.Marks())
		all = append(all, choice{w.Address, at, "", "address", at, []code{newCode(at)}})
		text += "\n" + w.Address + r.Marks().Colon + at
	}
	direct := b.Phone + b.Email
	if len(all) < 2 || direct+b.URL == "" {
		return all
	}
	codes := []code{newCode(meCard(b))}
	if b.URL != "" && direct != "" { // a smaller code
		b.URL = ""
		codes = append(codes, newCode(meCard(b)))
	}
	card := choice{label: w.Card, text: w.CardIsFor, copied: text, codes: codes}
	return append([]choice{card}, all...)
}

// meCard returns an entry that phones can add to an address book. Of the two formats that they read, vCard
// and NTT DoCoMo's MECARD, this is the shorter.
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

// choicePanel lists the choices, with the code of the chosen one: in place of the list if the reader asked for
// that, otherwise if there is room.
func (m *Model) choicePanel() (rows []row, above, below bool) {
	chosen := m.choices()[m.panel.at]
	if alone := m.code(chosen, m.layout.page, m.panelRoom()); m.panel.code && alone != nil {
		return plainRows(alone), false, false
	}
	list := m.choiceRows()
	code, at := m.codeWith(list, chosen)
	rows, above, below = window(list, m.panelRoom(), 0)
	rows = append(rows, make([]row, max(at.Y+len(code)-len(rows), 0))...)
	for i, l := range code {
		rows[at.Y+i].text = append(rows[at.Y+i].text.pad(at.X), l...)
	}
	return rows, above, below
}

// codePlaces returns the columns and rows where a code may begin: beside the list, or beneath it.
func codePlaces(list []row) [2]image.Point {
	const gap = 3
	return [...]image.Point{{X: widest(list, func(r row) int { return r.text.width() }) + gap}, {Y: len(list) + 1}}
}

// codeWith returns the code of a contact, and where it is with the list; nil if there is no room.
func (m *Model) codeWith(list []row, c choice) (code []line, at image.Point) {
	for _, at = range codePlaces(list) {
		if code = m.code(c, m.layout.page-at.X, m.panelRoom()-at.Y); code != nil {
			break
		}
	}
	return code, at
}

// code draws the first code of a contact that fits, with the widest margin, and what it is for; nil if none fits.
func (m *Model) code(c choice, width, rows int) []line {
	code, margin := m.fitting(c, width, rows)
	if code == nil {
		return nil
	}
	drawn := code.draw(margin, m.glyphs.noBlocks)
	return joinApart(min(rows-1-len(drawn), 1), drawn, []line{{styled(quiet, m.words.Contact.Code)}})
}

// fitting returns the first code of a contact that fits, and the widest margin with which it does; nil if none fits.
func (m *Model) fitting(c choice, width, rows int) (code, int) {
	for _, code := range c.codes {
		for _, margin := range []int{quietZone, leastQuietZone} {
			if code.fits(margin, width, rows-1, m.glyphs.noBlocks) {
				return code, margin
			}
		}
	}
	return nil, 0
}

// offersCodes reports whether the page has room for codes only without the list.
func (m *Model) offersCodes() bool {
	hasRoom := func(c choice, at image.Point) bool {
		code, _ := m.fitting(c, m.layout.page-at.X, m.panelRoom()-at.Y)
		return code != nil
	}
	places, fits := codePlaces(m.choiceRows()), false
	for _, c := range m.doc.contacts {
		if hasRoom(c, places[0]) || hasRoom(c, places[1]) {
			return false
		}
		fits = fits || hasRoom(c, image.Point{})
	}
	return fits
}

// toggleCode shows the code of the chosen contact in place of the page, or hides it.
func (m *Model) toggleCode() {
	m.panel.code = !m.panel.code
	if m.panel.code && m.code(m.doc.contacts[m.panel.at], m.layout.page, m.panelRoom()) == nil {
		m.panel.code, m.note = false, m.words.Notes.CodeTooLarge
	}
}
