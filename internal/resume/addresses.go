package resume

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// url returns a web address; empty if it can't be followed safely.
func (d *decoder) url(n *node) string {
	text := d.line(n)
	if text == "" {
		return ""
	}
	if address, ok := webAddress(text); ok {
		return address
	}
	if address, ok := bareAddress(text); ok {
		d.warn(n, "%s is read as https://%s; write it that way", n.path, text)
		return address
	}
	d.warn(n, "%s is left out: %q is not a web address (https://…)", n.path, clip(text))
	return ""
}

// bareAddress returns the web address that is written without its scheme.
func bareAddress(text string) (string, bool) {
	address, ok := webAddress("https://" + text)
	return address, ok && domain.MatchString(text) && !fileName.MatchString(text)
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
	encoded, err := asciiHost(u.Hostname())
	if err != nil {
		return "", false
	}
	u.Host = strings.Replace(u.Host, u.Hostname(), encoded, 1)
	return escapeURL(u.String()), true
}

// asciiHost encodes the name of a host by IDNA, except ASCII: some have underscores.
func asciiHost(host string) (string, error) {
	labels := strings.Split(host, ".")
	for i, label := range labels {
		if isASCII(label) {
			continue
		}
		var err error
		if labels[i], err = idna.Lookup.ToASCII(label); err != nil {
			return "", fmt.Errorf("host %s: %w", host, err)
		}
	}
	return strings.Join(labels, "."), nil
}

// linked returns a reader of texts that are shown as links. What can't be one is kept.
func linked(is func(string) bool, what string) textReader {
	return func(d *decoder, n *node) string {
		text := d.line(n)
		if text != "" && !is(text) {
			d.warn(n, "%s is shown without a link: %q is not %s", n.path, clip(text), what)
		}
		return text
	}
}

func isEmail(text string) bool {
	address, err := mail.ParseAddress(text)
	return err == nil && address.Name == "" && address.Address == text && !strings.ContainsAny(text, " \"?#%")
}

// emailInASCII returns an e-mail address with its host name in ASCII.
func emailInASCII(address string) string {
	user, host, _ := strings.Cut(address, "@")
	if encoded, err := asciiHost(host); err == nil && !isASCII(host) {
		return user + "@" + encoded
	}
	return address
}

// BareURL returns a web address without scheme, "www." and final slash, for
// readers. It has its letters, in the host name and after it, unless the text must
// be ASCII.
func BareURL(address string, ascii bool) string {
	rest := strings.TrimSuffix(beforeHost.ReplaceAllString(address, ""), "/")
	if ascii {
		return rest
	}
	end := strings.IndexAny(rest+"/", "/?#")
	host := encodedLabel.ReplaceAllStringFunc(rest[:end], func(label string) string {
		if shown, err := idna.Display.ToUnicode(label); err == nil {
			return shown
		}
		return label
	})
	return host + escapedLetters.ReplaceAllStringFunc(rest[end:], func(escaped string) string {
		letters, err := url.PathUnescape(escaped)
		if err != nil || strings.ContainsFunc(letters, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }) {
			return escaped
		}
		return letters
	})
}

// beforeHost matches the scheme of a web address, and "www.".
var beforeHost = regexp.MustCompile(`^(.*?://)?(www\.)?`)

// encodedLabel matches a part of the name of a host in IDNA's encoding.
var encodedLabel = regexp.MustCompile(`\bxn--[a-zA-Z0-9-]+`)

// escapedLetters matches escapes of what is not ASCII.
var escapedLetters = regexp.MustCompile(`(?i)(%[89a-f][0-9a-f])+`)

// escapeURL escapes what a web address can't hold as it is (RFC 3986, appendix A).
func escapeURL(s string) string { return notInURL.ReplaceAllStringFunc(s, url.PathEscape) }

var notInURL = regexp.MustCompile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]")
