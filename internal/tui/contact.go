package tui

import (
	"cmp"
	"math"
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/resume"
)

// contact is a way to reach someone as the panel shows it.
type contact struct {
	label, text, link string
	copied            string // by y
	codes             []code // what a phone's camera reads: the first that fits
}

// contacts gives the ways to reach someone; where there are several, a card
// that holds them comes first. Networks have no place on one.
func contacts(r *resume.Resume) []contact {
	var all []contact
	b, said := r.Basics, r.Basics.Name
	for _, c := range r.Contacts() {
		text, copied := c.Text, c.Text
		if strings.HasPrefix(c.URL, "http") {
			text, copied = c.BareURL(), c.URL
		} else if address, ok := strings.CutPrefix(c.URL, "mailto:"); ok {
			// What leads there, whatever letters the screen has.
			copied, _ = url.PathUnescape(address)
			b.Email = copied
		}
		all = append(all, contact{c.Label, text, c.URL, copied, []code{newCode(cmp.Or(c.URL, c.Text))}})
		said += "\n" + c.Label + ": " + c.Full()
		if dialled, ok := strings.CutPrefix(c.URL, "tel:"); ok {
			b.Phone = dialled
		}
	}
	direct := b.Phone + b.Email
	if len(all) < 2 || direct+b.URL == "" {
		return all
	}
	codes := []code{newCode(card(b))}
	if b.URL != "" && direct != "" { // a smaller one
		b.URL = ""
		codes = append(codes, newCode(card(b)))
	}
	whole := contact{label: "Card", text: "for your address book", copied: said, codes: codes}
	return append([]contact{whole}, all...)
}

// card gives what phones add to an address book. Of the two forms that they
// know, vCard and NTT DoCoMo's MECARD, this is the shorter.
func card(b resume.Basics) string {
	quoted := strings.NewReplacer(`\`, `\\`, ";", `\;`, ":", `\:`, ",", `\,`, `"`, `\"`)
	card := "MECARD:"
	for _, f := range [][2]string{{"N", b.Name}, {"TEL", b.Phone}, {"EMAIL", b.Email}, {"URL", b.URL}} {
		if f[1] != "" {
			card += f[0] + ":" + quoted.Replace(f[1]) + ";"
		}
	}
	return card + ";"
}

// openContacts shows the ways to reach someone.
func (m *Model) openContacts() {
	if len(m.doc.contacts) == 0 {
		m.note = "no contact is given here"
		return
	}
	m.panel = panel{kind: contactPanel}
}

// chooseContact goes on in the list of contacts.
func (m *Model) chooseContact(by int) {
	to := m.panel.at + by
	switch last := len(m.doc.contacts) - 1; {
	case to < 0:
		to, m.note = 0, "the first of them"
	case to > last:
		to, m.note = last, "the last of them"
	}
	m.panel.at = to
}

func (m *Model) copyContact() tea.Cmd {
	c := m.doc.contacts[m.panel.at]
	return m.copyText(c.copied, c.label)
}

// What is beside a code: the cells between, and the most that the list takes
// so that no address is broken.
const (
	codeGap  = 2
	mostList = 48
)

// contactLines sets the contacts and beside or beneath them, where there is
// room, the code of the one that is chosen. They are never more than rows, and
// as many and as wide whichever is chosen.
func (m *Model) contactLines(width, rows int) []line {
	more := line{say(quiet, "A larger window shows a code for a phone's camera.")}
	column := min(widest(m.contactList(width, math.MaxInt)), mostList)
	room := width - codeGap - column
	if w, h := m.largestCode(room, rows); w > 0 {
		return beside(m.contactList(column, rows), m.codeLines(more, room, rows, w, h), column+codeGap)
	}
	list := m.contactList(width, rows)
	room = rows - len(list) - 1
	if w, h := m.largestCode(width, room); w > 0 {
		return joinBlocks(list, m.codeLines(more, width, room, w, h))
	}
	if words := wrap(more, width, width); len(words) <= room {
		list = joinBlocks(list, words)
	}
	return list
}

// codeLines draws the code of the chosen contact as it fits a place, in so many
// cells and rows as the largest of them takes; or says what else there is to say.
func (m *Model) codeLines(orElse line, width, rows, w, h int) []line {
	drawn := m.doc.contacts[m.panel.at].fitting(width, rows, m.opts.ASCII).draw(m.opts.ASCII)
	if drawn == nil {
		drawn = wrap(orElse, w, w)
	}
	drawn = filled(drawn, h)
	drawn[0] = drawn[0].pad(w)
	return drawn
}

// largestCode gives the cells and rows of the largest code that fits a place;
// 0 where none does.
func (m *Model) largestCode(width, rows int) (w, h int) {
	for _, c := range m.doc.contacts {
		cells, high := c.fitting(width, rows, m.opts.ASCII).size(m.opts.ASCII)
		w, h = max(w, cells), max(h, high)
	}
	return w, h
}

// fitting gives the first of the codes that fits a place, with as much margin
// as has room; one that draws nothing where none does.
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
			label, text, here = strong, strong, say(accent, m.glyphs.focus+" ")
			from = len(out)
		}
		name := line{say(label, c.label)}.truncate(inset-1, m.ellipsis)
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
		shown[0][0] = say(quiet, m.above+" ")
	}
	if end := top + rows; end < len(out) && end > to {
		shown[rows-1][0] = say(quiet, m.below+" ")
	}
	return shown
}
