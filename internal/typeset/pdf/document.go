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
	"fmt"
	"html"
	"strings"

	"github.com/go-text/typesetting/font"
)

// Info is the metadata of a file.
type Info struct {
	Title, Author, Subject, Keywords, Creator string

	Lang        string // the language of the text (BCP 47)
	RightToLeft bool   // the text reads from right to left
}

// Document is a PDF under construction. It is not safe for concurrent use.
type Document struct {
	info      Info
	objects   objects
	catalog   ref
	pageTree  ref
	pages     []*Page
	fonts     []*Font
	fontOf    map[*font.Face]*Font
	images    []*Image
	bookmarks []bookmark
	root      *Element // the structure element Document
	// parents holds the entries of the parent tree: for a page, the structure elements
	// of its marked contents; for a link annotation, its element.
	parents []string
}

// New returns a document without pages.
func New(info Info) *Document {
	d := &Document{info: info, fontOf: map[*font.Face]*Font{}, root: &Element{role: "Document"}}
	d.catalog, d.pageTree = d.objects.reserve(), d.objects.reserve()
	return d
}

// Structure returns the root of the structure tree, which has the role Document.
// Elements are read in the order in which they were added.
func (d *Document) Structure() *Element { return d.root }

// AddPage adds a page. The size is in points.
func (d *Document) AddPage(width, height float64) *Page {
	p := &Page{doc: d, ref: d.objects.reserve(), width: width, height: height, key: len(d.parents)}
	d.parents = append(d.parents, "")
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
	var resources strings.Builder
	for i, f := range d.fonts {
		fmt.Fprintf(&resources, "/F%d %v", i+1, f.write(&d.objects))
	}
	fonts := d.objects.add("<<" + resources.String() + ">>")
	resources.Reset()
	for _, i := range d.images {
		fmt.Fprintf(&resources, "/I%d %v", i.number, i.ref)
	}
	images := d.objects.add("<<" + resources.String() + ">>")
	var kids []string
	for _, p := range d.pages {
		p.write(fonts, images)
		kids = append(kids, p.ref.String())
	}
	d.objects.set(d.pageTree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " ")))

	direction := ""
	if d.info.RightToLeft {
		direction = "/Direction/R2L"
	}
	d.objects.set(d.catalog, fmt.Sprintf("<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %v/Metadata %v/ViewerPreferences<</DisplayDocTitle true%s>>%s>>",
		d.pageTree, textString(d.info.Lang), d.writeStructure(), d.writeMetadata(), direction, d.writeOutline()))
	return d.objects.file(fmt.Sprintf("/Root %v/Info %v", d.catalog, d.writeInfo()))
}

// writeInfo writes the document information dictionary. It has no dates, which would
// make every file different.
func (d *Document) writeInfo() ref {
	var b strings.Builder
	for _, e := range []struct{ key, value string }{
		{"Title", d.info.Title},
		{"Author", d.info.Author},
		{"Subject", d.info.Subject},
		{"Keywords", d.info.Keywords},
		{"Creator", d.info.Creator},
	} {
		if e.value != "" {
			b.WriteString("/" + e.key + textString(e.value))
		}
	}
	return d.objects.add("<<" + b.String() + ">>")
}

// writeMetadata writes the same as XMP, and declares conformance to PDF/UA-1.
func (d *Document) writeMetadata() ref {
	var b strings.Builder
	write := func(before, value, after string) {
		if value != "" {
			b.WriteString(before + html.EscapeString(value) + after + "\n")
		}
	}
	b.WriteString(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
`)
	write(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, d.info.Title, `</rdf:li></rdf:Alt></dc:title>`)
	write(`<dc:creator><rdf:Seq><rdf:li>`, d.info.Author, `</rdf:li></rdf:Seq></dc:creator>`)
	write(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, d.info.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	write(`<dc:language><rdf:Bag><rdf:li>`, d.info.Lang, `</rdf:li></rdf:Bag></dc:language>`)
	write(`<pdf:Keywords>`, d.info.Keywords, `</pdf:Keywords>`)
	write(`<xmp:CreatorTool>`, d.info.Creator, `</xmp:CreatorTool>`)
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return d.objects.addPlainStream("/Type/Metadata/Subtype/XML", []byte(b.String()))
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
		d.objects.add(fmt.Sprintf("<</Title%s/Parent %v%s/Dest[%v/XYZ null %s null]>>",
			textString(b.title), root, links, b.page.ref, number(b.page.height-b.y)))
	}
	d.objects.set(root, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", first, first+ref(n)-1, n))
	return fmt.Sprintf("/Outlines %v", root)
}
