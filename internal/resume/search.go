package resume

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ranks of search results, best first.
const (
	RankHeading = iota // the heading of a section
	RankTitle          // the title of an entry
	RankText
)

// Search looks for a query in an index: words, in any order, and phrases in quotes. All of them must be in
// one entry. A single letter matches only the beginning of a word, in scripts that separate words.
type Search struct {
	index *Index
	terms []term // the longest first, because it is probably the rarest
}

// term is a word or a phrase that is looked for.
type term struct {
	text    string // folded
	initial rune   // a single letter, which must begin a word; 0 for other terms
}

// Search returns a search for a query as typed. A phrase without a closing quote extends to the end.
func (x *Index) Search(query string) *Search {
	s := &Search{index: x}
	for _, typed := range phraseOrWord.FindAllString(query, -1) {
		folded, _ := fold(strings.Trim(typed, doubleQuotes))
		t := term{text: strings.Trim(folded, " ")}
		if first, size := utf8.DecodeRuneInString(t.text); size == len(t.text) && isOfWord(first) && !unicode.In(first, wordless...) {
			t.initial = first
		}
		if t.text != "" && !slices.Contains(s.terms, t) {
			s.terms = append(s.terms, t)
		}
	}
	slices.SortStableFunc(s.terms, func(a, b term) int { return cmp.Compare(len(b.text), len(a.text)) })
	return s
}

const doubleQuotes = `"“”„«»`

// phraseOrWord matches a term as typed. In Hebrew, a quotation mark between letters belongs to the word (ד"ר).
var phraseOrWord = regexp.MustCompile(`[` + doubleQuotes + `][^` + doubleQuotes + `]*[` + doubleQuotes + `]?|(?:\p{Hebrew}"\p{Hebrew}|[^\s\x{85}\x{2028}\x{2029}` + doubleQuotes + `])+`)

// wordless are scripts that don't separate words, or in which a letter is a word.
var wordless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// next returns where a term is in a range of the folded texts; negative if it is not in it.
func (x *Index) next(t term, at, end int32) int32 {
	if t.initial == 0 {
		if i := strings.Index(x.folded[at:end], t.text); i >= 0 {
			return at + int32(i) //nolint:gosec // see NewIndex
		}
		return -1
	}
	words := x.words[t.initial]
	if i, _ := slices.BinarySearch(words, at); i < len(words) && words[i] < end {
		return words[i]
	}
	return -1
}

// Next finds the first entry that has all terms, starting with the entry that begins with text. It appends the
// terms' places to all, at most "most" of them, in order and without overlaps, and returns the text to continue
// from. It appends nothing if there is no such entry.
func (s *Search) Next(all []Match, text int32, most int) (_ []Match, next int32) {
	x := s.index
	last := int32(len(x.starts) - 1) //nolint:gosec // see NewIndex
	if len(s.terms) == 0 {
		return all, last
	}
	for text < last {
		at := x.next(s.terms[0], x.starts[text], x.starts[last])
		if at < 0 {
			break
		}
		entry := partAt(x.entries, int32(partAt(x.starts, at))) //nolint:gosec // see NewIndex
		text = x.entries[entry+1]
		if more := s.inEntry(all, x.entries[entry], text, most); len(more) > len(all) {
			return more, text
		}
	}
	return all, last
}

// Has reports whether all terms are in the first bytes of a text.
func (s *Search) Has(text int32, bytes int) bool {
	begin, end := s.index.starts[text], s.index.starts[text]+int32(bytes) //nolint:gosec // see NewIndex
	if letters := s.index.letters[text]; letters != nil {
		i, _ := slices.BinarySearchFunc(letters, bytes, func(l letter, bytes int) int { return int(l.original) - bytes })
		end = begin + letters[min(i, len(letters)-1)].folded // a mark without a base belongs to no letter
	}
	return s.in(begin, end)
}

// in reports whether all terms are in a range of the folded texts.
func (s *Search) in(begin, end int32) bool {
	return !slices.ContainsFunc(s.terms, func(t term) bool { return s.index.next(t, begin, end) < 0 })
}

// inEntry appends the places of all terms in an entry, which is given by its range of texts.
func (s *Search) inEntry(all []Match, first, last int32, most int) []Match {
	x, before := s.index, len(all)
	begin, end := x.starts[first], x.starts[last]
	if len(s.terms) > 1 && !s.in(begin, end) {
		return all
	}
	for _, t := range s.terms {
		text, n := first, 0
		for at := x.next(t, begin, end); at >= 0 && n < most; {
			for x.starts[text+1] <= at {
				text++
			}
			match, next, whole := x.match(text, at, at+int32(len(t.text))) //nolint:gosec // a query is short
			if whole {
				all = append(all, match)
				n++
			}
			at = x.next(t, next, end)
		}
		if n == 0 {
			return all[:before]
		}
	}
	found := all[before:]
	slices.SortFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	kept := Match{}
	found = slices.DeleteFunc(found, func(m Match) bool {
		overlaps := m.Text == kept.Text && m.From < kept.To
		if !overlaps {
			kept = m
		}
		return overlaps
	})
	return all[:before+min(len(found), most)]
}

// Find returns where the terms of a query are in one text, as byte ranges [from, to); none if a term is missing.
func Find(text, query string) [][2]int {
	x := NewIndex(func(yield func(string, bool) bool) { yield(text, true) })
	all, _ := x.Search(query).Next(nil, 0, len(text))
	return each(all, func(m Match) [2]int { return [2]int{int(m.From), int(m.To)} })
}
