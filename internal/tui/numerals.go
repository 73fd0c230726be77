package tui

import "strings"

// numeralHeight is the number of rows that a large figure takes.
const numeralHeight = 3

// pixels are characters of five rows, two of which share a row of the screen.
var pixels = map[rune][5]string{
	'0':  {"###", "# #", "# #", "# #", "###"},
	'1':  {" # ", "## ", " # ", " # ", "###"},
	'2':  {"###", "  #", "###", "#  ", "###"},
	'3':  {"###", "  #", "###", "  #", "###"},
	'4':  {"# #", "# #", "###", "  #", "  #"},
	'5':  {"###", "#  ", "###", "  #", "###"},
	'6':  {"###", "#  ", "###", "# #", "###"},
	'7':  {"###", "  #", "  #", "  #", "  #"},
	'8':  {"###", "# #", "###", "# #", "###"},
	'9':  {"###", "# #", "###", "  #", "###"},
	'%':  {"# #", "  #", " # ", "#  ", "# #"},
	'+':  {"   ", " # ", "###", " # ", "   "},
	'-':  {"   ", "   ", "###", "   ", "   "},
	'−':  {"   ", "   ", "###", "   ", "   "},
	'.':  {" ", " ", " ", " ", "#"},
	',':  {"  ", "  ", "  ", " #", "# "},
	':':  {" ", "#", " ", "#", " "},
	'/':  {"  #", "  #", " # ", "#  ", "#  "},
	'×':  {"   ", "# #", " # ", "# #", "   "},
	'x':  {"   ", "# #", " # ", "# #", "   "},
	'<':  {"  #", " # ", "#  ", " # ", "  #"},
	'>':  {"#  ", " # ", "  #", " # ", "#  "},
	'$':  {" ##", "## ", "###", " ##", "## "},
	'€':  {" ##", "## ", "#  ", "## ", " ##"},
	'A':  {"###", "# #", "###", "# #", "# #"},
	'B':  {"## ", "# #", "## ", "# #", "## "},
	'C':  {"###", "#  ", "#  ", "#  ", "###"},
	'D':  {"## ", "# #", "# #", "# #", "## "},
	'E':  {"###", "#  ", "## ", "#  ", "###"},
	'F':  {"###", "#  ", "## ", "#  ", "#  "},
	'G':  {"###", "#  ", "# #", "# #", "###"},
	'H':  {"# #", "# #", "###", "# #", "# #"},
	'I':  {"#", "#", "#", "#", "#"},
	'J':  {"  #", "  #", "  #", "# #", "###"},
	'K':  {"# #", "# #", "## ", "# #", "# #"},
	'L':  {"#  ", "#  ", "#  ", "#  ", "###"},
	'M':  {"#   #", "## ##", "# # #", "#   #", "#   #"},
	'N':  {"#  #", "## #", "# ##", "#  #", "#  #"},
	'O':  {"###", "# #", "# #", "# #", "###"},
	'P':  {"###", "# #", "###", "#  ", "#  "},
	'Q':  {"###", "# #", "# #", "###", "  #"},
	'R':  {"## ", "# #", "## ", "# #", "# #"},
	'S':  {"###", "#  ", "###", "  #", "###"},
	'T':  {"###", " # ", " # ", " # ", " # "},
	'U':  {"# #", "# #", "# #", "# #", "###"},
	'V':  {"# #", "# #", "# #", "# #", " # "},
	'W':  {"#   #", "#   #", "# # #", "## ##", "#   #"},
	'X':  {"# #", "# #", " # ", "# #", "# #"},
	'Y':  {"# #", "# #", " # ", " # ", " # "},
	'Z':  {"###", "  #", " # ", "#  ", "###"},
	'\'': {"#", "#", " ", " ", " "},
	'k':  {"# #", "# #", "## ", "# #", "# #"},
	's':  {"   ", "###", "#  ", " ##", "###"},
	' ':  {" ", " ", " ", " ", " "},
}

// numeral draws a figure large, in half blocks. It returns nil for ASCII, where a
// character has no drawing, and where the figure is wider than width.
func (g glyphs) numeral(s string, width int) []string {
	if g.ascii || s == "" {
		return nil
	}
	var rows [6]strings.Builder
	for i, r := range []rune(s) {
		p, ok := pixels[r]
		if !ok {
			return nil
		}
		for y := range rows {
			if i > 0 {
				rows[y].WriteByte(' ')
			}
			if y < len(p) {
				rows[y].WriteString(p[y])
			} else {
				rows[y].WriteString(strings.Repeat(" ", len(p[0])))
			}
		}
	}
	if rows[0].Len() > width {
		return nil
	}
	out := make([]string, numeralHeight)
	for y := range out {
		out[y] = halfBlocks(rows[2*y].String(), rows[2*y+1].String())
	}
	return out
}

func halfBlocks(upper, lower string) string {
	var b strings.Builder
	for i := range len(upper) {
		switch {
		case upper[i] == '#' && lower[i] == '#':
			b.WriteRune('█')
		case upper[i] == '#':
			b.WriteRune('▀')
		case lower[i] == '#':
			b.WriteRune('▄')
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
