package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// titleForm is one way to draw the first screen of the title page.
type titleForm struct {
	large     bool // figures in large letters
	labelRows int  // of figures
	positions bool // under the names of employers
	gap       int  // rows between parts
}

// titleForms are in the order of preference.
var titleForms = []titleForm{
	{true, 2, true, 2},
	{true, 2, true, 1},
	{true, 2, false, 1},
	{false, 2, false, 1},
	{false, 1, false, 1},
}

// titleTexts are the texts of the title page, registered as fields.
type titleTexts struct {
	name, label, place span
	experience         line
}

// Basics draws the title page. The first screen says who this is, for how long, with
// what results, and where; the rest follows beneath it.
func (s *sheet) Basics(block resume.Block) []line {
	b, width := block.Basics, s.wide
	t := titleTexts{name: span{text: b.Name, style: strong, link: b.URL, field: s.entry(b.Name)}}
	t.label = s.textField(", ", b.Label, accent)
	t.place = s.textField(", ", place(b.Location), quiet)
	if b.Experience != "" {
		t.experience = figures(span{text: b.Experience, field: s.entry(b.Experience)})
	}
	contacts := s.contacts(b, s.width)
	points := s.points(b.Highlights)
	var summary []line
	if b.Summary != "" {
		summary = s.text(b.Summary)
	}

	var top []line
	gap := 1
	for _, form := range titleForms {
		figures, ok := s.metrics(width, form)
		if !ok {
			continue
		}
		top, gap = s.titleTop(t, figures, form, width), form.gap
		if s.key.rows == 0 || len(top) <= s.key.rows {
			break
		}
	}
	out := joinApart(gap, top, points)
	out = joinBlocks(out, summary)
	if !s.key.aside {
		out = joinApart(gap, out, contacts)
	}
	if len(out) == 0 { // a name that is there twice is better than an empty page
		return s.paragraph(line{t.name})
	}
	return out
}

// titleTop draws the first screen in one form.
func (s *sheet) titleTop(t titleTexts, figures []line, form titleForm, width int) []line {
	var who []line
	if !s.key.narrow || textWidth(t.name.text) > width {
		who = s.name(t.name, width)
	}
	var about []line
	if s.key.label {
		about = append(about, s.separated(line{t.label})...)
	}
	if s.key.place {
		about = append(about, s.separated(line{t.place})...)
	}
	if len(t.experience) > 0 {
		about = append(about, balanced(t.experience, s.width)...)
	}
	out := joinBlocks(who, about)
	ruler := s.ruler(width, rulerRows{positions: form.positions, when: true})
	return joinApart(form.gap, out, figures, ruler)
}

// name draws the name in large letters where two lines are enough, and as text
// otherwise.
func (s *sheet) name(name span, width int) []line {
	var out []line
	for i, words := range s.largeLines(name.text, width) {
		if i > 0 {
			out = append(out, nil)
		}
		out = append(out, s.largeText(span{text: words, style: name.style, link: name.link, field: name.field}, width)...)
	}
	if len(out) == 0 || len(out) > 2*(letterRows+1)+1 {
		return s.paragraph(line{name})
	}
	return out
}

// largeLines splits a text into lines that can be drawn large; nil where one can't.
func (s *sheet) largeLines(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if last := len(lines) - 1; last >= 0 && s.letters(lines[last]+" "+word, width) != nil {
			lines[last] += " " + word
			continue
		}
		if s.letters(word, width) == nil {
			return nil
		}
		lines = append(lines, word)
	}
	return lines
}

// place returns where the person works from, without the street.
func place(l resume.Location) string {
	if l.Region == "" {
		return resume.Joined(", ", l.City, l.CountryCode)
	}
	return resume.Joined(", ", l.City, l.Region)
}

// contacts sets the ways to reach the person and the command that saves the résumé
// beneath each other.
func (s *sheet) contacts(b resume.Basics, width int) []line {
	w := s.doc.words.Screen.Contact
	var all []resume.Contact
	for _, c := range s.doc.reach {
		c.Text = c.Bare()
		all = append(all, c)
	}
	if b.Location.Address+b.Location.PostalCode != "" {
		all = append(all, resume.Contact{Label: w.Address, Text: b.Location.String()})
	}
	if strings.HasPrefix(b.Image, "http") { // an address, not the picture itself
		all = append(all, resume.Contact{Label: w.Picture, Text: resume.BareURL(b.Image, s.ascii), URL: b.Image})
	}
	inset := 0
	for _, c := range all {
		inset = max(inset, textWidth(c.Label)+3)
	}
	save := s.doc.words.Screen.Contact.Save
	if s.key.save != "" {
		inset = max(inset, textWidth(save)+3)
	}
	inset = min(inset, width/2)
	var out []line
	for _, c := range all {
		label := span{text: c.Label, style: quiet, field: s.entry(c.Label)}
		text := s.textField(": ", c.Text, plain)
		text.link = c.URL
		if textWidth(c.Label) >= inset {
			out = append(out, wrap(line{label}, width, width)...)
			out = append(out, hang(nil, bulletInset, line{text}, width)...)
			continue
		}
		out = append(out, hang(line{label}, inset, line{text}, width)...)
	}
	if s.key.save != "" && inset+textWidth(s.key.save) <= width {
		out = append(out, append(line{styled(quiet, save)}.pad(inset), styled(plain, s.key.save)))
	}
	return out
}

// column is a figure of the title page in its place.
type column struct {
	resume.Achievement
	need      int // cells, of the figure
	at, width int
}

// metrics draws the figures of the projects side by side: as many as there is room
// for, but in large letters all or none. It reports whether that is possible. The page
// of the projects says more about them.
func (s *sheet) metrics(width int, form titleForm) (out []line, ok bool) {
	const gap = 3
	var all []column
	taken, large := -gap, form.large && !s.ascii
	for _, p := range s.doc.projects {
		if p.Metric.Value == "" {
			continue
		}
		c := column{Achievement: p, need: textWidth(p.Metric.Value)}
		if w := s.largeWidth(p.Metric.Value); large && w > 0 {
			c.need = w
		}
		c.width = max(c.need, min(textWidth(p.Metric.Label), 8))
		if taken+gap+c.width > width {
			if large {
				return nil, false
			}
			break
		}
		all, taken = append(all, c), taken+gap+c.width
	}
	if len(all) == 0 {
		return nil, true
	}
	if !s.alignToRuler(all, width) {
		at, more := 0, min((width-taken)/len(all), 12)
		for i := range all {
			all[i].at, all[i].width = at, all[i].width+more
			at += all[i].width + gap
		}
	}
	var figures, labels []line
	for _, c := range all {
		figures = beside(figures, s.figure(c.Metric.Value, c.width, large), c.at)
		text := balanced(line{styled(quiet, c.Metric.Label)}, c.width)
		for last := len(text) - 1; last >= form.labelRows; last-- {
			text[last-1] = slices.Concat(text[last-1], line{blanks(1)}, text[last])
			text = text[:last]
		}
		text[len(text)-1] = text[len(text)-1].truncate(c.width, s.ellipsis)
		labels = beside(labels, text, c.at)
	}
	return append(figures, labels...), true
}

// alignToRuler sets each figure above its employer where every figure has one, in
// the order of the ruler.
func (s *sheet) alignToRuler(all []column, width int) bool {
	r := resume.NewRuler(s.doc.work, width)
	if r == nil || len(r.Bars) != len(all) || tight(r) {
		return false
	}
	for i, b := range r.Bars {
		if b.Lane > 0 || !strings.EqualFold(b.Name, all[i].Entity) || r.Room(b) < all[i].need {
			return false
		}
	}
	for i, b := range r.Bars {
		all[i].at, all[i].width = b.Begin, r.Room(b)
	}
	return true
}

// figure draws a value, large with its unit on the base line where it fits.
func (s *sheet) figure(value string, width int, large bool) []line {
	text := []line{line{styled(numeric, value)}.truncate(width, s.ellipsis)}
	if !large {
		return text
	}
	if out := s.largeFigure(styled(numeric, value), width); out != nil {
		return out
	}
	return append(make([]line, letterRows-1), text...)
}

// largeWidth returns the cells that a figure takes in large letters with its unit; 0
// where it can't be drawn.
func (s *sheet) largeWidth(value string) int {
	large, unit := figureParts(value)
	w := 0
	for _, row := range s.letters(large, 1000) {
		w = max(w, textWidth(row)+textWidth(unit))
	}
	return w
}

// largeFigure draws a figure in large letters, with its unit as text on the base
// line; nil where it does not fit.
func (s *sheet) largeFigure(value span, width int) []line {
	if w := s.largeWidth(value.text); w == 0 || w > width {
		return nil
	}
	large, unit := figureParts(value.text)
	whole := value
	value.text = large
	out := s.largeText(value, width)
	if last := len(out) - 1; unit != "" && last >= 0 {
		w := widest(out)
		out[last] = append(out[last].pad(w), span{text: unit, style: whole.style, link: whole.link, field: whole.field, picture: true})
	}
	return out
}
