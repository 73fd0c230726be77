package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// Work draws the ruler and, beneath it, the employments in order, each with its achievements.
func (s *sheet) Work(b resume.Block) []line {
	var ruler []line
	switch {
	case s.wide < leastRuler || len(b.Work) < 2:
	case b.Work[0].StartDate.IsDate():
		ruler = s.ruler(s.width, true, false)
	default:
		ruler = s.durations()
	}
	var names []int
	entries := each(b.Work, func(w resume.Employment) []line {
		out := s.employment(w)
		names = append(names, s.named)
		return out
	})
	if len(ruler) > 0 {
		s.employers = names
	}
	return joinApart(2, ruler, joinBlocks(entries...))
}

// Volunteer draws unpaid work like employments.
func (s *sheet) Volunteer(b resume.Block) []line {
	return joinBlocks(each(b.Entries, func(e resume.Entry) []line {
		return s.employment(resume.Employment{When: e.When, Work: resume.Work{
			Name: e.By, Position: e.Name, URL: e.URL, Summary: e.Text, Highlights: e.Points,
		}})
	})...)
}

func (s *sheet) employment(w resume.Employment) []line {
	name := s.entryName(w.URL, w.Name, w.Position)
	role := s.textField(s.doc.marks.Comma, either(w.Name != "", w.Position, ""), plain)
	s.markTitle(role[0])
	when := s.textField(s.doc.marks.Comma, w.When, quiet)
	what, where := s.prose(s.doc.marks.Comma, w.Description, quiet), s.textField(s.doc.marks.Comma, w.Location, quiet)
	summary, address := s.prose(s.doc.marks.Colon, w.Summary, plain), s.address(w.URL)

	if mark := strings.TrimSuffix(w.Employer(), w.Name); mark != "" {
		name = append(line{styled(quiet, mark)}, name...)
	}
	described, what := what.sentence()
	out := slices.Concat(
		s.headlines(name, role, when), s.separated(described, where, address),
		s.set(what, s.width), s.set(summary, s.width), s.points(w.Highlights),
	)
	for _, p := range w.Achievements {
		out = append(out, s.bullet(s.achieved(p, w.Name))...)
	}
	return out
}

// achieved returns a project as a sentence: its name and what came of it. A name that repeats the employer's is
// left out if the projects have a page.
func (s *sheet) achieved(p resume.Achievement, employer string) prose {
	if p.Description != "" && mentions(p.Name, employer) && len(s.doc.projects) > 0 {
		p.Name = ""
	}
	if p.Name == "" {
		return s.proseEntry(s.draft(p.Description, plain)).withFigures()
	}
	name := s.titleEntry(p.Name, plain)
	description := s.prose(s.doc.marks.Colon, p.Description, plain).withFigures()
	if len(description) == 0 {
		return prose{{words: figures(name)}}
	}
	name.style = heading
	return description.before(line{name, styled(heading, s.doc.marks.Colon)})
}
