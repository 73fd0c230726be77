// Package typeset sets paragraphs on pages and gives them as a PDF. It knows
// no résumé.
package typeset

import (
	"maps"
	"slices"
)

// Document is what is set.
type Document struct {
	Title, Author, Subject, Keywords string // as the file says of itself
	Lang                             string // the language of the text, as BCP 47 has it

	Running    string // stands with the page's number at the foot of each page, where there are more than one
	Paragraphs []Paragraph
}

// Paragraph is a text that begins on a line of its own. Lengths are in ems of
// the body text.
type Paragraph struct {
	Spans []Span
	Right string // stands at the right margin of the last line, after which it is read

	Size   float64 // of the type, in that of the body text; 0 for 1
	Above  float64 // space above, dropped at the top of a page
	Indent float64 // of all lines
	Hang   float64 // of all lines but the first, besides
	Mark   string  // stands before the first line, the others being set as far in: "•"

	Heading  bool   // a thin rule goes on from the text to the margin
	Under    bool   // a rule stands beneath
	Bar      bool   // a bar stands at the left
	KeepNext bool   // stands on one page with the beginning of the next paragraph
	Bookmark string // the name of this place in the outline
}

// Span is a text of one style. Blanks at its ends count.
type Span struct {
	Text string
	Style
}

// Style is how a text looks.
type Style struct {
	Face  Face
	Color Color
	URL   string // where it leads; "" for nowhere
}

// Color is one of the few that a document is set in, as 0xRRGGBB.
type Color int

// The colours. All are dark enough for a grey printer: 7:1 or more against
// white (WCAG 2.2, 1.4.6).
const (
	Ink    Color = 0x1b1f27
	Quiet  Color = 0x4a525e
	Accent Color = 0x0b4f7a
)

// hairline is the colour of the thin rules, which say nothing.
const hairline Color = 0xb9c6d1

// Paper is the size of a sheet, in points (1/72 inch).
type Paper struct {
	Width, Height float64
}

// PDF gives the document as a PDF for the paper: on two pages, or one, if a
// type that can still be read makes that possible. The same document gives the
// same bytes. □ stands for each character that the faces lack.
func (d *Document) PDF(paper Paper) ([]byte, error) {
	s, err := newSet(d)
	if err != nil {
		return nil, err
	}
	return printed(d, s.fit(paper), paper)
}

// Pages gives on how many pages that is.
func (d *Document) Pages(paper Paper) (int, error) {
	s, err := newSet(d)
	if err != nil {
		return 0, err
	}
	return len(s.fit(paper)), nil
}

// Missing is a character that the faces lack.
type Missing struct {
	Char rune
	Text string // that it stands in first, as the document has it
}

// Missing gives the characters that the faces lack, each once, in the order of
// their numbers.
func (d *Document) Missing() ([]Missing, error) {
	ruler, err := newRuler()
	if err != nil {
		return nil, err
	}
	s := &set{ruler: ruler, missing: map[rune]string{}}
	for _, p := range d.Paragraphs {
		for _, span := range p.Spans {
			s.settable(span.Text)
		}
		s.settable(p.Mark)
		s.settable(p.Right)
	}
	s.settable(d.Running)
	var all []Missing
	for _, r := range slices.Sorted(maps.Keys(s.missing)) {
		all = append(all, Missing{r, s.missing[r]})
	}
	return all, nil
}
