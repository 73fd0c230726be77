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
	plain       style = iota
	strong            // what the eye should find first
	quiet             // what it may skip
	faint             // rules and marks
	accent            // where the reader is, and what they can act on
	title             // headings
	numeric           // figures
	chip              // a tag
	current           // the section whose page is shown
	cursor            // the same, while the list has the focus
	matched           // a match of the search
	matchedHere       // the match that the reader is at
	codeLight         // the light modules of a QR code, with dark ones on them
	codeDark          // its dark modules
	styles
)

// theme gives every style its colors.
type theme struct {
	name  func(words.Themes) string
	dark  bool
	paint bool // its background is drawn, whatever the terminal's
	color palette
	basic palette // for terminals of 16 colors
}

// palette holds indexes of the terminal's colors; -1 leaves the terminal's own.
type palette struct {
	background, plain, strong, quiet, faint, accent, numeric int
	chip, cursor                                             int // backgrounds; -1 for none
	match, onMatch, here, onHere                             int
}

// themes are in the order in which t shows them.
//
// The indexes are those of xterm's 256 colors. A test holds each color of text to
// a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3) with the backgrounds that
// terminals have.
var themes = [...]theme{
	{
		name: func(w words.Themes) string { return w.Dark }, dark: true,
		color: palette{
			background: 234, plain: 252, strong: 255, quiet: 248, faint: 246, accent: 80, numeric: 222,
			chip: 237, cursor: 237, match: 222, onMatch: 16, here: 80, onHere: 16,
		},
		basic: palette{
			background: 0, plain: 7, strong: 15, quiet: 7, faint: 7, accent: 14, numeric: 11,
			chip: -1, cursor: -1, match: 3, onMatch: 0, here: 6, onHere: 0,
		},
	},
	{
		name: func(w words.Themes) string { return w.Light },
		color: palette{
			background: 231, plain: 236, strong: 16, quiet: 241, faint: 241, accent: 24, numeric: 94,
			chip: 254, cursor: 254, match: 222, onMatch: 16, here: 24, onHere: 231,
		},
		basic: palette{
			background: 15, plain: 0, strong: 0, quiet: 0, faint: 0, accent: 4, numeric: 5,
			chip: -1, cursor: -1, match: 3, onMatch: 0, here: 4, onHere: 15,
		},
	},
	{
		name: func(w words.Themes) string { return w.HighContrast }, dark: true, paint: true,
		color: palette{
			background: 16, plain: 231, strong: 231, quiet: 231, faint: 231, accent: 51, numeric: 226,
			chip: -1, cursor: 18, match: 226, onMatch: 16, here: 51, onHere: 16,
		},
		basic: palette{
			background: 0, plain: 15, strong: 15, quiet: 15, faint: 15, accent: 14, numeric: 11,
			chip: -1, cursor: -1, match: 11, onMatch: 0, here: 14, onHere: 0,
		},
	},
}

const (
	darkTheme  = 0
	lightTheme = 1
)

// renderer writes lines in a theme as one terminal can show it.
type renderer struct {
	sgr     [styles]string // the sequence that begins each style
	painted bool           // every cell has a background
	chips   bool           // tags have a background of their own
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
	r.painted = paint || t.paint
	r.chips = p.chip >= 0
	base := ansi.NewStyle()
	if r.painted {
		base = base.BackgroundColor(indexed(p.background))
	}
	set := func(s style, foreground, background int, bold bool) {
		st := base
		if background >= 0 {
			st = ansi.NewStyle().BackgroundColor(indexed(background))
		}
		if foreground >= 0 {
			st = st.ForegroundColor(indexed(foreground))
		}
		if bold {
			st = st.Bold()
		}
		r.sgr[s] = st.String()
	}
	set(plain, p.plain, -1, false)
	set(strong, p.strong, -1, true)
	set(quiet, p.quiet, -1, false)
	set(faint, p.faint, -1, false)
	set(accent, p.accent, -1, false)
	set(title, p.accent, -1, true)
	set(numeric, p.numeric, -1, true)
	set(chip, p.plain, p.chip, false)
	set(current, p.accent, -1, true)
	set(cursor, p.strong, p.cursor, true)
	set(matched, p.onMatch, p.match, true)
	set(matchedHere, p.onHere, p.here, true)
	// Cameras want dark on light, whatever the theme.
	set(codeLight, 0, 15, false)
	set(codeDark, 15, 0, false)
	if profile != colorprofile.ANSI { // where users can change colors 0 and 15
		set(codeLight, 16, 231, false)
		set(codeDark, 231, 16, false)
	}
	return r
}

// colorless is for terminals without colors, and for NO_COLOR.
var colorless = func() (sgr [styles]string) {
	bold, reverse := ansi.NewStyle().Bold(), ansi.NewStyle().Reverse(true)
	for _, s := range []style{strong, title, numeric, current} {
		sgr[s] = bold.String()
	}
	sgr[cursor] = reverse.String()
	sgr[matched] = ansi.NewStyle().Underline(true).Bold().String()
	sgr[matchedHere] = ansi.NewStyle().Reverse(true).Bold().String()
	sgr[codeLight] = reverse.String() // light, where the background is dark
	return sgr
}()
