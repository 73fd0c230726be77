package stats

import (
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

// Style is how to draw a summary.
type Style struct {
	Width int // of the window, in cells; at least 40 and at most 100 are used
	Color bool
	ASCII bool
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
		p.line(p.dim(grouped(s.NotUnderstood) + " of " + grouped(s.Lines) + " lines were not understood."))
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// printer collects the lines of a summary.
type printer struct {
	Style
	out strings.Builder
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
		problems = p.alarm(problems)
	}
	p.labeled("Problems", problems)
}

// tables draws the sections and, beside or below them, what was saved and
// requested.
func (p *printer) tables(s Summary) {
	width := p.Width
	if p.Width >= twoColumns {
		width = (p.Width - gap) / 2
	}
	left := p.table("Sections read", s.Sections, 10, width)
	right := slices.Concat(p.table("Saved", s.Saved, 4, width), p.table("Requested", s.Commands, 5, width))
	if p.Width < twoColumns {
		for _, line := range slices.Concat(left, right) {
			p.line(line)
		}
		return
	}
	for i := range max(len(left), len(right)) {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		p.line(l + strings.Repeat(" ", max(0, width+gap-ansi.StringWidth(l))) + r)
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
		lines = append(lines, fmt.Sprintf("%s %s%s %*s", pad(c.name(), labelWidth),
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
	day := s.Days[0]
	for _, d := range s.Days {
		if d.Count > day.Count {
			day = d
		}
	}
	when := day.name()
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
	text := ""
	for i, c := range counts {
		next, more := ansi.Truncate(c.name(), 32, "~")+" "+grouped(c.Count), ""
		if left := len(counts) - i - 1; left > 0 {
			more = fmt.Sprintf(", %d more", left)
		}
		if i > 0 {
			next = ", " + next
		}
		if i > 0 && ansi.StringWidth(text+next+more) > p.Width-labelWidth-1 {
			return text + fmt.Sprintf(", %d more", len(counts)-i)
		}
		text += next
	}
	return text
}

// name returns the name to show.
func (c Count) name() string {
	if c.Name == "" {
		return "others"
	}
	return c.Name
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
func (p *printer) alarm(text string) string  { return p.styled("31", text) }
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
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + more
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
	d := time.Duration(seconds) * time.Second
	switch {
	case d >= time.Hour:
		return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
	case d >= time.Minute:
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), seconds%60)
	}
	return fmt.Sprintf("%d s", seconds)
}
