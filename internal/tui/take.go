package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
)

// takeCommand is how the résumé gets into a file.
func (m *Model) takeCommand() string {
	if m.opts.Address == (address.Address{}) {
		return m.exportCommand("pdf") + " -o resume.pdf"
	}
	return m.opts.Address.SCP("resume.pdf")
}

// exportCommand is what its owner types.
func (m *Model) exportCommand(format string) string {
	command := "ssh-resume export " + format
	if m.opts.File != "" {
		command += " " + quoted(m.opts.File)
	}
	return command
}

// quoted gives a file's name as a shell takes it.
func quoted(name string) string {
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("/._-+@%", r)
	}
	if strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// way is one way to take the résumé away.
type way struct{ takes, command string }

func (m *Model) ways() []way {
	host := m.opts.Address
	if host == (address.Address{}) {
		return []way{{"As a PDF", m.takeCommand()}, {"As plain text", m.exportCommand("text")}}
	}
	return []way{
		{"As a PDF", m.takeCommand()},
		{"Without scp", host.SSH("pdf > resume.pdf")},
		{"As plain text", host.SSH("text > resume.txt")},
		{"For programs", host.SSH("json > resume.json")},
		{"As a web page", host.SSH("html > resume.html")},
		{"All formats", host.SCP("resume.*")},
		{"This section", host.SSH(m.doc.sections[m.at].ID)},
		{"All commands", host.SSH("help")},
	}
}

// takeAway says how to take the résumé away: each command beside what it takes,
// and beneath it where one of them needs the room.
func (m *Model) takeAway(width int) []line {
	const inset = 15
	ways, least := m.ways(), 0
	for _, w := range ways {
		least = max(least, inset+textWidth(w.command))
	}
	var out []line
	for _, w := range ways {
		takes, command := line{say(quiet, m.asShown(w.takes))}, line{say(strong, w.command)}
		if least <= width {
			out = append(out, hang(takes, inset, command, width)...)
			continue
		}
		out = append(joinBlocks(out, wrap(takes, width, width)), wrap(command, width, width)...)
	}
	return joinBlocks(out, hang(line{say(strong, "y")}, 3, line{say(quiet, "copies the first of these; on a page, what stands there")}, width))
}

// copyPage puts the page on the visitor's clipboard.
func (m *Model) copyPage() tea.Cmd {
	return m.copyText(m.page().text(), m.doc.sections[m.at].Title)
}

// mostCopied is how much goes on a clipboard, in bytes: many terminals take
// 100,000 bytes of OSC 52 at most, which base64 makes of three quarters of that.
const mostCopied = 72_000

// copyText asks the visitor's terminal to put a text on its clipboard (OSC 52).
// Terminals don't answer that, so the note can't promise.
func (m *Model) copyText(text, what string) tea.Cmd {
	if len(text) > mostCopied {
		m.note = m.either("too long to copy: d shows how to take it away", "too long to copy")
		return nil
	}
	m.note = m.either("copied "+what+", if your terminal allows it", "copied, where allowed")
	return tea.Raw(ansi.SetSystemClipboard(text))
}

// Goodbye is left on the visitor's own screen. The command has a line of its
// own, so that no narrow window breaks it that could hold it.
func (m *Model) Goodbye() string {
	return "Thank you for reading.\r\nTake it with you:\r\n  " + m.takeCommand() + "\r\n"
}
