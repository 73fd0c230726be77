package tui

import (
	"slices"

	"ssh-resume/internal/resume"
)

// Text draws paragraphs.
func (s *sheet) Text(b resume.Block) []line {
	p := s.draft(b.Text, plain)
	p.register("", s.doc.marks.List, func(_, paragraph string) int { return s.entry(paragraph) })
	return s.set(p, s.width)
}

// sentence returns an item as a text that begins with its label in bold.
func (s *sheet) sentence(it resume.Item) prose {
	p := s.draft(it.Text, plain)
	if it.Label != "" {
		label := line{{text: it.Label, style: heading, field: unregistered}}
		if len(p) > 0 {
			label = append(label, span{text: either(it.Continues(), " ", s.doc.marks.Colon), field: unregistered})
		}
		p = p.before(label)
	}
	p = s.proseEntry(p)
	if it.Label != "" && !it.Continues() {
		s.markTitle(p[0].words[0])
	}
	return p
}

// labeled returns a named item as its label and its text.
func (s *sheet) labeled(it resume.Item) (label line, text prose) {
	p := s.sentence(it)
	words := p[0].words
	if len(words) <= 2 { // a list follows, or nothing
		return words[:1], p[1:]
	}
	p[0].words = words[2:]
	return words[:1], p
}

// List draws items with bullets. If each is a name with a text, they are drawn like topics.
func (s *sheet) List(b resume.Block) []line {
	if !slices.ContainsFunc(b.Items, func(it resume.Item) bool { return !named(it) }) {
		return grid(s, s.textColumns(), b.Items, func(it resume.Item) []line {
			label, text := s.labeled(it)
			return append(s.separated(label), s.set(text.withFigures(), s.width)...)
		})
	}
	return slices.Concat(each(b.Items, func(it resume.Item) []line { return s.bullet(s.quoteOr(it)) })...)
}

// named reports whether an item is a name with a separate sentence about it.
func named(it resume.Item) bool {
	return it.Quote == "" && it.Label != "" && it.Text != "" && !it.Continues()
}

// quoteOr returns an item as a sentence, or its quotation in quotation marks.
func (s *sheet) quoteOr(it resume.Item) prose {
	if it.Quote == "" {
		return s.sentence(it).withFigures()
	}
	quotation := line{styled(quiet, s.openQuote()), s.titleEntry(it.Quote, strong), styled(quiet, s.closeQuote())}
	if it.Text == "" {
		return prose{{words: quotation}}
	}
	return s.prose(s.doc.marks.Colon, it.Text, plain).before(append(quotation, styled(plain, " ")))
}

// Numbered draws steps: number, name, and what is done.
func (s *sheet) Numbered(b resume.Block) []line {
	var out []line
	for i, it := range b.Items {
		mark, inset := number(i+1, len(b.Items))
		if !named(it) {
			out = append(out, indent(mark, inset, s.set(s.quoteOr(it), s.width-inset))...)
			continue
		}
		label, text := s.labeled(it)
		out = append(out, hang(mark, inset, label, s.width)...)
		out = append(out, indent(nil, inset, s.set(text, s.width-inset))...)
	}
	return out
}

// Quotes draws quotations, each with its meaning beneath it. A single one gets the whole width.
func (s *sheet) Quotes(b resume.Block) []line {
	return grid(s, min(s.textColumns(), len(b.Items)), b.Items, func(it resume.Item) []line {
		if it.Quote == "" {
			return s.bullet(s.sentence(it).withFigures())
		}
		words := line{s.titleEntry(it.Quote, strong)}
		text := s.prose(s.doc.marks.Colon, it.Text, plain)
		return append(s.quoted(prose{{words: words}}), indent(nil, s.quoteInset(), s.set(text, s.width-s.quoteInset()))...)
	})
}

// Measures draws names with their measures next to or beneath them.
func (s *sheet) Measures(b resume.Block) []line {
	name := widest(b.Items, func(it resume.Item) int { return textWidth(it.Label) }) + 3
	beside := s.width >= roomy && name <= s.width/3
	return joinBlocks(each(b.Items, func(it resume.Item) []line {
		if !named(it) {
			return s.set(s.quoteOr(it), s.width)
		}
		label, text := s.labeled(it)
		if text = text.withFigures(); beside {
			return indent(label, name, s.set(text, s.width-name))
		}
		return append(s.separated(label), indent(nil, bulletInset, s.set(text, s.width-bulletInset))...)
	})...)
}
