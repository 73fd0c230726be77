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
	folded  string             // all texts, each ended by endOfText
	starts  []int32            // where each text begins in folded, and at last where they end
	entries []int32            // of each entry, its first text; at last, how many texts there are
	entry   []int32            // of each text, its entry
	letters map[int32][]letter // of the texts that don't fold byte for byte
	pairs   map[pair][]int32   // where two bytes stand in folded
}

// endOfText stands in no text and in no query.
const endOfText = 0

// pair is two bytes in a row. Of endOfText and another byte it stands for words that
// begin with the latter.
type pair [2]byte

// letter is what a reader takes for one character, or a run of blanks: where it
// begins in the folded and in the original text. The last letter of a text is
// empty and stands at its end.
type letter struct{ folded, original int32 }

// Match is a place where a query was found: the number of the text, and the range
// [From, To) of its bytes. A range never begins or ends inside a character as
// readers see it, so it can be styled as it is.
type Match struct{ Text, From, To int32 }

// NewIndex prepares texts, of at most 1 GB in all, which are numbered in their order.
// With each comes whether it begins an entry. The index takes about ten times the
// memory of the texts.
func NewIndex(texts iter.Seq2[string, bool]) *Index {
	x := NewSmallIndex(texts)
	x.pairs = map[pair][]int32{}
	inWord := false
	for i, r := range x.folded {
		now := unicode.IsLetter(r) || unicode.IsDigit(r)
		if begins := (pair{endOfText, x.folded[i]}); now && !inWord {
			x.pairs[begins] = append(x.pairs[begins], int32(i)) //nolint:gosec // see above
		}
		inWord = now
	}
	for i := range len(x.folded) - 1 {
		if p := (pair{x.folded[i], x.folded[i+1]}); p[0] != endOfText && p[1] != endOfText {
			x.pairs[p] = append(x.pairs[p], int32(i))
		}
	}
	for p, all := range x.pairs {
		x.pairs[p] = slices.Clone(all) // without room for more
	}
	return x
}

// NewSmallIndex returns an index that takes little more memory than the texts, all of
// which a search reads.
func NewSmallIndex(texts iter.Seq2[string, bool]) *Index {
	x := &Index{letters: map[int32][]letter{}}
	var all strings.Builder
	n := int32(0)
	for text, begins := range texts {
		if begins || n == 0 {
			x.entries = append(x.entries, n)
		}
		x.starts = append(x.starts, int32(all.Len()))      //nolint:gosec // see NewIndex
		x.entry = append(x.entry, int32(len(x.entries)-1)) //nolint:gosec // see NewIndex
		folded, letters := fold(text)
		if letters != nil {
			x.letters[n] = letters
		}
		all.WriteString(folded)
		all.WriteByte(endOfText)
		n++
	}
	x.folded = all.String()
	x.starts = append(x.starts, int32(len(x.folded))) //nolint:gosec // see NewIndex
	x.entries = append(x.entries, n)
	return x
}

// seek returns the first of ascending numbers that is not below one. It is quick where
// that is not far behind from.
func seek(all []int32, from int, number int32) int {
	if from >= len(all) || all[from] > number {
		from = 0
	}
	step := 1
	for from+step < len(all) && all[from+step] < number {
		from += step
		step *= 2
	}
	n, _ := slices.BinarySearch(all[from:min(from+step+1, len(all))], number)
	return from + n
}

// match returns the range of an original text that a range of the folded texts stands
// for, where to go on, and whether the range begins and ends between letters.
func (x *Index) match(text, begin, end int32) (_ Match, next int32, whole bool) {
	letters, start := x.letters[text], x.starts[text]
	if letters == nil {
		return Match{text, begin - start, end - start}, end, true
	}
	first, begins := letterAt(letters, begin-start)
	last, ends := letterAt(letters[first:min(first+int(end-begin)+1, len(letters))], end-start)
	if begins && ends {
		return Match{text, letters[first].original, letters[first+last].original}, end, true
	}
	// It begins or ends inside a letter, such as the second s of a folded ß.
	if begins {
		first++
	}
	return Match{}, start + letters[first].folded, false
}

// letterAt returns the number of the first letter that does not begin before a byte of
// the folded text, and whether it begins there.
func letterAt(letters []letter, folded int32) (int, bool) {
	return slices.BinarySearchFunc(letters, folded, func(l letter, folded int32) int { return int(l.folded - folded) })
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
		letters = append(letters, letter{int32(begin), int32(clusters.Start())}) //nolint:gosec // see NewIndex
	}
	letters = append(letters, letter{int32(len(folded)), int32(end)}) //nolint:gosec // likewise
	return string(folded), slices.Clone(letters)
}

// foldsByteForByte reports whether a text is ASCII without blanks in a row.
func foldsByteForByte(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c == endOfText || c != ' ' && isSpace(rune(c)) || c == ' ' && i > 0 && text[i-1] == ' ' {
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
		case isSpace(r) || r == '\u00a0' || r == endOfText:
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
