package resume

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// Index is a set of texts prepared for searching. Case and accents make no
// difference, and any run of blanks equals one space. An Index never changes, so
// it can be shared.
type Index struct {
	folded   string            // all texts, each ended by endOfText
	starts   []uint32          // where each text begins in folded
	letters  map[int][]letter  // of the texts that don't fold byte for byte
	initials map[rune][]uint32 // where words begin in folded, by their first letter
}

// endOfText stands in no text and in no query.
const endOfText = "\x00"

// letter is what a reader takes for one character, or a run of blanks: where it
// begins in the folded and in the original text. The last letter of a text is
// empty and stands at its end.
type letter struct{ folded, original uint32 }

// Match is a place where a query was found: the number of the text, and the range
// [From, To) of its bytes. A range never begins or ends inside a character as
// readers see it, so it can be styled as it is.
type Match struct{ Text, From, To int }

// NewIndex prepares texts, which are numbered in their order.
func NewIndex(texts iter.Seq[string]) *Index {
	x := &Index{}
	var all strings.Builder
	for text := range texts {
		x.starts = append(x.starts, uint32(all.Len())) //nolint:gosec // a file is at most 1 MB
		folded, letters := fold(text)
		if letters != nil && x.letters == nil {
			x.letters = map[int][]letter{}
		}
		if letters != nil {
			x.letters[len(x.starts)-1] = letters
		}
		all.WriteString(strings.ReplaceAll(folded, endOfText, " "))
		all.WriteString(endOfText)
	}
	x.folded = all.String()
	return x
}

// WithInitials prepares the index for Initials, which takes as much memory as the
// texts, and returns it.
func (x *Index) WithInitials() *Index {
	x.initials = map[rune][]uint32{}
	inWord := false
	for i, r := range x.folded {
		now := unicode.IsLetter(r) || unicode.IsDigit(r)
		if now && !inWord {
			x.initials[r] = append(x.initials[r], uint32(i)) //nolint:gosec // a file is at most 1 MB
		}
		inWord = now
	}
	return x
}

// Initials returns the first letters of the words that begin with one. It takes
// an index made by WithInitials.
func (x *Index) Initials(letter string) iter.Seq[Match] {
	wanted, _ := fold(letter)
	first, size := utf8.DecodeRuneInString(wanted)
	return func(yield func(Match) bool) {
		var p place
		for _, at := range x.initials[first] {
			begin := x.moveTo(&p, int(at))
			if m, _, whole := x.match(&p, begin, begin+size); whole && !yield(m) {
				return
			}
		}
	}
}

// Matches returns the places where a query stands, in order and without overlaps.
// Blanks around the query don't count, and an empty one is found nowhere.
func (x *Index) Matches(query string) iter.Seq[Match] {
	wanted, _ := fold(query)
	wanted = strings.Trim(strings.ReplaceAll(wanted, endOfText, " "), " ")
	return func(yield func(Match) bool) {
		if wanted == "" {
			return
		}
		var p place
		rare := rarest(wanted)
		for at := 0; ; {
			i := indexBy(x.folded[at:], wanted, rare)
			if i < 0 {
				return
			}
			begin := x.moveTo(&p, at+i)
			match, next, whole := x.match(&p, begin, begin+len(wanted))
			if whole && !yield(match) {
				return
			}
			at = int(x.starts[p.text]) + next
		}
	}
}

// common are bytes of texts from the most to the least frequent in English. Others
// are rarer, but for the first bytes of letters that take several.
const common = " etaoinsrhldcumfpgwybvkxjqz"

// rarest returns where in a query the byte stands that is found least often.
func rarest(query string) int {
	best, at := -1, 0
	for i := range len(query) {
		rank := strings.IndexByte(common, query[i])
		switch {
		case query[i] >= 0xc0:
			rank = 0
		case rank < 0:
			rank = len(common)
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}

// indexBy is strings.Index for a query that is looked for by one of its bytes. For
// queries of common letters it is several times as fast.
func indexBy(s, query string, by int) int {
	for at := 0; at+len(query) <= len(s); {
		i := strings.IndexByte(s[at+by:len(s)-len(query)+by+1], query[by])
		if i < 0 {
			return -1
		}
		if at += i; s[at:at+len(query)] == query {
			return at
		}
		at++
	}
	return -1
}

// place is where a search is: the number of the text, and that of a letter in it
// which is not after the next match.
type place struct{ text, letter int }

// moveTo moves to a byte of folded that is not before the place, and returns where
// that is in its text.
func (x *Index) moveTo(p *place, at int) int {
	for p.text+1 < len(x.starts) && int(x.starts[p.text+1]) <= at {
		*p = place{text: p.text + 1}
	}
	return at - int(x.starts[p.text])
}

// match returns the range of an original text that a range of the folded one
// stands for, where in the folded text to go on, and whether the range begins and
// ends between letters.
func (x *Index) match(p *place, begin, end int) (_ Match, next int, whole bool) {
	letters := x.letters[p.text]
	if letters == nil {
		return Match{p.text, begin, end}, end, true
	}
	p.letter = letterAt(letters, p.letter, begin)
	first, last := p.letter, letterAt(letters, p.letter, end)
	begins, ends := int(letters[first].folded) == begin, int(letters[last].folded) == end
	if begins && ends {
		return Match{p.text, int(letters[first].original), int(letters[last].original)}, end, true
	}
	// It begins or ends inside a letter, such as the second s of a folded ß.
	if begins {
		first++
	}
	return Match{}, int(letters[first].folded), false
}

// letterAt returns the number of the first letter, from one on, that does not begin
// before a byte of the folded text. Most often it is near.
func letterAt(letters []letter, from, folded int) int {
	step := 1
	for from+step < len(letters) && int(letters[from+step].folded) < folded {
		from += step
		step *= 2
	}
	n, _ := slices.BinarySearchFunc(letters[from:min(from+step+1, len(letters))], folded,
		func(l letter, folded int) int { return int(l.folded) - folded })
	return from + n
}

// fold returns the text without case and accents, each run of blanks as one space,
// and its letters; nil where the text folds byte for byte.
func fold(text string) (string, []letter) {
	if foldsByteForByte(text) {
		return strings.ToLower(text), nil
	}
	folded := make([]byte, 0, len(text))
	letters := make([]letter, 0, len(text)+1)
	end := 0 // of the last letter: a mark on nothing belongs to none
	var parts []byte
	for clusters := graphemes.FromString(text); clusters.Next(); {
		begin := len(folded)
		parts = norm.NFKD.AppendString(parts[:0], clusters.Value())
		folded = appendFolded(folded, parts)
		if len(folded) == begin {
			continue
		}
		end = clusters.End()
		if last := len(letters) - 1; last >= 0 && allBlank(folded[letters[last].folded:]) {
			folded = folded[:begin]
			continue
		}
		if allBlank(folded[begin:]) {
			folded = folded[:begin+1]
		}
		letters = append(letters, letter{uint32(begin), uint32(clusters.Start())}) //nolint:gosec // a file is at most 1 MB
	}
	letters = append(letters, letter{uint32(len(folded)), uint32(end)}) //nolint:gosec // likewise
	return string(folded), slices.Clone(letters)
}

// foldsByteForByte reports whether a text is ASCII without blanks in a row.
func foldsByteForByte(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c != ' ' && isSpace(rune(c)) || c == ' ' && i > 0 && text[i-1] == ' ' {
			return false
		}
	}
	return true
}

func appendFolded(folded, parts []byte) []byte {
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch {
		case unicode.Is(unicode.Mn, r):
		case isSpace(r) || r == '\u00a0':
			folded = append(folded, ' ')
		default:
			// By way of the upper case, where ς and σ are one.
			lower := unicode.ToLower(unicode.ToUpper(r))
			if plain := withoutDecomposition[lower]; plain != "" {
				folded = append(folded, plain...)
			} else {
				folded = utf8.AppendRune(folded, lower)
			}
		}
	}
	return folded
}

// withoutDecomposition has the letters that people type otherwise and that Unicode
// does not take apart.
var withoutDecomposition = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "ng", 'ŧ': "t",
	'⁄': "/", // as in ½
}

func allBlank(folded []byte) bool {
	return strings.Trim(string(folded), " ") == ""
}
