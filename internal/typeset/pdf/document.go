// Package pdf writes PDF files: pages of shaped text, tagged for assistive technology, with links and
// bookmarks. It embeds only the glyphs that are used, and maps each of them to the text it represents, so
// that text in any script can be copied and searched. The same calls produce the same bytes.
//
// It implements what package typeset needs of ISO 32000-1 (PDF 1.7) and ISO 14289-1 (PDF/UA-1). Positions are in points
// (1/72 inch) from the top left corner of the page; glyph metrics are in thousandths of an em.
package pdf

import (
	"bytes"
	"compress/zlib"
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

// File is a PDF under construction. It is not safe for concurrent use.
type File struct {
	// Structure is the root of the structure tree, which has the role Document.
	// Elements are read in the order in which they were added.
	Structure *Element

	info      Info
	objects   objects
	catalog   ref
	pageTree  ref
	structure ref // the root of the structure tree
	pages     []*Page
	fonts     []*Font
	pictures  []string // their entries in the page resources
	bookmarks []string
	elements  []*Element
	links     []ref // the elements of the link annotations
}

// New returns a file without pages.
func New(info Info) *File {
	compressor, _ := zlib.NewWriterLevel(nil, zlib.BestCompression) // the level is valid
	d := &File{info: info, objects: objects{compressor: compressor}}
	d.catalog, d.pageTree, d.structure = d.objects.reserve(), d.objects.reserve(), d.objects.reserve()
	d.Structure = (&Element{doc: d, ref: d.structure}).Add("Document")
	return d
}

// AddPage adds a page. The size is in points.
func (d *File) AddPage(width, height float64) *Page {
	p := &Page{doc: d, ref: d.objects.reserve(), width: width, height: height}
	d.pages = append(d.pages, p)
	return p
}

// AddBookmark adds an entry to the outline.
func (d *File) AddBookmark(title string, page *Page, y float64) {
	d.bookmarks = append(d.bookmarks, fmt.Sprintf("/Title%s/Dest[%v/XYZ null %s null]", textString(title), page.ref, number(page.height-y)))
}

// Bytes finishes the file and returns it. Nothing may be added afterwards.
func (d *File) Bytes() []byte {
	var fonts strings.Builder
	for _, f := range d.fonts {
		fmt.Fprintf(&fonts, "/F%d %v", f.number, f.write(&d.objects))
	}
	resources := d.objects.addf("<</Font<<%s>>/XObject<<%s>>>>", fonts.String(), strings.Join(d.pictures, ""))
	var pages []ref
	for i, p := range d.pages {
		p.write(i, resources)
		pages = append(pages, p.ref)
	}
	d.objects.setf(d.pageTree, "<</Type/Pages/Count %d/Kids%v>>", len(pages), pages)

	d.writeStructure()
	direction := "L2R"
	if d.info.RightToLeft {
		direction = "R2L"
	}
	var xmp bytes.Buffer
	_ = metadata.Execute(&xmp, d.info) // it can't fail: the fields exist, and so does the buffer
	d.objects.setf(d.catalog, "<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %v/Metadata %v/ViewerPreferences<</DisplayDocTitle true/Direction/%s>>%s>>",
		d.pageTree, textString(d.info.Lang), d.structure, d.objects.addPlainStream("/Type/Metadata/Subtype/XML", xmp.Bytes()), direction, d.writeOutline())
	// There are no dates, which would make every file different.
	info := d.objects.addf("<</Title%s/Author%s/Subject%s/Creator%s>>",
		textString(d.info.Title), textString(d.info.Author), textString(d.info.Subject), textString(d.info.Creator))
	return d.objects.file(fmt.Sprintf("/Root %v/Info %v", d.catalog, info))
}

//go:embed metadata.xmp
var metadataText string

// metadata writes the information as XMP, and declares conformance to PDF/UA-1.
var metadata = template.Must(template.New("").Parse(metadataText))

// writeOutline writes the bookmarks, all on one level, and returns the entry for the catalog.
func (d *File) writeOutline() string {
	if len(d.bookmarks) == 0 {
		return ""
	}
	root := d.objects.reserve()
	first, last := root+1, root+ref(len(d.bookmarks))
	for i, b := range d.bookmarks {
		self, links := first+ref(i), ""
		if self > first {
			links += fmt.Sprintf("/Prev %v", self-1)
		}
		if self < last {
			links += fmt.Sprintf("/Next %v", self+1)
		}
		d.objects.addf("<</Parent %v%s%s>>", root, links, b)
	}
	d.objects.setf(root, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, len(d.bookmarks))
	return fmt.Sprintf("/Outlines %v", root)
}

// Element is a node of the structure tree, which describes the contents of the pages:
// headings, paragraphs, lists, links (ISO 32000-1, 14.7).
type Element struct {
	ActualText string // the text of the element, where its contents are in another order
	Numbering  string // of a list: Decimal, Disc, or another ListNumbering of ISO 32000-1, 14.8.5.5

	doc         *File
	ref, parent ref
	role        string
	entries     string   // more entries of its dictionary
	kids        []string // elements, marked contents on pages, link annotations
}

// Add adds an element with a role of ISO 32000-1, 14.8.4: H1, P, L, LI, Lbl, LBody, Link, Span …
func (e *Element) Add(role string) *Element {
	kid := &Element{doc: e.doc, ref: e.doc.objects.reserve(), parent: e.ref, role: role}
	e.doc.elements = append(e.doc.elements, kid)
	e.kids = append(e.kids, kid.ref.String())
	return kid
}

// firstLinkKey is the key of the first link annotation in the parent tree. Pages have lower keys.
const firstLinkKey = 1 << 20

// writeStructure writes the structure tree and its parent tree, which has the elements of
// the marked contents of each page, and the element of each link annotation.
func (d *File) writeStructure() {
	for _, e := range d.elements {
		entries := e.entries
		if e.ActualText != "" {
			entries += "/ActualText" + textString(e.ActualText)
		}
		if e.Numbering != "" {
			entries += "/A<</O/List/ListNumbering/" + e.Numbering + ">>"
		}
		d.objects.setf(e.ref, "<</S/%s/P %v%s/K%v>>", e.role, e.parent, entries, e.kids)
	}
	var parents strings.Builder
	for i, p := range d.pages {
		fmt.Fprintf(&parents, "%d %v ", i, p.contents)
	}
	for i, element := range d.links {
		fmt.Fprintf(&parents, "%d %v ", firstLinkKey+i, element)
	}
	d.objects.setf(d.structure, "<</Type/StructTreeRoot/K %v/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		d.Structure.ref, parents.String(), firstLinkKey+len(d.links))
}
