package typeset

// The margins, in points; 44 is 15.5 mm, which every printer leaves. What stands
// at the head or foot of a page stands in its margin.
const (
	marginSide   = 52
	marginTop    = 46
	marginBottom = 46
	headBelow    = 34 // from the edge of the paper to the baseline
	footAbove    = 26 // from the baseline to the edge of the paper
	headSpace    = 12 // more space at the top of a page that has something at its head
)

// setting is what a document is laid out in.
type setting struct {
	size    float64 // of the body text, in points
	leading float64 // the distance of two baselines, in ems
	air     float64 // what spaces between paragraphs are multiplied by
}

// row is one line of a paragraph.
type row struct {
	*para
	text        *shaped
	line        line
	first, last bool
	aside       bool // something stands at its right
	keep        bool // on one page with the next
}

// layout is where rows stand on pages.
type layout struct {
	set   *set
	paper Paper
	setting
	rows  []placed
	count int     // of pages
	y     float64 // where the next row begins, on the last page
	pages []page  // what is drawn on them; see draw
}

// placed is a row in its place.
type placed struct {
	row
	page   int     // the first is 1
	y      float64 // where it begins
	height float64
}

// paginate finds the places of all rows.
func (s *set) paginate(paper Paper, with setting) *layout {
	l := &layout{set: s, paper: paper, setting: with, count: 1, y: marginTop}
	photo, _ := l.photo()
	rows := s.rows((paper.Width-2*marginSide)/with.size, photo/with.size)
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n-1].keep {
			n++
		}
		l.together(rows[:n])
		rows = rows[n:]
	}
	return l
}

const (
	mostRight = 0.45 // the share of a line that may stand at the right; what is wider goes on in the text
	gapRight  = 1.5  // the least distance from the text to it, in ems
)

// photoSide is the longest that a side of the photo may be, in points, and photoGap
// the least distance from it to the text.
const (
	photoSide = 88
	photoGap  = 14
)

// photo returns the sides of the photo, in points, with the gap to the text; 0
// where there is none, or no room for it.
func (l *layout) photo() (width, height float64) {
	p := l.set.photo
	if l.set.head == 0 || l.paper.Width-2*marginSide < 4*photoSide {
		return 0, 0
	}
	scale := photoSide / float64(max(p.X, p.Y))
	return float64(p.X)*scale + photoGap, float64(p.Y)*scale + photoGap
}

// rows breaks every paragraph in lines; width, and the room that the photo takes,
// are in ems of the body text.
func (s *set) rows(width, photo float64) []row {
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
		case aside && p.right.advance() < mostRight*room:
			first -= p.right.advance() + gapRight
		case aside:
			text, aside = p.together, false
		}
		lines := text.breakLines(first, rest)
		for j, line := range lines {
			r := row{para: p, text: text, line: line, first: j == 0, last: j == len(lines)-1}
			r.aside = aside && r.first
			// No line stands alone, at the foot of a page or at the top.
			r.keep = !r.last && (j == 0 || j == len(lines)-2) || r.last && p.keepNext
			all = append(all, r)
		}
	}
	return all
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
		l.y += l.above(r)
		height := l.height(r)
		if _, photo := l.photo(); r.last && r.Under {
			height = max(height, marginTop+photo-l.y)
		}
		l.rows = append(l.rows, placed{r, l.count, l.y, height})
		l.y += height
	}
}

// turn begins a page, unless this one is empty.
func (l *layout) turn() {
	if l.y > l.top() {
		l.count++
		l.y = l.top()
	}
}

func (l *layout) top() float64 {
	if l.count > 1 {
		return marginTop + headSpace
	}
	return marginTop
}

func (l *layout) bottom() float64 { return l.paper.Height - marginBottom }

func (l *layout) above(r row) float64 {
	if !r.first || l.y == l.top() {
		return 0
	}
	return r.Above * l.air * l.size
}

func (l *layout) height(r row) float64 {
	height := l.leading * r.size() * l.size
	if r.last && r.Under {
		height += underSpace * l.size
	}
	return height
}

const (
	ascent     = 0.93 // from the top of a line to its baseline, in ems
	underSpace = 0.75 // for a rule beneath, in ems of the body text
)
