package typeset

import (
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

func TestTheStructureOfARightToLeftLineIsInReadingOrder(t *testing.T) {
	d := &Document{Lang: "he", Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: []Span{{"One ", Style{}}, {"two", Style{URL: "https://two.example"}}, {" three", Style{}}}, Right: "2019"},
	}}
	file := pdftest.Read(t, d.measure().fit(sheets["A4"]).print())
	if got, want := strings.Join(strings.Fields(file.Structure()), " "), "Document P Span One Link two@ Span three Span 2019"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if all := file.Dictionaries(); !strings.Contains(all, "/ActualText(One )") || !strings.Contains(all, "/ActualText( three)") {
		t.Error("the contents, which are in visual order, have no text in reading order")
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
