package export

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
	"ssh-resume/internal/words"
)

// pdf draws an outline as paragraphs for typesetting.
type pdf struct {
	words words.Document
	marks *words.Marks
}

type pdfParagraphs = []typeset.Paragraph

// The space above paragraphs, and the indents, in ems of the body text.
const (
	aboveHeading  = 1.0
	aboveTitle    = 0.8
	aboveEntry    = 0.5
	aboveFirst    = 0.25 // below a heading
	aboveLine     = 0.08
	indentItem    = 0.6 // of bulleted entries
	indentBeneath = 1.5 // of their details
)

// The marks of lists and of nested lists.
const bullet, innerBullet = "•", "–"

// head returns the name and what goes with it.
func (p pdf) head(h head) pdfParagraphs {
	facts, contacts := slices.DeleteFunc(each(h.Facts, quietText), isBlank), each(h.Contacts, p.contact)
	if len(facts) == 1 && facts[0][0].Text == h.Place { // a place doesn't need a line of its own
		facts, contacts = nil, append(facts, contacts...)
	}
	all := nonEmpty(
		typeset.Paragraph{Spans: boldText(h.Name), Level: 1, Size: min(2.5, max(1.7, 80/float64(1+utf8.RuneCountInString(h.Name))))},
		typeset.Paragraph{Spans: accentText(h.Label), Size: 1.3, Above: 0.1},
		typeset.Paragraph{Spans: separated(" · ", facts...), Above: 0.25},
		typeset.Paragraph{Spans: separated(" · ", contacts...), Above: aboveLine},
	)
	if len(all) > 0 {
		all[len(all)-1].RuleBelow = true
	}
	return all
}

func (p pdf) contact(c resume.Contact) []typeset.Span {
	style := quietStyle
	if c.URL != "" {
		style.Color, style.URL = typeset.Accent, c.URL
	}
	return separated(p.marks.Colon, quietText(contactLabel(c)), spans(c.Text, style))
}

func (p pdf) section(s section) pdfParagraphs {
	var content pdfParagraphs
	for i, g := range s.Groups {
		content = append(content, p.titled(g, i == 0)...)
	}
	if len(content) == 0 {
		return nil
	}
	content[0].Above = aboveFirst
	heading := typeset.Paragraph{Spans: accentText(s.Heading), Level: 2, Size: 1.2, Above: aboveHeading, KeepNext: true}
	return append(pdfParagraphs{heading}, content...)
}

// titled returns a group with its title, which is kept on one page with the first paragraphs.
func (p pdf) titled(g group, first bool) pdfParagraphs {
	content := p.group(g)
	if len(content) == 0 || g.isRunIn() {
		return content
	}
	title := nonEmpty(typeset.Paragraph{Spans: accentText(g.Title), Level: 3, Above: aboveTitle, KeepNext: true})
	switch {
	case len(title) > 0:
		content[0].Above = min(content[0].Above, aboveFirst)
	case !first:
		content[0].Above = aboveTitle
	}
	if g.Form != formJobs {
		content = keptTogether(content)
	}
	return append(title, content...)
}

// isRunIn reports whether a group is one paragraph that begins with its title. Skills with keywords and no
// title are a list: a reader looks for one of them.
func (g group) isRunIn() bool {
	if g.Form == formTags && g.Title == "" {
		return slices.ContainsFunc(g.Entries, func(e entry) bool { return e.Covers() == "" })
	}
	return g.Form == formTags || g.brief
}

func (p pdf) group(g group) pdfParagraphs {
	var all pdfParagraphs
	switch {
	case g.isRunIn():
		parts := each(g.Entries, func(e entry) []typeset.Span {
			return separated(p.marks.Colon, italicText(e.Name), plainText(e.Covers()))
		})
		return nonEmpty(typeset.Paragraph{Spans: separated(" ", accentText(g.Title), separated(p.marks.Semicolon, parts...)), Above: aboveEntry, Hang: 1})
	case g.Form == formJobs || g.Form == formDetailed:
		return p.detailed(g)
	case g.Form == formReferences:
		return slices.Concat(each(g.Entries, p.reference)...)
	case g.Form == formProse:
		for _, t := range g.Entries[0].Texts {
			all = append(all, pdfText(plainStyle, typeset.Paragraph{Above: aboveEntry}, t)...)
		}
		return append(all, points(indentItem, bullet, g.Entries[0].Points)...)
	}
	for i, e := range g.Entries {
		item := typeset.Paragraph{Mark: bullet, Indent: indentItem, Above: aboveLine}
		switch {
		case g.IsMotto():
			item = framed
		case g.Form == formList, g.Form == formQuotes:
		case g.Form == formNumbered:
			item.Mark = fmt.Sprintf("%d.", i+1)
		case g.Form == formMeasures:
			item.Mark, item.Indent = "", 0
		case g.Form == formTerms, g.Form == formTags:
			item.Mark, item.Indent = "", 0
			e = entry{Marks: e.Marks, Name: e.Name, Said: plain(e.Covers())}
		default:
			panic(g.Form.unknown())
		}
		all = append(all, p.item(item, e)...)
	}
	return all
}

// framed is the look of a quotation.
var framed = typeset.Paragraph{Above: aboveEntry, Indent: 1, Bar: true}

// detailed sets entries with headings. There is space between all of them or none.
func (p pdf) detailed(g group) pdfParagraphs {
	all := each(g.Entries, p.detailedEntry)
	saysMore := func(drawn pdfParagraphs) bool {
		return len(drawn) != 1 || len(drawn[0].Spans) != 1 || drawn[0].Right != ""
	}
	if !slices.ContainsFunc(all, saysMore) {
		for _, drawn := range all { // only names need no space between them
			drawn[0].Spans[0].Face = typeset.Regular
		}
	}
	if g.Form == formJobs || slices.ContainsFunc(all, func(drawn pdfParagraphs) bool { return len(drawn) > 1 }) {
		for _, drawn := range all {
			if len(drawn) > 0 {
				drawn[0].Above = aboveEntry
			}
		}
	}
	ruler, content := p.ruler(g.work), slices.Concat(all...)
	if len(ruler) > 0 && len(content) > 0 {
		content[0].Above = aboveTitle
	}
	return append(ruler, content...)
}

// detailedEntry sets an entry with a heading, which has the place and the dates at its right.
func (p pdf) detailedEntry(e entry) pdfParagraphs {
	name, address := linked(boldText(e.Name)[0], e.URL)
	head, below := name, e.Texts
	if len(e.said()) > 0 {
		below = append(below, plain(e.Detail), plain(e.Covers()))
	} else {
		head = separated(p.marks.Comma, name, plainText(e.By), plainText(e.Detail))
		head = separated(p.marks.Colon, head, plainText(e.Covers()))
	}
	head = separated(" · ", head, plainText(e.Role), address)
	all := dated(line(head), resume.Joined(" · ", e.Place, e.When))
	all = append(all, withFigure(pdfText(plainStyle, typeset.Paragraph{Above: aboveLine}, e.said()), e.Figure.Value)...)
	for _, t := range below {
		all = append(all, pdfText(quietStyle, typeset.Paragraph{Above: aboveLine}, t)...)
	}
	all = append(all, points(indentItem, bullet, e.Points)...)
	for _, inner := range e.Inner {
		all = append(all, p.item(typeset.Paragraph{Mark: bullet, Indent: indentItem, Above: aboveLine}, inner)...)
	}
	return keptTogether(all)
}

// item sets an entry of a list: its name is emphasized, and its details are beneath.
func (p pdf) item(first typeset.Paragraph, e entry) pdfParagraphs {
	all := dated(withFigure(pdfText(plainStyle, first, e.line(p.quotation)), e.Figure.Value), e.When)
	indented := typeset.Paragraph{Indent: indentBeneath, Above: aboveLine}
	all = append(all, pdfText(quietStyle, indented, plain(e.Detail))...)
	all = append(all, points(indentBeneath, innerBullet, e.Points)...)
	all = append(all, pdfText(quietStyle, indented, plain(e.Covers()))...)
	return keptTogether(all)
}

func (p pdf) quotation(s string) resume.Inline {
	return resume.Italic{resume.Plain(p.words.OpenQuote + s + p.words.CloseQuote)}
}

func (p pdf) reference(e entry) pdfParagraphs {
	all := pdfText(italicStyle, framed, quoted(e.Said, p.words.OpenQuote, p.words.CloseQuote))
	if e.By == "" {
		return all
	}
	by := quietText("—\u00a0" + e.By) // the dash never ends a line
	if last := len(all) - 1; last >= 0 && all[last].Mark == "" {
		all[last].Spans = separated(" ", all[last].Spans, by)
		return all
	}
	own := framed
	own.Spans = by
	return append(all, own)
}
