package linebreak

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// breaksBetween reports whether a line may end between two words with a gap of the given number of bytes. The
// Unicode algorithm may or may not allow it.
func breaksBetween(before, after string, allowed bool, gap int) bool {
	switch last, _ := utf8.DecodeLastRuneInString(before); {
	case isASCIILetter(rune(after[0])) && (isASCIILetter(last) || last == ',' || last == ';'): // most words
		return allowed
	case name.MatchString(after):
		return true
	case !allowed, separator.MatchString(after):
		return false
	case gap > 1, unicode.IsLetter(last): // a wider gap sets things apart; after a letter, nothing below matches
		return true
	}
	return !slices.ContainsFunc(inseparable, func(pair [2]*regexp.Regexp) bool {
		return pair[0].MatchString(before) && pair[1].MatchString(after)
	})
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// name matches a name or a path whose beginning the Unicode algorithm takes for punctuation: ".NET", "/etc".
var name = regexp.MustCompile(`^[./]\pL`)

// separator matches what must not begin a line.
var separator = regexp.MustCompile(`^[-–—=≈≤≥±×|/·•]$`)

// inseparable are the kinds of words between which no line ends.
var inseparable = [][2]*regexp.Regexp{
	// "− 5", "€ 5", "§ 5".
	{regexp.MustCompile(`^([-–—−=≈<>≤≥±×]|\(?[\p{Sc}§№])$`), regexp.MustCompile(`^[0-9]`)},
	// A figure and its unit, with the punctuation after it: "10 kg", "3 Mio."
	{regexp.MustCompile(`[0-9]\+*$`), regexp.MustCompile(`^(\p{Sc}|%|‰|°[CF]?|[kKMGTPmµμn]?(g|m|s|W|Wh|V|A|Hz|B|b|bit|bps|l|J|Pa)|[KMGTP]iB|[km]?m[²³]|` +
		`h|d|t|min|px|pt|em|fps|rpm|dB|ha|[kKMGT]|bn|Mio|Mrd|Tsd|million|billion|trillion|Million(en)?|Milliarden?|` +
		`EUR|USD|GBP|CHF|JPY|CNY|INR|[KMGTP]?(QPS|RPS|TPS|LOC))(/\p{L}+)?[.,;:!?)\]]*$`)},
	// "12 500".
	{regexp.MustCompile(`(^|[^0-9.,])[0-9]{1,3}$`), regexp.MustCompile(`^[0-9]{3}([^0-9]|$)`)},
	// "z. B.", "J. R. Tolkien".
	{regexp.MustCompile(`^\(?\pL\.$`), regexp.MustCompile(`^\(?\pL\.$`)},
}

// breaksInside returns the breaks inside a word that begins at a byte of the text.
// Allowed are the places where the Unicode algorithm allows a break.
func breaksInside(word string, from int, allowed []int) []Break {
	if isAddress(word) {
		return addressBreaks(word, from)
	}
	var all []Break
	for _, at := range allowed {
		if b, ok := breakInside(word, at-from); ok {
			b.At = at
			all = append(all, b)
		}
	}
	if strings.IndexFunc(word, needsDictionary) >= 0 {
		all = append(all, clusterBreaks(word, from)...)
		slices.SortStableFunc(all, func(a, b Break) int { return a.At - b.At })
		all = slices.CompactFunc(all, func(a, b Break) bool { return a.At == b.At })
	}
	return all
}

// breakInside returns the kind of break at a byte of a word, and whether there is one.
func breakInside(word string, at int) (Break, bool) {
	before, size := utf8.DecodeLastRuneInString(word[:at])
	after, _ := utf8.DecodeRuneInString(word[at:])
	switch {
	case before == '\u200b': // zero width space
		return Break{}, true
	case before == '\u00ad': // soft hyphen
		return Break{Compound: true, Hyphen: true}, true
	case after == '—' && !endsLinesAnywhere(before), after == '·', after == '•':
		return Break{}, false // it breaks after the dash or the dot
	case unicode.Is(unicode.Hangul, before), unicode.Is(unicode.Hangul, after):
		return Break{Reluctant: true}, true // Korean has spaces
	case unicode.IsDigit(before) && strings.ContainsRune("年月日时時分秒人个個件名社冊％円元万億亿", after):
		return Break{Reluctant: true}, true
	case endsLinesAnywhere(before), endsLinesAnywhere(after):
		return Break{}, true
	case before == '/' && at == size:
		return Break{}, false // of "/etc"
	case strings.ContainsRune("-‐–—/", before):
		// A compound with short parts stays whole: "E-Mail", "CI/CD", "co-op".
		if !endsLong(word[:at-size]) || !beginsLong(word[at:]) || before == '–' && unicode.IsDigit(after) {
			return Break{Reluctant: true}, true
		}
		return Break{Compound: true}, true
	}
	return Break{Reluctant: true}, true
}

// beginsLong and endsLong report whether a text begins or ends in three letters or digits, which may have marks.
func beginsLong(text string) bool {
	for range 3 {
		r, size := utf8.DecodeRuneInString(text)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		text = strings.TrimLeftFunc(text[size:], unicode.IsMark)
	}
	return true
}

func endsLong(text string) bool {
	for range 3 {
		text = strings.TrimRightFunc(text, unicode.IsMark)
		r, size := utf8.DecodeLastRuneInString(text)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		text = text[:len(text)-size]
	}
	return true
}

// IsEastAsian reports whether a letter is of a script that has no spaces between words, or attaches suffixes to them.
func IsEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// endsLinesAnywhere reports whether a character is a symbol such as an emoji, or of a script without spaces
// between words, in which a line may end wherever the Unicode algorithm does not forbid it.
func endsLinesAnywhere(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi) ||
		0x3000 <= r && r <= 0x303f || 0x30a0 <= r && r <= 0x30ff || 0xff00 <= r && r <= 0xffef || r >= 0x1f000)
}

// needsDictionary reports whether a character is of a script in which finding words takes a dictionary. Authors
// may put zero width spaces between words.
func needsDictionary(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// clusterBreaks returns breaks between the characters of such a script, but none between a consonant and its vowel.
func clusterBreaks(word string, from int) []Break {
	const neverFirst, neverLast = "ะาๅๆฯะาຽໆຯ", "เแโใไເແໂໃໄ"
	var all []Break
	var before rune
	for clusters := graphemes.FromString(word); clusters.Next(); {
		first, _ := utf8.DecodeRuneInString(clusters.Value())
		if needsDictionary(before) && needsDictionary(first) && !strings.ContainsRune(neverFirst, first) && !strings.ContainsRune(neverLast, before) {
			all = append(all, Break{At: from + clusters.Start(), Reluctant: true})
		}
		before = first
	}
	return all
}

// isAddress reports whether a word is a web or e-mail address, or a name of the same form such as "Node.js".
func isAddress(word string) bool {
	dot := strings.IndexByte(word, '.')
	if dot < 0 || dot == len(word)-1 {
		return strings.Contains(word, "://")
	}
	return address.MatchString(strings.Trim(word, `()[]<>"'“”«».,;:!?`))
}

var address = regexp.MustCompile(`^(\p{L}[\p{L}0-9+.-]*://|mailto:|www\.|[\p{L}0-9._%+-]+@)?[\p{L}0-9_-]+(\.[\p{L}0-9_-]+)*\.\p{L}{2,}(:[0-9]+)?([/?#].*)?$|^\p{L}[\p{L}0-9+.-]*://`)

// addressBreaks returns a break before each separator of an address, so that the address does not seem to end
// with the line (Chicago Manual of Style, 7.46).
func addressBreaks(word string, from int) []Break {
	const separators = "./?#&=@_-~%+,:"
	var all []Break
	for i := 1; i < len(word); i++ {
		before, here := word[i-1], word[i]
		scheme := strings.HasSuffix(word[:i], "://")
		if scheme || strings.IndexByte(separators, here) >= 0 && strings.IndexByte(separators, before) < 0 && i+1 < len(word) && here != ':' {
			all = append(all, Break{At: from + i, Reluctant: true})
		}
	}
	return all
}
