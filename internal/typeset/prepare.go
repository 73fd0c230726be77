package typeset

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"

	"ssh-resume/internal/typeset/fonts"
)

// char is a character and the run that it is part of.
type char struct {
	rune
	run
}

// run is what the characters that are shaped together have in common.
type run struct {
	style  *Style
	script language.Script
	face   *fonts.Face // nil if no face has them
	level  bidi.Level
}

// replacement is shown for a character that no face has.
const replacement = '□'

// prepare joins spans into a text. It collapses spaces, and records the characters that no face has.
func (s *measured) prepare(spans []Span) []char {
	var text []char
	for i := range spans {
		for _, r := range cleaned(spans[i].Text) {
			text = append(text, char{r, run{style: &spans[i].Style}})
		}
	}
	text = s.quotes.setIn(collapsed(text))
	setScripts(text)
	text = collapsed(s.setFaces(text))
	if n := len(text); n > 0 && text[n-1].rune == ' ' {
		text = text[:n-1]
	}
	s.setLevels(text)
	return text
}

// collapsed removes leading spaces, and all but the first of several in a row.
func collapsed(text []char) []char {
	before := ' '
	return slices.DeleteFunc(text, func(c char) bool {
		again := c.rune == ' ' && before == ' '
		before = c.rune
		return again
	})
}

func runes(text []char) []rune {
	all := make([]rune, len(text))
	for i, c := range text {
		all[i] = c.rune
	}
	return all
}

// setFaces finds a face for each grapheme. It drops emojis that no face has, and a combining mark if no face
// has the letter with it but one has the letter alone.
func (s *measured) setFaces(text []char) []char {
	var all []char
	s.segmenter.Init(runes(text))
	for graphemes := s.segmenter.GraphemeIterator(); graphemes.Next(); {
		g := graphemes.Grapheme()
		in := text[g.Offset].run
		kept := g.Text
		face := s.find(kept, in)
		if face == nil {
			s.note(g.Text, in)
			letter := s.find(g.Text[:1], in)
			switch last := g.Text[len(g.Text)-1]; {
			case unicode.In(last, unicode.Mn, unicode.Me) && len(g.Text) < 4 && letter != nil:
				kept, face = g.Text[:1], letter
			case ornament(g.Text):
				kept = nil
			default:
				s.boxes++
			}
		}
		s.characters++
		for i := range kept {
			c := text[g.Offset+i]
			c.face = face
			all = append(all, c)
		}
	}
	return all
}

// find returns a face for a grapheme in the style and script of a run; nil if there is none.
func (s *measured) find(grapheme []rune, in run) *fonts.Face {
	visible := slices.DeleteFunc(slices.Clone(grapheme), func(r rune) bool { return !isVisible(r) || r == '\u00a0' })
	if len(visible) == 0 {
		visible = []rune{' '}
	}
	return s.faces.Find(visible, in.style.Face, in.script)
}

// note records the characters of a grapheme that no face has.
func (s *measured) note(grapheme []rune, in run) {
	for _, r := range grapheme {
		if isVisible(r) && !ornament(grapheme) && !s.noted[r] && s.find([]rune{r}, in) == nil {
			s.noted[r] = true
			s.missing = append(s.missing, r)
		}
	}
}

// ornament reports whether a grapheme is an emoji or another picture, which a text can do
// without: an arrow, a technical symbol, a shape, a dingbat.
func ornament(grapheme []rune) bool {
	r := grapheme[0]
	return 0x2190 <= r && r <= 0x21ff || 0x2300 <= r && r <= 0x23ff || 0x25a0 <= r && r <= 0x27bf ||
		0x2b00 <= r && r <= 0x2bff || 0x1f000 <= r && r <= 0x1faff
}

// setScripts sets the script of each character. A character without one, such as a space, takes the script of the
// text before it; an opening bracket or quotation mark takes that of the text after it. East Asian punctuation is
// Han, even beside Latin letters.
func setScripts(text []char) {
	isHan := func(r rune) bool { return r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r <= 0xffef }
	last := language.Common
	for i := range text {
		r := text[i].rune
		switch script := language.LookupScript(r); {
		case script.Strong():
			last = script
		case isHan(r):
			last = language.Han
		}
		text[i].script = last
		if isSeparator(r) && i > 0 && text[i-1].rune == ' ' { // in an East Asian face it is as wide as a letter
			text[i].script = language.Latin
		}
	}
	for i := len(text) - 2; i >= 0; i-- {
		opens := unicode.In(text[i].rune, unicode.Ps, unicode.Pi) && !isHan(text[i].rune)
		if opens || text[i].script == language.Common {
			text[i].script = text[i+1].script
		}
	}
}

// setLevels sets the embedding levels (UAX 9). The base direction is that of the document, not of the first letter.
func (s *measured) setLevels(text []char) {
	mark, direction := '\u200e', bidi.LeftToRight
	if s.doc.RightToLeft {
		mark, direction = '\u200f', bidi.RightToLeft
	}
	// A mark in front determines the direction; what is passed to Segment is documented as no more than a default.
	var p bidi.Paragraph
	runs := p.Segment(append([]rune{mark}, runes(text)...), direction)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for j := max(run.Start, 1); j < run.End; j++ {
			text[j-1].level = run.Level
		}
	}
}

// cleaned returns a text that can be set, in NFC: control characters become spaces, invalid
// bytes become □, and directional overrides and private characters are left out.
func cleaned(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		case r >= '\u202a' && r <= '\u202e', // directional embeddings and overrides
			unicode.Is(unicode.Co, r): // private use, such as the icons of a font that is not here
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(replacement))))
}

// isVisible reports whether a character does more than affect its neighbors, as joiners,
// directional marks, soft hyphens and variation selectors do.
func isVisible(r rune) bool { return !unicode.In(r, unicode.Cf, unicode.Variation_Selector) }
