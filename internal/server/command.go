package server

import (
	"fmt"
	"strings"

	"charm.land/ssh"

	"ssh-resume/internal/resume"
)

// Commands that a visitor can type after the host, besides the sections.
const (
	commandText = "text"
	commandHelp = "help"
)

// statusUnknown is a shell's exit status for a command that it can't find.
const statusUnknown = 127

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
		name := strings.Join(sess.Command(), " ")
		switch {
		case name == commandText, name == "" && !sess.terminal():
			sess.print(s.documents.text(textWidth(sess), ascii))
			return
		case name == commandHelp:
			sess.print(s.help(sess, ascii))
			return
		case name == "":
			next(sess)
			return
		}
		section, err := s.documents.of(ascii).Section(name)
		switch {
		case err != nil:
			host := typed(s.config.PublicAddress, sess.LocalAddr())
			complaint := fmt.Sprintf("%v; for all there is to type: ssh %s help\n", err, host)
			if ascii {
				complaint = resume.ASCII(complaint)
			}
			sess.complain(complaint)
			_ = sess.Exit(statusUnknown)
		case sess.terminal():
			next(sess)
		default:
			sess.read = []string{section.ID}
			sess.print(s.documents.section(section, textWidth(sess), ascii))
		}
	}
}

// textWidth is what export.Text can fill.
func textWidth(sess *session) int { return max(sess.width(), 20) }

// sectionID gives the section that a command names, empty where it is another.
func (s *Server) sectionID(command string) string {
	section, err := s.documents.resume.Section(strings.Join(strings.Fields(command), " "))
	if command == "" || err != nil {
		return ""
	}
	return section.ID
}

// help lists the commands and the sections.
func (s *Server) help(sess *session, ascii bool) string {
	host := typed(s.config.PublicAddress, sess.LocalAddr())
	var b strings.Builder
	table(&b, [][2]string{
		{"ssh " + host, "the interactive résumé"},
		{"ssh -t " + host + " SECTION", "the same, opened at that section"},
		{"ssh " + host + " SECTION", "one section as plain text"},
		{"ssh " + host + " " + commandText, "the whole résumé as plain text"},
		{"ssh " + host + " " + commandHelp, "this"},
	})
	b.WriteString("\nThe beginning of a section's name will do. The sections:\n\n")
	var sections [][2]string
	for _, section := range s.documents.of(ascii).Sections() {
		sections = append(sections, [2]string{section.ID, section.Title})
	}
	table(&b, sections)
	if ascii {
		return resume.ASCII(b.String())
	}
	return b.String()
}

// table writes two columns, of which the first is ASCII.
func table(b *strings.Builder, rows [][2]string) {
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	for _, row := range rows {
		fmt.Fprintf(b, "  %-*s  %s\n", width, row[0], row[1])
	}
}
