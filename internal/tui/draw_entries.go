package tui

import (
	"cmp"
	"slices"

	"ssh-resume/internal/resume"
)

// head begins an entry with the first of the texts that says something, and
// gives it: the entry's name.
func (s *sheet) head(link string, texts ...string) span {
	text := cmp.Or(texts...)
	if text == "" {
		s.entries++
	}
	name := span{text: text, style: strong, link: link}
	if text != "" {
		name.field = s.entry(text)
	}
	return name
}

// said gives a field of the entry; what stands before it where it is read as
// a sentence.
func (s *sheet) said(separator, text string, as style) span {
	return span{text: text, style: as, field: s.field(separator, text)}
}

// address gives a web address as it is read. In a sentence it stands at the
// end, whatever was said before.
func (s *sheet) address(url string) span {
	a := s.said(s.besides(), resume.BareURL(url, s.ascii), quiet)
	a.link = url
	return a
}

// besides stands in a sentence before what is no part of what it says.
func (s *sheet) besides() string { return " " + s.separator + " " }

// headline sets a name and when that was: at the right where there is room,
// else after the name.
func (s *sheet) headline(name line, when span, width int) []line {
	if width >= roomy && !name.empty() && when.text != "" && name.width()+textWidth(when.text)+2 <= width {
		return []line{spread(name, line{when}, width)}
	}
	return s.apart(width, name, line{when})
}

// asides sets what there is to know besides.
func (s *sheet) asides(width int, spans ...span) []line {
	all := make([]line, len(spans))
	for i, sp := range spans {
		all[i] = line{sp}
	}
	return s.apart(width, all...)
}

// apart sets texts with a separator between those that share a line. None is
// broken that fits a line of its own.
func (s *sheet) apart(width int, texts ...line) []line {
	between := say(quiet, s.besides())
	var out []line
	for _, text := range texts {
		if text.empty() {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].width()+textWidth(between.text)+text.width() <= min(width, maxText) {
			out[last] = append(append(out[last], between), text...)
			continue
		}
		out = append(out, paragraph(text, width)...)
	}
	return out
}

// paragraph sets spans as text; nothing where they say nothing.
func paragraph(l line, width int) []line {
	if l.empty() {
		return nil
	}
	width = min(width, maxText)
	return wrap(l, width, width)
}

// points sets sentences after points.
func (s *sheet) points(texts []string, width int) []line {
	var out []line
	for _, text := range texts {
		point := figures(span{text: text, field: s.entry(text)})
		out = append(out, hang(line{say(accent, s.point)}, bulletInset, point, min(width, maxText))...)
	}
	return out
}

// things sets what was studied, won or written: each with who stands behind
// it, and what there is to say.
func (s *sheet) things(entries []resume.Entry, width int) []line {
	var out []line
	for _, e := range entries {
		out = joinBlocks(out, behind(line{say(accent, s.dot)}, bulletInset, s.thing(e, width-bulletInset)))
	}
	return out
}

func (s *sheet) thing(e resume.Entry, width int) []line {
	name := s.head(e.URL, e.Name, e.By)
	by := span{}
	if e.Name != "" {
		by = s.said(", ", e.By, plain)
	}
	when := s.said(", ", e.When, second)
	detail, text := s.said(", ", e.Detail, second), s.said(": ", e.Text, plain)
	tags, address := s.keywords(s.besides(), e.Tags), s.address(e.URL)

	out := s.headline(line{name}, when, width)
	out = append(out, s.asides(width, by, detail)...)
	out = append(out, paragraph(line{text}, width)...)
	out = append(out, s.points(e.Points, width)...)
	out = append(out, s.chips(tags, min(width, maxText))...)
	return append(out, s.asides(width, address)...)
}

// certificates sets names with who gave them, close to each other where all
// have a line.
func (s *sheet) certificates(certificates []resume.Entry, width int) []line {
	apart := slices.ContainsFunc(certificates, func(e resume.Entry) bool { return e.URL != "" })
	var out []line
	for _, c := range certificates {
		name := line{s.head(c.URL, c.Name, c.By)}
		if c.Name != "" && c.By != "" {
			name = append(name, say(plain, ", "), s.said(", ", c.By, plain))
		}
		inner := width - bulletInset
		lines := s.headline(name, s.said(", ", c.When, second), inner)
		lines = behind(line{say(accent, s.point)}, bulletInset, append(lines, s.asides(inner, s.address(c.URL))...))
		if apart {
			out = joinBlocks(out, lines)
			continue
		}
		out = append(out, lines...)
	}
	return out
}

// volunteer is a time line as that of the employments.
func (s *sheet) volunteer(entries []resume.Entry, width int) []line {
	var all []resume.Employment
	for _, e := range entries {
		all = append(all, resume.Employment{When: e.When, Work: resume.Work{
			Name: e.By, Position: e.Name, URL: e.URL, Summary: e.Text, Highlights: e.Points,
		}})
	}
	return s.work(all, width)
}

// pairs sets names, each with how well: in two columns where all fit.
func (s *sheet) pairs(entries []resume.Entry, width int) []line {
	width = min(width, maxText)
	const gap = 3
	name, detail := 0, 0
	for _, e := range entries {
		name, detail = max(name, textWidth(e.Name)), max(detail, textWidth(e.Detail))
	}
	aligned := bulletInset+name+gap+detail <= width
	mark := line{say(accent, s.point)}
	var out []line
	for _, e := range entries {
		head, how := s.head("", e.Name), s.said(": ", e.Detail, quiet)
		if aligned {
			l := append(mark.pad(bulletInset), head)
			if how.text != "" {
				l = append(l.pad(bulletInset+name+gap), how)
			}
			out = append(out, l)
			continue
		}
		out = append(out, behind(mark, bulletInset, s.asides(width-bulletInset, head, how))...)
	}
	return out
}

// references sets what others said, and who they are.
func (s *sheet) references(entries []resume.Entry, width int) []line {
	inner := width - bulletInset
	var out []line
	for _, e := range entries {
		who, words := s.head("", e.Name), s.said(": ", e.Text, plain)
		var lines []line
		if words.text != "" {
			lines = paragraph(line{say(quiet, s.open), words, say(quiet, s.close)}, inner)
		}
		if who.text != "" {
			lines = append(lines, paragraph(line{say(quiet, s.from+" "), who}, inner)...)
		}
		for i, l := range lines {
			lines[i] = append(line{say(accent, s.divider), blanks(1)}, l...)
		}
		out = joinBlocks(out, lines)
	}
	return out
}
