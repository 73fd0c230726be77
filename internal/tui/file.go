package tui

import (
	"fmt"
	"strings"

	"ssh-resume/internal/resume"
)

// FileMsg says how the owner's file is after it was saved. Its owner sees that
// at once.
type FileMsg struct {
	Pages    *Pages  // nil where the file can't be used: the pages from before stay
	Faults   []Fault // why it can't
	Warnings int
}

// Fault is what is wrong with the file, in text without control characters.
type Fault struct {
	Place   string // line:column; empty for the file as a whole
	Message string
	Line    string // in which it is; may be empty
	Column  int    // from 1, in characters
}

// problems tells whether there is something to say of the file.
func (f *FileMsg) problems() bool { return len(f.Faults) > 0 || f.Warnings > 0 }

// follow shows how the file is now.
func (m *Model) follow(msg FileMsg) {
	m.file, m.note = msg, ""
	if msg.Pages != nil {
		m.turnTo(msg.Pages)
		return
	}
	m.resize(m.opts.Width, m.opts.Height)
}

func (m *Model) checkCommand() string {
	command := "ssh-resume check"
	if m.opts.File != "" {
		command += " " + quoted(m.opts.File)
	}
	return command
}

// warnings counts those of the file; empty for none.
func (m *Model) warnings() string {
	if m.file.Warnings == 0 {
		return ""
	}
	count := plural(m.file.Warnings, "warning", "warnings")
	if m.layout.wide {
		count += ": ssh-resume check"
	}
	return count
}

// makeRoom gives what is wrong with the file up to half of the page's rows or,
// where there is no page, all of them.
func (m *Model) makeRoom() {
	l := &m.layout
	if len(m.file.Faults) == 0 || m.tooSmallWindow() {
		return
	}
	most := (l.body + 1) / 2
	if len(m.doc.sections) == 0 {
		most = m.opts.Height - 2
	}
	l.faults = len(m.faultLines(most))
	l.body -= l.faults
}

// faultRows gives the rows of what is wrong with the file, which stand beneath
// the page.
func (m *Model) faultRows() []line {
	if m.layout.faults == 0 {
		return nil
	}
	lines := m.faultLines(m.layout.faults)
	for i, l := range lines {
		lines[i] = m.inset(l)
	}
	return lines
}

// faultsAlone gives a window without a page.
func (m *Model) faultsAlone() []line {
	foot := line{say(strong, "q"), say(quiet, " leave")}
	lines := filled(m.faultRows(), m.opts.Height-2)
	return append(lines, m.ruleAcross(), m.inset(foot))
}

// faultLines sets what is wrong with the file in at most so many rows: as many
// faults as have room, the lines that they are in where there is more of it,
// and how many faults are left.
func (m *Model) faultLines(most int) []line {
	width, inset := m.measure(), 0
	for _, f := range m.file.Faults {
		inset = max(inset, textWidth(f.Place)+2)
	}
	var told [][]line
	rows, left := 1, len(m.file.Faults)
	for _, f := range m.file.Faults {
		said := hang(line{say(strong, f.Place)}, inset, line{say(plain, m.asShown(f.Message))}, width)
		room := most - rows
		if left > 1 {
			room-- // to say how many are left
		}
		if len(said) > room && len(told) > 0 || room < 1 {
			break
		}
		if len(said) > room {
			said = said[:room]
			said[room-1] = append(said[room-1].cut(0, width-textWidth(m.ellipsis)), say(quiet, m.ellipsis))
		}
		told = append(told, said)
		rows += len(said)
		left--
	}
	out := []line{m.faultsHeading(width)}
	if left > 0 {
		rows++
	}
	for i, said := range told {
		out = append(out, said...)
		if where := behind(nil, inset, m.pointed(m.file.Faults[i], width-inset)); rows+len(where) <= most {
			out = append(out, where...)
			rows += len(where)
		}
	}
	if left > 0 {
		words := line{say(quiet, fmt.Sprintf("%d more: ", left)), say(strong, m.checkCommand())}
		out = append(out, words.truncate(width, m.ellipsis))
	}
	return out
}

func (m *Model) faultsHeading(width int) line {
	heading := plural(len(m.file.Faults), "error", "errors")
	if m.opts.File != "" {
		heading += " in " + m.opts.File
	}
	head := line{say(ruled, m.rule+" "), say(title, m.asShown(heading)), say(ruled, " ")}.truncate(width, m.ellipsis)
	return append(head, say(ruled, strings.Repeat(m.rule, max(width-head.width(), 0))))
}

// pointed gives the line that a fault is in with a caret under its column: as
// much of the line as has room.
func (m *Model) pointed(f Fault, width int) []line {
	runes := []rune(f.Line)
	at := textWidth(m.asShown(string(runes[:min(max(f.Column-1, 0), len(runes))])))
	from := 0
	if at >= width {
		from = at - width/2
	}
	text := line{say(quiet, m.asShown(f.Line))}.cut(from, from+width)
	if len(text.trimmed()) == 0 {
		return nil
	}
	return []line{text, {blanks(at - from), say(accent, "^")}}
}

// Blank gives the pages of a file that could not be used yet: there are none.
func Blank() *Pages { return NewPages(&resume.Resume{Menu: []resume.MenuItem{{ID: "-"}}}) }
