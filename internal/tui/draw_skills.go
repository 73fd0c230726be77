package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// Topics draws skills as names with their keywords beneath them.
func (s *sheet) Topics(b resume.Block) []line {
	return grid(s, s.textColumns(), b.Skills, func(skill resume.Skill) []line {
		name, level := s.entryName("", skill.Name), s.textField(s.doc.marks.Comma, skill.Level, quiet)
		covers := s.textField(s.doc.marks.Colon, strings.Join(skill.Keywords, s.doc.marks.List), plain)
		return append(s.separated(name, level), s.separated(covers)...)
	})
}

// Interests draws names with tags.
func (s *sheet) Interests(b resume.Block) []line { return s.Tags(b) }

// tagEntries returns the skills, interests or items of a block.
func tagEntries(b resume.Block, m *words.Marks) []resume.Entry {
	all := slices.Clone(b.Entries)
	for _, skill := range b.Skills {
		all = append(all, resume.Entry{Name: skill.Name, Detail: skill.Level, Tags: skill.Keywords})
	}
	for _, it := range b.Items {
		it.Text = resume.ParseText(it.Text).Line()
		all = append(all, resume.Entry{Name: it.Line(m)})
	}
	return all
}

// Tags draws items as tags, and skills as names in a column with tags next to or
// beneath them. Without keywords, the names are the tags, or are next to levels.
func (s *sheet) Tags(b resume.Block) []line {
	entries := tagEntries(b, s.doc.marks)
	has := func(what func(resume.Entry) bool) bool { return slices.ContainsFunc(entries, what) }
	if !has(func(e resume.Entry) bool { return len(e.Tags) > 0 }) {
		if has(func(e resume.Entry) bool { return e.Detail != "" }) {
			return s.Languages(resume.Block{Entries: entries})
		}
		var tags []line
		for _, e := range entries {
			if e.Name == "" {
				continue
			}
			tag := span{text: e.Name, field: s.entry(e.Name)}
			if len(b.Items) == 0 { // items are texts
				s.markTitle(tag)
			}
			tags = append(tags, line{tag})
		}
		return s.wordsOrChips(tags)
	}
	const roomForTags = 40 // most fit on one line then
	name := s.nameWidth + 2
	stacked := name+roomForTags > s.width
	return slices.Concat(each(entries, func(e resume.Entry) []line {
		head, level := s.entryName("", e.Name), s.textField(s.doc.marks.Comma, e.Detail, quiet)
		if !stacked || b.Title != "" { // a title is bold itself
			head[0].style = quiet
		}
		label, tags := s.separated(head, level), s.keywords(s.doc.marks.Colon, e.Tags)
		if stacked || len(label) == 0 || len(tags) == 0 {
			return append(label, indent(nil, bulletInset, s.glyphs.wordList(tags, s.width-bulletInset))...)
		}
		return indent(label[0], name, s.glyphs.wordList(tags, s.width-name))
	})...)
}

// keywords adds each word to the entry, preceded by separator.
func (s *sheet) keywords(separator string, keywords []string) []line {
	var tags []line
	for _, w := range keywords {
		tags = append(tags, s.textField(separator, w, plain))
		separator = s.doc.marks.List
	}
	return tags
}

// wordsOrChips sets tags as chips if they fit on one line, and as words otherwise.
func (s *sheet) wordsOrChips(tags []line) []line {
	chips := flow(blanks(1), s.width, each(tags, func(tag line) line {
		return line{styled(chip, chipOpen), {text: tag[0].text, style: chip, field: tag[0].field}, styled(chip, chipClose)}
	})...)
	if len(chips) == 1 {
		return chips
	}
	return s.glyphs.wordList(tags, s.width)
}

// wordList sets tags as words with separators between those that share a line, and keeps each on one line if it fits.
func (g *glyphs) wordList(tags []line, width int) []line {
	return flow(styled(faint, g.between()), width, tags...)
}
