package export

import (
	"cmp"
	"fmt"
	"slices"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/words"
)

// papers are the sizes of paper, as ISO 216 and ANSI/ASME Y14.1 have them.
var papers = map[string]typeset.Paper{
	resume.PaperA4:     {Width: 595.28, Height: 841.89},
	resume.PaperLetter: {Width: 612, Height: 792},
}

// toPDF returns the résumé as a PDF for a paper, "a4" or "letter"; where paper is
// empty, for the one that the owner chose, or A4. The same résumé makes the same
// bytes. A character that the fonts lack is shown as □; PDFMissing lists them.
func toPDF(r *resume.Resume, paper string, library *fonts.Library) ([]byte, error) {
	size, err := paperSize(r, paper)
	if err != nil {
		return nil, err
	}
	return pdfDocument(r, library).PDF(size)
}

func paperSize(r *resume.Resume, paper string) (typeset.Paper, error) {
	name := cmp.Or(paper, r.Paper, resume.PaperA4)
	size, ok := papers[name]
	if !ok {
		return size, fmt.Errorf("unknown paper %q; use %s or %s", name, resume.PaperA4, resume.PaperLetter)
	}
	return size, nil
}

// PDFPages returns the number of pages of the PDF on the owner's paper. Library is
// as for FormatsWith.
func PDFPages(r *resume.Resume, library *fonts.Library) (int, error) {
	size, err := paperSize(r, "")
	if err != nil {
		return 0, err
	}
	return pdfDocument(r, library).Pages(size)
}

// pdfCreator is the element of the metadata in which the PDF names the program.
const pdfCreator = "<xmp:CreatorTool>ssh-resume</xmp:CreatorTool>"

// UnreadableError is what a format returns for a résumé most of whose letters it
// can't show.
type UnreadableError = typeset.UnreadableError

// Missing is a character that a format can't show, with the text in which it
// first appears.
type Missing = typeset.Missing

// PDFMissing returns the letters of the résumé that no font has for the PDF, each
// once and in the order of their numbers. Ornaments are not among them: the PDF
// leaves them out.
func PDFMissing(r *resume.Resume, library *fonts.Library) []Missing {
	missing, err := pdfDocument(r, library).Missing()
	if err != nil {
		return nil // making the PDF reports the error
	}
	return slices.DeleteFunc(missing, func(m Missing) bool { return m.Ornament })
}

// maxKeywords limits the keywords in the properties of the PDF, where a long list
// looks like spam.
const maxKeywords = 40

// pdfDocument returns the résumé as paragraphs for typesetting.
func pdfDocument(r *resume.Resume, library *fonts.Library) *typeset.Document {
	var keywords []string
	for _, skill := range r.Skills {
		for _, k := range skill.Keywords {
			if !slices.Contains(keywords, k) && len(keywords) < maxKeywords {
				keywords = append(keywords, k)
			}
		}
	}
	p := pdf{words: words.For(r.Lang).Document, marks: r.Marks()}
	paragraphs := p.head(r)
	for _, section := range outline(r) {
		paragraphs = append(paragraphs, p.section(section)...)
	}
	if resume.RightToLeft(r.Lang) {
		for _, p := range paragraphs {
			for i := range p.Spans {
				p.Spans[i].Text = resume.IsolateRuns(p.Spans[i].Text, true)
			}
		}
	}
	return &typeset.Document{
		Title:      resume.Joined(p.marks.Comma, cmp.Or(r.Basics.Name, p.words.Untitled), r.Basics.Label),
		Author:     r.Basics.Name,
		Subject:    resume.Joined(p.marks.Comma, p.words.Untitled, r.Basics.Experience),
		Keywords:   resume.Joined(", ", keywords...),
		Lang:       cmp.Or(r.Lang, "en"),
		Running:    r.Basics.Name,
		PageOf:     p.words.PageOf,
		Paragraphs: paragraphs,
		Fonts:      library,
		Photo:      r.Picture(),
		PhotoAlt:   r.Basics.Name,
	}
}
