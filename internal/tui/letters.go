package tui

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ssh-resume/internal/linebreak"
)

// Large letters are drawn in quadrant blocks: a cell has two by two pixels. Accents take a row above or below.

// letterRows is the number of rows that a line of large letters takes without accents.
const letterRows = 3

//go:embed letters.txt
var lettersFile string

// drawings returns the drawings in letters.txt: the rows of pixels of letters and accents.
var drawings = sync.OnceValue(func() map[rune][]string {
	all := map[rune][]string{}
	for drawing := range strings.SplitSeq(lettersFile, "\n\n") {
		head, body, _ := strings.Cut(strings.TrimSpace(drawing), "\n")
		if strings.HasPrefix(head, "# ") {
			continue
		}
		names, _, _ := strings.Cut(head, " (") // the name of an accent
		for name := range strings.FieldsSeq(names) {
			r, size := utf8.DecodeRuneInString(name)
			if code, err := strconv.ParseInt(strings.TrimPrefix(name, "U+"), 16, 32); err == nil && size < len(name) {
				r = rune(code)
			}
			all[r] = strings.Split(strings.ReplaceAll(body, ".", " "), "\n")
		}
	}
	return all
})

// glyph is a large letter with its accents.
type glyph struct{ above, body, below []string }

// glyphsOf returns the drawings of a text in capitals; nil if a character has none.
func glyphsOf(text string) (all []glyph) {
	base, none := ' ', []string{"", ""}
	for _, r := range norm.NFD.String(strings.ToUpper(strings.ReplaceAll(text, "ß", "ẞ"))) {
		drawing := drawings()[r]
		if !unicode.Is(unicode.Mn, r) {
			if drawing == nil {
				return nil
			}
			base, all = r, append(all, glyph{none, drawing, none})
			continue
		}
		if len(all) == 0 || unicode.Is(unicode.Greek, base) { // Greek capitals have no accents
			continue
		}
		last, composed := &all[len(all)-1], []rune(norm.NFC.String(string([]rune{base, r})))
		const above = 230 // the combining class
		switch {
		case len(composed) == 1 && drawings()[composed[0]] != nil:
			last.body = drawings()[composed[0]]
		case drawing == nil:
			return nil
		case norm.NFD.PropertiesString(string(r)).CCC() != above:
			last.below = drawing
		case last.above[0] != "": // Vietnamese letters can have two
			last.above = []string{last.above[0] + " " + drawing[0], last.above[1] + " " + drawing[1]}
		default:
			last.above = drawing
		}
	}
	return all
}

// pixels sets letters next to each other, each in a multiple of a number of columns.
func pixels(all []glyph, multiple int) []string {
	rows := make([]string, 2+2*letterRows+2)
	for i, g := range all {
		body, width := g.body, max(len(g.above[0]), len(g.body[0]), len(g.below[0]))
		if strings.TrimSpace(g.above[1]) != "" { // it would touch the letter, which loses the row before its last
			body = slices.Concat([]string{""}, body[:2*letterRows-2], body[2*letterRows-1:])
		}
		for y, row := range slices.Concat(g.above, body, g.below) {
			if i > 0 {
				rows[y] += "  "
			}
			left := (width - len(row)) / 2
			rows[y] += strings.Repeat(" ", left) + row + strings.Repeat(" ", width-left-len(row)+width%multiple)
		}
	}
	if strings.TrimSpace(rows[0]+rows[1]) == "" {
		rows = rows[2:]
	}
	if last := len(rows) - 2; strings.TrimSpace(rows[last]+rows[last+1]) == "" {
		rows = rows[:last]
	}
	return rows
}

// letters draws a text in large letters; nil if the terminal or a character has none, or it is wider than width.
func (g *glyphs) letters(text string, width int) []string {
	if g.noBlocks {
		return nil
	}
	all := glyphsOf(text)
	if len(all) == 0 {
		return nil
	}
	multiple, right := 1, 1
	if g.halfBlocks { // half blocks show only the left pixels of each cell
		multiple, right = 2, 0
	}
	rows := pixels(all, multiple)
	if (len(rows[0])+1)/2 > width {
		return nil
	}
	var out []string
	for y := 0; y < len(rows); y += 2 {
		upper, lower := rows[y]+" ", rows[y+1]+" "
		var row strings.Builder
		for x := 0; x+right < len(upper); x += 2 {
			quadrants := 0
			for i, pixel := range []byte{upper[x], upper[x+right], lower[x], lower[x+right]} {
				if pixel == '#' {
					quadrants |= 1 << i
				}
			}
			row.WriteRune(quadrantRunes[quadrants])
		}
		out = append(out, strings.TrimRight(row.String(), " "))
	}
	return out
}

// quadrantRunes are indexed by the pixels that are set: upper left 1, upper right 2, lower left 4, lower right 8.
var quadrantRunes = []rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

// figureParts splits the value of a figure into a part that is drawn large and a unit that follows as text: "2"
// and " s", "12" and "ms". A figure without digits has no large part.
func figureParts(value string) (large, unit string) {
	if i := strings.IndexAny(value, " \u00a0"); i >= 0 {
		large, unit = value[:i], value[i:]
	} else {
		large = strings.TrimRightFunc(value, func(r rune) bool { return unicode.IsLower(r) || linebreak.IsEastAsian(r) })
		unit = value[len(large):]
		if unit == "x" {
			large, unit = large+"×", ""
		}
	}
	if !strings.ContainsFunc(large, unicode.IsDigit) || strings.ContainsFunc(large, unicode.IsLower) || textWidth(unit) > 12 {
		return "", value
	}
	return large, unit
}
