package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/language"

	"ssh-resume/data"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// report writes every problem with its line.
func (f *resumeFile) report(w io.Writer) {
	var out strings.Builder // written at once, so that nothing comes between
	lineOf := f.lines()
	for _, p := range f.problems {
		p.Message = severity(p) + ": " + p.Message
		out.WriteString(printable.Line(p.Error()) + "\n" + excerpt(lineOf(p), p.Column))
	}
	_, _ = io.WriteString(w, out.String())
}

func severity(p resume.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "error"
}

// lines returns a function that returns the line of a problem.
func (f *resumeFile) lines() func(resume.Problem) string {
	all := map[string][]string{}
	for _, s := range f.sources {
		all[s.name] = strings.Split(resume.LineEnds.Replace(string(s.text)), "\n")
	}
	return func(p resume.Problem) string {
		if p.Line > len(all[p.File]) {
			return ""
		}
		return strings.TrimPrefix(all[p.File][p.Line-1], "\ufeff")
	}
}

// excerpt returns as much of a line as fits into 80 columns, with a caret under the character in a column, from 1.
func excerpt(line string, column int) string {
	const width, before = 76, 40 // cells
	runes := []rune(line)
	at := min(column-1, len(runes))
	left := printable.Line(string(runes[max(0, at-width):at]))
	if cells := ansi.StringWidth(left); cells >= width {
		left = ansi.TruncateLeft(left, cells-before, "")
	}
	right := printable.Line(string(runes[at:min(len(runes), at+width)]))
	line = strings.TrimRight(ansi.Truncate(left+right, width, ""), " ")
	if line == "" {
		return ""
	}
	return "  " + line + "\n  " + strings.Repeat(" ", ansi.StringWidth(left)) + "^\n"
}

// verdict returns the last line of check.
func (f *resumeFile) verdict(pages int) string {
	failures := len(f.errors())
	switch warnings := len(f.problems) - failures; {
	case failures > 0 && warnings > 0:
		return count(failures, "error") + ", " + count(warnings, "warning")
	case failures > 0:
		return count(failures, "error")
	case warnings > 0:
		return count(warnings, "warning") + "; it can be served all the same"
	}
	subject, languages := printable.Line(f.name), ""
	if f.embedded {
		subject = "the embedded résumé"
	}
	if tags := f.public.Tags(); len(tags) > 1 {
		languages = ", in " + strings.Join(tags, ", ")
	}
	sections := count(len(f.public.Sections()), "section")
	line := fmt.Sprintf("%s is fine%s: %s, %s as a PDF", subject, languages, sections, count(pages, "page"))
	if _, err := os.Stat(data.Name); f.embedded && err == nil {
		line += fmt.Sprintf("; %s in this directory was not checked: %s check %[1]s", data.Name, name)
	}
	return line
}

// languageNotes says which of the owner's texts and of the program's words are not in the reader's language.
func (f *resumeFile) languageNotes() (notes []string) {
	if f.public == nil {
		return nil
	}
	tags := f.public.Tags()
	if len(tags) > 1 { // otherwise there is no need to read the files again
		var files []resume.Source
		for _, s := range f.sources {
			files = append(files, resume.Source{Name: s.name, Text: s.text})
		}
		for _, lacks := range resume.NotTranslated(files[0], files[1:]...) {
			notes = append(notes, "note: "+printable.Line(lacks))
		}
	}
	for _, tag := range tags {
		if words.For(tag).Tag == language.English && !strings.HasPrefix(tag, "en") {
			notes = append(notes, fmt.Sprintf("note: %s: the titles, dates and keys of the program are English; menu can name other titles", tag))
		}
	}
	return notes
}
