package resume

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// Find gives the places in text where query stands, as byte ranges [from, to)
// in order, none over another. Case and accents make no difference, and any run
// of blanks is as good as another; blanks around the query don't count. A range
// never begins or ends inside a character as readers see it, so it can be
// styled as it is.
func Find(text, query string) [][2]int {
	var wanted string
	if plain(query) {
		wanted = strings.ToLower(query)
	} else {
		wanted, _ = fold(query)
	}
	wanted = strings.Trim(wanted, " ")
	if wanted == "" {
		return nil
	}
	if plain(text) {
		return findPlain(text, wanted)
	}
	folded, letters := fold(text)
	var found [][2]int
	for from := 0; ; {
		i := strings.Index(folded[from:], wanted)
		if i < 0 {
			return found
		}
		first, begins := slices.BinarySearchFunc(letters, from+i, letter.compare)
		next, ends := slices.BinarySearchFunc(letters, from+i+len(wanted), letter.compare)
		if begins && ends {
			found = append(found, [2]int{letters[first].from, letters[next-1].to})
			from = letters[next].folded
			continue
		}
		// It begins or ends inside a letter, such as a half of ß.
		if begins {
			first++
		}
		from = letters[first].folded
	}
}

// plain tells whether text folds byte for byte: ASCII, no blanks in a row.
func plain(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c != ' ' && isSpace(rune(c)) || c == ' ' && i > 0 && text[i-1] == ' ' {
			return false
		}
	}
	return true
}

func findPlain(text, wanted string) [][2]int {
	var found [][2]int
	lower := strings.ToLower(text)
	for from := 0; ; {
		i := strings.Index(lower[from:], wanted)
		if i < 0 {
			return found
		}
		to := from + i + len(wanted)
		found = append(found, [2]int{from + i, to})
		from = to
	}
}

// letter is what a reader takes for one character, or a run of blanks: its
// bytes in the text, and where it begins when folded.
type letter struct {
	folded   int
	from, to int
}

func (l letter) compare(folded int) int { return l.folded - folded }

// fold gives the text without case and accents, each run of blanks as one
// space, and its letters, the last of which is empty and stands at the end.
func fold(text string) (string, []letter) {
	folded := make([]byte, 0, len(text))
	letters := make([]letter, 0, len(text)+1)
	var parts []byte
	for clusters := graphemes.FromString(text); clusters.Next(); {
		l := letter{len(folded), clusters.Start(), clusters.End()}
		parts = norm.NFD.AppendString(parts[:0], clusters.Value())
		folded = appendFolded(folded, parts)
		if len(folded) == l.folded {
			continue // a mark on nothing
		}
		if last := len(letters) - 1; last >= 0 && allBlank(folded[letters[last].folded:]) {
			folded = folded[:l.folded]
			letters[last].to = l.to
			continue
		}
		if allBlank(folded[l.folded:]) {
			folded = folded[:l.folded+1]
		}
		letters = append(letters, l)
	}
	return string(folded), append(letters, letter{len(folded), len(text), len(text)})
}

func appendFolded(folded, parts []byte) []byte {
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch {
		case unicode.Is(unicode.Mn, r):
		case isSpace(r) || r == '\u00a0':
			folded = append(folded, ' ')
		case r == 'ß' || r == 'ẞ':
			folded = append(folded, "ss"...)
		default:
			// By way of the upper case, where ς and σ are one.
			folded = utf8.AppendRune(folded, unicode.ToLower(unicode.ToUpper(r)))
		}
	}
	return folded
}

func allBlank(folded []byte) bool {
	return strings.Trim(string(folded), " ") == ""
}
