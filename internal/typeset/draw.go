package typeset

import (
	"strconv"
	"strings"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/typeset/pdf"
)

// page is the content of a page.
type page struct {
	texts     []text
	rules     []rule
	bookmarks []bookmark
}

// text is a piece on a page. Positions are in points from the top left corner of the
// page; y is the baseline.
type text struct {
	piece
	x, y, size float64
	para       *para // the paragraph it belongs to; nil for page numbers
	mark       bool  // it is the mark of its paragraph

	// If reads is not empty, the pieces from here to the one with last set are
	// extracted as reads.
	reads string
	last  bool
}

func (t text) width() float64 { return t.piece.width * t.size }

// rule is a filled rectangle.
type rule struct {
	x, y, width, height float64
	color               Color
}

type bookmark struct {
	text string
	y    float64
}

// draw draws all rows on their pages.
func (l *layout) draw() {
	l.pages = make([]page, l.count)
	for i := range l.rows {
		l.drawRow(&l.pages[l.rows[i].page-1], &l.rows[i])
	}
	l.number()
}

func (l *layout) drawRow(p *page, r *row) {
	size := r.size() * l.size
	base := r.y + ascent*size
	if r.first && r.Bookmark != "" {
		p.bookmarks = append(p.bookmarks, bookmark{r.Bookmark, r.y})
	}
	l.drawCells(p, r, size)
	indent := r.Indent * size
	at := text{para: r.para, y: base, size: size}
	if r.first && r.mark != nil {
		at.mark = true
		l.drawLine(p, at, r.mark, r.mark.all(), indent)
		at.mark = false
	}
	if !r.first || r.mark != nil {
		indent += r.hang * size
	}
	if r.aside {
		l.drawAside(p, at, r, indent)
	} else {
		l.drawLine(p, at, r.text, r.line, indent)
	}
	if r.Bar {
		p.rules = append(p.rules, l.rule(r.Indent*size-0.9*size, r.y+0.08*size, 1.6, l.leading*size, Accent))
	}
	switch end := indent + r.text.widthOf(r.line)*size; {
	case r.last && r.RuleBelow:
		p.rules = append(p.rules, l.rule(0, r.y+r.height-0.5, l.room(), 1, Accent))
	case r.last && r.RuleBeside && end+size < l.room():
		p.rules = append(p.rules, l.rule(end+0.7*size, base-0.31*size, l.room()-end-0.7*size, 0.6, hairline))
	}
}

// left returns the left end of what is as wide, at a distance from the margin where lines
// start.
func (l *layout) left(indent, width float64) float64 {
	if l.set.rightToLeft {
		return l.paper.Width - marginSide - indent - width
	}
	return marginSide + indent
}

func (l *layout) rule(indent, y, width, height float64, color Color) rule {
	return rule{l.left(indent, width), y, width, height, color}
}

// drawLine draws a line of a text. What all its pieces have is given by at.
func (l *layout) drawLine(p *page, at text, of *shaped, line linebreak.Line, indent float64) {
	x := l.left(indent, of.widthOf(line)*at.size)
	for _, at.piece = range l.set.pieces(of, line) {
		at.x = x + at.piece.x*at.size
		p.texts = append(p.texts, at)
	}
}

// drawAside draws a line with para.right at its other end. Programs that extract text
// split lines at wide gaps. Some keep this one whole because the gap is filled with
// spaces, others because of the replacement text.
func (l *layout) drawAside(p *page, at text, r *row, indent float64) {
	start, end := func() { l.drawLine(p, at, r.text, r.line, indent) }, func() {
		l.drawLine(p, at, r.right, r.right.all(), l.room()-r.right.width()*at.size)
	}
	if l.set.rightToLeft { // visual order
		start, end = end, start
	}
	began := len(p.texts)
	start()

	gap := at
	gap.run = r.right.clusters[0].run
	space := gap.face.Advance(' ') * gap.face.Scale // in ems
	from := indent + r.text.widthOf(r.line)*at.size
	n := int((l.room() - from - r.right.width()*at.size) / (space * at.size))
	gap.text, gap.piece.width = strings.Repeat(" ", n), float64(n)*space
	for range n {
		gap.clusters = append(gap.clusters, pdf.Cluster{Text: " ", Glyphs: []pdf.Glyph{{ID: gap.face.Glyph(' ')}}, Advance: gap.face.Advance(' ') * 1000})
	}
	gap.x = l.left(l.room()-r.right.width()*at.size-gap.width(), gap.width())
	p.texts = append(p.texts, gap)

	end()
	if !l.set.rightToLeft { // programs would reverse the replacement text
		p.texts[began].reads = r.text.text[r.line.From:r.line.To] + " (" + r.right.text + ")"
		p.texts[len(p.texts)-1].last = true
	}
}

// number numbers the pages, if there are several: at the bottom of the first page, and
// with the running head at the top of the others.
func (l *layout) number() {
	if l.count == 1 {
		return
	}
	at := text{size: l.size * 0.85}
	quiet := func(text string) *shaped { return l.set.shape([]Span{{text, Style{Color: Quiet}}}) }
	running := l.set.doc.Running
	if running != "" && quiet(running).width()*at.size > l.paper.Width/2 {
		running = ""
	}
	for i := range l.pages {
		label := l.set.doc.pageOf(i+1, len(l.pages))
		at.y = headBelow
		if i == 0 {
			at.y = l.paper.Height - footAbove
		} else if running != "" {
			label = running + " · " + label
		}
		t := quiet(label)
		l.drawLine(&l.pages[i], at, t, t.all(), l.room()-t.width()*at.size)
	}
}

// pageOf returns the number of a page as it is shown.
func (d *Document) pageOf(page, pages int) string {
	form := d.PageOf
	if form == "" {
		form = "{page} / {pages}"
	}
	return strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(form)
}
