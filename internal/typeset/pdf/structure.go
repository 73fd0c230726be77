package pdf

import (
	"fmt"
	"strings"
)

// Element is a node of the structure tree, which describes the contents of the pages:
// headings, paragraphs, lists, links (ISO 32000-1, 14.7).
type Element struct {
	doc         *Document
	ref, parent ref
	role, alt   string
	kids        []string // elements, marked contents on pages, link annotations
}

// Add adds an element with a role of ISO 32000-1, 14.8.4: H1, P, L, LI, Lbl,
// LBody, Link, Span …
func (e *Element) Add(role string) *Element {
	c := e.doc.newElement(role, e.ref)
	e.kids = append(e.kids, c.ref.String())
	return c
}

func (d *Document) newElement(role string, parent ref) *Element {
	e := &Element{doc: d, ref: d.objects.reserve(), parent: parent, role: role}
	d.elements = append(d.elements, e)
	return e
}

// SetAlt sets the text that describes a figure to those who can't see it.
func (e *Element) SetAlt(alt string) { e.alt = alt }

// firstLinkKey is the key of the first link annotation in the parent tree. Those of the
// pages are below.
const firstLinkKey = 1 << 20

// writeStructure writes the structure tree and its parent tree, which has the elements of
// the marked contents of each page, and the element of each link annotation.
func (d *Document) writeStructure() {
	for _, e := range d.elements {
		entries := ""
		if e.alt != "" {
			entries += "/Alt" + textString(e.alt)
		}
		if e.role == "L" {
			entries += "/A<</O/List/ListNumbering/None>>" // the labels are in the text
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
		d.root.ref, parents.String(), firstLinkKey+len(d.links))
}
