package tui

import (
	"cmp"
	"slices"

	"ssh-resume/internal/resume"
)

// entryName begins an entry, whose name is the first of the texts that is not empty.
func (s *sheet) entryName(link string, texts ...string) span {
	text := cmp.Or(texts...)
	if text == "" {
		s.entries++
	}
	name := span{text: text, style: heading, link: link}
	if text != "" {
		s.named = 0
		name.field = s.entry(text)
		s.named = name.field
		s.fields[name.field-1].name = name.field
	}
	return name
}

// textField adds a field to the entry. Separator stands before it where the entry is
// read as a sentence.
func (s *sheet) textField(separator, text string, as style) span {
	return span{text: text, style: as, field: s.field(separator, text)}
}

// address adds a web address, which ends the entry's sentence.
func (s *sheet) address(url string) span {
	a := s.textField(s.between(), resume.BareURL(url, s.ascii), quiet)
	a.link = url
	return a
}

// between separates things that have nothing to do with each other.
func (s *sheet) between() string { return " " + s.separator + " " }

// headline sets a name and its dates: at the right where there is room, otherwise
// after the name.
func (s *sheet) headline(name line, when span, width int) []line {
	if width >= roomy && !name.empty() && when.text != "" && name.width()+textWidth(when.text)+2 <= width {
		return []line{spread(name, line{when}, width)}
	}
	return s.separated(width, name, line{when})
}

// details sets what is known about an entry besides its name.
func (s *sheet) details(width int, spans ...span) []line {
	all := make([]line, len(spans))
	for i, sp := range spans {
		all[i] = line{sp}
	}
	return s.separated(width, all...)
}

// separated sets texts with a separator between those that share a line. It breaks
// none that fits on a line of its own.
func (s *sheet) separated(width int, texts ...line) []line {
	between := styled(quiet, s.between())
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

// paragraph sets spans as text; nothing where they are empty.
func paragraph(l line, width int) []line {
	if l.empty() {
		return nil
	}
	width = min(width, maxText)
	return wrap(l, width, width)
}

// points sets texts with bullets.
func (s *sheet) points(texts []string, width int) []line {
	var out []line
	for _, text := range texts {
		if t := resume.ParseText(text); len(t) > 0 {
			out = append(out, s.bullet(s.proseEntry(s.draft(t, plain)).withFigures(), width)...)
		}
	}
	return out
}

// courses sets names, in which nothing is markup, with bullets.
func (s *sheet) courses(texts []string, width int) []line {
	var out []line
	for _, text := range texts {
		name := figures(span{text: text, field: s.entry(text)})
		out = append(out, hang(line{styled(quiet, s.point)}, bulletInset, name, min(width, maxText))...)
	}
	return out
}

// records sets what was studied, won or written, each with its institution and what
// is known about it.
func (s *sheet) records(entries []resume.Entry, width int) []line {
	var out []line
	for _, e := range entries {
		out = joinBlocks(out, s.record(e, width))
	}
	return out
}

func (s *sheet) record(e resume.Entry, width int) []line {
	name := s.entryName(e.URL, e.Name, e.By)
	by := span{}
	if e.Name != "" {
		by = s.textField(", ", e.By, plain)
	}
	when := s.textField(", ", e.When, quiet)
	detail, text := s.textField(", ", e.Detail, quiet), s.prose(": ", e.Text, plain)
	tags, address := s.keywords(s.between(), e.Tags), s.address(e.URL)

	out := s.headline(line{name}, when, min(width, maxText))
	out = append(out, s.details(width, by, detail)...)
	out = append(out, s.paragraphs(text, width)...)
	out = append(out, s.courses(e.Points, width)...)
	out = append(out, s.chips(tags, min(width, maxText))...)
	return append(out, s.details(width, address)...)
}

// certificates sets names with issuers, close to each other where none has an
// address.
func (s *sheet) certificates(certificates []resume.Entry, width int) []line {
	apart := slices.ContainsFunc(certificates, func(e resume.Entry) bool { return e.URL != "" })
	var out []line
	for _, c := range certificates {
		name := line{s.entryName(c.URL, c.Name, c.By)}
		if c.Name != "" && c.By != "" {
			name = append(name, styled(quiet, ", "), s.textField(", ", c.By, quiet))
		}
		lines := s.headline(name, s.textField(", ", c.When, quiet), min(width, maxText))
		lines = append(lines, s.details(width, s.address(c.URL))...)
		if apart {
			out = joinBlocks(out, lines)
			continue
		}
		out = append(out, lines...)
	}
	return out
}

// volunteer draws unpaid work as employments.
func (s *sheet) volunteer(entries []resume.Entry, width int) []line {
	var all []resume.Employment
	for _, e := range entries {
		all = append(all, resume.Employment{When: e.When, Work: resume.Work{
			Name: e.By, Position: e.Name, URL: e.URL, Summary: e.Text, Highlights: e.Points,
		}})
	}
	out, _ := s.stays(all, width)
	return out
}

// pairs sets names and levels, in two columns where all fit.
func (s *sheet) pairs(entries []resume.Entry, width int) []line {
	width = min(width, maxText)
	const gap = 3
	name, detail := 0, 0
	for _, e := range entries {
		name, detail = max(name, textWidth(e.Name)), max(detail, textWidth(e.Detail))
	}
	aligned := name+gap+detail <= width
	var out []line
	for _, e := range entries {
		head, how := s.entryName("", e.Name), s.textField(": ", e.Detail, quiet)
		if aligned {
			l := line{head}
			if how.text != "" {
				l = append(l.pad(name+gap), how)
			}
			out = append(out, l)
			continue
		}
		out = append(out, s.details(width, head, how)...)
	}
	return out
}

// references sets quotations with who said them.
func (s *sheet) references(entries []resume.Entry, width int) []line {
	var out []line
	for _, e := range entries {
		who, words := s.entryName("", e.Name), s.prose(": ", e.Text, strong)
		who.style = quiet
		var lines []line
		if len(words) > 0 {
			lines = s.quoted(words, width)
		}
		if who.text != "" {
			lines = append(lines, hang(line{blanks(s.quoteInset()), styled(quiet, s.attribution+" ")}, s.quoteInset()+2, line{who}, min(width, maxText))...)
		}
		out = joinBlocks(out, lines)
	}
	return out
}

// quoteInset returns what an opening quotation mark takes: the text is aligned beneath
// itself, not beneath the mark.
func (s *sheet) quoteInset() int { return textWidth(s.openQuote) }

// quoted sets a text in quotation marks, the first of which hangs.
func (s *sheet) quoted(words prose, width int) []line {
	words, width = words.after(styled(quiet, s.closeQuote)), min(width, maxText)-s.quoteInset()
	lines := s.set(words, width)
	if sentence, ok := words.sentence(); ok {
		lines = balanced(sentence, width)
	}
	return indent(line{styled(quiet, s.openQuote)}, s.quoteInset(), lines)
}
