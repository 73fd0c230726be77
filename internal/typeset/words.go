package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// word is a part of a text that no line end may halve.
type word struct {
	text string
	Style
	width  float64 // in ems
	apart  bool    // a space stands before it
	joined bool    // no line ends before it
}

// words takes spans apart, with □ for each character that no face has.
func (d *set) words(spans []Span) []word {
	var all []word
	apart := true // whether a space stands before what comes next
	for _, s := range spans {
		first := true
		text := d.settable(s.Text)
		for from := 0; from < len(text); {
			to := from + wordEnd(text[from:])
			if to == from { // a blank
				apart = true
				_, size := utf8.DecodeRuneInString(text[from:])
				from += size
				continue
			}
			all = append(all, word{
				text: text[from:to], Style: s.Style, width: d.ruler.width(s.Face, text[from:to]),
				apart: apart, joined: first && !apart,
			})
			first, apart, from = false, false, to
		}
	}
	return all
}

// wordEnd gives where the word ends that s begins with; 0 where s begins with
// a blank. Beside □ a line may end anywhere: what it mostly stands for is
// Chinese, Japanese, or an emoji.
func wordEnd(s string) int {
	for i, r := range s {
		if blank(r) || r == replacement {
			if i == 0 && r == replacement {
				return utf8.RuneLen(r)
			}
			return i
		}
	}
	return len(s)
}

// blank tells where a line may end. A no-break space is none.
func blank(r rune) bool { return r == ' ' || r == '\u2028' || r == '\u2029' }

// replacement stands for what can't be shown. The faces lack U+FFFD.
const replacement = '□'

// settable gives a text in characters that the faces have: accents as part of
// their letters, nothing invisible, and one □ for each thing that a reader
// would see as one character and the faces lack. Those are noted as missing.
func (d *set) settable(text string) string {
	s := norm.NFC.String(printable(text))
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for clusters := graphemes.FromString(s); clusters.Next(); {
		cluster, lacking := "", false
		for _, r := range clusters.Value() {
			switch {
			case invisible(r):
			case blank(r):
				cluster += " "
			case d.ruler.has(r):
				cluster += string(r)
			default:
				lacking = true
				if _, told := d.missing[r]; !told {
					d.missing[r] = text
				}
			}
		}
		if lacking {
			cluster += string(replacement)
		}
		b.WriteString(cluster)
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}

// invisible tells what only steers how its neighbours look: joiners, marks of
// direction, soft hyphens, variation selectors.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// printable gives the text with a blank for each control character, and □
// for the bytes that are no text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, string(replacement)))
}
