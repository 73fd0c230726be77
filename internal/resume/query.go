package resume

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what somebody looks for: words, in any order, and phrases in quotes.
// All of them must be there. A single letter stands for the beginning of a word.
type Query struct{ terms []string } // folded, the longest first

// ParseQuery reads a query as it is typed. A phrase that has no closing quote goes
// on to the end.
func ParseQuery(typed string) Query {
	var q Query
	for typed != "" {
		before, rest, quoted := cutQuote(typed)
		for _, word := range strings.FieldsFunc(before, isSpace) {
			q.terms = appendTerm(q.terms, word)
		}
		if !quoted {
			break
		}
		phrase, after, _ := cutQuote(rest)
		q.terms = appendTerm(q.terms, phrase)
		typed = after
	}
	slices.SortStableFunc(q.terms, func(a, b string) int { return len(b) - len(a) })
	q.terms = slices.Compact(q.terms)
	return q
}

// cutQuote cuts a text at its first double quote, of any kind.
func cutQuote(s string) (before, after string, found bool) {
	i := strings.IndexAny(s, "\"“”„«»")
	if i < 0 {
		return s, "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+size:], true
}

func appendTerm(terms []string, term string) []string {
	folded, _ := fold(term)
	if folded = strings.Trim(strings.ReplaceAll(folded, endOfText, " "), " "); folded == "" {
		return terms
	}
	return append(terms, folded)
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Search returns the places where the terms of a query are found, without
// overlaps, in those entries that have all of them. An entry is a range
// [from, to) of texts; entryOf returns that of a text.
func (x *Index) Search(q Query, entryOf func(text int) (from, to int)) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		switch len(q.terms) {
		case 0:
			return
		case 1:
			x.find(q.terms[0])(yield)
			return
		}
		var p place
		var all []Match
		for at := x.next(q.terms[0], 0, len(x.folded)); at >= 0; {
			x.moveTo(&p, at)
			from, to := entryOf(p.text)
			all = x.inEntry(all[:0], q, from, to)
			for _, found := range all {
				if !yield(found) {
					return
				}
			}
			if to >= len(x.starts) {
				return
			}
			at = x.next(q.terms[0], int(x.starts[to]), len(x.folded))
		}
	}
}

// find returns the places where a folded term is found.
func (x *Index) find(term string) iter.Seq[Match] {
	if utf8.RuneCountInString(term) > 1 {
		return x.Matches(term)
	}
	if x.initials != nil {
		return x.Initials(term)
	}
	return func(yield func(Match) bool) {
		for m := range x.Matches(term) {
			at := int(x.starts[m.Text])
			if letters := x.letters[m.Text]; letters != nil {
				i, _ := slices.BinarySearchFunc(letters, m.From, func(l letter, original int) int { return int(l.original) - original })
				at += int(letters[i].folded)
			} else {
				at += m.From
			}
			if x.beginsWord(at) && !yield(m) {
				return
			}
		}
	}
}

// next returns where a term is in the folded texts from a byte on, up to another;
// negative if it is not there.
func (x *Index) next(term string, at, end int) int {
	first, size := utf8.DecodeRuneInString(term)
	if size == len(term) && x.initials != nil {
		all := x.initials[first]
		if i, _ := slices.BinarySearch(all, uint32(at)); i < len(all) && int(all[i]) < end { //nolint:gosec // a file is at most 1 MB
			return int(all[i])
		}
		return -1
	}
	for at < end {
		i := strings.Index(x.folded[at:end], term)
		if i < 0 {
			break
		}
		if at += i; size < len(term) || x.beginsWord(at) {
			return at
		}
		at += size
	}
	return -1
}

// inEntry returns the places of all terms in an entry, in order, in the array of
// all; none if one of the terms is not there.
func (x *Index) inEntry(all []Match, q Query, from, to int) []Match {
	begin, end := int(x.starts[from]), len(x.folded)
	if to < len(x.starts) {
		end = int(x.starts[to])
	}
	for _, term := range q.terms[1:] {
		if x.next(term, begin, end) < 0 {
			return nil
		}
	}
	for _, term := range q.terms {
		found := false
		p := place{text: from}
		for at := x.next(term, begin, end); at >= 0; {
			inText := x.moveTo(&p, at)
			match, next, whole := x.match(&p, inText, inText+len(term))
			if whole {
				found = true
				all = append(all, match)
			}
			at = x.next(term, int(x.starts[p.text])+next, end)
		}
		if !found {
			return nil
		}
	}
	slices.SortFunc(all, func(a, b Match) int {
		switch {
		case a.Text != b.Text:
			return a.Text - b.Text
		case a.From != b.From:
			return a.From - b.From
		default:
			return b.To - a.To
		}
	})
	last := Match{}
	return slices.DeleteFunc(all, func(m Match) bool {
		overlaps := m.Text == last.Text && m.From < last.To
		if !overlaps {
			last = m
		}
		return overlaps
	})
}

// beginsWord reports whether a word begins at a byte of the folded texts.
func (x *Index) beginsWord(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(x.folded[:at])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// Find returns the places in one text where the terms of a query are found, as
// byte ranges [from, to); none if one of them is missing.
func Find(text, query string) [][2]int {
	var found [][2]int
	x := NewIndex(slices.Values([]string{text}))
	for m := range x.Search(ParseQuery(query), func(int) (from, to int) { return 0, 1 }) {
		found = append(found, [2]int{m.From, m.To})
	}
	return found
}
