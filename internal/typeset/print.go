package typeset

import (
	"cmp"
	"strconv"
	"strings"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/typeset/pdf"
)

// printer writes a layout as a PDF.
type printer struct {
	*layout
	file *pdf.File
	page *pdf.Page
	tags tagger
}

// print returns the layout as a PDF.
func (l *layout) print() []byte {
	d := l.measured.doc
	file := pdf.New(pdf.Info{
		Title: cleaned(d.Title), Author: cleaned(d.Author), Subject: cleaned(d.Subject),
		Creator: "ssh-resume", Lang: l.measured.lang, RightToLeft: d.RightToLeft,
	})
	p := printer{layout: l, file: file, tags: tagger{root: file.Structure}}
	var pages []*pdf.Page
	for range l.count {
		pages = append(pages, file.AddPage(l.paper.Width, l.paper.Height))
	}
	p.page = pages[0]
	if width, height := p.photoSize(); width > 0 { // in the top corner at the end of the lines
		width, height = width-photoGap, height-photoGap
		p.page.Picture(d.Photo, cleaned(d.Author), p.left(p.room()-width, width), marginTop, width, height)
	}
	for i := range l.rows {
		p.page = pages[l.rows[i].page-1]
		p.row(&l.rows[i])
	}
	if len(pages) > 1 {
		p.number(pages)
	}
	return file.Bytes()
}

func (p *printer) row(r *row) {
	size := r.size() * p.size
	y := r.y + ascent*size
	if r.first && r.Level == 2 {
		p.file.AddBookmark(r.text.text, p.page, r.y)
	}
	p.cells(r, y, size)
	t := p.tags.tags(r)
	indent := r.Indent * size
	if r.first && r.mark != nil {
		p.line(&tags{text: t.label}, r.mark, r.mark.all(), indent+r.before*size, y, size)
	}
	if !r.first || r.mark != nil {
		indent += r.hang * size
	}
	if r.aside {
		p.aside(t, r, indent, y, size)
	} else {
		p.line(t, r.text, r.line, indent, y, size)
	}
	if r.Bar {
		p.rule(r.Indent*size-0.9*size, r.y+0.08*size, 1.6, p.leading*size, Accent)
	}
	switch end := indent + r.text.widthOf(r.line)*size; {
	case r.last && r.RuleBelow:
		p.rule(0, r.y+r.height-0.5, p.room(), 1, Accent)
	case r.last && r.Level == 2 && end+size < p.room():
		p.rule(end+0.7*size, y-0.31*size, p.room()-end-0.7*size, 0.6, hairline)
	}
}

// left returns the left edge of something with a width, indented from the margin where lines start.
func (l *layout) left(indent, width float64) float64 {
	if l.measured.doc.RightToLeft {
		return l.paper.Width - marginSide - indent - width
	}
	return marginSide + indent
}

func (p *printer) rule(indent, y, width, height float64, color Color) {
	p.page.Begin(nil)
	p.page.Rect(p.left(indent, width), y, width, height, color)
}

// line writes a line of a text.
func (p *printer) line(t *tags, of *shaped, line linebreak.Line, indent, y, size float64) {
	x := p.left(indent, of.widthOf(line)*size)
	for _, piece := range p.measured.pieces(of, line) {
		p.piece(t, piece, x+piece.x*size, y, size)
	}
}

// lineHeight is the height of the area of a link, in ems.
const lineHeight = 1.25

func (p *printer) piece(t *tags, of piece, x, y, size float64) {
	p.page.Begin(t.element(of.style))
	font := p.file.Font(of.face.Family, of.face.Style, of.face)
	p.page.Text(font, size*of.face.Scale, x, y, of.style.Color, of.clusters)
	if alt := strings.TrimSpace(of.text); of.style.URL != "" && alt != "" {
		p.page.Link(t.link(of.style), x, y-ascent*size, of.width*size, lineHeight*size, of.style.URL, alt)
	}
}

// aside writes a line with para.right at its other end. Programs that extract text split lines at wide gaps. Some keep
// this one whole because the gap is filled with spaces, others because of the replacement text.
func (p *printer) aside(t *tags, r *row, indent, y, size float64) {
	right := p.room() - r.right.width()*size // where it starts
	text := func() { p.line(t, r.text, r.line, indent, y, size) }
	gap := func() {
		const space = "\u00a0"
		n := (right/size - indent/size - r.text.widthOf(r.line)) / p.measured.quiet(space).width()
		spaces := p.measured.quiet(strings.Repeat(space, max(0, int(n)))) // a single letter may be wider than the line
		p.line(t, spaces, spaces.all(), right-spaces.width()*size, y, size)
	}
	aside := func() { p.line(t, r.right, r.right.all(), right, y, size) }
	if p.measured.doc.RightToLeft { // programs would reverse the replacement text
		aside()
		gap()
		text()
		return
	}
	p.page.Replaced(r.text.text[r.line.From:r.line.To]+" ("+r.right.text+")", func() {
		text()
		gap()
		aside()
	})
}

// number numbers the pages at their foot. All but the first say whose they are.
func (p *printer) number(pages []*pdf.Page) {
	size, running := p.size*0.85, p.measured.doc.Running
	if p.measured.quiet(running).width()*size > p.paper.Width/2 {
		running = ""
	}
	form := cmp.Or(p.measured.doc.PageOf, "{page} / {pages}")
	for i, page := range pages {
		label := strings.NewReplacer("{page}", strconv.Itoa(i+1), "{pages}", strconv.Itoa(len(pages))).Replace(form)
		if i > 0 && running != "" {
			label = running + " · " + label
		}
		p.page = page
		t := p.measured.quiet(label)
		p.line(&tags{}, t, t.all(), p.room()-t.width()*size, p.paper.Height-footAbove, size)
	}
}

// Measures of cells, in ems: the place of a bar on its line, the room for an ellipsis, the least room for a
// text, and the space after it.
const (
	barTop        = 0.45
	barHeight     = 0.38
	ellipsisWidth = 1.1
	leastCell     = 3.0
	cellGap       = 0.5
)

// cells writes the cells of a row, if it has any.
func (p *printer) cells(r *row, y, size float64) {
	for _, c := range r.Cells {
		from, width := c.From*p.room(), (c.To-c.From)*p.room()
		if c.Text == "" {
			p.rule(from, r.y+barTop*size, width, barHeight*size, c.Color)
			continue
		}
		t := p.measured.cut(c, width/size-cellGap)
		if c.AtEnd {
			from += width - t.width()*size
		}
		left := p.left(from, t.width()*size)
		for _, piece := range p.measured.pieces(t, t.all()) {
			for i := range piece.clusters {
				piece.clusters[i].Text = " " // for programs that extract text
			}
			p.piece(&tags{}, piece, left+piece.x*size, y, size)
		}
	}
}

// cut shapes as much of the text of a cell as there is room for, in ems.
func (s *measured) cut(c Cell, room float64) *shaped {
	style := Style{Color: c.Color}
	t := s.shape([]Span{{c.Text, style}})
	if t.width() <= room {
		return t
	}
	if room < leastCell {
		return s.shape(nil)
	}
	first := t.lines(room-ellipsisWidth, room)[0]
	return s.shape([]Span{{t.text[first.From:first.To] + "…", style}})
}
