// Package linebreak decides where the lines of a text end. The screen, plain text and the PDF all use it. A library
// finds the breaks of the Unicode line breaking algorithm (https://unicode.org/reports/tr14/). This package fills
// lines, in any unit of width, and adds what readers of a résumé expect and no library does: figures stay with
// their units, "C++" and "CI/CD" stay whole, compounds break after hyphens, and addresses break before separators.
//
// The package knows bytes and widths, but neither fonts nor screens.
package linebreak

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Break is a place where a line may end.
type Break struct {
	At        int  // the byte at which the next line begins, after any spaces
	Required  bool // the line must end here
	Reluctant bool // inside what readers see as one word: for words that are longer than a line
	Compound  bool // between the parts of a compound: for lines that would be much shorter otherwise
	Hyphen    bool // at a soft hyphen: a line that ends here shows a hyphen
}

// Breaks returns the places inside a text where a line may end, in order. They don't include the ends of the text.
func Breaks(text string) []Break {
	var all []Break
	allowed := unicodeBreaks(text)
	before, end := "", 0 // the previous word, and where it ends
	for from, to := nextWord(text, 0); from < to; from, to = nextWord(text, to) {
		word, gap := text[from:to], text[end:from]
		first, isAllowed := slices.BinarySearch(allowed, from)
		switch {
		case before == "":
		case strings.ContainsAny(gap, lineEnds):
			all = append(all, Break{At: from, Required: true})
		case breaksBetween(before, word, isAllowed, len(gap)):
			all = append(all, Break{At: from})
		}
		if isAllowed {
			first++
		}
		after, _ := slices.BinarySearch(allowed, to)
		all = append(all, breaksInside(word, from, allowed[first:after])...)
		before, end = word, to
	}
	return all
}

// unicodeBreaks returns the breaks of the Unicode algorithm, in bytes, and the end of the text.
func unicodeBreaks(text string) []int {
	var all []int
	var s segmenter.Segmenter
	for at := 0; at < len(text); {
		n, isWord := untilBreak(text[at:])
		if isWord {
			at += n
			all = append(all, at)
			continue
		}
		s.Init([]rune(text[at : at+n]))
		for lines := s.LineIterator(); lines.Next(); {
			for range lines.Line().Text {
				_, size := utf8.DecodeRuneInString(text[at:]) // 1 for a byte that is not UTF-8
				at += size
			}
			all = append(all, at)
		}
	}
	return all
}

// untilBreak returns how many bytes come before the first place where a line may end regardless of context: between
// two words of ASCII letters and digits. It also reports whether those bytes are one such word with the punctuation
// and spaces after it, without a break inside. Most words are, and so skip the slow Unicode algorithm.
func untilBreak(text string) (n int, isWord bool) {
	for n < len(text) {
		first := n == 0
		word, _, _ := strings.Cut(text[n:], " ")
		n = len(text) - len(strings.TrimLeft(text[n+len(word):], " "))
		word = strings.TrimRight(word, ".,")
		isWord = first && word != "" && strings.TrimLeftFunc(word, isPlain) == ""
		if n < len(text) && word != "" && isPlain(rune(text[n])) && isPlain(rune(word[len(word)-1])) {
			break
		}
	}
	return n, isWord
}

// isPlain reports whether a character is an ASCII letter or digit.
func isPlain(r rune) bool { return isASCIILetter(r) || '0' <= r && r <= '9' }

// lineEnds are the characters after which a line ends in any case.
const lineEnds = "\n\v\f\r\u0085\u2028\u2029"

// isSpace reports whether a character ends a word. No-break spaces don't, and neither does the zero width
// space, which is part of a word and lets a line end there.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u2007' && r != '\u202f'
}

// nextWord returns where the next word at or after byte at begins and ends. If both are the same, there is none.
func nextWord(text string, at int) (from, to int) {
	from = len(text) - len(strings.TrimLeftFunc(text[at:], isSpace))
	if length := strings.IndexFunc(text[from:], isSpace); length >= 0 {
		return from, from + length
	}
	return from, len(text)
}
