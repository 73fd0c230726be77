// Package pdftest reads, for tests, the files that package pdf writes.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// File is a PDF.
type File struct {
	t       testing.TB
	objects map[int]object
	pages   []page
}

type object struct {
	body   string // the dictionary, with its delimiters
	stream []byte
	offset int // in the file; 0 for an object in an object stream
}

type page struct {
	number int // its object
	lines  []string
	marked map[int]string // the text of each marked content
}

var streamHead = regexp.MustCompile(`(\d+) 0 obj\n(<<.*?/Length (\d+)>>)\nstream\n`)

// Read parses a file written by package pdf. Anything else fails the test.
func Read(t testing.TB, data []byte) *File {
	t.Helper()
	f := &File{t: t, objects: map[int]object{}}
	for at := bytes.IndexByte(data, '\n') + 1; ; {
		m := streamHead.FindSubmatchIndex(data[at:])
		if m == nil {
			break
		}
		o := object{body: string(data[at+m[4] : at+m[5]]), offset: at + m[0]}
		end := at + m[1] + number(t, data[at+m[6]:at+m[7]])
		o.stream = data[at+m[1] : end]
		if strings.Contains(o.body, "/FlateDecode") {
			o.stream = inflated(t, o.stream)
		}
		f.objects[number(t, data[at+m[2]:at+m[3]])] = o
		at = end
	}
	for _, o := range f.objects {
		if strings.Contains(o.body, "/Type/ObjStm") {
			f.unpack(o)
		}
	}
	f.expectPlaces(data)
	for _, r := range f.refs(f.the("/Type/Pages"), "Kids") {
		f.pages = append(f.pages, f.page(r))
	}
	return f
}

func inflated(t testing.TB, data []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func number(t testing.TB, b []byte) int {
	t.Helper()
	n, err := strconv.Atoi(string(b))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// unpack adds the objects in an object stream.
func (f *File) unpack(o object) {
	first, _ := strconv.Atoi(f.field(o.body, "First"))
	index := strings.Fields(string(o.stream[:first]))
	for i := 0; i < len(index); i += 2 {
		n, _ := strconv.Atoi(index[i])
		from, _ := strconv.Atoi(index[i+1])
		body, _, _ := strings.Cut(string(o.stream[first+from:]), "\n")
		f.objects[n] = object{body: body}
	}
}

// expectPlaces checks the cross-reference stream against the positions of the objects.
func (f *File) expectPlaces(data []byte) {
	f.t.Helper()
	table := f.objects[f.the("/Type/XRef")].stream
	for n, o := range f.objects {
		entry := table[6*n : 6*n+6]
		at := int(entry[1])<<16 | int(entry[2])<<8 | int(entry[3])
		if o.offset > 0 && (entry[0] != 1 || at != o.offset) || o.offset == 0 && entry[0] != 2 {
			f.t.Errorf("object %d is not where the cross-reference stream says: %v, at %d", n, entry, o.offset)
		}
	}
	if want := fmt.Sprintf("startxref\n%d\n%%%%EOF\n", f.objects[f.the("/Type/XRef")].offset); !bytes.HasSuffix(data, []byte(want)) {
		f.t.Errorf("the file does not end in %q", want)
	}
}

// the returns the number of the object with an entry that only one has.
func (f *File) the(entry string) int {
	f.t.Helper()
	found := 0
	for n, o := range f.objects {
		if strings.Contains(o.body, entry+"/") {
			found = n
		}
	}
	if found == 0 {
		f.t.Fatalf("no object has %s", entry)
	}
	return found
}

// field returns a number or a reference in a dictionary.
func (f *File) field(body, key string) string {
	m := regexp.MustCompile(`/` + key + ` ?(-?[\d.]+)`).FindStringSubmatch(body)
	if m == nil {
		return ""
	}
	return m[1]
}

// refs returns the numbers of the objects in an array of an object.
func (f *File) refs(n int, key string) []int {
	_, rest, _ := strings.Cut(f.objects[n].body, "/"+key+"[")
	list, _, _ := strings.Cut(rest, "]")
	var all []int
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(list, -1) {
		r, _ := strconv.Atoi(m[1])
		all = append(all, r)
	}
	return all
}

var (
	shown   = regexp.MustCompile(`BT(?:/F(\d+) ([\d.]+) Tf)? 1 0 0 1 (\S+) (\S+) Tm\[(.*)\]TJ ET`)
	codes   = regexp.MustCompile(`<([0-9A-F]+)>`)
	content = regexp.MustCompile(`^/\w+<</MCID (\d+)>>BDC`)
	mapped  = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]*)>$`)
)

// page parses the content of a page.
func (f *File) page(n int) page {
	p := page{number: n, marked: map[int]string{}}
	body := f.objects[n].body
	at, _ := strconv.Atoi(f.field(body, "Contents"))
	resources, _ := strconv.Atoi(f.field(body, "Resources"))
	font, y, mark := "", "", -1
	for line := range strings.SplitSeq(string(f.objects[at].stream), "\n") {
		if m := content.FindStringSubmatch(line); m != nil {
			mark, _ = strconv.Atoi(m[1])
			p.marked[mark] = ""
		} else if strings.HasSuffix(line, "BMC") {
			mark = -1
		}
		m := shown.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if m[1] != "" {
			font = m[1]
		}
		text := f.text(f.field(f.objects[resources].body, "F"+font), m[5])
		if m[4] != y {
			p.lines, y = append(p.lines, ""), m[4]
		}
		p.lines[len(p.lines)-1] += text
		if mark >= 0 {
			p.marked[mark] += text
		}
	}
	return p
}

// text returns the text of codes of a font.
func (f *File) text(font, shown string) string {
	n, _ := strconv.Atoi(font)
	to, _ := strconv.Atoi(f.field(f.objects[n].body, "ToUnicode"))
	texts := map[string]string{}
	for _, m := range mapped.FindAllStringSubmatch(string(f.objects[to].stream), -1) {
		texts[m[1]] = fromHex(m[2])
	}
	var b strings.Builder
	for _, m := range codes.FindAllStringSubmatch(shown, -1) {
		for i := 0; i+4 <= len(m[1]); i += 4 {
			text, ok := texts[m[1][i:i+4]]
			if !ok {
				f.t.Errorf("code %s stands for nothing", m[1][i:i+4])
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

func fromHex(s string) string {
	var units []uint16
	for i := 0; i+4 <= len(s); i += 4 {
		u, _ := strconv.ParseUint(s[i:i+4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
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
	for _, n := range f.numbers() {
		if _, uri, ok := strings.Cut(f.objects[n].body, "/S/URI/URI("); ok {
			uri = uri[:strings.LastIndexByte(uri, ')')]
			all = append(all, strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`).Replace(uri))
		}
	}
	return all
}

// Dictionaries returns the dictionaries of all objects, one per line, by number.
func (f *File) Dictionaries() string {
	var b strings.Builder
	for _, n := range f.numbers() {
		b.WriteString(f.objects[n].body + "\n")
	}
	return b.String()
}

func (f *File) numbers() []int {
	var all []int
	for n := range f.objects {
		all = append(all, n)
	}
	slices.Sort(all)
	return all
}

// Bookmarks returns the titles of the outline.
func (f *File) Bookmarks() []string {
	var all []string
	for _, n := range f.numbers() {
		if title, rest, ok := strings.Cut(f.objects[n].body, "/Parent "); ok && strings.Contains(rest, "/Dest[") {
			all = append(all, unquoted(strings.TrimPrefix(title, "<</Title")))
		}
	}
	return all
}

func unquoted(s string) string {
	if hex, ok := strings.CutPrefix(s, "<FEFF"); ok {
		return fromHex(strings.TrimSuffix(hex, ">"))
	}
	return strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`).Replace(s[1 : len(s)-1])
}

var kid = regexp.MustCompile(`(\d+) 0 R|<</Type/(?:OBJR/Obj (\d+) 0 R|MCR/Pg (\d+) 0 R/MCID (\d+))[^>]*>>|\d+`)

// Structure returns the structure tree: one element per line, indented by its depth, with
// the text directly in it and an @ for each link annotation.
func (f *File) Structure() string {
	var b strings.Builder
	root, _ := strconv.Atoi(f.field(f.objects[f.the("/Type/StructTreeRoot")].body, "K"))
	f.element(&b, root, 0)
	return b.String()
}

func (f *File) element(b *strings.Builder, n, depth int) {
	body := f.objects[n].body
	role := regexp.MustCompile(`/S/(\w+)`).FindStringSubmatch(body)[1]
	kids := body[strings.LastIndex(body, "/K[")+len("/K["):]
	text, below := "", strings.Builder{}
	for _, m := range kid.FindAllStringSubmatch(kids, -1) {
		switch {
		case m[1] != "":
			child, _ := strconv.Atoi(m[1])
			f.element(&below, child, depth+1)
		case m[2] != "":
			text += "@" // a link annotation
		case m[3] != "":
			text += f.marked(m[3], m[4])
		default:
			text += f.marked(f.field(body, "Pg"), m[0])
		}
	}
	fmt.Fprintf(b, "%s%s %s\n%s", strings.Repeat("  ", depth), role, strings.Join(strings.Fields(text), " "), below.String())
}

// marked returns the text of a marked content.
func (f *File) marked(page, content string) string {
	c, _ := strconv.Atoi(content)
	for _, p := range f.pages {
		if strconv.Itoa(p.number) == page {
			text, ok := p.marked[c]
			if !ok {
				f.t.Errorf("page object %s has no marked content %s with text", page, content)
			}
			return text
		}
	}
	f.t.Errorf("there is no page object %s", page)
	return ""
}
