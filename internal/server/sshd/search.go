package sshd

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// search prints every entry that mentions the query under its section's title,
// with grep's exit statuses. On a terminal the query stands out.
func (ch *channel) search() {
	s := ch.session
	query, w := s.Request.Query, s.Words.Answers
	if query == "" {
		ch.refuse(words.Fill(w.NoQuery, "command", sshCommand(s, commandSearch, w.SearchWords)), statusUsage)
		return
	}
	var style ansi.Style
	if s.Terminal.CanDraw() {
		if style = style.Bold(); s.Environment.Profile(s.Terminal.Name) >= colorprofile.ANSI {
			style = style.ForegroundColor(ansi.Red) // as grep
		}
	}
	var out strings.Builder
	for _, found := range search(s.Edition, query, s.Environment.ASCII()) {
		s.Sections = append(s.Sections, found.section.ID)
		if out.Len() > 0 {
			out.WriteString("\n")
		}
		out.WriteString(found.section.Title + "\n")
		for _, entry := range found.entries {
			for _, line := range wrapped(entry, query, style, s.TextWidth()-2) {
				out.WriteString("  " + line + "\n")
			}
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

// search returns the sections that mention a query, the best first: in the edition
// of the reader, or if there is nothing, in the first other that mentions it.
func search(edition *catalog.Edition, query string, ascii bool) []result {
	found := searchIn(edition.Lines(ascii), query)
	for _, e := range edition.Snapshot.Editions {
		if len(found) == 0 && e != edition {
			found = searchIn(e.Lines(ascii), query)
		}
	}
	return found
}

func searchIn(sections []catalog.Lines, query string) []result {
	has := func(text string) bool { return len(resume.Find(text, query)) > 0 }
	var all []result
	for _, lines := range sections {
		section := lines.Section
		titles := slices.DeleteFunc(section.Titles(), func(title string) bool { return !has(title) })
		found := result{section: section, rank: rankText}
		var texts []string
		_, text, _ := strings.Cut(lines.Text, "\n") // the first line is the heading
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

// wrapped returns an entry in lines of at most width cells, in which the query
// stands out in a style.
func wrapped(entry, query string, style ansi.Style, width int) (lines []string) {
	matches := resume.Find(entry, query)
	layout := linebreak.Layout[int]{
		First: width, Rest: width,
		Width: func(from, to int) int { return ansi.StringWidth(entry[from:to]) },
	}
	for _, l := range layout.Lines(entry) {
		var b strings.Builder
		at := l.From
		for _, match := range matches {
			if from, to := max(match[0], at), min(match[1], l.To); from < to {
				b.WriteString(entry[at:from] + style.Styled(entry[from:to]))
				at = to
			}
		}
		lines = append(lines, b.String()+entry[at:l.To])
	}
	return lines
}
