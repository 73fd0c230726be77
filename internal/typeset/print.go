package typeset

import (
	"fmt"
	"net/url"
	"strings"

	"ssh-resume/internal/typeset/pdf"
)

// lineHeight is the height of the area of a link, in ems.
const lineHeight = 1.25

// printer writes pages as a PDF.
type printer struct {
	file *pdf.Document
	page *pdf.Page
	tags tagger
}

// print returns a layout as a PDF.
func (s *set) print(l *layout) []byte {
	l.draw()
	d := s.doc
	file := pdf.New(pdf.Info{
		Title: cleaned(d.Title), Author: cleaned(d.Author), Subject: cleaned(d.Subject), Keywords: cleaned(d.Keywords),
		Creator: "ssh-resume", Lang: s.lang, RightToLeft: s.rightToLeft,
	})
	p := printer{file: file, tags: tagger{root: file.Structure(), of: map[*para]*tags{}}}
	for i, page := range l.pages {
		p.page = file.AddPage(l.paper.Width, l.paper.Height)
		p.print(page)
		if i == 0 {
			p.printPhoto(l)
		}
	}
	return file.Bytes()
}

func (p *printer) print(from page) {
	p.page.BeginArtifact()
	for _, r := range from.rules {
		p.page.Rect(r.x, r.y, r.width, r.height, r.color)
	}
	var place *pdf.Element // the element of the current text; nil for an artifact
	for _, t := range from.texts {
		before := place
		place = p.tags.place(t)
		if t.reads != "" {
			p.page.BeginReplaced(t.reads)
		}
		switch {
		case place == nil && before != nil:
			p.page.BeginArtifact()
		case place != nil && (place != before || t.reads != ""):
			p.page.Begin(place)
		}
		font := p.file.Font(t.face.Family, t.face.Style, t.face)
		p.page.Text(font, t.size*t.face.Scale, t.x, t.y, t.style.Color, t.clusters)
		if t.last {
			p.page.EndReplaced()
			p.page.BeginArtifact()
			place = nil
		}
	}
	for _, t := range from.texts {
		if alt := strings.TrimSpace(t.text); t.para != nil && !t.mark && t.style.URL != "" && alt != "" {
			p.page.Link(p.tags.place(t), t.x, t.y-ascent*t.size, t.width(), lineHeight*t.size, escapedURL(t.style.URL), alt)
		}
	}
	for _, b := range from.bookmarks {
		p.file.AddBookmark(cleaned(b.text), p.page, b.y)
	}
}

// printPhoto draws the photo in the top corner where lines end.
func (p *printer) printPhoto(l *layout) {
	width, height := l.photo()
	if width == 0 {
		return
	}
	photo, err := p.file.Image(l.set.doc.Photo)
	if err != nil {
		return
	}
	width, height = width-photoGap, height-photoGap
	figure := p.file.Structure().Add("Figure")
	figure.SetAlt(cleaned(l.set.doc.PhotoAlt))
	p.page.Begin(figure)
	p.page.Image(photo, l.left(l.room()-width, width), marginTop, width, height)
}

// escapedURL returns an address in ASCII, as a link must have it.
func escapedURL(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' {
			b.WriteString(url.PathEscape(s[i : i+1]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// tagger builds the structure tree of the PDF: headings, paragraphs, nested lists,
// links.
type tagger struct {
	root  *pdf.Element
	of    map[*para]*tags
	lists []openList // from the outermost to the innermost
}

// tags are the elements of a paragraph.
type tags struct {
	text, label *pdf.Element
	links       map[*Style]*pdf.Element // a link is a span; it may extend over several lines
}

// openList is a list to which the next paragraph may belong.
type openList struct {
	indent  float64
	element *pdf.Element
	body    *pdf.Element // the body of its last item
}

// place returns the element of a piece, and nil for an artifact. It is called with the
// paragraphs in order.
func (t *tagger) place(of text) *pdf.Element {
	if of.para == nil {
		return nil
	}
	e := t.of[of.para]
	if e == nil {
		e = t.add(of.para)
		t.of[of.para] = e
	}
	switch {
	case of.mark:
		return e.label
	case of.style.URL == "":
		return e.text
	case e.links[of.style] == nil:
		e.links[of.style] = e.text.Add("Link")
	}
	return e.links[of.style]
}

func (t *tagger) add(p *para) *tags {
	e := &tags{links: map[*Style]*pdf.Element{}}
	if p.Level > 0 {
		t.lists = nil
		e.text = t.root.Add(fmt.Sprintf("H%d", min(p.Level, 6)))
		return e
	}
	isItem := p.mark != nil
	for n := len(t.lists); n > 0; n-- {
		if list := t.lists[n-1]; list.indent < p.Indent || isItem && list.indent == p.Indent {
			break
		}
		t.lists = t.lists[:n-1]
	}
	parent := t.root
	n := len(t.lists)
	if n > 0 {
		parent = t.lists[n-1].body
	}
	if !isItem {
		e.text = parent.Add("P")
		return e
	}
	if n == 0 || t.lists[n-1].indent < p.Indent {
		t.lists = append(t.lists, openList{indent: p.Indent, element: parent.Add("L")})
	}
	list := &t.lists[len(t.lists)-1]
	item := list.element.Add("LI")
	e.label, e.text = item.Add("Lbl"), item.Add("LBody")
	list.body = e.text
	return e
}
