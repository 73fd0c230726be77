package typeset

import (
	"math"
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

func TestCellsAreDrawnInTheirPlaceAndNotRead(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{
		{Spans: []Span{{"Above", Style{}}}},
		{Cells: []Cell{{0.5, 0.6, "Analytical Engines Limited", Ink, false}, {0.25, 0.75, "", Accent, false}}},
		{Spans: []Span{{"Below", Style{}}}},
	}}
	paper := sheets["A4"]
	file := pdftest.Read(t, d.measure().fit(paper).print())
	room := paper.Width - 2*marginSide
	near := func(a, b float64) bool { return math.Abs(a-b) < 0.01 }
	cell, bar := file.Texts[1], file.Rects[0]
	if !near(cell.X, marginSide+room/2) || cell.Width > room/10 || cell.Width < room/20 || strings.TrimSpace(cell.Text) != "" {
		t.Errorf("the text %q is %.1f wide at %.1f", cell.Text, cell.Width, cell.X)
	}
	if !near(bar.X, marginSide+room/4) || !near(bar.Width, room/2) {
		t.Errorf("the bar is %.1f wide at %.1f", bar.Width, bar.X)
	}
	if cut := d.measure().cut(d.Paragraphs[1].Cells[0], 8).text; cut != "Analytical…" {
		t.Errorf("the text is cut to %q", cut)
	}
	got := strings.Join(strings.Fields(file.Structure()), " ")
	if want := "Document P Above P Below"; got != want {
		t.Errorf("the file reads %q, want %q", got, want)
	}
}
