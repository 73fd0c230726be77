package typeset

import (
	"cmp"
	"fmt"
	"strings"

	"ssh-resume/internal/typeset/pdf"
)

// tagger builds the structure tree of the PDF: headings, paragraphs, nested lists, links.
type tagger struct {
	root  *pdf.Element
	lists []openList // from the outermost to the innermost
	last  *tags
}

// openList is a list to which the next paragraph may belong.
type openList struct {
	indent  float64
	element *pdf.Element
	body    *pdf.Element // the body of its last item
}

// tags are the elements of a paragraph; without any, its contents are artifacts.
type tags struct {
	text, label *pdf.Element
	links       map[*Style]*pdf.Element
	spans       map[*Style]*pdf.Element // for text whose visual order differs from its reading order
}

// link returns the element of a link, which may extend over several lines; for other styles, the element of the text.
func (t *tags) link(style *Style) *pdf.Element {
	if style.URL == "" {
		return t.text
	}
	if t.links[style] == nil {
		t.links[style] = t.text.Add("Link")
	}
	return t.links[style]
}

// element returns the element of a text in a style; nil for an artifact.
func (t *tags) element(style *Style) *pdf.Element {
	return cmp.Or(t.spans[style], t.link(style))
}

// addSpans adds the spans of a text in the order in which they are read.
func (t *tags) addSpans(of *shaped) {
	from := 0
	for i, c := range of.clusters {
		style := c.run.style
		if i > 0 && style != of.clusters[i-1].run.style {
			from = c.start
		}
		if c.isBlank() {
			continue
		}
		if t.spans[style] == nil {
			t.spans[style] = t.link(style).Add("Span")
		}
		t.spans[style].ActualText = of.text[from : c.start+len(c.text)]
	}
}

// tags returns the elements of the paragraph of a row. It is called with the rows in order.
func (t *tagger) tags(r *row) *tags {
	if !r.first {
		return t.last
	}
	p, e := r.para, &tags{links: map[*Style]*pdf.Element{}, spans: map[*Style]*pdf.Element{}}
	t.last = e
	switch {
	case len(p.Cells) > 0:
	case p.Level > 0:
		t.lists = nil
		e.text = t.root.Add(fmt.Sprintf("H%d", min(p.Level, 6)))
	case p.mark != nil:
		parent := t.parent(p)
		if n := len(t.lists); n == 0 || t.lists[n-1].indent < p.Indent {
			list := parent.Add("L")
			list.Numbering = "Disc"
			if strings.HasSuffix(p.Mark, ".") {
				list.Numbering = "Decimal"
			}
			t.lists = append(t.lists, openList{indent: p.Indent, element: list})
		}
		list := &t.lists[len(t.lists)-1]
		item := list.element.Add("LI")
		e.label, e.text = item.Add("Lbl"), item.Add("LBody")
		e.label.ActualText = r.mark.text
		list.body = e.text
	default:
		e.text = t.parent(p).Add("P")
	}
	if e.text != nil && (r.text.isReordered() || r.aside && r.right.isReordered()) {
		e.addSpans(r.text)
		if r.aside {
			e.addSpans(r.right)
			e.spans[r.right.clusters[0].run.style].ActualText = " (" + r.right.text + ")"
		}
	}
	return e
}

// parent returns the element that a paragraph belongs in. It closes the lists that the paragraph is not part of.
func (t *tagger) parent(p *para) *pdf.Element {
	for n := len(t.lists); n > 0; n-- {
		if list := t.lists[n-1]; list.indent < p.Indent || p.mark != nil && list.indent == p.Indent {
			return list.body
		}
		t.lists = t.lists[:n-1]
	}
	return t.root
}
