package export

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// The career ruler of documents: if all employments have dates, each in its place on an axis of years;
// otherwise their lengths from a common zero. It repeats what the entries say, so it is left out if it would be
// long or wrong.

// ruler draws the ruler as plain text: a line for each employer, name first, because screen readers skip the
// bar.
func (t text) ruler(work []resume.Employment) lines {
	const name, least = 24, 24 // columns for the names, at most, and for the bars, at least
	if len(work) < 2 || resume.RightToLeft(t.resume.Lang) {
		return nil
	}
	names := 2 + slices.Max(each(work, func(w resume.Employment) int { return min(ansi.StringWidth(w.Name), name) }))
	room := min(t.width, TextWidth) - names
	if room < least {
		return nil
	}
	var all lines
	row := func(name, drawn string) {
		name = strings.TrimSpace(ansi.Truncate(printable.Line(name), names-2, ""))
		all = append(all, strings.TrimRight(name+strings.Repeat(" ", names-ansi.StringWidth(name))+drawn, " "))
	}
	r, shares := career(work, room)
	for i, share := range shares {
		row(work[i].Name, strings.Repeat("-", max(int(share*float64(room)), 1)))
	}
	if r == nil {
		return all
	}
	years := ""
	for _, year := range r.Years(4, 4) {
		at, _ := r.Column(year)
		years += strings.Repeat(" ", at-len(years)) + string(year)
	}
	row("", years)
	bars := make([]string, len(work))
	for _, b := range r.Bars {
		i := b.Index
		for work[i].SameEmployer {
			i--
		}
		bars[i] += strings.Repeat(" ", max(b.Begin-len(bars[i]), 0))
		bars[i] += strings.Repeat("-", max(b.End-len(bars[i]), 0))
	}
	for i, bar := range bars {
		if bar != "" {
			row(work[i].Name, bar)
		}
	}
	return all
}

// career returns the ruler if all employments have dates; otherwise their lengths as shares of the longest,
// unless one is unknown.
func career(work []resume.Employment, columns int) (*resume.Ruler, []float64) {
	const mostRows = 8 // of lengths
	if r := resume.NewRuler(work, columns, 0); r != nil && r.Dated {
		return r, nil
	}
	unknown := func(w resume.Employment) bool { return w.Years <= 0 || w.Name == "" || w.Duration == "" }
	if len(work) > mostRows || slices.ContainsFunc(work, unknown) {
		return nil, nil
	}
	years := each(work, func(w resume.Employment) float64 { return w.Years })
	return nil, each(years, func(y float64) float64 { return y / slices.Max(years) })
}

// ruler draws the ruler of a PDF: the years, then the bars and their names, lane by lane.
func (p pdf) ruler(work []resume.Employment) pdfParagraphs {
	const columns, year, name = 1000, 45, 60 // a column is about half a point
	const past typeset.Color = 0x9fb0bd      // of bars of ended employments
	small := func(cells []typeset.Cell) typeset.Paragraph {
		return typeset.Paragraph{Cells: cells, Size: 0.8, KeepNext: true}
	}
	var all pdfParagraphs
	if len(work) < 2 {
		return nil
	}
	r, shares := career(work, columns)
	for i, share := range shares {
		const names, longest = 0.2, 0.7
		color := past
		if i == 0 {
			color = typeset.Accent
		}
		all = append(all, small([]typeset.Cell{
			{To: names - 0.01, Text: work[i].Name, Color: typeset.Quiet},
			{From: names, To: names + longest*share, Color: color},
		}))
	}
	if r == nil {
		return all
	}
	at := func(column int) float64 { return float64(column) / columns }
	var years []typeset.Cell
	for _, d := range r.Years(year, year) {
		column, _ := r.Column(d)
		years = append(years, typeset.Cell{From: at(column), To: 1, Text: string(d), Color: typeset.Quiet})
	}
	all = append(all, small(years))
	for lane := range r.Lanes {
		var bars, names, apart []typeset.Cell
		for _, b := range r.Lane(lane) {
			bar, ink := past, typeset.Quiet
			if b.Current {
				bar, ink = typeset.Accent, typeset.Accent
			}
			bars = append(bars, typeset.Cell{From: at(b.Begin), To: at(b.End), Color: bar})
			switch last := len(names) - 1; {
			case b.Name == "":
			case last >= 0 && names[last].Text == b.Name: // another position at the same employer
				names[last].To = at(b.Begin + b.Room)
			case b.Room >= name:
				names = append(names, typeset.Cell{From: at(b.Begin), To: at(b.Begin + b.Room), Text: b.Name, Color: ink})
			case b.Current: // it began shortly before the end of the axis
				apart = []typeset.Cell{{To: at(b.End), Text: b.Name, Color: ink, AtEnd: true}}
			}
		}
		all = append(all, small(bars), small(names))
		if apart != nil {
			all = append(all, small(apart))
		}
	}
	return all
}
