// Package typeset sets paragraphs on pages, in any script, and returns them as a
// PDF. It knows no résumé.
//
// A text goes through it in steps: prepare cleans it and finds a face for each
// character, shape turns it into glyphs, breakLines into lines, paginate puts
// these on pages, fit chooses the size of the type, and print writes the PDF.
package typeset

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf"
)

// Document is what is set.
type Document struct {
	Title, Author, Subject, Keywords string // as the file says of itself
	Lang                             string // the language of the text, as BCP 47 has it

	Running    string // stands with the page's number at the head of the pages after the first
	PageOf     string // how pages are numbered where there are several: "Page {page} of {pages}"
	Paragraphs []Paragraph

	// Photo is a picture of the author (JPEG, PNG, GIF or WebP), which stands beside
	// the paragraphs up to the first with a rule beneath; nil for none. What can't be
	// read as one is left out.
	Photo    []byte
	PhotoAlt string // what it shows, for those who can't see it

	// Fonts is where faces come from; nil for those that are built in and those
	// of the system.
	Fonts *fonts.Library
}

// Paragraph is a text that begins on a line of its own. Lengths are in ems of
// the body text. In a text that runs from right to left, left is right.
type Paragraph struct {
	Spans []Span
	Right string // stands at the right margin of the first line; it is read after the text

	Level  int     // of a heading, 1 for the title of the document; 0 for text
	Size   float64 // of the type, in that of the body text; 0 for 1
	Above  float64 // space above, dropped at the top of a page
	Indent float64 // of all lines
	Hang   float64 // of all lines but the first, besides
	Mark   string  // stands before the first line of an entry of a list, whose lines are all set as far in: "•"

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

// Face is one of the faces of the text.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	SemiBold
	BoldItalic
	Mono // for code, in which quotation marks stay as they are
)

// style returns what the face is in the library of fonts.
func (f Face) style() fonts.Style {
	switch f {
	case Bold:
		return fonts.Style{Weight: 700}
	case Italic:
		return fonts.Style{Weight: 400, Italic: true}
	case SemiBold:
		return fonts.Style{Weight: 600}
	case BoldItalic:
		return fonts.Style{Weight: 700, Italic: true}
	case Mono:
		return fonts.Style{Weight: 400, Mono: true}
	default:
		return fonts.Style{Weight: 400}
	}
}

// Color is one of the few that a document is set in, as 0xRRGGBB.
type Color = pdf.Color

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

// PDF returns the document as a PDF for the paper: on two pages, or one, if a
// type that can still be read makes that possible. The same document and the
// same fonts make the same bytes. □ stands for each character that no font has;
// an emoji that no font has is left out. If too much is missing for anybody to
// read it, the error is an *UnreadableError.
func (d *Document) PDF(paper Paper) ([]byte, error) {
	s := d.measure()
	if float64(s.boxes) > mostBoxes*float64(s.characters) {
		return nil, &UnreadableError{s.missing}
	}
	return s.print(s.fit(paper)), nil
}

// Pages returns how many pages that are.
func (d *Document) Pages(paper Paper) (int, error) {
	return d.measure().fit(paper).count, nil
}

// Missing is a character that no font has.
type Missing struct {
	Char     rune
	Text     string // that it stands in first, as the document has it
	Ornament bool   // an emoji, which is left out
}

// mostBoxes is the share of characters that may be shown as □.
const mostBoxes = 0.2

// UnreadableError says that no font has the letters of a text.
type UnreadableError struct {
	Missing []Missing
}

func (e *UnreadableError) Error() string {
	const most = 5
	var b strings.Builder
	b.WriteString("no font has most of the letters, such as ")
	for i, m := range e.Missing[:min(most, len(e.Missing))] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteRune(m.Char)
	}
	return b.String()
}

// Missing returns the characters that no font has, each once, in the order of
// their numbers.
func (d *Document) Missing() ([]Missing, error) {
	s := d.open()
	s.probing = true
	for _, p := range d.Paragraphs {
		s.prepare(p.Spans)
		s.prepare([]Span{{Text: p.Mark}})
		s.prepare([]Span{{Text: p.Right}})
	}
	s.prepare([]Span{{Text: d.Running}})
	slices.SortFunc(s.missing, func(a, b Missing) int { return cmp.Compare(a.Char, b.Char) })
	return s.missing, nil
}

// defaultFonts are the built-in faces and those of the system.
var defaultFonts = sync.OnceValue(func() *fonts.Library {
	l, _ := fonts.New() // fails only where files are named
	return l
})
