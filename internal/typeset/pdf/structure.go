package pdf

import (
	"fmt"
	"strings"
)

// Element is a node of the structure tree, which describes the contents of the pages:
// headings, paragraphs, lists, links (ISO 32000-1, 14.7).
type Element struct {
	role     string
	alt      string
	children []child
}

// child is an element, a marked content on a page, or a link annotation.
type child struct {
	element    *Element
	page       *Page
	content    int // the number of the marked content on the page
	annotation ref
	key        int // of the annotation, in the parent tree
}

// Add adds an element with a role of ISO 32000-1, 14.8.4: H1, P, L, LI, Lbl,
// LBody, Link, Span …
func (e *Element) Add(role string) *Element {
	c := &Element{role: role}
	e.children = append(e.children, child{element: c})
	return c
}

// SetAlt sets the text that describes a figure to those who can't see it.
func (e *Element) SetAlt(alt string) { e.alt = alt }

// writeStructure writes the structure tree and its parent tree.
func (d *Document) writeStructure() ref {
	root := d.objects.reserve()
	marked := map[*Page][]ref{}
	document := d.writeElement(d.root, root, marked)
	for _, p := range d.pages {
		d.parents[p.key] = fmt.Sprint(marked[p])
	}
	var tree strings.Builder
	for i, entry := range d.parents {
		fmt.Fprintf(&tree, "%d %s ", i, entry)
	}
	d.objects.setf(root, "<</Type/StructTreeRoot/K %v/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		document, tree.String(), len(d.parents))
	return root
}

// writeElement writes an element and its descendants. It records the element of each
// marked content and of each annotation.
func (d *Document) writeElement(e *Element, parent ref, marked map[*Page][]ref) ref {
	self := d.objects.reserve()
	var kids []string
	for _, c := range e.children {
		switch {
		case c.element != nil:
			kids = append(kids, d.writeElement(c.element, self, marked).String())
		case c.annotation != 0:
			d.parents[c.key] = self.String()
			kids = append(kids, fmt.Sprintf("<</Type/OBJR/Obj %v/Pg %v>>", c.annotation, c.page.ref))
		default:
			for len(marked[c.page]) <= c.content {
				marked[c.page] = append(marked[c.page], 0)
			}
			marked[c.page][c.content] = self
			kids = append(kids, fmt.Sprintf("<</Type/MCR/Pg %v/MCID %d>>", c.page.ref, c.content))
		}
	}
	entries := ""
	if e.alt != "" {
		entries += "/Alt" + textString(e.alt)
	}
	if e.role == "L" {
		entries += "/A<</O/List/ListNumbering/None>>" // the labels are in the text
	}
	d.objects.setf(self, "<</S/%s/P %v%s/K%v>>", e.role, parent, entries, kids)
	return self
}
