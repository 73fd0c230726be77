package sshd

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// help lists the commands, the files and the sections.
func help(s *session.Session) string {
	host, width, w := s.Address, s.TextWidth(), s.Snapshot.Words.Answers
	var formats []string
	for _, d := range s.Snapshot.Documents() {
		formats = append(formats, d.Name)
	}
	var sections [][2]string
	for _, section := range s.Snapshot.In(s.Environment.ASCII()).Sections() {
		sections = append(sections, [2]string{section.ID, section.Title})
	}
	var b strings.Builder
	b.WriteString(w.HelpScreenReader + "\n\n")
	catalog.Table(&b, [][2]string{{host.SSH(export.PlainText), w.HelpTextForReader}}, width)
	b.WriteString("\n" + w.HelpRead + "\n\n")
	catalog.Table(&b, [][2]string{
		{host.SSH(), w.HelpInteractive},
		{host.SSH("-t", w.SectionName), w.HelpAtSection},
		{host.SSH(w.SectionName), w.HelpSection},
		{host.SSH(export.PlainText, "| less"), w.HelpText},
		{host.SSH(commandSearch, w.SearchWords), w.HelpSearch},
		{host.SSH(commandCard), w.HelpCard},
		{host.SSH(commandHelp), w.HelpHelp},
	}, width)
	b.WriteString("\n" + w.HelpSave + "\n\n")
	catalog.Table(&b, [][2]string{
		{host.SSH("pdf > resume.pdf"), w.HelpFormat},
		{host.SCP("resume.pdf"), w.HelpFile},
		{host.SCP("resume.*"), w.HelpFiles},
		{host.SFTP(), w.HelpFolder},
	}, width)
	b.WriteString("\n" + w.HelpFormats + "\n\n")
	b.WriteString("  " + strings.ReplaceAll(ansi.Wrap(strings.Join(formats, ", "), width-2, ""), "\n", "\n  ") + "\n")
	b.WriteString("\n" + w.HelpSections + "\n\n")
	catalog.Table(&b, sections, width)
	return b.String()
}

// unknown says in one line that a command is unknown, and what may have been meant.
func (ch *channel) unknown() {
	s := ch.session
	w, typed := s.Snapshot.Words.Answers, s.Request.Typed
	name, helpCommand := strings.ToLower(typed), s.Address.SSH(commandHelp)
	if sentence := refusal(ch.command, s); sentence != "" {
		ch.refuse(sentence, statusUnknown)
		return
	}
	if several := s.Request.Sections; len(several) > 0 {
		ch.refuse(words.Fill(w.Ambiguous,
			"typed", session.Quoted(typed), "sections", strings.Join(several, ", "), "command", helpCommand), statusUnknown)
		return
	}
	names := []string{commandSearch, commandHelp, commandCard}
	for _, d := range s.Snapshot.Documents() {
		names = append(names, d.Name)
	}
	for _, section := range s.Snapshot.In(s.Environment.ASCII()).Sections() {
		names = append(names, section.ID, strings.ToLower(section.Title))
	}
	sentence := w.Unknown
	near := nearest(name, names)
	if near != "" {
		sentence = w.UnknownNear
	}
	ch.refuse(words.Fill(sentence, "typed", session.Quoted(typed), "near", near, "command", helpCommand), statusUnknown)
}

// nearest returns the name that is most like the whole of what was typed, without
// the dashes of an option, or like its first word; empty if none is.
func nearest(typed string, names []string) string {
	typed = strings.TrimLeft(typed, "-")
	word, _, _ := strings.Cut(typed, " ")
	if slices.Contains(names, word) {
		return word
	}
	if near := resume.Nearest(typed, names); near != "" {
		return near
	}
	return resume.Nearest(word, names)
}
