package export

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// piece is a part of a text inside which no line may end: a word, or one wide
// character.
type piece struct {
	text  string
	width int  // in cells
	apart bool // a space is before it
}

// wrap breaks a text into lines of at most width cells. A word that is longer than
// a line is cut between two grapheme clusters. An empty text has no lines.
func wrap(s string, width int) []string {
	var out []string
	var line strings.Builder
	used := 0
	end := func() {
		if l := strings.TrimRightFunc(line.String(), unicode.IsSpace); l != "" {
			out = append(out, l)
		}
		line.Reset()
		used = 0
	}
	for _, p := range pieces(s) {
		switch {
		case used == 0:
		case p.apart && used+1+p.width <= width:
			line.WriteByte(' ')
			used++
		case p.apart || used+p.width > width:
			end()
		}
		for p.width > width {
			head := ansi.Truncate(p.text, width, "")
			line.WriteString(head)
			end()
			p.text = p.text[len(head):]
			p.width = ansi.StringWidth(p.text)
		}
		line.WriteString(p.text)
		used += p.width
	}
	end()
	return out
}

// pieces splits a text, without what would control a terminal.
func pieces(s string) []piece {
	var out []piece
	for word := range strings.FieldsFuncSeq(printable(s), blank) {
		apart, from, at := true, 0, 0
		put := func(to int) {
			if from < to {
				out = append(out, piece{word[from:to], ansi.StringWidth(word[from:to]), apart})
				apart, from = false, to
			}
		}
		for at < len(word) {
			cluster, width := ansi.FirstGraphemeCluster(word[at:], ansi.GraphemeWidth)
			if width > 1 {
				put(at)
			}
			at += len(cluster)
			if width > 1 {
				put(at)
			}
		}
		put(at)
	}
	return out
}

// printable returns a text with a space for each control character and a
// replacement character for what is not UTF-8.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// blank reports whether a line may end at a character. A no-break space is none.
func blank(r rune) bool { return r == ' ' || r == '\u2028' || r == '\u2029' }
