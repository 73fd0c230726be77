package sshd

import (
	"errors"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/cells"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// Exit statuses, as of a shell and of grep.
const (
	statusFailed  = 1
	statusNone    = 1 // nothing was found
	statusUsage   = 2
	statusUnknown = 127 // there is no such command
)

// respond answers the request of the session.
func (ch *channel) respond() {
	s := ch.session
	switch s.Request.Kind {
	case session.KindInteractive:
		if left := ch.server.config.Sessions.Interactive(s); !left {
			ch.exit(statusFailed)
		}
	case session.KindSection:
		section, _ := s.Edition.Resume.Section(s.Request.Section)
		s.Sections = []string{section.ID}
		s.Print(s.Edition.SectionText(section, s.TextWidth()))
	case session.KindFormat:
		ch.format(s.Edition.Document(s.Request.Format))
	case session.KindSearch:
		ch.search()
	case session.KindHelp:
		s.Print(ch.shown(help(s)))
	case session.KindCard: // what an interactive session leaves on the screen
		card := s.Edition.Snapshot.Pages.Card(s.Appearance())
		if !s.Terminal.CanDraw() {
			card = ansi.Strip(card)
		}
		s.Print(card)
	case kindSFTP:
		ch.transfer(serveSFTP)
	case kindSCP:
		ch.transfer(serveSCP)
	case session.KindUnknown:
		ch.exitWith(ch.unknown(), statusUnknown)
	}
}

// help lists the commands, the files and the sections.
func help(s *session.Session) string {
	host, width, w := s.Address, s.TextWidth(), s.Words.Answers
	read := [][2]string{
		{sshCommand(s), w.HelpInteractive},
		{sshCommand(s, "-t", w.SectionName), w.HelpAtSection},
		{sshCommand(s, w.SectionName), w.HelpSection},
		{sshCommand(s, export.PlainText, "| less"), w.HelpText},
		{sshCommand(s, commandSearch, w.SearchWords), w.HelpSearch},
		{sshCommand(s, commandCard), w.HelpCard},
		{sshCommand(s, commandHelp), w.HelpHelp},
	}
	for _, e := range languages(s.Edition) {
		read = append(read, [2]string{host.SSH(e.Language), e.Words.Answers.HelpLanguage})
	}
	var sections [][2]string
	for _, section := range s.Edition.Resume.Sections() {
		sections = append(sections, [2]string{section.ID, section.Title})
	}
	var b strings.Builder
	part := func(title string, rows ...[2]string) {
		b.WriteString(title + "\n\n")
		cells.Table(&b, rows, width)
		b.WriteString("\n")
	}
	part(w.HelpScreenReader, [2]string{sshCommand(s, export.PlainText), w.HelpTextForReader})
	part(w.HelpRead, read...)
	save := [][2]string{{host.SCP(export.AllFiles("")), w.HelpFiles}, {host.SFTP(), w.HelpFolder}}
	if d := s.Edition.Document(s.Edition.Snapshot.Offers[0].Format); d != nil {
		save = append([][2]string{{sshCommand(s, d.Name+" > "+d.File), w.HelpFormat}, {host.SCP(d.File), w.HelpFile}}, save...)
	}
	part(w.HelpSave, save...)
	formats := ansi.Wrap(strings.Join(formats(s.Edition), s.Words.Marks.List), width-2, "")
	b.WriteString(w.HelpFormats + "\n\n  " + strings.ReplaceAll(formats, "\n", "\n  ") + "\n\n")
	part(w.HelpSections, sections...)
	return strings.TrimSuffix(b.String(), "\n")
}

// format prints the résumé in a format. Everyone gets the same bytes, except in plain text or on a terminal.
func (ch *channel) format(d *catalog.Document) {
	s, w := ch.session, ch.session.Words.Answers
	content := d.Content
	if width := s.TextWidth(); d.Name == export.PlainText && (width != export.TextWidth || s.Environment.ASCII()) {
		content = func() ([]byte, error) { return []byte(s.Edition.Text(width)), nil }
	}
	text, err := content()
	unreadable, other := (*export.UnreadableError)(nil), s.Edition.Document(d.Instead)
	if err != nil {
		ch.server.config.Observer.DocumentFailed(s.ID, d.Name, err)
	}
	switch {
	case errors.As(err, &unreadable) && other != nil:
		ch.exitWith(words.Fill(w.Unreadable, "format", d.Name, "command", sshCommand(s, other.Name, "> "+other.File)), statusFailed)
	case err != nil:
		ch.exitWith(words.Fill(w.NotMade, "format", d.Name), statusFailed)
	case s.Terminal.Present && d.Binary:
		ch.exitWith(words.Fill(w.Binary, "format", d.Name, "command", sshCommand(s, "-T", d.Name, "> "+d.File)), statusFailed)
	case s.Print(string(text)):
		s.NoteSaved(d.Name)
	}
}

// exitWith prints one line on standard error, and exits with a status.
func (ch *channel) exitWith(line string, status int) {
	ch.session.Complain(ch.shown(line) + "\n")
	ch.exit(status)
}

// shown returns a text as the visitor's terminal can show it.
func (ch *channel) shown(text string) string {
	if ch.session.Environment.ASCII() {
		return resume.ASCII(text)
	}
	return text
}

// sshCommand returns what to type to run a command in the language that the visitor has named in this session.
func sshCommand(s *session.Session, command ...string) string {
	if s.Request.Language != "" {
		at := 0
		if len(command) > 0 && strings.HasPrefix(command[0], "-") {
			at = 1 // after ssh's option
		}
		command = slices.Insert(command, at, s.Request.Language)
	}
	return s.Address.SSH(command...)
}
