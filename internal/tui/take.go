package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// takeCommand is how the résumé gets into a file.
func (m *Model) takeCommand() string {
	if m.opts.Host == "" {
		return "ssh-resume preview > resume.txt"
	}
	return "ssh -T " + m.opts.Host + " > resume.txt"
}

// takeAway says how to take the résumé away.
func (m *Model) takeAway(width int) []line {
	ways := []struct{ does, command string }{{"The whole résumé, as plain text", m.takeCommand()}}
	if m.opts.Host != "" {
		ways = append(ways, []struct{ does, command string }{
			{"One section: this one", "ssh " + m.opts.Host + " " + m.doc.sections[m.at].ID},
			{"What else there is to type", "ssh " + m.opts.Host + " help"},
		}...)
	}
	var out []line
	for _, w := range ways {
		out = joinBlocks(out, wrap(line{say(quiet, m.asShown(w.does))}, width, width))
		out = append(out, wrap(line{say(strong, w.command)}, width, width)...)
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

// Goodbye is left on the visitor's own screen: two lines.
func (m *Model) Goodbye() string {
	return "Thank you for reading.\r\nTake it with you:  " + m.takeCommand() + "\r\n"
}
