package tui

import (
	"cmp"
	"slices"

	"ssh-resume/internal/resume"
)

// entryName begins an entry. Its name is the first text that is not empty.
func (s *sheet) entryName(link string, texts ...string) line {
	name := s.titleEntry(cmp.Or(texts...), heading)
	name.link = link
	if s.named = name.field; s.named > 0 {
		s.fields[s.named-1].name = s.named
	}
	return line{name}
}

// textField adds a field to the entry. Separator precedes it when the entry is read as a sentence.
func (s *sheet) textField(separator, text string, as style) line {
	return line{{text: text, style: as, field: s.field(separator, text)}}
}

// address adds a web address, which ends the entry's sentence.
func (s *sheet) address(url string) line {
	a := s.textField(s.glyphs.between(), resume.BareURL(url, s.doc.ascii), quiet)
	a[0].link = url
	return a
}

// between separates unrelated things.
func (g *glyphs) between() string { return " " + g.separator + " " }

// headline sets a name and its dates: at the right if there is room, otherwise after the name.
func (s *sheet) headline(name, when line) []line {
	column := s.width - when.width() - 2
	var lines []line
	if s.width >= roomy && !name.empty() && !when.empty() && longestWord(name.text()) <= column {
		lines = name.wrap(column)
	}
	if len(lines) == 0 || len(lines) > 2 && 2*column < s.width {
		return s.separated(name, when)
	}
	lines[0] = spread(lines[0], when, s.width)
	return lines
}

// headlines sets a name and its dates with a role: on the same line if there is room, otherwise before the details.
func (s *sheet) headlines(name, role, when line, details ...line) []line {
	if !role.empty() && name.width()+2+role.width()+2+when.width() <= s.width {
		name, role = slices.Concat(name, line{blanks(2)}, role), nil
	}
	return append(s.headline(name, when), s.separated(append([]line{role}, details...)...)...)
}

// separated sets texts with a separator between those that share a line.
func (s *sheet) separated(texts ...line) []line {
	return flow(styled(quiet, s.glyphs.between()), s.width, texts...)
}

// flow sets texts with a separator between those that share a line. A text that fits on a line is not broken.
func flow(between span, width int, texts ...line) []line {
	var out []line
	for _, text := range texts {
		switch last := len(out) - 1; {
		case text.empty():
		case last >= 0 && out[last].width()+textWidth(between.text)+text.width() <= width:
			out[last] = append(append(out[last], between), text...)
		default:
			out = append(out, text.wrap(width)...)
		}
	}
	return out
}

func (s *sheet) points(texts []string) []line {
	var out []line
	for _, text := range texts {
		if p := s.draft(text, plain); len(p) > 0 {
			out = append(out, s.bullet(s.proseEntry(p).withFigures())...)
		}
	}
	return out
}

// Education draws what was studied, with its institution.
func (s *sheet) Education(b resume.Block) []line { return s.Records(b) }

// Records draws each entry with its details, without blank lines if each takes one line.
func (s *sheet) Records(b resume.Block) []line {
	gap, all := 0, make([][]line, len(b.Entries))
	for i, e := range b.Entries {
		name := s.entryName(e.URL, e.Name, e.By)
		by := s.textField(s.doc.marks.Comma, either(e.Name != "", e.By, ""), plain)
		when := s.textField(s.doc.marks.Comma, e.When, quiet)
		detail, text := s.textField(s.doc.marks.Comma, e.Detail, quiet), s.prose(s.doc.marks.Colon, e.Text, plain)
		tags, address := s.keywords(s.glyphs.between(), e.Tags), s.address(e.URL)
		lines := slices.Concat(s.headlines(name, by, when, detail), s.set(text, s.width))
		for _, point := range e.Points { // points have no markup
			p := figures(span{text: point, field: s.entry(point)})
			lines = append(lines, s.bullet(prose{{words: p}})...)
		}
		if all[i] = slices.Concat(lines, s.wordsOrChips(tags), s.separated(address)); len(all[i]) > 1 {
			gap = 1
		}
	}
	return joinApart(gap, all...)
}

// Languages draws names with how well each is spoken, in two columns if all fit.
func (s *sheet) Languages(b resume.Block) []line {
	const gap = 3
	name := widest(b.Entries, func(e resume.Entry) int { return textWidth(e.Name) })
	detail := widest(b.Entries, func(e resume.Entry) int { return textWidth(e.Detail) })
	return slices.Concat(each(b.Entries, func(e resume.Entry) []line {
		head, how := s.entryName("", e.Name), s.textField(s.doc.marks.Colon, e.Detail, quiet)
		if !how.empty() && name+gap+detail <= s.width {
			return []line{append(head.pad(name+gap), how...)}
		}
		return s.separated(head, how)
	})...)
}

// References draws quotations with who said them.
func (s *sheet) References(b resume.Block) []line {
	return joinBlocks(each(b.Entries, func(e resume.Entry) (lines []line) {
		as := either(textWidth(e.Text) > 4*s.width, plain, strong) // long bold text is hard to read
		who, words := s.entryName("", e.Name), s.prose(s.doc.marks.Colon, e.Text, as)
		who[0].style = quiet
		if len(words) > 0 {
			lines = s.quoted(words)
		}
		if !who.empty() {
			mark, inset := line{blanks(s.quoteInset()), styled(quiet, s.glyphs.attribution+" ")}, s.quoteInset()+2
			lines = append(lines, hang(mark, inset, who, s.width)...)
		}
		return lines
	})...)
}

// quoteInset returns the width of an opening quotation mark, which hangs: later lines are aligned with the text.
func (s *sheet) quoteInset() int { return textWidth(s.openQuote()) }

func (s *sheet) openQuote() string { return cmp.Or(s.glyphs.openQuote, s.doc.words.Document.OpenQuote) }

func (s *sheet) closeQuote() string {
	return cmp.Or(s.glyphs.closeQuote, s.doc.words.Document.CloseQuote)
}

// quoted sets a text, which must not be empty, in quotation marks. The first of them hangs.
func (s *sheet) quoted(words prose) []line {
	words, width := words.after(styled(quiet, s.closeQuote())), s.width-s.quoteInset()
	lines := s.set(words, width)
	if sentence, other := words.sentence(); other == nil {
		lines = wrapEvenly(sentence, width)
	}
	return indent(line{styled(quiet, s.openQuote())}, s.quoteInset(), lines)
}
