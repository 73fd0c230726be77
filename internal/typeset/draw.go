package typeset

import (
	"strconv"
	"strings"

	"ssh-resume/internal/typeset/pdf"
)

// page is what stands on one page.
type page struct {
	texts     []text
	rules     []rule
	bookmarks []bookmark
}

// text is a piece on a page. Places are in points from the top left corner of
// the page; y is the baseline.
type text struct {
	piece
	x, y, size float64
	para       *para // that it belongs to; nil for what is no part of the text
	mark       bool  // it is the mark of its paragraph

	// What begins here and reads as this, up to the piece with last set; it is
	// told to whoever takes the text out.
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

// drawRow draws a row of a height that begins at y.
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
	case r.last && r.Under:
		p.rules = append(p.rules, l.rule(0, y+height-0.5, room, 1, Accent))
	case r.last && r.Heading && end+size < room:
		p.rules = append(p.rules, l.rule(end+0.7*size, base-0.31*size, room-end-0.7*size, 0.6, hairline))
	}
}

// rule returns a rule that begins so far from the side at which lines begin.
func (l *layout) rule(indent, y, width, height float64, color Color) rule {
	x := marginSide + indent
	if l.set.rightToLeft {
		x = l.paper.Width - marginSide - indent - width
	}
	return rule{x, y, width, height, color}
}

// left returns where a line begins at the left, by its distance from the side at
// which lines begin.
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

// drawAside sets a line with what stands at its other end. Programs that take the
// text out of a PDF tell lines apart by what is near: spaces all the way keep
// this one whole for some, what it reads as for others.
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
	between := indent + width + gap - gapPiece.width*size // where the spaces begin
	steps := []func(){
		func() { l.drawPieces(p, r.para, pieces, indent, base, size, width, false) },
		func() {
			l.drawPieces(p, r.para, []piece{at0(gapPiece)}, between, base, size, gapPiece.width*size, false)
		},
		func() { l.drawPieces(p, r.para, aside, room-asideWidth, base, size, asideWidth, false) },
	}
	if l.set.rightToLeft { // from left to right, as it is seen
		steps[0], steps[2] = steps[2], steps[0]
	}
	for _, f := range steps {
		f()
	}
	if l.set.rightToLeft {
		return // programs would turn round what it reads as
	}
	p.texts[began].reads = string(r.text.text[r.line.start:r.line.end]) + " (" + string(r.right.text) + ")"
	p.texts[len(p.texts)-1].last = true
}

func at0(p piece) piece {
	p.x = 0
	return p
}

// all returns a text as one line.
func (t *shaped) all() line { return line{end: len(t.text), next: len(t.text)} }

// number numbers the pages, where there are more than one: at the foot of the
// first, and with whose they are at the head of the others.
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
		said := s.pageOf(i+1, len(l.pages))
		y := float64(headBelow)
		if i == 0 {
			y = l.paper.Height - footAbove
		} else if running != "" {
			said = running + " · " + said
		}
		t := s.shape([]Span{{said, Style{Color: Quiet}}})
		width := t.advance() * size
		room := l.paper.Width - 2*marginSide
		l.drawPieces(&l.pages[i], nil, s.pieces(t, t.all()), room-width, y, size, width, false)
	}
}

func (s *set) advance(text string) float64 { return s.shape([]Span{{text, Style{}}}).advance() }

// pageOf returns what is said of a page's number.
func (s *set) pageOf(page, pages int) string {
	form := s.doc.PageOf
	if form == "" {
		form = "{page} / {pages}"
	}
	return strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(form)
}
