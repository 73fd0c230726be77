package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

// Goodbye returns the card that stays on the visitor's own screen, with CRLF line ends.
func (m *Model) Goodbye() string {
	return "\r\n" + strings.ReplaceAll(m.card(), "\n", "\r\n") + "\r\n"
}

// Card returns the résumé in eight lines: who this is, three figures, how to write, save and return.
func (p *Pages) Card(opts Options) string { return New(p, opts).card() }

func (m *Model) card() string {
	if len(m.doc.sections) == 0 {
		return ""
	}
	width := max(m.opts.Width, leastWidth) - 4
	out := each(m.cardLines(width), func(l line) line {
		return append(line{blanks(2), styled(accent, m.glyphs.pointer), blanks(1)}, l...)
	})
	theme := m.pages.themes[either(m.renderer.painted, m.background, m.theme())] // a painted background is gone
	return newRenderer(theme, rendererKey{profile: m.opts.Profile, on: theme.on}).render(out, 0) + "\n"
}

func (m *Model) cardLines(width int) []line {
	b, w := m.doc.basics, m.words.Goodbye
	about := resume.Joined(" "+m.glyphs.separator+" ", b.Label, m.doc.place())
	who := []line{line{styled(strong, b.Name)}.truncate(width, m.glyphs.ellipsis)}
	if about != "" {
		who = append(who, line{styled(plain, about)}.truncate(width, m.glyphs.ellipsis))
	}
	rows := []choice{{label: w.Save, text: m.save}, {label: w.Return, text: m.home}}
	if i := slices.IndexFunc(m.doc.contacts, func(c choice) bool { return c.id != "" }); i >= 0 {
		write := m.doc.contacts[i]
		if write.label = w.Write; m.opts.Profile <= colorprofile.ASCII {
			write.link = ""
		}
		rows = append([]choice{write}, rows...)
	}
	inset := widest(rows, choice.labelWidth) + 2
	var how []line
	for _, r := range rows {
		if r.text != "" {
			how = append(how, append(line{styled(quiet, r.label)}.pad(inset), span{text: r.text, style: strong, link: r.link}))
		}
	}
	return joinBlocks(who, m.cardFigures(width), how)
}

// cardFigures returns a line with the first three figures, as many as fit; no line if none does.
func (m *Model) cardFigures(width int) []line {
	var all []line
	for _, p := range m.doc.projects {
		if p.Metric.Value != "" && len(all) < 3 {
			all = append(all, line{{text: p.Metric.Value, style: numeric, whole: true}, styled(quiet, strings.TrimRight(" "+p.Metric.Label, " "))})
		}
	}
	if len(all) == 0 || all[0].width() > width {
		return nil
	}
	const gap = 3
	if room := (width+gap)/len(all) - gap; room >= 20 && len(flow(blanks(gap), width, all...)) > 1 {
		all = each(all, func(l line) line { return l.truncate(room, m.glyphs.ellipsis) })
	}
	return flow(blanks(gap), width, all...)[:1]
}

// asideLines returns the third column of large windows: how to write, and how to save.
func (m *Model) asideLines() []line {
	if m.panel.kind == actContact || m.panel.kind == actSave {
		return nil
	}
	w := m.words.Contact
	s := &sheet{glyphs: m.glyphs, doc: m.doc}
	write := s.table(s.contacts(), asideWidth)
	if len(write) > 0 {
		write = append([]line{{styled(heading, w.Write)}}, write...)
	}
	save := []line{{styled(heading, w.Save)}}
	for _, o := range m.saveOptions(true) {
		save = append(save, line{styled(plain, o.text)}.truncate(asideWidth, m.glyphs.ellipsis))
	}
	out := joinBlocks(write, save)
	for _, c := range m.doc.contacts {
		if code := m.code(c, asideWidth, m.layout.body-len(out)-1); code != nil {
			return joinBlocks(out, code)
		}
	}
	return out
}
