package typeset

import (
	"strings"
	"unicode"
)

// quotes are the marks of a language for a typewriter's ", ' and -.
type quotes struct {
	open, end           string
	innerOpen, innerEnd string // inside a quotation
	dash                string // between spaces
}

// quotesOf returns the marks of a language, mostly as in CLDR; English marks for a
// language that is not listed.
func quotesOf(lang string) quotes {
	primary, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	q := quotes{"“", "”", "‘", "’", "–"}
	switch primary {
	case "de", "cs", "sk", "sl", "bg", "is", "lt", "hsb":
		q = quotes{"„", "“", "‚", "‘", "–"}
	case "fr":
		q = quotes{"«\u202f", "\u202f»", "“", "”", "–"}
	case "es", "it", "ca", "gl", "eu":
		q = quotes{"«", "»", "“", "”", "–"}
	case "pt":
		if rest == "pt" {
			q = quotes{"«", "»", "“", "”", "–"}
		}
	case "nb", "nn", "no":
		q = quotes{"«", "»", "‘", "’", "–"}
	case "pl", "hu", "ro":
		q = quotes{"„", "”", "«", "»", "–"}
	case "hr", "sr", "bs":
		q = quotes{"„", "”", "‘", "’", "–"}
	case "ru", "be":
		q = quotes{"«", "»", "„", "“", "—"}
	case "uk":
		q = quotes{"«", "»", "“", "”", "—"}
	case "el":
		q = quotes{"«", "»", "“", "”", "–"}
	case "sv", "fi":
		q = quotes{"”", "”", "’", "’", "–"}
	case "he":
		q = quotes{"”", "”", "’", "’", "–"}
	}
	if primary == "de" && (rest == "ch" || rest == "li") {
		q = quotes{"«", "»", "‹", "›", "–"}
	}
	return q
}

// set returns the replacements for straight quotation marks, apostrophes, hyphens
// between spaces, and three dots, by their index in the text. A mark after a figure, as
// for inches, stays.
func (q quotes) set(text []rune) map[int]string {
	all := map[int]string{}
	double, single := false, false // a quotation is open
	for i, r := range text {
		before, after := ' ', ' '
		if i > 0 {
			before = text[i-1]
		}
		if i+1 < len(text) {
			after = text[i+1]
		}
		opens := opensQuotation(before) && !unicode.IsSpace(after)
		switch r {
		case '"':
			switch {
			case isHebrew(before) && isHebrew(after):
				all[i] = "״"
			case double && !opens:
				all[i], double = q.end, false
			case opens && quoteEnds(text[i+1:], '"'):
				all[i], double = q.open, true
			}
		case '\'':
			open, end := q.innerOpen, q.innerEnd
			if !double {
				open, end = singleQuotes(q)
			}
			switch {
			case isHebrew(before):
				all[i] = "׳"
			case single && !opens && !isAlphanumeric(after):
				all[i], single = end, false
			case isAlphanumeric(before) && (isAlphanumeric(after) || !unicode.IsDigit(before)):
				all[i] = "’"
			case opens && elided(text[i+1:]):
				all[i] = "’"
			case opens && quoteEnds(text[i+1:], '\''):
				all[i], single = open, true
			}
		case '-':
			if before == ' ' && after == ' ' && i > 1 {
				all[i] = q.dash
			}
		case '.':
			if before == '.' && after == '.' && (i < 2 || text[i-2] != '.') && (i+2 >= len(text) || text[i+2] != '.') {
				all[i-1], all[i], all[i+1] = "…", "", ""
			}
		}
	}
	return all
}

// singleQuotes returns the marks for a quotation in single quotes that is not inside
// another one.
func singleQuotes(q quotes) (open, end string) {
	if q.innerOpen == "«" || q.innerOpen == "“" || q.innerOpen == "„" {
		return q.open, q.end
	}
	return q.innerOpen, q.innerEnd
}

// opensQuotation reports whether a mark after a character opens a quotation.
func opensQuotation(before rune) bool {
	return unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '/' || before == '"' || before == '\''
}

// quoteEnds reports whether a quotation is closed later in the text.
func quoteEnds(text []rune, mark rune) bool {
	for i, r := range text {
		if r == mark && i > 0 && !unicode.IsSpace(text[i-1]) && (i+1 == len(text) || !isAlphanumeric(text[i+1])) {
			return true
		}
	}
	return false
}

// elided reports whether an apostrophe stands for missing characters before the text:
// '90s, rock 'n' roll.
func elided(text []rune) bool {
	if len(text) > 1 && unicode.IsDigit(text[0]) && unicode.IsDigit(text[1]) && (len(text) == 2 || !unicode.IsDigit(text[2])) {
		return true
	}
	return len(text) > 1 && text[0] == 'n' && (text[1] == '\'' || text[1] == ' ')
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isHebrew(r rune) bool { return unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r) }
