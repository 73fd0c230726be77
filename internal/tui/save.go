package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/words"
)

// Offer is a way to save the résumé, as listed in the panel. export.Offer describes the fields.
type Offer struct {
	Label     func(*words.Save) string
	Format    string
	File      func(language string) string
	SCP, Main bool
}

// ssh is the command that asks the server for something in the language that is shown.
func (m *Model) ssh(command ...string) string {
	if len(m.pages.languages) > 1 {
		command = append([]string{m.doc.language}, command...)
	}
	return m.opts.Address.SSH(command...)
}

func (m *Model) ownersCommand(command string) string {
	return strings.TrimSpace("ssh-resume " + command + " " + m.opts.File)
}

// saveCommand returns the command of an offer in the language that is shown; in a preview, the owner's command.
func (m *Model) saveCommand(o Offer) string {
	file, inLanguage := o.File(""), ""
	if tag := m.doc.language; tag != m.pages.languages[0] {
		file, inLanguage = o.File(tag), " --lang "+tag
	}
	switch export := m.ownersCommand("export "+o.Format) + inLanguage; {
	case m.opts.Address.Host == "":
		return export + either(o.SCP, " -o "+file, "")
	case o.SCP:
		return m.opts.Address.SCP(file)
	}
	return m.ssh(o.Format, ">", file)
}

// saveOptions returns the ways to save the résumé, or only the main ones, best first.
func (m *Model) saveOptions(main bool) (all []choice) {
	w, host := &m.words.Save, m.opts.Address
	main = main || host.Host == ""
	for _, o := range m.opts.Offers {
		if o.Main || !main {
			all = append(all, choice{label: o.Label(w), text: m.saveCommand(o)})
		}
	}
	if !main {
		all = append(all, choice{label: w.Section, text: m.ssh(m.doc.sections[m.at].ID)}, choice{label: w.Commands, text: host.SSH(address.Help)})
	}
	return all
}

// MaxCopied is the most bytes that the model puts on a clipboard. Many terminals accept at most 100,000 bytes
// of OSC 52, of which base64 leaves three quarters.
const MaxCopied = 72_000

// copyText asks the visitor's terminal to put a text on its clipboard (OSC 52).
// Terminals don't confirm that, so the note can't promise it.
func (m *Model) copyText(text, what string) tea.Cmd {
	if len(text) > MaxCopied {
		m.note = either(m.layout.wide, m.words.Notes.TooLong, m.words.Notes.TooLongNarrow)
		return nil
	}
	m.note = words.Fill(either(m.layout.wide, m.words.Notes.Copied, m.words.Notes.CopiedNarrow), "what", what)
	return tea.Raw(ansi.SetSystemClipboard(text))
}
