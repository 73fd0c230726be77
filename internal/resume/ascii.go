package resume

import (
	_ "embed"
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ssh-resume/internal/words"
)

// ASCII returns the text for a terminal that shows only ASCII: each character is replaced by an ASCII
// substitute or a question mark. The result contains only 0x20 to 0x7e and line ends.
func ASCII(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if in, ok := standIn(r); ok {
			b.WriteString(in)
			continue
		}
		for _, part := range norm.NFKD.String(string(r)) {
			in, ok := standIn(part)
			if !ok {
				in = "?"
			}
			b.WriteString(in)
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return (r < ' ' || r > '~') && r != '\n' })
}

// standIn returns the substitute of a character that does not decompose.
func standIn(r rune) (string, bool) {
	if ' ' <= r && r <= '~' || r == '\n' {
		return string(r), true
	}
	if s, ok := standIns[r]; ok {
		return s, true
	}
	switch {
	case unicode.In(r, unicode.M, unicode.Cf): // accents; joiners, soft hyphens
		return "", true
	case isSpace(r) || unicode.Is(unicode.Zs, r):
		return " ", true
	}
	return "", false
}

// standIns maps characters to substitutes. Each line of the file has characters and, after a space, their substitute.
var standIns = func() map[rune]string {
	all := map[rune]string{}
	for line := range strings.Lines(asciiTable) {
		runes, ascii, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		for _, r := range runes {
			all[r] = ascii
		}
	}
	return all
}()

//go:embed ascii.txt
var asciiTable string

// ASCII returns a copy of the résumé in which no string contains a byte above 0x7f. Web addresses are escaped,
// so they and links to the e-mail address still lead to the same place; ids are ASCII already.
func (r *Resume) ASCII() *Resume {
	c, w := *r, words.For(r.Lang)
	if strings.Contains(ASCII(w.Name), "?") { // the language has another script
		w = words.For("en")
	}
	c.ascii = w.Mapped(ASCII)
	mapTexts(reflect.ValueOf(&c).Elem(), func(f Field, text string) string {
		switch f.Form {
		case FormURL, FormPicture:
			return escapeURL(text)
		case FormEmail:
			return ASCII(emailInASCII(text))
		default:
			return ASCII(text)
		}
	})
	c.Basics.mailTo = r.Basics.Email
	c.translations = each(r.translations, (*Resume).ASCII)
	return &c
}
