package export

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/words"
)

// Format is everything that is known of one export format. Formats lists them; no other place knows a property
// of a format.
type Format struct {
	Name         string // as typed: ssh HOST markdown
	File         string // the name it is saved under: resume.md
	Binary       bool   // not for terminals
	AllLanguages bool   // its file has all languages of the résumé
	VariantOf    string // the format that this one is another form of; it then has no file of its own

	// Purpose says what the format is for, in a few words for the visitor.
	Purpose func(*words.Words) string

	// Offers are the ways to save it that the interactive résumé offers; none for a format that visitors
	// find in the help alone.
	Offers []Offer

	// Make returns the whole résumé, the same bytes for the same résumé.
	Make func(*resume.Resume) ([]byte, error)

	// ForOwner is Make with what the format can hold of the owner's file besides:
	// comments and unknown fields; nil where that is nothing.
	ForOwner func(r *resume.Resume, file []byte) ([]byte, error)

	// Missing returns the characters of a résumé that the format can't show, in
	// order. It is nil where the format can show all.
	Missing func(*resume.Resume) []rune

	// Instead is the format for a résumé with letters that this one has no font for.
	Instead string

	mark      string // what the program says of itself in the file, if it does
	readsBack bool   // resume.Parse reads an equal résumé from the file
}

// Offer is a way to save a format in the list that the interactive résumé has of them.
type Offer struct {
	Place int  // in the list, from 1; the title page, the goodbye and the help have the first
	SCP   bool // as a file, with scp; otherwise with ssh, which prints it
	Main  bool // one of the few that are offered where there is little room
	Label func(*words.Save) string
}

// PlainText is the name of the format that is shown where a terminal can only print.
const PlainText = "text"

// BaseName is the name of all files, before the language and the extension.
const BaseName = "resume"

// AllFiles returns the pattern for the files of all formats in a language, as FileIn names them.
func AllFiles(tag string) string { return Format{File: BaseName + ".*"}.FileIn(tag) }

// Widths of plain text, in cells: TextWidth for readers whose window is unknown, MinTextWidth the least that
// lines are set in, however narrow the window.
const (
	TextWidth    = 80
	MinTextWidth = 20
)

// Formats returns the export formats, in the order in which they are listed for visitors. The PDF has the
// fonts of the library; where that is nil, the built-in ones and those of the system.
func Formats(library *fonts.Library) []Format {
	return []Format{
		{
			Name: PlainText, File: BaseName + ".txt",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.Text },
			Offers:  []Offer{{Place: 3, Main: true, Label: func(w *words.Save) string { return w.Text }}},
			Make:    func(r *resume.Resume) ([]byte, error) { return []byte(Text(r, TextWidth)), nil },
		},
		{
			Name: "markdown", File: BaseName + ".md",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.Markdown },
			Make:    toMarkdown,
		},
		{
			Name: "html", File: BaseName + ".html",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.HTML },
			Offers:  []Offer{{Place: 5, Label: func(w *words.Save) string { return w.HTML }}},
			Make:    toHTML, mark: htmlGenerator,
		},
		{
			Name: "json", File: BaseName + ".json",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.JSON },
			Offers:  []Offer{{Place: 4, Label: func(w *words.Save) string { return w.JSON }}},
			Make:    toJSON, readsBack: true,
		},
		{
			Name: "yaml", File: BaseName + ".yaml",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.YAML },
			Make:    toYAML, ForOwner: toYAMLWithComments, AllLanguages: true, readsBack: true,
		},
		pdfFormat("pdf", "", "", library),
		pdfFormat("pdf-a4", "pdf", resume.PaperA4, library),
		pdfFormat("pdf-letter", "pdf", resume.PaperLetter, library),
	}
}

// pdfFormat returns the PDF on a paper; on the owner's where that is empty.
func pdfFormat(name, variantOf, paper string, library *fonts.Library) Format {
	return Format{
		Name: name, File: BaseName + ".pdf", Binary: true, VariantOf: variantOf,
		Purpose: func(w *words.Words) string { return w.Document.Purposes.PDF },
		Offers: []Offer{
			{Place: 1, SCP: true, Main: true, Label: func(w *words.Save) string { return w.PDF }},
			{Place: 2, Label: func(w *words.Save) string { return w.WithoutSCP }},
		},
		Make:    func(r *resume.Resume) ([]byte, error) { return pdfDocument(r, library).PDF(paperOf(r, paper)) },
		Missing: func(r *resume.Resume) []rune { return PDFMissing(r, library) },
		Instead: "html", mark: pdfCreator,
	}
}

// FileIn returns the name of the file in one of the languages of the résumé (BCP 47): resume.de.pdf. It is
// File where the tag is empty, and where one file has all languages.
func (f Format) FileIn(tag string) string {
	if tag == "" || f.AllLanguages {
		return f.File
	}
	extension := path.Ext(f.File)
	return strings.TrimSuffix(f.File, extension) + "." + tag + extension
}

// IsExport reports whether the content of a file is an earlier export, which the new one may replace. In
// doubt it is not: the owner may have written it.
func (f Format) IsExport(old, now []byte) bool {
	switch {
	case f.mark != "":
		return bytes.Contains(old, []byte(f.mark))
	case f.readsBack: // a file that somebody has written or changed has comments or another layout
		r, _ := resume.Parse(f.File, old)
		if r == nil {
			return false
		}
		again, err := f.Make(r)
		return err == nil && bytes.Equal(again, old)
	}
	return isSimilar(old, now)
}

// isSimilar reports whether two texts say mostly the same in the same lines: they begin with the same name,
// and four fifths of the old lines are in the new text.
func isSimilar(old, now []byte) bool {
	lines := func(text []byte) []string {
		return strings.FieldsFunc(string(text), func(c rune) bool { return c == '\n' })
	}
	before, after := lines(old), lines(now)
	gone := slices.DeleteFunc(lines(old), func(line string) bool { return slices.Contains(after, line) })
	return len(before) > 0 && before[0] == after[0] && 5*len(gone) <= len(before)
}
