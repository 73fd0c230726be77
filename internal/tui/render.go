package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// render gives the lines as the text of a view, in the look of the terminal.
// Lines end where their last visible character does; only a painted background
// fills them up to width.
func (l look) render(lines []line, width int) string {
	var b strings.Builder
	b.Grow(len(lines) * width * 2)
	for i, ln := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		l.line(&b, ln, width)
	}
	return b.String()
}

func (l look) line(b *strings.Builder, ln line, width int) {
	if l.painted {
		ln = ln.pad(width)
	} else {
		ln = ln.trimmed()
	}
	now, link := "", ""
	for _, s := range ln {
		if s.text == "" {
			continue
		}
		if s.link != link {
			if link != "" {
				b.WriteString(ansi.ResetHyperlink())
			}
			if s.link != "" {
				b.WriteString(ansi.SetHyperlink(s.link))
			}
			link = s.link
		}
		if want := l.sgr[s.style]; want != now {
			if now != "" {
				b.WriteString(ansi.ResetStyle)
			}
			b.WriteString(want)
			now = want
		}
		b.WriteString(l.edges(s))
	}
	if link != "" {
		b.WriteString(ansi.ResetHyperlink())
	}
	if now != "" {
		b.WriteString(ansi.ResetStyle)
	}
}

// edges gives the text of a span, the ends of a tag as this look has them.
func (l look) edges(s span) string {
	switch {
	case s.style != chip || (s.text != chipOpen && s.text != chipClose):
		return s.text
	case l.chips:
		return " "
	case s.text == chipOpen:
		return "["
	default:
		return "]"
	}
}

// trimmed gives the line without the blanks at its end that show nothing.
func (l line) trimmed() line {
	for i := len(l) - 1; i >= 0; i-- {
		s := l[i]
		switch s.style {
		case chip, cursor, match, matchHere, codeLight, codeDark:
			return l[:i+1]
		}
		switch text := strings.TrimRight(s.text, " "); len(text) {
		case 0:
		case len(s.text):
			return l[:i+1]
		default:
			return append(l[:i:i], s.slice(0, len(text)))
		}
	}
	return nil
}
