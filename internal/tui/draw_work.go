package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// employments draws the ruler and beneath it the employments in their order, each
// with what was achieved there.
func (s *sheet) employments(work []resume.Employment, width int) []line {
	var ruler []line
	if width >= roomy && len(work) > 1 {
		if work[0].StartDate.IsDate() {
			ruler = s.ruler(min(width, maxText), rulerRows{ticks: true})
		} else {
			ruler = s.durations(min(width, maxText))
		}
	}
	out, names := s.stays(work, width)
	if len(ruler) > 0 {
		s.employers = names
	}
	return joinApart(2, ruler, out)
}

// stays draws employments or volunteering, without a ruler, and returns the field
// that names each.
func (s *sheet) stays(work []resume.Employment, width int) (out []line, names []int) {
	for _, w := range work {
		out = joinBlocks(out, s.employment(w, width))
		names = append(names, s.named)
	}
	return out, names
}

func (s *sheet) employment(w resume.Employment, width int) []line {
	name, role := s.entryName(w.URL, w.Name, w.Position), span{}
	if w.Name != "" {
		role = s.textField(", ", w.Position, plain)
	}
	when := s.textField(", ", w.When, quiet)
	what, where := s.prose(", ", w.Description, quiet), s.textField(", ", w.Location, quiet)
	summary, address := s.prose(": ", w.Summary, plain), s.address(w.URL)

	head := line{name}
	if mark := strings.TrimSuffix(w.Employer(), w.Name); mark != "" {
		head = append(line{styled(quiet, mark)}, head...)
	}
	if role.text != "" && head.width()+2+textWidth(role.text)+2+textWidth(when.text) <= min(width, maxText) {
		head, role = append(head, blanks(2), role), span{}
	}
	out := s.headline(head, when, min(width, maxText))
	out = append(out, s.details(width, role)...)
	described, short := what.sentence()
	out = append(out, s.separated(width, described, line{where}, line{address})...)
	if !short {
		out = append(out, s.paragraphs(what, width)...)
	}
	out = append(out, s.paragraphs(summary, width)...)
	out = append(out, s.points(w.Highlights, width)...)
	for _, p := range w.Achievements {
		out = append(out, s.bullet(s.achieved(p, w.Name), width)...)
	}
	return out
}

// achieved returns a project as a sentence: its name and what came of it. A name
// that repeats the employer's is left out where the projects have a page.
func (s *sheet) achieved(p resume.Achievement, employer string) prose {
	if p.Description != "" && names(p.Name, employer) && len(s.doc.projects) > 0 {
		p.Name = ""
	}
	if p.Name == "" {
		return s.proseEntry(s.draft(resume.ParseText(p.Description), plain)).withFigures()
	}
	name := span{text: p.Name, field: s.entry(p.Name)}
	description := s.prose(": ", p.Description, plain).withFigures()
	if len(description) == 0 {
		return prose{{words: figures(name)}}
	}
	name.style = heading
	return description.before(line{name, styled(heading, ": ")})
}

// spread sets one text at the left end of the width and another at the right.
func spread(left, right line, width int) line {
	return append(left.pad(width-right.width()), right...)
}
