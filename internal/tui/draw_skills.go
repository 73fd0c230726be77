package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// topics sets skills as names, each with what it covers beneath it.
func (s *sheet) topics(skills []resume.Skill, width int) []line {
	columns, column := textColumns(width)
	entries := make([][]line, len(skills))
	for i, skill := range skills {
		name, level := s.entryName("", skill.Name), s.textField(", ", skill.Level, quiet)
		covers := s.textField(": ", strings.Join(skill.Keywords, ", "), plain)
		entries[i] = append(s.details(column, name, level), paragraph(line{covers}, column)...)
	}
	return grid(entries, columns, column, 1)
}

// roomForTags is the least width for tags next to a name: most fit on one line.
const roomForTags = 40

// tags sets items as tags, and skills as names with tags next to them.
func (s *sheet) tags(b resume.Block, width int) []line {
	if len(b.Items) > 0 {
		texts := make([]string, len(b.Items))
		for i, it := range b.Items {
			it.Text = resume.ParseText(it.Text).Line()
			texts[i] = it.String()
		}
		return s.wordsOrChips(s.loose(texts), min(width, maxText))
	}
	return s.tagged(tagEntries(b), width)
}

// tagEntries returns the skills or interests of a block.
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

// tagged sets names in a column and, next to or beneath each, its tags. Where there
// are none, the names are the tags, or stand next to levels.
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
		return s.wordsOrChips(s.loose(names), width)
	}
	name := s.names + 2
	var out []line
	for _, e := range entries {
		head, level := s.entryName("", e.Name), s.textField(", ", e.Detail, quiet)
		head.style = quiet
		label := line{head}
		if level.text != "" {
			label = append(label, styled(quiet, s.between()), level)
		}
		chips := s.keywords(": ", e.Tags)
		if name+roomForTags > width {
			out = append(out, paragraph(label, width)...)
			out = append(out, indent(nil, bulletInset, s.wordList(chips, width-bulletInset))...)
			continue
		}
		set := indent(label, name, s.wordList(chips, width-name))
		if len(set) == 0 {
			set = []line{label}
		}
		out = append(out, set...)
	}
	return out
}

// keywords returns a tag for each word. Separator stands before them in the entry.
func (s *sheet) keywords(separator string, words []string) []span {
	var chips []span
	for _, w := range words {
		chips = append(chips, span{text: w, style: chip, field: s.field(separator, w)})
		separator = ", "
	}
	return chips
}

// loose returns a tag for each text that is an entry of its own.
func (s *sheet) loose(texts []string) []span {
	var chips []span
	for _, text := range texts {
		if text != "" {
			chips = append(chips, span{text: text, style: chip, field: s.entry(text)})
		}
	}
	return chips
}

// wordsOrChips sets tags that fit on one line as such, and more of them as words.
func (s *sheet) wordsOrChips(tags []span, width int) []line {
	if out := s.chips(tags, width); len(out) == 1 {
		return out
	}
	return s.wordList(tags, width)
}

// wordList sets tags as words with separators, and keeps each on one line where that
// has room.
func (s *sheet) wordList(tags []span, width int) []line {
	between := styled(faint, s.between())
	var out []line
	var now line
	for _, tag := range tags {
		tag.style = plain
		if now.width() > 0 && now.width()+textWidth(between.text)+textWidth(tag.text) <= width {
			now = append(now, between, tag)
			continue
		}
		if len(now) > 0 {
			out = append(out, now)
		}
		pieces := wrap(line{tag}, width, width)
		out = append(out, pieces[:len(pieces)-1]...)
		now = pieces[len(pieces)-1]
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// chips sets tags in lines. Each has a blank at either side in its own style; where
// tags have no background, the renderer puts brackets there.
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
			now = append(now, styled(chip, chipOpen))
			now = append(now, piece...)
			now = append(now, styled(chip, chipClose))
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

// The ends of a tag. The renderer draws them as blanks in the tag's color or, where
// tags have none, as brackets.
const (
	chipOpen  = "\u2772"
	chipClose = "\u2773"
)
