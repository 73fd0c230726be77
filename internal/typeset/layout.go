package typeset

import (
	"sort"

	"ssh-resume/internal/linebreak"
)

// The margins, in points. 46 points are 16 mm, which every printer can leave.
const (
	marginSide   = 52
	marginTop    = 46
	marginBottom = 46
	footAbove    = 26 // from the baseline of the page number to the edge of the paper
)

const (
	ascent     = 0.93 // from the top of a line to its baseline, in ems
	belowSpace = 0.75 // the room for a rule below, in ems of the body text
	mostRight  = 0.45 // the largest share of a line for para.right; a wider one continues the text
	gapRight   = 1.5  // the least distance from the text to para.right, in ems
	photoSide  = 76   // the longer side of the photo, in points
	photoGap   = 14   // the distance from the photo to the text, in points
)

// setting holds the measures that fit chooses.
type setting struct {
	size    float64 // of the body text, in points
	leading float64 // the distance between baselines, in ems
	spacing float64 // a factor for the space between paragraphs
}

const (
	steps        = 40
	usualStep    = 17 // 9.4 points
	spacingSteps = 16
	mostSpacing  = 1.6
	fewPages     = 2
)

// step returns one of the settings from the tightest, 0, to the most generous, steps.
func step(i int) setting {
	t := float64(i) / steps
	return setting{size: 8.5 + 2.1*t, leading: 1.2 + 0.14*t, spacing: 0.6 + 0.7*t}
}

// fit lays out the document on as few pages as possible, in the largest setting that needs no more, so that the
// last page is not nearly empty. Remaining room goes between the paragraphs. A document that needs more than two
// pages in the smallest type gets at least the usual size.
func (s *measured) fit(paper Paper) *layout {
	first := 0
	count := s.paginate(paper, step(first)).count
	if count > fewPages {
		first = usualStep
		count = s.paginate(paper, step(first)).count
	}
	n := sort.Search(steps-first, func(i int) bool { return s.paginate(paper, step(first+i+1)).count > count })
	l := s.paginate(paper, step(first+n))
	least := l.spacing
	pages := func(i int) int {
		l.spacing = least + float64(i)/spacingSteps*(mostSpacing-least)
		l.spread()
		return l.count
	}
	pages(sort.Search(spacingSteps, func(i int) bool { return pages(i+1) > count }))
	return l
}

// row is one line of a paragraph.
type row struct {
	*para
	text        *shaped
	line        linebreak.Line
	first, last bool
	aside       bool // para.right is at its right
	keep        bool // keep on one page with the next row

	page   int     // from 1
	y      float64 // the top
	height float64
}

// layout is a document distributed over pages.
type layout struct {
	measured *measured
	paper    Paper
	setting
	rows  []row
	count int     // the number of pages
	y     float64 // the top of the next row on the last page
}

// paginate breaks the text into lines and distributes them over pages.
func (s *measured) paginate(paper Paper, with setting) *layout {
	l := &layout{measured: s, paper: paper, setting: with}
	photo, _ := l.photoSize()
	l.rows = s.rows(l.room()/with.size, photo/with.size)
	l.spread()
	return l
}

// spread distributes the rows over pages.
func (l *layout) spread() {
	l.count, l.y = 1, marginTop
	for rows := l.rows; len(rows) > 0; {
		n := 1
		for n < len(rows) && rows[n-1].keep {
			n++
		}
		l.place(rows[:n])
		rows = rows[n:]
	}
}

// room returns the width of the text, in points.
func (l *layout) room() float64 { return l.paper.Width - 2*marginSide }

// photoSize returns the size of the photo including the gap to the text, in points; 0 for none, or no room for it.
func (l *layout) photoSize() (width, height float64) {
	p := l.measured.photo
	if l.measured.head == 0 || l.room() < 4*photoSide {
		return 0, 0
	}
	scale := photoSide / float64(max(p.X, p.Y))
	return float64(p.X)*scale + photoGap, float64(p.Y)*scale + photoGap
}

// rows breaks every paragraph into lines. The widths of the page and of the photo are in ems of the body text.
func (s *measured) rows(width, photo float64) []row {
	var all []row
	for i := range s.paras {
		p := &s.paras[i]
		room := width
		if i < s.head {
			room -= photo
		}
		room = room/p.size() - p.Indent
		first, rest := room, room-p.hang
		if p.mark != nil {
			first = rest
		}
		text, aside := p.text, p.right != nil
		switch {
		case aside && p.right.width() < mostRight*room:
			first -= p.right.width() + gapRight
		case aside:
			if p.joined == nil {
				right := Span{" (" + p.right.text + ")", Style{Color: Quiet}}
				p.joined = s.shape(append(p.Spans[:len(p.Spans):len(p.Spans)], right))
			}
			text, aside = p.joined, false
		}
		lines := text.lines(first, rest)
		if len(p.Cells) > 0 {
			lines = make([]linebreak.Line, 1)
		}
		for j, line := range lines {
			r := row{para: p, text: text, line: line, first: j == 0, last: j == len(lines)-1}
			r.aside = aside && r.first
			// No line is left alone at the bottom or the top of a page.
			r.keep = !r.last && (j == 0 || j == len(lines)-2) || r.last && p.keepNext
			all = append(all, r)
		}
	}
	return all
}

// place puts rows on one page, if they fit on one.
func (l *layout) place(rows []row) {
	height := 0.0
	for i := range rows {
		r := &rows[i]
		r.height = l.leading * r.size() * l.size
		if r.last && r.RuleBelow {
			r.height += belowSpace * l.size
		}
		height += l.above(r) + r.height
	}
	l.makeRoom(l.y + height)
	for i := range rows {
		r := &rows[i]
		l.makeRoom(l.y + l.above(r) + r.height)
		l.y += l.above(r)
		if _, photo := l.photoSize(); r.last && r.RuleBelow {
			r.height = max(r.height, marginTop+photo-l.y)
		}
		r.page, r.y = l.count, l.y
		l.y += r.height
	}
}

// makeRoom starts a page if the current one has no room down to a place, unless it is empty.
func (l *layout) makeRoom(bottom float64) {
	if l.y > marginTop && bottom > l.paper.Height-marginBottom {
		l.count++
		l.y = marginTop
	}
}

// above returns the space above a row.
func (l *layout) above(r *row) float64 {
	if !r.first || l.y == marginTop {
		return 0
	}
	return r.Above * l.spacing * l.size
}
