package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// titleForm is one way to draw the first screen of the title page.
type titleForm struct {
	large     bool // figures in large letters
	positions bool // under the names of employers
	gap       int  // rows between parts
	caption   int  // rows between figures and their labels
	labelRows int
}

// titleForms are in the order of preference.
var titleForms = []titleForm{
	{large: true, positions: true, gap: 2, caption: 1, labelRows: 2},
	{large: true, positions: true, gap: 2, labelRows: 2},
	{large: true, positions: true, gap: 1, labelRows: 2},
	{large: true, gap: 1, labelRows: 2},
	{gap: 1, labelRows: 2},
	{gap: 1, labelRows: 1},
}

// Basics draws the title page. Its first screen says who this is, for how long, with what results, and where.
func (s *sheet) Basics(block resume.Block) []line {
	b := block.Basics
	name := s.titleEntry(b.Name, strong)
	name.link = b.URL
	label, where := s.textField(s.doc.marks.Comma, b.Label, accent), s.textField(s.doc.marks.Comma, s.doc.place(), quiet)
	experience := figures(span{text: b.Experience, field: s.entry(b.Experience)})
	contacts, points, summary := s.contacts(), s.points(b.Highlights), s.Text(resume.Block{Text: b.Summary})

	var who []line
	if !s.key.narrow || textWidth(b.Name) > s.wide+2 { // the header is this much wider
		who = s.name(name)
	}
	about := append(s.separated(either(s.key.label, label, nil)), s.separated(either(s.key.place, where, nil))...)
	if !experience.empty() {
		about = append(about, wrapEvenly(experience, s.width)...)
	}
	who = joinBlocks(who, about)
	var top, out []line
	rest := func(gap int, contacts []line) []line {
		return joinApart(gap, joinBlocks(joinApart(gap, top, points), summary), either(s.key.aside, nil, contacts))
	}
	for _, form := range titleForms {
		figures, ok := s.metrics(form)
		if !ok {
			continue
		}
		career := s.ruler(s.wide, false, form.positions)
		if career == nil {
			career = s.employerNames(nil, s.wide)
		}
		top = joinApart(form.gap, who, figures, career)
		out = rest(form.gap, s.table(contacts, s.width))
		if fits := len(out) <= s.key.rows; fits || form.gap == 1 && len(top) <= s.key.rows {
			break // extra space is only for pages that fit on the screen
		}
	}
	if dense := rest(1, s.separated(contacts...)); !s.key.narrow && len(out) > s.key.rows && len(dense) <= s.key.rows {
		out = dense
	}
	if len(out) == 0 { // a repeated name is better than an empty page
		return s.separated(line{name})
	}
	return out
}

// name draws the name in large letters if two lines are enough, and as text otherwise.
func (s *sheet) name(name span) []line {
	words := strings.Fields(name.text)
	mayFit := textWidth(name.text) <= 2*s.wide  // large letters are even wider
	for n := len(words); n > 0 && mayFit; n-- { // as many words as fit on the first line
		first, second := name, name
		first.text, second.text = strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		upper, lower := s.largeText(first, s.wide), s.largeText(second, s.wide)
		if upper != nil && (lower != nil || second.text == "") {
			return joinBlocks(upper, lower)
		}
	}
	name.style = heading // visible in every theme
	return s.separated(line{name})
}

// place returns where the person works from, without the street.
func (d *document) place() string {
	l := d.basics.Location
	if l.Region != "" {
		return l.Town(d.marks)
	}
	return resume.Joined(d.marks.Comma, l.City, l.CountryCode)
}

// contacts returns the ways to reach the person and the command to save, each as a label, a blank and a text.
func (s *sheet) contacts() []line {
	out := each(s.doc.reach, func(c resume.Contact) line {
		name := span{text: c.Label, style: quiet, field: s.entry(c.Label)}
		to := s.textField(s.doc.marks.Colon, c.Short(s.doc.marks), plain)
		to[0].link = c.URL
		return append(line{name, blanks(1)}, to...)
	})
	if s.key.save != "" {
		out = append(out, line{styled(quiet, s.doc.words.Screen.Contact.Save), blanks(1), styled(plain, s.key.save)})
	}
	return out
}

// table sets each text beside its label, or beneath it if it would have to be broken otherwise.
func (s *sheet) table(contacts []line, width int) []line {
	inset := widest(contacts, func(c line) int { return textWidth(c[0].text) }) + 3
	var out []line
	for _, c := range contacts {
		isCommand := c[2].field == 0 // commands are not broken
		longest := either(isCommand, textWidth(c[2].text), widest(strings.Fields(c[2].text), textWidth))
		switch {
		case inset+max(longest, width/3) <= width:
			out = append(out, hang(c[:1], inset, c[2:], width)...)
		case !isCommand || bulletInset+longest <= width:
			out = append(append(out, c[:1].wrap(width)...), hang(nil, bulletInset, c[2:], width)...)
		}
	}
	return out
}

// column is a figure on the title page and its place.
type column struct {
	project   resume.Achievement
	at, width int // in cells; at first, width is what the figure needs
}

// metrics draws the projects' figures side by side: as many as fit, but in large letters either all or none. It
// reports whether that is possible. The projects page says more about them.
func (s *sheet) metrics(form titleForm) (out []line, ok bool) {
	const gap, leastLabel = 3, 16 // up to which the longest word of a label gets room
	var all []column
	taken, large := -gap, form.large && !s.glyphs.noBlocks
	for _, p := range s.doc.projects {
		if p.Metric.Value == "" {
			continue
		}
		need := max(textWidth(p.Metric.Value), min(longestWord(p.Metric.Label), leastLabel))
		if large {
			need = max(need, widest(s.largeFigure(styled(numeric, p.Metric.Value), 1000), line.width))
		}
		switch full := taken+gap+need > s.wide; {
		case full && large:
			return nil, false
		case full && len(all) > 0:
			continue
		}
		all, taken = append(all, column{project: p, width: need}), taken+gap+need
	}
	if !s.alignToRuler(all) {
		at, more := 0, min((s.wide-taken)/max(len(all), 1), 12)
		for i := range all {
			all[i].at, all[i].width = at, min(all[i].width+more, s.wide)
			at += all[i].width + gap
		}
	}
	var figures, labels []line
	for _, c := range all {
		figures = beside(figures, s.figure(c.project.Metric.Value, c.width, large), c.at)
		labels = beside(labels, s.caption(c.project.Metric.Label, c.width, form.labelRows), c.at)
	}
	return joinApart(either(large, form.caption, 0), figures, labels), true // small figures are directly above their labels
}

// caption sets a text in at most the given number of rows. A longer text is cut after a word.
func (s *sheet) caption(text string, width, rows int) []line {
	out := wrapEvenly(line{styled(quiet, text)}, width)
	if len(out) > rows {
		last := slices.Concat(out[rows-1], line{blanks(1)}, out[rows])
		out = append(out[:rows-1], last.truncate(width, s.glyphs.ellipsis))
	}
	return out
}

// alignToRuler sets each figure above its employer if every figure has one, in the order of the ruler.
func (s *sheet) alignToRuler(all []column) bool {
	r := s.doc.ruler(s.wide)
	if r == nil || len(r.Bars) != len(all) || s.tight(r) {
		return false
	}
	for i, b := range r.Bars {
		if b.Lane > 0 || !strings.EqualFold(b.Name, all[i].project.Entity) || b.Room < all[i].width {
			return false
		}
	}
	for i, b := range r.Bars {
		all[i].at, all[i].width = b.Begin, b.Room
	}
	return true
}

// figure draws a value, large with its unit on the baseline if it fits.
func (s *sheet) figure(value string, width int, large bool) []line {
	var out []line
	if large {
		if out = s.largeFigure(styled(numeric, value), width); out != nil {
			return out
		}
		out = slices.Repeat([]line{nil}, letterRows-1)
	}
	return append(out, line{styled(numeric, value)}.truncate(width, s.glyphs.ellipsis))
}

// largeFigure draws a figure in large letters, with its unit as text on the baseline; nil if it does not fit.
func (s *sheet) largeFigure(value span, width int) []line {
	small := value
	value.text, small.text = figureParts(value.text)
	out := s.largeText(value, width-textWidth(small.text))
	if last := len(out) - 1; small.text != "" && last >= 0 {
		small.picture = true
		out[last] = append(out[last].pad(widest(out, line.width)), small)
	}
	return out
}
