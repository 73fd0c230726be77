package tui

import (
	"math"
	"strings"

	"ssh-resume/internal/resume"
)

// yearCells is the length of a year's bar where there is room for all.
const yearCells = 6

// formerly stands before the name of an employer that was left.
const formerly = "Ex-"

// cellsPerYear gives one scale for the bars of all employments.
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

// work is a time line: the employments in their order, each with a bar of its
// years and what was achieved there.
func (s *sheet) work(work []resume.Employment, width int) []line {
	inner := width - timelineInset
	room := inner * 2 / 5
	if width < roomy { // beside the name, where that leaves a cell a year for all
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
		mark := say(accent, s.dot+" ")
		for _, l := range s.employment(w, inner, scale, inLine) {
			out = append(out, append(line{mark}, l...))
			mark = say(ruled, s.divider+" ")
		}
		if i < len(work)-1 {
			out = append(out, line{say(ruled, s.divider)})
		}
	}
	return out
}

// timelineInset is the cells that the line takes at the left.
const timelineInset = 2

// nameCells gives the cells of a name with its duration after it.
func nameCells(w resume.Employment) int {
	n := textWidth(w.Name)
	if w.Former {
		n += len(formerly)
	}
	if w.When != "" {
		n += 3 + textWidth(w.When)
	}
	return n
}

func (s *sheet) employment(w resume.Employment, width int, scale float64, barInLine bool) []line {
	text := min(width, maxText)
	name := line{{text: w.Name, style: strong, link: w.URL, field: s.entry(w.Name)}}
	if w.Former {
		name = append(line{say(quiet, formerly)}, name...)
	}
	position := line{{text: w.Position, style: accent, field: s.field(", ", w.Position)}}
	duration := line{{text: w.When, style: second, field: s.field(", ", w.When)}}
	bar := line{say(second, strings.Repeat(s.bar, barCells(w.Years, scale)))}

	var out []line
	if width >= roomy && w.When != "" && name.width()+duration.width()+2 <= width {
		out = append(out, spread(name, duration, width))
	} else {
		if w.When != "" {
			name = append(append(name, say(quiet, " "+s.separator+" ")), duration...)
		}
		out = wrap(name, text, text)
	}
	if barInLine && bar.width() > 0 {
		out[0] = spread(out[0], bar, width)
		bar = nil
	}
	switch {
	case width >= roomy && bar.width() > 0 && position.width()+bar.width()+2 <= width:
		out = append(out, spread(position, bar, width))
	default:
		if w.Position != "" {
			out = append(out, wrap(position, text, text)...)
		}
		if bar.width() > 0 {
			out = append(out, bar)
		}
	}
	if w.Summary != "" {
		out = append(out, wrap(line{{text: w.Summary, field: s.field(": ", w.Summary)}}, text, text)...)
	}
	for _, h := range w.Highlights {
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, figures(span{text: h, field: s.entry(h)}), text)...)
	}
	for _, p := range w.Achievements {
		achieved := figures(span{text: p.Description, style: strong, field: s.entry(p.Description)})
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, achieved, text)...)
	}
	return out
}

func barCells(years, scale float64) int {
	if years <= 0 || scale <= 0 {
		return 0
	}
	return max(1, int(math.Round(years*scale)))
}

// spread sets one text at the left end of the width and one at the right.
func spread(left, right line, width int) line {
	return append(left.pad(width-right.width()), right...)
}

// projects sets each result as a large figure with what it means beneath.
func (s *sheet) projects(projects []resume.Achievement, width int) []line {
	columns := 1
	if width >= 2*22+columnGap && len(projects) > 1 {
		columns = 2
	}
	column := min((width-(columns-1)*columnGap)/columns, maxText)
	entries := make([][]line, len(projects))
	for i, p := range projects {
		entries[i] = s.project(p, column)
	}
	return grid(entries, columns, column, 2)
}

func (s *sheet) project(p resume.Achievement, width int) []line {
	out := s.metric(p.Metric, width)
	if len(out) > 0 && p.Name != "" {
		out = append(out, nil)
	}
	name := line{{text: p.Name, style: strong, link: p.URL, field: s.entry(p.Name)}}
	if p.Name != "" {
		out = append(out, wrap(name, width, width)...)
	}
	if p.Description != "" {
		text := line{{text: p.Description, field: s.field(": ", p.Description)}}
		out = append(out, wrap(text, width, width)...)
	}
	return out
}

// metric draws a figure large, or as text where that can't be, over what it
// counts.
func (s *sheet) metric(m resume.Metric, width int) []line {
	out := s.drawn(m.Value, second, width)
	if out == nil && m.Value != "" {
		out = wrap(line{say(second, m.Value)}, width, width)
	}
	if m.Label != "" {
		out = append(out, wrap(line{say(quiet, m.Label)}, width, width)...)
	}
	return out
}

// drawn gives a text in large characters; nil where that can't be.
func (s *sheet) drawn(text string, as style, width int) []line {
	var out []line
	for _, row := range s.numeral(text, width) {
		out = append(out, line{say(as, row)})
	}
	return out
}

func (s *sheet) education(studies []resume.Entry, width int) []line {
	width = min(width, maxText)
	var out []line
	for _, e := range studies {
		degree := e.Name
		var entry []line
		if degree != "" {
			text := line{{text: degree, style: strong, field: s.entry(degree)}}
			entry = hang(line{say(accent, s.dot)}, bulletInset, text, width)
		} else {
			s.entries++
		}
		if e.By != "" {
			text := line{{text: e.By, link: e.URL, field: s.field(", ", e.By)}}
			entry = append(entry, hang(nil, bulletInset, text, width)...)
		}
		out = joinBlocks(out, entry)
	}
	return out
}

func (s *sheet) certificates(certificates []resume.Entry, width int) []line {
	width = min(width, maxText)
	var out []line
	for _, c := range certificates {
		text := line{{text: c.Name, style: strong, link: c.URL, field: s.entry(c.Name)}}
		if c.By != "" {
			text = append(text, say(plain, ", "), span{text: c.By, field: s.field(", ", c.By)})
		}
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, text, width)...)
	}
	return out
}
