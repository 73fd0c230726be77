package tui

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// yearCells is the most cells that the bar of a year takes.
const yearCells = 6

// cellsPerYear returns one scale for the bars of all employments.
func cellsPerYear(work []resume.Employment, room int) float64 {
	longest := 0.0
	for _, w := range work {
		longest = max(longest, w.Years)
	}
	if longest == 0 {
		return 0
	}
	scale := float64(room) / longest
	if scale > 1 {
		scale = math.Floor(scale)
	}
	return min(scale, yearCells)
}

// work draws a time line: the employments in their order, each with a bar for its
// years and with what was achieved there.
func (s *sheet) work(work []resume.Employment, width int) []line {
	inner := width - timelineInset
	room := inner * 2 / 5
	if width < roomy { // next to the name, if every year still gets a cell
		for _, w := range work {
			room = min(room, inner-nameCells(w)-2)
		}
	}
	scale := cellsPerYear(work, room)
	inLine := width < roomy && scale >= 1
	if scale < 1 {
		scale = cellsPerYear(work, inner)
	}
	var out []line
	for i, w := range work {
		mark := styled(accent, s.dot+" ")
		for _, l := range s.employment(w, inner, scale, inLine) {
			out = append(out, append(line{mark}, l...))
			mark = styled(faint, s.divider+" ")
		}
		if i < len(work)-1 {
			out = append(out, line{styled(faint, s.divider)})
		}
	}
	return out
}

// timelineInset is the cells that the line at the left takes.
const timelineInset = 2

// nameCells returns the cells that a name takes with its dates after it.
func nameCells(w resume.Employment) int {
	n := textWidth(w.Employer())
	if w.When != "" {
		n += 3 + textWidth(w.When)
	}
	return n
}

func (s *sheet) employment(w resume.Employment, width int, scale float64, barInLine bool) []line {
	head, role := s.entryName(w.URL, w.Name, w.Position), span{}
	if w.Name != "" {
		role = s.textField(", ", w.Position, accent)
	}
	when := s.textField(", ", w.When, numeric)
	what, where := s.textField(", ", w.Description, quiet), s.textField(", ", w.Location, quiet)
	summary, address := s.textField(": ", w.Summary, plain), s.address(w.URL)
	bar := line{styled(numeric, strings.Repeat(s.bar, barCells(w.Years, scale)))}

	name := line{head}
	if mark := strings.TrimSuffix(w.Employer(), w.Name); mark != "" {
		name = append(line{styled(quiet, mark)}, name...)
	}
	out := s.headline(name, when, width)
	if barInLine && bar.width() > 0 && len(out) > 0 && out[0].width()+bar.width() < width {
		out[0] = spread(out[0], bar, width)
		bar = nil
	}
	switch {
	case width >= roomy && bar.width() > 0 && textWidth(role.text)+bar.width()+2 <= width:
		out = append(out, spread(line{role}, bar, width))
	default:
		out = append(out, paragraph(line{role}, width)...)
		if bar.width() > 0 {
			out = append(out, bar)
		}
	}
	out = append(out, s.details(width, what, where, address)...)
	out = append(out, paragraph(line{summary}, width)...)
	out = append(out, s.points(w.Highlights, width)...)
	for _, p := range w.Achievements {
		if achieved := s.achieved(p, w.Name); len(achieved) > 0 {
			out = append(out, hang(line{styled(accent, s.point)}, bulletInset, achieved, min(width, maxText))...)
		}
	}
	return out
}

// achieved returns a project as a sentence: its name and what came of it. A name
// that repeats the employer's is left out where the projects have a page.
func (s *sheet) achieved(p resume.Achievement, employer string) line {
	if p.Description != "" && names(p.Name, employer) && len(s.doc.projects) > 0 {
		p.Name = ""
	}
	if p.Name == "" && p.Description == "" {
		return nil
	}
	name := s.entryName("", p.Name, p.Description)
	if p.Name == "" || p.Description == "" {
		return figures(name)
	}
	return append(line{name, styled(strong, ": ")}, figures(s.textField(": ", p.Description, strong))...)
}

func barCells(years, scale float64) int {
	if years <= 0 || scale <= 0 {
		return 0
	}
	return max(1, int(math.Round(years*scale)))
}

// spread sets one text at the left end of the width and another at the right.
func spread(left, right line, width int) line {
	return append(left.pad(width-right.width()), right...)
}

// career draws the years of all employments as one strip, from the first to the
// last, or in the order of the document where a start is unknown. It draws nothing
// where the length of one is unknown, two overlap, or a name does not fit.
func (s *sheet) career(width int) []line {
	work := slices.Clone(s.doc.work)
	if !slices.ContainsFunc(work, func(w resume.Employment) bool { return w.StartDate == "" }) {
		slices.SortStableFunc(work, func(a, b resume.Employment) int { return cmp.Compare(a.StartDate, b.StartDate) })
	}
	total := 0.0
	for i, w := range work {
		if w.Years <= 0 || slices.ContainsFunc(work[:i], func(other resume.Employment) bool { return overlap(w, other) }) {
			return nil
		}
		total += w.Years
	}
	if len(work) < 2 {
		return nil
	}
	scale := float64(width+1) / total // blanks between them, none at the end
	if scale > 1 {
		scale = float64(int(scale))
	}
	var strip, names, years line
	for _, w := range work {
		cells, when := int(scale*w.Years), s.yearsOf(w)
		if cells < max(textWidth(w.Name), textWidth(when))+1 {
			return nil
		}
		strip = append(strip, styled(numeric, strings.Repeat(s.bar, cells-1)), blanks(1))
		names = append(names, line{styled(plain, w.Name)}.pad(cells)...)
		years = append(years, line{styled(quiet, when)}.pad(cells)...)
	}
	return []line{strip, names, years}
}

// yearsOf returns the years of an employment in few cells, such as "2019–2021", or
// its duration.
func (s *sheet) yearsOf(w resume.Employment) string {
	if w.StartDate == "" {
		return w.When
	}
	from, to := w.StartDate.Year(), w.EndDate.Year()
	if from == to {
		return from
	}
	return from + s.dash + to
}

// overlap reports whether each began before the other ended.
func overlap(a, b resume.Employment) bool {
	return a.StartDate != "" && b.StartDate != "" && before(a.StartDate, b.EndDate) && before(b.StartDate, a.EndDate)
}

// before reports whether start is earlier than end, as far as both are known.
func before(start, end resume.Date) bool {
	n := min(len(start), len(end))
	return end == "" || start[:n] < end[:n]
}
