package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// Widths in cells, all of a page.
const (
	maxText     = 80 // text reads well up to here
	twoColumns  = 84 // from here on there are two columns
	columnGap   = 4
	roomy       = 46 // from here on figures stand beside what they measure
	bulletInset = 2
)

// sheet is a page that is being drawn for one width. Fields are registered in the
// order of the document, whatever the layout, so that a field has the same number
// at every width.
type sheet struct {
	*glyphs
	doc       *document
	key       pageKey
	fields    []field
	entries   int
	named     int   // the field that names what is being drawn; 0 for none
	employers []int // under a ruler, the field that names each employment
	names     int   // width of the widest name beside tags, so that all tags of a page align
	width     int   // for the block that is being drawn
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
	s.fields = append(s.fields, field{text, s.entries, s.named, separator})
	return len(s.fields)
}

// draw lays out a section.
func (d *document) draw(key pageKey) *page {
	s, sec, width := &sheet{glyphs: d.glyphs, doc: d, key: key}, d.sections[key.section], key.width
	s.names = widestName(sec.Blocks)
	if isTitlePage(sec) { // the name is its heading
		lines := s.block(sec.Blocks[0], width)
		return &page{lines: lines, fields: s.fields}
	}
	heading := line{{text: sec.Heading, style: title, field: s.entry(sec.Heading)}}
	body := s.blocks(sec.Blocks, width)
	pg := &page{fields: s.fields, employers: s.employers}
	// A narrow window has the section's title above the page already.
	if !key.narrow || sec.Heading != sec.Title {
		pg.lines = append(wrap(heading, width, width), nil)
	}
	pg.lines = append(pg.lines, body...)
	return pg
}

// isTitlePage reports whether a section says who this is, and nothing else.
func isTitlePage(s resume.Section) bool {
	return len(s.Blocks) == 1 && s.Blocks[0].Kind == resume.KindBasics
}

func widestName(blocks []resume.Block) int {
	widest := 0
	for _, b := range blocks {
		for _, e := range tagEntries(b) {
			n := textWidth(e.Name)
			if e.Detail != "" {
				n += 3 + textWidth(e.Detail)
			}
			widest = max(widest, n)
		}
	}
	return widest
}

// blocks sets the blocks beneath each other or, where there is room, those of
// text in two columns of about one height.
func (s *sheet) blocks(blocks []resume.Block, width int) []line {
	if width < twoColumns {
		return s.stack(blocks, min(width, maxText))
	}
	run := 0
	for run < len(blocks) && inColumns(blocks[run].Kind) {
		run++
	}
	if run < 2 {
		if len(blocks) == 0 {
			return nil
		}
		first := s.block(blocks[0], width)
		return joinBlocks(first, s.blocks(blocks[1:], width))
	}
	column := (width - columnGap) / 2
	drawn := make([][]line, run)
	for i := range run {
		drawn[i] = s.block(blocks[i], column)
	}
	left, right := balance(drawn)
	return joinBlocks(sideBySide(left, right, column+columnGap), s.blocks(blocks[run:], width))
}

func inColumns(k resume.Kind) bool {
	switch k {
	case resume.KindList, resume.KindNumbered:
		return true
	}
	return false
}

func (s *sheet) stack(blocks []resume.Block, width int) []line {
	var out []line
	for _, b := range blocks {
		out = joinBlocks(out, s.block(b, width))
	}
	return out
}

// joinBlocks sets b beneath a with a blank line between them.
func joinBlocks(a, b []line) []line {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	return append(append(a, nil), b...)
}

// balance splits the blocks, in their order, into two columns as even as possible.
func balance(blocks [][]line) (left, right []line) {
	best := -1
	for split := 1; split < len(blocks); split++ {
		var a, b []line
		for i, block := range blocks {
			if i < split {
				a = joinBlocks(a, block)
			} else {
				b = joinBlocks(b, block)
			}
		}
		if h := max(len(a), len(b)); best < 0 || h < best {
			best, left, right = h, a, b
		}
	}
	return left, right
}

// balanced breaks spans as wrap does. Two lines are made about as long as each other.
func balanced(l line, width int) []line {
	out := wrap(l, width, width)
	if len(out) != 2 {
		return out
	}
	least := (l.width() + 1) / 2
	for _, s := range l {
		for word := range strings.FieldsSeq(s.text) {
			least = max(least, textWidth(word)) // none is broken
		}
	}
	for w := least; w < width; w++ {
		if even := wrap(l, w, w); len(even) == 2 {
			return even
		}
	}
	return out
}

// textColumns returns how many columns of text there are, and the width of each.
func textColumns(width int) (columns, column int) {
	if width >= twoColumns {
		return 2, (width - columnGap) / 2
	}
	return 1, min(width, maxText)
}

// sideBySide sets two columns next to each other, the second of which begins at a
// cell.
func sideBySide(left, right []line, at int) []line {
	out := make([]line, max(len(left), len(right)))
	for i := range out {
		var l line
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) && len(right[i]) > 0 {
			l = append(l.pad(at), right[i]...)
		}
		out[i] = l
	}
	return out
}

// grid sets entries in rows of n columns, with blank lines between the rows.
func grid(entries [][]line, n, column, apart int) []line {
	var out []line
	for i := 0; i < len(entries); i += n {
		row := entries[i]
		for j := 1; j < n && i+j < len(entries); j++ {
			left := row
			row = make([]line, max(len(left), len(entries[i+j])))
			at := j * (column + columnGap)
			for k := range row {
				if k < len(left) {
					row[k] = left[k]
				}
				if k < len(entries[i+j]) && len(entries[i+j][k]) > 0 {
					row[k] = append(row[k].pad(at), entries[i+j][k]...)
				}
			}
		}
		if i > 0 {
			out = append(out, make([]line, apart)...)
		}
		out = append(out, row...)
	}
	return out
}

// hang sets a text with a hanging indent of inset cells, in which a mark stands.
func hang(mark line, inset int, text line, width int) []line {
	return indent(mark, inset, wrap(text, width-inset, width-inset))
}

// indent puts a mark before the first of some lines, and blanks before the others.
func indent(mark line, inset int, lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = append(mark.pad(inset), l...)
		mark = nil
	}
	return out
}

func (s *sheet) block(b resume.Block, width int) []line {
	var head []line
	if b.Title != "" {
		head = wrap(line{{text: b.Title, style: heading, field: s.entry(b.Title)}}, width, width)
	}
	s.width, s.named = width, 0
	return append(head, resume.Render(s, b)...)
}

// The methods of resume.Renderer draw a block for s.width.
var _ resume.Renderer[[]line] = (*sheet)(nil)

// Basics draws the title page.
func (s *sheet) Basics(b resume.Block) []line { return s.profile(b.Basics, s.width) }

// Work draws employments, with a ruler above them.
func (s *sheet) Work(b resume.Block) []line { return s.employments(b.Work, s.width) }

// Projects draws results as large figures.
func (s *sheet) Projects(b resume.Block) []line { return s.projects(b.Projects, s.width) }

// Education draws what was studied.
func (s *sheet) Education(b resume.Block) []line { return s.records(b.Entries, s.width) }

// Certificates draws certificates, close to each other.
func (s *sheet) Certificates(b resume.Block) []line { return s.certificates(b.Entries, s.width) }

// Awards draws what was won.
func (s *sheet) Awards(b resume.Block) []line { return s.records(b.Entries, s.width) }

// Publications draws what was written.
func (s *sheet) Publications(b resume.Block) []line { return s.records(b.Entries, s.width) }

// Volunteer draws unpaid work.
func (s *sheet) Volunteer(b resume.Block) []line { return s.volunteer(b.Entries, s.width) }

// Languages draws names with how well each is spoken.
func (s *sheet) Languages(b resume.Block) []line { return s.pairs(b.Entries, s.width) }

// Interests draws names with tags.
func (s *sheet) Interests(b resume.Block) []line { return s.tagged(b.Entries, s.width) }

// References draws quotations with who said them.
func (s *sheet) References(b resume.Block) []line { return s.references(b.Entries, s.width) }

// Topics draws skills as names with what they cover.
func (s *sheet) Topics(b resume.Block) []line { return s.topics(b.Skills, s.width) }

// Tags draws skills, or items, as tags.
func (s *sheet) Tags(b resume.Block) []line { return s.tags(b, s.width) }

// Text draws paragraphs.
func (s *sheet) Text(b resume.Block) []line { return s.text(b.Text, s.width) }

// List draws items with bullets.
func (s *sheet) List(b resume.Block) []line { return s.list(b.Items, s.width) }

// Numbered draws steps.
func (s *sheet) Numbered(b resume.Block) []line { return s.numbered(b.Items, s.width) }

// Quotes draws quotations.
func (s *sheet) Quotes(b resume.Block) []line { return s.quotes(b.Items, s.width) }

// Measures draws names with what they are measured by.
func (s *sheet) Measures(b resume.Block) []line { return s.measures(b.Items, s.width) }
