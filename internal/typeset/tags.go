package typeset

import (
	"fmt"
	"strings"

	"ssh-resume/internal/typeset/pdf"
)

// tagger builds the structure tree of the PDF: headings, paragraphs, nested lists, links.
type tagger struct {
	root        *pdf.Element
	rightToLeft bool
	of          map[*para]*tags
	lists       []openList // from the outermost to the innermost
}

// openList is a list to which the next paragraph may belong.
type openList struct {
	indent  float64
	element *pdf.Element
	body    *pdf.Element // the body of its last item
}

// tags are the elements of a paragraph.
type tags struct {
	text, label *pdf.Element
	spans       map[*Style]*pdf.Element // of the text: links, and in right-to-left text all
}

// element returns the element of a text in a style; nil for an artifact.
func (t *tags) element(style *Style) *pdf.Element {
	switch {
	case t == nil:
		return nil
	case t.spans[style] != nil:
	case style.URL == "":
		return t.text
	default:
		t.spans[style] = t.text.Add("Link") // it may extend over several lines
	}
	return t.spans[style]
}

// addSpans adds the spans of a right-to-left text in the order in which they are read, because the contents of
// the page are in visual order.
func (t *tags) addSpans(p *para) {
	for i := range p.Spans {
		if s := &p.Spans[i]; t.element(&s.Style) == t.text {
			t.spans[&s.Style] = t.text.Add("Span")
			t.spans[&s.Style].ActualText = s.Text
		}
	}
	if p.right != nil {
		span := t.text.Add("Span")
		span.ActualText = " (" + p.right.text + ")"
		t.spans[p.right.clusters[0].run.style] = span
	}
}

// tags returns the elements of a paragraph. It is called with the paragraphs in order.
func (t *tagger) tags(p *para) *tags {
	e := t.of[p]
	if e != nil {
		return e
	}
	e = &tags{spans: map[*Style]*pdf.Element{}}
	t.of[p] = e
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
		list.body = e.text
	default:
		e.text = t.parent(p).Add("P")
	}
	if t.rightToLeft && e.text != nil {
		e.addSpans(p)
	}
	return e
}

// parent returns the element that a paragraph is in. It ends the lists that the paragraph is not in.
func (t *tagger) parent(p *para) *pdf.Element {
	for n := len(t.lists); n > 0; n-- {
		if list := t.lists[n-1]; list.indent < p.Indent || p.mark != nil && list.indent == p.Indent {
			return list.body
		}
		t.lists = t.lists[:n-1]
	}
	return t.root
}
