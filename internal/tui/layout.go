package tui

// Sizes of windows, in cells.
const (
	leastWidth, leastHeight = 30, 10 // what the résumé can be read in
	wideFrom                = 70     // from here on the list stands beside the page
	mostWidth, mostHeight   = 140, 46
	labelFrom               = 14 // rows from which a narrow window shows the label
	compactBelow            = 18 // rows under which the header is one line
	airyFrom                = 20 // rows from which there is a blank line at the top
)

// layout says where everything stands, in cells from the window's corner.
type layout struct {
	wide          bool
	x, y          int // where the composition begins
	width, height int // of it
	margin        int
	header        int // rows above the body, the rule included
	body          int // rows of list and page
	faults        int // rows beneath them for faults of the owner's file
	bodyY         int
	list          int // cells of the list, 0 where it has none of its own
	pageX, page   int // where the page's text begins, and its width
	airy, compact bool
}

// newLayout fits the composition into a window. Longest is the width of the longest
// title in the list.
func newLayout(width, height, longest int) layout {
	l := layout{wide: width >= wideFrom, width: width, height: height, margin: 1}
	if !l.wide {
		l.header = 3 // name, section, rule
		if height >= labelFrom {
			l.header++
		}
		l.body = height - l.header - 2
		l.bodyY = l.header
		l.pageX, l.page = 1, width-3
		return l
	}
	l.width, l.height = min(width, mostWidth), min(height, mostHeight)
	l.x, l.y = (width-l.width)/2, (height-l.height)/2
	l.margin = 2
	l.compact = height < compactBelow
	l.airy = height >= airyFrom
	l.header = 3
	if l.compact {
		l.header = 2
	}
	if l.airy {
		l.header++
	}
	foot := 2
	if l.airy {
		l.header++ // a blank line under the rule
		foot++     // and one at the end
	}
	l.body = l.height - l.header - foot
	l.bodyY = l.y + l.header
	l.list = min(longest, 24) + 9
	l.pageX = l.x + l.margin + l.list + 4
	l.page = l.x + l.width - l.margin - 2 - l.pageX
	return l
}

// leastBody is the least number of rows of list and page in a tall window.
const leastBody = 24

// shrunk removes rows that no page fills, where the longest page has so many rows,
// and centers the composition in the window.
func (l layout) shrunk(rows int) layout {
	spare := max(l.body-max(rows, leastBody), 0)
	l.height, l.body = l.height-spare, l.body-spare
	l.y, l.bodyY = l.y+spare/2, l.bodyY+spare/2
	return l
}
