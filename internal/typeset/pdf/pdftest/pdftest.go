// Package pdftest reads PDF files for tests.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"rsc.io/pdf"
)

// File is a PDF.
type File struct {
	t     testing.TB
	data  []byte
	file  *pdf.Reader
	pages []page
}

type page struct {
	lines  []string
	marked map[int64]string // the text of each marked content
}

// Read parses a file that package pdf wrote. A file that can't be read fails the test.
func Read(t testing.TB, data []byte) *File {
	t.Helper()
	file, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f := &File{t: t, data: data, file: file}
	for i := range file.NumPage() {
		f.pages = append(f.pages, f.page(file.Page(i+1).V))
	}
	return f
}

// page reads the content of a page.
func (f *File) page(from pdf.Value) page {
	p := page{marked: map[int64]string{}}
	var font map[string]string
	y, mark := -1.0, int64(-1)
	pdf.Interpret(from.Key("Contents"), func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := range args {
			args[len(args)-1-i] = stack.Pop()
		}
		switch operator {
		case "BMC":
			mark = -1
		case "BDC":
			if id := args[1].Key("MCID"); !id.IsNull() {
				mark = id.Int64()
				p.marked[mark] = ""
			}
		case "Tf":
			font = texts(from.Key("Resources").Key("Font").Key(args[0].Name()))
		case "Tm":
			if at := args[5].Float64(); at != y {
				p.lines, y = append(p.lines, ""), at
			}
		case "TJ":
			text := f.decoded(args[0], font)
			p.lines[len(p.lines)-1] += text
			if mark >= 0 {
				p.marked[mark] += text
			}
		}
	})
	return p
}

var mapped = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]*)>$`)

// texts returns the text of each code of a font.
func texts(font pdf.Value) map[string]string {
	toUnicode, _ := io.ReadAll(font.Key("ToUnicode").Reader())
	all := map[string]string{}
	for _, m := range mapped.FindAllStringSubmatch(string(toUnicode), -1) {
		var units []uint16
		for i := 0; i < len(m[2]); i += 4 {
			unit, _ := strconv.ParseUint(m[2][i:i+4], 16, 16)
			units = append(units, uint16(unit))
		}
		all[m[1]] = string(utf16.Decode(units))
	}
	return all
}

// decoded returns the text of an array of codes and shifts.
func (f *File) decoded(shown pdf.Value, font map[string]string) string {
	var b strings.Builder
	for i := range shown.Len() {
		codes := shown.Index(i).RawString()
		for j := 0; j+2 <= len(codes); j += 2 {
			code := fmt.Sprintf("%04X", codes[j:j+2])
			text, ok := font[code]
			if !ok {
				f.t.Errorf("code %s stands for nothing", code)
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

// Pages returns the lines of each page, in the order of the content.
func (f *File) Pages() [][]string {
	var all [][]string
	for _, p := range f.pages {
		all = append(all, p.lines)
	}
	return all
}

// Text returns the lines of all pages.
func (f *File) Text() string {
	var b strings.Builder
	for _, p := range f.pages {
		b.WriteString(strings.Join(p.lines, "\n") + "\n")
	}
	return b.String()
}

// Links returns the targets of the links.
func (f *File) Links() []string {
	var all []string
	for i := range f.file.NumPage() {
		links := f.file.Page(i + 1).V.Key("Annots")
		for j := range links.Len() {
			all = append(all, links.Index(j).Key("A").Key("URI").RawString())
		}
	}
	return all
}

// Bookmarks returns the titles of the outline.
func (f *File) Bookmarks() []string {
	var all []string
	for _, b := range f.file.Outline().Child {
		all = append(all, b.Title)
	}
	return all
}

var stream = regexp.MustCompile(`(<<.*?/Length (\d+)>>)\nstream\n`)

// Dictionaries returns the dictionaries of all objects as they are written.
func (f *File) Dictionaries() string {
	var b strings.Builder
	for _, m := range stream.FindAllSubmatchIndex(f.data, -1) {
		dictionary := string(f.data[m[2]:m[3]])
		b.WriteString(dictionary + "\n")
		if strings.Contains(dictionary, "/Type/ObjStm") {
			z, err := zlib.NewReader(bytes.NewReader(f.data[m[1]:]))
			if err == nil {
				_, err = io.Copy(&b, z)
			}
			if err != nil {
				f.t.Error(err)
			}
		}
	}
	return b.String()
}

// Structure returns the structure tree: one element per line, indented by its depth, with
// the text directly in it and an @ for each link annotation.
func (f *File) Structure() string {
	var b strings.Builder
	f.element(&b, f.file.Trailer().Key("Root").Key("StructTreeRoot").Key("K"), 0)
	return b.String()
}

func (f *File) element(b *strings.Builder, e pdf.Value, depth int) {
	text, below := "", strings.Builder{}
	for i := range e.Key("K").Len() {
		switch kid := e.Key("K").Index(i); {
		case kid.Kind() == pdf.Integer:
			text += f.marked(e.Key("Pg"), kid)
		case kid.Key("Type").Name() == "MCR":
			text += f.marked(kid.Key("Pg"), kid.Key("MCID"))
		case kid.Key("Type").Name() == "OBJR":
			text += "@"
		default:
			f.element(&below, kid, depth+1)
		}
	}
	fmt.Fprintf(b, "%s%s %s\n%s", strings.Repeat("  ", depth), e.Key("S").Name(), strings.Join(strings.Fields(text), " "), below.String())
}

// marked returns the text of a marked content.
func (f *File) marked(on, content pdf.Value) string {
	for i, p := range f.pages {
		if f.file.Page(i+1).V.String() == on.String() {
			text, ok := p.marked[content.Int64()]
			if !ok {
				f.t.Errorf("page %d has no marked content %v with text", i+1, content)
			}
			return text
		}
	}
	f.t.Errorf("there is no page %v", on)
	return ""
}
