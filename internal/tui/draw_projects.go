package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// projects sets each result as a large figure with what it means beneath it.
func (s *sheet) projects(projects []resume.Achievement, width int) []line {
	columns, least := 1, 2*22+columnGap
	if slices.ContainsFunc(projects, longer) {
		least = twoColumns
	}
	if width >= least && len(projects) > 1 {
		columns = 2
	}
	column := min((width-(columns-1)*columnGap)/columns, maxText)
	entries := make([][]line, len(projects))
	for i, p := range projects {
		entries[i] = s.project(p, column)
	}
	return grid(entries, columns, column, 2)
}

// longer reports whether a project needs more than a small column.
func longer(p resume.Achievement) bool {
	return len(p.Highlights)+len(p.Keywords) > 0 || p.When != ""
}

func (s *sheet) project(p resume.Achievement, width int) []line {
	name := s.entryName(p.URL, p.Name)
	out := s.metric(p.Metric, width)
	if len(out) > 0 && p.Name != "" {
		out = append(out, nil)
	}
	entity := p.Entity
	if names(p.Name, entity) {
		entity = ""
	}
	asides := []span{
		s.textField(", ", p.When, quiet), s.textField(", ", p.Type, quiet),
		s.textField(", ", strings.Join(p.Roles, ", "), quiet), s.textField(", ", entity, quiet),
	}
	description := s.prose(": ", p.Description, plain)
	keywords, address := s.keywords(s.between(), p.Keywords), s.address(p.URL)
	out = append(out, paragraph(line{name}, width)...)
	out = append(out, s.details(width, asides...)...)
	out = append(out, s.paragraphs(description, width)...)
	out = append(out, s.points(p.Highlights, width)...)
	out = append(out, s.chips(keywords, width)...)
	return append(out, s.details(width, address)...)
}

// names reports whether the name of a project contains the one it was done for.
func names(project, entity string) bool {
	return strings.Contains(strings.ToLower(project), strings.ToLower(entity))
}

// metric draws a figure, large where that is possible, over what it counts.
func (s *sheet) metric(m resume.Metric, width int) []line {
	figure, counts := s.textField(", ", m.Value, numeric), s.textField(" ", m.Label, quiet)
	out := s.largeFigure(figure, width)
	if out == nil {
		out = paragraph(line{figure}, width)
	}
	return append(out, paragraph(line{counts}, width)...)
}

// largeText draws a text in large characters; nil where that is not possible.
func (s *sheet) largeText(text span, width int) []line {
	var out []line
	for _, row := range s.letters(text.text, width) {
		out = append(out, line{{text: row, style: text.style, link: text.link, field: text.field, picture: true}})
	}
	return out
}
