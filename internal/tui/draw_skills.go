package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// topics sets skills as names, each with what it covers beneath.
func (s *sheet) topics(skills []resume.Skill, width int) []line {
	columns, column := textColumns(width)
	entries := make([][]line, len(skills))
	for i, skill := range skills {
		name, level := s.head("", skill.Name), s.said(", ", skill.Level, quiet)
		covers := s.said(": ", strings.Join(skill.Keywords, ", "), plain)
		inner := column - bulletInset
		entries[i] = behind(line{say(accent, s.point)}, bulletInset,
			append(s.asides(inner, name, level), paragraph(line{covers}, inner)...))
	}
	return grid(entries, columns, column, 1)
}

// roomForTags is the cells that tags need beside a name: most fit a line.
const roomForTags = 40

// tags sets items as tags, and skills as names with tags beside.
func (s *sheet) tags(b resume.Block, width int) []line {
	if len(b.Items) > 0 {
		texts := make([]string, len(b.Items))
		for i, it := range b.Items {
			texts[i] = it.String()
		}
		return s.chips(s.loose(texts), min(width, maxText))
	}
	return s.tagged(tagEntries(b), width)
}

// tagEntries gives what has tags beside it: skills and interests.
func tagEntries(b resume.Block) []resume.Entry {
	if b.Kind == resume.KindInterests {
		return b.Entries
	}
	all := make([]resume.Entry, len(b.Skills))
	for i, skill := range b.Skills {
		all[i] = resume.Entry{Name: skill.Name, Detail: skill.Level, Tags: skill.Keywords}
	}
	return all
}

// tagged sets names in a column and beside or beneath each its tags. Where none
// has any, the names are the tags, or stand beside how well each is known.
func (s *sheet) tagged(entries []resume.Entry, width int) []line {
	width = min(width, maxText)
	has := func(what func(resume.Entry) bool) bool { return slices.ContainsFunc(entries, what) }
	if !has(func(e resume.Entry) bool { return len(e.Tags) > 0 }) {
		if has(func(e resume.Entry) bool { return e.Detail != "" }) {
			return s.pairs(entries, width)
		}
		names := make([]string, len(entries))
		for i, e := range entries {
			names[i] = e.Name
		}
		return s.chips(s.loose(names), width)
	}
	name := s.names + 2
	var out []line
	for _, e := range entries {
		head, level := s.head("", e.Name), s.said(", ", e.Detail, quiet)
		head.style = quiet
		beside := line{head}
		if level.text != "" {
			beside = append(beside, say(quiet, s.besides()), level)
		}
		chips := s.keywords(": ", e.Tags)
		if name+roomForTags > width {
			out = append(out, paragraph(beside, width)...)
			out = append(out, behind(nil, bulletInset, s.chips(chips, width-bulletInset))...)
			continue
		}
		set := behind(beside, name, s.chips(chips, width-name))
		if len(set) == 0 {
			set = []line{beside}
		}
		out = append(out, set...)
	}
	return out
}

// keywords gives a tag for each. Separator is what stands before them in the
// entry.
func (s *sheet) keywords(separator string, words []string) []span {
	var chips []span
	for _, w := range words {
		chips = append(chips, span{text: w, style: chip, field: s.field(separator, w)})
		separator = ", "
	}
	return chips
}

// loose gives a tag for each text that stands for itself.
func (s *sheet) loose(texts []string) []span {
	var chips []span
	for _, text := range texts {
		if text != "" {
			chips = append(chips, span{text: text, style: chip, field: s.entry(text)})
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
