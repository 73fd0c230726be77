package resume

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// Index is an immutable set of texts prepared for searching: case and accents make no difference, and any run of
// blanks equals one space. It takes about twice the memory of the texts.
type Index struct {
	folded  string             // all texts, each ended by endOfText
	starts  []int32            // where each text begins in folded, and at the end where they end
	words   map[rune][]int32   // where words begin in folded, by first letter
	entries []int32            // the first text of each entry; at the end, the number of texts
	letters map[int32][]letter // of texts that don't fold byte for byte
}

const endOfText = 0 // in no text and no query

// letter is what a reader sees as one character, or a run of blanks: where it begins in the folded and in the
// original text. The last letter of a text is empty and marks its end.
type letter struct{ folded, original int32 }

// Match is a place where a query was found: the number of the text, and the range [From, To) of its bytes. It never
// begins or ends inside a character as readers see it, so it can be styled directly.
type Match struct{ Text, From, To int32 }

// NewIndex prepares texts of at most 1 GB in all, numbered in order. Each comes with whether it begins an entry.
func NewIndex(texts iter.Seq2[string, bool]) *Index {
	x := &Index{words: map[rune][]int32{}, letters: map[int32][]letter{}}
	var all strings.Builder
	n := int32(0)
	for text, begins := range texts {
		if begins || n == 0 {
			x.entries = append(x.entries, n)
		}
		x.starts = append(x.starts, int32(all.Len())) //nolint:gosec // see above
		folded, letters := fold(text)
		if letters != nil {
			x.letters[n] = letters
		}
		all.WriteString(folded)
		all.WriteByte(endOfText)
		n++
	}
	x.folded = all.String()
	x.starts = append(x.starts, int32(len(x.folded))) //nolint:gosec // see above
	x.entries = append(x.entries, n)
	inWord := false
	for i, r := range x.folded {
		if isOfWord(r) && !inWord {
			x.words[r] = append(x.words[r], int32(i)) //nolint:gosec // see above
		}
		inWord = isOfWord(r)
	}
	return x
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// partAt returns which part a place is in, given the ascending places where the parts begin.
func partAt(begins []int32, at int32) int {
	i, _ := slices.BinarySearch(begins, at+1)
	return i - 1
}

// match returns the range of an original text for a range of the folded texts, where to continue, and whether
// the range begins and ends between letters.
func (x *Index) match(text, begin, end int32) (_ Match, next int32, whole bool) {
	letters, start := x.letters[text], x.starts[text]
	if letters == nil {
		return Match{text, begin - start, end - start}, end, true
	}
	first, begins := letterAt(letters, begin-start)
	last, ends := letterAt(letters, end-start)
	if begins && ends {
		return Match{text, letters[first].original, letters[last].original}, end, true
	}
	// The range begins or ends inside a letter, such as the second s of a folded ß.
	if begins {
		first++
	}
	return Match{}, start + letters[first].folded, false
}

// letterAt returns the first letter that begins at or after a byte of the folded text, and whether it begins there.
func letterAt(letters []letter, folded int32) (int, bool) {
	return slices.BinarySearchFunc(letters, folded, func(l letter, folded int32) int { return int(l.folded - folded) })
}

// fold returns the text without case and accents and with each run of blanks as one space, and its letters; nil
// letters if the text folds byte for byte.
func fold(text string) (string, []letter) {
	if foldsByteForByte(text) {
		return strings.ToLower(text), nil
	}
	folded := make([]byte, 0, len(text))
	letters := make([]letter, 0, len(text)+1)
	end := 0 // of the last letter: a mark without a base belongs to no letter
	for clusters := graphemes.FromString(text); clusters.Next(); {
		begin := len(folded)
		folded = appendFolded(folded, norm.NFKD.String(clusters.Value()))
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

// foldsByteForByte reports whether a text is ASCII without consecutive blanks.
func foldsByteForByte(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c == endOfText || c != ' ' && isSpace(rune(c)) || c == ' ' && i > 0 && text[i-1] == ' ' {
			return false
		}
	}
	return true
}

// typedAs maps Arabic and Persian letters to those typed instead: keyboards lack them, or people don't tell them apart.
var typedAs = map[rune]rune{'ة': 'ه', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك'}

func appendFolded(folded []byte, decomposed string) []byte {
	for _, r := range decomposed {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ': // a mark, or a kashida, which stretches a word
		case isSpace(r) || r == '\u00a0' || r == endOfText:
			folded = append(folded, ' ')
		default:
			// Via upper case, in which ς and σ are the same.
			lower := unicode.ToLower(unicode.ToUpper(r))
			lower = cmp.Or(typedAs[lower], lower)
			if 'ァ' <= lower && lower <= 'ヶ' {
				lower -= 'ァ' - 'ぁ' // Hiragana
			}
			if plain := standIns[lower]; plain != "" { // as people type it
				folded = append(folded, strings.ToLower(plain)...)
			} else {
				folded = utf8.AppendRune(folded, lower)
			}
		}
	}
	return folded
}

func allBlank(folded []byte) bool {
	return strings.Trim(string(folded), " ") == ""
}
