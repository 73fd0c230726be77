package typeset

import (
	"bytes"
	"cmp"
	"image"
	"slices"
	"strings"

	"github.com/go-text/typesetting/segmenter"

	"ssh-resume/internal/typeset/fonts"
)

// set is a document whose text is shaped, ready to be laid out in any size.
type set struct {
	doc         *Document
	lang        string
	rightToLeft bool
	faces       *fonts.Set
	segmenter   segmenter.Segmenter
	noted       map[rune]bool // characters that no font has, in missing
	missing     []Missing
	characters  int  // how many there are, and
	boxes       int  // how many of them are shown as □
	probing     bool // only what is missing is to be known
	paras       []para
	head        int         // how many of them stand beside the photo
	photo       image.Point // the sides of the photo, in pixels; zero for none
}

// para is a paragraph whose text is shaped.
type para struct {
	*Paragraph
	text     *shaped
	mark     *shaped
	right    *shaped
	together *shaped // the text and what stands at its right, where there is no room for that
	hang     float64 // how much farther in the lines after the first begin, in ems of its type
	keepNext bool
}

// open returns a set that has no text yet.
func (d *Document) open() *set {
	library := d.Fonts
	if library == nil {
		library = defaultFonts()
	}
	lang := cmp.Or(d.Lang, "en")
	return &set{
		doc: d, lang: lang, rightToLeft: rightToLeft(lang),
		faces: library.NewSet(lang), noted: map[rune]bool{},
	}
}

// measure shapes the text of a document.
func (d *Document) measure() *set {
	s := d.open()
	for i := range d.Paragraphs {
		s.paras = append(s.paras, s.para(&d.Paragraphs[i]))
	}
	s.keepLists()
	if config, _, err := image.DecodeConfig(bytes.NewReader(d.Photo)); err == nil && config.Width > 0 && config.Height > 0 {
		s.photo = image.Pt(config.Width, config.Height)
		s.head = 1 + slices.IndexFunc(s.paras, func(p para) bool { return p.Under })
	}
	return s
}

func (s *set) para(p *Paragraph) para {
	measured := para{Paragraph: p, text: s.shape(p.Spans), hang: p.Hang, keepNext: p.KeepNext}
	if p.Mark != "" {
		style := Style{Face: SemiBold, Color: Accent}
		measured.mark = s.shape([]Span{{p.Mark, style}})
		measured.hang = max(p.Hang, markWidth, measured.mark.advance()+markGap)
	}
	if right := strings.TrimSpace(p.Right); right != "" {
		quiet := Style{Color: Quiet}
		measured.right = s.shape([]Span{{right, quiet}})
		measured.together = s.shape(append(p.Spans[:len(p.Spans):len(p.Spans)], Span{" (" + right + ")", quiet}))
	}
	return measured
}

// The room for the mark of an entry, and the least distance from the mark to the
// text, in ems. A wider gap would look like two columns to programs that take
// the text out of a PDF.
const (
	markWidth = 0.9
	markGap   = 0.4
)

// keepLists keeps the first two and the last two entries of each list on one
// page.
func (s *set) keepLists() {
	entry := func(i, like int) bool {
		return i >= 0 && i < len(s.paras) && s.paras[i].Mark != "" && s.paras[i].Indent == s.paras[like].Indent
	}
	for i := range s.paras {
		if !entry(i, i) || !entry(i+1, i) {
			continue
		}
		if first, last := !entry(i-1, i), !entry(i+2, i); first || last {
			s.paras[i].keepNext = true
		}
	}
}

// advance returns how wide a text is on one line, in ems.
func (t *shaped) advance() float64 { return t.at[len(t.text)] }

// size returns the size of the type, in that of the body text.
func (p *para) size() float64 { return cmp.Or(p.Size, 1) }
