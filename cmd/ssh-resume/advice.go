package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// mostPages is how long a résumé may be as a PDF before check doubts it.
const mostPages = 4

// advise adds to the problems what only shows when the résumé is made into a
// PDF. It gives the number of its pages; 0 where the résumé can't be used.
func (s *source) advise() (pages int, err error) {
	if s.resume == nil {
		return 0, nil
	}
	pages, err = export.PDFPages(s.resume)
	if err != nil {
		return 0, fmt.Errorf("make the PDF: %w", err)
	}
	var more []resume.Problem
	var missing []rune
	for _, m := range export.PDFMissing(s.resume) {
		missing = append(missing, m.Char)
	}
	if len(missing) > 0 {
		line, column := s.place(missing)
		more = append(more, s.doubt(line, column, fmt.Sprintf("the PDF can't show %s; it has □ there", someOf(missing))))
	}
	if pages > mostPages {
		more = append(more, s.doubt(1, 1, fmt.Sprintf("this is %d pages long as a PDF, and few read more than %d; leave out what is old or small", pages, mostPages)))
	}
	s.problems = append(more, s.problems...)
	slices.SortStableFunc(s.problems, func(a, b resume.Problem) int { return a.Line - b.Line })
	return pages, nil
}

func (s *source) doubt(line, column int, message string) resume.Problem {
	return resume.Problem{File: s.name, Line: line, Column: column, Message: message, Warning: true}
}

// place gives line and column, in characters, of the first of the characters
// that stands in the file outside of comments; of the file's beginning where
// none does, as they may be written as escapes.
func (s *source) place(characters []rune) (line, column int) {
	for i, text := range strings.Split(string(s.text), "\n") {
		if at := strings.IndexAny(text, string(characters)); at >= 0 && !strings.HasPrefix(strings.TrimSpace(text), "#") {
			return i + 1, utf8.RuneCountInString(text[:at]) + 1
		}
	}
	return 1, 1
}

// someOf lists characters, the first few of many.
func someOf(characters []rune) string {
	const most = 8
	var all []string
	for _, r := range characters[:min(len(characters), most)] {
		all = append(all, fmt.Sprintf("%q", r))
	}
	said := strings.Join(all, ", ")
	if more := len(characters) - most; more > 0 {
		said += fmt.Sprintf(" and %d more characters", more)
	}
	return said
}
