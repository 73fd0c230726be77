package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// profile draws the title page: who this is, for how long, with what results, and
// where.
func (s *sheet) profile(b resume.Basics, width int) []line {
	text := min(width, maxText)
	field := s.entry(b.Name)
	name := s.name(b, field, width)
	label := span{text: b.Label, style: accent, field: s.field(", ", b.Label)}
	where := s.textField(", ", b.Location.String(), plain)
	out := s.separated(text, line{label}, line{where})
	if b.Experience != "" {
		years := figures(span{text: b.Experience, field: s.entry(b.Experience)})
		out = append(out, wrap(years, text, text)...)
	}
	if len(name) > 0 && len(name[0]) > 0 && name[0][0].picture {
		out = joinBlocks(name, out)
	} else {
		out = append(name, out...)
	}
	out = joinBlocks(out, s.contacts(b, text))
	out = joinBlocks(out, s.metrics(width))
	var points []line
	for _, h := range b.Highlights {
		point := figures(span{text: h, field: s.entry(h)})
		points = append(points, hang(line{styled(accent, s.point)}, bulletInset, point, text)...)
	}
	out = joinBlocks(out, points)
	out = joinBlocks(out, s.career(text))
	if b.Summary != "" {
		out = joinBlocks(out, s.text(b.Summary, width))
	}
	if len(out) == 0 { // a name that is there twice is better than an empty page
		s.narrow = false
		return s.name(b, field, width)
	}
	return out
}

// name draws the name in large letters where two lines are enough. It draws nothing
// where the name stands above the page already.
func (s *sheet) name(b resume.Basics, field, width int) []line {
	if s.narrow && textWidth(b.Name) <= width {
		return nil
	}
	var out []line
	for _, words := range s.large(b.Name, width) {
		out = append(out, s.largeText(span{text: words, style: strong, link: b.URL, field: field}, width)...)
	}
	if len(out) == 0 || len(out) > 2*numeralHeight {
		return paragraph(line{{text: b.Name, style: strong, link: b.URL, field: field}}, width)
	}
	return out
}

// large splits a text into lines that can be drawn large; nil where one can't.
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

// location returns where the person works from.
func location(l resume.Location) string {
	return resume.Joined(", ", l.City, l.Region)
}

// contacts sets the ways to reach the person beneath each other or, where all fit,
// in two columns.
func (s *sheet) contacts(b resume.Basics, width int) []line {
	var all []resume.Contact
	for _, c := range s.doc.reach {
		c.Text = c.Bare()
		all = append(all, c)
	}
	if strings.HasPrefix(b.Image, "http") { // an address, not the picture itself
		all = append(all, resume.Contact{Label: s.doc.words.Screen.Contact.Picture, Text: resume.BareURL(b.Image, s.ascii), URL: b.Image})
	}
	inset, widestText := 0, 0
	for _, c := range all {
		inset, widestText = max(inset, textWidth(c.Label)+2), max(widestText, textWidth(c.Text))
	}
	inset = min(inset, width/2)
	columns, column := 1, width
	if len(all) > 1 && 2*(inset+widestText)+columnGap <= width {
		columns, column = 2, inset+widestText
	}
	entries := make([][]line, len(all))
	for i, c := range all {
		label := span{text: c.Label, style: quiet, field: s.entry(c.Label)}
		text := s.textField(": ", c.Text, plain)
		text.link = c.URL
		if textWidth(c.Label) >= inset {
			entries[i] = append(wrap(line{label}, column, column), hang(nil, bulletInset, line{text}, column)...)
			continue
		}
		entries[i] = hang(line{label}, inset, line{text}, column)
	}
	return grid(entries, columns, column, 0)
}

// metrics draws the figures of the projects side by side, where all have one and
// there is room. The page of the projects says more about them.
func (s *sheet) metrics(width int) []line {
	const leastGap, mostGap = 3, 6
	var columns [][]line
	taken, parts := 0, max(len(s.doc.projects)-1, 1)
	for _, p := range s.doc.projects {
		drawn := s.largeText(styled(numeric, p.Metric.Value), width)
		if drawn == nil {
			return nil
		}
		drawn = append(drawn, line{styled(quiet, p.Metric.Label)})
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
