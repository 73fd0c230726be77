package typeset

import (
	"sort"
	"strings"
)

// set is a document whose words are measured, ready to be laid out in any size.
type set struct {
	ruler   *ruler
	missing map[rune]string // with the text that each stands in first
	running string
	pageOf  string // what is said of a page's number
	paras   []para
}

// para is a paragraph that is measured.
type para struct {
	*Paragraph
	words []word
	hang  float64 // how much farther in the lines after the first begin, in ems of its type

	right      segment
	rightWords []word // the same where it goes on in the text
}

func newSet(d *Document) (*set, error) {
	m, err := newRuler()
	if err != nil {
		return nil, err
	}
	s := &set{ruler: m, missing: map[rune]string{}}
	s.running = s.settable(d.Running)
	s.pageOf = "%d / %d"
	if language, _, _ := strings.Cut(d.Lang, "-"); language == "en" {
		s.pageOf = "Page %d of %d"
	}
	for i := range d.Paragraphs {
		s.paras = append(s.paras, s.para(&d.Paragraphs[i]))
	}
	return s, nil
}

func (d *set) para(p *Paragraph) para {
	spans := p.Spans
	measured := para{Paragraph: p, hang: p.Hang}
	if p.Mark != "" && len(spans) > 0 {
		// In one run with what follows, so that whoever takes the text out of
		// the PDF gets them on one line.
		first := spans[0]
		first.Text = p.Mark + " " + first.Text
		spans = append([]Span{first}, spans[1:]...)
		measured.hang = d.ruler.width(first.Face, p.Mark+" ")
	}
	measured.words = d.words(spans)
	if p.Mark != "" && len(measured.words) > 1 {
		measured.words[1].joined = true // a mark does not stand alone
	}
	if right := strings.TrimSpace(d.settable(p.Right)); right != "" {
		measured.right = segment{text: right, Style: Style{Color: Quiet}, width: d.ruler.width(Regular, right)}
		measured.rightWords = d.words([]Span{{Text: "(" + p.Right + ")", Style: Style{Color: Quiet}}})
	}
	return measured
}

// The sizes of the body text, in points. What does not fit on two pages in the
// smallest is set in the usual one, on as many as it takes.
const (
	smallestSize = 8.4
	usualSize    = 9.5
	largestSize  = smallestSize + sizeSteps*sizeStep // 10.5
	sizeStep     = 0.1
	sizeSteps    = 21
	fewPages     = 2
)

// fit lays the document out on as few pages as it can be read on, in the
// largest type that these have room for.
func (d *set) fit(paper Paper) []page {
	least := d.pages(paper, smallestSize)
	if len(least) > fewPages {
		return d.pages(paper, usualSize)
	}
	size := func(step int) float64 { return smallestSize + float64(step)*sizeStep }
	step := sort.Search(sizeSteps, func(i int) bool { return len(d.pages(paper, size(i+1))) > len(least) })
	return d.pages(paper, size(step))
}
