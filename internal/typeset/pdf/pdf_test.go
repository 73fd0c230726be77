package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/cff"

	"ssh-resume/internal/typeset/pdf"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// testFace is a face to write with.
type testFace struct{ *font.Face }

func (f testFace) WithOutlines() *font.Face { return f.Face }

func face(t testing.TB) testFace {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(dejavusans.TTF))
	if err != nil {
		t.Fatal(err)
	}
	return testFace{f}
}

// clusters returns a text with a glyph for each character.
func clusters(f testFace, text string) []pdf.Cluster {
	var all []pdf.Cluster
	for _, r := range text {
		glyph, _ := f.NominalGlyph(r)
		all = append(all, pdf.Cluster{
			Text: string(r), Glyphs: []pdf.Glyph{{ID: glyph}},
			Advance: float64(f.HorizontalAdvance(glyph)) * 1000 / float64(f.Upem()),
		})
	}
	return all
}

// sample returns a file with all that there is: two pages, headings, a list, a
// link on two lines, a replaced text, rules, bookmarks.
func sample(t testing.TB) []byte {
	t.Helper()
	f := face(t)
	d := pdf.New(pdf.Info{Title: "Ünïcode (title)", Author: "A & B", Creator: "test", Lang: "de"})
	sans := d.Font("DejaVu Sans", "Book", f)
	root := d.Structure
	heading, paragraph := root.Add("H1"), root.Add("P")
	link := paragraph.Add("Link")
	item := root.Add("L").Add("LI")
	label, body := item.Add("Lbl"), item.Add("LBody")

	write := func(p *pdf.Page, y float64, text string) {
		p.Text(sans, 12, 50, y, 0x0b4f7a, clusters(f, text))
	}
	p := d.AddPage(300, 400)
	d.AddBookmark("Größe", p, 20)
	p.Begin(nil)
	p.Rect(50, 10, 100, 1, 0xff0000)
	p.Begin(heading)
	write(p, 40, "Heading")
	p.Replaced("Text with a (date)", func() {
		p.Begin(paragraph)
		write(p, 60, "Text with a")
		write(p, 60, "date")
	})
	p.Begin(link)
	write(p, 80, "lin")
	p.Link(link, 50, 70, 100, 12, "https://example.com/(a)", "link")
	p = d.AddPage(300, 400)
	p.Begin(link)
	write(p, 40, "ked")
	p.Link(link, 50, 30, 100, 12, "https://example.com/(a)", "link")
	p.Begin(label)
	write(p, 60, "•")
	p.Begin(body)
	write(p, 60, "entry €")
	p.Begin(nil)
	write(p, 390, "2")
	d.AddBookmark("(end)", p, 60)
	return d.Bytes()
}

func TestTextReadsAsItWasWritten(t *testing.T) {
	file := pdftest.Read(t, sample(t))
	if got, want := file.Text(), "Heading\nText with adate\nlin\nked\n•entry €\n2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStructureHoldsHeadingsListsAndLinksOverPages(t *testing.T) {
	const want = `Document 
  H1 Heading
  P Text with adate
    Link lin@ked@
  L 
    LI 
      Lbl •
      LBody entry €
`
	if got := pdftest.Read(t, sample(t)).Structure(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	data := sample(t)
	file := pdftest.Read(t, data)
	all := file.Dictionaries()
	for _, want := range []string{
		"/Title<FEFF00DC006E00EF0063006F006400650020", "/Author(A & B)", "/Lang(de)",
		"/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/Tabs/S", "/URI(https://example.com/\\(a\\))",
		"/ActualText", "+DejaVuSans-Book", "/FontFile3", "/ToUnicode",
	} {
		if want != "/ActualText" && !strings.Contains(all, want) {
			t.Errorf("there is no %s", want)
		}
	}
	for _, want := range []string{"<pdfuaid:part>1</pdfuaid:part>", "Ünïcode (title)", "A &amp; B"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the metadata have no %s", want)
		}
	}
	if got := strings.Join(file.Bookmarks(), "|"); got != "Größe|(end)" {
		t.Errorf("bookmarks: %s", got)
	}
	if got := strings.Join(file.Links(), "|"); got != "https://example.com/(a)|https://example.com/(a)" {
		t.Errorf("links: %s", got)
	}
}

func TestTheSameCallsWriteTheSameBytes(t *testing.T) {
	if !bytes.Equal(sample(t), sample(t)) {
		t.Error("not the same bytes")
	}
}

// TestClustersOfSeveralGlyphsAreOneCharacterToReaders sets a letter with an
// accent from two glyphs, and a ligature from one.
func TestClustersOfSeveralGlyphsAreOneCharacterToReaders(t *testing.T) {
	f := face(t)
	d := pdf.New(pdf.Info{})
	e, _ := f.NominalGlyph('e')
	acute, _ := f.NominalGlyph('\u0301')
	fi, _ := f.NominalGlyph('ﬁ')
	p := d.AddPage(100, 100)
	p.Begin(d.Structure.Add("P"))
	p.Text(d.Font("DejaVu Sans", "Book", f), 10, 10, 50, 0, []pdf.Cluster{
		{Text: "e\u0301", Glyphs: []pdf.Glyph{{ID: e}, {ID: acute, X: 300, Y: 20}}, Advance: 600},
		{Text: "fi", Glyphs: []pdf.Glyph{{ID: fi}}, Advance: 630},
		{Text: "\U0001f600", Advance: 2}, // blank
	})
	if got := pdftest.Read(t, d.Bytes()).Text(); got != "e\u0301fi\U0001f600\n" {
		t.Errorf("got %q", got)
	}
}

// TestAFontMayHaveNoText finds the charset of the embedded font, which numbers all glyphs but the blank one
// (Adobe Technical Note 5176, section 13).
func TestAFontMayHaveNoText(t *testing.T) {
	f := face(t)
	for text, want := range map[string][]byte{
		"":   {0},             // a list, which is empty
		"a":  {2, 0, 1, 0, 0}, // a range from 1, of none after it
		"ab": {2, 0, 1, 0, 1}, // of one after it
	} {
		d := pdf.New(pdf.Info{})
		sans := d.Font("DejaVu Sans", "Book", f)
		p := d.AddPage(100, 100)
		p.Begin(d.Structure.Add("P"))
		if text != "" {
			p.Text(sans, 10, 10, 50, 0, clusters(f, text))
		}
		embedded := embeddedFont(t, d.Bytes())
		if _, err := cff.Parse(embedded); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		at := charsetOffset.FindSubmatch(embedded)
		if at == nil {
			t.Fatalf("%q: no charset", text)
		}
		if charset := embedded[binary.BigEndian.Uint32(at[1]):]; !bytes.HasPrefix(charset, want) {
			t.Errorf("%q: the charset is % x, want % x", text, charset[:5], want)
		}
	}
}

// charsetOffset matches the entry of a font's top dictionary: a number of four bytes, and the operator.
var charsetOffset = regexp.MustCompile(`(?s)\x1d(....)\x0f`)

// embeddedFont returns the only font in a file.
func embeddedFont(t *testing.T, file []byte) []byte {
	t.Helper()
	_, after, _ := bytes.Cut(file, []byte("/Subtype/CIDFontType0C"))
	_, data, _ := bytes.Cut(after, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	embedded, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return embedded
}

func TestAPageMayBeEmpty(t *testing.T) {
	d := pdf.New(pdf.Info{})
	d.AddPage(100, 100)
	if pages := pdftest.Read(t, d.Bytes()).Pages(); len(pages) != 1 || len(pages[0]) > 0 {
		t.Errorf("got %q", pages)
	}
}

func TestAFileMayHaveManyObjects(t *testing.T) {
	f := face(t)
	d := pdf.New(pdf.Info{})
	p := d.AddPage(100, 100)
	for range 500 {
		p.Begin(d.Structure.Add("P"))
		p.Text(d.Font("x", "y", f), 10, 10, 50, 0, clusters(f, "a"))
	}
	file := pdftest.Read(t, d.Bytes())
	if n := strings.Count(file.Structure(), "P a\n"); n != 500 {
		t.Errorf("%d paragraphs", n)
	}
}
