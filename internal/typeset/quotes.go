package typeset

import (
	"strings"
	"unicode"
)

// quotes are the marks that a language uses where a typewriter has ", ' and -.
type quotes struct {
	open, end           string
	innerOpen, innerEnd string // in a quotation
	dash                string // with a space on each side
}

// quotesOf returns the marks of a language, as CLDR has them; those of English
// where the language has none of its own.
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

// set returns what stands in place of straight quotation marks, apostrophes,
// hyphens between spaces, and three dots, by where they are in the text. A mark
// after a figure, as for inches, stays.
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
			case single && !opens && !isWordly(after):
				all[i], single = end, false
			case isWordly(before) && (isWordly(after) || !unicode.IsDigit(before)):
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

// singleQuotes returns the marks of a quotation in single ones that is not in
// another.
func singleQuotes(q quotes) (open, end string) {
	if q.innerOpen == "«" || q.innerOpen == "“" || q.innerOpen == "„" {
		return q.open, q.end
	}
	return q.innerOpen, q.innerEnd
}

// opensQuotation reports whether a mark after the character opens a quotation.
func opensQuotation(before rune) bool {
	return unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '/' || before == '"' || before == '\''
}

// quoteEnds reports whether a quotation ends in the text: with a mark that does
// not open another.
func quoteEnds(text []rune, mark rune) bool {
	for i, r := range text {
		if r == mark && i > 0 && !unicode.IsSpace(text[i-1]) && (i+1 == len(text) || !isWordly(text[i+1])) {
			return true
		}
	}
	return false
}

// elided reports whether a text begins with what is written with an apostrophe
// before it: the years of a decade, or the n of "rock 'n' roll".
func elided(text []rune) bool {
	if len(text) > 1 && unicode.IsDigit(text[0]) && unicode.IsDigit(text[1]) && (len(text) == 2 || !unicode.IsDigit(text[2])) {
		return true
	}
	return len(text) > 1 && text[0] == 'n' && (text[1] == '\'' || text[1] == ' ')
}

func isWordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isHebrew(r rune) bool { return unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r) }
