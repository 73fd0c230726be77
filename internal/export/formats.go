package export

import (
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// Source is the owner's file as it was read, with comments, unknown fields and what
// is private. What visitors get is made without it.
type Source struct {
	Name string // JSON where it ends in .json, YAML otherwise
	Data []byte
}

// Format is everything that is known of one export format. Formats lists them;
// no other place knows a property of a format.
type Format struct {
	Name      string // as typed: ssh HOST markdown
	File      string // the name it is saved under: resume.md
	MediaType string
	Binary    bool   // not for terminals
	VariantOf string // the format whose file this one is another form of; it is then no file of its own

	// Purpose says what the format is for, in a few words for the visitor.
	Purpose func(*words.Words) string

	// Make returns the whole résumé, the same bytes for the same input. With a
	// source, which only the owner may see, it is as much as the format can hold of
	// that.
	Make func(*resume.Resume, Source) ([]byte, error)

	// IsExport reports whether the content of a file is an earlier export, which
	// this one may replace.
	IsExport func(old, now []byte) bool

	// Missing returns the characters of a résumé that the format can't show, in
	// order. It is nil where the format can show all.
	Missing func(*resume.Resume) []Missing
}

// PlainText is the name of the format that is shown where a terminal can only
// print.
const PlainText = "text"

// textWidth is the width of a plain text whose reader's window is not known, in
// cells.
const textWidth = 80

// Formats returns the export formats, in the order in which they are listed for
// visitors.
func Formats() []Format {
	return []Format{
		{
			Name: PlainText, File: "resume.txt", MediaType: "text/plain; charset=utf-8",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.Text },
			Make: withoutSource(func(r *resume.Resume) ([]byte, error) {
				return []byte(Text(r, textWidth)), nil
			}),
			IsExport: isSimilar,
		},
		{
			Name: "markdown", File: "resume.md", MediaType: "text/markdown; charset=utf-8",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.Markdown },
			Make:    withoutSource(toMarkdown), IsExport: isSimilar,
		},
		{
			Name: "html", File: "resume.html", MediaType: "text/html; charset=utf-8",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.HTML },
			Make:    withoutSource(toHTML), IsExport: contains(htmlGenerator),
		},
		{
			Name: "json", File: "resume.json", MediaType: "application/json",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.JSON },
			Make:    withoutSource(toJSON), IsExport: isMadeBy(toJSON, "resume.json"),
		},
		{
			Name: "yaml", File: "resume.yaml", MediaType: "application/yaml",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.YAML },
			Make:    toYAML, IsExport: isMadeBy(yamlOf, "resume.yaml"),
		},
		pdfFormat("pdf", "", ""),
		pdfFormat("pdf-a4", "pdf", resume.PaperA4),
		pdfFormat("pdf-letter", "pdf", resume.PaperLetter),
	}
}

// pdfFormat returns the PDF on a paper; on the owner's where that is empty.
func pdfFormat(name, variantOf, paper string) Format {
	return Format{
		Name: name, File: "resume.pdf", MediaType: "application/pdf", Binary: true, VariantOf: variantOf,
		Purpose: func(w *words.Words) string { return w.Document.Purposes.PDF },
		Make:    withoutSource(func(r *resume.Resume) ([]byte, error) { return toPDF(r, paper) }), IsExport: contains(pdfCreator),
		Missing: PDFMissing,
	}
}

// FormatNamed returns the format of a name, and whether there is one.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

func withoutSource(write func(*resume.Resume) ([]byte, error)) func(*resume.Resume, Source) ([]byte, error) {
	return func(r *resume.Resume, _ Source) ([]byte, error) { return write(r) }
}
