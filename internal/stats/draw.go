package stats

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Widths of the drawing, in cells.
const (
	minWidth   = 40
	maxWidth   = 100
	twoColumns = 72 // from this width, tables are side by side
	gap        = 4  // between tables
	labelWidth = 14
)

// others is shown as the name of the Count without one.
const others = "others"

var (
	bold   = lipgloss.NewStyle().Bold(true)
	dim    = lipgloss.NewStyle().Faint(true)
	accent = lipgloss.NewStyle().Foreground(lipgloss.Cyan)
	alarm  = lipgloss.NewStyle().Foreground(lipgloss.Red)

	none = dim.Render("none")
	// english groups the digits of large numbers.
	english = message.NewPrinter(language.English)
)

// drawing draws a summary.
type drawing struct {
	width  int
	bar    string
	levels []string // of a bar of one cell, the first for 0
}

// Draw returns the summary for a terminal of this width, in cells; at least 40 and
// at most 100 are used. It fits on a screen of 80×24.
func (s Summary) Draw(width int, ascii bool) string {
	d := drawing{width: min(max(width, minWidth), maxWidth), bar: "█", levels: strings.Split("·▁▂▃▄▅▆▇█", "")}
	if ascii {
		d.bar, d.levels = "#", strings.Split("_.:-=+*%#", "")
	}
	lines := []string{"There is nothing to count. Was this logged with --log-format json?"}
	if s.Lines > s.NotUnderstood {
		lines = d.summary(s)
	}
	if s.NotUnderstood > 0 {
		lines = append(lines, dim.Render(english.Sprintf("%d of %d lines were not understood.", s.NotUnderstood, s.Lines)))
	}
	text := trailingSpace.ReplaceAllString(strings.Join(lines, "\n"), "")
	return ansi.Wrap(text, d.width, "") + "\n"
}

var trailingSpace = regexp.MustCompile(`(?m) +$`)

func (d *drawing) summary(s Summary) []string {
	const day = "2 Jan 2006 15:04"
	readers := counted(s.Readers, "reader", "readers")
	if s.Sources > 0 {
		readers += " from " + counted(s.Sources, "address", "addresses")
	}
	reading := none
	if s.LongestSeconds > 0 {
		reading = fmt.Sprintf("median %s, longest %s", time.Duration(s.MedianSeconds)*time.Second, time.Duration(s.LongestSeconds)*time.Second)
	}
	problems := d.listCounts(s.Problems)
	if len(s.Problems) > 0 {
		problems = alarm.Render(problems)
	}
	return []string{
		bold.Render("Read from " + s.From.Format(day) + " to " + s.To.Format(day+" MST")),
		d.labeled("Sessions", english.Sprintf("%d: %s; %d passed by", s.Sessions, readers, s.Sessions-s.Readers)),
		d.labeled("Reading time", reading),
		d.labeled("No session", counted(s.ConnectionsWithoutSession, "connection", "connections")+", "+counted(s.FailedHandshakes, "failed handshake", "failed handshakes")),
		"",
		d.tables(s),
		"",
		d.labeled("By hour", d.hours(s.Hours)+busiest(s)),
		d.labeled("Clients", d.listCounts(s.Clients)),
		d.labeled("Terminals", d.listCounts(s.Terminals)),
		d.labeled("Turned away", d.listCounts(s.TurnedAway)),
		d.labeled("Problems", problems),
	}
}

// tables returns the sections and, beside or below them, what was saved and requested.
func (d *drawing) tables(s Summary) string {
	join, width := lipgloss.JoinVertical, d.width
	if d.width >= twoColumns {
		join, width = lipgloss.JoinHorizontal, (d.width-gap)/2
	}
	sections := d.table("Sections read", s.Sections, 10, width)
	rest := lipgloss.JoinVertical(lipgloss.Left, d.table("Saved", s.Saved, 4, width), d.table("Requested", s.Commands, 5, width))
	return join(lipgloss.Top, lipgloss.NewStyle().Width(width+gap).Render(sections), rest)
}

// table returns a title and at most maxRows lines with bars; if there are more counts, the last sums up the rest.
func (d *drawing) table(title string, counts []Count, maxRows, width int) string {
	if more := len(counts) - maxRows + 1; more > 1 {
		rest := Count{Name: fmt.Sprintf("%d more", more)}
		for _, c := range counts[maxRows-1:] {
			rest.Count += c.Count
		}
		counts = append(slices.Clone(counts[:maxRows-1]), rest)
	}
	rows := []string{bold.Render(title)}
	if len(counts) == 0 {
		rows = append(rows, none)
	}
	longest, digits := 0, 0
	for _, c := range counts {
		longest, digits = max(longest, c.Count), max(digits, len(english.Sprint(c.Count)))
	}
	room := max(1, width-labelWidth-digits-1)
	for _, c := range counts {
		cells := min(room, (c.Count*room+longest-1)/longest)
		rows = append(rows, fmt.Sprintf("%s%s%s %*s", padded(c.name()),
			accent.Render(strings.Repeat(d.bar, cells)), strings.Repeat(" ", room-cells), digits, english.Sprint(c.Count)))
	}
	return strings.Join(rows, "\n")
}

// hours draws a bar of one cell for each hour of the day.
func (d *drawing) hours(readers [24]int) string {
	highest, steps := max(1, slices.Max(readers[:])), len(d.levels)-1
	bars := ""
	for _, n := range readers {
		bars += d.levels[(n*steps+highest-1)/highest]
	}
	return accent.Render(bars)
}

// busiest names the hour and the day with the most readers.
func busiest(s Summary) string {
	if s.Readers == 0 {
		return ""
	}
	hour := slices.Index(s.Hours[:], slices.Max(s.Hours[:]))
	day := slices.MaxFunc(s.Days, func(a, b Count) int { return cmp.Compare(a.Count, b.Count) })
	when := day.name()
	if at, err := time.Parse(time.DateOnly, day.Name); err == nil {
		when = at.Format("Mon 2 Jan")
	}
	return english.Sprintf(" most at %d h, and on %s (%d)", hour, when, day.Count)
}

// listCounts returns as many names with their counts as fit into a line.
func (d *drawing) listCounts(counts []Count) string {
	if len(counts) == 0 {
		return none
	}
	var all []string
	room := d.width - labelWidth
	for _, c := range counts {
		count := " " + english.Sprint(c.Count)
		all = append(all, ansi.Truncate(c.name(), min(32, room-len(count)-len(", ~")), "~")+count)
	}
	text := strings.Join(all, ", ")
	if ansi.StringWidth(text) > room { // a truncated count would be a different number
		fitting := ansi.Truncate(text, room-1, "")
		text = text[:strings.LastIndex(fitting, ", ")+2] + "~"
	}
	return text
}

// labeled returns a text after its label.
func (d *drawing) labeled(label, text string) string {
	return lipgloss.JoinHorizontal(lipgloss.Top, bold.Render(padded(label)), ansi.Wrap(text, d.width-labelWidth, ""))
}

// padded returns a text of labelWidth cells, the last of which is free.
func padded(text string) string {
	text = ansi.Truncate(text, labelWidth-1, "~")
	return text + strings.Repeat(" ", labelWidth-ansi.StringWidth(text))
}

func (c Count) name() string { return cmp.Or(c.Name, others) }

// counted returns a number with its noun.
func counted(n int, one, more string) string {
	if n != 1 {
		one = more
	}
	return english.Sprintf("%d %s", n, one)
}
