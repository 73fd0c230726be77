package resume

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

// ContactKind is the kind of a contact.
type ContactKind int

// The kinds of contacts.
const (
	ContactEmail ContactKind = iota + 1
	ContactPhone
	ContactWeb
	ContactProfile // on a named network
	ContactOther   // on an unnamed network
)

// Contact is one way to reach someone.
type Contact struct {
	Kind  ContactKind
	Label string // a word for the kind, or the name of the network
	Text  string // as it is shown: an address, a number, a user name
	URL   string // the target of the link; empty if it is not a link
	Bare  string // URL as BareURL returns it, if it is a web address
}

// Full returns a contact as it is read where it can't be a link: with its whole web address, preceded by any
// text that is not part of it.
func (c Contact) Full(m *words.Marks) string { return c.withAddress(m, c.URL) }

// Short is like Full, with the bare address. It says example.social/@ada only once, not also as @ada@example.social.
func (c Contact) Short(m *words.Marks) string {
	if user, host, ok := strings.Cut(strings.TrimPrefix(c.Text, "@"), "@"); ok && strings.EqualFold(c.Bare, host+"/@"+user) {
		return c.Bare
	}
	return c.withAddress(m, c.Bare)
}

func (c Contact) withAddress(m *words.Marks, to string) string {
	switch {
	case !strings.HasPrefix(c.URL, "http") || strings.Contains(c.Text, to):
		return c.Text
	case strings.Contains(strings.ToLower(to), strings.ToLower(c.Text)):
		return to
	default:
		return c.Text + m.Comma + to
	}
}

// Contacts returns the ways to reach the person, as they are shown, with labels in the language of the résumé.
func (r *Resume) Contacts() []Contact {
	b := r.Basics
	w, _ := r.Words()
	labels := w.Document.Contacts
	bare := func(address string) string { return BareURL(address, r.ascii != nil) }
	all := []Contact{
		{Kind: ContactEmail, Label: labels.Email, Text: b.Email},
		{Kind: ContactPhone, Label: labels.Phone, Text: b.Phone},
		{Kind: ContactWeb, Label: labels.Web, Text: bare(b.URL), URL: b.URL, Bare: bare(b.URL)},
	}
	if address := cmp.Or(b.mailTo, b.Email); isEmail(address) {
		all[0].URL = "mailto:" + (&url.URL{Path: emailInASCII(address)}).EscapedPath()
	}
	if dialed := dialed(b.Phone); phone.MatchString(b.Phone) && len(dialed) > 2 {
		all[1].URL = "tel:" + dialed
	}
	for _, p := range b.Profiles {
		c := Contact{Kind: ContactProfile, Label: p.Network, Text: cmp.Or(p.Username, bare(p.URL)), URL: p.URL, Bare: bare(p.URL)}
		if c.Label == "" {
			c.Kind, c.Label = ContactOther, labels.Other
		}
		all = append(all, c)
	}
	return slices.DeleteFunc(all, func(c Contact) bool { return c.Text == "" })
}

var (
	phone     = regexp.MustCompile(`^\(?\+?[0-9 ().\x{00a0}\x{2010}-\x{2013}/-]+$`)
	notDialed = regexp.MustCompile(`[^+0-9]`)
	abroad    = regexp.MustCompile(`^\(?(\+|00)`)
)

// dialed returns the digits to dial. In "+44 (0)20" the zero is for calls at home.
func dialed(number string) string {
	if abroad.MatchString(number) {
		number = strings.Replace(number, "(0)", "", 1)
	}
	return notDialed.ReplaceAllString(number, "")
}
