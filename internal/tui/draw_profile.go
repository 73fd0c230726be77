package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// profile sets the first page: who this is, for how long, and where from.
func (s *sheet) profile(b resume.Basics, width int) []line {
	width = min(width, maxText)
	head := line{{text: b.Name, style: strong, link: b.URL, field: s.entry(b.Name)}}
	var who line
	for _, part := range []string{b.Label, location(b.Location)} {
		if part == "" {
			continue
		}
		if len(who) > 0 {
			who = append(who, say(quiet, " "+s.separator+" "))
		}
		who = append(who, span{text: part, style: plain, field: s.field(", ", part)})
	}
	out := wrap(head, width, width)
	if len(who) > 0 {
		out = append(out, wrap(who, width, width)...)
	}
	out = joinBlocks(out, s.experience(b.Experience, width))
	var points []line
	for _, h := range b.Highlights {
		text := line{{text: h, style: plain, field: s.entry(h)}}
		points = append(points, hang(line{say(accent, s.point)}, bulletInset, text, width)...)
	}
	out = joinBlocks(out, points)
	out = joinBlocks(out, s.career(width))
	if b.Summary != "" {
		out = joinBlocks(out, s.text(b.Summary, width))
	}
	return out
}

func location(l resume.Location) string {
	if l.City != "" && l.Region != "" {
		return l.City + ", " + l.Region
	}
	return l.City + l.Region
}

// experience draws the figure that the text begins with large and the rest
// beside it: "12+" "years in …".
func (s *sheet) experience(text string, width int) []line {
	if text == "" {
		return nil
	}
	f := s.entry(text)
	whole := span{text: text, field: f}
	value, rest, _ := strings.Cut(text, " ")
	rows := s.numeral(value, width/2)
	if rows == nil || rest == "" {
		return wrap(line{whole}, width, width)
	}
	// The large figure is a picture of the words beside it, so the words
	// stay whole, to be found and copied.
	inset := textWidth(rows[0]) + 3
	if width-inset < 20 {
		return wrap(line{whole}, width, width)
	}
	words := wrap(line{whole}, width-inset, width-inset)
	var out []line
	top := max(0, (numeralHeight-len(words))/2)
	for i := range max(numeralHeight, top+len(words)) {
		l := line{blanks(inset)}
		if i < len(rows) {
			l = line{say(second, rows[i]), blanks(inset - textWidth(rows[i]))}
		}
		if i >= top && i-top < len(words) {
			l = append(l, words[i-top]...)
		}
		out = append(out, l)
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
	var strip, names, years line
	for i, w := range work {
		cells := int(float64(width) * w.Years / total)
		if cells < max(textWidth(w.Name), textWidth(w.Duration))+2 {
			return nil
		}
		color := accent
		if i%2 == 1 {
			color = second
		}
		strip = append(strip, say(color, strings.Repeat(s.segment, cells-1)), blanks(1))
		names = append(names, line{say(plain, w.Name)}.pad(cells)...)
		years = append(years, line{say(quiet, w.Duration)}.pad(cells)...)
	}
	return []line{strip, names, years}
}
