package typeset

import (
	"fmt"

	"ssh-resume/internal/typeset/pdf"
)

// tagger builds the structure tree of the PDF: headings, paragraphs, nested lists,
// links.
type tagger struct {
	root     *pdf.Element
	elements map[*para]*pdf.Element // the elements of the texts
	labels   map[*para]*pdf.Element // the elements of the marks
	links    map[linkKey]*pdf.Element
	lists    []openList // from the outermost to the innermost
}

// linkKey identifies a link: a span of a paragraph.
type linkKey struct {
	para  *para
	style *Style
}

// openList is a list to which the next paragraph may belong.
type openList struct {
	indent  float64
	element *pdf.Element
	body    *pdf.Element // the body of its last item
}

func newTagger(root *pdf.Element) *tagger {
	return &tagger{
		root: root, elements: map[*para]*pdf.Element{}, labels: map[*para]*pdf.Element{},
		links: map[linkKey]*pdf.Element{},
	}
}

// place returns the element of a piece, and nil for an artifact. It is called with the
// paragraphs in order.
func (t *tagger) place(of text) *pdf.Element {
	if of.para == nil {
		return nil
	}
	if _, ok := t.elements[of.para]; !ok {
		t.add(of.para)
	}
	switch {
	case of.mark:
		return t.labels[of.para]
	case of.style.URL != "":
		return t.link(of)
	}
	return t.elements[of.para]
}

func (t *tagger) add(p *para) {
	if p.Level > 0 {
		t.lists = nil
		t.elements[p] = t.root.Add(fmt.Sprintf("H%d", min(p.Level, 6)))
		return
	}
	isItem := p.mark != nil
	for n := len(t.lists); n > 0; n-- {
		if list := t.lists[n-1]; list.indent < p.Indent || isItem && list.indent == p.Indent {
			break
		}
		t.lists = t.lists[:n-1]
	}
	if !isItem {
		t.elements[p] = t.parent().Add("P")
		return
	}
	if n := len(t.lists); n == 0 || t.lists[n-1].indent < p.Indent {
		t.lists = append(t.lists, openList{indent: p.Indent, element: t.parent().Add("L")})
	}
	list := &t.lists[len(t.lists)-1]
	entry := list.element.Add("LI")
	t.labels[p] = entry.Add("Lbl")
	list.body = entry.Add("LBody")
	t.elements[p] = list.body
}

// parent returns the element that the next paragraph or list belongs to.
func (t *tagger) parent() *pdf.Element {
	if n := len(t.lists); n > 0 {
		return t.lists[n-1].body
	}
	return t.root
}

// link returns the element of a link, which may extend over several lines.
func (t *tagger) link(of text) *pdf.Element {
	key := linkKey{of.para, of.style}
	if t.links[key] == nil {
		t.links[key] = t.elements[of.para].Add("Link")
	}
	return t.links[key]
}
