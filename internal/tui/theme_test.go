package tui

import (
	"fmt"
	"image/color"
	"math"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/words"
)

// leastContrast is WCAG 2.1's for text (1.4.3, level AA).
const leastContrast = 4.5

// xterm's sixteen colours, the worst case of those in use: its blue (4) is
// darker, its grey (7) lighter than in most others.
var basicColors = [16]color.RGBA{
	{0, 0, 0, 255},
	{205, 0, 0, 255},
	{0, 205, 0, 255},
	{205, 205, 0, 255},
	{0, 0, 238, 255},
	{205, 0, 205, 255},
	{0, 205, 205, 255},
	{229, 229, 229, 255},
	{127, 127, 127, 255},
	{255, 0, 0, 255},
	{0, 255, 0, 255},
	{255, 255, 0, 255},
	{92, 92, 255, 255},
	{255, 0, 255, 255},
	{0, 255, 255, 255},
	{255, 255, 255, 255},
}

// linear gives a channel without gamma, as WCAG defines it.
func linear(c uint32) float64 {
	v := float64(c) / 65535
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastIsMeasuredAsDefined(t *testing.T) {
	if got := contrast(color.White, color.Black); math.Abs(got-21) > 0.01 {
		t.Errorf("white on black is %.2f, want 21", got)
	}
	if got := contrast(color.RGBA{0x77, 0x77, 0x77, 255}, color.White); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777 on white is %.2f, want 4.48", got)
	}
}

// TestEveryColorCanBeRead reads the colours from the looks themselves: every
// foreground on the background that its style has, that the theme paints, and
// that terminals of its kind have.
func TestEveryColorCanBeRead(t *testing.T) {
	grounds := map[bool][]color.Color{
		// Black, xterm's and VS Code's dark, Solarized's, Dracula's, GitHub's.
		true: {hex(0), hex(0x1e1e1e), hex(0x002b36), hex(0x282a36), hex(0x0d1117), hex(0x1c1c1c)},
		// White, Solarized's, GitHub's, paper.
		false: {hex(0xffffff), hex(0xfdf6e3), hex(0xf6f8fa), hex(0xfafafa)},
	}
	for _, th := range themes {
		for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			for _, painted := range []bool{false, true} {
				l := newRenderer(th, profile, painted)
				for s, sgr := range l.sgr {
					foreground, background := colors(t, sgr)
					if foreground == nil {
						t.Errorf("%s, %v, style %d has no colour of its own: %q", th.name(words.For("en").Screen.Themes), profile, s, sgr)
						continue
					}
					on := []color.Color{background}
					if background == nil {
						on = grounds[th.dark]
						if profile == colorprofile.ANSI { // what is in its palette
							on = []color.Color{basicColors[th.basic.background]}
						}
						if l.painted {
							t.Errorf("%s, %v, style %d is not painted: %q", th.name(words.For("en").Screen.Themes), profile, s, sgr)
						}
					}
					for _, ground := range on {
						if c := contrast(foreground, ground); c < leastContrast {
							t.Errorf("%s, %v, style %d: %v on %v has a contrast of %.2f", th.name(words.For("en").Screen.Themes), profile, s, foreground, ground, c)
						}
					}
				}
			}
		}
	}
}

func hex(rgb uint32) color.Color {
	return color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}

var sgrColor = regexp.MustCompile(`^(?:([34])8;5;(\d+)|([34])([0-7])|(9|10)([0-7]))$`)

// colors gives what a sequence sets; nil for what it leaves.
func colors(t *testing.T, sgr string) (foreground, background color.Color) {
	t.Helper()
	body := strings.TrimSuffix(strings.TrimPrefix(sgr, "\x1b["), "m")
	body = regexp.MustCompile(`([34]8);5;(\d+)`).ReplaceAllString(body, "$1:5:$2")
	for _, part := range strings.Split(body, ";") {
		part = strings.ReplaceAll(part, ":", ";")
		m := sgrColor.FindStringSubmatch(part)
		if m == nil {
			continue
		}
		var c color.Color
		layer, index := m[1]+m[3]+m[5], 0
		_, _ = fmt.Sscan(m[2]+m[4]+m[6], &index)
		switch {
		case m[5] != "":
			c = basicColors[index+8]
		case m[3] != "":
			c = basicColors[index]
		default:
			c = ansi.IndexedColor(index)
		}
		if layer == "3" || layer == "9" {
			foreground = c
		} else {
			background = c
		}
	}
	return foreground, background
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
	allowed := map[string]bool{"\x1b[m": true, "\x1b[1m": true, "\x1b[7m": true, "\x1b[1;4m": true, "\x1b[4;1m": true, "\x1b[1;7m": true, "\x1b[7;1m": true}
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
	seen := map[string]style{}
	for _, s := range []style{plain, strong, cursor, matched, matchedHere} {
		if other, ok := seen[r.renderer.sgr[s]]; ok {
			t.Errorf("styles %d and %d look the same", s, other)
		}
		seen[r.renderer.sgr[s]] = s
	}
	r.press("5")
	r.expect("[Go] [Java] [Rust]")
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
	dark := r.renderer.sgr
	r.lightBackground()
	if r.theme != lightTheme || r.renderer.painted {
		t.Errorf("on a light background: theme %d, painted %v", r.theme, r.renderer.painted)
	}
	r.press("t")
	r.expect("theme: high contrast")
	if !r.renderer.painted {
		t.Error("the high contrast theme leaves the light background")
	}
	r.lightBackground()
	if r.theme != 2 {
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
	if r.renderer.sgr != colorless {
		t.Error("a terminal that turns out to have no colors gets some")
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
