package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// Projects draws each result as a large figure with what it means beneath it.
func (s *sheet) Projects(b resume.Block) []line {
	fitsSmallColumn := !slices.ContainsFunc(b.Projects, func(p resume.Achievement) bool {
		return len(p.Highlights)+len(p.Keywords) > 0 || p.When != "" || textWidth(resume.BareURL(p.URL, s.doc.ascii)) > (s.wide-columnGap)/2
	})
	least := either(fitsSmallColumn, 2*22+columnGap, twoColumns)
	columns := either(s.wide >= least && len(b.Projects) > 1, 2, 1)
	return grid(s, columns, b.Projects, s.project)
}

func (s *sheet) project(p resume.Achievement) []line {
	name := s.entryName(p.URL, p.Name)
	figure, counts := s.textField(s.doc.marks.Comma, p.Metric.Value, numeric), s.textField(" ", p.Metric.Label, quiet)
	if mentions(p.Name, p.Entity) {
		p.Entity = ""
	}
	asides := []line{
		s.textField(s.doc.marks.Comma, p.When, quiet), s.textField(s.doc.marks.Comma, p.Type, quiet),
		s.textField(s.doc.marks.Comma, strings.Join(p.Roles, s.doc.marks.List), quiet), s.textField(s.doc.marks.Comma, p.Entity, quiet),
	}
	description := s.prose(s.doc.marks.Colon, p.Description, plain)
	keywords, address := s.keywords(s.glyphs.between(), p.Keywords), s.address(p.URL)

	out := s.largeFigure(figure[0], s.width)
	if out == nil {
		out = s.separated(figure)
	}
	out = joinBlocks(append(out, s.separated(counts)...), s.separated(name))
	return slices.Concat(
		out, s.separated(asides...), s.set(description, s.width), s.points(p.Highlights), s.wordsOrChips(keywords), s.separated(address),
	)
}

// mentions reports whether a project's name says whom it was done for, which is not repeated beside it then.
func mentions(project, entity string) bool {
	return strings.Contains(strings.ToLower(project), strings.ToLower(entity))
}

// largeText draws a text in large characters; nil if that is not possible.
func (s *sheet) largeText(text span, width int) []line {
	var out []line
	for _, row := range s.glyphs.letters(text.text, width) {
		text.text, text.picture = row, true
		out = append(out, line{text})
	}
	return out
}
