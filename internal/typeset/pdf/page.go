package pdf

import (
	"bytes"
	"fmt"
	"math"
	"net/url"
	"regexp"
)

// Color is 0xRRGGBB.
type Color int

// String returns the operands of a color: the shares of red, green and blue.
func (c Color) String() string {
	share := func(shift int) string { return number(float64(int(c)>>shift&0xff) / 255) }
	return share(16) + " " + share(8) + " " + share(0)
}

// Page is a page of a file.
type Page struct {
	doc           *File
	ref           ref
	width, height float64

	content  bytes.Buffer
	open     bool     // a marked content is open
	element  *Element // of the marked content
	contents []ref    // the elements of the marked contents
	links    []ref
}

// Begin assigns what follows to a structure element. With nil, it is not part of the text, like rules and page numbers.
func (p *Page) Begin(e *Element) {
	if p.open && e == p.element {
		return
	}
	p.end()
	p.open, p.element = true, e
	if e == nil {
		p.content.WriteString("/Artifact BMC\n")
		return
	}
	fmt.Fprintf(&p.content, "/%s<</MCID %d>>BDC\n", e.role, len(p.contents))
	e.kids = append(e.kids, fmt.Sprintf("<</Type/MCR/Pg %v/MCID %d>>", p.ref, len(p.contents)))
	p.contents = append(p.contents, e.ref)
}

func (p *Page) end() {
	if p.open {
		p.content.WriteString("EMC\n")
		p.open = false
	}
}

// Replaced sets the text that is extracted for what draw draws. Draw must call Begin first, and so must
// whatever draws afterwards.
func (p *Page) Replaced(text string, draw func()) {
	p.end()
	fmt.Fprintf(&p.content, "/Span<</ActualText%s>>BDC\n", textString(text))
	draw()
	p.end()
	p.content.WriteString("EMC\n")
}

// Rect fills a rectangle.
func (p *Page) Rect(x, y, width, height float64, color Color) {
	fmt.Fprintf(&p.content, "%v rg %s %s %s %s re f\n", color, number(x), number(p.height-y-height), number(width), number(height))
}

// Text shows clusters one after the other, starting at x on the baseline y. The size is in points.
func (p *Page) Text(f *Font, size, x, y float64, color Color, clusters []Cluster) {
	fmt.Fprintf(&p.content, "%v rg BT/F%d %s Tf 1 0 0 1 %s %s Tm[", color, f.number, number(size), number(x), number(p.height-y))
	// want is where the next cluster belongs, pen where it would be shown.
	want, pen := 0.0, 0.0
	for _, c := range clusters {
		if shift := math.Round(pen - want); shift != 0 {
			p.content.WriteString(number(shift))
			pen -= shift
		}
		code, width := f.code(c)
		fmt.Fprintf(&p.content, "<%04X>", code)
		pen += float64(width)
		want += c.Advance
	}
	p.content.WriteString("]TJ ET\n")
}

// Link makes a rectangle a link to a URL and adds it to a structure element, which has
// the role Link. The text alt describes the link to people who can't see it.
func (p *Page) Link(e *Element, x, y, width, height float64, target, alt string) {
	d := p.doc
	r := d.objects.addf("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s %s %s %s]/Contents%s/StructParent %d/A<</S/URI/URI%s>>>>",
		number(x), number(p.height-y-height), number(x+width), number(p.height-y), textString(alt),
		firstLinkKey+len(d.links), textString(notInLink.ReplaceAllStringFunc(target, url.PathEscape)))
	d.links = append(d.links, e.ref)
	e.kids = append(e.kids, fmt.Sprintf("<</Type/OBJR/Obj %v/Pg %v>>", r, p.ref))
	p.links = append(p.links, r)
}

// notInLink matches the characters of an address that a link can't have.
var notInLink = regexp.MustCompile(`[^\x21-\x7e]`)

// write writes the page, which has a key in the parent tree.
func (p *Page) write(key int, resources ref) {
	p.end()
	annotations := ""
	if len(p.links) > 0 {
		annotations = fmt.Sprintf("/Annots%v", p.links)
	}
	content := p.doc.objects.addStream("", p.content.Bytes())
	// The tab key visits links in the order of the structure.
	p.doc.objects.setf(p.ref, "<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Resources %v/Contents %v/StructParents %d/Tabs/S%s>>",
		p.doc.pageTree, number(p.width), number(p.height), resources, content, key, annotations)
}
