package sshd

import (
	"cmp"
	"path"
	"strings"

	"ssh-resume/internal/export"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// unknown returns the line that says that a command is unknown, and suggests what may have been meant.
func (ch *channel) unknown() string {
	s := ch.session
	w, typed := s.Words.Answers, s.Request.Typed
	name := strings.TrimLeft(strings.ToLower(typed), "-") // as an option of other programs, such as --help
	first, _, _ := strings.Cut(name, " ")
	helpCommand := sshCommand(s, commandHelp)
	if sentence := refusal(ch.command, s); sentence != "" {
		return sentence
	}
	if several := s.Request.Sections; len(several) > 0 {
		return words.Fill(w.Ambiguous, "typed", printable.Quoted(typed), "sections", strings.Join(several, s.Words.Marks.List), "command", helpCommand)
	}
	var tags []string
	for _, e := range languages(s.Edition) {
		tags = append(tags, e.Language)
	}
	if len(tags) > 0 && resume.LanguageNamed(strings.ReplaceAll(first, "_", "-")) != "" {
		all := strings.Join(tags, s.Words.Marks.List)
		return words.Fill(w.NoLanguage, "typed", printable.Quoted(first), "languages", all, "command", helpCommand)
	}
	names := append(formats(s.Edition), commandSearch, commandHelp, commandCard)
	names = append(names, tags...)
	for _, section := range s.Edition.Resume.Sections() {
		names = append(names, section.ID, strings.ToLower(section.Title))
	}
	sentence := w.Unknown
	near := cmp.Or(reordered(name, s.Edition), resume.Nearest(name, names), resume.Nearest(first, names))
	if near != "" {
		sentence = w.UnknownNear
	}
	return words.Fill(sentence, "typed", printable.Quoted(typed), "near", near, "command", helpCommand)
}

// reordered returns the command for a file name such as resume.de.pdf, or for a language that comes last, as in
// "text de"; empty for anything else.
func reordered(typed string, e *catalog.Edition) string {
	for _, edition := range e.Snapshot.Editions {
		for _, d := range edition.Documents {
			if typed != d.File {
				continue
			}
			if edition.Language == e.Language {
				return d.Name
			}
			return edition.Language + " " + d.Name
		}
	}
	if at := strings.LastIndex(typed, " "); at > 0 {
		if edition := e.Snapshot.In(typed[at+1:]); edition != nil {
			return edition.Language + " " + typed[:at]
		}
	}
	return ""
}

// refusal returns the sentence for a command for a program that is not here, and empty for any other.
func refusal(command string, s *session.Session) string {
	w, host := &s.Words.Answers, s.Address
	first, rest, _ := strings.Cut(s.Request.Typed, " ")
	switch program := path.Base(first); {
	case program == commandRsync:
		return words.Fill(w.Rsync, "command", host.SCP(export.AllFiles("")))
	case strings.HasPrefix(program, "mosh-"):
		return words.Fill(w.NoMosh, "command", sshCommand(s))
	case strings.HasPrefix(program, "git-") || program == "git":
		return words.Fill(w.NoGit, "command", host.SCP(export.AllFiles("")))
	case strings.HasPrefix(program, "sftp-"):
		return words.Fill(w.UseSFTP, "command", host.SFTP())
	case program == "tic", program == "infocmp", strings.Contains(rest, "tic -x"), strings.Contains(rest, "terminfo"):
		return words.Fill(w.NoInstall, "command", sshCommand(s))
	case isForShell(command):
		return words.Fill(w.NoShell, "command", sshCommand(s))
	}
	return ""
}
