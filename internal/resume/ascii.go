package resume

import (
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ASCII returns the text for a terminal that shows nothing else: each character
// as its substitute in ASCII, or as a question mark. The result holds 0x20 to
// 0x7e and line ends only.
func ASCII(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(inASCII(r))
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if (s[i] < ' ' || s[i] > '~') && s[i] != '\n' {
			return false
		}
	}
	return true
}

func inASCII(r rune) string {
	if s, ok := standIn(r); ok {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(string(r)) {
		s, ok := standIn(r)
		if !ok {
			s = "?"
		}
		b.WriteString(s)
	}
	return b.String()
}

// standIn returns the substitute of a character that does not decompose.
func standIn(r rune) (string, bool) {
	if ' ' <= r && r <= '~' || r == '\n' {
		return string(r), true
	}
	for _, s := range standIns {
		if strings.ContainsRune(s.runes, r) {
			return s.ascii, true
		}
	}
	switch {
	case unicode.In(r, unicode.M, unicode.Cf): // accents; joiners, soft hyphens
		return "", true
	case isSpace(r) || unicode.Is(unicode.Zs, r):
		return " ", true
	}
	return "", false
}

var standIns = [...]struct{ runes, ascii string }{
	{"−‐‑‒–─━", "-"},
	{"—―", "--"},
	{"·•‣▪◦●▸►", "*"},
	{"‘’‚‛′´ʼ", "'"},
	{"“”„‟″«»", `"`},
	{"‹", "<"},
	{"›", ">"},
	{"…", "..."},
	{"×✕✗", "x"},
	{"÷", "/"},
	{"⁄", "/"},
	{"±", "+/-"},
	{"≈", "~"},
	{"→⇒", "->"},
	{"←⇐", "<-"},
	{"↔⇔", "<->"},
	{"≤", "<="},
	{"≥", ">="},
	{"≠", "!="},
	{"ß", "ss"},
	{"ẞ", "SS"},
	{"æ", "ae"},
	{"Æ", "AE"},
	{"œ", "oe"},
	{"Œ", "OE"},
	{"ø", "o"},
	{"Ø", "O"},
	{"ł", "l"},
	{"Ł", "L"},
	{"đð", "d"},
	{"ĐÐ", "D"},
	{"þ", "th"},
	{"Þ", "Th"},
	{"ħ", "h"},
	{"Ħ", "H"},
	{"ı", "i"},
	{"ŋ", "ng"},
	{"Ŋ", "Ng"},
	{"µμ", "u"},
	{"€", "EUR"},
	{"£", "GBP"},
	{"©", "(c)"},
	{"®", "(R)"},
	{"°", "deg"},
}

// ASCII returns a copy of the résumé in which no string holds a byte above 0x7f.
// Web addresses are escaped, so that they lead to the same place, as do links to
// the e-mail address; ids are ASCII already.
func (r *Resume) ASCII() *Resume {
	c := *r
	c.ascii = true
	mailTo := r.Basics.Email
	toASCII(reflect.ValueOf(&c).Elem(), ASCII)
	c.Basics.mailTo = mailTo
	c.translations = each(r.translations, (*Resume).ASCII)
	return &c
}

// shown returns a text that was made of words, with the résumé's characters.
func (r *Resume) shown(s string) string {
	if r.ascii {
		return ASCII(s)
	}
	return s
}

// toASCII changes every string in v, and copies every list that holds one.
func toASCII(v reflect.Value, change func(string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(change(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			change := ASCII
			switch v.Type().Field(i).Name {
			case "URL", "Image", "Canonical":
				change = escapeURL
			case "Email":
				change = func(s string) string { return ASCII(emailInASCII(s)) }
			}
			toASCII(v.Field(i), change)
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		items := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(items, v)
		for i := range items.Len() {
			toASCII(items.Index(i), change)
		}
		v.Set(items)
	}
}
