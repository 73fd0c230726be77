// Package linebreak decides where the lines of a text end. It is the one implementation for the screen,
// plain text and the PDF. It follows the Unicode line breaking algorithm
// (https://unicode.org/reports/tr14/) and adds what a reader of a résumé expects: figures stay with their
// units, "C++" and "CI/CD" stay whole, compounds break after their hyphens, and addresses before their
// separators.
//
// The package knows bytes and widths, but no fonts and no screens.
package linebreak

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Break is a place where a line may end.
type Break struct {
	At       int  // the byte at which the next line begins, after any spaces
	Required bool // the line has to end here

	// Reluctant marks a break inside what readers take for one word. It is for
	// words that are longer than a line.
	Reluctant bool

	// Compound marks a break between the parts of a word. A line ends there if it
	// would be much shorter otherwise.
	Compound bool

	// Hyphen marks a break at a soft hyphen: a line that ends here shows a hyphen.
	Hyphen bool
}

// Breaks returns the places inside a text where a line may end, in order. The
// ends of the text are not among them.
func Breaks(text string) []Break {
	var all []Break
	allowed := unicodeBreaks(text)
	before, end := "", 0 // the previous word, and where it ends
	for from, to := nextWord(text, 0); from < to; from, to = nextWord(text, to) {
		word, gap := text[from:to], text[end:from]
		for len(allowed) > 0 && allowed[0] < from {
			allowed = allowed[1:]
		}
		atWord := len(allowed) > 0 && allowed[0] == from
		switch {
		case before == "":
		case strings.ContainsAny(gap, lineEnds):
			all = append(all, Break{At: from, Required: true})
		case breaksBetween(before, word, atWord, len(gap)):
			all = append(all, Break{At: from})
		}
		if atWord {
			allowed = allowed[1:]
		}
		n := 0
		for n < len(allowed) && allowed[n] < to {
			n++
		}
		all = append(all, breaksInside(word, from, allowed[:n])...)
		before, end = word, to
	}
	return all
}

// unicodeBreaks returns the breaks of the Unicode algorithm, in bytes. A space between two ASCII letters or
// digits is always one, and what is before it does not affect what is after it. So the algorithm, which is
// slow, looks only at the stretches between such spaces that have anything but letters and digits.
func unicodeBreaks(text string) []int {
	var all []int
	var s segmenter.Segmenter
	from, plain := 0, true
	for i := 1; i <= len(text); i++ {
		afterSpace := text[i-1] == ' ' && i > 1 && isASCIIAlphanumeric(text[i-2])
		if i < len(text) && (!afterSpace || !isASCIIAlphanumeric(text[i])) {
			plain = plain && isASCIIAlphanumeric(text[i-1])
			continue
		}
		if plain && (afterSpace || isASCIIAlphanumeric(text[i-1])) {
			all = append(all, i)
		} else {
			all = append(all, segmented(&s, text, from, i)...)
		}
		from, plain = i, true
	}
	return all
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isASCIIAlphanumeric(c byte) bool { return isASCIILetter(c) || isDigit(c) }

// segmented returns the breaks that the segmenter finds in the bytes [from, to) of a
// text, and the end of these.
func segmented(s *segmenter.Segmenter, text string, from, to int) []int {
	var all []int
	s.Init([]rune(text[from:to]))
	at := from
	for lines := s.LineIterator(); lines.Next(); {
		for range lines.Line().Text {
			_, size := utf8.DecodeRuneInString(text[at:]) // 1 for a byte that is not UTF-8
			at += size
		}
		all = append(all, at)
	}
	return all
}

// Spaces end words. All but the first few are rare: the no-break spaces are not among them, and neither is
// the zero width space, which is part of a word in which a line may end.
const (
	lineEnds = "\n\v\f\r\u0085\u2028\u2029"
	spaces   = " \t" + lineEnds + "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return strings.ContainsRune(spaces, r)
}

// nextWord returns where the next word at or after byte at begins and ends. There
// is none where both are the same.
func nextWord(text string, at int) (from, to int) {
	begin := strings.IndexFunc(text[at:], func(r rune) bool { return !isSpace(r) })
	if begin < 0 {
		return len(text), len(text)
	}
	from = at + begin
	if length := strings.IndexFunc(text[from:], isSpace); length >= 0 {
		return from, from + length
	}
	return from, len(text)
}
