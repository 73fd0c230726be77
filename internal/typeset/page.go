package typeset

import (
	"fmt"
	"strings"
)

// The margins, in points; 44 is 15.5 mm, which every printer leaves. What stands
// at the foot of a page stands in its margin.
const (
	marginSide   = 50
	marginTop    = 44
	marginBottom = 44
	footAbove    = 24 // from the baseline to the edge of the paper
)

// leading is the distance of two baselines, in ems.
const leading = 1.27

// page is what stands on one page.
type page struct {
	texts     []text
	rules     []rule
	bookmarks []bookmark
}

// text is a run in one style. Places are in points from the top left corner of
// the page; y is the baseline.
type text struct {
	segment
	x, y, size float64

	// What begins here and reads as this, up to the run with last set; it is
	// told to whoever takes the text out.
	reads string
	last  bool
}

func (t text) width() float64 { return t.segment.width * t.size }

// rule is a filled rectangle.
type rule struct {
	x, y, width, height float64
	color               Color
}

type bookmark struct {
	text string
	y    float64
}

// row is one line of a paragraph.
type row struct {
	*para
	line        []segment
	first, last bool
	aside       bool // something stands at its right
	keep        bool // on one page with the next
}

// pages lays the document out in a size of the body text, in points.
func (d *set) pages(paper Paper, size float64) []page {
	l := layout{paper: paper, size: size, ruler: d.ruler, pages: make([]page, 1), y: marginTop}
	rows := d.rows((paper.Width - 2*marginSide) / size)
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n-1].keep {
			n++
		}
		l.together(rows[:n])
		rows = rows[n:]
	}
	d.foot(l.pages, paper, size)
	return l.pages
}

const (
	mostRight = 0.4 // the share of a line that may stand at the right; what is wider goes on in the text
	gapRight  = 2   // the least distance from the text to it, in ems
)

// rows breaks every paragraph in lines; width is in ems of the body text.
func (d *set) rows(width float64) []row {
	var all []row
	for i := range d.paras {
		p := &d.paras[i]
		room := width/p.size() - p.Indent
		words, aside := p.words, p.right.width > 0
		switch {
		case aside && p.right.width < mostRight*room:
			room -= p.right.width + gapRight
		case aside:
			words, aside = append(words[:len(words):len(words)], p.rightWords...), false
		}
		lines := broken(d.ruler, words, room, room-p.hang)
		for j, line := range lines {
			r := row{para: p, line: line, first: j == 0, last: j == len(lines)-1}
			r.aside = aside && r.last
			// No line stands alone, at the foot of a page or at the top.
			r.keep = !r.last && (j == 0 || j == len(lines)-2) || r.last && p.KeepNext
			all = append(all, r)
		}
	}
	return all
}

func (p *para) size() float64 {
	if p.Size == 0 {
		return 1
	}
	return p.Size
}

// layout is where rows are put on pages.
type layout struct {
	paper Paper
	size  float64 // of the body text, in points
	ruler *ruler
	pages []page
	y     float64 // where the next row begins
}

// together puts rows on one page, if they fit on one.
func (l *layout) together(rows []row) {
	height := 0.0
	for _, r := range rows {
		height += l.above(r) + l.height(r)
	}
	if l.y+height > l.bottom() {
		l.turn()
	}
	for _, r := range rows {
		if l.y+l.above(r)+l.height(r) > l.bottom() {
			l.turn()
		}
		l.put(r)
	}
}

// turn begins a page, unless this one is empty.
func (l *layout) turn() {
	if l.y > marginTop {
		l.pages = append(l.pages, page{})
		l.y = marginTop
	}
}

func (l *layout) bottom() float64 { return l.paper.Height - marginBottom }

func (l *layout) above(r row) float64 {
	if !r.first || l.y == marginTop {
		return 0
	}
	return r.Above * l.size
}

func (l *layout) height(r row) float64 {
	height := leading * r.size() * l.size
	if r.last && r.Under {
		height += underSpace * l.size
	}
	return height
}

const (
	ascent     = 0.93 // from the top of a line to its baseline, in ems
	underSpace = 0.75 // for a rule beneath, in ems of the body text
)

func (l *layout) put(r row) {
	l.y += l.above(r)
	size := r.size() * l.size
	left := marginSide + r.Indent*size
	x, base := left, l.y+ascent*size
	if !r.first {
		x += r.hang * size
	}
	p := &l.pages[len(l.pages)-1]
	if r.first && r.Bookmark != "" {
		p.bookmarks = append(p.bookmarks, bookmark{r.Bookmark, l.y})
	}
	began := len(p.texts)
	for _, s := range r.line {
		p.texts = append(p.texts, text{segment: s, x: x + s.x*size, y: base, size: size})
	}
	end := x
	if n := len(p.texts); n > began {
		end = p.texts[n-1].x + p.texts[n-1].width()
	}
	right := l.paper.Width - marginSide
	if r.aside {
		l.putRight(p, began, r.right, right)
	}
	if r.Bar {
		p.rules = append(p.rules, rule{left - 0.9*size, l.y + 0.08*size, 1.6, leading * size, Accent})
	}
	l.y += l.height(r)
	switch {
	case r.last && r.Under:
		p.rules = append(p.rules, rule{marginSide, l.y - 0.5, right - marginSide, 1, Accent})
	case r.last && r.Heading && end+size < right:
		p.rules = append(p.rules, rule{end + 0.7*size, base - 0.31*size, right - end - 0.7*size, 0.6, hairline})
	}
}

// putRight sets what stands at the right of a line, which began with text number
// began of the page. Programs that take the text out of a PDF tell lines apart
// by what is near: spaces all the way keep this one whole for some, what it
// reads as for others.
func (l *layout) putRight(p *page, began int, s segment, margin float64) {
	line := p.texts[began:]
	before := line[len(line)-1]
	reads := " (" + s.text + ")"
	for i := len(line) - 1; i >= 0; i-- {
		reads = line[i].text + reads
	}
	line[0].reads = reads

	space := l.ruler.advance(s.Face, ' ')
	gap := (margin-before.x)/before.size - before.segment.width - s.width
	n := max(0, int(gap/space))
	s.text = strings.Repeat(" ", n) + s.text
	s.width += float64(n) * space
	p.texts = append(p.texts, text{segment: s, x: margin - s.width*before.size, y: before.y, size: before.size, last: true})
}

// foot numbers the pages.
func (d *set) foot(pages []page, paper Paper, size float64) {
	if len(pages) == 1 {
		return
	}
	size *= 0.82
	for i := range pages {
		said := fmt.Sprintf(d.pageOf, i+1, len(pages))
		if i > 0 && d.running != "" && d.ruler.width(Regular, d.running)*size < paper.Width/2 {
			said = d.running + " · " + said
		}
		s := segment{text: said, Style: Style{Color: Quiet}, width: d.ruler.width(Regular, said)}
		pages[i].texts = append(pages[i].texts, text{
			segment: s, x: paper.Width - marginSide - s.width*size, y: paper.Height - footAbove, size: size,
		})
	}
}
