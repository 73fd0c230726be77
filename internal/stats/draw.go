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
	leastWidth = 40
	mostWidth  = 100
	twoColumns = 72 // from here on, tables stand side by side
	gap        = 4  // between them
	labelWidth = 13
)

// Style says how to draw.
type Style struct {
	Width  int // of the window, in cells; drawn are 40 to 100
	Colour bool
	ASCII  bool
}

// Draw writes the summary for a screen of 80×24 or more.
func (s Summary) Draw(w io.Writer, style Style) error {
	style.Width = min(max(style.Width, leastWidth), mostWidth)
	p := pen{Style: style}
	if s.Lines > s.NotUnderstood {
		p.summary(s)
	} else {
		p.line("There is nothing to count. Was it logged with --log-format json?")
	}
	if s.NotUnderstood > 0 {
		p.line(p.dim(grouped(s.NotUnderstood) + " of " + grouped(s.Lines) + " lines were not understood."))
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// pen draws lines.
type pen struct {
	Style
	out strings.Builder
}

func (p *pen) summary(s Summary) {
	const day = "2 Jan 2006 15:04"
	p.line(p.bold("Read from " + s.From.Format(day) + " to " + s.To.Format(day+" MST")))
	readers := counted(s.Readers, "reader", "readers")
	if s.Sources > 0 {
		readers += " from " + counted(s.Sources, "address", "addresses")
	}
	p.labelled("Visits", fmt.Sprintf("%s: %s; %s passed by", grouped(s.Visits), readers, grouped(s.Visits-s.Readers)))
	reading := p.dim("none")
	if s.LongestSeconds > 0 {
		reading = fmt.Sprintf("median %s, longest %s", spoken(s.MedianSeconds), spoken(s.LongestSeconds))
	}
	p.labelled("Reading time", reading)
	p.labelled("No visit", counted(s.Knocks, "connection", "connections")+", "+counted(s.FailedHandshakes, "failed handshake", "failed handshakes"))
	p.line("")
	p.tables(s)
	p.line("")
	p.labelled("By hour", p.bars(s.Hours[:])+busiest(s))
	p.labelled("Clients", p.names(s.Clients))
	p.labelled("Terminals", p.names(s.Terminals))
	p.labelled("Turned away", p.names(s.TurnedAway))
	problems := p.names(s.Problems)
	if len(s.Problems) > 0 {
		problems = p.alarm(problems)
	}
	p.labelled("Problems", problems)
}

// tables draws the sections, and what was taken and typed beside or below them.
func (p *pen) tables(s Summary) {
	width := p.Width
	if p.Width >= twoColumns {
		width = (p.Width - gap) / 2
	}
	left := p.table("Sections read", s.Sections, 10, width)
	right := slices.Concat(p.table("Taken away", s.Taken, 4, width), p.table("Asked for", s.Commands, 5, width))
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

// table gives a title and up to so many lines of bars. The last stands for all
// that there is no line for.
func (p *pen) table(title string, counts []Count, most, width int) []string {
	lines := []string{p.bold(title)}
	if len(counts) == 0 {
		return append(lines, p.dim("none"))
	}
	if len(counts) > most {
		rest := 0
		for _, c := range counts[most-1:] {
			rest += c.Count
		}
		more := strconv.Itoa(len(counts)-most+1) + " more"
		counts = append(slices.Clone(counts[:most-1]), Count{more, rest})
	}
	number, longest := 0, 0
	for _, c := range counts {
		number, longest = max(number, len(grouped(c.Count))), max(longest, c.Count)
	}
	room := max(1, width-labelWidth-number-2)
	for _, c := range counts {
		bar := strings.Repeat(p.glyph("█", "#"), min(room, (c.Count*room+longest-1)/longest))
		lines = append(lines, fmt.Sprintf("%s %s%s %*s", fitted(c.name(), labelWidth),
			p.accent(bar), strings.Repeat(" ", room-ansi.StringWidth(bar)), number, grouped(c.Count)))
	}
	return lines
}

// bars draws a number each as a bar of one cell.
func (p *pen) bars(numbers []int) string {
	levels := []rune(p.glyph("▁▂▃▄▅▆▇█", ".:-=+*%#"))
	most := max(1, slices.Max(numbers))
	var b strings.Builder
	for _, n := range numbers {
		if n == 0 {
			b.WriteString(p.dim(p.glyph("·", "_")))
		} else {
			b.WriteString(p.accent(string(levels[(n*len(levels)-1)/most])))
		}
	}
	return b.String()
}

// busiest names the hour and the day of most readers.
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

// names gives as many names with their counts as there is room for.
func (p *pen) names(counts []Count) string {
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

// name gives what to call what was counted.
func (c Count) name() string {
	if c.Name == "" {
		return "others"
	}
	return c.Name
}

func (p *pen) labelled(label, text string) {
	label = p.bold(fitted(label, labelWidth))
	for line := range strings.SplitSeq(ansi.Wrap(text, p.Width-labelWidth-1, ""), "\n") {
		p.line(label + " " + line)
		label = strings.Repeat(" ", labelWidth)
	}
}

func (p *pen) line(text string) {
	p.out.WriteString(strings.TrimRight(ansi.Truncate(text, p.Width, p.glyph("…", ">")), " ") + "\n")
}

func (p *pen) glyph(one, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return one
}

func (p *pen) bold(text string) string   { return p.styled("1", text) }
func (p *pen) dim(text string) string    { return p.styled("2", text) }
func (p *pen) alarm(text string) string  { return p.styled("31", text) }
func (p *pen) accent(text string) string { return p.styled("36", text) }

func (p *pen) styled(sgr, text string) string {
	if !p.Colour || text == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[m"
}

// fitted gives a text of exactly this width.
func fitted(text string, width int) string {
	text = ansi.Truncate(text, width, "~")
	return text + strings.Repeat(" ", width-ansi.StringWidth(text))
}

// counted gives a number of things.
func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + more
}

// grouped gives a number with its thousands apart.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// spoken gives seconds as a person says them.
func spoken(seconds int) string {
	d := time.Duration(seconds) * time.Second
	switch {
	case d >= time.Hour:
		return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
	case d >= time.Minute:
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), seconds%60)
	}
	return fmt.Sprintf("%d s", seconds)
}
