package typeset

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"ssh-resume/internal/linebreak"
)

// quotes are a language's typographic marks for a typewriter's ", ' and -.
type quotes struct {
	open, end           string
	innerOpen, innerEnd string // inside a quotation
	dash                string // between spaces
}

//go:embed quotes.txt
var quotesTable string

// quotesByTag holds the marks of each language that quotes.txt lists.
var quotesByTag = sync.OnceValue(func() map[string]quotes {
	all := map[string]quotes{}
	spaced := strings.NewReplacer("_", "\u00a0")
	for line := range strings.Lines(quotesTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		m := fields[len(fields)-5:]
		for _, tag := range fields[:len(fields)-5] {
			all[tag] = quotes{spaced.Replace(m[0]), spaced.Replace(m[1]), m[2], m[3], m[4]}
		}
	}
	return all
})

// quotesOf returns the marks of a language; English marks for one that is not listed.
func quotesOf(lang string) quotes {
	for tag := strings.ToLower(lang); tag != ""; {
		if q, ok := quotesByTag()[tag]; ok {
			return q
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return quotes{"“", "”", "‘", "’", "–"}
}

// setIn replaces a typewriter's marks with the language's, except in code.
func (q quotes) setIn(text []char) []char {
	marks := q.marks(runes(text))
	if len(marks) == 0 {
		return text
	}
	all := make([]char, 0, len(text))
	for i, c := range text {
		mark, ok := marks[i]
		if !ok || c.style.Face == Mono {
			mark = string(c.rune)
		}
		for _, c.rune = range mark {
			all = append(all, c)
		}
	}
	return all
}

// marks returns the replacements for straight quotation marks, apostrophes, hyphens between spaces, and
// three dots, by their index in the text. A mark after a figure, as for inches, stays.
func (q quotes) marks(text []rune) map[int]string {
	all := map[int]string{}
	double, single := false, false // a quotation is open
	doubleEnd, singleEnd := lastEnd(text, '"'), lastEnd(text, '\'')
	at := func(i int) rune { // there are spaces around the text
		if i < 0 || i >= len(text) {
			return ' '
		}
		return text[i]
	}
	for i, r := range text {
		before, after := at(i-1), at(i+1)
		opens := opensQuotation(before) && !unicode.IsSpace(after)
		switch r {
		case '"':
			switch {
			case isHebrew(before) && isHebrew(after):
				all[i] = "״"
			case double && (!opens || linebreak.IsEastAsian(before)):
				all[i], double = q.end, false
			case opens && i+1 < doubleEnd:
				all[i], double = q.open, true
			}
		case '\'':
			open, end := q.innerOpen, q.innerEnd
			if !double && slices.Contains([]string{"«", "“", "„"}, q.innerOpen) { // these are only for nested quotations
				open, end = q.open, q.end
			}
			switch {
			case isHebrew(before):
				all[i] = "׳"
			case single && !opens && !isAlphanumeric(after):
				all[i], single = end, false
			case isAlphanumeric(before) && (isAlphanumeric(after) || !unicode.IsDigit(before)),
				opens && elided.MatchString(string(text[i+1:min(i+4, len(text))])):
				all[i] = "’"
			case opens && i+1 < singleEnd:
				all[i], single = open, true
			}
		case '-':
			if before == ' ' && after == ' ' && i > 1 {
				all[i] = q.dash
			}
		case '.':
			if before == '.' && after == '.' && at(i-2) != '.' && at(i+2) != '.' {
				all[i-1], all[i], all[i+1] = "…", "", ""
			}
		}
	}
	return all
}

// opensQuotation reports whether a mark after a character opens a quotation.
func opensQuotation(before rune) bool {
	return unicode.IsSpace(before) || linebreak.IsEastAsian(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd) || before == '/' || before == '"' || before == '\''
}

// lastEnd returns the index of the last mark that can end a quotation; 0 if there is none.
func lastEnd(text []rune, mark rune) int {
	for i := len(text) - 1; i > 0; i-- {
		if text[i] == mark && !unicode.IsSpace(text[i-1]) && (i+1 == len(text) || !isAlphanumeric(text[i+1])) {
			return i
		}
	}
	return 0
}

// elided matches what follows an apostrophe for missing characters: '90s, rock 'n' roll.
var elided = regexp.MustCompile(`^(\d\d(\D|$)|n[' ])`)

// isAlphanumeric reports whether a character is part of a word that is set off by spaces.
func isAlphanumeric(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !linebreak.IsEastAsian(r)
}

func isHebrew(r rune) bool { return unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r) }
