package tui

import (
	"cmp"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

type rulerRows struct{ ticks, positions, when bool }

// ruler draws the employments in their places; nil where that is not possible.
func (s *sheet) ruler(width int, rows rulerRows) []line {
	r := resume.NewRuler(s.doc.work, width)
	if r == nil {
		return nil
	}
	if tight(r) {
		return s.namedRuler(r, width)
	}
	var out []line
	if rows.ticks && r.Dated {
		out = append(out, s.ticks(r))
	}
	name := func(b resume.Bar) span {
		if b.Ongoing() || !r.Dated {
			return styled(strong, b.Name)
		}
		return styled(plain, b.Name)
	}
	for lane := range r.Lanes {
		bars := s.bars(r, lane)
		if lane == 0 {
			bars = s.dots(bars, r, width)
		}
		out = append(out, bars, s.under(r, lane, name))
	}
	cut := func(b resume.Bar) bool { return textWidth(b.Position) > b.Room() }
	if rows.positions && r.Lanes == 1 && !slices.ContainsFunc(r.Bars, cut) {
		out = append(out, s.under(r, 0, func(b resume.Bar) span { return styled(quiet, b.Position) }))
	}
	cutYears := func(b resume.Bar) bool { return textWidth(s.yearsOf(b, b.Room())) > b.Room() }
	if rows.when && r.Lanes == 1 && !slices.ContainsFunc(r.Bars, cutYears) {
		out = append(out, s.under(r, 0, func(b resume.Bar) span { return styled(quiet, s.yearsOf(b, b.Room())) }))
	}
	return out
}

// tight reports whether names have too little room under their bars.
func tight(r *resume.Ruler) bool {
	return slices.ContainsFunc(r.Bars, func(b resume.Bar) bool { return b.Room() < min(textWidth(b.Name), 5) })
}

// namedRuler draws bars with years above, and names in a row of their own.
func (s *sheet) namedRuler(r *resume.Ruler, width int) []line {
	var names []span
	var out []line
	if r.Dated {
		out = append(out, s.ticks(r))
	}
	for lane := range r.Lanes {
		out = append(out, s.bars(r, lane))
	}
	for _, b := range slices.Backward(r.Bars) {
		if name := styled(quiet, b.Name); b.Name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	list := s.wordList(names, quiet, width)
	if len(list) > 2 {
		list = append(list[:1], list[1].truncate(max(list[1].width()-textWidth(s.ellipsis), 1), s.ellipsis))
	}
	return append(out, list...)
}

func (s *sheet) bars(r *resume.Ruler, lane int) line {
	var out line
	for _, b := range r.Lane(lane) {
		as := quiet
		if !r.Dated || b.Current {
			as = numeric
		}
		if begin := max(b.Begin, out.width()); begin < b.End { // else one that shares the lane is in front
			out = append(out.pad(begin), styled(as, strings.Repeat(s.bar, b.End-begin)))
		}
	}
	return out
}

// dots lays awards and certificates over the bars.
func (s *sheet) dots(bars line, r *resume.Ruler, width int) line {
	for _, d := range s.doc.events {
		if x, ok := r.Column(d); ok {
			before, after := bars.cut(0, x), bars.cut(x+1, width)
			bars = append(append(before.pad(x), styled(accent, s.dot)), after...)
		}
	}
	return bars
}

// under sets a text under each bar of a lane, cut to the room that it has.
func (s *sheet) under(r *resume.Ruler, lane int, text func(resume.Bar) span) line {
	var out line
	for _, b := range r.Lane(lane) {
		if l := (line{text(b)}).truncate(b.Room(), s.ellipsis); l.width() > 0 {
			out = append(out.pad(b.Begin), l...)
		}
	}
	return out
}

func (s *sheet) ticks(r *resume.Ruler) line {
	var out line
	for _, year := range r.Years(5, 3) {
		x, _ := r.Column(year)
		out = append(out.pad(x), styled(faint, s.tick), styled(quiet, string(year)))
	}
	return out
}

// yearsOf returns the years of an employment in few cells, such as "2019–2021", or
// its duration. The words in it are left out where there is no room.
func (s *sheet) yearsOf(b resume.Bar, room int) string {
	dates := s.doc.words.Dates
	years := strings.ReplaceAll(cmp.Or(b.InYears, b.When), " "+s.dash+" ", s.dash)
	for _, word := range []string{words.Fill(dates.Year, "year", ""), dates.Present} {
		if textWidth(years) > room {
			years = strings.ReplaceAll(years, word, "")
		}
	}
	return years
}

// durations draws bars from one zero beside the names; nil where the length of one is unknown.
func (s *sheet) durations() []line {
	names, whens, longest := 0, 0, 0.0
	for _, w := range s.doc.work {
		if w.Years <= 0 || w.Name == "" {
			return nil
		}
		names, whens, longest = max(names, textWidth(w.Name)), max(whens, textWidth(w.When)), max(longest, w.Years)
	}
	names = min(names, 24) + 3
	scale := float64(s.width-names-2-whens) / longest
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
	r := resume.NewRuler(d.work, smallRulerWidth)
	if r == nil {
		return nil
	}
	out := slices.Repeat(line{blanks(1)}, smallRulerWidth)
	for _, as := range []style{faint, numeric} {
		for _, b := range r.Bars {
			for i := b.Begin; i < b.End && (as == numeric) == (b.Index == reading); i++ {
				out[i] = styled(as, d.glyphs.bar)
			}
		}
	}
	return out
}

// besideSmallRuler sets a heading beside a ruler on which the employment that is read
// is bright, once the ruler of the page is out of sight.
func (m *Model) besideSmallRuler(heading line, name int) line {
	pg, width := m.page(), m.layout.page
	reading := slices.Index(pg.employers, name)
	if reading < 0 || pg.find(pg.employers[0], 0) > m.top+1 || width < heading.width()+2+smallRulerWidth {
		return heading.truncate(width, m.ellipsis)
	}
	return spread(heading, m.doc.smallRuler(reading), width)
}
