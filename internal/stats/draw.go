package stats

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// Widths of the drawing, in cells.
const (
	minWidth   = 40
	maxWidth   = 100
	twoColumns = 72 // from this width on, tables stand side by side
	gap        = 4  // between tables
	labelWidth = 13
)

// others is shown for the name of the Count without one.
const others = "others"

// Style is how to draw a summary.
type Style struct {
	Width int // of the window, in cells; at least 40 and at most 100 are used
	Color bool
	ASCII bool
}

// printer collects the lines of a summary.
type printer struct {
	Style
	out strings.Builder
}

// Draw writes the summary. It fits on a screen of 80×24.
func (s Summary) Draw(w io.Writer, style Style) error {
	style.Width = min(max(style.Width, minWidth), maxWidth)
	p := printer{Style: style}
	if s.Lines > s.NotUnderstood {
		p.summary(s)
	} else {
		p.line("There is nothing to count. Was this logged with --log-format json?")
	}
	if s.NotUnderstood > 0 {
		p.line(p.dim(fmt.Sprintf("%s of %s lines were not understood.", grouped(s.NotUnderstood), grouped(s.Lines))))
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

func (p *printer) summary(s Summary) {
	const day = "2 Jan 2006 15:04"
	p.line(p.bold("Read from " + s.From.Format(day) + " to " + s.To.Format(day+" MST")))
	readers := counted(s.Readers, "reader", "readers")
	if s.Sources > 0 {
		readers += " from " + counted(s.Sources, "address", "addresses")
	}
	p.labeled("Sessions", fmt.Sprintf("%s: %s; %s passed by", grouped(s.Sessions), readers, grouped(s.Sessions-s.Readers)))
	reading := p.dim("none")
	if s.LongestSeconds > 0 {
		reading = fmt.Sprintf("median %s, longest %s", duration(s.MedianSeconds), duration(s.LongestSeconds))
	}
	p.labeled("Reading time", reading)
	p.labeled("No session", counted(s.ConnectionsWithoutSession, "connection", "connections")+", "+counted(s.FailedHandshakes, "failed handshake", "failed handshakes"))
	p.line("")
	p.tables(s)
	p.line("")
	p.labeled("By hour", p.bars(s.Hours[:])+busiest(s))
	p.labeled("Clients", p.names(s.Clients))
	p.labeled("Terminals", p.names(s.Terminals))
	p.labeled("Turned away", p.names(s.TurnedAway))
	problems := p.names(s.Problems)
	if len(s.Problems) > 0 {
		problems = p.styled("31", problems)
	}
	p.labeled("Problems", problems)
}

// tables draws the sections and, beside or below them, what was saved and requested.
func (p *printer) tables(s Summary) {
	width := p.Width
	if p.Width >= twoColumns {
		width = (p.Width - gap) / 2
	}
	lines := p.table("Sections read", s.Sections, 10, width)
	beside := slices.Concat(p.table("Saved", s.Saved, 4, width), p.table("Requested", s.Commands, 5, width))
	if width == p.Width {
		lines, beside = append(lines, beside...), nil
	}
	lines = append(lines, make([]string, max(0, len(beside)-len(lines)))...)
	for i, line := range lines {
		if i < len(beside) {
			line += strings.Repeat(" ", max(0, width+gap-ansi.StringWidth(line))) + beside[i]
		}
		p.line(line)
	}
}

// table returns a title and at most maxRows lines with bars. If there are more
// counts, the last line sums up the rest.
func (p *printer) table(title string, counts []Count, maxRows, width int) []string {
	lines := []string{p.bold(title)}
	if len(counts) == 0 {
		return append(lines, p.dim("none"))
	}
	if len(counts) > maxRows {
		rest := 0
		for _, c := range counts[maxRows-1:] {
			rest += c.Count
		}
		more := strconv.Itoa(len(counts)-maxRows+1) + " more"
		counts = append(slices.Clone(counts[:maxRows-1]), Count{more, rest})
	}
	number, longest := 0, 0
	for _, c := range counts {
		number, longest = max(number, len(grouped(c.Count))), max(longest, c.Count)
	}
	room := max(1, width-labelWidth-number-2)
	for _, c := range counts {
		bar := strings.Repeat(p.glyph("█", "#"), min(room, (c.Count*room+longest-1)/longest))
		lines = append(lines, fmt.Sprintf("%s %s%s %*s", pad(cmp.Or(c.Name, others), labelWidth),
			p.accent(bar), strings.Repeat(" ", room-ansi.StringWidth(bar)), number, grouped(c.Count)))
	}
	return lines
}

// bars draws each number as a bar of one cell.
func (p *printer) bars(numbers []int) string {
	levels := []rune(p.glyph("▁▂▃▄▅▆▇█", ".:-=+*%#"))
	highest := max(1, slices.Max(numbers))
	var b strings.Builder
	for _, n := range numbers {
		if n == 0 {
			b.WriteString(p.dim(p.glyph("·", "_")))
		} else {
			b.WriteString(p.accent(string(levels[(n*len(levels)-1)/highest])))
		}
	}
	return b.String()
}

// busiest names the hour and the day with most readers.
func busiest(s Summary) string {
	if s.Readers == 0 {
		return ""
	}
	hour := slices.Index(s.Hours[:], slices.Max(s.Hours[:]))
	day := slices.MaxFunc(s.Days, func(a, b Count) int { return cmp.Compare(a.Count, b.Count) })
	when := cmp.Or(day.Name, others)
	if at, err := time.Parse(time.DateOnly, day.Name); err == nil {
		when = at.Format("Mon 2 Jan")
	}
	return fmt.Sprintf(" most at %d h, and on %s (%s)", hour, when, grouped(day.Count))
}

// names returns as many names with their counts as fit into a line.
func (p *printer) names(counts []Count) string {
	if len(counts) == 0 {
		return p.dim("none")
	}
	text, more := "", "" // more is what follows if no further name does
	for i, c := range counts {
		next := ansi.Truncate(cmp.Or(c.Name, others), 32, "~") + " " + grouped(c.Count)
		if i > 0 {
			next = text + ", " + next
		}
		rest := ""
		if left := len(counts) - i - 1; left > 0 {
			rest = fmt.Sprintf(", %d more", left)
		}
		if i > 0 && ansi.StringWidth(next+rest) > p.Width-labelWidth-1 {
			break
		}
		text, more = next, rest
	}
	return text + more
}

func (p *printer) labeled(label, text string) {
	label = p.bold(pad(label, labelWidth))
	for line := range strings.SplitSeq(ansi.Wrap(text, p.Width-labelWidth-1, ""), "\n") {
		p.line(label + " " + line)
		label = strings.Repeat(" ", labelWidth)
	}
}

func (p *printer) line(text string) {
	p.out.WriteString(strings.TrimRight(ansi.Truncate(text, p.Width, p.glyph("…", ">")), " ") + "\n")
}

func (p *printer) glyph(one, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return one
}

func (p *printer) bold(text string) string   { return p.styled("1", text) }
func (p *printer) dim(text string) string    { return p.styled("2", text) }
func (p *printer) accent(text string) string { return p.styled("36", text) }

func (p *printer) styled(sgr, text string) string {
	if !p.Color || text == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[m"
}

// pad returns a text of exactly this width.
func pad(text string, width int) string {
	text = ansi.Truncate(text, width, "~")
	return text + strings.Repeat(" ", width-ansi.StringWidth(text))
}

// counted returns a number with its noun.
func counted(n int, one, more string) string {
	if n != 1 {
		one = more
	}
	return grouped(n) + " " + one
}

// grouped formats a number with separators between thousands.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// duration formats seconds for people.
func duration(seconds int) string {
	switch minutes := seconds / 60; {
	case minutes >= 60:
		return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
	case minutes > 0:
		return fmt.Sprintf("%d min %d s", minutes, seconds%60)
	}
	return fmt.Sprintf("%d s", seconds)
}
