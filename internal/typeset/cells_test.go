package typeset

import (
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

func TestCellsAreDrawnInTheirPlaceAndNotRead(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: []Span{{"Above", Style{}}}},
		{Cells: []Cell{{0.5, 0.6, "Analytical Engines Limited", Ink}, {0.25, 0.75, "", Accent}}},
		{Spans: []Span{{"Below", Style{}}}},
	}}
	paper := sheets["A4"]
	l := d.measure().fit(paper)
	l.draw()
	room := paper.Width - 2*marginSide
	cell, bar := l.pages[0].texts[1], l.pages[0].rules[0]
	if cell.x != marginSide+room/2 || cell.width() > room/10 || !strings.HasSuffix(l.pages[0].texts[1].text, "…") {
		t.Errorf("the text %q is %.1f wide at %.1f", cell.text, cell.width(), cell.x)
	}
	if bar.x != marginSide+room/4 || bar.width != room/2 {
		t.Errorf("the bar is %.1f wide at %.1f", bar.width, bar.x)
	}
	file, err := d.PDF(paper)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(pdftest.Read(t, file).Structure()), " ")
	if want := "Document P Above P Below"; got != want {
		t.Errorf("the file reads %q, want %q", got, want)
	}
}
