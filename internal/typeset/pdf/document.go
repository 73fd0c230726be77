// Package pdf writes PDF files: pages of shaped text, tagged for assistive technology,
// with links and bookmarks. It embeds only the glyphs that are used, and maps each of
// them to the text it represents, so that text in any script can be copied and searched.
// The same calls produce the same bytes.
//
// It implements what package typeset needs of ISO 32000-1 (PDF 1.7) and ISO 14289-1
// (PDF/UA-1). Positions are in points (1/72 inch) from the top left corner of the page;
// glyph metrics are in thousandths of an em.
package pdf

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"text/template"
)

// Info is the metadata of a file.
type Info struct {
	Title, Author, Subject, Creator string

	Lang        string // the language of the text (BCP 47)
	RightToLeft bool   // the text reads from right to left
}

// Document is a PDF under construction. It is not safe for concurrent use.
type Document struct {
	info      Info
	objects   objects
	catalog   ref
	pageTree  ref
	structure ref // the root of the structure tree
	pages     []*Page
	fonts     []*Font
	fontOf    map[Face]*Font
	images    []ref
	bookmarks []bookmark
	root      *Element // the structure element Document
	elements  []*Element
	links     []ref // the elements of the link annotations
}

// New returns a document without pages.
func New(info Info) *Document {
	d := &Document{info: info, fontOf: map[Face]*Font{}}
	d.catalog, d.pageTree, d.structure = d.objects.reserve(), d.objects.reserve(), d.objects.reserve()
	d.root = d.newElement("Document", d.structure)
	return d
}

// Structure returns the root of the structure tree, which has the role Document.
// Elements are read in the order in which they were added.
func (d *Document) Structure() *Element { return d.root }

// AddPage adds a page. The size is in points.
func (d *Document) AddPage(width, height float64) *Page {
	p := &Page{doc: d, ref: d.objects.reserve(), width: width, height: height, key: len(d.pages)}
	d.pages = append(d.pages, p)
	return p
}

type bookmark struct {
	title string
	page  *Page
	y     float64
}

// AddBookmark adds an entry to the outline.
func (d *Document) AddBookmark(title string, page *Page, y float64) {
	d.bookmarks = append(d.bookmarks, bookmark{title, page, y})
}

// Bytes finishes the document and returns the file. Nothing may be added afterwards.
func (d *Document) Bytes() []byte {
	var fonts, images strings.Builder
	for i, f := range d.fonts {
		fmt.Fprintf(&fonts, "/F%d %v", i+1, f.write(&d.objects))
	}
	for i, image := range d.images {
		fmt.Fprintf(&images, "/I%d %v", i+1, image)
	}
	resources := d.objects.addf("<</Font<<%s>>/XObject<<%s>>>>", fonts.String(), images.String())
	var pages []ref
	for _, p := range d.pages {
		p.write(resources)
		pages = append(pages, p.ref)
	}
	d.objects.setf(d.pageTree, "<</Type/Pages/Count %d/Kids%v>>", len(pages), pages)

	d.writeStructure()
	direction := ""
	if d.info.RightToLeft {
		direction = "/Direction/R2L"
	}
	d.objects.setf(d.catalog, "<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %v/Metadata %v/ViewerPreferences<</DisplayDocTitle true%s>>%s>>",
		d.pageTree, textString(d.info.Lang), d.structure, d.writeMetadata(), direction, d.writeOutline())
	return d.objects.file(fmt.Sprintf("/Root %v/Info %v", d.catalog, d.writeInfo()))
}

// writeInfo writes the document information dictionary. It has no dates, which would
// make every file different.
func (d *Document) writeInfo() ref {
	var b strings.Builder
	for _, e := range [][2]string{
		{"Title", d.info.Title},
		{"Author", d.info.Author},
		{"Subject", d.info.Subject},
		{"Creator", d.info.Creator},
	} {
		if e[1] != "" {
			b.WriteString("/" + e[0] + textString(e[1]))
		}
	}
	return d.objects.addf("<<%s>>", b.String())
}

//go:embed metadata.xmp
var metadataText string

var metadata = template.Must(template.New("").Parse(metadataText))

// writeMetadata writes the same as XMP, and declares conformance to PDF/UA-1.
func (d *Document) writeMetadata() ref {
	var b bytes.Buffer
	_ = metadata.Execute(&b, d.info) // it can't fail: the fields exist, and so does the buffer
	return d.objects.addPlainStream("/Type/Metadata/Subtype/XML", b.Bytes())
}

// writeOutline writes the bookmarks, all on one level, and returns the entry for the
// catalog.
func (d *Document) writeOutline() string {
	n := len(d.bookmarks)
	if n == 0 {
		return ""
	}
	root := d.objects.reserve()
	first := ref(len(d.objects.all) + 1)
	for i, b := range d.bookmarks {
		links := ""
		if i > 0 {
			links += fmt.Sprintf("/Prev %v", first+ref(i)-1)
		}
		if i < n-1 {
			links += fmt.Sprintf("/Next %v", first+ref(i)+1)
		}
		d.objects.addf("<</Title%s/Parent %v%s/Dest[%v/XYZ null %s null]>>",
			textString(b.title), root, links, b.page.ref, number(b.page.height-b.y))
	}
	d.objects.setf(root, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, first+ref(n)-1, n)
	return fmt.Sprintf("/Outlines %v", root)
}
