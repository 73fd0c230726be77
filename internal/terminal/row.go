package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unique"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/cells"
)

// pen is the style and the link that text is drawn with.
type pen struct {
	style uv.Style
	link  uv.Link
}

// plainPen is the terminal's default.
var plainPen = unique.Make(pen{})

// cell is one cell of a row. All but the first cell of a wide character have no text.
type cell struct {
	text  string
	pen   unique.Handle[pen]
	width int  // in cells; 0 for all but the first cell of a wide character
	doubt bool // terminals disagree on its width
	wide  bool // this terminal draws it wider than it should be
}

// blankCell is a cell that nothing was drawn on.
var blankCell = cell{text: " ", pen: plainPen, width: 1}

// shown returns a pen in the colors that the terminal shows.
func (d *drawing) shown(p pen) unique.Handle[pen] {
	if p == (pen{}) {
		return plainPen
	}
	return unique.Make(pen{uv.ConvertStyle(p.style, d.screen.profile), uv.ConvertLink(p.link, d.screen.profile)})
}

// row appends the cells of a line to row, at most as many as the window is wide, and
// sets p to the pen at the end of the line. Control characters and sequences other
// than styles and links have no place in a view and are left out.
func (d *drawing) row(row []cell, line string, p *pen) []cell {
	shown, width := d.shown(*p), d.screen.width
	for x := 0; len(line) > 0; {
		b := line[0]
		switch {
		case b == ansi.ESC:
			line = line[d.escape(line, p):]
			shown = d.shown(*p)
		case b < ' ' || b == ansi.DEL:
			line = line[1:]
		case b < utf8.RuneSelf && (len(line) == 1 || line[1] < 0xc0):
			if x < width {
				row = append(row, cell{text: line[:1], pen: shown, width: 1})
			}
			line = line[1:]
			x++
		default:
			cluster, w := cells.First(line)
			line = line[len(cluster):]
			if x+w <= width {
				row = d.appendCluster(row, cluster, w, shown)
			} else { // only a part of a wide character fits
				for range width - x {
					row = append(row, cell{text: " ", pen: shown, width: 1})
				}
			}
			x += w
		}
	}
	return row
}

// appendCluster appends a grapheme cluster.
func (d *drawing) appendCluster(row []cell, cluster string, width int, pen unique.Handle[pen]) []cell {
	if first, _ := utf8.DecodeRuneInString(cluster); unicode.IsControl(first) {
		return row
	}
	if width == 0 { // a mark separated from its letter by an escape sequence
		for i := len(row) - 1; i >= 0; i-- {
			if row[i].width > 0 {
				row[i].text += cluster
				row[i].doubt = true
				break
			}
		}
		return row
	}
	row = append(row, cell{cluster, pen, width, !cells.IsCertain(cluster), d.screen.wide && cells.IsAmbiguous(cluster)})
	for range width - 1 {
		row = append(row, cell{pen: pen})
	}
	return row
}

// escape applies the escape sequence at the start of the line to the pen and returns its length.
func (d *drawing) escape(line string, p *pen) int {
	sequence, _, n, _ := ansi.DecodeSequence(line, ansi.NormalState, d.parser)
	switch {
	case ansi.HasCsiPrefix(sequence) && d.parser.Command() == 'm':
		uv.ReadStyle(d.parser.Params(), &p.style)
	case ansi.HasOscPrefix(sequence) && d.parser.Command() == 8:
		uv.ReadLink(d.parser.Data(), &p.link)
	}
	return max(n, 1)
}

// skipLine applies the escape sequences of a line that is not drawn.
func (d *drawing) skipLine(line string, p *pen) {
	for i := strings.IndexByte(line, ansi.ESC); i >= 0; i = strings.IndexByte(line, ansi.ESC) {
		line = line[i:]
		line = line[d.escape(line, p):]
	}
}
