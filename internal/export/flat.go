package export

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// flatLine is a line of the owner's text, for formats that have no lists of their own.
type flatLine struct {
	marks []string       // of the list items around it, outermost first: "-" or "1."
	begun int            // how many of these items began on earlier lines
	apart bool           // it begins a new paragraph
	spans []typeset.Span // only links have a color
}

// flat returns a text as lines.
func flat(t resume.Text) []flatLine { return flatNodes{}.together(resume.RenderText(flatNodes{}, t)) }

// flatNodes is the resume.TextRenderer of lines.
type flatNodes struct{}

func (flatNodes) Plain(s string) []typeset.Span { return spans(s, typeset.Style{}) }
func (flatNodes) Code(s string) []typeset.Span  { return spans(s, typeset.Style{Face: typeset.Mono}) }
func (flatNodes) Break() []typeset.Span         { return spans("\n", typeset.Style{}) }

func (flatNodes) Bold(inner [][]typeset.Span) []typeset.Span {
	return changed(inner, func(s *typeset.Span) { s.Face.Weight = typeset.Bold.Weight })
}

// Italic swaps upright and italic.
func (flatNodes) Italic(inner [][]typeset.Span) []typeset.Span {
	return changed(inner, func(s *typeset.Span) { s.Face.Italic = !s.Face.Italic })
}

func (flatNodes) Link(url string, inner [][]typeset.Span) []typeset.Span {
	return changed(inner, func(s *typeset.Span) { s.URL, s.Color = url, typeset.Accent })
}

func changed(inner [][]typeset.Span, change func(*typeset.Span)) []typeset.Span {
	all := slices.Concat(inner...)
	for i := range all {
		change(&all[i])
	}
	return all
}

func (flatNodes) Paragraph(inner [][]typeset.Span) []flatLine {
	all := []flatLine{{}}
	for _, s := range slices.Concat(inner...) {
		if s.Text == "\n" { // a Break; no other text has a line end
			all = append(all, flatLine{})
			continue
		}
		last := &all[len(all)-1]
		last.spans = append(last.spans, s)
	}
	return slices.DeleteFunc(all, func(l flatLine) bool { return strings.TrimSpace(l.text()) == "" })
}

func (n flatNodes) List(list resume.List, items [][][]flatLine) []flatLine {
	var all []flatLine
	for i, item := range items {
		for j, l := range n.together(item) {
			l.marks = append([]string{list.Mark(i)}, l.marks...)
			if j > 0 {
				l.begun++
			}
			all = append(all, l)
		}
	}
	return all
}

// together returns the lines of blocks.
func (flatNodes) together(blocks [][]flatLine) []flatLine {
	var all []flatLine
	for _, b := range blocks {
		if len(all) > 0 && len(b) > 0 && len(b[0].marks) == 0 {
			b[0].apart = true
		}
		all = append(all, b...)
	}
	return all
}

// text returns the words of a line, and the address of each link unless the words contain it.
func (l flatLine) text() string {
	var b strings.Builder
	for i := 0; i < len(l.spans); {
		url, words := l.spans[i].URL, ""
		for ; i < len(l.spans) && l.spans[i].URL == url; i++ {
			words += l.spans[i].Text
		}
		address := strings.TrimPrefix(url, "mailto:")
		if !strings.Contains(words, resume.BareURL(address, true)) && !strings.Contains(words, resume.BareURL(address, false)) {
			words = resume.Joined(" ", words, "("+address+")")
		}
		b.WriteString(words)
	}
	return b.String()
}
