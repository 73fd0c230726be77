package sshd

import (
	"strings"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server/session"
)

// Words that visitors type after the host, besides sections and formats.
const (
	commandSearch = "search"
	commandHelp   = "help"
)

// newRequest returns what a visitor asks for with a command line, which is empty
// for a shell, or a subsystem. The session's terminal, environment and snapshot are
// set.
func newRequest(command, subsystem string, s *session.Session) session.Request {
	r := session.Request{Typed: strings.Join(strings.Fields(command), " ")}
	name := strings.ToLower(r.Typed)
	word, _, _ := strings.Cut(name, " ")
	switch {
	case subsystem == subsystemSFTP:
		r.Kind = session.KindSFTP
	case isSCP(command):
		r.Kind = session.KindSCP
	case name == "" && s.Terminal.CanDraw():
		r.Kind = session.KindInteractive
	case name == "":
		r.Kind, r.Format = session.KindFormat, export.PlainText
	case name == commandHelp:
		r.Kind = session.KindHelp
	case word == commandSearch:
		r.Kind, r.Query = session.KindSearch, strings.TrimSpace(r.Typed[len(word):])
	case s.Snapshot.Document(name) != nil:
		r.Kind, r.Format = session.KindFormat, name
	default:
		section, err := s.Snapshot.In(s.Environment.ASCII()).Section(name)
		switch {
		case err != nil:
			r.Kind, r.Problem = session.KindUnknown, err
		case s.Terminal.CanDraw():
			r.Kind, r.Section = session.KindInteractive, section.ID
		default:
			r.Kind, r.Section = session.KindSection, section.ID
		}
	}
	return r
}
