// Package pdftest reads PDF files for tests.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"rsc.io/pdf"
)

// File is a PDF.
type File struct {
	t      testing.TB
	data   []byte
	file   *pdf.Reader
	fonts  map[string][]glyph // by their names in the resources, which all pages share
	pages  []pdf.Value
	marked map[mark]string // the text of each marked content

	Texts []Text // in the order of the content
	Rects []Rect // likewise
}

// mark identifies a marked content.
type mark struct {
	page string // the name of the object
	id   int64
}

// Text is a text as it stands on a page. Lengths are in points; Y is from the top of the page to the baseline.
type Text struct {
	Page              int // from 0
	X, Y, Width, Size float64
	Text              string
	Artifact          bool // it is not part of the text, such as a page number
}

// Rect is a filled rectangle. Y is the distance from the top of the page to its top.
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
	f := &File{t: t, data: data, file: file, fonts: map[string][]glyph{}, marked: map[mark]string{}}
	kids := file.Trailer().Key("Root").Key("Pages").Key("Kids")
	for i := range kids.Len() {
		f.pages = append(f.pages, kids.Index(i))
		f.readPage(i)
	}
	return f
}

func (f *File) readPage(number int) {
	page := f.pages[number]
	height := page.Key("MediaBox").Index(3).Float64()
	var in []glyph
	at := Text{Page: number, Artifact: true}
	to := mark{page: page.String()}
	pdf.Interpret(page.Key("Contents"), func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := range args {
			args[len(args)-1-i] = stack.Pop()
		}
		switch operator {
		case "BMC":
			at.Artifact = true
		case "BDC":
			if id := args[1].Key("MCID"); !id.IsNull() {
				to.id, at.Artifact = id.Int64(), false
				f.marked[to] = ""
			}
		case "re":
			f.Rects = append(f.Rects, Rect{
				number, args[0].Float64(), height - args[1].Float64() - args[3].Float64(), args[2].Float64(), args[3].Float64(),
			})
		case "Tf":
			name := args[0].Name()
			if _, ok := f.fonts[name]; !ok {
				f.fonts[name] = readFont(page.Key("Resources").Key("Font").Key(name))
			}
			in = f.fonts[name]
			at.Size = args[1].Float64()
		case "Tm":
			at.X, at.Y = args[4].Float64(), height-args[5].Float64()
		case "TJ":
			at.Text, at.Width = f.shown(args[0], in)
			at.Width *= at.Size / 1000
			f.Texts = append(f.Texts, at)
			if !at.Artifact {
				f.marked[to] += at.Text
			}
		}
	})
}

// glyph is the text of a code, and its width in thousandths of an em.
type glyph struct {
	text  string
	width float64
}

var utf16 = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)

var mapped = regexp.MustCompile(`(?m)^<[0-9A-F]{4}><([0-9A-F]*)>$`)

// readFont returns the glyphs of a font by their codes.
func readFont(from pdf.Value) []glyph {
	toUnicode, _ := io.ReadAll(from.Key("ToUnicode").Reader())
	widths := from.Key("DescendantFonts").Index(0).Key("W").Index(1) // from code 1
	var all []glyph
	for i, m := range mapped.FindAllStringSubmatch(string(toUnicode), -1) { // the first is the range of all
		encoded, _ := hex.DecodeString(m[1])
		text, _ := utf16.NewDecoder().Bytes(encoded)
		all = append(all, glyph{string(text), widths.Index(i - 1).Float64()})
	}
	return all
}

// shown returns the text and the width of an array of codes and shifts.
func (f *File) shown(array pdf.Value, in []glyph) (text string, width float64) {
	for i := range array.Len() {
		item := array.Index(i)
		if item.Kind() != pdf.String {
			width -= item.Float64()
			continue
		}
		for codes := item.RawString(); len(codes) > 0; codes = codes[2:] {
			code := int(codes[0])<<8 | int(codes[1])
			if code == 0 || code >= len(in) {
				f.t.Errorf("code %d stands for nothing", code)
				continue
			}
			text += in[code].text
			width += in[code].width
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
	return strings.Join(slices.Concat(f.Pages()...), "\n") + "\n"
}

// Links returns the targets of the links.
func (f *File) Links() []string {
	var all []string
	for _, p := range f.pages {
		links := p.Key("Annots")
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
	kids := e.Key("K") // finding an object takes long
	if kids.Len() == 0 {
		f.t.Errorf("an element %s of %s has no contents", e.Key("S").Name(), e.Key("P").Key("S").Name())
	}
	text, below := "", strings.Builder{}
	for i := range kids.Len() {
		switch kid := kids.Index(i); kid.Key("Type").Name() {
		case "MCR":
			content, ok := f.marked[mark{kid.Key("Pg").String(), kid.Key("MCID").Int64()}]
			if !ok {
				f.t.Errorf("there is no marked content %v", kid)
			}
			text += content
		case "OBJR":
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
