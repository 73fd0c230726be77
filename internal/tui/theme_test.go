package tui

import (
	"fmt"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/contrast"
	"ssh-resume/internal/resume"
)

// basicPalettes are what common terminals show for the sixteen colors.
var basicPalettes = map[string][16]uint32{
	"xterm": {
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
		0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	},
	"VTE": {
		0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc,
		0x5e5c64, 0xf66151, 0x33da7a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
	},
	"PuTTY": {
		0x000000, 0xbb0000, 0x00bb00, 0xbbbb00, 0x0000bb, 0xbb00bb, 0x00bbbb, 0xbbbbbb,
		0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
	},
	"macOS": {
		0x000000, 0x990000, 0x00a600, 0x999900, 0x0000b2, 0xb200b2, 0x00a6b2, 0xbfbfbf,
		0x666666, 0xe50000, 0x00d900, 0xe5e500, 0x0000ff, 0xe500e5, 0x00e5e5, 0xe5e5e5,
	},
}

// grounds are the backgrounds that terminals have.
var grounds = map[int][]color.Color{
	darkTheme: contrast.Dark, lightTheme: contrast.Light, unknownTheme: {color.Black, color.White},
}

// ownersThemes are what owners may write.
var ownersThemes = []resume.Theme{
	{},
	{Name: "default"},
	{Name: "nord"},
	{Name: "gruvbox"},
	{Accent: []string{"#d7263d"}, Figures: []string{"#f4c95d"}},
	{Name: "nord", Accent: []string{"#000000"}, Figures: []string{"#ffffff"}},
	{Accent: []string{"#808080", "#7f7f7f"}, Figures: []string{"#0000ff", "#ffff00"}},
}

// TestEveryColorCanBeRead reads the colors from the renderers themselves: every
// foreground on the background that its style has, that the theme paints, and
// that terminals of its kind have.
func TestEveryColorCanBeRead(t *testing.T) {
	t.Parallel()
	for _, owners := range ownersThemes {
		checkTheme(t, owners)
	}
}

func checkTheme(t *testing.T, owners resume.Theme) {
	t.Helper()
	for i, th := range newThemes(owners) {
		for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			for _, paint := range []bool{false, true} {
				r := newRenderer(th, rendererKey{profile: profile, on: either(paint, -1, th.on)})
				for name, palette := range basicPalettes {
					for s, sgr := range r.sgr {
						if style(s) == faint && profile != colorprofile.ANSI {
							continue // decoration, chosen to be there and no more
						}
						where := fmt.Sprintf("%v, theme %d, %v, painted %v, %s, style %d (%q)", owners, i, profile, r.painted, name, s, sgr)
						checkContrast(t, where, th, r, style(s), parseSGR(sgr), palette)
					}
				}
			}
		}
	}
}

func checkContrast(t *testing.T, where string, th theme, r *renderer, s style, look sgrColors, palette [16]uint32) {
	t.Helper()
	if look.foreground < 0 {
		if r.painted || look.background >= 0 {
			t.Errorf("%s: the terminal's own foreground on a background of ours", where)
		}
		return
	}
	if look.background < 0 && r.painted {
		t.Errorf("%s: not painted", where)
	}
	least := contrast.Text
	switch s {
	case dim:
		least = 3
	case faint:
		least = 1.5
	}
	on := grounds[th.on]
	if look.background >= 0 {
		on = []color.Color{look.color(look.background, palette)}
	}
	foregrounds := []color.Color{look.color(look.foreground, palette)}
	if look.basic && look.bold && look.foreground < 8 { // as many terminals show it
		foregrounds = append(foregrounds, look.color(look.foreground+8, palette))
	}
	for _, ground := range on {
		for _, foreground := range foregrounds {
			if c := contrast.Ratio(foreground, ground); c < least {
				t.Errorf("%s: %v on %v has a contrast of %.2f", where, foreground, ground, c)
			}
		}
	}
}

func TestHeadingsStandOutInEveryTheme(t *testing.T) {
	for _, profile := range profiles {
		for i, theme := range newThemes(resume.Theme{}) {
			for _, paint := range []bool{false, true} {
				looks := newRenderer(theme, rendererKey{profile: profile, on: either(paint, -1, theme.on)}).sgr
				for _, s := range []style{title, heading, current} {
					if looks[s] == looks[plain] {
						t.Errorf("theme %d in %v: style %d looks like text", i, profile, s)
					}
				}
			}
		}
	}
}

// TestBoldIsNotReliedOnWhereItMayBeWhiteOnWhite is for PuTTY, which has its own color for bold text and does
// not report its background.
func TestBoldIsNotReliedOnWhereItMayBeWhiteOnWhite(t *testing.T) {
	for _, profile := range profiles {
		looks := newRenderer(newThemes(resume.Theme{})[unknownTheme], rendererKey{profile: profile}).sgr
		for s, sgr := range looks {
			if look := parseSGR(sgr); look.bold && look.foreground < 0 {
				t.Errorf("%v: style %d (%q) is bold in the terminal's own foreground", profile, s, sgr)
			}
		}
		for _, s := range []style{title, heading, current} {
			if looks[s] == looks[plain] {
				t.Errorf("%v: style %d looks like text", profile, s)
			}
		}
	}
}

func TestTheOwnersColorsAreShown(t *testing.T) {
	r := mustParse(t)
	r.Theme = resume.Theme{Accent: []string{"#e36b7b", "#d7263d"}, Figures: []string{"#f4c95d", "#8a6500"}}
	for _, test := range []struct {
		profile colorprofile.Profile
		light   bool
		want    string
	}{
		{colorprofile.TrueColor, false, "\x1b[38;2;227;107;123"},
		{colorprofile.TrueColor, true, "\x1b[38;2;215;38;61"},
		{colorprofile.ANSI256, false, "\x1b[38;5;204"},
		{colorprofile.ANSI256, true, "\x1b[38;5;161"},
		{colorprofile.ANSI, false, "\x1b[96"},
	} {
		rd := readAs(t, NewPages(r), Options{Width: 80, Height: 24, Profile: test.profile})
		rd.darkBackground()
		if test.light {
			rd.lightBackground()
		}
		if content := rd.View().Content; !strings.Contains(content, test.want) {
			t.Errorf("%v, light %v: %q is not in %q", test.profile, test.light, test.want, content)
		}
	}
}

func hex(rgb uint32) color.Color {
	return color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}

// trueColor is added to a color that is no index.
const trueColor = 1 << 24

// sgrColors is what a sequence sets: indexes of colors, or -1 for no change.
type sgrColors struct {
	foreground, background int
	bold, basic            bool
}

func (c sgrColors) color(index int, palette [16]uint32) color.Color {
	if index >= trueColor {
		return hex(uint32(index - trueColor))
	}
	if c.basic {
		return hex(palette[index])
	}
	return ansi.IndexedColor(index)
}

var (
	fullColor    = regexp.MustCompile(`([34])8;2;(\d+);(\d+);(\d+)`)
	indexedColor = regexp.MustCompile(`([34])8;5;(\d+)`)
	basicColor   = regexp.MustCompile(`^(3|4|9|10)([0-7])$`)
)

func parseSGR(sgr string) sgrColors {
	out := sgrColors{foreground: -1, background: -1}
	set := func(layer string, index int) {
		if layer == "3" {
			out.foreground = index
		} else {
			out.background = index
		}
	}
	body := strings.TrimSuffix(strings.TrimPrefix(sgr, "\x1b["), "m")
	for _, m := range fullColor.FindAllStringSubmatch(body, -1) {
		rgb := 0
		for _, part := range m[2:] {
			n, _ := strconv.Atoi(part)
			rgb = rgb<<8 | n
		}
		set(m[1], trueColor+rgb)
	}
	body = fullColor.ReplaceAllString(body, "")
	for _, m := range indexedColor.FindAllStringSubmatch(body, -1) {
		index, _ := strconv.Atoi(m[2])
		set(m[1], index)
	}
	for _, part := range strings.Split(indexedColor.ReplaceAllString(body, ""), ";") {
		out.bold = out.bold || part == "1"
		if m := basicColor.FindStringSubmatch(part); m != nil {
			index, _ := strconv.Atoi(m[2])
			out.basic = true
			if m[1] == "9" || m[1] == "10" {
				index += 8
			}
			set(map[string]string{"3": "3", "9": "3", "4": "4", "10": "4"}[m[1]], index)
		}
	}
	return out
}

var sgr = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// everyScreen calls what with each page and state.
func everyScreen(t *testing.T, o Options, what func(name, content string)) {
	t.Helper()
	for _, light := range []bool{false, true} {
		for _, s := range append(scenes(), overlays...) {
			r := readAs(t, profile(), o)
			if light {
				r.lightBackground()
			}
			r.press(s.keys...)
			what(s.name, checked(t, r.Model).Content)
			r.press("t")
			what(s.name, checked(t, r.Model).Content)
		}
	}
}

func TestWithoutColorThereIsNoColor(t *testing.T) {
	allowed := map[string]bool{"\x1b[m": true, "\x1b[1m": true, "\x1b[7m": true, "\x1b[1;4m": true, "\x1b[4;1m": true, "\x1b[1;7m": true, "\x1b[7;1m": true, "\x1b[4m": true, "\x1b[3;4m": true}
	for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.NoTTY, colorprofile.Unknown} {
		everyScreen(t, Options{Width: 80, Height: 24, Profile: p}, func(name, content string) {
			for _, s := range sgr.FindAllString(content, -1) {
				if !allowed[s] {
					t.Fatalf("%s holds %q", name, s)
				}
			}
		})
	}
}

func TestWithoutColorShapesCarryTheMeaning(t *testing.T) {
	r := readAs(t, profile(), Options{Width: 80, Height: 24, Profile: colorprofile.ASCII})
	for range 2 {
		for _, apart := range [][]style{{plain, heading, cursor}, {plain, title, current, cursor}, {plain, heading, matched, matchedHere}} {
			seen := map[string]style{}
			for _, s := range apart {
				if other, ok := seen[r.renderer.sgr[s]]; ok && s != current {
					t.Errorf("styles %d and %d look the same", s, other)
				}
				seen[r.renderer.sgr[s]] = s
			}
		}
		r.darkBackground()
	}
	r.press("5")
	r.expect("Go · Java · Rust")
	r.press("t")
	r.expect("no colors on this screen")
}

func TestASCIIHoldsASCIIOnly(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}, {20, 5}} {
		o := Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256, ASCII: true, Address: address.Parse("resume.example.com")}
		everyScreen(t, o, func(name, content string) {
			for i, c := range []byte(content) {
				if c > '~' || c < ' ' && c != '\n' && c != '\x1b' {
					t.Fatalf("%s holds byte %#x: %q", name, c, content[max(i-20, 0):min(i+20, len(content))])
				}
			}
		})
	}
}

func TestThemeFollowsTheTerminalUntilItIsChosen(t *testing.T) {
	r := read(t, 80, 24)
	if r.theme() != unknownTheme || r.renderer.painted {
		t.Errorf("on an unknown background: theme %d, painted %v", r.theme(), r.renderer.painted)
	}
	r.darkBackground()
	dark := r.renderer.sgr
	r.lightBackground()
	if r.theme() != lightTheme || r.renderer.painted {
		t.Errorf("on a light background: theme %d, painted %v", r.theme(), r.renderer.painted)
	}
	r.press("t")
	r.expect("theme: high contrast")
	if !r.renderer.painted {
		t.Error("the high contrast theme leaves the light background")
	}
	r.lightBackground()
	if r.theme() != contrastTheme {
		t.Error("the terminal's answer undoes the visitor's choice")
	}
	r.press("t")
	r.expect("theme: dark")
	if !r.renderer.painted {
		t.Error("the dark theme leaves the light background")
	}
	r.Update(tea.BackgroundColorMsg{Color: color.Black})
	if r.renderer.sgr != dark {
		t.Error("on a dark background the dark theme is painted")
	}
	r.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	for s, sgr := range r.renderer.sgr {
		if look := parseSGR(sgr); look.foreground >= 0 || look.background >= 0 {
			t.Errorf("a terminal that turns out to have no colors gets style %d as %q", s, sgr)
		}
	}
}

func TestPaintedThemeFillsTheWindow(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {150, 60}, {30, 10}, {20, 6}} {
		r := read(t, size[0], size[1])
		r.press("t", "t", "j")
		if r.noPage() {
			r.nextTheme()
			r.nextTheme()
		}
		e := r.screen()
		for y := range size[1] {
			for x := range size[0] {
				if c := e.CellAt(x, y); c == nil || c.Style.Bg == nil {
					t.Fatalf("%v: the cell in line %d, column %d is bare", size, y+1, x+1)
				}
			}
		}
	}
}

func TestNameWithoutRoomForLargeLettersStandsOutOnUnknownBackgrounds(t *testing.T) {
	pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Marguerite O'Callaghan-Fitzwilliam", Label: "Nurse"}})
	r := readAs(t, pages, Options{Width: 80, Height: 24})
	for y, row := range r.rows() {
		if x := strings.Index(row, "Marguerite"); x >= 0 {
			if cell := r.screen().CellAt(x, y); cell.Style.Underline == 0 && cell.Style.Attrs == 0 {
				t.Errorf("the name is like any text: %q", row)
			}
			return
		}
	}
	t.Error("no name")
}
