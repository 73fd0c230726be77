package server

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
)

// help lists the commands, the files and the sections.
func (s *Server) help(sess *session, ascii bool) string {
	host, width := s.address(sess), textWidth(sess)
	var formats []string
	for _, d := range sess.edition.formats {
		formats = append(formats, d.Name)
	}
	var b strings.Builder
	b.WriteString("With a screen reader:\n\n")
	table(&b, [][2]string{{host.SSH(commandText), "the whole résumé as plain text"}}, width)
	b.WriteString("\nTo read:\n\n")
	table(&b, [][2]string{
		{host.SSH(), "the interactive résumé"},
		{host.SSH("-t", "SECTION"), "the same, opened at that section"},
		{host.SSH("SECTION"), "one section as plain text"},
		{host.SSH(commandText, "| less"), "all of it"},
		{host.SSH(commandSearch, "WORDS"), "every line that mentions them"},
		{host.SSH(commandHelp), "this"},
	}, width)
	b.WriteString("\nTo take away:\n\n")
	table(&b, [][2]string{
		{host.SSH("pdf > resume.pdf"), "as a PDF, or in another format"},
		{host.SCP("resume.pdf"), "the same file"},
		{host.SCP("resume.*"), "every file"},
		{host.SFTP(), "the folder they are in"},
	}, width)
	b.WriteString("\nThe formats:\n\n")
	b.WriteString("  " + strings.ReplaceAll(ansi.Wrap(strings.Join(formats, ", "), width-2, ""), "\n", "\n  ") + "\n")
	b.WriteString("\nThe beginning of a section's name will do. The sections:\n\n")
	var sections [][2]string
	for _, section := range sess.edition.of(ascii).Sections() {
		sections = append(sections, [2]string{section.ID, section.Title})
	}
	table(&b, sections, width)
	if ascii {
		return resume.ASCII(b.String())
	}
	return b.String()
}

// table writes two columns, the first of which is ASCII; where one row of them
// is wider than width cells, each second beneath its first.
func table(b *strings.Builder, rows [][2]string, width int) {
	first, second := 0, 0
	for _, row := range rows {
		first, second = max(first, len(row[0])), max(second, ansi.StringWidth(row[1]))
	}
	for _, row := range rows {
		if 2+first+2+second > width {
			fmt.Fprintf(b, "  %s\n      %s\n", row[0], row[1])
		} else {
			fmt.Fprintf(b, "  %-*s  %s\n", first, row[0], row[1])
		}
	}
}

// notUnderstood says so on one line, with what may have been meant.
func (s *Server) notUnderstood(sess *session, name string, why error, ascii bool) {
	if strings.HasPrefix(name, "rsync ") {
		sess.refuse("rsync is not served here; to fetch every file: "+s.address(sess).SCP("resume.*"), ascii, statusUnknown)
		return
	}
	names := []string{commandText, commandSearch, commandHelp}
	for _, d := range sess.edition.formats {
		names = append(names, d.Name)
	}
	var begun bool // by several sections, which the error lists
	for _, section := range sess.edition.of(ascii).Sections() {
		title := strings.ToLower(section.Title)
		names = append(names, section.ID, title)
		begun = begun || strings.HasPrefix(section.ID, name) || strings.HasPrefix(title, name)
	}
	line := why.Error() + "."
	if !begun {
		line = `there is no command or section "` + told(name) + `".`
		if near := nearest(name, names); near != "" {
			line = line[:len(line)-1] + `; did you mean "` + near + `"?`
		}
	}
	sess.refuse(line+" Try: "+s.address(sess).SSH(commandHelp), ascii, statusUnknown)
}

// nearest looks for the whole of what was typed, without the dashes of an
// option, and then for its first word.
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
