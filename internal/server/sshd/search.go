package sshd

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// search prints every entry that mentions the query under its section's title,
// with grep's exit statuses. On a terminal the query stands out.
func (ch *channel) search() {
	s := ch.session
	query, ascii, w := s.Request.Query, s.Environment.ASCII(), s.Snapshot.Words.Answers
	if query == "" {
		ch.refuse(words.Fill(w.NoQuery, "command", s.Address.SSH(commandSearch, w.SearchWords)), statusUsage)
		return
	}
	var out strings.Builder
	for _, found := range search(s.Snapshot, query, ascii) {
		s.Sections = append(s.Sections, found.section.ID)
		if out.Len() > 0 {
			out.WriteString("\n")
		}
		out.WriteString(found.section.Title + "\n")
		for _, entry := range found.entries {
			if s.Terminal.CanDraw() {
				entry = highlighted(entry, query, s.Environment.Profile(s.Terminal.Name))
			}
			indented := strings.ReplaceAll(ansi.Wrap(entry, s.TextWidth()-2, ""), "\n", "\n  ")
			out.WriteString("  " + indented + "\n")
		}
	}
	if out.Len() == 0 {
		ch.refuse(words.Fill(w.NotFound, "query", session.Quoted(query)), statusNone)
		return
	}
	s.Print(out.String())
}

// Ranks of what is found, the best first. They are those of the screen.
const (
	rankHeading = iota // the heading of the section
	rankTitle          // the title of an entry
	rankText
)

// result is a section that mentions a query, and its entries that do, the best
// first.
type result struct {
	section resume.Section
	rank    int // the best in the section
	entries []string
}

// search returns the sections that mention a query, the best first.
func search(snapshot *catalog.Snapshot, query string, ascii bool) []result {
	has := func(text string) bool { return len(resume.Find(text, query)) > 0 }
	var all []result
	for _, section := range snapshot.In(ascii).Sections() {
		titles := slices.DeleteFunc(section.Titles(), func(title string) bool { return !has(title) })
		found := result{section: section, rank: rankText}
		var texts []string
		// In lines without end, each line is an entry; the first is the heading.
		_, text, _ := strings.Cut(snapshot.SectionText(section, math.MaxInt32, ascii), "\n")
		for line := range strings.Lines(text) {
			if !has(line) {
				continue
			}
			entry := strings.TrimPrefix(strings.TrimSpace(line), "- ")
			if slices.ContainsFunc(titles, func(title string) bool { return isTitled(entry, title) }) {
				found.entries, found.rank = append(found.entries, entry), rankTitle
			} else {
				texts = append(texts, entry)
			}
		}
		if has(section.Title) || has(section.Heading) {
			found.rank = rankHeading
		}
		if found.entries = append(found.entries, texts...); len(found.entries) > 0 || found.rank == rankHeading {
			all = append(all, found)
		}
	}
	slices.SortStableFunc(all, func(a, b result) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// isTitled reports whether an entry, as plain text sets it, has a title: "Title",
// "1. Title: …", "“Title”: …", "Title, City (2020)" or "Employer: Title (2020)".
func isTitled(entry, title string) bool {
	before, after, found := strings.Cut(entry, title)
	if !found || strings.TrimLeft(before, "0123456789. \"“”„«»「」") != "" && !strings.HasSuffix(before, ": ") {
		return false
	}
	after = strings.TrimLeft(after, "\"“”„«»「」")
	return after == "" || strings.HasPrefix(after, ":") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, " (")
}

// highlighted returns an entry in which the query stands out.
func highlighted(entry, query string, profile colorprofile.Profile) string {
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
