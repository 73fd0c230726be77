// Package cells measures text in terminal cells, and aligns columns by it.
//
// Terminals disagree. Some add up the widths of characters (wcwidth), others measure the characters that are shown
// as one. A heart with a variation selector takes one cell in the first kind and two in the second; a Devanagari
// syllable takes two or three cells in the first kind and one in the second. So every cluster gets the larger of
// the two widths, and package terminal blanks the cells that the cluster leaves free.
package cells

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/width"
)

// Width returns the number of cells that a text without escape sequences takes.
func Width(s string) int {
	n := 0
	for _, r := range s {
		if !isOneCell(r) {
			return clustersWidth(s)
		}
		n++
	}
	return n
}

func clustersWidth(s string) int {
	n := 0
	for len(s) > 0 {
		cluster, w := First(s)
		n += w
		s = s[len(cluster):]
	}
	return n
}

// First returns the first grapheme cluster of a text, which must not be empty, and the number of cells that it takes.
func First(s string) (cluster string, n int) {
	if r, size := utf8.DecodeRuneInString(s); isOneCell(r) {
		if next, _ := utf8.DecodeRuneInString(s[size:]); size == len(s) || isOneCell(next) {
			return s[:size], 1
		}
	}
	cluster, n = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	cluster = s[:max(len(cluster), 1)]
	if utf8.RuneCountInString(cluster) > 1 {
		_, sum := ansi.FirstGraphemeCluster(cluster, ansi.WcWidth)
		n = max(n, sum)
	}
	return cluster, n
}

// IsCertain reports whether all terminals agree on the width of a cluster.
func IsCertain(cluster string) bool {
	const firstEmoji, lastEmoji = 0x1f000, 0x1ffff // new ones come every year, and terminals support them later
	r, n := utf8.DecodeRuneInString(cluster)
	return n == len(cluster) && (r < firstEmoji || r > lastEmoji)
}

// IsAmbiguous reports whether terminals can be configured to draw a cluster two cells wide, as is usual in East
// Asia: rules, arrows, bullets, and letters from old East Asian encodings.
func IsAmbiguous(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return width.LookupRune(r).Kind() == width.EastAsianAmbiguous
}

// isOneCell reports whether a character takes one cell beside any one-cell character. It knows only the most
// common ones, for which it avoids a slow lookup.
func isOneCell(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= ' '
	case r < 0x370:
		return r > 0xa0 && r != 0xad && r < 0x300 // not a combining mark
	default:
		return r < 0x483 && r != 0x378 && r != 0x379 || r >= 0x2010 && r < 0x2028 || r >= 0x2500 && r < 0x25a0
	}
}

// Table writes two columns. If a row is wider than most cells, its second column goes on a line of its own.
func Table(b *strings.Builder, rows [][2]string, most int) {
	first := 0
	for _, row := range rows {
		first = max(first, Width(row[0]))
	}
	for _, row := range rows {
		if 2+first+2+Width(row[1]) > most {
			fmt.Fprintf(b, "  %s\n      %s\n", row[0], row[1])
		} else {
			fmt.Fprintf(b, "  %s%*s%s\n", row[0], first-Width(row[0])+2, "", row[1])
		}
	}
}
