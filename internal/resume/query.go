package resume

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ranks of what a search finds, the best first.
const (
	RankHeading = iota // the heading of a section
	RankTitle          // the title of an entry
	RankText
)

// Search looks for a query in an index: words, in any order, and phrases in quotes.
// All of them must be in one entry. A single letter stands for the beginning of a
// word, in scripts that part words.
type Search struct {
	index *Index
	terms []*term // the rarest first
	at    int     // the text that was last found
}

// term is a word or a phrase that is looked for.
type term struct {
	*Index
	text    string // folded
	initial bool   // stands for the beginning of a word

	// Where its rarest pair of bytes stands, and where in the term that is. Common
	// pairs are not used: it is quicker to read all of the text.
	pairs []int32
	by    int32
	rare  bool
	at    int // the pair that was last looked up
}

// Search returns a search for a query as it is typed. A phrase that has no closing
// quote goes on to the end.
func (x *Index) Search(query string) *Search {
	s := &Search{index: x}
	for _, text := range parseQuery(query) {
		s.terms = append(s.terms, x.term(text))
	}
	slices.SortStableFunc(s.terms, func(a, b *term) int { return cmp.Compare(a.often(), b.often()) })
	return s
}

// parseQuery returns the terms of a query, folded.
func parseQuery(typed string) []string {
	var terms []string
	for _, text := range phraseOrWord.FindAllString(typed, -1) {
		folded, _ := fold(strings.Trim(text, doubleQuotes))
		if folded = strings.Trim(folded, " "); folded != "" && !slices.Contains(terms, folded) {
			terms = append(terms, folded)
		}
	}
	return terms
}

const doubleQuotes = `"“”„«»`

var phraseOrWord = regexp.MustCompile(`[` + doubleQuotes + `][^` + doubleQuotes + `]*[` + doubleQuotes + `]?|[^\s\x{85}\x{2028}\x{2029}` + doubleQuotes + `]+`)

// commonPair is one that stands at least at each so many bytes.
const commonPair = 16

func (x *Index) term(text string) *term {
	first, size := utf8.DecodeRuneInString(text)
	t := &term{Index: x, text: text, initial: size == len(text) && !unicode.In(first, wordless...)}
	consider := func(p pair, by int) {
		if all := x.pairs[p]; !t.rare || len(all) < len(t.pairs) {
			t.pairs, t.by, t.rare = all, int32(by), true //nolint:gosec // a query is short
		}
	}
	switch {
	case x.pairs == nil:
		return t
	case t.initial:
		consider(pair{endOfText, text[0]}, 0)
		return t
	}
	for i := range len(text) - 1 {
		consider(pair{text[i], text[i+1]}, i)
	}
	t.rare = t.rare && len(t.pairs) < len(x.folded)/commonPair
	return t
}

// wordless are scripts that don't part words, or in which a letter is a word.
var wordless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// often returns how many places there are at most.
func (t *term) often() int {
	if t.rare {
		return len(t.pairs)
	}
	return len(t.folded)
}

// next returns where the term is in a range of the folded texts; negative if it is
// not there.
func (t *term) next(at, end int32) int32 {
	size := int32(len(t.text)) //nolint:gosec // a query is short
	if t.rare {
		t.at = seek(t.pairs, t.at, at+t.by)
		for _, found := range t.pairs[t.at:] {
			if at = found - t.by; at+size > end {
				break
			}
			if t.folded[at:at+size] == t.text {
				return at
			}
		}
		return -1
	}
	for at < end {
		i := strings.Index(t.folded[at:end], t.text)
		if i < 0 {
			break
		}
		if at += int32(i); !t.initial || t.beginsWord(at) { //nolint:gosec // see NewIndex
			return at
		}
		at += size
	}
	return -1
}

// beginsWord reports whether a word begins at a byte of the folded texts.
func (x *Index) beginsWord(at int32) bool {
	before, _ := utf8.DecodeLastRuneInString(x.folded[:at])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// Next appends to all the places of the terms in the first entry that has all of
// them, from the one that begins with a text on, and returns the text to go on from.
// There are at most so many places, in order and without overlaps; none if there is no
// such entry.
func (s *Search) Next(all []Match, text int32, most int) (_ []Match, next int32) {
	x := s.index
	last := int32(len(x.starts) - 1) //nolint:gosec // see NewIndex
	if len(s.terms) == 0 {
		return all, last
	}
	for text < last {
		at := s.terms[0].next(x.starts[text], x.starts[last])
		if at < 0 {
			break
		}
		s.at = seek(x.starts, s.at, at+1) - 1
		first := x.entries[x.entry[s.at]]
		text = x.entries[x.entry[s.at]+1]
		if more := s.inEntry(all, first, text, most); len(more) > len(all) {
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
		end = begin + letters[min(i, len(letters)-1)].folded // a mark on nothing belongs to no letter
	}
	return s.in(begin, end)
}

// in reports whether all terms are in a range of the folded texts.
func (s *Search) in(begin, end int32) bool {
	return !slices.ContainsFunc(s.terms, func(t *term) bool { return t.next(begin, end) < 0 })
}

// inEntry appends the places of all terms in an entry, whose texts are those from one
// up to another.
func (s *Search) inEntry(all []Match, first, last int32, most int) []Match {
	x, before := s.index, len(all)
	begin, end := x.starts[first], x.starts[last]
	if len(s.terms) > 1 && !s.in(begin, end) {
		return all
	}
	for _, t := range s.terms {
		text, n := first, 0
		for at := t.next(begin, end); at >= 0 && n < most; {
			for x.starts[text+1] <= at {
				text++
			}
			match, next, whole := x.match(text, at, at+int32(len(t.text))) //nolint:gosec // a query is short
			if whole {
				all = append(all, match)
				n++
			}
			at = t.next(next, end)
		}
		if n == 0 {
			return all[:before]
		}
	}
	if len(s.terms) == 1 {
		return all
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

// Find returns the places in one text where the terms of a query are found, as
// byte ranges [from, to); none if one of them is missing.
func Find(text, query string) [][2]int {
	var found [][2]int
	x := NewSmallIndex(func(yield func(string, bool) bool) { yield(text, true) })
	all, _ := x.Search(query).Next(nil, 0, len(text))
	for _, m := range all {
		found = append(found, [2]int{int(m.From), int(m.To)})
	}
	return found
}
