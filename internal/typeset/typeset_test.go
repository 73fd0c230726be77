package typeset

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"
)

var sheets = map[string]Paper{"A4": {595.28, 841.89}, "Letter": {612, 792}, "a card": {200, 150}}

// hard are texts that are hard to set.
var hard = []string{
	"Plain text of a few words",
	"東京都渋谷区の株式会社でバックエンド開発を担当しました。",
	"مهندس برمجيات أول في الرياض",
	"ראש צוות, תל אביב",
	"👩‍👩‍👧‍👦🇯🇵👍🏽 family",
	"Ame\u0301lie Zoe\u0308 q\u0303 नमस्ते สวัสดี",
	"a\x1b[31mred\x1b[0m\x07\r\nb\u009b2J\xff\x9b\t\u2028end \u00a0\u202eright\u2066",
	strings.Repeat("Donaudampfschifffahrts", 20),
	"https://example.com/" + strings.Repeat("a/", 200),
	strings.Repeat("W", 999),
	strings.Repeat("e\u0301", 201) + strings.Repeat("漢", 99),
	"(\\) \\( ) \\",
	"\u00ad\u200b\ufe0f",
	" \t ",
	"",
}

// hardest gives a document of them.
func hardest() *Document {
	d := &Document{Lang: "en", Title: hard[4] + hard[6], Author: hard[1], Subject: hard[2], Keywords: hard[11], Running: hard[7]}
	for i, s := range hard {
		d.Paragraphs = append(d.Paragraphs,
			Paragraph{Spans: []Span{{s, Style{Bold, Accent, ""}}}, Size: 2.5, Above: 1, Heading: true, KeepNext: true, Bookmark: s},
			Paragraph{Spans: []Span{{s + " ", Style{Italic, Ink, ""}}, {hard[len(hard)-1-i], Style{Regular, Quiet, "https://example.com/é" + s}}}, Mark: "•", Indent: 1},
			Paragraph{Spans: []Span{{s, Style{}}, {s, Style{Bold, Ink, ""}}}, Right: s, Under: true},
			Paragraph{Spans: []Span{{"Team", Style{}}}, Right: s, KeepNext: true},
			Paragraph{Spans: []Span{{s, Style{Italic, Ink, ""}}}, Bar: true, Indent: 1, Hang: 1},
		)
	}
	return d
}

func measured(t testing.TB, d *Document) *set {
	t.Helper()
	s, err := newSet(d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNothingStandsOutsideTheMargins(t *testing.T) {
	s := measured(t, hardest())
	for name, paper := range sheets {
		for _, size := range []float64{smallestSize, usualSize, largestSize} {
			t.Run(fmt.Sprintf("%s, %.1f pt", name, size), func(t *testing.T) {
				expectInside(t, s.pages(paper, size), paper)
			})
		}
	}
}

// expectInside finds what stands outside of the margins.
func expectInside(t *testing.T, pages []page, paper Paper) {
	t.Helper()
	const rounding = 0.01
	for i, p := range pages {
		for _, x := range p.texts {
			if x.x < marginSide-rounding || x.x+x.width() > paper.Width-marginSide+rounding {
				t.Errorf("page %d: from %.1f to %.1f of %.1f: %.40q", i+1, x.x, x.x+x.width(), paper.Width, x.text)
			}
			if x.y < marginTop || x.y > paper.Height-footAbove+rounding {
				t.Errorf("page %d: at %.1f of %.1f: %.40q", i+1, x.y, paper.Height, x.text)
			}
		}
		for _, r := range p.rules {
			if r.x < marginSide-rounding || r.x+r.width > paper.Width-marginSide+rounding || r.width <= 0 || r.y+r.height > paper.Height-marginBottom+1 {
				t.Errorf("page %d: rule %+v", i+1, r)
			}
		}
	}
}

func FuzzAnyTextIsSetInsideTheMargins(f *testing.F) {
	for i, s := range hard {
		f.Add(s, hard[len(hard)-1-i])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		d := &Document{Running: b, Paragraphs: []Paragraph{
			{Spans: []Span{{a, Style{Bold, Accent, ""}}}, Size: 2.5, Heading: true, KeepNext: true, Bookmark: b},
			{Spans: []Span{{a, Style{}}, {b, Style{Italic, Quiet, a}}}, Mark: "•", Right: b},
		}}
		paper := sheets["Letter"]
		expectInside(t, measured(t, d).fit(paper), paper)
	})
}

func TestOnlyWhatTheFacesHaveIsSet(t *testing.T) {
	s := measured(t, hardest())
	for _, p := range s.pages(sheets["A4"], usualSize) {
		for _, x := range p.texts {
			for _, r := range x.text {
				if !s.ruler.has(r) || unicode.IsControl(r) {
					t.Errorf("%U in %.40q", r, x.text)
				}
			}
		}
	}
	if !s.ruler.has(replacement) {
		t.Error("the faces have no □")
	}
}

func TestHardTextsArePrintedTheSameEachTime(t *testing.T) {
	var before []byte
	for range 3 {
		pdf, err := hardest().PDF(sheets["A4"])
		if err != nil {
			t.Fatal(err)
		}
		if before != nil && !bytes.Equal(pdf, before) {
			t.Fatal("not the same bytes")
		}
		before = pdf
	}
}

// TestTheLibrarysFileIsCorrected finds that every place that is to be changed
// was there: a new version of the library may write it otherwise.
func TestTheLibrarysFileIsCorrected(t *testing.T) {
	pdf, err := hardest().PDF(sheets["A4"])
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"/CreationDate", "/ModDate", "/UseOutlines", "/EmbeddedFiles", "/utf8", "%PDF-1.3"} {
		if bytes.Contains(pdf, []byte(gone)) {
			t.Errorf("%s is still there", gone)
		}
	}
	for _, there := range []string{"%PDF-1.5", "/DisplayDocTitle true", "+LiberationSans\n", "+LiberationSans-Bold\n", "+LiberationSans-Italic\n", "/Lang (en)"} {
		if !bytes.Contains(pdf, []byte(there)) {
			t.Errorf("there is no %q", there)
		}
	}
	// Each object is where the table at the end says.
	at := bytes.LastIndex(pdf, []byte("\nxref\n"))
	var n int
	lines := bytes.Split(pdf[at+len("\nxref\n"):], []byte("\n"))
	if _, err := fmt.Sscanf(string(lines[0]), "0 %d", &n); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < n; i++ {
		var offset int
		if _, err := fmt.Sscanf(string(lines[1+i]), "%d", &offset); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%d 0 obj", i); !bytes.HasPrefix(pdf[offset:], []byte(want)) {
			t.Errorf("object %d is not at %d", i, offset)
		}
	}
}

func TestMissingCharactersAreToldOnceAndInOrder(t *testing.T) {
	d := &Document{Paragraphs: []Paragraph{
		{Spans: []Span{{"Łódź → 漢字 漢 👩‍💻 naïve −40% “so” • 2\ufe0f\u20e3", Style{}}}},
		{Spans: []Span{{"plain, דן", Style{}}}, Right: "字", Mark: "☃"},
	}}
	missing, err := d.Missing()
	if err != nil {
		t.Fatal(err)
	}
	const want = "דן\u20e3☃字漢👩💻"
	got := ""
	for _, m := range missing {
		if !strings.ContainsRune(m.Text, m.Char) {
			t.Errorf("%q is not in %q", m.Char, m.Text)
		}
		got += string(m.Char)
	}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// lines gives what stands on each page, line by line.
func lines(pages []page) [][]string {
	var all [][]string
	for _, p := range pages {
		var lines []string
		y := -1.0
		for _, x := range p.texts {
			if x.y != y {
				lines = append(lines, "")
			}
			y = x.y
			lines[len(lines)-1] += x.text
		}
		all = append(all, lines)
	}
	return all
}

func TestWordsStayWholeAndLabelsWithTheirText(t *testing.T) {
	s := measured(t, &Document{Paragraphs: []Paragraph{{Hang: 1, Mark: "1.", Spans: []Span{
		{"Label: ", Style{Face: Bold}}, {"some text that goes on, ", Style{}}, {"Other:", Style{Face: Italic}}, {" more", Style{}}, {"over", Style{Face: Bold}}, {" and ends", Style{}},
	}}}})
	for width := 9.0; width < 40; width++ {
		var got []string
		for _, r := range s.rows(width) {
			line := ""
			for _, x := range r.line {
				line += x.text
			}
			got = append(got, strings.TrimSpace(line))
		}
		said := strings.Join(got, "\n")
		if strings.Join(strings.Fields(said), " ") != "1. Label: some text that goes on, Other: moreover and ends" {
			t.Errorf("width %.0f: %q", width, said)
		}
		for _, torn := range []string{":\n", "more\n", "1.\n"} {
			if strings.Contains(said, torn) {
				t.Errorf("width %.0f: a line ends after %q: %q", width, torn, said)
			}
		}
	}
}

func TestAMarkStandsWithItsText(t *testing.T) {
	for _, s := range hard {
		s := measured(t, &Document{Paragraphs: []Paragraph{{Mark: "•", Spans: []Span{{s, Style{}}}}}})
		for _, r := range s.rows(30) {
			if text := r.line[0].text; text == "•" && len(s.paras[0].words) > 1 {
				t.Errorf("the mark of %.40q stands alone", s.paras[0].words[1].text)
			}
		}
	}
}

func TestWhatStandsAtTheRightEndsItsParagraph(t *testing.T) {
	s := measured(t, &Document{Paragraphs: []Paragraph{{Spans: []Span{{strings.Repeat("word ", 100), Style{}}}, Right: "2019"}}})
	for width := 10.0; width < 60; width++ {
		rows := s.rows(width)
		for i, r := range rows {
			if last := i == len(rows)-1; r.aside != last {
				t.Errorf("width %.0f: of %d lines, 2019 stands at line %d: %v", width, len(rows), i+1, r.aside)
			}
		}
	}
}

func TestNoLineIsLeftAloneAtThePagesEnds(t *testing.T) {
	long := strings.Repeat("word ", 300)
	for before := range 80 {
		d := &Document{}
		for i := range before {
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{fmt.Sprintf("line %d", i), Style{}}}})
		}
		d.Paragraphs = append(d.Paragraphs,
			Paragraph{Spans: []Span{{"HEADING", Style{}}}, Size: 1.2, Above: 1, KeepNext: true},
			Paragraph{Spans: []Span{{"TITLE", Style{}}}, KeepNext: true},
			Paragraph{Spans: []Span{{"BEGIN " + long + " END", Style{}}}},
		)
		pages := lines(measured(t, d).pages(sheets["A4"], usualSize))
		for i, p := range pages {
			text := p[:len(p)-1] // without the foot
			if len(pages) == 1 {
				text = p
			}
			last := text[len(text)-1]
			if last == "HEADING" || last == "TITLE" || strings.HasPrefix(last, "BEGIN") {
				t.Errorf("%d lines before: page %d ends in %.20q", before, i+1, last)
			}
			if strings.HasSuffix(text[0], "END") {
				t.Errorf("%d lines before: page %d begins with the end", before, i+1)
			}
		}
	}
}

func TestTypeIsAsLargeAsThePagesAllow(t *testing.T) {
	for _, test := range []struct{ lines, pages int }{{1, 1}, {50, 1}, {60, 1}, {100, 2}, {130, 2}, {400, 7}} {
		d := &Document{}
		for range test.lines {
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"a line", Style{}}}})
		}
		pages := measured(t, d).fit(sheets["A4"])
		size := pages[0].texts[0].size
		if len(pages) != test.pages || size < smallestSize || size > largestSize {
			t.Errorf("%d lines: %d pages in %.1f pt, want %d", test.lines, len(pages), size, test.pages)
		}
	}
}
