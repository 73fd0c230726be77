package export

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// piece is a part of a text that no line end may halve: a word, or one wide
// character, beside which a line may end anywhere.
type piece struct {
	text  string
	width int  // in cells
	apart bool // a space stands before it
}

// wrap sets a text in lines of at most width cells. A word that is longer than
// a line is cut between two characters as readers see them. There are no lines
// in an empty text.
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

// pieces takes a text apart, without what would steer a terminal.
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

// printable gives the text with a blank for each control character, and none
// of the bytes that are no text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// blank tells where a line may end. A no-break space is none.
func blank(r rune) bool { return r == ' ' || r == '\u2028' || r == '\u2029' }
