package typeset

import (
	"net/url"
	"strings"

	"ssh-resume/internal/typeset/pdf"
)

// lineHeight is the height of the area of a link, in ems.
const lineHeight = 1.25

// printer writes pages as a PDF.
type printer struct {
	file *pdf.Document
	tags *tagger
	page *pdf.Page
}

// print returns a layout as a PDF.
func (s *set) print(l *layout) []byte {
	l.draw()
	d := s.doc
	file := pdf.New(pdf.Info{
		Title: cleaned(d.Title), Author: cleaned(d.Author), Subject: cleaned(d.Subject), Keywords: cleaned(d.Keywords),
		Creator: "ssh-resume", Lang: s.lang, RightToLeft: s.rightToLeft,
	})
	p := printer{file: file, tags: newTagger(file.Structure())}
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
		p.page.Text(p.file.Font(t.face.Family, t.face.Style, t.face.Face), t.size*t.face.Scale, t.x, t.y, t.style.Color, t.clusters)
		if t.last {
			p.page.EndReplaced()
			p.page.BeginArtifact()
			place = nil
		}
	}
	for _, t := range from.texts {
		if t.para == nil || t.mark || t.style.URL == "" || strings.TrimSpace(t.text) == "" {
			continue
		}
		p.page.Link(p.tags.link(t), t.x, t.y-ascent*t.size, t.width(), lineHeight*t.size, escapedURL(t.style.URL), strings.TrimSpace(t.text))
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
	x := l.paper.Width - marginSide - width
	if l.set.rightToLeft {
		x = marginSide
	}
	figure := p.file.Structure().Add("Figure")
	figure.SetAlt(cleaned(l.set.doc.PhotoAlt))
	p.page.Begin(figure)
	p.page.Image(photo, x, marginTop, width, height)
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
