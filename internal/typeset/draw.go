package typeset

import (
	"strconv"
	"strings"

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
	for _, r := range l.rows {
		l.drawRow(&l.pages[r.page-1], r.row, r.y, r.height)
	}
	l.number()
}

// drawRow draws a row with its top at y.
func (l *layout) drawRow(p *page, r row, y, height float64) {
	size := r.size() * l.size
	base := y + ascent*size
	if r.first && r.Bookmark != "" {
		p.bookmarks = append(p.bookmarks, bookmark{r.Bookmark, y})
	}
	indent := r.Indent * size
	if r.first && r.mark != nil {
		l.drawPieces(p, r.para, l.set.pieces(r.mark, r.mark.all()), indent, base, size, r.mark.advance()*size, true)
	}
	if !r.first || r.mark != nil {
		indent += r.hang * size
	}
	l.drawCells(p, r.Cells, y, base, size)
	width := r.text.width(r.line) * size
	pieces := l.set.pieces(r.text, r.line)
	if r.aside {
		l.drawAside(p, r, pieces, indent, base, size, width)
	} else {
		l.drawPieces(p, r.para, pieces, indent, base, size, width, false)
	}
	if r.Bar {
		p.rules = append(p.rules, l.rule(r.Indent*size-0.9*size, y+0.08*size, 1.6, l.leading*size, Accent))
	}
	room := l.paper.Width - 2*marginSide
	switch end := indent + width; {
	case r.last && r.RuleBelow:
		p.rules = append(p.rules, l.rule(0, y+height-0.5, room, 1, Accent))
	case r.last && r.RuleBeside && end+size < room:
		p.rules = append(p.rules, l.rule(end+0.7*size, base-0.31*size, room-end-0.7*size, 0.6, hairline))
	}
}

// rule returns a rule at a distance from the margin where lines start.
func (l *layout) rule(indent, y, width, height float64, color Color) rule {
	x := marginSide + indent
	if l.set.rightToLeft {
		x = l.paper.Width - marginSide - indent - width
	}
	return rule{x, y, width, height, color}
}

// left returns the left end of a line, given its distance from the margin where lines
// start.
func (l *layout) left(indent, width float64) float64 {
	if l.set.rightToLeft {
		return l.paper.Width - marginSide - indent - width
	}
	return marginSide + indent
}

func (l *layout) drawPieces(p *page, of *para, pieces []piece, indent, base, size, width float64, mark bool) {
	x := l.left(indent, width)
	for _, piece := range pieces {
		p.texts = append(p.texts, text{piece: piece, x: x + piece.x*size, y: base, size: size, para: of, mark: mark})
	}
}

// drawAside draws a line with para.right at its other end. Programs that extract text
// split lines at wide gaps. Some keep this one whole because the gap is filled with
// spaces, others because of the replacement text.
func (l *layout) drawAside(p *page, r row, pieces []piece, indent, base, size, width float64) {
	room := l.paper.Width - 2*marginSide
	aside := l.set.pieces(r.right, r.right.all())
	asideWidth := r.right.advance() * size
	began := len(p.texts)
	gap := room - indent - width - asideWidth
	gapPiece := aside[0]
	space, ok := gapPiece.face.NominalGlyph(' ')
	em := float64(gapPiece.face.Upem()) / gapPiece.face.Scale
	advance := float64(gapPiece.face.HorizontalAdvance(space)) / em
	gapPiece.clusters, gapPiece.text, gapPiece.width = nil, "", 0
	if ok && advance > 0 {
		n := int(gap / (advance * size))
		for range n {
			gapPiece.clusters = append(gapPiece.clusters, pdf.Cluster{Text: " ", Glyphs: []pdf.Glyph{{ID: space}}, Advance: advance / gapPiece.face.Scale * 1000})
		}
		gapPiece.text, gapPiece.width = strings.Repeat(" ", n), float64(n)*advance
	}
	between := indent + width + gap - gapPiece.width*size // the start of the spaces
	steps := []func(){
		func() { l.drawPieces(p, r.para, pieces, indent, base, size, width, false) },
		func() {
			l.drawPieces(p, r.para, []piece{at0(gapPiece)}, between, base, size, gapPiece.width*size, false)
		},
		func() { l.drawPieces(p, r.para, aside, room-asideWidth, base, size, asideWidth, false) },
	}
	if l.set.rightToLeft { // visual order
		steps[0], steps[2] = steps[2], steps[0]
	}
	for _, f := range steps {
		f()
	}
	if l.set.rightToLeft {
		return // programs would reverse the replacement text
	}
	p.texts[began].reads = string(r.text.text[r.line.start:r.line.end]) + " (" + string(r.right.text) + ")"
	p.texts[len(p.texts)-1].last = true
}

func at0(p piece) piece {
	p.x = 0
	return p
}

// all returns the whole text as one line.
func (t *shaped) all() line { return line{end: len(t.text), next: len(t.text)} }

// number numbers the pages, if there are several: at the bottom of the first page, and
// with the running head at the top of the others.
func (l *layout) number() {
	if l.count == 1 {
		return
	}
	s := l.set
	size := l.size * 0.85
	running := s.doc.Running
	if running != "" && s.advance(running)*size > l.paper.Width/2 {
		running = ""
	}
	for i := range l.pages {
		label := s.pageOf(i+1, len(l.pages))
		y := float64(headBelow)
		if i == 0 {
			y = l.paper.Height - footAbove
		} else if running != "" {
			label = running + " · " + label
		}
		t := s.shape([]Span{{label, Style{Color: Quiet}}})
		width := t.advance() * size
		room := l.paper.Width - 2*marginSide
		l.drawPieces(&l.pages[i], nil, s.pieces(t, t.all()), room-width, y, size, width, false)
	}
}

func (s *set) advance(text string) float64 { return s.shape([]Span{{text, Style{}}}).advance() }

// pageOf returns the number of a page as it is shown.
func (s *set) pageOf(page, pages int) string {
	form := s.doc.PageOf
	if form == "" {
		form = "{page} / {pages}"
	}
	return strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(form)
}
