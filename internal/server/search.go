package server

import (
	"math"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
)

// search prints every entry that mentions the words under its section's title,
// with grep's exit statuses. On a terminal the words stand out.
func (s *Server) search(sess *session, ascii bool) {
	words := strings.Fields(sess.command)[1:]
	if len(words) == 0 {
		sess.refuse("what to look for is missing: "+s.address(sess).SSH(commandSearch, "WORDS"), ascii, statusUsage)
		return
	}
	query := strings.Join(words, " ")
	var out strings.Builder
	for _, section := range sess.edition.of(ascii).Sections() {
		title, entries := sess.edition.mentions(section, query, ascii)
		if !title && len(entries) == 0 {
			continue
		}
		sess.read = append(sess.read, section.ID)
		if out.Len() > 0 {
			out.WriteString("\n")
		}
		out.WriteString(section.Title + "\n")
		for _, entry := range entries {
			if sess.terminal() {
				entry = marked(entry, query, sess.env.profile(sess.term))
			}
			indented := strings.ReplaceAll(ansi.Wrap(entry, textWidth(sess)-2, ""), "\n", "\n  ")
			out.WriteString("  " + indented + "\n")
		}
	}
	if out.Len() == 0 {
		sess.refuse(`nothing mentions "`+told(query)+`"`, ascii, statusNone)
		return
	}
	sess.print(out.String())
}

// mentions gives the entries of a section that mention the query, and whether
// its title does.
func (d *documents) mentions(section resume.Section, query string, ascii bool) (title bool, entries []string) {
	// In lines that never end, each is an entry; the first is the heading.
	_, text, _ := strings.Cut(d.section(section, math.MaxInt32, ascii), "\n")
	for line := range strings.Lines(text) {
		if len(resume.Find(line, query)) > 0 {
			entries = append(entries, strings.TrimPrefix(strings.TrimSpace(line), "- "))
		}
	}
	title = len(resume.Find(section.Title, query))+len(resume.Find(section.Heading, query)) > 0
	return title, entries
}

// marked sets the query apart in an entry.
func marked(entry, query string, profile colorprofile.Profile) string {
	style := ansi.NewStyle().Bold()
	if profile >= colorprofile.ANSI {
		style = style.ForegroundColor(ansi.Red) // as grep
	}
	var b strings.Builder
	at := 0
	for _, found := range resume.Find(entry, query) {
		b.WriteString(entry[at:found[0]] + style.Styled(entry[found[0]:found[1]]))
		at = found[1]
	}
	return b.String() + entry[at:]
}
