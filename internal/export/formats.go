// Package export writes a résumé in each format that visitors and the owner can save. Formats lists the
// formats; each has a file of its own. Each turns a résumé into bytes. The PDF reads the system's fonts.
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

// Format is everything that is known about an export format. No format has properties elsewhere.
type Format struct {
	Name         string // as typed: ssh HOST markdown
	File         string // the name it is saved under: resume.md
	Binary       bool   // not for terminals
	AllLanguages bool   // one file has all languages of the résumé
	VariantOf    string // the format that this is a variant of; a variant has no file of its own

	Purpose  func(*words.Words) string // what it is for, in a few words
	Listings []Listing                 // in the interactive résumé; none for a format that only the help lists

	// Make returns the whole résumé. The same résumé gives the same bytes.
	Make func(*resume.Resume) ([]byte, error)

	// ForOwner is like Make, but keeps what else the owner's file contains: comments and unknown fields. It is nil
	// if the format has no place for them.
	ForOwner func(r *resume.Resume, file []byte) ([]byte, error)

	// Missing returns the characters of a résumé that the format can't show, in order. It is nil if the format can
	// show all.
	Missing func(*resume.Resume) []rune

	// Instead is the format to use if no font for this one has the résumé's letters.
	Instead string

	mark      string // what names the program in the file; empty for none
	readsBack bool   // resume.Parse reads an equal résumé from the file
}

// PlainText is the name of the format for terminals that can only print.
const PlainText = "text"

// BaseName is the name of every file, before the language and the extension.
const BaseName = "resume"

// AllFiles returns the pattern for the files of all formats in a language, as FileIn names them.
func AllFiles(tag string) string { return Format{File: BaseName + ".*"}.FileIn(tag) }

// Widths of plain text, in cells.
const (
	TextWidth    = 80 // if the reader's window is unknown
	MinTextWidth = 20 // however narrow the window is
)

// Formats returns the export formats in the order in which visitors see them. The PDF uses the fonts of the
// library, or if it is nil, the built-in and the system's fonts.
func Formats(library *fonts.Library) []Format {
	return []Format{
		{
			Name: PlainText, File: BaseName + ".txt",
			Purpose:  func(w *words.Words) string { return w.Document.Purposes.Text },
			Listings: []Listing{{Place: 3, Offer: Offer{Main: true, Label: func(w *words.Save) string { return w.Text }}}},
			Make:     func(r *resume.Resume) ([]byte, error) { return []byte(Text(r, TextWidth)), nil },
		},
		{
			Name: "markdown", File: BaseName + ".md",
			Purpose: func(w *words.Words) string { return w.Document.Purposes.Markdown },
			Make:    toMarkdown,
		},
		{
			Name: "html", File: BaseName + ".html",
			Purpose:  func(w *words.Words) string { return w.Document.Purposes.HTML },
			Listings: []Listing{{Place: 5, Offer: Offer{Label: func(w *words.Save) string { return w.HTML }}}},
			Make:     toHTML, mark: htmlGenerator,
		},
		{
			Name: "json", File: BaseName + ".json",
			Purpose:  func(w *words.Words) string { return w.Document.Purposes.JSON },
			Listings: []Listing{{Place: 4, Offer: Offer{Label: func(w *words.Save) string { return w.JSON }}}},
			Make:     toJSON, readsBack: true,
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

// pdfFormat returns the PDF on the named paper, or on the owner's if the name is empty.
func pdfFormat(name, variantOf, paper string, library *fonts.Library) Format {
	return Format{
		Name: name, File: BaseName + ".pdf", Binary: true, VariantOf: variantOf,
		Purpose: func(w *words.Words) string { return w.Document.Purposes.PDF },
		Listings: []Listing{
			{Place: 1, Offer: Offer{SCP: true, Main: true, Label: func(w *words.Save) string { return w.PDF }}},
			{Place: 2, Offer: Offer{Label: func(w *words.Save) string { return w.WithoutSCP }}},
		},
		Make:    func(r *resume.Resume) ([]byte, error) { return pdfDocument(r, library).PDF(paperOf(r, paper)) },
		Missing: func(r *resume.Resume) []rune { return PDFMissing(r, library) },
		Instead: "html", mark: pdfCreator,
	}
}

// FileIn returns the name of the file in one of the languages of the résumé (BCP 47): resume.de.pdf. It is File
// if the tag is empty or one file has all languages.
func (f Format) FileIn(tag string) string {
	if tag == "" || f.AllLanguages {
		return f.File
	}
	extension := path.Ext(f.File)
	return strings.TrimSuffix(f.File, extension) + "." + tag + extension
}

// IsExport reports whether the content of a file is an earlier export, which the new one may replace. It
// reports false in doubt: the owner may have written the file.
func (f Format) IsExport(old, now []byte) bool {
	switch {
	case f.mark != "":
		return bytes.Contains(old, []byte(f.mark))
	case f.readsBack: // a file that was written or changed by hand has comments or another layout
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
