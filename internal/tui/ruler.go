package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ssh-resume/internal/resume"
)

// The career ruler: employments as bars, in their place on an axis of years where all
// have dates, and otherwise one after the other.

// mostLanes is the most rows of bars for employments that overlap.
const mostLanes = 2

// stint is an employment on the ruler.
type stint struct {
	resume.Employment
	index      int     // of the employment
	from, to   float64 // years; without dates, from the first employment on
	begin, end int     // cells
	lane       int
}

// years returns a date as a number of years; false where it is unknown.
func years(d resume.Date) (float64, bool) {
	if !d.IsDate() {
		return 0, false
	}
	year, _ := strconv.Atoi(d.Year())
	month := 1
	if len(d) >= len("2006-01") {
		month, _ = strconv.Atoi(string(d[5:7]))
	}
	return float64(year) + float64(month-1)/12, true
}

// ongoing reports whether an employment has not ended.
func ongoing(w resume.Employment) bool { return w.StartDate != "" && w.EndDate == "" && !w.Former }

// stints places employments in so many cells; nil where the length of one is unknown,
// or too many overlap. Dated reports whether their places are those of an axis.
func stints(work []resume.Employment, width int) (all []stint, dated bool) {
	dated = true
	for i, w := range work {
		from, ok := years(w.StartDate)
		dated = dated && ok
		all = append(all, stint{Employment: w, index: i, from: from, to: from + w.Years})
	}
	at := 0.0
	for i := range all {
		if all[i].Years <= 0 {
			return nil, false
		}
		if !dated {
			all[i].from, all[i].to = at, at+all[i].Years
			at = all[i].to
		}
	}
	if len(all) == 0 || width < 8 {
		return nil, false
	}
	slices.SortStableFunc(all, func(a, b stint) int { return cmp.Compare(a.from, b.from) })
	first, last := all[0].from, 0.0
	for _, s := range all {
		last = max(last, s.to)
	}
	scale := float64(width+1) / (last - first) // a blank after each, but for the last
	if !dated && scale > 1 {
		scale = float64(int(scale)) // bars in exact proportion
	}
	var lanes []*stint // the last of each
	for i := range all {
		s := &all[i]
		s.begin = int((s.from-first)*scale + 0.5)
		s.end = min(max(int((s.to-first)*scale+0.5)-1, s.begin+1), width)
		s.begin = min(s.begin, s.end-1)
		s.lane = slices.IndexFunc(lanes, s.follows)
		switch {
		case s.begin >= s.end, s.lane < 0 && len(lanes) == mostLanes:
			return nil, false
		case s.lane < 0:
			s.lane, lanes = len(lanes), append(lanes, s)
		default:
			last := lanes[s.lane]
			last.end, lanes[s.lane] = min(last.end, s.begin-1), s
		}
	}
	return all, dated
}

// follows reports whether an employment can stand behind another. It may have begun
// in the last two months of that.
func (s *stint) follows(last *stint) bool {
	return s.begin > last.end || s.from >= last.to-2.5/12 && s.begin-1 > last.begin
}

// rulerRows says what stands on a ruler besides bars and names.
type rulerRows struct{ ticks, positions, when bool }

// ruler draws the employments; nil where that is not possible.
func (s *sheet) ruler(width int, rows rulerRows) []line {
	all, dated := stints(s.doc.work, width)
	if all == nil {
		return nil
	}
	lanes := 1
	for _, st := range all {
		lanes = max(lanes, st.lane+1)
	}
	if tight(all, width) {
		return s.namedRuler(all, width)
	}
	var out []line
	if rows.ticks && dated {
		out = append(out, s.ticks(all, width))
	}
	for lane := range lanes {
		bars := s.bars(all, lane)
		if lane == 0 && dated {
			bars = s.dots(bars, all, width)
		}
		out = append(out, bars)
		bright := func(st stint) style {
			if ongoing(st.Employment) || !dated {
				return strong
			}
			return plain
		}
		out = append(out, s.under(all, lane, width, bright, func(st stint) string { return st.Name }))
		if rows.positions && lanes == 1 && fitting(all, width, func(st stint) string { return st.Position }) {
			out = append(out, s.under(all, lane, width, always(quiet), func(st stint) string { return st.Position }))
		}
		if rows.when && lanes == 1 {
			out = append(out, s.under(all, lane, width, always(quiet), s.yearsOf))
		}
	}
	return out
}

func always(as style) func(stint) style { return func(stint) style { return as } }

// fitting reports whether a text of each employment fits under its bar.
func fitting(all []stint, width int, text func(stint) string) bool {
	for i, st := range all {
		if textWidth(text(st)) > room(all, i, width) {
			return false
		}
	}
	return true
}

// tight reports whether names have too little room under their bars.
func tight(all []stint, width int) bool {
	for i, st := range all {
		if room(all, i, width) < min(textWidth(st.Name), 5) {
			return true
		}
	}
	return false
}

// room returns the cells under the bar of an employment up to the next in its lane.
func room(all []stint, i, width int) int {
	for _, next := range all[i+1:] {
		if next.lane == all[i].lane {
			return next.begin - all[i].begin - 1
		}
	}
	return width - all[i].begin
}

// namedRuler draws bars with years above, and names in a row of their own.
func (s *sheet) namedRuler(all []stint, width int) []line {
	var names []string
	var out []line
	if _, ok := years(all[0].StartDate); ok {
		out = append(out, s.ticks(all, width))
	}
	for lane := range mostLanes {
		if bars := s.bars(all, lane); len(bars) > 0 {
			out = append(out, bars)
		}
	}
	for _, st := range slices.Backward(all) {
		if st.Name != "" && !slices.Contains(names, st.Name) {
			names = append(names, st.Name)
		}
	}
	list := wrap(line{styled(quiet, strings.Join(names, s.between()))}, width, width)
	if len(list) > 2 {
		list = append(list[:1], list[1].truncate(max(list[1].width()-textWidth(s.ellipsis), 1), s.ellipsis))
	}
	return append(out, list...)
}

// bars draws the bars of one lane.
func (s *sheet) bars(all []stint, lane int) line {
	latest := 0.0
	for _, st := range all {
		latest = max(latest, st.to)
	}
	var out line
	for _, st := range all {
		if st.lane != lane {
			continue
		}
		as := quiet
		if _, dated := years(st.StartDate); !dated || ongoing(st.Employment) || st.to == latest {
			as = numeric
		}
		out = append(out.pad(st.begin), styled(as, strings.Repeat(s.bar, st.end-st.begin)))
	}
	return out
}

// dots lays awards and certificates over the bars.
func (s *sheet) dots(bars line, all []stint, width int) line {
	first, last := all[0].from, 0.0
	for _, st := range all {
		last = max(last, st.to)
	}
	for _, d := range s.doc.events {
		at, ok := years(d)
		if !ok || at < first || at > last {
			continue
		}
		x := min(int((at-first)/(last-first)*float64(width)), width-1)
		before, after := bars.cut(0, x), bars.cut(x+1, width)
		bars = append(append(before.pad(x), styled(accent, s.dot)), after...)
	}
	return bars
}

// under sets a text under each bar of a lane, cut to the room that it has.
func (s *sheet) under(all []stint, lane, width int, as func(stint) style, text func(stint) string) line {
	var out line
	for i, st := range all {
		if st.lane != lane {
			continue
		}
		l := line{styled(as(st), text(st))}.truncate(room(all, i, width), s.ellipsis)
		if l.width() > 0 {
			out = append(out.pad(st.begin), l...)
		}
	}
	return out
}

// ticks draws years at their places.
func (s *sheet) ticks(all []stint, width int) line {
	first, last := all[0].from, 0.0
	for _, st := range all {
		last = max(last, st.to)
	}
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50} {
		if float64(step)/(last-first)*float64(width) >= 8 {
			break
		}
	}
	var out line
	for year := int(first); float64(year) <= last; year++ {
		x := int((float64(year) - first) / (last - first) * float64(width))
		if float64(year) < first || year%step != 0 || x+5 > width || x < out.width() {
			continue
		}
		out = append(out.pad(x), styled(faint, s.tick), styled(quiet, strconv.Itoa(year)))
	}
	return out
}

// yearsOf returns the years of an employment in few cells, such as "2019–2021", or
// its duration.
func (s *sheet) yearsOf(st stint) string {
	from, to := st.StartDate.Year(), st.EndDate.Year()
	if ongoing(st.Employment) {
		to = s.doc.words.Dates.Present
	}
	switch from {
	case "":
		return st.When
	case to:
		return from
	default:
		return from + s.dash + to
	}
}

// durations draws bars from one zero beside the names; nil where the length of one is
// unknown.
func (s *sheet) durations(width int) []line {
	names, whens, longest := 0, 0, 0.0
	for _, w := range s.doc.work {
		if w.Years <= 0 || w.Name == "" {
			return nil
		}
		names, whens, longest = max(names, textWidth(w.Name)), max(whens, textWidth(w.When)), max(longest, w.Years)
	}
	names = min(names, 24) + 3
	scale := float64(width-names-2-whens) / longest
	if scale > 1 {
		scale = float64(min(int(scale), 10)) // bars in exact proportion
	}
	if longest == 0 || len(s.doc.work) > 8 || scale*longest < 8 {
		return nil
	}
	var out []line
	for i, w := range s.doc.work {
		name, bar, when := plain, quiet, quiet
		if i == 0 {
			name, bar, when = strong, numeric, plain
		}
		l := line{styled(name, w.Name)}.truncate(names-3, s.ellipsis).pad(names)
		l = append(l, styled(bar, strings.Repeat(s.bar, max(int(w.Years*scale), 1))), blanks(2), styled(when, w.When))
		out = append(out, l)
	}
	return out
}

// smallRulerWidth is that of the ruler beside the name of the entry that is read.
const smallRulerWidth = 20

// smallRuler draws all employments as bars in one row, with the one that is read in
// front and bright; nil where that is not possible.
func (d *document) smallRuler(reading int) line {
	all, _ := stints(d.work, smallRulerWidth)
	if all == nil {
		return nil
	}
	out := make(line, smallRulerWidth)
	for i := range out {
		out[i] = blanks(1)
	}
	draw := func(st stint, as style) {
		for i := st.begin; i < st.end; i++ {
			out[i] = styled(as, d.glyphs.bar)
		}
	}
	for _, st := range all {
		draw(st, faint)
	}
	if i := slices.IndexFunc(all, func(st stint) bool { return st.index == reading }); i >= 0 {
		draw(all[i], numeric)
	}
	return out
}

// besideSmallRuler sets a heading beside a ruler on which the employment that is read
// is bright, once the ruler of the page is out of sight.
func (m *Model) besideSmallRuler(heading line, name int) line {
	pg, width := m.page(), m.layout.page-1 // a mark stands behind it
	reading := slices.Index(pg.employers, name)
	if reading < 0 || pg.find(pg.employers[0], 0) > m.top+1 || width < 2*smallRulerWidth {
		return heading.truncate(m.layout.page, m.ellipsis)
	}
	ruler := m.doc.smallRuler(reading)
	return spread(heading.truncate(width-2-ruler.width(), m.ellipsis), ruler, width)
}
