package tui

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// style says what a text is; the theme says what that looks like.
type style uint8

const (
	plain     style = iota
	strong          // what the eye should find first
	quiet           // what it may skip
	ruled           // lines and marks
	accent          // the one accent
	title           // headings
	second          // figures: the second colour
	chip            // a tag
	chosen          // the section whose page is shown
	cursor          // the same, when the list has the focus
	match           // what was searched for
	matchHere       // the match that the reader is at
	codeLight       // the light modules of a QR code, dark ones on them
	codeDark        // its dark modules
	styles
)

// theme gives every style its colours.
type theme struct {
	name  string
	dark  bool
	paint bool // its background is drawn, whatever the terminal's
	color palette
	basic palette // for terminals of 16 colours
}

// palette holds the indexes of the terminal's colours; -1 leaves the
// terminal's own.
type palette struct {
	background, plain, strong, quiet, ruled, accent, second int
	chip, cursor                                            int // backgrounds; -1 for none
	match, onMatch, here, onHere                            int
}

// themes are in the order in which they are gone through.
//
// The indexes are of xterm's 256 colours. The test of contrast holds each to at
// least 4.5 to 1 (WCAG 2.1, 1.4.3) on the backgrounds that terminals have.
var themes = [...]theme{
	{
		name: "dark", dark: true,
		color: palette{
			background: 234, plain: 252, strong: 255, quiet: 248, ruled: 246, accent: 80, second: 222,
			chip: 237, cursor: 237, match: 222, onMatch: 16, here: 80, onHere: 16,
		},
		basic: palette{
			background: 0, plain: 7, strong: 15, quiet: 7, ruled: 7, accent: 14, second: 11,
			chip: -1, cursor: -1, match: 3, onMatch: 0, here: 6, onHere: 0,
		},
	},
	{
		name: "light",
		color: palette{
			background: 231, plain: 236, strong: 16, quiet: 241, ruled: 241, accent: 24, second: 94,
			chip: 254, cursor: 254, match: 222, onMatch: 16, here: 24, onHere: 231,
		},
		basic: palette{
			background: 15, plain: 0, strong: 0, quiet: 0, ruled: 0, accent: 4, second: 5,
			chip: -1, cursor: -1, match: 3, onMatch: 0, here: 4, onHere: 15,
		},
	},
	{
		name: "high contrast", dark: true, paint: true,
		color: palette{
			background: 16, plain: 231, strong: 231, quiet: 231, ruled: 231, accent: 51, second: 226,
			chip: -1, cursor: 18, match: 226, onMatch: 16, here: 51, onHere: 16,
		},
		basic: palette{
			background: 0, plain: 15, strong: 15, quiet: 15, ruled: 15, accent: 14, second: 11,
			chip: -1, cursor: -1, match: 11, onMatch: 0, here: 14, onHere: 0,
		},
	},
}

const (
	darkTheme  = 0
	lightTheme = 1
)

// look is a theme as one terminal can show it: the sequence that begins each
// style.
type look struct {
	sgr     [styles]string
	base    string // what every line begins with; empty where nothing is painted
	painted bool
	chips   bool // a tag has a background of its own
}

// newLook gives the theme for a terminal of this profile. Without colours,
// weight and reverse video carry what they can.
func newLook(t theme, profile colorprofile.Profile, paint bool) look {
	var l look
	p, indexed := t.color, func(i int) color.Color { return ansi.IndexedColor(i) } //nolint:gosec // 0 to 255
	switch {
	case profile <= colorprofile.ASCII:
		l.sgr = plainLook
		return l
	case profile == colorprofile.ANSI:
		p, indexed = t.basic, func(i int) color.Color { return ansi.BasicColor(i) } //nolint:gosec // 0 to 15
	}
	l.painted = paint || t.paint
	l.chips = p.chip >= 0
	base := ansi.NewStyle()
	if l.painted {
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
		l.sgr[s] = st.String()
	}
	set(plain, p.plain, -1, false)
	set(strong, p.strong, -1, true)
	set(quiet, p.quiet, -1, false)
	set(ruled, p.ruled, -1, false)
	set(accent, p.accent, -1, false)
	set(title, p.accent, -1, true)
	set(second, p.second, -1, true)
	set(chip, p.plain, p.chip, false)
	set(chosen, p.accent, -1, true)
	set(cursor, p.strong, p.cursor, true)
	set(match, p.onMatch, p.match, true)
	set(matchHere, p.onHere, p.here, true)
	// A camera wants dark on light, whatever the theme.
	set(codeLight, 0, 15, false)
	set(codeDark, 15, 0, false)
	if profile != colorprofile.ANSI { // which terminals may have other colors for
		set(codeLight, 16, 231, false)
		set(codeDark, 231, 16, false)
	}
	if l.painted {
		l.base = l.sgr[plain]
	}
	return l
}

// plainLook is for terminals without colours, and for NO_COLOR.
var plainLook = func() (sgr [styles]string) {
	bold, reverse := ansi.NewStyle().Bold(), ansi.NewStyle().Reverse(true)
	for _, s := range []style{strong, title, second, chosen} {
		sgr[s] = bold.String()
	}
	sgr[cursor] = reverse.String()
	sgr[match] = ansi.NewStyle().Underline(true).Bold().String()
	sgr[matchHere] = ansi.NewStyle().Reverse(true).Bold().String()
	sgr[codeLight] = reverse.String() // light, where the background is dark
	return sgr
}()
