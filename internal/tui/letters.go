package tui

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Large letters are drawn in quadrant blocks: a cell holds two by two pixels, and a
// letter is six pixels high. Upright strokes are two pixels wide and others one
// high, which looks alike, as cells are twice as high as wide. Accents take a row
// above the letters, or below.

// letterRows is the number of rows that a line of large letters takes without
// accents.
const letterRows = 3

// letterPixels are the six rows of each letter, from A to Z as in a name in
// capitals; letters of other scripts that look the same are in lookalikes.
var letterPixels = map[rune]string{
	'A': "  ###  / ## ## /##   ##/#######/##   ##/##   ##",
	'B': "###### /##   ##/###### /##   ##/##   ##/###### ",
	'C': " ######/##     /##     /##     /##     / ######",
	'D': "###### /##   ##/##   ##/##   ##/##   ##/###### ",
	'E': "#######/##     /###### /##     /##     /#######",
	'F': "#######/##     /###### /##     /##     /##     ",
	'G': " ######/##     /##  ###/##   ##/##   ##/ ######",
	'H': "##   ##/##   ##/#######/##   ##/##   ##/##   ##",
	'I': "##/##/##/##/##/##",
	'J': "     ##/     ##/     ##/     ##/##   ##/ ##### ",
	'K': "##   ##/##  ## /#####  /##  ## /##   ##/##   ##",
	'L': "##     /##     /##     /##     /##     /#######",
	'M': "##     ##/###   ###/#### ####/## ### ##/##  #  ##/##     ##",
	'N': "##   ##/###  ##/#### ##/## ####/##  ###/##   ##",
	'O': " ##### /##   ##/##   ##/##   ##/##   ##/ ##### ",
	'P': "###### /##   ##/##   ##/###### /##     /##     ",
	'Q': " ##### /##   ##/##   ##/## # ##/##  ## / ### ##",
	'R': "###### /##   ##/##   ##/###### /##  ## /##   ##",
	'S': " ######/##     / ##### /     ##/     ##/###### ",
	'T': "########/   ##   /   ##   /   ##   /   ##   /   ##   ",
	'U': "##   ##/##   ##/##   ##/##   ##/##   ##/ ##### ",
	'V': "##   ##/##   ##/##   ##/ ## ## / ## ## /  ###  ",
	'W': "##     ##/##     ##/##  #  ##/## ### ##/#### ####/ ##   ## ",
	'X': "##   ##/ ## ## /  ###  /  ###  / ## ## /##   ##",
	'Y': "##    ##/ ##  ## /  ####  /   ##   /   ##   /   ##   ",
	'Z': "#######/    ## /   ##  /  ##   / ##    /#######",
	'Æ': "  #########/ ## ##     /##  ###### /#######    /##  ##     /##  #######",
	'Œ': " ##########/##   ##    /##   ##### /##   ##    /##   ##    / ##########",
	'Ø': " ##### #/##   ## /##  ### /## # ## /###  ## /# ##### ",
	'Đ': " ###### / ##   ##/####  ##/ ##   ##/ ##   ##/ ###### ",
	'Ł': " ##     / ##     / ## #   / ###    /####    / #######",
	'Þ': "##     /###### /##   ##/##   ##/###### /##     ",
	'ẞ': " ##### /##   ##/##  ## /##   ##/##   ##/## ### ",
	'Ħ': " ##   ## /#########/ ##   ## / ####### / ##   ## / ##   ## ",

	'Γ': "#######/##     /##     /##     /##     /##     ",
	'Δ': "   ##   /  ####  / ##  ## / ##  ## /##    ##/########",
	'Θ': " ##### /##   ##/## # ##/## # ##/##   ##/ ##### ",
	'Λ': "   ##   /  ####  / ##  ## / ##  ## /##    ##/##    ##",
	'Ξ': "#######/       / ##### /       /       /#######",
	'Π': "#######/##   ##/##   ##/##   ##/##   ##/##   ##",
	'Σ': "#######/ ##    /  ##   /  ##   / ##    /#######",
	'Φ': "   ##   / ###### /## ## ##/## ## ##/ ###### /   ##   ",
	'Ψ': "## ## ##/## ## ##/## ## ##/ ###### /   ##   /   ##   ",
	'Ω': " ##### /##   ##/##   ##/##   ##/ ## ## /### ###",

	'Б': "###### /##     /###### /##   ##/##   ##/###### ",
	'Д': "  #####  /  ## ##  /  ## ##  / ##  ##  /#########/##     ##",
	'Ж': "## ## ##/ ##### #/  ####  /  ####  / ###### /## ## ##",
	'З': "###### /     ##/  #### /     ##/     ##/###### ",
	'И': "##   ##/##  ###/## ####/#### ##/###  ##/##   ##",
	'Л': "  #####/ ##  ##/ ##  ##/##   ##/##   ##/##   ##",
	'У': "##   ##/##   ##/ ######/     ##/     ##/ ##### ",
	'Ц': "##   ## /##   ## /##   ## /##   ## /########/      ##",
	'Ч': "##   ##/##   ##/ ######/     ##/     ##/     ##",
	'Ш': "## ## ##/## ## ##/## ## ##/## ## ##/## ## ##/########",
	'Щ': "## ## ## /## ## ## /## ## ## /## ## ## /#########/       ##",
	'Ъ': "###     / ##     / ###### / ##   ##/ ##   ##/ ###### ",
	'Ы': "##      ##/##      ##/#####   ##/##  ##  ##/##  ##  ##/#####   ##",
	'Ь': "##     /##     /###### /##   ##/##   ##/###### ",
	'Э': "###### /     ##/  #####/     ##/     ##/###### ",
	'Ю': "##  ##### /## ##   ##/#####   ##/## ##   ##/## ##   ##/##  ##### ",
	'Я': " ######/##   ##/##   ##/ ######/ ##  ##/##   ##",
	'Є': " ######/##     /#####  /##     /##     / ######",
	'Ђ': "####### /  ##    /  ##### /  ##  ##/  ##  ##/  ## ## ",
	'Љ': "  ####    / ## ##    / ## ##### / ## ##  ##/##  ##  ##/##  ##### ",
	'Њ': "##  ##    /##  ##    /######### /##  ##  ##/##  ##  ##/##  ##### ",
	'Ћ': "####### /  ##    /  ##### /  ##  ##/  ##  ##/  ##  ##",
	'Џ': "##   ##/##   ##/##   ##/##   ##/#######/   ##  ",

	'0': " ##### /##   ##/##   ##/##   ##/##   ##/ ##### ",
	'1': " ##/###/ ##/ ##/ ##/ ##",
	'2': " ##### /##   ##/    ## /  ##   /##     /#######",
	'3': " ##### /##   ##/   ### /     ##/##   ##/ ##### ",
	'4': "    ## /  #### / ## ## /##  ## /#######/    ## ",
	'5': "#######/##     /###### /     ##/##   ##/ ##### ",
	'6': " ##### /##     /###### /##   ##/##   ##/ ##### ",
	'7': "#######/    ## /   ##  /  ##   /  ##   /  ##   ",
	'8': " ##### /##   ##/ ##### /##   ##/##   ##/ ##### ",
	'9': " ##### /##   ##/##   ##/ ######/     ##/ ##### ",

	'+':  "      /      /  ##  /######/  ##  /      ",
	'-':  "      /      /      /######/      /      ",
	'%':  "##   ##/##  ## /   ##  /  ##   / ##  ##/##   ##",
	'×':  "      /##  ##/ #### / #### /##  ##/      ",
	'.':  "  /  /  /  /  /##",
	',':  "  /  /  /  /##/# ",
	':':  "  /##/  /  /##/  ",
	'/':  "     ##/    ## /   ##  /  ##   / ##    /##     ",
	'<':  "   ##/  ## / ##  / ##  /  ## /   ##",
	'>':  "##   / ##  /  ## /  ## / ##  /##   ",
	'~':  "        /        / ###  ##/##  ### /        /        ",
	'$':  "   ##   / #######/## ##   / ###### /   ## ##/####### ",
	'€':  "  ######/ ##     /#####   / ##     /#####   /  ######",
	'£':  "  #### / ##  ##/#####  / ##    / ##    /#######",
	'¥':  "##    ##/ ##  ## /  ####  / ###### /   ##   /   ##   ",
	'&':  " ####   /##  ##  / ###    /## ## ##/##  ### / ### ###",
	'\'': "##/ #/  /  /  /  ",
	'!':  "##/##/##/##/  /##",
	'?':  " ##### /##   ##/   ### /   ##  /       /   ##  ",
	'(':  "  ##/ ## /##  /##  / ## /  ##",
	')':  "##  / ## /  ##/  ##/ ## /##  ",
	'#':  " ## ## /#######/ ## ## / ## ## /#######/ ## ## ",
	'=':  "      /      /######/      /######/      ",
	' ':  "  /  /  /  /  /  ",
}

// lookalikes are drawn as other letters.
var lookalikes = map[rune]rune{
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'А': 'A', 'В': 'B', 'Г': 'Γ', 'Ґ': 'Γ', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'П': 'Π', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Ф': 'Φ', 'Х': 'X',
	'І': 'I', 'Ј': 'J', 'Ѕ': 'S', 'Ð': 'Đ', '−': '-', '–': '-', '—': '-', '‐': '-', '‑': '-', '’': '\'', '\u00a0': ' ', 'ı': 'I',
}

// accents are two rows of pixels above a letter, seven wide, by combining mark.
var accents = map[rune]string{
	'\u0300': "  ##   /       ", // grave
	'\u0301': "    ## /       ", // acute
	'\u0302': "  ###  / ##  ##",
	'\u0303': " ###  #/#  ### ",
	'\u0304': " ##### /       ",
	'\u0306': "##   ##/ ##### ",
	'\u0307': "   ##  /       ",
	'\u0308': " ## ## /       ",
	'\u030a': "  ###  /  # #  ",
	'\u030b': "  ## ##/       ",
	'\u030c': " ##  ##/  ###  ",
	'\u0312': "   ##  /  ##   ", // a comma above, as in ģ
}

// accentsBelow stand beneath a letter.
var accentsBelow = map[rune]string{
	'\u0323': "       /   ##  ",
	'\u0326': "   ##  /  ##   ",
	'\u0327': "   ##  /  ##   ",
	'\u0328': "    ## /    ###",
}

// glyph is a large letter with its accents.
type glyph struct{ above, body, below []string }

// widen makes a narrow letter as wide as an accent.
func (g *glyph) widen() {
	for i, row := range g.body {
		if len(row) < len("     ") {
			g.body[i] = "  " + row + strings.Repeat(" ", 5-len(row))
		}
	}
}

// glyphsOf returns the drawings of a text in capitals; false where a character has
// none.
func glyphsOf(text string) ([]glyph, bool) {
	var all []glyph
	greek := false
	for _, r := range norm.NFD.String(strings.ToUpper(strings.ReplaceAll(text, "ß", "ẞ"))) {
		if unicode.Is(unicode.Mn, r) {
			if len(all) == 0 || greek {
				continue // capitals of Greek have no accents
			}
			last := &all[len(all)-1]
			if rows, ok := accents[r]; ok {
				last.above = strings.Split(rows, "/")
				last.widen()
			} else if rows, ok := accentsBelow[r]; ok {
				last.below = strings.Split(rows, "/")
			} else {
				return nil, false
			}
			continue
		}
		greek = unicode.Is(unicode.Greek, r)
		if other, ok := lookalikes[r]; ok {
			r = other
		}
		rows, ok := letterPixels[r]
		if !ok {
			return nil, false
		}
		all = append(all, glyph{body: strings.Split(rows, "/")})
	}
	return all, len(all) > 0
}

// letters draws a text large. It returns nil for ASCII, where a character has no
// drawing, and where the text is wider than width.
func (g *glyphs) letters(text string, width int) []string {
	if g.ascii {
		return nil
	}
	all, ok := glyphsOf(text)
	if !ok {
		return nil
	}
	above, below := false, false
	for _, l := range all {
		above, below = above || l.above != nil, below || l.below != nil
	}
	odd := 0
	if g.halfBlocks {
		odd = 1
	}
	var rows []string
	if above {
		rows = append(rows, pixelRow(all, 0, odd, func(l glyph) []string { return l.above }), pixelRow(all, 1, odd, func(l glyph) []string { return l.above }))
	}
	for y := range 2 * letterRows {
		rows = append(rows, pixelRow(all, y, odd, func(l glyph) []string { return l.body }))
	}
	if below {
		rows = append(rows, pixelRow(all, 0, odd, func(l glyph) []string { return l.below }), pixelRow(all, 1, odd, func(l glyph) []string { return l.below }))
	}
	draw := quadrants
	if g.halfBlocks { // a pixel a cell: every other column
		for y, row := range rows {
			rows[y] = everyOther(row)
		}
		draw = halfBlocks
	}
	if textWidth(draw(rows[0], rows[1])) > width {
		return nil
	}
	out := make([]string, len(rows)/2)
	for y := range out {
		out[y] = strings.TrimRight(draw(rows[2*y], rows[2*y+1]), " ")
	}
	return out
}

// everyOther returns the columns of a row of letters that are drawn in half blocks.
func everyOther(row string) string {
	out := make([]byte, 0, len(row)/2)
	for x := 0; x < len(row); x += 2 {
		out = append(out, row[x])
	}
	return string(out)
}

// pixelRow is row y of a part of all letters. Odd is 1 if each is to take an even
// number of columns.
func pixelRow(all []glyph, y, odd int, part func(glyph) []string) string {
	var b strings.Builder
	for i, l := range all {
		width := 0
		for _, row := range l.body {
			width = max(width, len(row))
		}
		row := ""
		if rows := part(l); rows != nil {
			row = rows[y]
		}
		if len(row) > width {
			row = row[:width]
		} else if len(row) < width {
			row = strings.Repeat(" ", (width-len(row))/2) + row
		}
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(row + strings.Repeat(" ", width-len(row)+width%2*odd))
	}
	if b.Len()%2 == 1 {
		b.WriteByte(' ')
	}
	return b.String()
}

// quadrantRunes are by which pixels are set: upper left 1, upper right 2, lower left
// 4, lower right 8.
var quadrantRunes = []rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

func quadrants(upper, lower string) string {
	var b strings.Builder
	set := func(row string, at, bit int) int {
		if row[at] == '#' {
			return bit
		}
		return 0
	}
	for x := 0; x+1 < len(upper); x += 2 {
		b.WriteRune(quadrantRunes[set(upper, x, 1)|set(upper, x+1, 2)|set(lower, x, 4)|set(lower, x+1, 8)])
	}
	return b.String()
}

// halfBlocks draws two rows of pixels in one, a pixel a cell.
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

// figureParts splits the value of a figure into what is drawn large and a unit, which
// stands after it as text: "2" and " s", "12" and "ms". A figure without digits has no
// large part.
func figureParts(value string) (large, unit string) {
	if i := strings.IndexAny(value, " \u00a0"); i >= 0 {
		large, unit = value[:i], value[i:]
	} else {
		large = strings.TrimRightFunc(value, unicode.IsLower)
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
