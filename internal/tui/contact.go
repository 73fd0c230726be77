package tui

import (
	"cmp"
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
func contacts(b resume.Basics) []contact {
	var all []contact
	said := b.Name
	for _, c := range b.Contacts() {
		text, copied := c.Text, c.Text
		if strings.HasPrefix(c.URL, "http") {
			text, copied = resume.BareURL(c.URL), c.URL
		}
		all = append(all, contact{c.Label, text, c.URL, copied, []code{newCode(cmp.Or(c.URL, c.Text))}})
		said += "\n" + c.Label + ": " + copied
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

// What is beside a code: the cells between, and those that the list needs.
const (
	codeGap   = 2
	leastList = 24
)

// contactLines sets the contacts and beside or beneath them, where there is
// room, the code of the one that is chosen. They are never more than rows.
func (m *Model) contactLines(width, rows int) []line {
	list := m.contactList(width, rows)
	for _, c := range m.doc.contacts[m.panel.at].codes {
		for _, margin := range []int{quietZone, leastQuietZone} {
			drawn := c.draw(margin, m.opts.ASCII)
			column := width - codeGap - widest(drawn)
			switch {
			case len(drawn) == 0:
			case len(drawn) <= rows && column >= leastList:
				list = m.contactList(column, rows)
				return beside(list, drawn, widest(list)+codeGap)
			case widest(drawn) <= width && len(list)+1+len(drawn) <= rows:
				return joinBlocks(list, drawn)
			}
		}
	}
	more := wrap(line{say(quiet, "A larger window shows a code for a phone's camera.")}, width, width)
	if len(list)+1+len(more) <= rows {
		list = joinBlocks(list, more)
	}
	return list
}

// contactList sets the contacts in lines; of many, those around the chosen one.
func (m *Model) contactList(width, rows int) []line {
	const mark = 2
	inset := 0
	for _, c := range m.doc.contacts {
		inset = max(inset, textWidth(c.label)+2)
	}
	inset = min(inset, width/2)
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
	if top > 0 && top < from {
		shown[0][0] = say(quiet, m.above+" ")
	}
	if end := top + rows; end < len(out) && end > to {
		shown[rows-1][0] = say(quiet, m.below+" ")
	}
	return shown
}
