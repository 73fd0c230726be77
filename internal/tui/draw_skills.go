package tui

import (
	"strings"

	"ssh-resume/internal/resume"
)

// topics sets skills as names, each with what it covers beneath.
func (s *sheet) topics(skills []resume.Skill, width int) []line {
	columns, column := textColumns(width)
	entries := make([][]line, len(skills))
	for i, skill := range skills {
		name := line{{text: skill.Name, style: strong, field: s.entry(skill.Name)}}
		covers := strings.Join(skill.Keywords, ", ")
		text := line{{text: covers, field: s.field(": ", covers)}}
		entries[i] = hang(line{say(accent, s.point)}, bulletInset, name, column)
		if covers != "" {
			entries[i] = append(entries[i], hang(nil, bulletInset, text, column)...)
		}
	}
	return grid(entries, columns, column, 1)
}

// roomForTags is the cells that tags need beside a name: most fit a line.
const roomForTags = 40

// tags sets the names of skills in a column and beside or beneath each its
// keywords as tags.
func (s *sheet) tags(b resume.Block, width int) []line {
	skills := b.Skills
	for _, it := range b.Items {
		skills = append(skills, resume.Skill{Keywords: []string{it.String()}})
	}
	width = min(width, maxText)
	name := s.names + 2
	if len(b.Items) > 0 {
		return s.chips(s.loose(skills), width)
	}
	var out []line
	for _, skill := range skills {
		head := line{{text: skill.Name, style: quiet, field: s.entry(skill.Name)}}
		chips := s.keywords(skill.Keywords)
		if name+roomForTags <= width {
			for i, l := range s.chips(chips, width-name) {
				mark := line{blanks(name)}
				if i == 0 {
					mark = head.pad(name)
				}
				out = append(out, append(mark, l...))
			}
			continue
		}
		out = append(out, wrap(head, width, width)...)
		for _, l := range s.chips(chips, width-bulletInset) {
			out = append(out, append(line{blanks(bulletInset)}, l...))
		}
	}
	return out
}

// keywords gives a tag for each.
func (s *sheet) keywords(words []string) []span {
	var chips []span
	separator := ": "
	for _, w := range words {
		chips = append(chips, span{text: w, style: chip, field: s.field(separator, w)})
		separator = ", "
	}
	return chips
}

// loose gives a tag for each item that stands for itself.
func (s *sheet) loose(skills []resume.Skill) []span {
	var chips []span
	for _, skill := range skills {
		for _, w := range skill.Keywords {
			chips = append(chips, span{text: w, style: chip, field: s.entry(w)})
		}
	}
	return chips
}

// chips sets tags in lines. Each has a blank at either side in its own style;
// where there are no backgrounds, the look puts brackets there.
func (s *sheet) chips(chips []span, width int) []line {
	var out []line
	var now line
	for _, c := range chips {
		pieces := wrap(line{c}, width-2, width-2)
		w := pieces[0].width() + 2
		if len(now) > 0 && now.width()+1+w > width {
			out, now = append(out, now), nil
		}
		for i, piece := range pieces {
			if len(now) > 0 {
				now = append(now, blanks(1))
			}
			now = append(now, say(chip, chipOpen))
			now = append(now, piece...)
			now = append(now, say(chip, chipClose))
			if i < len(pieces)-1 {
				out, now = append(out, now), nil
			}
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// The ends of a tag. render shows them as blanks of the tag's color or, where
// tags have none, as brackets.
const (
	chipOpen  = "\u2772"
	chipClose = "\u2773"
)
