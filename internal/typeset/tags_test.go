package typeset

import (
	"regexp"
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// TestScreenReadersGetReadingOrder covers texts whose contents on the page are in visual order.
func TestScreenReadersGetReadingOrder(t *testing.T) {
	link := Style{URL: "https://a.example"}
	for name, test := range map[string]struct {
		lang string
		Paragraph
		want string
	}{
		"date":       {"he", Paragraph{Spans: []Span{{"One ", Style{}}, {"two", link}, {" three", Style{}}}, Right: "2019"}, "P Span One Link @ Span two Span three Span (2019)"},
		"right":      {"he", Paragraph{Spans: []Span{{"שלום עולם", link}}, Right: "תל אביב"}, "P Link @ Span שלום עולם Span (תל אביב)"},
		"wide right": {"he", Paragraph{Spans: []Span{{"שלום עולם", link}}, Right: strings.Repeat("תל אביב, ישראל ", 4) + "2019/03"}, "P Link @ Span שלום עולם Span (" + strings.Repeat("תל אביב, ישראל ", 4) + "2019/03)"},
		"lines":      {"he", Paragraph{Spans: []Span{{strings.Repeat("שלום ", 40), link}}}, "P Link @ Span" + strings.Repeat(" שלום", 40)},
		"separator":  {"he", Paragraph{Spans: []Span{{strings.Repeat("א", 60), Style{}}, {" · ", Style{}}, {strings.Repeat("ב", 60), Style{}}}}, "P Span " + strings.Repeat("א", 60) + " Span · Span " + strings.Repeat("ב", 60)},
		"unseen":     {"he", Paragraph{Spans: []Span{{"שלום", Style{}}, {"\u200b", link}}}, "P Span שלום"},
		"item":       {"he", Paragraph{Spans: []Span{{"שלום", Style{}}}, Mark: "1."}, "L LI Lbl 1. LBody Span שלום"},
		"English":    {"en", Paragraph{Spans: []Span{{"By ", Style{}}, {"דן לוי", link}}, Right: "תל אביב 2019"}, "P Span By Link @ Span דן לוי Span (תל אביב 2019)"},
		"plain":      {"en", Paragraph{Spans: []Span{{"One ", Style{}}, {"two", link}}, Right: "2019"}, "P One 2019 Link two@"},
	} {
		d := &Document{Lang: test.lang, RightToLeft: test.lang == "he", Fonts: fonts.Builtin(), Paragraphs: []Paragraph{test.Paragraph}}
		file := pdftest.Read(t, d.measure().fit(sheets["A4"]).print())
		got := strings.Join(strings.Fields(file.Structure()), " ")
		if got = regexp.MustCompile(`@+`).ReplaceAllString(got, "@"); got != "Document "+test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

func TestListsSayHowTheyAreNumbered(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin()}
	for i, mark := range []string{"•", "–", "1.", "2."} {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Spans: []Span{{"item", Style{}}}, Mark: mark, Indent: float64(i / 2)}, Paragraph{Spans: []Span{{"text", Style{}}}})
	}
	all := pdftest.Read(t, d.measure().fit(sheets["A4"]).print()).Dictionaries()
	if bullets, numbers := strings.Count(all, "/ListNumbering/Disc"), strings.Count(all, "/ListNumbering/Decimal"); bullets != 2 || numbers != 2 {
		t.Errorf("%d lists of bullets and %d of numbers", bullets, numbers)
	}
}
