package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/fonts"
)

type checkCmd struct {
	File   string    `arg:"" optional:"" type:"file" help:"The résumé, or - for standard input. Without it, that of $$SSH_RESUME_FILE, or the embedded one."`
	Strict bool      `help:"Treat warnings, such as those about unknown fields, as errors."`
	Fonts  fontFlags `embed:""`

	JSON bool `name:"json" help:"Write the problems as a JSON array, for editors and other programs."`
}

// Run reports every problem on standard output.
func (c *checkCmd) Run(m *Main) error {
	f, err := m.read(c.File)
	if err != nil {
		return err
	}
	library, err := c.Fonts.library()
	if err != nil {
		return err
	}
	pages, err := f.checkPDF(library)
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeProblems(m, f.problems)
	} else {
		f.report(m.Stdout)
		_, err = fmt.Fprintln(m.Stdout, strings.Join(append(f.languageNotes(), f.verdict(pages)), "\n"))
	}
	if err != nil {
		return err
	}
	if failures, warnings := f.counts(); failures > 0 || c.Strict && warnings > 0 {
		return errReported
	}
	return nil
}

// jsonProblem is a problem as --json writes it. Other programs rely on its fields.
type jsonProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`     // from 1
	Column   int    `json:"column"`   // from 1, in characters
	Severity string `json:"severity"` // "error" or "warning"
	Message  string `json:"message"`
}

func writeProblems(m *Main, problems []resume.Problem) error {
	all := make([]jsonProblem, len(problems))
	for i, p := range problems {
		all[i] = jsonProblem{p.File, p.Line, p.Column, "error", p.Message}
		if p.Warning {
			all[i].Severity = "warning"
		}
	}
	encoder := json.NewEncoder(m.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}

// maxPages is how long a PDF may be before check warns.
const maxPages = 4

// checkPDF makes the PDF, adds to the problems what shows only there, and returns
// the number of its pages; 0 if the résumé can't be used.
func (f *resumeFile) checkPDF(library *fonts.Library) (pages int, err error) {
	if f.resume == nil {
		return 0, nil
	}
	has := "%d pages"
	if pages = leastPages(f.resume); pages > countedPages {
		has = "more than %d pages" // counting them takes seconds
	} else {
		pages = 0
		for _, tag := range f.resume.Tags() {
			n, err := export.PDFPages(f.resume.In(tag), library)
			if err != nil {
				return 0, fmt.Errorf("make the PDF: %w", err)
			}
			pages = max(pages, n)
		}
	}
	f.checkGlyphs(library)
	if pages > maxPages {
		f.warn(resume.Problem{File: f.name, Line: 1, Column: 1},
			fmt.Sprintf("the PDF has "+has+", and few people read more than %d; leave out what is old or minor", pages, maxPages))
	}
	return pages, nil
}

// countedPages is the length up to which the pages of a PDF are counted.
const countedPages = 30

// leastPages returns how many pages a résumé has at least.
func leastPages(r *resume.Resume) int {
	const fullPage = 16000 // bytes of JSON, of which half are its own: a page of the smallest type holds fewer
	format, _ := export.FormatNamed(export.Formats(), "json")
	file, err := format.Make(r)
	if err != nil {
		return 0 // whoever asks for the format gets the error
	}
	return len(file) / fullPage
}

// checkGlyphs adds to the problems the letters that no font has for the PDF.
func (f *resumeFile) checkGlyphs(library *fonts.Library) {
	if f.resume == nil {
		return
	}
	var missing []rune
	for _, tag := range f.resume.Tags() {
		for _, m := range export.PDFMissing(f.resume.In(tag), library) {
			if !slices.Contains(missing, m.Char) {
				missing = append(missing, m.Char)
			}
		}
	}
	if len(missing) > 0 {
		f.warn(f.locate(missing), fmt.Sprintf("the PDF has no glyph for %s and shows □ instead; %s", charList(missing), fontAdvice(missing[0])))
	}
}

// fontAdvice says what to do about a letter that no font has.
func fontAdvice(r rune) string {
	return fmt.Sprintf("install fonts that have it (Debian: %s), or name a font or a folder, such as one mounted into a container, with --font", fonts.DebianPackage(r))
}

// warn adds a warning in its place.
func (f *resumeFile) warn(at resume.Problem, message string) {
	at.Message, at.Warning = message, true
	i := slices.IndexFunc(f.problems, func(p resume.Problem) bool { return p.File == at.File && p.Line >= at.Line })
	if i < 0 {
		i = len(f.problems)
	}
	f.problems = slices.Insert(f.problems, i, at)
}

// locate returns the place where one of the characters first stands outside of
// comments; the beginning of the file if it has none, as they may be written as
// escapes.
func (f *resumeFile) locate(characters []rune) resume.Problem {
	for _, s := range f.sources {
		for i, line := range strings.Split(string(s.text), "\n") {
			if at := strings.IndexAny(line, string(characters)); at >= 0 && !strings.HasPrefix(strings.TrimSpace(line), "#") {
				return resume.Problem{File: s.name, Line: i + 1, Column: utf8.RuneCountInString(line[:at]) + 1}
			}
		}
	}
	return resume.Problem{File: f.name, Line: 1, Column: 1}
}

// charList lists characters, or the first few of many.
func charList(characters []rune) string {
	const most = 8
	var all []string
	for _, r := range characters[:min(len(characters), most)] {
		all = append(all, fmt.Sprintf("%q", r))
	}
	list := strings.Join(all, ", ")
	if more := len(characters) - most; more > 0 {
		list += fmt.Sprintf(" and %d more characters", more)
	}
	return list
}
