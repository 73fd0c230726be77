package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// profile sets the title page: who this is, for how long, what came of it, and
// where.
func (s *sheet) profile(b resume.Basics, width int) []line {
	text := min(width, maxText)
	out := s.name(b, width)
	label := span{text: b.Label, style: accent, field: s.field(", ", b.Label)}
	where := span{text: location(b.Location), field: s.field(", ", location(b.Location))}
	between := say(quiet, " "+s.separator+" ")
	who := []line{{label, between, where}}
	if label.text == "" || where.text == "" || who[0].width() > text {
		who = []line{{label}, {where}}
	}
	for _, l := range who {
		if l.width() > 0 {
			out = append(out, wrap(l, text, text)...)
		}
	}
	if b.Experience != "" {
		years := figures(span{text: b.Experience, field: s.entry(b.Experience)})
		out = append(out, wrap(years, text, text)...)
	}
	out = joinBlocks(out, s.metrics(width))
	var points []line
	for _, h := range b.Highlights {
		point := figures(span{text: h, field: s.entry(h)})
		points = append(points, hang(line{say(accent, s.point)}, bulletInset, point, text)...)
	}
	out = joinBlocks(out, points)
	out = joinBlocks(out, s.career(text))
	if b.Summary != "" {
		out = joinBlocks(out, s.text(b.Summary, width))
	}
	return out
}

// name gives the name in large letters where it can be drawn in two lines, and
// nothing where it stands above the page already.
func (s *sheet) name(b resume.Basics, width int) []line {
	f := s.entry(b.Name)
	if s.narrow && textWidth(b.Name) <= width {
		return nil
	}
	var out []line
	for _, words := range s.large(b.Name, width) {
		for _, l := range s.drawn(words, strong, width) {
			l[0].link, l[0].field, l[0].picture = b.URL, f, true
			out = append(out, l)
		}
	}
	if len(out) == 0 || len(out) > 2*numeralHeight {
		return wrap(line{{text: b.Name, style: strong, link: b.URL, field: f}}, width, width)
	}
	return append(out, nil)
}

// large parts a text into lines that can be drawn large; nil where one can't.
func (s *sheet) large(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(strings.ToUpper(text)) {
		if last := len(lines) - 1; last >= 0 && s.numeral(lines[last]+" "+word, width) != nil {
			lines[last] += " " + word
			continue
		}
		if s.numeral(word, width) == nil {
			return nil
		}
		lines = append(lines, word)
	}
	return lines
}

func location(l resume.Location) string {
	if l.City != "" && l.Region != "" {
		return l.City + ", " + l.Region
	}
	return l.City + l.Region
}

// metrics draws the figures of the projects side by side, where all have one
// and there is room. What they are about stands on the projects' own page.
func (s *sheet) metrics(width int) []line {
	const leastGap, mostGap = 3, 6
	var columns [][]line
	taken, parts := 0, max(len(s.doc.projects)-1, 1)
	for _, p := range s.doc.projects {
		drawn := s.drawn(p.Metric.Value, second, width)
		if drawn == nil {
			return nil
		}
		drawn = append(drawn, line{say(quiet, p.Metric.Label)})
		columns = append(columns, drawn)
		taken += widest(drawn)
	}
	gap := min((width-taken)/parts, mostGap)
	if len(columns) == 0 || gap < leastGap {
		return nil
	}
	out := make([]line, numeralHeight+1)
	at := 0
	for _, column := range columns {
		for i, l := range column {
			out[i] = append(out[i].pad(at), l...)
		}
		at += widest(column) + gap
	}
	return out
}

// career draws the years of all employments as one strip, in the order of the
// document. It is left out where a duration is not known or a name would not
// fit its part.
func (s *sheet) career(width int) []line {
	work := s.doc.work
	total := 0.0
	for _, w := range work {
		if w.Years <= 0 {
			return nil
		}
		total += w.Years
	}
	if len(work) < 2 {
		return nil
	}
	scale := float64(width+1) / total // a blank between two, none at the end
	if scale > 1 {
		scale = float64(int(scale))
	}
	var strip, names, years line
	for _, w := range work {
		cells := int(scale * w.Years)
		if cells < max(textWidth(w.Name), textWidth(w.When))+1 {
			return nil
		}
		strip = append(strip, say(second, strings.Repeat(s.bar, cells-1)), blanks(1))
		names = append(names, line{say(plain, w.Name)}.pad(cells)...)
		years = append(years, line{say(quiet, w.When)}.pad(cells)...)
	}
	return []line{strip, names, years}
}
