package tui

import (
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

// sheet is a page that is being drawn. Fields are registered in the order of
// the document, whatever the layout, so that a field has the same number at
// every width.
type sheet struct {
	*glyphs
	doc     *document
	fields  []field
	entries int
	narrow  bool // the name of who this is stands above the page
	names   int  // cells of the widest name beside tags, so that all tags of a page align
}

// entry begins a new entry with its first field.
func (s *sheet) entry(text string) int {
	s.entries++
	return s.field("", text)
}

// field adds a field to the entry; an empty one is none.
func (s *sheet) field(separator, text string) int {
	if text == "" {
		return 0
	}
	s.fields = append(s.fields, field{text, s.entries, separator})
	return len(s.fields)
}

// draw lays a section out.
func (d *document) draw(section, width int, narrow bool) *page {
	s := &sheet{glyphs: d.glyphs, doc: d}
	sec := d.sections[section]
	s.narrow, s.names = narrow, widestName(sec.Blocks)
	if len(sec.Blocks) == 1 && sec.Blocks[0].Kind == resume.KindBasics {
		// The title page: the name is its heading.
		lines := s.block(sec.Blocks[0], width)
		return &page{lines: lines, fields: s.fields}
	}
	heading := line{{text: sec.Heading, style: title, field: s.entry(sec.Heading)}}
	body := s.blocks(sec.Blocks, width)
	pg := &page{fields: s.fields}
	// A narrow window has the section's title above the page already.
	if !narrow || sec.Heading != sec.Title {
		pg.lines = append(wrap(heading, width, width), nil)
	}
	pg.lines = append(pg.lines, body...)
	return pg
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
	return joinBlocks(beside(left, right, column+columnGap), s.blocks(blocks[run:], width))
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

// joinBlocks sets b beneath a, a blank line between.
func joinBlocks(a, b []line) []line {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	return append(append(a, nil), b...)
}

// balance parts the blocks, in their order, into two columns as even as they
// come.
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

// textColumns gives how many columns of text there are, and the cells of each.
func textColumns(width int) (columns, column int) {
	if width >= twoColumns {
		return 2, (width - columnGap) / 2
	}
	return 1, min(width, maxText)
}

// beside sets two columns next to each other; at gives where the second begins.
func beside(left, right []line, at int) []line {
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

// grid sets entries in rows of n columns, rows apart by blank lines.
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

// hang sets spans after a mark, further lines under the first's text. Inset is
// the cells that the mark takes.
func hang(mark line, inset int, text line, width int) []line {
	return behind(mark, inset, wrap(text, width-inset, width-inset))
}

// behind sets a mark before the first of some lines, and blanks before the
// others.
func behind(mark line, inset int, lines []line) []line {
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
		head = wrap(line{{text: b.Title, style: second, field: s.entry(b.Title)}}, width, width)
	}
	return append(head, s.body(b, width)...)
}

func (s *sheet) body(b resume.Block, width int) []line {
	switch b.Kind {
	case resume.KindBasics:
		return s.profile(b.Basics, width)
	case resume.KindWork:
		return s.work(b.Work, width)
	case resume.KindProjects:
		return s.projects(b.Projects, width)
	case resume.KindEducation, resume.KindAwards, resume.KindPublications:
		return s.things(b.Entries, width)
	case resume.KindCertificates:
		return s.certificates(b.Entries, width)
	case resume.KindVolunteer:
		return s.volunteer(b.Entries, width)
	case resume.KindLanguages:
		return s.pairs(b.Entries, width)
	case resume.KindInterests:
		return s.tagged(b.Entries, width)
	case resume.KindReferences:
		return s.references(b.Entries, width)
	case resume.KindTopics:
		return s.topics(b.Skills, width)
	case resume.KindTags:
		return s.tags(b, width)
	case resume.KindQuotes:
		return s.quotes(b.Items, width)
	case resume.KindNumbered:
		return s.numbered(b.Items, width)
	case resume.KindMeasures:
		return s.measures(b.Items, width)
	case resume.KindText:
		return s.text(b.Text, width)
	}
	return s.list(b.Items, width)
}
