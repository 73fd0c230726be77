// Package printable makes text that others wrote safe to print: on a terminal, which
// it could steer, and in a log, whose lines it could forge.
package printable

import (
	"strconv"
	"strings"
	"unicode"
)

// Line returns a text on one line, with a space for each control character and a
// replacement character for what is not UTF-8.
func Line(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// Quoted returns what a client sent for a log or a screen: cut to a length, and with all escaped that could break a
// line or reach the terminal of whoever reads it. Of charm log's formats, text splits a value at its line feeds, and
// JSON lets C1 controls and changes of direction through.
func Quoted(s string) string {
	const longest = 128 // bytes
	cut := ""
	if len(s) > longest {
		s, cut = s[:longest], "…"
	}
	quoted := strconv.Quote(strings.ToValidUTF8(s, "\ufffd"))
	return quoted[1:len(quoted)-1] + cut
}
