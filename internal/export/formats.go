package export

import "ssh-resume/internal/resume"

// Source is the owner's file as it was read.
type Source struct {
	Name string // JSON where it ends in .json, YAML otherwise
	Data []byte
}

// Format is one way to take a résumé away.
type Format struct {
	Name      string // as typed: ssh HOST markdown
	File      string // resume.md; empty for a variant that is no file of its own
	MediaType string

	// Make gives the whole résumé, the same bytes for the same input. The
	// source is what the résumé was read from; empty where there is none.
	Make func(r *resume.Resume, source Source) ([]byte, error)
}

// textWidth is the width of a plain text that nobody is known to look at yet,
// in cells.
const textWidth = 80

// Formats lists the ways to take a résumé away.
func Formats() []Format {
	return []Format{
		{"text", "resume.txt", "text/plain; charset=utf-8", without(func(r *resume.Resume) ([]byte, error) {
			return []byte(Text(r, textWidth)), nil
		})},
		{"markdown", "resume.md", "text/markdown; charset=utf-8", without(toMarkdown)},
		{"html", "resume.html", "text/html; charset=utf-8", without(toHTML)},
		{"json", "resume.json", "application/json", without(toJSON)},
		{"yaml", "resume.yaml", "application/yaml", toYAML},
		{"pdf", "resume.pdf", "application/pdf", on("")},
		{"pdf-a4", "", "application/pdf", on(resume.PaperA4)},
		{"pdf-letter", "", "application/pdf", on(resume.PaperLetter)},
	}
}

// without makes a format of what needs no source.
func without(write func(*resume.Resume) ([]byte, error)) func(*resume.Resume, Source) ([]byte, error) {
	return func(r *resume.Resume, _ Source) ([]byte, error) { return write(r) }
}

// on makes a format of the PDF on this paper.
func on(paper string) func(*resume.Resume, Source) ([]byte, error) {
	return without(func(r *resume.Resume) ([]byte, error) { return toPDF(r, paper) })
}
