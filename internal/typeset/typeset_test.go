package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
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
	strings.Repeat("Donaudampfschifffahrts", 10),
	"https://example.com/" + strings.Repeat("a/", 80),
	strings.Repeat("W", 199),
	strings.Repeat("e\u0301", 101) + strings.Repeat("漢", 49),
	"(\\) \\( ) \\",
	"\u00ad\u200b\ufe0f",
	" \t ",
	"",
}

// hardest returns a document of them.
func hardest() *Document {
	d := &Document{Lang: "en", Title: hard[4] + hard[6], Author: hard[1], Subject: hard[2], Running: hard[7], Fonts: fonts.Builtin()}
	for i, s := range hard {
		d.Paragraphs = append(d.Paragraphs,
			Paragraph{Spans: []Span{{s, Style{Bold, Accent, ""}}}, Size: 2.5, Above: 1, Level: 2, KeepNext: true},
			Paragraph{Spans: []Span{{s + " ", Style{Italic, Ink, ""}}, {hard[len(hard)-1-i], Style{Regular, Quiet, "https://example.com/é" + s}}}, Mark: "•", Indent: 1},
			Paragraph{Spans: []Span{{s, Style{}}, {s, Style{Bold, Ink, ""}}}, Right: s, RuleBelow: true},
			Paragraph{Cells: []Cell{{0, 0.3, s, Ink, false}, {0.3, 0.31, s, Quiet, true}, {0.4, 1, "", Accent, false}}},
			Paragraph{Spans: []Span{{"Team", Style{}}}, Right: s, KeepNext: true},
			Paragraph{Spans: []Span{{s, Style{Italic, Ink, ""}}}, Bar: true, Indent: 1, Hang: 1},
		)
	}
	return d
}

func expectInside(t *testing.T, l *layout) {
	t.Helper()
	const rounding = 0.02
	file := pdftest.Read(t, l.print())
	for _, x := range file.Texts {
		left, right := x.X, x.X+x.Width
		if strings.HasSuffix(x.Text, " ") { // it is not seen
			right -= 0.4 * x.Size
		}
		if left < marginSide-rounding || right > l.paper.Width-marginSide+rounding {
			t.Errorf("page %d: from %.1f to %.1f of %.1f: %.40q", x.Page+1, left, right, l.paper.Width, x.Text)
		}
		if x.Y < marginTop || x.Y > l.paper.Height-footAbove+rounding {
			t.Errorf("page %d: at %.1f of %.1f: %.40q", x.Page+1, x.Y, l.paper.Height, x.Text)
		}
	}
	for _, r := range file.Rects {
		if r.X < marginSide-rounding || r.X+r.Width > l.paper.Width-marginSide+rounding || r.Width <= 0 || r.Y+r.Height > l.paper.Height-marginBottom+1 {
			t.Errorf("%+v", r)
		}
	}
}

func TestNothingStandsOutsideTheMargins(t *testing.T) {
	t.Parallel()
	s := hardest().measure()
	for name, paper := range sheets {
		for _, i := range []int{0, steps} {
			t.Run(fmt.Sprintf("%s, %.1f pt", name, step(i).size), func(t *testing.T) {
				expectInside(t, s.paginate(paper, step(i)))
			})
		}
	}
}

func FuzzAnyTextIsSetInsideTheMargins(f *testing.F) {
	for i, s := range hard {
		f.Add(s, hard[len(hard)-1-i], i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, a, b string, arabic bool) {
		d := &Document{Running: b, Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
			{Spans: []Span{{a, Style{Bold, Accent, ""}}}, Size: 2.5, Level: 2, KeepNext: true},
			{Spans: []Span{{a, Style{}}, {b, Style{Italic, Quiet, a}}}, Mark: "•", Right: b},
		}}
		if arabic {
			d.Lang, d.RightToLeft = "ar", true
		}
		expectInside(t, d.measure().fit(sheets["Letter"]))
	})
}

func TestHardTextsArePrintedTheSameEachTime(t *testing.T) {
	t.Parallel()
	var before []byte
	for range 3 {
		file, err := hardest().PDF(sheets["A4"])
		if err != nil {
			t.Fatal(err)
		}
		if before != nil && !bytes.Equal(file, before) {
			t.Fatal("not the same bytes")
		}
		before = file
	}
}

func TestMissingCharactersAreListedOnceAndInOrder(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: []Span{{"Łódź → 漢字 漢 👩‍💻 naïve −40% “so” • 2\ufe0f\u20e3 ₹ ₺ ✓ ★ ☎ ✉", Style{}}}},
		{Spans: []Span{{"plain, नम", Style{}}}, Right: "字", Mark: "☃"},
	}}
	if got, want := string(d.Missing()), "नम\u20e3字漢"; got != want { // emojis are left out
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMissingCharactersOfABookAreFoundAtOnce(t *testing.T) {
	page := Paragraph{Spans: []Span{{"many plain words, नम, and a\u0301", Style{}}}, Right: "字", Mark: "•"}
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: append(slices.Repeat([]Paragraph{page}, 2000), Paragraph{Spans: []Span{{"words: ☃ 漢", Style{}}}})}
	var missing []rune
	allocations := testing.AllocsPerRun(1, func() { missing = d.Missing() })
	if len(missing) != 4 {
		t.Errorf("%v", missing)
	}
	if most := 10.0 * 2000; allocations > most {
		t.Errorf("%.0f allocations", allocations)
	}
}

func TestMissingLettersAreBoxesThatReadAsTheLettersAndOrnamentsAreLeftOut(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Spans: []Span{{"many plain words, a 👩‍💻 b 2\ufe0f\u20e3 नमस्ते", Style{}}}}}}
	file, err := d.PDF(sheets["A4"])
	if err != nil {
		t.Fatal(err)
	}
	if got := pdftest.Read(t, file).Text(); got != "many plain words, a b 2 नमस्ते\n" {
		t.Errorf("got %q", got)
	}
	s := d.measure()
	boxes := 0
	for _, c := range s.paras[0].text.clusters {
		if len(c.glyphs) == 1 && c.glyphs[0].ID == c.run.face.Glyph(replacement) {
			boxes++
		}
	}
	if boxes != 3 { // न म स्ते
		t.Errorf("%d boxes", boxes)
	}
}

func TestATextOfBoxesIsNotHandedOut(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Spans: []Span{{"नमस्ते Jo", Style{}}}}}}
	_, err := d.PDF(sheets["A4"])
	var unreadable *UnreadableError
	if !errors.As(err, &unreadable) || len(unreadable.Missing) == 0 || !strings.Contains(err.Error(), "न") {
		t.Errorf("got %v", err)
	}
	d.Paragraphs[0].Spans[0].Text = "One letter of many: न, and the rest can be read."
	if _, err := d.PDF(sheets["A4"]); err != nil {
		t.Error(err)
	}
}

// lines returns what stands on each page, line by line, without the page numbers.
func lines(t *testing.T, l *layout) [][]string {
	t.Helper()
	all := make([][]string, l.count)
	y := -1.0
	for _, x := range pdftest.Read(t, l.print()).Texts {
		if x.Artifact {
			continue
		}
		page := &all[x.Page]
		if x.Y != y || len(*page) == 0 {
			*page = append(*page, "")
		}
		y = x.Y
		(*page)[len(*page)-1] += x.Text
	}
	return all
}

// afterLines sets some paragraphs after lines: first after so few that all are on one page, then after one more each
// time, until all are on the second.
func afterLines(t *testing.T, few int, some []Paragraph, check func(before int, pages [][]string)) {
	t.Helper()
	for before := few; before < 2*few; before++ {
		d := &Document{Fonts: fonts.Builtin()}
		for i := range before {
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{fmt.Sprintf("line %d", i), Style{}}}})
		}
		d.Paragraphs = append(d.Paragraphs, some...)
		pages := lines(t, d.measure().paginate(sheets["A4"], step(usualStep)))
		if before == few && len(pages) != 1 {
			t.Fatalf("%d lines before: %d pages", before, len(pages))
		}
		check(before, pages)
		if len(pages) > 1 && strings.HasPrefix(pages[1][0], "line") {
			return
		}
	}
	t.Errorf("after fewer than %d lines, not all are on the second page", 2*few)
}

func TestNoLineIsLeftAloneAtThePagesEnds(t *testing.T) {
	t.Parallel()
	afterLines(t, 40, []Paragraph{
		{Spans: []Span{{"HEADING", Style{}}}, Size: 1.2, Above: 1, KeepNext: true},
		{Spans: []Span{{"TITLE", Style{}}}, KeepNext: true},
		{Spans: []Span{{"BEGIN " + strings.Repeat("word ", 300) + " END", Style{}}}},
	}, func(before int, pages [][]string) {
		for i, text := range pages {
			last := text[len(text)-1]
			if last == "HEADING" || last == "TITLE" || strings.HasPrefix(last, "BEGIN") {
				t.Errorf("%d lines before: page %d ends in %.20q", before, i+1, last)
			}
			if strings.HasSuffix(text[0], "END") {
				t.Errorf("%d lines before: page %d begins with the end", before, i+1)
			}
		}
	})
}

func TestNoEntryOfAListIsLeftAloneAtThePagesEnds(t *testing.T) {
	t.Parallel()
	var entries []Paragraph
	for range 5 {
		entries = append(entries, Paragraph{Spans: []Span{{"entry", Style{}}}, Mark: "•"})
	}
	afterLines(t, 55, entries, func(before int, pages [][]string) {
		for _, text := range pages {
			if strings.Count(strings.Join(text, "\n"), "entry") == 1 {
				t.Errorf("%d lines before: an entry stands alone", before)
			}
		}
	})
}

func TestTypeIsAsLargeAsThePagesAllow(t *testing.T) {
	for _, test := range []struct{ lines, pages int }{{1, 1}, {50, 1}, {60, 1}, {100, 2}, {130, 2}, {400, 7}} {
		d := &Document{Fonts: fonts.Builtin()}
		for range test.lines {
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"a line", Style{}}}})
		}
		l := d.measure().fit(sheets["A4"])
		if l.count != test.pages || l.size < step(0).size || l.size > step(steps).size {
			t.Errorf("%d lines: %d pages in %.1f pt, want %d", test.lines, l.count, l.size, test.pages)
		}
	}
}

func TestTheLastPageIsAtLeastAThirdFull(t *testing.T) {
	for n := 20; n < 500; n += 19 {
		d := &Document{Fonts: fonts.Builtin()}
		for range n {
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"a line", Style{}}}, Above: 0.1})
		}
		l := d.measure().fit(sheets["A4"])
		if l.count > 1 && l.y < sheets["A4"].Height/3 {
			t.Errorf("%d lines: the last of %d pages ends at %.0f, in %.1f pt", n, l.count, l.y, l.size)
		}
	}
}

func TestPagesAreNumberedAndSayWhoseTheyAre(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Running: "Lena", PageOf: "{page} of {pages}"}
	for range 100 {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"a line", Style{}}}})
	}
	file, err := d.PDF(sheets["A4"])
	if err != nil {
		t.Fatal(err)
	}
	read := pdftest.Read(t, file)
	for i, page := range read.Pages() {
		if want := []string{"1 of 2", "Lena · 2 of 2"}[i]; !slices.Contains(page, want) {
			t.Errorf("page %d says no %q", i+1, want)
		}
	}
	if strings.Contains(read.Structure(), "of 2") {
		t.Error("a number is part of the text")
	}
}

func TestStructureIsThatOfTheText(t *testing.T) {
	text := func(s string) []Span { return []Span{{s, Style{}}} }
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: text("Name"), Level: 1},
		{Spans: text("Section"), Level: 2},
		{Spans: []Span{{"see ", Style{}}, {"here", Style{URL: "https://x.example"}}, {" too", Style{}}}, Right: "2019"},
		{Spans: text("first"), Mark: "•", Indent: 1},
		{Spans: text("beneath"), Indent: 2},
		{Spans: text("inner"), Mark: "–", Indent: 2},
		{Spans: text("second"), Mark: "•", Indent: 1},
		{Spans: text("after")},
	}}
	file, err := d.PDF(sheets["A4"])
	if err != nil {
		t.Fatal(err)
	}
	got := pdftest.Read(t, file).Structure()
	got = strings.Join(strings.Fields(got), " ")
	const want = "Document H1 Name H2 Section P see too 2019 Link here@" +
		" L LI Lbl • LBody first P beneath L LI Lbl – LBody inner LI Lbl • LBody second P after"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestThePhotoStandsBesideTheHeadAndAboveItsRule(t *testing.T) {
	var photo bytes.Buffer
	if err := png.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 40))); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "ar"} {
		long := strings.Repeat("word ", 40)
		d := &Document{Lang: lang, RightToLeft: lang == "ar", Fonts: fonts.Builtin(), Photo: photo.Bytes(), Author: "Lena", Paragraphs: []Paragraph{
			{Spans: []Span{{long, Style{}}}, RuleBelow: true},
			{Spans: []Span{{long, Style{}}}},
		}}
		l := d.measure().fit(sheets["A4"])
		expectInside(t, l)
		file := pdftest.Read(t, l.print())
		rules := file.Rects
		if len(rules) != 1 || rules[0].Y < marginTop+photoSide {
			t.Fatalf("%s: the rule is at %+v", lang, rules)
		}
		side := 3.0 / 4 * photoSide
		for _, x := range file.Texts {
			beside := x.X+x.Width < sheets["A4"].Width-marginSide-side
			if lang == "ar" {
				beside = x.X > marginSide+side
			}
			if x.Y < rules[0].Y && !beside {
				t.Errorf("%s: %q is at %.0f", lang, x.Text, x.X)
			}
			if x.Y > rules[0].Y && x.Y < marginTop+photoSide {
				t.Errorf("%s: the text after it is at %.0f", lang, x.Y)
			}
		}
		if got := file.Structure(); !strings.Contains(got, "Figure") || !strings.Contains(file.Dictionaries(), "/O/Layout/BBox[") {
			t.Errorf("%s: the structure is %s", lang, got)
		}
	}
}

func TestRightToLeftTextIsSetFromTheRight(t *testing.T) {
	d := &Document{Lang: "ar", RightToLeft: true, Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: []Span{{"مرحبا 123 (Go) سلام", Style{}}}, Mark: "•", Right: "2019"},
	}}
	file := pdftest.Read(t, d.measure().fit(sheets["A4"]).print())
	middle := sheets["A4"].Width / 2
	for _, x := range file.Texts {
		if left := x.Text == "2019" || strings.TrimSpace(x.Text) == ""; left != (x.X < middle) && x.Text != " " {
			t.Errorf("%q is at %.0f", x.Text, x.X)
		}
	}
	if got := strings.Join(strings.Fields(file.Text()), " "); got != "•2019 مالس (\u200fGo) \u200f123 ابحرم" {
		t.Errorf("got %q", got) // as it is seen, from left to right
	}
}

func TestTextsOfAListBeginInOnePlaceAndItsNumbersEndInOne(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin()}
	for i := range 11 {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"item", Style{}}}, Mark: fmt.Sprintf("%d.", i+1), Indent: 1})
		if i == 4 { // in another list
			d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"inner", Style{}}}, Mark: "–", Indent: 2})
		}
	}
	s := d.measure()
	first, last := s.paras[0], s.paras[len(s.paras)-1]
	apart := first.before + first.mark.width() - last.before - last.mark.width()
	if first.hang != last.hang || math.Abs(apart) > 1e-9 || last.before != 0 {
		t.Errorf("1. stands at %.2f before %.2f, 11. at %.2f before %.2f", first.before, first.hang, last.before, last.hang)
	}
	if inner := s.paras[5]; inner.hang >= first.hang || inner.before != 0 {
		t.Errorf("the mark of the inner list has %.2f of %.2f before it", inner.before, inner.hang)
	}
}
