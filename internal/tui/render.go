package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
)

// renderer draws lines in the colors of a theme, for one kind of terminal.
type renderer struct {
	sgr     [styles]string // the sequence that begins each style
	fills   [styles]bool   // whether that shows on blanks
	painted bool           // every cell has a background
	chips   bool           // tags and code have a background of their own

	rightToLeft bool // the résumé is written so
}

// newRenderer returns a renderer for a theme. Without colors, bold and reverse video distinguish styles.
func newRenderer(t theme, key rendererKey) *renderer {
	p := t.palettes[key.profile]
	r := &renderer{
		painted: (t.paint || t.on != key.on) && p["background"] != nil, chips: p["chip"] != nil, rightToLeft: key.rightToLeft,
	}
	for s, look := range styleLooks {
		text, on, as := p[look.text], p[look.on], look.as
		if on == nil && look.bare != nil {
			text, as = nil, look.bare
		}
		if r.painted && text == nil {
			text = p["ink"]
		}
		c, basic := text.(ansi.BasicColor) // colors below 8 may become 8 to 15 in bold
		if slices.Contains(as, bold[0]) && (t.thin && !key.console && text == nil || basic && c < 8) {
			as = look.thin
		}
		r.fills[s] = on != nil || style(s) == codeDark || slices.Contains(as, reverse[0]) || slices.Contains(as, underlined[0])
		if r.painted && on == nil {
			on = p["background"]
		}
		var st ansi.Style
		if on != nil {
			st = st.BackgroundColor(on)
		}
		if text != nil {
			st = st.ForegroundColor(text)
		}
		if st = append(st, as...); len(st) > 0 {
			r.sgr[s] = st.String()
		}
	}
	if key.profile <= colorprofile.ASCII && key.on == lightTheme {
		r.sgr[codeLight], r.sgr[codeDark] = r.sgr[codeDark], r.sgr[codeLight]
	}
	return r
}

type rendererKey struct {
	theme   int
	profile colorprofile.Profile
	console bool
	on      int // the theme that suits the terminal's background

	rightToLeft bool // the résumé is written so
}

func (p *Pages) renderer(key rendererKey) *renderer {
	return p.renderers.get(key, func() (*renderer, int) { return newRenderer(p.themes[key.theme], key), 0 })
}

// render returns lines as the text of a view. Each line ends with its last visible character; only a painted
// background fills it up to width.
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
		ln = r.trimLine(ln)
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
// by its direction. The text is always in reading order.
func (r *renderer) isolated(text string) string {
	// All scripts of that direction are in these ranges; most symbols and East Asian text are not.
	if r.rightToLeft || strings.ContainsFunc(text, func(r rune) bool { return 0x590 <= r && r < 0x900 || r >= 0xfb00 }) {
		return resume.Isolate(text, r.rightToLeft)
	}
	return text
}

// edges returns the text of a span, with the theme's ends around a tag or code.
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

// The ends of a tag and of code, which are drawn as blanks on their background.
const (
	chipOpen, chipClose = "\u2772", "\u2773"
	codeOpen, codeClose = "\u2774", "\u2775"
)

// bareEdges are the ends of tags and code without a background.
var bareEdges = map[string]string{chipOpen: "[", chipClose: "]", codeOpen: "`", codeClose: "`"}

// trimLine returns the line without invisible trailing blanks.
func (r *renderer) trimLine(l line) line {
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
