package typeset

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// broken returns the lines of a paragraph in a width, in ems.
func broken(s *measured, width float64) []string {
	var all []string
	for _, r := range s.rows(width, 0) {
		all = append(all, r.text.text[r.line.From:r.line.To])
	}
	return all
}

func paragraph(lang, text string) *measured {
	d := &Document{Lang: lang, Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Spans: []Span{{text, Style{}}}}}}
	return d.measure()
}

func TestWordsStayWholeAndLabelsWithTheirText(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Hang: 1, Mark: "1.", Spans: []Span{
		{"Label: ", Style{Face: Bold}}, {"some text that goes on, ", Style{}}, {"Other:", Style{Face: Italic}}, {" more", Style{}}, {"over", Style{Face: Bold}}, {" and ends", Style{}},
	}}}}
	s := d.measure()
	for width := 9.0; width < 40; width++ {
		said := strings.Join(broken(s, width), "\n")
		if strings.Join(strings.Fields(said), " ") != "Label: some text that goes on, Other: moreover and ends" {
			t.Errorf("width %.0f: %q", width, said)
		}
		for _, torn := range []string{":\n", "more\n"} {
			if strings.Contains(said, torn) {
				t.Errorf("width %.0f: a line ends after %q: %q", width, torn, said)
			}
		}
	}
}

func TestNoSeparatorStandsAtTheEndOrTheBeginningOfALine(t *testing.T) {
	s := paragraph("en", "one · two three · four · five six seven · eight | nine · ten")
	for width := 3.0; width < 30; width++ {
		for _, line := range broken(s, width) {
			if strings.Trim(line, "·| ") != line {
				t.Errorf("width %.0f: %q", width, line)
			}
		}
	}
}

func TestADashDoesNotBeginALine(t *testing.T) {
	s := paragraph("ru", "Один — два — три – четыре — пять")
	for width := 5.0; width < 20; width++ {
		for _, line := range broken(s, width) {
			if strings.HasPrefix(line, "—") || strings.HasPrefix(line, "–") {
				t.Errorf("width %.0f: %q", width, line)
			}
		}
	}
}

func TestACompoundIsPartedOnlyWhereTheLineWouldBeMuchShorter(t *testing.T) {
	for _, test := range []struct {
		text, want string
		width      float64 // in which the first part of the compound has room
	}{
		{"some more words of a top-tier company", "some more words of a\ntop-tier company", 11.4},
		{"a TypeScript-Wissenstransfer here", "a TypeScript-\nWissenstransfer\nhere", 7},
	} {
		s := paragraph("en", test.text)
		first, _, _ := strings.Cut(test.text, "-")
		if room := s.shape([]Span{{first + "-", Style{}}}).width(); room > test.width {
			t.Errorf("%q needs %.1f", first, room)
		}
		if got := strings.Join(broken(s, test.width), "\n"); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestSoftHyphensAreSeenWhereALineEnds(t *testing.T) {
	s := paragraph("de", "Donau\u00addampf\u00adschiff")
	l := s.paginate(Paper{2*marginSide + 70, 400}, setting{10, 1.3, 1})
	file := pdftest.Read(t, l.print())
	if got, want := file.Text(), "Donaudampf\u00ad\nschiff\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAsideStandsOnTheFirstLineAndIsReadWithIt(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Spans: []Span{{strings.Repeat("word ", 100), Style{}}}, Right: "2019"}}}
	s := d.measure()
	for width := 10.0; width < 60; width++ {
		for i, r := range s.rows(width, 0) {
			if r.aside != (i == 0) {
				t.Errorf("width %.0f: 2019 stands at line %d: %v", width, i+1, r.aside)
			}
		}
	}
	file := pdftest.Read(t, s.fit(sheets["A4"]).print())
	if first, _, _ := strings.Cut(file.Text(), "\n"); !strings.HasPrefix(first, "word word") || !strings.HasSuffix(first, "  2019") {
		t.Errorf("the first line is %q", first)
	}
}

func TestBracketsAreSetWithTheTextTheyBelongTo(t *testing.T) {
	for source, want := range map[string]string{
		"基盤（Go、x）を": "HHHLLHLHh",
		"基盤(Go)を":   "HHLLLLh",
		"Go（基盤）":    "LLHHHH",
	} {
		text := []char{}
		for _, r := range source {
			text = append(text, char{rune: r})
		}
		setScripts(text)
		got := ""
		for _, c := range text {
			got += map[language.Script]string{language.Han: "H", language.Latin: "L", language.Hiragana: "h"}[c.script]
		}
		if got != want {
			t.Errorf("%s is %s, want %s", source, got, want)
		}
	}
}

func TestSeparatorsAreAsNarrowInEveryScript(t *testing.T) {
	d := &Document{Lang: "ja", Paragraphs: []Paragraph{{Spans: []Span{{"東京 · 大阪", Style{}}}}}}
	s := d.measure()
	defer s.faces.Release()
	if len(s.missing) > 0 {
		t.Skip("there is no Japanese font (Debian: fonts-noto-cjk)")
	}
	for _, c := range s.paras[0].text.clusters {
		if c.text == "·" && c.width() > 0.4 {
			t.Errorf("the dot is %.2f em wide", c.width())
		}
	}
}

func TestAsideMayHaveHardlyAnyRoom(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin()}
	for indent := 0.0; indent < 60; indent += 0.1 {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"WWW", Style{}}}, Indent: indent, Mark: "•", Right: "1"})
	}
	if _, err := d.PDF(sheets["A4"]); err != nil {
		t.Error(err)
	}
}
