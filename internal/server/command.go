package server

import (
	"strings"

	"charm.land/ssh"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// Commands that a visitor can type after the host, besides the sections and
// the formats.
const (
	commandText   = export.PlainText // a format that is set for the visitor
	commandSearch = "search"
	commandHelp   = "help"
)

// Kinds of commands besides, as log and metrics call them.
const (
	commandSCP     = "scp"
	commandUnknown = "unknown"
	commandSection = "section" // only the metrics: the log has which
	commandNone    = "none"    // likewise: a shell
)

// Exit statuses of a shell and of grep.
const (
	statusNone    = 1 // nothing was found
	statusUsage   = 2
	statusUnknown = 127 // there is no such command
)

// plainText answers what needs no terminal that can do more than print, and
// hands on the rest.
func (s *Server) plainText(next ssh.Handler) ssh.Handler {
	return func(visit ssh.Session) {
		sess, ok := visit.(*session)
		if !ok {
			next(visit)
			return
		}
		ascii := sess.env.ascii()
		words := strings.Fields(strings.ToLower(sess.command))
		name := strings.Join(words, " ")
		switch {
		case name == commandText, name == "" && !sess.terminal():
			sess.print(sess.edition.text(textWidth(sess), ascii))
		case name == "":
			next(sess)
		case name == commandHelp:
			sess.print(s.help(sess, ascii))
		case words[0] == commandSearch:
			s.search(sess, ascii)
		case sess.edition.format(name) != nil:
			s.give(sess, sess.edition.format(name))
		default:
			section, err := sess.edition.of(ascii).Section(name)
			switch {
			case err != nil:
				s.notUnderstood(sess, name, err, ascii)
			case sess.terminal():
				next(sess)
			default:
				sess.read = []string{section.ID}
				sess.print(sess.edition.section(section, textWidth(sess), ascii))
			}
		}
	}
}

// kind gives what of a command is logged: which it is, or the section that it
// names, and none of the visitor's own words. It is empty for a shell.
func (s *session) kind() string {
	words := strings.Fields(strings.ToLower(s.command))
	name := strings.Join(words, " ")
	switch {
	case isSCP(s.command):
		return commandSCP
	case name == "", name == commandHelp, s.edition.format(name) != nil:
		return name
	case words[0] == commandSearch:
		return commandSearch
	}
	if section, err := s.edition.of(s.env.ascii()).Section(name); err == nil {
		return section.ID
	}
	return commandUnknown
}

// textWidth is what export.Text can fill.
func textWidth(sess *session) int { return max(sess.width(), 20) }

// address returns where the visitor reaches the résumé.
func (s *Server) address(sess *session) address.Address {
	return address.Of(s.config.PublicAddress, sess.LocalAddr())
}

// sectionID gives the section that a command names, empty where it is another.
func (d *documents) sectionID(command string, ascii bool) string {
	if command == "" {
		return "" // as most visitors come: to look for a section takes memory
	}
	section, err := d.of(ascii).Section(strings.Join(strings.Fields(command), " "))
	if err != nil {
		return ""
	}
	return section.ID
}

// refuse answers with one line on standard error and an exit status.
func (s *session) refuse(line string, ascii bool, status int) {
	if ascii {
		line = resume.ASCII(line)
	}
	s.complain(line + "\n")
	_ = s.Exit(status)
}
