package tui

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// contacts returns the ways to reach the person; where there are several, first a
// card that holds them. Networks have no place on one.
func contacts(r *resume.Resume, w *words.Contact) []choice {
	var all []choice
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
		id := fmt.Sprint(c.Kind)
		if c.Kind == resume.ContactProfile {
			id += " " + c.Label
		}
		all = append(all, choice{c.Label, shown, c.URL, id, copied, []code{newCode(cmp.Or(c.URL, c.Text))}})
		text += "\n" + c.Label + r.Marks().Colon + c.Full(r.Marks())
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
	card := choice{label: w.Card, text: w.CardIsFor, copied: text, codes: codes}
	return append([]choice{card}, all...)
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

// codeGap is the least cells between the list and a code.
const codeGap = 3

// codePlace is where there is room for codes.
type codePlace struct {
	at          codeAt
	width, rows int // of the room
	w, h        int // that the largest code takes
}

type codeAt int

const (
	codeNowhere codeAt = iota
	codeBeside         // the list
	codeBeneath
	codeAlone // in place of the list
)

// codePlace finds the room for the codes of most contacts, in which they take as many rows
// and columns whichever is chosen.
func (m *Model) codePlace(list []row) codePlace {
	width, room := m.layout.page, m.panelRoom()-1
	column := widest(list, func(r row) int { return r.text.width() })
	var best codePlace
	most := 0
	for _, p := range []codePlace{
		{at: codeBeside, width: width - codeGap - column, rows: room},
		{at: codeBeneath, width: width, rows: room - 1 - len(list)},
		{at: codeAlone, width: width, rows: room},
	} {
		fit := 0
		for _, c := range m.doc.contacts {
			if code := c.code(p.width, p.rows, m.noBlocks); len(code) > 0 {
				p.w, p.h, fit = max(p.w, widest(code, line.width)), max(p.h, len(code)), fit+1
			}
		}
		if fit > most && (most == 0 || p.at != codeAlone) {
			best, most = p, fit
		}
	}
	return best
}

// code draws the first of the codes that fits a place, with as wide a margin as there
// is room for. Where none fits it draws nothing.
func (c choice) code(width, rows int, ascii bool) []line {
	for _, code := range c.codes {
		for _, margin := range []int{quietZone, leastQuietZone} {
			if drawn := code.draw(margin, width, rows, ascii); drawn != nil {
				return drawn
			}
		}
	}
	return nil
}

// contactRows sets the contacts and, where there is room, the code of the chosen one.
func (m *Model) contactRows() (rows []row, above, below bool) {
	list := m.choiceRows(m.layout.page)
	p := m.codePlace(list)
	code := m.doc.contacts[m.panel.at].code(p.width, p.rows, m.noBlocks)
	captioned := filled(code, p.h+1)
	if len(code) > 0 { // the caption stays where that of the largest code is
		captioned[p.h] = line{styled(quiet, m.words.Contact.Code)}
	}
	switch {
	case p.at == codeAlone && m.panel.code && len(code) > 0:
		return plainRows(captioned), false, false
	case p.at == codeBeside:
		list, above, below = window(list, m.panelRoom(), 0)
		list = append(list, make([]row, max(len(captioned)-len(list), 0))...)
		for i, l := range captioned {
			if len(l) > 0 {
				list[i].text = append(list[i].text.pad(m.layout.page-p.w), l...)
			}
		}
		return list, above, below
	case p.at == codeBeneath:
		return append(append(list, row{}), plainRows(captioned)...), false, false
	}
	return window(list, m.panelRoom(), 0)
}

// codesFitAlone reports whether there are codes that fit the page, but not beside the list.
func (m *Model) codesFitAlone() bool { return m.codePlace(m.choiceRows(m.layout.page)).at == codeAlone }

// toggleCode shows the code of the chosen contact in place of the page, or hides it.
func (m *Model) toggleCode() {
	m.panel.code = !m.panel.code
	code := m.doc.contacts[m.panel.at].code(m.layout.page, m.panelRoom()-1, m.noBlocks)
	if m.panel.code && len(code) == 0 {
		m.panel.code, m.note = false, m.words.Notes.CodeTooLarge
	}
}
