package sshd

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/linebreak"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/words"
)

// search prints every entry that mentions the query under its section's title, with
// grep's exit statuses. On a terminal the query is highlighted.
func (ch *channel) search() {
	s := ch.session
	query, w := s.Request.Query, s.Words.Answers
	if query == "" {
		ch.exitWith(words.Fill(w.NoQuery, "command", sshCommand(s, commandSearch, w.SearchWords)), statusUsage)
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
		for _, entry := range slices.Concat(found.titles, found.texts) {
			for _, line := range entry.wrapped(style, s.TextWidth()-2) {
				out.WriteString("  " + line + "\n")
			}
		}
	}
	if out.Len() == 0 {
		ch.exitWith(words.Fill(w.NotFound, "query", printable.Quoted(query)), statusNone)
		return
	}
	s.Print(out.String())
}

// result is a section that mentions a query, and the entries that do, best first.
type result struct {
	section       *resume.Section
	rank          int // the best in the section
	titles, texts []entry
}

// entry is an entry that mentions the query, with the places.
type entry struct {
	text    string
	matches []resume.Match
}

// search returns the sections that mention a query, best first: in the reader's edition or, if there are none,
// in the first other edition that mentions it.
func search(edition *catalog.Edition, query string, ascii bool) []*result {
	found := searchIn(edition.Lines(), query)
	for _, e := range edition.Snapshot.Editions {
		if len(found) == 0 && e.Language != edition.Language {
			if ascii {
				e = e.ASCII()
			}
			found = searchIn(e.Lines(), query)
		}
	}
	return found
}

func searchIn(lines *catalog.Lines, query string) (all []*result) {
	search := lines.Search(query)
	for text := int32(0); ; {
		var matches []resume.Match
		if matches, text = search.Next(nil, text, math.MaxInt); len(matches) == 0 {
			break
		}
		line := lines.Lines[matches[0].Text]
		if len(all) == 0 || all[len(all)-1].section != line.Section {
			all = append(all, &result{section: line.Section, rank: resume.RankText})
		}
		found := all[len(all)-1]
		switch {
		case line.Heading:
			found.rank = resume.RankHeading
		case len(resume.Find(line.Title, query)) > 0:
			found.rank = min(found.rank, resume.RankTitle)
			found.titles = append(found.titles, entry{line.Text, matches})
		default:
			found.texts = append(found.texts, entry{line.Text, matches})
		}
	}
	slices.SortStableFunc(all, func(a, b *result) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// wrapped returns an entry in lines of at most width cells, with the query highlighted in a style.
func (e entry) wrapped(style ansi.Style, width int) (lines []string) {
	layout := linebreak.Layout[int]{
		First: width, Rest: width,
		Width: func(from, to int) int { return ansi.StringWidth(e.text[from:to]) },
	}
	for _, l := range layout.Lines(e.text) {
		line, at := "", l.From
		for _, m := range e.matches {
			if from, to := max(int(m.From), at), min(int(m.To), l.To); from < to {
				line += e.text[at:from] + style.Styled(e.text[from:to])
				at = to
			}
		}
		lines = append(lines, line+e.text[at:l.To])
	}
	return lines
}
