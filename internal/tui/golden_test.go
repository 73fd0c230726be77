package tui

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
)

var update = flag.Bool("update", false, "write the screens of testdata anew")

// scene is a screen by the keys that lead to it.
type scene struct {
	name string
	keys []string
}

// scenes returns every page, and what can lie over one.
func scenes() []scene {
	var all []scene
	for i, s := range profile().document(Options{}).sections {
		all = append(all, scene{s.ID, strings.Split("1"+strings.Repeat("j", i), "")})
	}
	return all
}

var overlays = []scene{
	{"help", []string{"?"}},
	{"save", []string{"d"}},
	{"search", []string{"/", "d", "a", "t", "a"}},
	{"search-empty", []string{"/"}},
	{"search-none", []string{"/", "z", "z"}},
	{"match", []string{"/", "d", "a", "t", "a", "enter", "n"}},
	{"note", []string{"$"}},
}

func TestScreensAreTheGoldenOnes(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		for _, look := range []string{"dark", "light", "no-color"} {
			name := fmt.Sprintf("%dx%d-%s", size[0], size[1], look)
			if name == "120x40-dark" { // one file each: the ones to look at first
				for _, s := range append(scenes(), overlays...) {
					golden(t, name+"-"+s.name, drawScene(t, size, look, s))
				}
				continue
			}
			golden(t, name, drawScene(t, size, look, append(scenes(), overlays...)...))
		}
	}
	few := slices.Concat(scenes()[:5], overlays[:3])
	for _, look := range []string{"high-contrast", "16-colors", "16-colors-light", "ascii", "unknown"} {
		golden(t, "80x24-"+look, drawScene(t, [2]int{80, 24}, look, few...))
	}
	golden(t, "30x10-dark", drawScene(t, [2]int{30, 10}, "dark", few...))
	golden(t, "29x9-dark", drawScene(t, [2]int{29, 9}, "dark", scene{"too-small", nil}))
}

// person returns a made-up person's résumé, with something in every part.
var person = sync.OnceValue(func() *Pages {
	const name = "testdata/person.yaml"
	text, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	r, problems := resume.Parse(name, text)
	if r == nil {
		panic(problems)
	}
	return NewPages(r)
})

func TestScreensOfAFullResumeAreTheGoldenOnes(t *testing.T) {
	t.Parallel()
	var all []scene
	for i, s := range person().document(Options{}).sections {
		all = append(all, scene{s.ID, strings.Split("1"+strings.Repeat("j", i), "")})
	}
	all = append(all, scene{"contact", []string{"c"}}, scene{"contact-next", []string{"c", "down"}})
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		golden(t, fmt.Sprintf("person-%dx%d", size[0], size[1]), drawScenes(t, person(), size, "dark", all...))
	}
	for _, look := range []string{"16-colors-light", "no-color", "ascii"} {
		golden(t, "person-contact-"+look, drawScenes(t, person(), [2]int{120, 40}, look, all[len(all)-1]))
	}
}

// golden compares a text with the one in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			t.Errorf("%s, line %d, is\n%s\nwant\n%s\n(go test ./internal/tui -update writes it)", path, i+1, a[i], strings.Join(b[min(i, len(b)):min(i+1, len(b))], ""))
			return
		}
	}
	t.Errorf("%s is longer", path)
}

// drawScene returns screens as text and, beneath each, the styles of its cells.
func drawScene(t *testing.T, size [2]int, look string, all ...scene) string {
	t.Helper()
	return drawScenes(t, profile(), size, look, all...)
}

func drawScenes(t *testing.T, pages *Pages, size [2]int, look string, all ...scene) string {
	t.Helper()
	var b strings.Builder
	for _, s := range all {
		o := Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256, Address: address.Parse("resume.example.com")}
		switch look {
		case "no-color":
			o.Profile = colorprofile.ASCII
		case "16-colors", "16-colors-light":
			o.Profile = colorprofile.ANSI
		case "ascii":
			o.ASCII = true
		}
		r := readAs(t, pages, o)
		switch {
		case strings.HasSuffix(look, "light"):
			r.lightBackground()
		case look != "unknown":
			r.darkBackground()
		}
		if look == "high-contrast" {
			r.press("t", "t")
		}
		r.Model.note = ""
		if r.layout.wide {
			r.press(s.keys...)
		} else {
			r.press(narrowKeys(s.keys)...)
		}
		fmt.Fprintf(&b, "%s\n%s", s.name, picture(r.screen()))
		if c := r.View().Cursor; c != nil {
			fmt.Fprintf(&b, "cursor in line %d, column %d\n", c.Y+1, c.X+1)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// narrowKeys returns the keys that lead to the same screen in a window without a list.
func narrowKeys(keys []string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k
		if k == "j" {
			out[i] = "l"
		}
	}
	return out
}

// picture returns the text of a screen, then a letter for the style of each cell,
// then what the letters mean.
func picture(e *vt.Emulator) string {
	var text, styles, legend strings.Builder
	letters := map[string]byte{"": '.'}
	for y := range e.Height() {
		var chars, marks strings.Builder
		for x := 0; x < e.Width(); {
			c := e.CellAt(x, y)
			if c == nil || c.Content == "" {
				c = &uv.Cell{Content: " ", Width: 1}
			}
			style := described(c)
			if _, ok := letters[style]; !ok {
				letters[style] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(letters)-1]
				fmt.Fprintf(&legend, "%c %s\n", letters[style], style)
			}
			chars.WriteString(c.Content)
			mark := letters[style]
			if style == "" && c.Content == " " {
				mark = ' '
			}
			marks.WriteString(strings.Repeat(string(mark), max(c.Width, 1)))
			x += max(c.Width, 1)
		}
		text.WriteString("|" + strings.TrimRight(chars.String(), " ") + "\n")
		styles.WriteString(":" + strings.TrimRight(marks.String(), " ") + "\n")
	}
	return text.String() + styles.String() + legend.String()
}

// described returns the style of a cell in words; empty for the terminal's default.
func described(c *uv.Cell) string {
	var words []string
	add := func(word string, is bool) {
		if is {
			words = append(words, word)
		}
	}
	st := c.Style
	if c.Content == " " && st.Bg == nil && st.Attrs&uv.AttrReverse == 0 && st.Underline == 0 {
		return ""
	}
	add("bold", st.Attrs&uv.AttrBold != 0)
	add("italic", st.Attrs&uv.AttrItalic != 0)
	add("reverse", st.Attrs&uv.AttrReverse != 0)
	add("underlined", st.Underline != 0)
	add(colorName(st.Fg), st.Fg != nil && c.Content != " ")
	add("on "+colorName(st.Bg), st.Bg != nil)
	add("link", c.Link.URL != "")
	return strings.Join(words, " ")
}

func colorName(c color.Color) string {
	switch c := c.(type) {
	case ansi.BasicColor:
		return fmt.Sprintf("basic %d", c)
	case ansi.IndexedColor:
		return fmt.Sprintf("color %d", c)
	}
	return fmt.Sprint(c)
}
