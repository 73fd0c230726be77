package export

import (
	"cmp"
	"slices"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/words"
)

// papers are the paper sizes of ISO 216 and ANSI/ASME Y14.1.
var papers = map[string]typeset.Paper{
	resume.PaperA4:     {Width: 595.28, Height: 841.89},
	resume.PaperLetter: {Width: 612, Height: 792},
}

// paperOf returns the named paper, or the owner's choice if the name is empty.
func paperOf(r *resume.Resume, name string) typeset.Paper {
	return cmp.Or(papers[cmp.Or(name, r.Paper)], papers[resume.PaperA4])
}

// PDFPages returns the number of pages of the PDF on the owner's paper. The library is as for Formats.
func PDFPages(r *resume.Resume, library *fonts.Library) int {
	return pdfDocument(r, library).Pages(paperOf(r, ""))
}

// pdfCreator is the element of the metadata in which the PDF names the program.
const pdfCreator = "<xmp:CreatorTool>ssh-resume</xmp:CreatorTool>"

// UnreadableError is returned by a format that can't show most of a résumé's letters.
type UnreadableError = typeset.UnreadableError

// PDFMissing returns the letters of the résumé that no font has for the PDF, each once and in code point order.
func PDFMissing(r *resume.Resume, library *fonts.Library) []rune {
	return pdfDocument(r, library).Missing()
}

// pdfDocument returns the résumé as paragraphs for typesetting. The same résumé gives the same bytes.
func pdfDocument(r *resume.Resume, library *fonts.Library) *typeset.Document {
	p := pdf{words: words.For(r.Lang).Document, marks: r.Marks()}
	paragraphs := append(p.head(headOf(r)), slices.Concat(each(outline(r), p.section)...)...)
	rightToLeft := resume.RightToLeft(r.Lang)
	if rightToLeft {
		for _, p := range paragraphs {
			for i := range p.Spans {
				p.Spans[i].Text = resume.Isolate(p.Spans[i].Text, true)
			}
		}
	}
	return &typeset.Document{
		Title:       resume.Joined(p.marks.Comma, cmp.Or(r.Basics.Name, p.words.Untitled), r.Basics.Label),
		Author:      r.Basics.Name,
		Subject:     resume.Joined(p.marks.Comma, p.words.Untitled, r.Basics.Experience),
		Lang:        r.Lang,
		RightToLeft: rightToLeft,
		Running:     r.Basics.Name,
		PageOf:      p.words.PageOf,
		Paragraphs:  paragraphs,
		Fonts:       library,
		Photo:       r.Picture(),
	}
}
