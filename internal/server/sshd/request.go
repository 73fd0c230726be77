package sshd

import (
	_ "embed" // shells
	"path"
	"slices"
	"strings"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
)

// Words that visitors type after the host, besides sections and formats.
const (
	commandSearch = "search"
	commandHelp   = address.Help // also named in the interactive résumé
	commandCard   = "card"

	// Sent by visitors' programs.
	commandSCP    = "scp"
	commandRsync  = "rsync"
	subsystemSFTP = "sftp"
)

// Commands returns the words that visitors type after the host for something other than
// a section. No section may have one of them as its id.
func Commands(formats []export.Format) []string {
	all := []string{commandSearch, commandHelp, commandCard, commandSCP, commandRsync, subsystemSFTP}
	for _, f := range formats {
		all = append(all, f.Name)
	}
	return all
}

// formats returns the names of the formats.
func formats(e *catalog.Edition) (names []string) {
	for _, d := range e.Documents {
		names = append(names, d.Name)
	}
	return names
}

// languages returns the editions that a visitor can choose from; none if there is no choice.
func languages(e *catalog.Edition) []*catalog.Edition {
	if all := e.Snapshot.Editions; len(all) > 1 {
		return all
	}
	return nil
}

// Kinds of requests that only this front end has.
const (
	kindSFTP session.Kind = "sftp"
	kindSCP  session.Kind = "scp"
)

// Kinds returns the kinds of requests that are answered.
func Kinds() []session.Kind {
	return []session.Kind{
		session.KindInteractive, session.KindSection, session.KindFormat, session.KindSearch, session.KindHelp,
		session.KindCard, kindSFTP, kindSCP, session.KindUnknown,
	}
}

// newRequest returns what a visitor asks for with a command line, which is empty for a shell, or a subsystem.
// It also returns the edition for the answer: the session's, unless the command begins with another language.
func newRequest(command, subsystem string, s *session.Session) (session.Request, *catalog.Edition) {
	r := session.Request{Typed: strings.Join(strings.Fields(command), " ")}
	edition := s.Edition
	first, rest, _ := strings.Cut(r.Typed, " ")
	if named := edition.Snapshot.In(first); named != nil {
		edition, r.Language, r.Typed = named, named.Language, rest
	}
	if s.Environment.ASCII() {
		edition = edition.ASCII()
	}
	name := strings.ToLower(r.Typed)
	word, _, _ := strings.Cut(name, " ")
	switch {
	case subsystem == subsystemSFTP:
		r.Kind = kindSFTP
	case isSCP(command):
		r.Kind = kindSCP
	case name == "" && s.Terminal.CanDraw():
		r.Kind = session.KindInteractive
	case name == "":
		r.Kind, r.Format = session.KindFormat, export.PlainText
	case name == commandHelp:
		r.Kind = session.KindHelp
	case name == commandCard:
		r.Kind = session.KindCard
	case word == commandSearch:
		r.Kind, r.Query = session.KindSearch, strings.TrimSpace(r.Typed[len(word):])
	case edition.Document(name) != nil:
		r.Kind, r.Format = session.KindFormat, name
	default:
		section, several := edition.Resume.Section(name)
		switch {
		case section.ID == "" && s.Terminal.CanDraw() && isForShell(command):
			r.Kind = session.KindInteractive
		case section.ID == "":
			r.Kind, r.Sections = session.KindUnknown, several
		case s.Terminal.CanDraw():
			r.Kind, r.Section = session.KindInteractive, section.ID
		default:
			r.Kind, r.Section = session.KindSection, section.ID
		}
	}
	return r, edition
}

// shells are programs that expect a shell to run their commands, and words that only such a command begins with.
//
//go:embed shells.txt
var shells string

// isForShell reports whether a command can only be meant for a shell: a terminal or an ssh wrapper added it,
// not the visitor.
func isForShell(command string) bool {
	command = strings.Trim(strings.TrimSpace(command), `"'`) // cmd.exe passes its own quotes on
	if strings.ContainsAny(command, "\n;|&`<>") || strings.Contains(command, "$(") || strings.Contains(command, " -c ") {
		return true
	}
	first, _, _ := strings.Cut(command, " ")
	// A variable, a group of commands, an assignment, or a path; but a search also begins with a slash.
	if strings.HasPrefix(first, "$") || strings.HasPrefix(first, "(") ||
		strings.Index(first, "=") > 0 || strings.LastIndex(first, "/") > 0 {
		return true
	}
	return slices.Contains(strings.Fields(shells), strings.TrimSuffix(path.Base(first), ".exe"))
}
