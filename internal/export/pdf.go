package export

import (
	"cmp"
	"fmt"
	"slices"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// The sizes are those of ISO 216 and ANSI/ASME Y14.1.
var papers = map[string]typeset.Paper{
	resume.PaperA4:     {Width: 595.28, Height: 841.89},
	resume.PaperLetter: {Width: 612, Height: 792},
}

// toPDF gives the résumé set for paper, "a4" or "letter"; where that is "", for
// the owner's choice, and without one for A4. The same résumé gives the same
// bytes. □ stands for each character that the fonts lack; PDFMissing tells
// which these are.
func toPDF(r *resume.Resume, paper string) ([]byte, error) {
	size, err := paperFor(r, paper)
	if err != nil {
		return nil, err
	}
	return document(r).PDF(size)
}

func paperFor(r *resume.Resume, paper string) (typeset.Paper, error) {
	name := cmp.Or(paper, r.Paper, resume.PaperA4)
	size, ok := papers[name]
	if !ok {
		return size, fmt.Errorf("there is no paper %q; it may be %s or %s", name, resume.PaperA4, resume.PaperLetter)
	}
	return size, nil
}

// PDFPages gives how many pages the PDF has on the owner's paper.
func PDFPages(r *resume.Resume) (int, error) {
	size, err := paperFor(r, "")
	if err != nil {
		return 0, err
	}
	return document(r).Pages(size)
}

// Missing is a character that the fonts of the PDF lack, with the text that it
// stands in first.
type Missing = typeset.Missing

// PDFMissing gives the characters of the résumé that the fonts of the PDF lack,
// each once, in the order of their numbers. Nothing is set for that.
func PDFMissing(r *resume.Resume) []Missing {
	missing, err := document(r).Missing()
	if err != nil {
		return nil // the PDF says why
	}
	return missing
}

// mostKeywords keeps the list of keywords to what people and indexes read.
const mostKeywords = 40

// document gives the résumé as paragraphs that are to be set.
func document(r *resume.Resume) *typeset.Document {
	var keywords []string
	for _, skill := range r.Skills {
		for _, k := range skill.Keywords {
			if !slices.Contains(keywords, k) && len(keywords) < mostKeywords {
				keywords = append(keywords, k)
			}
		}
	}
	s := sheet{}
	s.head(r)
	for _, section := range underHead(r) {
		s.section(section)
	}
	return &typeset.Document{
		Title:      resume.Joined(", ", cmp.Or(r.Basics.Name, "Résumé"), r.Basics.Label),
		Author:     r.Basics.Name,
		Subject:    resume.Joined(", ", "Résumé", r.Basics.Experience),
		Keywords:   resume.Joined(", ", keywords...),
		Lang:       cmp.Or(r.Lang, "en"),
		Running:    r.Basics.Name,
		Paragraphs: s.paragraphs,
	}
}
