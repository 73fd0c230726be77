package tui

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/linebreak"
)

// Figures are what says how much: with a sign or a unit, grouped, or counting what follows. Names
// (Java 8), versions, dates, fractions and ordinals are not, nor is what may be one of these.

const (
	digits   = `(?:\p{Nd}{1,3}(?:[.,'’٬ \x{a0}\x{2009}\x{202f}]\p{Nd}{3})+(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,٫]\p{Nd}+)?)`
	blank    = `[ \x{a0}\x{2009}\x{202f}]?`
	currency = `(?:[A-Z]{0,3}[$€£¥₹₩₺₽₴₪]|zł|Kč|USD|EUR|GBP|CHF)`
	// Words of 16 languages for thousands and more.
	thousands = `(?:(?:m|b|tr)illions?|thousand|Millionen|Milliarden|Mio\.?|Mrd\.?|Tsd\.?|milliards?|mille|millones|mil|milhão|` +
		`milhões|bilhões|milioni|miliardi|mila|miljoen|miljard|duizend|mln|mld|tys\.?|(?:milion|miliard)(?:y|ów|ů|u|a)?|` +
		`тыс\.?|млн|млрд|milyon|milyar|bin|مليون|مليار|ألف)`
	units = `(?:[%‰٪％x×]|[mµμn]?s|min|h|[kKMGTPE]i?B|[kKMGT](?:bit/s|bps)|bps|rps|qps|RPS|QPS|[kMG]?Hz|[kMG]?Wh?|[kcm]?m²?|ha|` +
		`[km]?g|t|l|°[CF]|pp)`
)

var (
	// figure matches a number, or two from and to, with a sign and a currency before it.
	figure = regexp.MustCompile(`([-+−–~≈<>≤≥±]?)(` + currency + blank + `|[%٪])?` + digits + `(?:[-–]` + digits + `)?`)
	// unit matches what may follow it, and eastAsianUnit what needs no end of a word.
	unit = regexp.MustCompile(`^((?:(?:[KMBGTk]|bn|mn)(?:` + blank + currency + `)?|` + blank + `(?:` + thousands + `(?:` + blank + currency +
		`)?|` + units + `|` + currency + `))?\+?)(?:[^\p{L}\p{Nd}]|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]|$)`)
	eastAsianUnit = regexp.MustCompile(`^([百千万億亿천만억]{1,2}[人名件個个台社倍円元명건개배원]?|[人名件個个台社倍円元명건개배원]|[%％])`)
)

var (
	grouped  = regexp.MustCompile(`\p{Nd}[.,'’٬ \x{a0}\x{2009}\x{202f}]\p{Nd}{3}`)
	years    = regexp.MustCompile(`^(19|20)[0-9]{2}([-–](19|20)?[0-9]{2})?$`)
	dayOf    = regexp.MustCompile(`^\.? (?:de )?\p{L}+\.? (?:de )?(?:19|20)[0-9]{2}`)
	mobile   = regexp.MustCompile(`^(?:[2-6]G|[48]K)$`)
	lastWord = regexp.MustCompile(`([^\s(]+)[ \x{a0}]$`)
	// A sentence that begins with one of these words goes on with a number that counts.
	counting = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}*ed|Led|Built|Ran|Grew|Cut|Won|Wrote|Made|Held|Taught|Set|Sold|Over|About|Around|` +
		`Nearly|Almost|With|From|All|The|Some|Only|More|Mit|Über|Rund|Con|Avec|Com|Met)$`)
	label = regexp.MustCompile(`(?i)^(?:version|release|level|phase|tier|grade|step|page|part|chapter|section|room|number|no\.?|nr\.?|n[º°]\.?|№|` +
		`day|week|month|year|quarter|stage|round|type|class|series|generation|gen|port|stufe|klasse|teil|seite|jahr|raum|étape|niveau|año|ano|anno|` +
		`rok|год|версия|nivel|fase)$`)
)

// figures splits a text at the figures in it, which get their own style.
func figures(s span) line {
	var out line
	at := 0
	for _, m := range figure.FindAllStringSubmatchIndex(s.text, -1) {
		from, to := m[0], m[1]
		for _, suffix := range []*regexp.Regexp{unit, eastAsianUnit} {
			if found := suffix.FindStringSubmatch(s.text[to:]); len(found) > 1 && found[1] != "" {
				to += len(found[1])
				break
			}
		}
		marked := m[5] > m[4] || to > m[1]
		if !isFigure(s.text[:from], s.text[from:to], s.text[to:], m[3] > m[2], marked) {
			continue
		}
		out = s.appendStyled(out, at, from, to, numeric)
		out[len(out)-1].whole = true
		at = to
	}
	if at < len(s.text) {
		out = append(out, s.slice(at, len(s.text)))
	}
	return out
}

// isFigure reports whether a number between two texts says how much. It may have a sign,
// and a mark: a currency or a unit.
func isFigure(before, number, after string, signed, marked bool) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, size := utf8.DecodeRuneInString(after)
	then, _ := utf8.DecodeRuneInString(after[size:])
	switch {
	case before != "" && !unicode.IsSpace(last) && !strings.ContainsRune("(„“\"'«‹—،、，。（「・：", last) && !linebreak.IsEastAsian(last):
		return false // a part of a name, a version, a fraction, a date
	case unicode.IsDigit(next), unicode.IsLetter(next) && (!marked || !linebreak.IsEastAsian(next)):
		return false
	case strings.ContainsRune(" \u00a0", next) && unicode.IsDigit(then), mobile.MatchString(number):
		return false
	case marked:
		return true
	case unicode.IsLetter(then) && strings.ContainsRune("-–/._:", next), unicode.IsDigit(then) && strings.ContainsRune("-–/.,:", next):
		return false
	case signed, grouped.MatchString(number):
		return true
	case years.MatchString(number), strings.HasSuffix(number, ".0"), dayOf.MatchString(after), next == '.' && len(after) > 1, next == ')':
		return false
	}
	word := lastWord.FindStringSubmatch(before)
	switch {
	case word == nil:
		return true
	case label.MatchString(word[1]):
		return false
	case counting.MatchString(word[1]):
		return true
	}
	return !strings.ContainsFunc(word[1], func(r rune) bool {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("#+", r)
	})
}
