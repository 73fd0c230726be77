package sshd

import (
	"errors"

	"github.com/charmbracelet/x/ansi"

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
