package resume

import (
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

// bareAddress returns a web address that is written without a scheme.
func bareAddress(text string) (string, bool) {
	address, ok := webAddress("https://" + text)
	return address, ok && domain.MatchString(text) && !fileName.MatchString(text)
}

// domain matches what begins like a host name: "example.com/ada".
var domain = regexp.MustCompile(`^([\pL\pM\pN]([\pL\pM\pN-]*[\pL\pM\pN])?\.)+([\pL\pM]{2,}|xn--[a-zA-Z0-9-]+)(:[0-9]+)?([/?#]|$)`)

// fileName matches file names that look like one: "me.jpg".
var fileName = regexp.MustCompile(`(?i)^[^/]+\.(jpe?g|png|gif|svg|webp|pdf|html?)$`)

// webAddress returns a web address in ASCII: internationalized host names are encoded by IDNA, and the rest is escaped.
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

// asciiHost encodes a host name by IDNA, unless it is ASCII: some ASCII names have underscores.
func asciiHost(host string) (string, error) {
	labels := strings.Split(host, ".")
	for i, label := range labels {
		if isASCII(label) {
			continue
		}
		ascii, err := idna.Lookup.ToASCII(label)
		if err != nil {
			return "", err
		}
		labels[i] = ascii
	}
	return strings.Join(labels, "."), nil
}

// linked returns a reader of texts that are shown as links. A text that can't be a link is kept.
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

func emailInASCII(address string) string {
	user, host, _ := strings.Cut(address, "@")
	if encoded, err := asciiHost(host); err == nil && !isASCII(host) {
		return user + "@" + encoded
	}
	return address
}

// BareURL returns a web address for readers: without scheme, "www." and final slash, and with escapes decoded
// to letters unless the text must be ASCII.
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

var (
	beforeHost     = regexp.MustCompile(`^(.*?://)?(www\.)?`)
	encodedLabel   = regexp.MustCompile(`\bxn--[a-zA-Z0-9-]+`)     // in IDNA's encoding
	escapedLetters = regexp.MustCompile(`(?i)(%[89a-f][0-9a-f])+`) // of non-ASCII characters
)

// escapeURL escapes characters that a web address can't contain (RFC 3986, appendix A).
func escapeURL(s string) string { return notInURL.ReplaceAllStringFunc(s, url.PathEscape) }

var notInURL = regexp.MustCompile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]")
