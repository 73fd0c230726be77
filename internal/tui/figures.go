package tui

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/linebreak"
)

// A figure is a number that says how much: with a sign or a unit, grouped, or counting what follows. Names
// (Java 8), versions, dates, fractions and ordinals are not figures, nor is anything that may be one of these.

//go:embed figures.txt
var figuresFile string

// figurePatterns are the expressions of figures.txt.
var figurePatterns = func() map[string]*regexp.Regexp {
	all := map[string]*regexp.Regexp{}
	var known []string // names in braces, each followed by its expression
	for paragraph := range strings.SplitSeq(figuresFile, "\n\n") {
		if words := strings.Fields(paragraph); words[0] != "#" {
			expression := "(?:" + strings.NewReplacer(known...).Replace(strings.Join(words[1:], "|")) + ")"
			all[words[0]] = regexp.MustCompile(expression)
			known = append(known, "{"+words[0]+"}", expression)
		}
	}
	return all
}()

// figures splits a plain text of the document at its figures, which get their own style.
func figures(s span) line {
	if s.style != plain || s.link != "" || s.field == 0 || s.lineEnd || strings.IndexFunc(s.text, unicode.IsDigit) < 0 {
		return line{s} // most texts
	}
	var out line
	at := 0
	for _, m := range figurePatterns["figure"].FindAllStringSubmatchIndex(s.text, -1) {
		from, to := m[0], m[1]
		if suffix := figurePatterns["suffix"].FindStringSubmatch(s.text[to:]); suffix != nil {
			to += len(suffix[1] + suffix[2])
		}
		marked := m[5] > m[4] || to > m[1]
		if !isFigure(s.text[:from], s.text[from:to], s.text[to:], m[3] > m[2], marked) {
			continue
		}
		out = s.appendStyled(out, at, from, to, numeric)
		out[len(out)-1].whole = true
		at = to
	}
	if at < len(s.text) {
		out = append(out, s.slice(at, len(s.text)))
	}
	return out
}

// isFigure reports whether a number between two texts says how much. It may have a sign and a mark, such as a
// currency or a unit.
func isFigure(before, number, after string, signed, marked bool) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, size := utf8.DecodeRuneInString(after)
	then, _ := utf8.DecodeRuneInString(after[size:])
	matches := func(name, text string) bool { return figurePatterns[name].MatchString(text) }
	switch {
	case before != "" && !unicode.IsSpace(last) && !strings.ContainsRune("(„“\"'«‹—،、，。（「・：", last) && !linebreak.IsEastAsian(last):
		return false // a part of a name, a version, a fraction, a date
	case unicode.IsDigit(next), unicode.IsLetter(next) && (!marked || !linebreak.IsEastAsian(next)):
		return false
	case strings.ContainsRune(" \u00a0", next) && unicode.IsDigit(then), matches("mobile", number):
		return false
	case marked:
		return true
	case unicode.IsLetter(then) && strings.ContainsRune("-–/._:", next), unicode.IsDigit(then) && strings.ContainsRune("-–/.,:", next):
		return false
	case signed, matches("grouped", number):
		return true
	case matches("year", number), strings.HasSuffix(number, ".0"), matches("dayOf", after), next == '.' && len(after) > 1, next == ')':
		return false
	}
	word := figurePatterns["lastWord"].FindStringSubmatch(before)
	switch {
	case word == nil:
		return true
	case matches("label", word[1]):
		return false
	case matches("counting", word[1]):
		return true
	}
	return !strings.ContainsFunc(word[1], func(r rune) bool {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("#+", r)
	})
}
