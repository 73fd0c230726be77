package tui

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/words"
)

// style says what a text is; the theme says what that looks like.
type style uint8

const (
	plain        style = iota
	strong             // what the eye should find first
	quiet              // what it may skip
	dim                // out of reach just now
	faint              // rules: decoration, no text
	accent             // where the reader is, and what they can act on
	title              // headings of pages
	numeric            // figures, and the bars of the ruler
	italic             // emphasis in a text
	strongItalic       // both kinds of emphasis
	inlineCode         // a name in a program
	chip               // a tag
	current            // the section whose page is shown
	cursor             // the same, while the list has the focus
	cursorMark         // the mark at its beginning
	matched            // a match of the search
	matchedHere        // the match that the reader is at
	codeLight          // the light modules of a QR code, with dark ones on them
	codeDark           // its dark modules
	styles
)

// background is the terminal's own.
type background int

const (
	unknownBackground background = iota // the terminal has not said
	darkBackground
	lightBackground
)

// theme holds the colors of every style.
type theme struct {
	name  func(words.Themes) string
	on    background
	paint bool // its background is drawn, whatever the terminal's
	thin  bool // in 16 colors, no text in the terminal's own foreground is bold
	color palette
	basic palette // for terminals of 16 colors
}

// palette holds indexes of the terminal's colors. As the color of a text, own is the
// terminal's foreground; as a background it is none, and cursor and matches are then in
// reverse.
type palette struct {
	background, ink                                   int // drawn where the terminal's own are not
	plain, strong, quiet, dim, faint, accent, numeric int
	title                                             int
	chip, cursor                                      int
	match, onMatch, here, onHere                      int
}

// own leaves what the terminal has.
const own = -1

// themes are in the order in which t shows them, but for the last, which is for
// terminals that don't tell their background.
//
// The indexes are those of xterm's 256 colors. A test holds each color of text to
// a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3) with the backgrounds that
// terminals have.
var themes = [...]theme{
	darkTheme: {
		name: func(w words.Themes) string { return w.Dark }, on: darkBackground,
		color: palette{
			background: 234, ink: 252, plain: 252, strong: 255, quiet: 247, dim: 243, faint: 239, accent: 80, title: 80, numeric: 222,
			chip: 237, cursor: 237, match: 222, onMatch: 16, here: 80, onHere: 16,
		},
		basic: palette{
			background: 0, ink: 15, plain: own, strong: own, quiet: 7, dim: 7, faint: 8, accent: 14, title: 14, numeric: 11,
			chip: own, cursor: own, match: own, here: own,
		},
	},
	lightTheme: {
		name: func(w words.Themes) string { return w.Light }, on: lightBackground,
		color: palette{
			background: 231, ink: 236, plain: 236, strong: 16, quiet: 241, dim: 243, faint: 250, accent: 24, title: 24, numeric: 124,
			chip: 254, cursor: 254, match: 222, onMatch: 16, here: 24, onHere: 231,
		},
		basic: palette{
			background: 15, ink: 0, plain: own, strong: own, quiet: own, dim: own, faint: 7, accent: 4, title: own, numeric: own,
			chip: own, cursor: own, match: own, here: own,
		},
	},
	contrastTheme: {
		name: func(w words.Themes) string { return w.HighContrast }, on: darkBackground, paint: true,
		color: palette{
			background: 16, ink: 231, plain: 231, strong: 231, quiet: 231, dim: 250, faint: 231, accent: 51, title: 51, numeric: 226,
			chip: own, cursor: 18, match: 226, onMatch: 16, here: 51, onHere: 16,
		},
		basic: palette{
			background: 0, ink: 15, plain: 15, strong: 15, quiet: 15, dim: 7, faint: 15, accent: 14, title: 14, numeric: 11,
			chip: own, cursor: own, match: own, here: own,
		},
	},
	unknownTheme: {
		// Every color can be read on black and on white. PuTTY shows bold text in a
		// color of its own, which stays white where users make the background white.
		thin: true,
		color: palette{
			plain: own, strong: own, quiet: 243, dim: 243, faint: 243, accent: 98, title: 98, numeric: 163,
			chip: own, cursor: own, match: own, here: own,
		},
		basic: palette{
			plain: own, strong: own, quiet: own, dim: own, faint: own, accent: own, title: own, numeric: own,
			chip: own, cursor: own, match: own, here: own,
		},
	},
}

const (
	darkTheme = iota
	lightTheme
	contrastTheme
	unknownTheme
)

// themeOf returns the theme for a background.
func themeOf(b background) int {
	switch b {
	case darkBackground:
		return darkTheme
	case lightBackground:
		return lightTheme
	default:
		return unknownTheme
	}
}

// renderer writes lines in a theme as one terminal can show it.
type renderer struct {
	sgr     [styles]string // the sequence that begins each style
	painted bool           // every cell has a background
	chips   bool           // tags and code have a background of their own
}

// newRenderer returns a renderer for a terminal of this profile. Without colors,
// bold and reverse video tell styles apart.
func newRenderer(t theme, profile colorprofile.Profile, paint bool) renderer {
	var r renderer
	p, indexed := t.color, func(i int) color.Color { return ansi.IndexedColor(i) } //nolint:gosec // 0 to 255
	switch {
	case profile <= colorprofile.ASCII:
		r.sgr = colorless
		return r
	case profile == colorprofile.ANSI:
		p, indexed = t.basic, func(i int) color.Color { return ansi.BasicColor(i) } //nolint:gosec // 0 to 15
	}
	r.painted = (paint || t.paint) && t.on != unknownBackground
	r.chips = p.chip != own
	thin := t.thin && profile == colorprofile.ANSI
	set := func(s style, foreground, background int, bold bool) {
		var st ansi.Style
		switch {
		case background != own:
			st = ansi.NewStyle().BackgroundColor(indexed(background))
		case r.painted:
			st = ansi.NewStyle().BackgroundColor(indexed(p.background))
		}
		if foreground == own && r.painted {
			foreground = p.ink
		}
		if foreground != own {
			st = st.ForegroundColor(indexed(foreground))
		}
		if bold && (!thin || foreground != own) && (profile != colorprofile.ANSI || foreground < 0 || foreground > 7) { // which may become 8 to 15
			st = st.Bold()
		}
		if s == italic || s == strongItalic {
			st = st.Italic(true)
		}
		if len(st) > 0 {
			r.sgr[s] = st.String()
		}
	}
	set(plain, p.plain, own, false)
	set(strong, p.strong, own, true)
	set(quiet, p.quiet, own, false)
	set(dim, p.dim, own, false)
	set(faint, p.faint, own, false)
	set(accent, p.accent, own, false)
	set(title, p.title, own, true)
	set(numeric, p.numeric, own, true)
	set(chip, p.plain, p.chip, false)
	set(inlineCode, p.plain, p.chip, false)
	set(italic, p.plain, own, false)
	set(strongItalic, p.strong, own, true)
	set(current, p.title, own, true)
	set(cursor, p.strong, p.cursor, true)
	set(cursorMark, p.accent, p.cursor, true)
	set(matched, p.onMatch, p.match, true)
	set(matchedHere, p.onHere, p.here, true)
	reversed(&r, p, indexed, thin)
	// Cameras want dark on light, whatever the theme.
	set(codeLight, 0, 15, false)
	set(codeDark, 15, 0, false)
	if profile != colorprofile.ANSI { // where users can change colors 0 and 15
		set(codeLight, 16, 231, false)
		set(codeDark, 231, 16, false)
	}
	return r
}

// reversed sets those styles that have no background of their own.
func reversed(r *renderer, p palette, indexed func(int) color.Color, thin bool) {
	var base, bold ansi.Style
	if !thin {
		bold = ansi.NewStyle().Bold()
	}
	if r.painted {
		base = ansi.NewStyle().BackgroundColor(indexed(p.background)).ForegroundColor(indexed(p.ink))
		bold = nil // black may become gray
	}
	if p.cursor == own {
		r.sgr[cursor] = append(base[:len(base):len(base)], ansi.NewStyle().Reverse(true)...).String()
		r.sgr[cursorMark] = r.sgr[cursor]
	}
	if p.match == own {
		r.sgr[matched] = append(base[:len(base):len(base)], append(bold[:len(bold):len(bold)], ansi.NewStyle().Underline(true)...)...).String()
	}
	if p.here == own {
		r.sgr[matchedHere] = append(base[:len(base):len(base)], append(bold[:len(bold):len(bold)], ansi.NewStyle().Reverse(true)...)...).String()
	}
}

// colorless is for terminals without colors, and for NO_COLOR.
var colorless = func() (sgr [styles]string) {
	bold, reverse := ansi.NewStyle().Bold(), ansi.NewStyle().Reverse(true)
	for _, s := range []style{strong, title, numeric, current} {
		sgr[s] = bold.String()
	}
	sgr[italic] = ansi.NewStyle().Italic(true).String()
	sgr[strongItalic] = ansi.NewStyle().Bold().Italic(true).String()
	sgr[cursor], sgr[cursorMark] = reverse.String(), reverse.String()
	sgr[matched] = ansi.NewStyle().Underline(true).Bold().String()
	sgr[matchedHere] = ansi.NewStyle().Reverse(true).Bold().String()
	sgr[codeLight] = reverse.String() // light, where the background is dark
	return sgr
}()
