package tui

// Sizes of windows, in cells.
const (
	leastWidth, leastHeight = 30, 10 // the smallest window for reading
	wideFrom                = 70     // from here on, the list is beside the page
	asideFrom               = 160    // from here on, a third column has contact and save
	mostWidth               = 190    // of the composition, which is centered
	margin                  = 2      // on either side of a composition with a list
	labelFrom               = 14     // rows from which a narrow window shows the label
	airyFrom                = 20     // rows from which there is a blank line at the top
	footFrom                = 28     // rows from which there is a blank line at the bottom
	tallFrom                = 30     // rows from which the title page has room for the label
)

// Widths of columns, in cells.
const (
	mostListTitle = 24
	listGap       = 3 // between the list and the page
	asideWidth    = 44
	asideGap      = 4
)

// layout says where everything is, in cells from the window's top left corner.
type layout struct {
	wide        bool
	left        int    // where the composition begins, without its margin
	measure     int    // its width
	header      int    // rows above the body, including the rule
	body        int    // rows of list and page
	problems    []line // rows beneath the body for problems of the owner's file
	list        int    // width of the list
	pageX, page int    // where the page's text begins, and its width
	asideX      int    // where the third column begins; 0 for none
}

// newLayout fits the composition into a window. Longest is the width of the widest title in the list.
func newLayout(width, height, longest int) layout {
	l := layout{wide: width >= wideFrom, left: 1, measure: width - 2}
	if !l.wide {
		l.header = either(height >= labelFrom, 4, 3) // name, label, section, rule
		l.body = height - l.header - 2
		l.pageX, l.page, l.list = l.left, width-4, l.measure
		return l
	}
	l.measure = min(width, mostWidth) - 2*margin
	l.left = (width - l.measure) / 2
	l.header = either(height >= airyFrom, 4, 2) // names and a rule, between blank lines
	l.body = height - l.header - either(height >= footFrom, 3, 2)
	l.list = min(longest, mostListTitle) + 9
	l.pageX = l.left + l.list + listGap
	end := l.left + l.measure
	if width >= asideFrom {
		l.asideX = end - asideWidth
		end = l.asideX - asideGap
	}
	l.page = end - 2 - l.pageX // leaves room for a blank and the mark that the page continues
	return l
}
