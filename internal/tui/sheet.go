package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/resume"
)

// Widths in cells, all of a page.
const (
	maxText     = 80 // text reads well up to here
	twoColumns  = 84 // from here on, there are two columns
	columnGap   = 4
	roomy       = 46 // from here on, figures are beside what they measure
	leastRuler  = 42 // from here on, a page of employments has a ruler
	bulletInset = 2
)

// sheet is a page that is being drawn. Fields are registered in the order of the
// document, whatever the layout, so that a field has the same number at every width.
type sheet struct {
	glyphs    *glyphs
	doc       *document
	key       pageKey
	fields    []field
	entries   int
	named     int   // the field that names what is being drawn; 0 for none
	employers []int // if there is a ruler, the field that names each employment
	nameWidth int   // of the widest name beside tags, so that all tags on a page align
	wide      int   // the width of the block that is being drawn, in cells
	width     int   // the width of its text, in cells
}

// entry begins a new entry with its first field.
func (s *sheet) entry(text string) int {
	s.entries++
	return s.field("", text)
}

// field adds a field to the entry and returns its number; 0 for an empty text.
func (s *sheet) field(separator, text string) int {
	if text == "" {
		return 0
	}
	s.fields = append(s.fields, field{text: text, entry: s.entries, name: s.named, separator: separator})
	return len(s.fields)
}

// titleEntry begins an entry with a title.
func (s *sheet) titleEntry(text string, as style) span {
	name := span{text: text, style: as, field: s.entry(text)}
	s.markTitle(name)
	return name
}

// markTitle makes a span the title of its field, which begins with it.
func (s *sheet) markTitle(name span) {
	if name.field > 0 {
		s.fields[name.field-1].title = len(name.text)
	}
}

// draw lays out a section.
func (d *document) draw(key pageKey) *page {
	s, sec := &sheet{glyphs: key.glyphs, doc: d, key: key}, d.sections[key.section]
	s.nameWidth = widest(sec.Blocks, func(b resume.Block) int {
		return widest(tagEntries(b, d.marks), func(e resume.Entry) int { return textWidth(resume.Joined(" - ", e.Name, e.Detail)) })
	})
	var lines []line
	if !isTitlePage(sec) { // there, the name is the heading
		heading := line{s.titleEntry(sec.Heading, title)}
		if !key.narrow || sec.Heading != sec.Title { // a narrow window already has the title above the page
			lines = append(heading.wrap(key.width), nil)
		}
	}
	lines = append(lines, s.blocks(sec.Blocks, key.width)...)
	return &page{lines: lines, fields: s.fields, employers: s.employers}
}

// isTitlePage reports whether a section only says who this is.
func isTitlePage(s resume.Section) bool {
	return len(s.Blocks) == 1 && s.Blocks[0].Kind == resume.KindBasics
}

// blocks sets blocks beneath each other; if there is room, lists, but no kind that may be wide, in two even columns.
func (s *sheet) blocks(blocks []resume.Block, width int) []line {
	var out []line
	for len(blocks) > 0 {
		run := 0
		for width >= twoColumns && run < len(blocks) && (blocks[run].Kind == resume.KindList || blocks[run].Kind == resume.KindNumbered) {
			run++
		}
		if run < 2 {
			out, blocks = joinBlocks(out, s.block(blocks[0], width)), blocks[1:]
			continue
		}
		column := (width - columnGap) / 2
		drawn := each(blocks[:run], func(b resume.Block) []line { return s.block(b, column) })
		left, right := balance(drawn)
		out, blocks = joinBlocks(out, beside(left, right, column+columnGap)), blocks[run:]
	}
	return out
}

// joinBlocks sets blocks beneath each other with a blank line between them.
func joinBlocks(blocks ...[]line) []line { return joinApart(1, blocks...) }

// joinApart sets blocks beneath each other with gap blank lines between them.
func joinApart(gap int, blocks ...[]line) []line {
	var out []line
	for _, b := range blocks {
		if len(out) > 0 && len(b) > 0 {
			out = append(out, make([]line, gap)...)
		}
		out = append(out, b...)
	}
	return out
}

// beside sets a column next to some lines, at a cell.
func beside(lines, column []line, at int) []line {
	lines = append(lines, make([]line, max(len(column)-len(lines), 0))...)
	for i, l := range column {
		if len(l) > 0 {
			lines[i] = append(lines[i].pad(at), l...)
		}
	}
	return lines
}

// balance splits the blocks, in order, into two columns that are as even as possible.
func balance(blocks [][]line) (left, right []line) {
	best := -1
	for split := 1; split < len(blocks); split++ {
		a, b := joinBlocks(blocks[:split]...), joinBlocks(blocks[split:]...)
		if h := max(len(a), len(b)); best < 0 || h < best {
			best, left, right = h, a, b
		}
	}
	return left, right
}

// wrapEvenly breaks spans like wrap, but makes two lines about equally long.
func wrapEvenly(l line, width int) []line {
	out := l.wrap(width)
	if len(out) != 2 {
		return out
	}
	for w := max((l.width()+1)/2, longestWord(l.text())); w < width; w++ { // no word is broken
		if even := l.wrap(w); len(even) == 2 {
			return even
		}
	}
	return out
}

// longestWord returns the width of the longest unbreakable word of a text.
func longestWord(text string) int {
	breakable := func(word string) bool { return strings.ContainsFunc(word, linebreak.IsEastAsian) }
	return widest(slices.DeleteFunc(strings.Fields(text), breakable), textWidth)
}

// textColumns returns how many columns of text there are.
func (s *sheet) textColumns() int {
	return either(s.wide >= twoColumns, 2, 1)
}

// grid draws entries in columns, row by row, with blank lines between the rows.
func grid[T any](s *sheet, columns int, entries []T, draw func(T) []line) []line {
	defer func(width int) { s.width = width }(s.width)
	s.width = min((s.wide-(columns-1)*columnGap)/columns, maxText)
	var out []line
	for entries := range slices.Chunk(entries, columns) {
		var row []line
		for i, entry := range entries {
			row = beside(row, draw(entry), i*(s.width+columnGap))
		}
		out = joinBlocks(out, row)
	}
	return out
}

// hang sets a text with a hanging indent of inset cells, which holds a mark.
func hang(mark line, inset int, text line, width int) []line {
	return indent(mark, inset, text.wrap(width-inset))
}

// indent puts a mark before the first line, and blanks before the others.
func indent(mark line, inset int, lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = append(mark.pad(inset), l...)
		mark = nil
	}
	return out
}

// block draws a block with its title. The sheet is the resume.Renderer.
func (s *sheet) block(b resume.Block, width int) []line {
	s.wide, s.width, s.named = width, min(width, maxText), 0
	head := s.separated(line{s.titleEntry(b.Title, heading)})
	return append(head, resume.Render[[]line](s, b)...) // with the type, the compiler names a missing method
}
