package tui

import (
	"cmp"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// ruler returns the ruler of all employments. An ongoing one has room for its name.
func (d *document) ruler(width int) *resume.Ruler {
	return resume.NewRuler(d.work, width, widest(d.work, func(e resume.Employment) int {
		if !e.Ongoing() {
			return 0
		}
		return textWidth(e.Name)
	}))
}

// ruler draws the employments in their places, each with its name; nil if that is not possible. Names that have
// too little room get a row of their own.
func (s *sheet) ruler(width int, ticks, positions bool) []line {
	r := s.doc.ruler(width)
	if r == nil {
		return nil
	}
	var out []line
	tight := s.tight(r)
	if r.Dated && (ticks || tight) {
		out = append(out, s.ticks(r))
	}
	for lane := range r.Lanes {
		bars := s.bars(r, lane)
		if lane == 0 {
			bars = s.dots(bars, r)
		}
		if out = append(out, bars); !tight {
			out = append(out, s.under(r, lane, func(b resume.Bar) span { return styled(either(b.Current, strong, plain), b.Name) }))
		}
	}
	if tight {
		return append(out, s.employerNames(either(r.Dated, r.Bars, nil), width)...)
	}
	add := func(text func(resume.Bar) string) {
		cut := func(b resume.Bar) bool { return textWidth(text(b)) > b.Room }
		if r.Lanes == 1 && !slices.ContainsFunc(r.Bars, cut) {
			out = append(out, s.under(r, 0, func(b resume.Bar) span { return styled(quiet, text(b)) }))
		}
	}
	if positions {
		add(func(b resume.Bar) string { return b.Position })
	}
	if !ticks {
		add(s.yearsOf)
	}
	return out
}

// tight reports whether a name has too little room under its bar: not even for the first word.
func (s *sheet) tight(r *resume.Ruler) bool {
	return slices.ContainsFunc(r.Bars, func(b resume.Bar) bool {
		return b.Room < min(textWidth(b.Name), max(s.glyphs.firstWord(b.Name), 8))
	})
}

// firstWord returns the width of the first word of a text with a mark that more follows.
func (g *glyphs) firstWord(text string) int {
	first, _, _ := strings.Cut(text, " ")
	return longestWord(first) + textWidth(g.ellipsis)
}

// employerNames lists the names of employers in at most two rows, with long ones cut if that makes room for more.
// Names of bars come first, beginning with the current and the latest; the others are in the order of the file.
func (s *sheet) employerNames(bars []resume.Bar, width int) (out []line) {
	var all []string // more than fit into two rows
	add := func(name string) {
		if len(all) < width && name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	for _, current := range []bool{true, false} {
		for _, b := range slices.Backward(bars) {
			if b.Current == current {
				add(b.Name)
			}
		}
	}
	for _, w := range s.doc.work {
		add(w.Name)
	}
	set := func(names []string) []line {
		return s.glyphs.wordList(each(names, func(name string) line { return line{styled(quiet, name)} }), width)
	}
	for _, longest := range []int{width, width/2 - 2} {
		var names []string
		room := 3 * width // for more names than fit into two rows
		for i := 0; room >= 0 && i < len(all); i++ {
			name := line{styled(quiet, all[i])}.truncate(max(longest, s.glyphs.firstWord(all[i])), s.glyphs.ellipsis).text()
			if room -= textWidth(name + s.glyphs.between()); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		out = set(names)
		for n := len(names) - 1; len(out) > 2 && longest < width && n >= 0; n-- {
			out = set(append(names[:n:n], s.glyphs.ellipsis))
		}
		if len(out) <= 2 {
			break
		}
	}
	return out
}

func (s *sheet) bars(r *resume.Ruler, lane int) line {
	var out line
	for _, b := range r.Lane(lane) {
		if begin := max(b.Begin, out.width()); begin < b.End { // otherwise a bar in the same lane covers it
			out = append(out.pad(begin), styled(either(b.Current, numeric, quiet), strings.Repeat(s.glyphs.bar, b.End-begin)))
		}
	}
	return out
}

// dots lays awards and certificates over the bars.
func (s *sheet) dots(bars line, r *resume.Ruler) line {
	for _, d := range s.doc.events {
		if x, ok := r.Column(d); ok {
			before, after := bars.cut(0, x), bars.cut(x+1, bars.width())
			bars = append(append(before.pad(x), styled(accent, s.glyphs.dot)), after...)
		}
	}
	return bars
}

// under sets a text under each bar of a lane, cut after a word if there is too little room.
func (s *sheet) under(r *resume.Ruler, lane int, text func(resume.Bar) span) line {
	var out line
	for _, b := range r.Lane(lane) {
		if l := (line{text(b)}).truncate(b.Room, s.glyphs.ellipsis); !l.empty() {
			out = append(out.pad(b.Begin), l...)
		}
	}
	return out
}

func (s *sheet) ticks(r *resume.Ruler) line {
	var out line
	for _, year := range r.Years(5, 3) {
		x, _ := r.Column(year)
		out = append(out.pad(x), styled(faint, s.glyphs.tick), styled(quiet, string(year)))
	}
	return out
}

// yearsOf returns the years of an employment in few cells, such as "2019–2021", or its
// duration. Its words are left out if there is no room.
func (s *sheet) yearsOf(b resume.Bar) string {
	dates := s.doc.words.Dates
	years := strings.ReplaceAll(cmp.Or(b.InYears, b.When), " "+s.glyphs.dash+" ", s.glyphs.dash)
	for _, word := range []string{words.Fill(dates.Year, "year", ""), dates.Present} {
		if textWidth(years) > b.Room {
			years = strings.ReplaceAll(years, word, "")
		}
	}
	return years
}

// durations draws bars from a common zero beside the names; nil if the length of one is unknown.
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
		l := line{styled(either(i == 0, strong, plain), w.Name)}.truncate(names-3, s.glyphs.ellipsis).pad(names)
		bar := styled(either(i == 0, numeric, quiet), strings.Repeat(s.glyphs.bar, max(int(w.Years*scale), 1)))
		out = append(out, append(l, bar, blanks(2), styled(either(i == 0, plain, quiet), w.When)))
	}
	return out
}

// besideSmallRuler sets a heading beside a ruler with all employments in one row, in which the current entry is
// in front and bright. It ends where the dates of employments end.
func (m *Model) besideSmallRuler(heading line, name int) line {
	const small = 20 // cells
	width, r := min(m.layout.page, maxText), m.doc.ruler(small)
	reading := slices.Index(m.page().employers, name)
	if r == nil || reading < 0 || width < heading.width()+2+small {
		return heading.truncate(m.layout.page, m.glyphs.ellipsis)
	}
	bars := slices.Repeat(line{blanks(1)}, widest(r.Bars, func(b resume.Bar) int { return b.End }))
	for _, as := range []style{faint, numeric} {
		for _, b := range r.Bars {
			for i := b.Begin; i < b.End && (as == numeric) == (b.Index == reading); i++ {
				bars[i] = styled(as, m.glyphs.bar)
			}
		}
	}
	return spread(heading, bars, width)
}

// rulerEnd returns the line after the ruler of a page; 0 if there is none.
func (p *page) rulerEnd() int {
	if len(p.employers) == 0 {
		return 0
	}
	return p.find(p.employers[0], 0)
}
