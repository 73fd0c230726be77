package sshd

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/cells"
	"ssh-resume/internal/export"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

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

// formats returns the names of the formats.
func formats(e *catalog.Edition) (names []string) {
	for _, d := range e.Documents {
		names = append(names, d.Name)
	}
	return names
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

// languages returns the editions that a visitor can choose from; none if there is no choice.
func languages(e *catalog.Edition) []*catalog.Edition {
	if all := e.Snapshot.Editions; len(all) > 1 {
		return all
	}
	return nil
}

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
