package export

import (
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
