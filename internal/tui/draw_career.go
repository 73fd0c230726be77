package tui

import (
	"math"
	"strings"

	"ssh-resume/internal/resume"
)

// yearCells is the length of a year's bar where there is room for all.
const yearCells = 4

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
	scale := cellsPerYear(work, min(width*2/5, width-8))
	var out []line
	for i, w := range work {
		entry := s.employment(w, width, scale)
		for j, l := range entry {
			mark := say(ruled, s.divider+" ")
			if j == 0 {
				mark = say(accent, s.dot+" ")
			}
			out = append(out, append(line{mark}, l...))
		}
		if i < len(work)-1 {
			out = append(out, line{say(ruled, s.divider)})
		}
	}
	return out
}

func (s *sheet) employment(w resume.Employment, width int, scale float64) []line {
	inset := textWidth(s.dot) + 1
	inner := width - inset
	name := line{{text: w.Name, style: strong, link: w.URL, field: s.entry(w.Name)}}
	if w.Former {
		name = append(line{say(quiet, formerly)}, name...)
	}
	position := line{{text: w.Position, style: accent, field: s.field(", ", w.Position)}}
	duration := line{{text: w.Duration, style: second, field: s.field(", ", w.Duration)}}
	bar := line{say(second, strings.Repeat(s.bar, barCells(w.Years, scale)))}
	if w.Duration == "" {
		duration = nil
	}

	var out []line
	switch {
	case width >= roomy && name.width()+duration.width()+2 <= inner:
		out = append(out, spread(name, duration, inner))
	default:
		if len(duration) > 0 {
			name = append(append(name, say(quiet, " "+s.separator+" ")), duration...)
		}
		out = wrap(name, inner, inner)
	}
	switch {
	case w.Position == "" && bar.width() > 0:
		out = append(out, spread(nil, bar, inner))
	case width >= roomy && position.width()+bar.width()+2 <= inner:
		out = append(out, spread(position, bar, inner))
	case w.Position != "":
		out = append(out, wrap(position, inner, inner)...)
		if bar.width() > 0 {
			out = append(out, bar)
		}
	}
	if w.Summary != "" {
		out = append(out, wrap(line{{text: w.Summary, field: s.field(": ", w.Summary)}}, inner, inner)...)
	}
	for _, h := range w.Highlights {
		text := line{{text: h, field: s.entry(h)}}
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, text, inner)...)
	}
	for _, p := range w.Achievements {
		text := line{{text: p.Description, style: strong, field: s.entry(p.Description)}}
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, text, inner)...)
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
func (s *sheet) projects(projects []resume.Project, width int) []line {
	columns := 1
	switch {
	case width >= 4*26+3*columnGap && len(projects)%4 == 0:
		columns = 4
	case width >= 2*24+columnGap:
		columns = 2
	}
	column := min((width-(columns-1)*columnGap)/columns, maxText)
	entries := make([][]line, len(projects))
	for i, p := range projects {
		entries[i] = s.project(p, column)
	}
	return grid(entries, columns, column)
}

func (s *sheet) project(p resume.Project, width int) []line {
	out := s.figure(p.Metric.Value, width)
	if p.Metric.Label != "" {
		out = append(out, wrap(line{say(quiet, p.Metric.Label)}, width, width)...)
	}
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

// figure draws a figure large, or as text where that can't be.
func (s *sheet) figure(value string, width int) []line {
	var out []line
	for _, row := range s.numeral(value, width) {
		out = append(out, line{say(second, row)})
	}
	if out == nil && value != "" {
		out = wrap(line{say(second, value)}, width, width)
	}
	return out
}

func (s *sheet) education(studies []resume.Education, width int) []line {
	width = min(width, maxText)
	var out []line
	for _, e := range studies {
		degree := strings.TrimSpace(e.StudyType + " " + e.Area)
		var entry []line
		if degree != "" {
			text := line{{text: degree, style: strong, field: s.entry(degree)}}
			entry = hang(line{say(accent, s.dot)}, bulletInset, text, width)
		} else {
			s.entries++
		}
		if e.Institution != "" {
			text := line{{text: e.Institution, link: e.URL, field: s.field(", ", e.Institution)}}
			entry = append(entry, hang(nil, bulletInset, text, width)...)
		}
		out = joinBlocks(out, entry)
	}
	return out
}

func (s *sheet) certificates(certificates []resume.Certificate, width int) []line {
	width = min(width, maxText)
	var out []line
	for _, c := range certificates {
		text := line{{text: c.Name, style: strong, link: c.URL, field: s.entry(c.Name)}}
		if c.Issuer != "" {
			text = append(text, say(plain, ", "), span{text: c.Issuer, field: s.field(", ", c.Issuer)})
		}
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, text, width)...)
	}
	return out
}
