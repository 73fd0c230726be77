package export

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/linebreak"
)

// wrap breaks a text into lines of at most width cells. Its control characters
// become spaces, and spaces in a row one. An empty text has no lines.
func wrap(s string, width int) []string {
	s = strings.Join(strings.FieldsFunc(printable(s), func(r rune) bool { return r == ' ' }), " ")
	layout := linebreak.Layout[int]{
		First: width, Rest: width, Hyphen: len("-"),
		Width: func(from, to int) int { return ansi.StringWidth(s[from:to]) },
	}
	var all []string
	for _, l := range layout.Lines(s) {
		line := strings.ReplaceAll(s[l.From:l.To], softHyphen, "")
		if l.Hyphen {
			line += "-"
		}
		if line = strings.TrimRightFunc(line, unicode.IsSpace); line != "" { // of no-break spaces
			all = append(all, line)
		}
	}
	return all
}

// isolated marks the runs of a line that are written in the other direction than the
// résumé, so that a terminal which reorders text keeps each together: in text from
// right to left "+49 30 123" would be turned round and "C++" become "++C". The
// order of the text is always that in which it is read.
func isolated(s string, rightToLeft bool) string {
	if !rightToLeftRun.MatchString(s) {
		return s
	}
	return isolatedRuns(s, rightToLeft)
}

// isolatedRuns is isolated for a text that stands among others of the résumé.
func isolatedRuns(s string, rightToLeft bool) string {
	if !rightToLeft {
		return rightToLeftRun.ReplaceAllString(s, "\u2067${0}\u2069") // RLI, PDI
	}
	return leftToRightRun.ReplaceAllStringFunc(s, func(run string) string {
		if !latin.MatchString(run) && run[0] != '+' {
			return run // figures alone keep their order
		}
		kept := strings.TrimRight(run, " .,:;/&(–-")
		if strings.Count(kept, ")") > strings.Count(kept, "(") {
			kept = kept[:strings.LastIndex(kept, ")")]
		}
		return "\u2066" + kept + "\u2069" + run[len(kept):] // LRI, PDI
	})
}

var (
	rightToLeftRun = regexp.MustCompile(`[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]+(?:[ \p{M}'"-]+[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]+)*`)
	leftToRightRun = regexp.MustCompile(`\+?[\p{Latin}0-9][\p{Latin}\p{M}0-9 .,:;/+#&@_()%'’–-]*`)
	latin          = regexp.MustCompile(`\p{Latin}`)
)

const softHyphen = "\u00ad"

// printable returns a text on one line, with a space for each control character and
// a replacement character for what is not UTF-8.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
