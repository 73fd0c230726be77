package typeset

import (
	"bytes"
	"cmp"
	"image"
	"slices"
	"strings"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"

	"ssh-resume/internal/typeset/fonts"
)

// measured is a document whose text is shaped. It can be laid out at any size.
type measured struct {
	doc        *Document
	lang       string
	base       bidi.Level // the embedding level of the document's direction
	faces      *fonts.Set
	quotes     quotes
	segmenter  segmenter.Segmenter
	shaper     shaping.HarfbuzzShaper
	noted      map[rune]bool // the characters in missing
	missing    []rune        // the characters that no face has, without emojis
	characters int           // the number of characters, as readers count them
	boxes      int           // how many of them are shown as □
	paras      []para
	head       int         // the number of paragraphs beside the photo
	photo      image.Point // the size of the photo, in pixels; zero for none
}

// para is a paragraph whose text is shaped.
type para struct {
	*Paragraph
	text     *shaped
	mark     *shaped
	right    *shaped
	joined   *shaped // the text followed by right, made for lines without room for both
	hang     float64 // the additional indent of lines after the first, in ems of its type
	before   float64 // the space before the mark, so that the marks of a list are right-aligned
	keepNext bool
}

// open returns a document without text.
func (d *Document) open() *measured {
	library := d.Fonts
	if library == nil {
		library, _ = fonts.New() // fails only where files are named
	}
	lang := cmp.Or(d.Lang, "en")
	s := &measured{doc: d, lang: lang, faces: library.NewSet(lang), quotes: quotesOf(lang), noted: map[rune]bool{}}
	if d.RightToLeft {
		s.base = 1
	}
	return s
}

// measure shapes the text of a document.
func (d *Document) measure() *measured {
	s := d.open()
	for i := range d.Paragraphs {
		s.paras = append(s.paras, s.para(&d.Paragraphs[i]))
	}
	s.setLists()
	if config, _, err := image.DecodeConfig(bytes.NewReader(d.Photo)); err == nil && config.Width > 0 && config.Height > 0 {
		s.photo = image.Pt(config.Width, config.Height)
		s.head = 1 + slices.IndexFunc(s.paras, func(p para) bool { return p.RuleBelow })
	}
	return s
}

func (s *measured) para(p *Paragraph) para {
	result := para{Paragraph: p, text: s.shape(p.Spans), hang: p.Hang, keepNext: p.KeepNext}
	if p.Mark != "" {
		result.mark = s.shape([]Span{{p.Mark, Style{Face: SemiBold, Color: Accent}}})
		result.hang = max(p.Hang, markWidth, result.mark.width()+markGap)
	}
	if t := s.quiet(strings.TrimSpace(p.Right)); t.width() > 0 {
		result.right = t
	}
	return result
}

// quiet shapes a text in the color for less important things.
func (s *measured) quiet(text string) *shaped { return s.shape([]Span{{text, Style{Color: Quiet}}}) }

// The room for the mark of a list item, and the least distance from the mark to the
// text, in ems. Programs that extract text would take a wider gap for two columns.
const (
	markWidth = 0.9
	markGap   = 0.4
)

// setLists gives the items of each list the hang of the widest mark, and keeps the first two on one page and
// the last two.
func (s *measured) setLists() {
	done := map[*para]bool{}
	for i := range s.paras {
		first := &s.paras[i]
		if first.mark == nil || done[first] {
			continue
		}
		var items []*para
		widest := 0.0
		for j := i; j < len(s.paras) && s.paras[j].isWithin(first); j++ {
			if p := &s.paras[j]; p.Indent == first.Indent {
				items = append(items, p)
				widest = max(widest, p.hang)
			}
		}
		for j, p := range items {
			p.before, p.hang = widest-p.hang, widest
			p.keepNext = p.keepNext || j+1 < len(items) && (j == 0 || j == len(items)-2)
			done[p] = true
		}
	}
}

// isWithin reports whether a paragraph after an item is in the same list.
func (p *para) isWithin(item *para) bool {
	return p.Indent > item.Indent || p.Indent == item.Indent && p.mark != nil
}

// size returns the size of the type, as a multiple of the body size.
func (p *para) size() float64 { return cmp.Or(p.Size, 1) }
