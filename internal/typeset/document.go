// Package typeset sets paragraphs in any script on pages and returns a PDF. It knows nothing of résumés.
//
// A text passes through these steps: prepare cleans it and finds a face for each character, shape turns it
// into glyphs and breaks it into lines, fit chooses the size of the type by distributing the lines over pages
// (paginate), and print writes the PDF.
package typeset

import (
	"slices"
	"strings"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf"
)

// Document is a document to be typeset.
type Document struct {
	Title, Author, Subject string // the metadata of the file
	Lang                   string // the language of the text (BCP 47); empty for English
	RightToLeft            bool   // the direction of that language

	Running    string // shown beside the page number from the second page on
	PageOf     string // the form of page numbers, if there are several pages: "Page {page} of {pages}"
	Paragraphs []Paragraph

	// Photo is a JPEG or PNG of the author, or nil. It is beside the paragraphs up to the first with RuleBelow.
	Photo []byte

	// Fonts provides the faces; nil means the built-in faces and those of the system.
	Fonts *fonts.Library
}

// Paragraph is a text that starts on a new line. Lengths are in ems of the body
// text. In a right-to-left document, left and right are swapped.
type Paragraph struct {
	Spans []Span
	Right string // a short text at the right margin of the first line; it is read after the text
	Cells []Cell // a drawing on a line of its own, instead of the text

	// Level is the level of a heading, 1 for the title of the document, or 0 for text. Headings of level 2 are in
	// the outline and have a thin rule beside them.
	Level  int
	Size   float64 // the size of the type, as a multiple of the body size; 0 means 1
	Above  float64 // the space above, dropped at the top of a page
	Indent float64 // the indent of all lines
	Hang   float64 // the additional indent of all lines but the first
	Mark   string  // the mark of a list item, such as "•"; the lines of the item are indented past it

	RuleBelow bool // draw a rule below
	Bar       bool // draw a bar at the left
	KeepNext  bool // keep on the same page as the start of the next paragraph
}

// Cell is a text, or without one a bar, at its own place on a line. Screen readers and programs that extract
// text take it for decoration, so what cells say must be in a text as well.
type Cell struct {
	From, To float64 // shares of the width of the page; a longer text is cut
	Text     string
	Color    Color
	AtEnd    bool // the text ends at To
}

// Span is a text in one style. Spaces at its ends count.
type Span struct {
	Text string
	Style
}

// Style is the look of a text.
type Style struct {
	Face  Face
	Color Color
	URL   string // the target of a link; empty for none
}

// Face is one of the faces of the text.
type Face = fonts.Style

// The faces.
var (
	Regular  = Face{}
	Bold     = Face{Weight: 700}
	Italic   = Face{Italic: true}
	SemiBold = Face{Weight: 600}
	Mono     = Face{Mono: true} // for code; quotation marks stay straight
)

// Color is one of the colors of a document, as 0xRRGGBB.
type Color = pdf.Color

// The colors have a contrast of at least 7:1 against white (WCAG 2.2, 1.4.6), so they survive a monochrome printer.
const (
	Ink    Color = 0x1b1f27
	Quiet  Color = 0x4a525e
	Accent Color = 0x0b4f7a
)

// hairline is the color of thin rules, which are only decoration.
const hairline Color = 0xb9c6d1

// Paper is the size of a sheet, in points (1/72 inch).
type Paper struct {
	Width, Height float64
}

// PDF returns the document as a PDF for the paper. It uses one or two pages if the text fits on them at a
// readable size. The same document and fonts produce the same bytes. A character that no font has is shown
// as □; an emoji that no font has is left out. If too many characters are missing for the text to be
// readable, the error is an *UnreadableError.
func (d *Document) PDF(paper Paper) ([]byte, error) {
	s := d.measure()
	defer s.faces.Release()
	if float64(s.boxes) > maxBoxes*float64(s.characters) {
		return nil, &UnreadableError{s.missing}
	}
	return s.fit(paper).print(), nil
}

// Pages returns the number of pages of the PDF.
func (d *Document) Pages(paper Paper) int {
	s := d.measure()
	defer s.faces.Release()
	return s.fit(paper).count
}

// maxBoxes is the largest share of characters that may be shown as □.
const maxBoxes = 0.2

// UnreadableError reports that the fonts lack most letters of a document.
type UnreadableError struct {
	Missing []rune
}

func (e *UnreadableError) Error() string {
	const most = 5
	letters := strings.Split(string(e.Missing[:min(most, len(e.Missing))]), "")
	return "no font has most of the letters, such as " + strings.Join(letters, ", ")
}

// Missing returns the characters that no font has, each once, in code point order, without emojis, which the PDF leaves
// out. It does not lay out the document, and reads only the coverage of fonts.
func (d *Document) Missing() []rune {
	s := d.open()
	type seen struct {
		rune
		face Face
	}
	known := map[seen]bool{}
	look := func(spans ...Span) {
		before := len(known)
		for _, span := range spans {
			for _, r := range cleaned(span.Text) {
				known[seen{r, span.Face}] = true
			}
		}
		if len(known) > before { // skip known text: preparing a book takes seconds
			s.prepare(spans)
		}
	}
	for _, p := range d.Paragraphs {
		look(p.Spans...)
		look(Span{Text: p.Mark})
		look(Span{Text: p.Right})
	}
	look(Span{Text: d.Running})
	slices.Sort(s.missing)
	return s.missing
}
