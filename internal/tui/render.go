package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
)

// render returns lines as the text of a view. Each ends with its last visible
// character; only a painted background fills it up to width.
func (r *renderer) render(lines []line, width int) string {
	var b strings.Builder
	b.Grow(len(lines) * width * 2)
	for i, ln := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		r.line(&b, ln, width)
	}
	return b.String()
}

func (r *renderer) line(b *strings.Builder, ln line, width int) {
	if r.painted {
		ln = ln.pad(width)
	} else {
		ln = r.trimmed(ln)
	}
	now, link, fills := "", "", false
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
		// Blanks look the same whatever the color of the text.
		blank := !r.painted && !fills && !r.fills[s.style] && strings.Trim(s.text, " ") == ""
		if want := r.sgr[s.style]; want != now && !blank {
			if now != "" {
				b.WriteString(ansi.ResetStyle)
			}
			b.WriteString(want)
			now, fills = want, r.fills[s.style]
		}
		const softHyphen = "\u00ad" // some terminals show it, others don't
		b.WriteString(r.isolated(strings.ReplaceAll(r.edges(s), softHyphen, "")))
	}
	if link != "" {
		b.WriteString(ansi.ResetHyperlink())
	}
	if now != "" {
		b.WriteString(ansi.ResetStyle)
	}
}

// isolated keeps runs in the other direction together, for terminals that reorder text
// by its direction. The order is always that in which it is read.
func (r *renderer) isolated(text string) string {
	const firstRightToLeft = 0x590
	switch {
	case r.rightToLeft:
		return resume.IsolateRuns(text, true)
	case strings.ContainsFunc(text, func(r rune) bool { return r >= firstRightToLeft }):
		return resume.Isolate(text, false)
	default:
		return text
	}
}

// edges returns the text of a span, with the ends of a tag or of code as the theme has them.
func (r *renderer) edges(s span) string {
	switch bare := bareEdges[s.text]; {
	case s.field != 0, s.style != chip && s.style != inlineCode, bare == "":
		return s.text
	case r.chips:
		return " "
	default:
		return bare
	}
}

// The ends of a tag and of code, which are drawn as blanks on its background.
const (
	chipOpen, chipClose = "\u2772", "\u2773"
	codeOpen, codeClose = "\u2774", "\u2775"
)

// bareEdges are the ends of what has no background of its own.
var bareEdges = map[string]string{chipOpen: "[", chipClose: "]", codeOpen: "`", codeClose: "`"}

// trimmed returns the line without trailing blanks that show nothing.
func (r *renderer) trimmed(l line) line {
	for i := len(l) - 1; i >= 0; i-- {
		s := l[i]
		if r.fills[s.style] {
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
