package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"

	"ssh-resume/internal/typeset/fonts"
)

// prepared is a text with all that shaping needs to know of each character. The
// slices have the length of the text.
type prepared struct {
	text    []rune
	styles  []*Style
	scripts []language.Script
	faces   []*fonts.Face // nil for a character that no face has
	levels  []bidi.Level
}

// replacement is shown for a character that no face has.
const replacement = '□'

// prepare joins spans into a text. It collapses spaces, and records the characters
// that no face has.
func (s *set) prepare(spans []Span) prepared {
	var p prepared
	for i := range spans {
		for _, r := range norm.NFC.String(cleaned(spans[i].Text)) {
			if blank(r) {
				if n := len(p.text); n == 0 || p.text[n-1] == ' ' {
					continue
				}
				r = ' '
			}
			p.text = append(p.text, r)
			p.styles = append(p.styles, &spans[i].Style)
		}
	}
	p.setQuotes(quotesOf(s.lang))
	p.scripts = scripts(p.text)
	p.faces = make([]*fonts.Face, len(p.text))
	source := ""
	for i := range spans {
		source += spans[i].Text
	}
	p.keep(s.findFaces(p, source))
	if n := len(p.text); n > 0 && p.text[n-1] == ' ' {
		p.truncate(n - 1)
	}
	p.levels = levels(p.text, s.rightToLeft)
	return p
}

// setQuotes replaces straight quotation marks by those of the language, except in
// code.
func (p *prepared) setQuotes(q quotes) {
	marks := q.set(p.text)
	if len(marks) == 0 {
		return
	}
	text, styles := p.text, p.styles
	p.text, p.styles = nil, nil
	for i, r := range text {
		mark, ok := marks[i]
		if !ok || styles[i].Face == Mono {
			mark = string(r)
		}
		for _, r := range mark {
			p.text = append(p.text, r)
			p.styles = append(p.styles, styles[i])
		}
	}
}

func (p *prepared) truncate(n int) {
	p.text, p.styles, p.scripts, p.faces = p.text[:n], p.styles[:n], p.scripts[:n], p.faces[:n]
}

// keep removes the characters for which wanted is false, and the second of two
// spaces that meet as a result.
func (p *prepared) keep(wanted []bool) {
	n := 0
	for i, r := range p.text {
		if !wanted[i] || r == ' ' && (n == 0 || p.text[n-1] == ' ') {
			continue
		}
		p.text[n], p.styles[n], p.scripts[n], p.faces[n] = r, p.styles[i], p.scripts[i], p.faces[i]
		n++
	}
	p.truncate(n)
}

// findFaces finds a face for each grapheme. It returns which characters to keep: an
// emoji that no face has is left out, and so is a combining mark that no face has on
// a letter that one has.
func (s *set) findFaces(p prepared, source string) (wanted []bool) {
	wanted = make([]bool, len(p.text))
	s.segmenter.Init(p.text)
	for graphemes := s.segmenter.GraphemeIterator(); graphemes.Next(); {
		g := graphemes.Grapheme()
		at, style, script := g.Offset, p.styles[g.Offset].Face, p.scripts[g.Offset]
		kept := g.Text
		if !s.has(g.Text, style, script) {
			s.note(g.Text, style, script, source)
			switch last := g.Text[len(g.Text)-1]; {
			case unicode.In(last, unicode.Mn, unicode.Me) && len(g.Text) < 4 && s.has(g.Text[:1], style, script):
				kept = g.Text[:1]
			case ornament(g.Text):
				kept = nil
			default:
				s.boxes++
			}
		}
		s.characters++
		face := s.findFace(kept, style, script)
		for i := range g.Text {
			p.faces[at+i] = face
			wanted[at+i] = i < len(kept)
		}
	}
	return wanted
}

// findFace returns a face for a grapheme; nil if there is none, and while probing.
func (s *set) findFace(grapheme []rune, face Face, script language.Script) *fonts.Face {
	if s.probing {
		return nil
	}
	return s.faces.Find(visible(grapheme), face.style(), script)
}

// has reports whether there is a face for a grapheme.
func (s *set) has(grapheme []rune, face Face, script language.Script) bool {
	return s.faces.Has(visible(grapheme), face.style(), script)
}

// visible returns the characters of a grapheme that need a glyph.
func visible(grapheme []rune) []rune {
	visible := make([]rune, 0, 8)
	for _, r := range grapheme {
		if !ignorable(r) && r != '\u00a0' {
			visible = append(visible, r)
		}
	}
	if len(visible) == 0 {
		visible = append(visible, ' ')
	}
	return visible
}

// note records the characters of a grapheme that no face has.
func (s *set) note(grapheme []rune, face Face, script language.Script, source string) {
	for _, r := range grapheme {
		if ignorable(r) || s.noted[r] || s.has([]rune{r}, face, script) {
			continue
		}
		s.noted[r] = true
		s.missing = append(s.missing, Missing{Char: r, Text: source, Ornament: ornament(grapheme)})
	}
}

// ornament reports whether a grapheme is a picture, which a text can do without.
func ornament(grapheme []rune) bool { return unicode.In(grapheme[0], pictographs) }

// pictographs are the blocks of emoji and other pictures.
var pictographs = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x2190, Hi: 0x21ff, Stride: 1}, // arrows
		{Lo: 0x2300, Hi: 0x23ff, Stride: 1}, // technical
		{Lo: 0x25a0, Hi: 0x27bf, Stride: 1}, // shapes, symbols, dingbats
		{Lo: 0x2b00, Hi: 0x2bff, Stride: 1}, // arrows and stars
	},
	R32: []unicode.Range32{{Lo: 0x1f000, Hi: 0x1faff, Stride: 1}},
}

// scripts returns the script of each character. A character without one, such as a
// space, takes the script of the text before it; an opening bracket or quotation mark,
// of the text after it.
func scripts(text []rune) []language.Script {
	all := make([]language.Script, len(text))
	last := language.Common
	for i, r := range text {
		switch script := language.LookupScript(r); {
		case script.Strong():
			last = script
		case r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r <= 0xffef:
			last = language.Han // East Asian punctuation, even after Latin letters
		}
		all[i] = last
	}
	for i := len(text) - 2; i >= 0; i-- {
		if all[i] == language.Common || unicode.In(text[i], unicode.Ps, unicode.Pi) {
			all[i] = all[i+1]
		}
	}
	return all
}

// levels returns the embedding levels of a text (UAX 9). The base direction is that
// of the document, not that of the first letter.
func levels(text []rune, rightToLeft bool) []bidi.Level {
	all := make([]bidi.Level, len(text))
	mark, direction := '\u200e', bidi.LeftToRight
	if rightToLeft {
		mark, direction = '\u200f', bidi.RightToLeft
	}
	// A directional mark in front determines the base direction.
	var p bidi.Paragraph
	runs := p.Segment(append([]rune{mark}, text...), direction)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for j := max(run.Start, 1); j < run.End; j++ {
			all[j-1] = run.Level
		}
	}
	return all
}

// cleaned returns a text that can be set: control characters become spaces, invalid
// bytes become □, and directional overrides and private characters are left out.
func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case r >= '\u202a' && r <= '\u202e': // directional embeddings and overrides
			return -1
		case unicode.Is(unicode.Co, r): // private use, such as the icons of a font that is not here
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(replacement)))
}

// blank reports whether a character is a space at which a line may end.
func blank(r rune) bool { return r == ' ' || r == '\u2028' || r == '\u2029' }

// ignorable reports whether a character only affects its neighbours: joiners,
// directional marks, soft hyphens, variation selectors.
func ignorable(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Variation_Selector) }

// rightToLeft reports whether a language is written from right to left.
func rightToLeft(lang string) bool {
	primary, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	if strings.Contains(rest, "latn") {
		return false
	}
	switch primary {
	case "ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi":
		return true
	}
	return false
}
