package export_test

import (
	"cmp"
	"strings"
	"sync"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// reading is how tests find the texts of a résumé in a format.
type reading struct {
	shown       func(t testing.TB, f export.Format, r *resume.Resume) string // what its readers see, each block in a line
	breaksWords bool                                                         // lines may end inside a word
}

// readings has a row for each format but variants, which read as what they are variants of.
var readings = map[string]reading{
	"text":     {shown: func(_ testing.TB, _ export.Format, r *resume.Resume) string { return export.Text(r, 1000) }},
	"markdown": {shown: fromFile(rendered)},
	"html":     {shown: fromFile(readable)},
	"json":     {shown: servedAgain},
	"yaml":     {shown: servedAgain},
	"pdf": {breaksWords: true, shown: fromFile(func(t testing.TB, file string) string {
		t.Helper()
		read := pdftest.Read(t, []byte(file))
		return read.Text() + strings.Join(read.Links(), "\n")
	})},
}

// profileIn returns the embedded résumé in a format. The first file that is made is kept for all tests.
func profileIn(t testing.TB, format string) string {
	t.Helper()
	file, known := ofProfile.Load(format)
	if !known {
		file, _ = ofProfile.LoadOrStore(format, made(t, format, profile(t)))
	}
	return file.(string) //nolint:forcetypeassert // only strings are stored
}

var ofProfile sync.Map // the files by their formats

// fromFile reads what is in the file of a format.
func fromFile(read func(t testing.TB, file string) string) func(testing.TB, export.Format, *resume.Resume) string {
	return func(t testing.TB, f export.Format, r *resume.Resume) string {
		t.Helper()
		return read(t, made(t, f.Name, r))
	}
}

// servedAgain reads the file of a format as the owner's.
func servedAgain(t testing.TB, f export.Format, r *resume.Resume) string {
	t.Helper()
	return export.Text(parsed(t, f.File, made(t, f.Name, r)), 1000)
}

// readingOf returns the row of a format.
func readingOf(t testing.TB, f export.Format) reading {
	t.Helper()
	row, ok := readings[cmp.Or(f.VariantOf, f.Name)]
	if !ok {
		t.Fatalf("tests can't read %s: add a row to readings, in readings_test.go, that says how its text comes from its file", f.Name)
	}
	return row
}

// shown returns what readers of a résumé see in a format.
func shown(t testing.TB, f export.Format, r *resume.Resume) string {
	t.Helper()
	return readingOf(t, f).shown(t, f, r)
}
