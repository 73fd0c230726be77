package tui

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// What a preview shows of the owner's file.

// placeProblems reserves rows for the problems of the file: up to half of the page's, a third for warnings, or all
// if there is no page.
func (m *Model) placeProblems() {
	l := &m.layout
	if len(m.file.shown()) == 0 || m.windowTooSmall() {
		return
	}
	most := either(len(m.file.Errors) > 0, (l.body+1)/2, (l.body+2)/3)
	if len(m.doc.sections) == 0 {
		most = m.opts.Height - 2
	}
	l.problems = each(m.problemLines(most), m.inset)
	l.body -= len(l.problems)
}

// problemLines shows the problems in at most the given number of rows: with their lines of the file if everything
// fits, otherwise as many as fit and the number of the others.
func (m *Model) problemLines(most int) []line {
	width, problems := m.layout.measure, m.file.shown()
	inset := widest(problems, func(p Problem) int { return textWidth(p.Place) }) + 2
	heading := line{styled(faint, m.glyphs.rule+" "), styled(title, m.problemsTitle()), styled(faint, " ")}.truncate(width, m.glyphs.ellipsis)
	out := []line{append(heading, styled(faint, strings.Repeat(m.glyphs.rule, width-heading.width())))}
	whole := slices.Clone(out)
	texts := each(problems, func(p Problem) []line {
		return hang(line{styled(strong, p.Place)}, inset, line{styled(plain, m.displayable(p.Message))}, width)
	})
	for i, text := range texts {
		whole = append(append(whole, text...), indent(nil, inset, m.sourceLine(problems[i], width-inset))...)
	}
	if len(whole) <= most {
		return whole
	}
	for i, text := range texts {
		left := len(texts) - i
		room := most - len(out) - min(left-1, 1) // one row for the number of the others
		if room < 1 || len(text) > room && i > 0 {
			more := line{styled(quiet, words.Fill(m.words.Preview.More, "n", left)), styled(strong, m.ownersCommand("check"))}
			return append(out, more.truncate(width, m.glyphs.ellipsis))
		}
		if len(text) > room {
			text = text[:room]
			text[room-1] = append(text[room-1].cut(0, width-textWidth(m.glyphs.ellipsis)), styled(quiet, m.glyphs.ellipsis))
		}
		out = append(out, text...)
	}
	return out
}

func (m *Model) problemsTitle() string {
	kind := either(len(m.file.Errors) > 0, m.words.Preview.Errors, m.words.Preview.Warnings)
	count := m.doc.words.Count(kind, len(m.file.shown()))
	if m.opts.File != "" {
		count = words.Fill(m.words.Preview.InFile, "problems", count, "file", m.opts.File)
	}
	return m.displayable(count)
}

// sourceLine returns as much of a problem's line as fits, with a caret under the column.
func (m *Model) sourceLine(p Problem, width int) []line {
	runes := []rune(p.Line)
	at := textWidth(m.displayable(string(runes[:min(max(p.Column-1, 0), len(runes))])))
	from := either(at >= width, at-width/2, 0)
	text := line{styled(quiet, m.displayable(p.Line))}.cut(from, from+width)
	if strings.TrimSpace(text.text()) == "" {
		return nil
	}
	return []line{text, {blanks(at - from), styled(accent, "^")}}
}

// displayable returns a text about the file as this terminal can show it.
func (m *Model) displayable(text string) string {
	return either(m.doc.ascii, resume.ASCII(text), text)
}

// EmptyPages returns pages without sections, for a file that can't be used yet.
func EmptyPages() *Pages { return NewPages(&resume.Resume{Menu: []resume.MenuItem{{ID: "-"}}}) }
