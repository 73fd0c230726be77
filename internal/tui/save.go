package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/words"
)

func (m *Model) fileName(extension string) string {
	if m.doc.language != m.pages.languages[0] {
		extension = m.doc.language + "." + extension
	}
	return "resume." + extension
}

// ssh is the command that asks the server for something in the language that is shown.
func (m *Model) ssh(command ...string) string {
	if len(m.pages.languages) > 1 {
		command = append([]string{m.doc.language}, command...)
	}
	return m.opts.Address.SSH(command...)
}

// exportCommand is what the owner types in place of a visitor's command.
func (m *Model) exportCommand(format string) string {
	command := m.ownersCommand("export " + format)
	if m.doc.language != m.pages.languages[0] {
		command += " --lang " + m.doc.language
	}
	return command
}

func (m *Model) ownersCommand(command string) string {
	return strings.TrimSpace("ssh-resume " + command + " " + m.opts.File)
}

// saveOptions are the ways to save the résumé, the PDF first.
func (m *Model) saveOptions() []choice {
	host, w := m.opts.Address, m.words.Save
	if host.Host == "" {
		return []choice{{label: w.PDF, text: m.save}, {label: w.Text, text: m.exportCommand("text"), id: "text"}}
	}
	return []choice{
		{label: w.PDF, text: m.save},
		{label: w.WithoutSCP, text: m.ssh("pdf", ">", m.fileName("pdf"))},
		{label: w.Text, text: m.ssh("text", ">", m.fileName("txt")), id: "text"},
		{label: w.JSON, text: m.ssh("json", ">", m.fileName("json"))},
		{label: w.HTML, text: m.ssh("html", ">", m.fileName("html"))},
		{label: w.All, text: host.SCP(m.fileName("*"))},
		{label: w.Section, text: m.ssh(m.doc.sections[m.at].ID)},
		{label: w.Commands, text: host.SSH("help")},
	}
}

// MaxCopied is the most bytes that the model puts on a clipboard. Many terminals take
// at most 100,000 bytes of OSC 52, of which base64 leaves three quarters.
const MaxCopied = 72_000

// copyText asks the visitor's terminal to put a text on its clipboard (OSC 52).
// Terminals don't answer that, so the note can't promise it.
func (m *Model) copyText(text, what string) tea.Cmd {
	if len(text) > MaxCopied {
		m.note = either(m.layout.wide, m.words.Notes.TooLong, m.words.Notes.TooLongNarrow)
		return nil
	}
	m.note = words.Fill(either(m.layout.wide, m.words.Notes.Copied, m.words.Notes.CopiedNarrow), "what", what)
	return tea.Raw(ansi.SetSystemClipboard(text))
}
