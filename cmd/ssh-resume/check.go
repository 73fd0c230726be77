package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/fonts"
)

type checkCmd struct {
	File   string    `arg:"" optional:"" type:"file" help:"The résumé, or - for standard input. Without it, that of $$SSH_RESUME_FILE, or the embedded one."`
	Strict bool      `help:"Treat warnings, such as those about unknown fields, as errors."`
	Fonts  fontFlags `embed:""`
	JSON   bool      `name:"json" help:"Write the problems as a JSON array, for editors and other programs."`
}

// fontFlags names fonts for letters that the built-in fonts lack in the PDF.
type fontFlags struct {
	Font []string `type:"file" sep:"none" variable:"SSH_RESUME_FONT" placeholder:"PATH" help:"TrueType or OpenType font, or folder of such fonts, for what the built-in ones lack in the PDF; those of the system come after. Repeatable; in the variable, separated by colons."`
}

// Run reports every problem on standard output.
func (c *checkCmd) Run(m *Main) error {
	library, err := fonts.New(c.Fonts.Font...)
	if err != nil {
		return err
	}
	f := m.read(c.File)
	if f.err != nil {
		return f.err
	}
	pages := f.checkPDF(library)
	if c.JSON {
		err = f.reportJSON(m.Stdout)
	} else {
		f.report(m.Stdout)
		_, err = fmt.Fprintln(m.Stdout, strings.Join(append(f.languageNotes(), f.verdict(pages)), "\n"))
	}
	if err == nil && (f.public == nil || c.Strict && len(f.problems) > 0) {
		return errReported
	}
	return err
}

// reportJSON writes every problem as JSON. Other programs depend on the fields.
func (f *resumeFile) reportJSON(w io.Writer) error {
	type problem struct {
		File     string `json:"file"`
		Line     int    `json:"line"`     // from 1
		Column   int    `json:"column"`   // from 1, in characters
		Severity string `json:"severity"` // "error" or "warning"
		Message  string `json:"message"`
	}
	all := make([]problem, len(f.problems))
	for i, p := range f.problems {
		all[i] = problem{p.File, p.Line, p.Column, severity(p), p.Message}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}

// maxPages is how long a PDF may be before check warns.
const maxPages = 4

// checkPDF makes the PDF, adds the problems that show only there, and returns how many pages it has, if any.
func (f *resumeFile) checkPDF(library *fonts.Library) (pages int) {
	if f.public == nil {
		return 0
	}
	for _, tag := range f.public.Tags() {
		pages = max(pages, export.PDFPages(f.public.In(tag), library))
	}
	f.checkGlyphs(library)
	if pages > maxPages {
		f.warn(f.sources[0].at(0), fmt.Sprintf("the PDF has %d pages, and few people read more than %d; leave out what is old or minor", pages, maxPages))
	}
	return pages
}

// checkGlyphs adds a problem for letters that no font has for the PDF.
func (f *resumeFile) checkGlyphs(library *fonts.Library) {
	if f.public == nil {
		return
	}
	var missing []rune
	for _, tag := range f.public.Tags() {
		missing = append(missing, export.PDFMissing(f.public.In(tag), library)...)
	}
	if len(missing) > 0 {
		isMissing := func(r rune) bool { return slices.Contains(missing, r) }
		f.warn(f.locate(func(text []byte) int { return bytes.IndexFunc(text, isMissing) }), missingGlyphs(missing))
	}
}

// missingGlyphs says which letters no font has, and what to do about it.
func missingGlyphs(missing []rune) string {
	const most = 8
	var letters []string
	for _, m := range missing {
		if letter := fmt.Sprintf("%q", m); !slices.Contains(letters, letter) {
			letters = append(letters, letter)
		}
	}
	list := strings.Join(letters[:min(len(letters), most)], ", ")
	if more := len(letters) - most; more > 0 {
		list += fmt.Sprintf(" and %d more characters", more)
	}
	return fmt.Sprintf("the PDF has no glyph for %s and shows □ instead; %s", list, fontAdvice(missing))
}

// fontAdvice says what to do about letters that no font has.
func fontAdvice(missing []rune) string {
	return fmt.Sprintf("install fonts that have it (Debian: %s), or name a font or a folder, such as one mounted into a container, with --font", fonts.DebianPackage(missing[0]))
}

// warn inserts a warning in the order of the file.
func (f *resumeFile) warn(at resume.Problem, message string) {
	at.Message, at.Warning = message, true
	i := slices.IndexFunc(f.problems, func(p resume.Problem) bool { return p.File == at.File && p.Line >= at.Line })
	if i < 0 {
		i = len(f.problems)
	}
	f.problems = slices.Insert(f.problems, i, at)
}

var comments = regexp.MustCompile(`(?m)^[ \t]*#.*`)

// locate returns the place that index finds in one of the files, outside comments, or else the beginning of the file.
func (f *resumeFile) locate(index func(text []byte) int) resume.Problem {
	for _, s := range f.sources {
		text := comments.ReplaceAllFunc(s.text, func(c []byte) []byte { return bytes.Repeat([]byte("#"), len(c)) })
		if at := index(text); at >= 0 {
			return s.at(at)
		}
	}
	return f.sources[0].at(0)
}
