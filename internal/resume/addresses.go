package resume

import (
	"net/url"
	"regexp"
	"strings"
)

// url gives a field that is a web address, or nothing where there is none that
// a visitor could follow safely.
func (o *object) url(name string) string {
	text := o.text(name)
	if text == "" {
		return ""
	}
	if address, ok := webAddress(text); ok {
		return address
	}
	if address, ok := webAddress("https://" + text); ok && domain.MatchString(text) && !fileName.MatchString(text) {
		o.warn(o.n.value(name), "%s is taken as %s; write it so", o.at(name), address)
		return address
	}
	say := o.warn
	if addressForm.MatchString(text) {
		say = o.doubt
	}
	say(o.n.value(name), "%s is left out: %q is no web address (https://…)", o.at(name), clip(text))
	return ""
}

// addressForm is what the schema takes for a web address.
var addressForm = regexp.MustCompile(`^[Hh][Tt][Tt][Pp][Ss]?://`)

// domain matches what begins like the name of a host: "example.com/ada".
var domain = regexp.MustCompile(`(?i)^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:[0-9]+)?([/?#]|$)`)

// fileName matches what else looks like it: "me.jpg".
var fileName = regexp.MustCompile(`(?i)^[^/]+\.(jpe?g|png|gif|svg|webp|pdf|html?)$`)

func webAddress(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", false
	}
	return escapeURL(u.String()), true
}

// picture gives the field "image": a web address, or a picture that is written
// into the file as a data: address.
func (o *object) picture() string {
	const name = "image"
	n := o.n.value(name)
	if !n.isLine() || !strings.HasPrefix(n.text, "data:") {
		return o.url(name)
	}
	if text := o.text(name); dataImage.MatchString(text) {
		return text
	}
	o.doubt(n, "%s is left out: a data: address must be a PNG, JPEG, GIF or WebP in Base64 (data:image/png;base64,…)", o.at(name))
	return ""
}

var dataImage = regexp.MustCompile(`^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$`)

// email gives the field "email".
func (o *object) email() string {
	const name = "email"
	text := o.text(name)
	if text != "" && !isEmail(text) {
		o.doubt(o.n.value(name), "%s is shown, but is no link: %q is no e-mail address", o.at(name), clip(text))
	}
	return text
}

// phone gives the field "phone".
func (o *object) phone() string {
	const name = "phone"
	text := o.text(name)
	if text != "" && !phone.MatchString(text) {
		o.doubt(o.n.value(name), "%s is shown, but is no link: %q is no number to dial (+44 20 7946 0018)", o.at(name), clip(text))
	}
	return text
}
