package resume

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/idna"
)

// url returns a field that is a web address; empty if it is not one that a
// visitor can follow safely.
func (o *object) url(name string) string {
	text := o.text(name)
	if text == "" {
		return ""
	}
	if address, ok := webAddress(text); ok {
		return address
	}
	if address, ok := webAddress("https://" + text); ok && domain.MatchString(text) && !fileName.MatchString(text) {
		o.warn(o.n.value(name), "%s is read as https://%s; write it that way", o.at(name), text)
		return address
	}
	o.warn(o.n.value(name), "%s is left out: %q is not a web address (https://…)", o.at(name), clip(text))
	return ""
}

// domain matches what begins like the name of a host: "example.com/ada".
var domain = regexp.MustCompile(`^([\pL\pM\pN]([\pL\pM\pN-]*[\pL\pM\pN])?\.)+([\pL\pM]{2,}|xn--[a-zA-Z0-9-]+)(:[0-9]+)?([/?#]|$)`)

// fileName matches what else looks like it: "me.jpg".
var fileName = regexp.MustCompile(`(?i)^[^/]+\.(jpe?g|png|gif|svg|webp|pdf|html?)$`)

// webAddress returns a web address in ASCII: an internationalized host name is
// encoded as IDNA has it, and the rest is escaped.
func webAddress(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", false
	}
	if host := u.Hostname(); !isASCII(host) {
		encoded, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", false
		}
		u.Host = strings.Replace(u.Host, host, encoded, 1)
	}
	return escapeURL(u.String()), true
}

// email returns a field that is an e-mail address. One that is not is kept.
func (o *object) email(name string) string {
	text := o.text(name)
	if text != "" && !isEmail(text) {
		o.warn(o.n.value(name), "%s is shown without a link: %q is not an e-mail address", o.at(name), clip(text))
	}
	return text
}

// phone returns a field that is a phone number. One that is not is kept.
func (o *object) phone(name string) string {
	text := o.text(name)
	if text != "" && !phone.MatchString(text) {
		o.warn(o.n.value(name), "%s is shown without a link: %q is not a phone number (+44 20 7946 0018)", o.at(name), clip(text))
	}
	return text
}

func isEmail(text string) bool {
	address, err := mail.ParseAddress(text)
	return err == nil && address.Name == "" && address.Address == text && !strings.ContainsAny(text, " \"?#%")
}

// emailInASCII returns an e-mail address with its host name in ASCII. Letters
// before the "@" have no such form.
func emailInASCII(address string) string {
	user, host, _ := strings.Cut(address, "@")
	if encoded, err := idna.Lookup.ToASCII(host); err == nil && !isASCII(host) {
		return user + "@" + encoded
	}
	return address
}

// BareURL returns a web address without scheme, "www." and final slash, for
// readers. An internationalized host name has its letters, unless the text must
// be ASCII.
func BareURL(address string, ascii bool) string {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		rest = address
	}
	rest = strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
	host := rest
	if end := strings.IndexAny(rest, "/:?#"); end >= 0 {
		host = rest[:end]
	}
	if shown, err := idna.Display.ToUnicode(host); err == nil && !ascii && strings.Contains(host, "xn--") {
		return shown + rest[len(host):]
	}
	return rest
}

// escapeURL escapes what a web address can't hold as it is (RFC 3986, appendix
// A).
func escapeURL(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
