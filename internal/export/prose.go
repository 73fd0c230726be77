package export

import "ssh-resume/internal/resume"

// prose turns entries into texts, for formats that are read from top to bottom: plain text and Markdown.
type prose struct {
	linked  bool   // names link to their addresses; otherwise the addresses are beneath
	between string // separates a name from its dates
}

// group returns the entries of a group as a list.
func (p prose) group(g group) resume.Text {
	items := each(g.Entries, func(e entry) resume.Text { return p.entry(g.Form, e) })
	return resume.Text{resume.List{Numbered: g.Form == formNumbered, First: 1, Items: items}}
}

// entry returns an entry of a group. It begins with its title.
func (p prose) entry(as form, e entry) resume.Text {
	e = p.addressed(e)
	switch as {
	case formProse, formJobs:
		head, rest := p.job(e)
		return append(paragraph(head), rest...)
	case formDetailed:
		return p.detailed(e)
	case formReferences:
		e.Name, e.Said = e.By, quoted(e.Said, `"`, `"`)
	case formTags, formTerms:
		e.Said = plain(e.Covers())
	case formList, formNumbered, formMeasures, formQuotes:
	default:
		panic(as.unknown())
	}
	return beneath(append([]resume.Text{e.line(straight)}, e.Texts...)...)
}

// addressed returns an entry with its address as one of its texts, unless its name links there.
func (p prose) addressed(e entry) entry {
	if e.URL != "" && !p.linked {
		e.Texts, e.URL = append(e.Texts, plain(e.URL)), ""
	}
	return e
}

// detailed returns an entry with its details beneath.
func (p prose) detailed(e entry) resume.Text {
	head, said, rest := link(boldWords(e.Name), e.URL), e.said(), e.Texts
	if len(said) == 0 {
		head = apartBy(e.Marks.Comma, head, plainWords(e.By), plainWords(e.Detail))
		head = apartBy(e.Marks.Colon, apartBy(p.between, head, italicWords(e.When)), plainWords(e.Covers()))
	} else {
		head = apartBy(p.between, head, italicWords(e.When))
		rest = append([]resume.Text{plain(e.Detail), plain(e.Covers())}, rest...)
	}
	return append(beneath(paragraph(head), said, beneath(rest...)), resume.List{Items: e.Points})
}

// job returns the name of an employer with the position, and the details.
func (p prose) job(e entry) (head []resume.Inline, rest resume.Text) {
	e = p.addressed(e)
	head = apartBy(e.Marks.Colon, link(plainWords(e.Name), e.URL), plainWords(e.Role))
	about := paragraph(apartBy(p.between, italicWords(e.When), plainWords(e.Place)))
	points := e.Points
	for _, inner := range e.Inner {
		points = append(points, p.detailed(p.addressed(inner)))
	}
	return head, append(beneath(about, beneath(e.Texts...)), resume.List{Items: points})
}
