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
	fonts map[string]font // by their names in the resources, which all pages share
	pages []page

	Texts []Text // in the order of the content
	Rects []Rect // likewise
}

type page struct {
	object pdf.Value
	name   string           // of the object
	marked map[int64]string // the text of each marked content
}

// Text is a text as it stands on a page. Lengths are in points; Y is the distance of the
// baseline from the top of the page.
type Text struct {
	Page              int // from 0
	X, Y, Width, Size float64
	Text              string
	Artifact          bool // it is no part of the text, such as a page number
}

// Rect is a filled rectangle. Y is the distance of its top from that of the page.
type Rect struct {
	Page                int // from 0
	X, Y, Width, Height float64
}

// Read parses a file that package pdf wrote. A file that can't be read fails the test.
func Read(t testing.TB, data []byte) *File {
	t.Helper()
	file, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f := &File{t: t, data: data, file: file, fonts: map[string]font{}}
	kids := file.Trailer().Key("Root").Key("Pages").Key("Kids")
	for i := range kids.Len() {
		f.pages = append(f.pages, f.page(i, kids.Index(i)))
	}
	return f
}

// page reads the content of a page.
func (f *File) page(number int, from pdf.Value) page {
	p := page{object: from, name: from.String(), marked: map[int64]string{}}
	height := from.Key("MediaBox").Index(3).Float64()
	in := font{}
	at := Text{Page: number}
	mark := int64(-1)
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
		case "re":
			f.Rects = append(f.Rects, Rect{
				number, args[0].Float64(), height - args[1].Float64() - args[3].Float64(), args[2].Float64(), args[3].Float64(),
			})
		case "Tf":
			name := args[0].Name()
			if _, ok := f.fonts[name]; !ok {
				f.fonts[name] = readFont(from.Key("Resources").Key("Font").Key(name))
			}
			in = f.fonts[name]
			at.Size = args[1].Float64()
		case "Tm":
			at.X, at.Y = args[4].Float64(), height-args[5].Float64()
		case "TJ":
			at.Text, at.Width = f.shown(args[0], in)
			at.Width *= at.Size / 1000
			at.Artifact = mark < 0
			f.Texts = append(f.Texts, at)
			if mark >= 0 {
				p.marked[mark] += at.Text
			}
		}
	})
	return p
}

// font holds the text of each code of a font, and its width in thousandths of an em.
type font struct {
	text  map[string]string
	width map[string]float64
}

var mapped = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]*)>$`)

func readFont(from pdf.Value) font {
	toUnicode, _ := io.ReadAll(from.Key("ToUnicode").Reader())
	all := font{map[string]string{}, map[string]float64{}}
	widths := from.Key("DescendantFonts").Index(0).Key("W").Index(1)            // from code 1
	for i, m := range mapped.FindAllStringSubmatch(string(toUnicode), -1)[1:] { // the first is the range of all
		var units []uint16
		for i := 0; i < len(m[2]); i += 4 {
			unit, _ := strconv.ParseUint(m[2][i:i+4], 16, 16)
			units = append(units, uint16(unit))
		}
		all.text[m[1]], all.width[m[1]] = string(utf16.Decode(units)), widths.Index(i).Float64()
	}
	return all
}

// shown returns the text and the width of an array of codes and shifts.
func (f *File) shown(array pdf.Value, in font) (string, float64) {
	text, width := "", 0.0
	for i := range array.Len() {
		item := array.Index(i)
		if item.Kind() != pdf.String {
			width -= item.Float64()
			continue
		}
		for codes := item.RawString(); len(codes) > 0; codes = codes[2:] {
			code := fmt.Sprintf("%04X", codes[:2])
			if _, ok := in.text[code]; !ok {
				f.t.Errorf("code %s stands for nothing", code)
			}
			text += in.text[code]
			width += in.width[code]
		}
	}
	return text, width
}

// Pages returns the lines of each page, in the order of the content.
func (f *File) Pages() [][]string {
	all := make([][]string, len(f.pages))
	y := 0.0
	for _, t := range f.Texts {
		lines := &all[t.Page]
		if len(*lines) == 0 || t.Y != y {
			*lines = append(*lines, "")
		}
		y = t.Y
		(*lines)[len(*lines)-1] += t.Text
	}
	return all
}

// Text returns the lines of all pages.
func (f *File) Text() string {
	var b strings.Builder
	for _, lines := range f.Pages() {
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	return b.String()
}

// Links returns the targets of the links.
func (f *File) Links() []string {
	var all []string
	for _, p := range f.pages {
		links := p.object.Key("Annots")
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
				_, err = io.Copy(&b, z) //nolint:gosec // of a file of this program's own
			}
			if err != nil {
				f.t.Error(err)
			}
		}
	}
	return b.String()
}

// Structure returns the structure tree as it is read: one element per line, indented by its depth, with the text
// directly in it, or its replacement, and an @ for each link annotation. An element without contents fails the test.
func (f *File) Structure() string {
	var b strings.Builder
	f.element(&b, f.file.Trailer().Key("Root").Key("StructTreeRoot").Key("K"), 0)
	return b.String()
}

func (f *File) element(b *strings.Builder, e pdf.Value, depth int) {
	kids, page := e.Key("K"), e.Key("Pg") // finding an object takes long
	if kids.Len() == 0 {
		f.t.Errorf("an element %s of %s has no contents", e.Key("S").Name(), e.Key("P").Key("S").Name())
	}
	text, below := "", strings.Builder{}
	for i := range kids.Len() {
		switch kid := kids.Index(i); {
		case kid.Kind() == pdf.Integer:
			text += f.marked(page, kid)
		case kid.Key("Type").Name() == "MCR":
			text += f.marked(kid.Key("Pg"), kid.Key("MCID"))
		case kid.Key("Type").Name() == "OBJR":
			text += "@"
		default:
			f.element(&below, kid, depth+1)
		}
	}
	if replacement := e.Key("ActualText"); !replacement.IsNull() {
		text = replacement.Text()
	}
	fmt.Fprintf(b, "%s%s %s\n%s", strings.Repeat("  ", depth), e.Key("S").Name(), strings.Join(strings.Fields(text), " "), below.String())
}

// marked returns the text of a marked content.
func (f *File) marked(on, content pdf.Value) string {
	name := on.String()
	for i, p := range f.pages {
		if p.name == name {
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
