package resume

import (
	"cmp"
	"slices"
	"strconv"
)

// Ruler is a career on one axis: each employment is a bar in its place, and simultaneous ones are in different lanes.
type Ruler struct {
	Bars  []Bar // the earliest first
	Lanes int   // 1 to 3
	Dated bool  // the axis has years; otherwise the bars follow each other

	width       int
	first, last float64
	known       float64 // the last year that the file mentions
}

// Bar is an employment on a ruler, in the columns from Begin up to End, which is not part of it.
type Bar struct {
	Employment
	Index      int // of the employment
	Begin, End int
	Lane       int  // from 0
	Room       int  // columns from its beginning to two before the next bar in the lane, or to the end
	Current    bool // it is ongoing; if none is, the last to end; without dates, every one

	from, to float64 // years; without dates, from the first employment on
}

const (
	mostLanes = 3 // further simultaneous employments share a lane
	leastAxis = 8 // columns
)

// NewRuler places employments on an axis of the given width in columns. It returns nil if the length of one is
// unknown. A file says when an ongoing employment began, and seldom how long it has lasted: its bar takes at
// least the columns in ongoing, bounded to between a seventh and a third of the axis.
func NewRuler(work []Employment, width, ongoing int) *Ruler {
	if len(work) == 0 || width < leastAxis {
		return nil
	}
	r := &Ruler{Dated: true, width: width}
	for i, w := range work {
		from, ok := w.StartDate.Years()
		r.Dated = r.Dated && ok
		r.Bars = append(r.Bars, Bar{Employment: w, Index: i, from: from, to: from + w.Years})
	}
	at, goesOn := 0.0, false
	for i := range r.Bars {
		b := &r.Bars[i]
		switch {
		case r.Dated && b.Ongoing(): // it may have begun after the file was last changed
			b.to = max(b.to, b.from+1.0/12)
		case b.Years <= 0:
			return nil
		case !r.Dated:
			b.from, b.to = at, at+b.Years
			at = b.to
		}
		r.last, goesOn = max(r.last, b.to), goesOn || b.Ongoing()
	}
	slices.SortStableFunc(r.Bars, func(a, b Bar) int { return cmp.Compare(a.from, b.from) })
	r.first = r.Bars[0].from
	r.known = r.last
	share := min(max(float64(ongoing+1)/float64(width+1), 1.0/7), 1.0/3)
	for _, b := range r.Bars { // before any is drawn to the end of the axis
		if b.Ongoing() && r.Dated {
			r.last = max(r.last, r.first+(b.from-r.first)/(1-share))
		}
	}
	for i := range r.Bars {
		b := &r.Bars[i]
		if b.Current = !r.Dated || b.Ongoing() || !goesOn && b.to == r.last; b.Ongoing() && r.Dated {
			b.to = r.last
		}
	}
	r.place()
	return r
}

// place sets the columns and lanes of the bars.
func (r *Ruler) place() {
	scale := float64(r.width+1) / (r.last - r.first) // a blank after each bar except the last
	if !r.Dated && scale > 1 {
		scale = float64(int(scale)) // bars in exact proportion
	}
	var lanes []*Bar // of each, the last to end
	for i := range r.Bars {
		b := &r.Bars[i]
		b.Begin = int((b.from-r.first)*scale + 0.5)
		b.End = min(max(int((b.to-r.first)*scale+0.5)-1, b.Begin+1), r.width)
		b.Begin = min(b.Begin, b.End-1)
		b.Lane = slices.IndexFunc(lanes, b.follows)
		switch {
		case b.Lane >= 0:
			last := lanes[b.Lane]
			last.End, lanes[b.Lane] = min(last.End, b.Begin-1), b
		case len(lanes) < mostLanes:
			b.Lane, lanes = len(lanes), append(lanes, b)
		default:
			first := slices.MinFunc(lanes, func(x, y *Bar) int { return cmp.Compare(x.End, y.End) })
			if b.Lane = first.Lane; b.End > first.End {
				lanes[b.Lane] = b
			}
		}
	}
	r.Lanes = len(lanes)
	next := slices.Repeat([]int{r.width + 2}, r.Lanes) // where the next bar of each lane begins
	for i := range slices.Backward(r.Bars) {
		b := &r.Bars[i]
		b.Room = max(next[b.Lane]-2-b.Begin, 0)
		next[b.Lane] = b.Begin
	}
}

// follows reports whether a bar can follow another in its lane. It may begin in the last two months of the other.
func (b *Bar) follows(last *Bar) bool {
	return b.Begin > last.End || b.from >= last.to-2.5/12 && b.Begin-1 > last.Begin
}

// Lane returns the bars of one lane.
func (r *Ruler) Lane(lane int) []Bar {
	return slices.DeleteFunc(slices.Clone(r.Bars), func(b Bar) bool { return b.Lane != lane })
}

// Column returns the place of a date, and whether it is on the ruler.
func (r *Ruler) Column(d Date) (int, bool) {
	at, ok := d.Years()
	if !ok || !r.Dated || at < r.first || at > r.last {
		return 0, false
	}
	return min(int((at-r.first)/(r.last-r.first)*float64(r.width)), r.width-1), true
}

// Years returns the years to write above the ruler, where each takes label columns and is apart columns from the next.
func (r *Ruler) Years(label, apart int) []Date {
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50} {
		if float64(step)/(r.last-r.first)*float64(r.width) >= float64(label+apart) {
			break
		}
	}
	var all []Date
	for year := int(r.first); float64(year) <= r.known; year++ {
		d := Date(strconv.Itoa(year))
		if at, ok := r.Column(d); ok && year%step == 0 && at+label <= r.width {
			all = append(all, d)
		}
	}
	return all
}

// Years returns a date as a number of years; false if it is unknown.
func (d Date) Years() (float64, bool) { return float64(d.months(false)) / 12, d.IsDate() }
