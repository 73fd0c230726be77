package tui

import (
	"image"
	"image/color"
	"reflect"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/internal/contrast"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

func TestContactsAreOnTheProfileAsLinks(t *testing.T) {
	for _, size := range [][2]int{{40, 40}, {80, 40}, {120, 40}} {
		r := readAs(t, person(), Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		r.expect("lena.brandt@example.com")
		r.expect("+49 (0)30 1234567")
		r.expect("github.example/lbrandt")
		content := checked(t, r.Model).Content
		for _, link := range []string{"mailto:lena.brandt@example.com", "tel:+49301234567", "https://lena.example/", "https://github.example/lbrandt"} {
			if !strings.Contains(content, "\x1b]8;;"+link) {
				t.Errorf("%v: no link to %s", size, link)
			}
		}
	}
}

func TestContactPanelCopiesTheChosenOne(t *testing.T) {
	r := readAs(t, person(), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
	r.press("c")
	r.expectChosen("Card")
	r.expect("y copy")
	card := clipboard(t, r.press("y"))
	for _, line := range []string{"Lena Brandt", "E-mail: lena.brandt@example.com", "Phone: +49 (0)30 1234567", "GitHub: https://github.example/lbrandt"} {
		if !strings.Contains(card+"\n", line+"\n") {
			t.Errorf("the card as it is copied lacks %q:\n%s", line, card)
		}
	}
	for _, want := range []string{"lena.brandt@example.com", "+49 (0)30 1234567", "https://lena.example/", "https://github.example/lbrandt"} {
		r.press("down")
		if got := clipboard(t, r.press("y")); got != want {
			t.Errorf("copied is %q, want %q", got, want)
		}
	}
	r.press("end", "down")
	r.expectChosen("Address")
	r.expect("last contact")
	r.press("c")
	r.expect("Profile")
}

func TestCardsAreWhatAddressBooksRead(t *testing.T) {
	for _, test := range []struct {
		b    resume.Basics
		want string
	}{
		{
			resume.Basics{Name: "Ada Lovelace", Phone: "+44123", Email: "ada@a.example", URL: "https://a.example/"},
			`MECARD:N:Ada Lovelace;TEL:+44123;EMAIL:ada@a.example;URL:https\://a.example/;;`,
		},
		{resume.Basics{Name: `A;B:C\D,E"F`, Email: "a@a.example"}, `MECARD:N:A\;B\:C\\D\,E\"F;EMAIL:a@a.example;;`},
	} {
		if got := meCard(test.b); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestEveryCardHoldsAWayToReachSomeone(t *testing.T) {
	profiles := []resume.Profile{{Network: "A", Username: "a"}, {Network: "B", URL: "https://b.example"}}
	for _, test := range []struct {
		name  string
		b     resume.Basics
		codes int // of the card; 0 for none
	}{
		{"profiles alone", resume.Basics{}, 0},
		{"an address on the web", resume.Basics{URL: "https://a.example"}, 1},
		{"an e-mail", resume.Basics{Email: "a@a.example"}, 1},
		{"an e-mail and an address on the web", resume.Basics{Email: "a@a.example", URL: "https://a.example"}, 2},
	} {
		test.b.Name, test.b.Profiles = "Ada", profiles
		got := 0
		if c := contacts(&resume.Resume{Basics: test.b}, &words.For("en").Screen.Contact)[0]; c.id == "" {
			got = len(c.codes)
		}
		if got != test.codes {
			t.Errorf("%s: the card has %d codes, want %d", test.name, got, test.codes)
		}
	}
}

func TestWithoutContactTheKeySaysSo(t *testing.T) {
	r := read(t, 120, 40)
	if r.sees("c contact") {
		t.Error("a key is named that does nothing")
	}
	r.press("c")
	r.expect("no contact details")
	if r.panel.kind != noAction {
		t.Error("an empty panel opens")
	}
}

func TestContactPanelKeepsTheChosenOneInSight(t *testing.T) {
	t.Parallel()
	b := resume.Basics{Name: "A", Email: "a@a.example"}
	for _, c := range "abcdefghijklmnopqrstuvwxyz" {
		b.Profiles = append(b.Profiles, resume.Profile{Network: "Net" + string(c), Username: string(c)})
	}
	pages := NewPages(&resume.Resume{Basics: b})
	for _, size := range [][2]int{{30, 10}, {40, 12}, {80, 24}, {120, 40}} {
		r := readAs(t, pages, Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		r.press("c", "j")
		for _, c := range "abcdefghijklmnopqrstuvwxyz" {
			r.press("j")
			r.expectChosen("Net" + string(c))
		}
	}
}

func TestSmallWindowsShowTheAddressInsteadOfACode(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 16}} {
		r := readAs(t, person(), Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256})
		r.press("c", "j")
		r.expect("github.example/lbrandt")
		if r.sees("▀") {
			t.Errorf("%v: there is a code, or a part of one", size)
		}
	}
}

func TestContactPanelStaysWhereItIsWhileOneChooses(t *testing.T) {
	for _, size := range [][2]int{{60, 40}, {70, 24}, {80, 24}, {100, 30}, {120, 40}, {140, 60}} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, person(), Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256, ASCII: ascii})
			r.press("c")
			first := r.panelFrame()
			for range r.doc.contacts {
				r.press("j")
				r.note = ""
				if now := r.panelFrame(); now != first {
					t.Errorf("%v, ASCII %v: at %s the panel is\n%s\nwas\n%s", size, ascii, r.doc.contacts[r.panel.at].label, now, first)
				}
			}
		}
	}
}

// panelFrame returns the screen without what choosing changes.
func (r *reader) panelFrame() string {
	r.Helper()
	rows := r.rows()
	for i, row := range rows {
		caption := r.words.Contact.Code
		rows[i] = strings.TrimRight(strings.NewReplacer(r.glyphs.pointer, " ", "▀", " ", "▄", " ", "█", " ", caption, "").Replace(row), " ")
	}
	return strings.Join(rows, "\n")
}

func TestInACommonWindowEnterShowsTheCode(t *testing.T) {
	r := readAs(t, person(), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
	r.press("c", "j")
	r.expect("enter code")
	r.press("enter")
	if !modules(r.screen(), false, false).hold(t, "mailto:lena.brandt@example.com") {
		t.Errorf("no code in\n%s", strings.Join(r.rows(), "\n"))
	}
	r.press("j")
	if !modules(r.screen(), false, false).hold(t, "tel:+49301234567") {
		t.Error("no code of the next contact")
	}
	r.press("esc")
	r.expectChosen("Phone")
	r.press("esc")
	if r.panel.kind != noAction {
		t.Error("esc does not close the panel")
	}
}

func TestNoAddressIsBrokenForACode(t *testing.T) {
	t.Parallel()
	for width := 50; width <= 130; width += 2 {
		for _, height := range []int{20, 24, 40} {
			for _, ascii := range []bool{false, true} {
				r := readAs(t, person(), Options{Width: width, Height: height, Profile: colorprofile.ANSI256, ASCII: ascii})
				r.press("c")
				for range r.doc.contacts {
					screen := strings.Join(r.rows(), "\n")
					for _, c := range r.doc.contacts {
						if c.id != "address" && !strings.Contains(screen, c.text) { // a street's may take two rows
							t.Fatalf("%d×%d, ASCII %v: %q is not on the screen\n%s", width, height, ascii, c.text, screen)
						}
					}
					r.press("j")
				}
			}
		}
	}
}

// TestCodesOnScreenAreWhatTheySay reads the code of every contact from the
// screen, as a camera would, and compares each module.
func TestCodesOnScreenAreWhatTheySay(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		profile      colorprofile.Profile
		ascii, light bool
	}{
		{profile: colorprofile.ANSI256},
		{profile: colorprofile.ANSI256, light: true},
		{profile: colorprofile.ANSI256, ascii: true},
		{profile: colorprofile.ANSI},
		{profile: colorprofile.ANSI, ascii: true, light: true},
		{profile: colorprofile.ASCII},
		{profile: colorprofile.ASCII, light: true},
		{profile: colorprofile.ASCII, ascii: true},
		{profile: colorprofile.ASCII, ascii: true, light: true},
	} {
		for _, theme := range []int{darkTheme, lightTheme, contrastTheme} {
			r := readAs(t, person(), Options{Width: 140, Height: 60, Profile: look.profile, ASCII: look.ascii})
			if look.light {
				r.lightBackground()
			}
			r.chosenTheme = theme
			r.updateRenderer()
			r.press("c", "j")
			for _, text := range []string{
				"mailto:lena.brandt@example.com", "tel:+49301234567", "https://lena.example/", "https://github.example/lbrandt",
			} {
				if !modules(r.screen(), look.ascii, look.light).hold(t, text) {
					t.Errorf("%+v, theme %d: no code of %q in\n%s", look, theme, text, strings.Join(r.rows(), "\n"))
				}
				r.press("j")
			}
			if modules(r.screen(), look.ascii, look.light).hold(t, "mailto:lena.brandt@example.com") {
				t.Errorf("%+v: the code of the first stands there for the last", look)
			}
		}
	}
}

func isDark(c color.Color) bool {
	return contrast.Ratio(c, color.White) > contrast.Ratio(c, color.Black)
}

// dots are the modules of a screen, true where one is dark.
type dots [][]bool

// modules returns what a camera sees: two modules to a cell, one above the other
// or, in ASCII, one to two cells.
func modules(e *vt.Emulator, ascii, light bool) dots {
	known := map[color.Color]bool{}
	darker := func(c color.Color, background bool) bool {
		if c == nil { // the terminal's own
			return background != light
		}
		dark, ok := known[c]
		if !ok {
			dark = isDark(c)
			known[c] = dark
		}
		return dark
	}
	out := make(dots, e.Height()*2)
	for y := range e.Height() {
		for x := range e.Width() {
			var cell uv.Cell
			if c := e.CellAt(x, y); c != nil {
				cell = *c
			}
			fore, back := darker(cell.Style.Fg, false), darker(cell.Style.Bg, true)
			if cell.Style.Attrs&uv.AttrReverse != 0 {
				fore, back = back, fore
			}
			upper, lower := back, back
			if strings.ContainsAny(cell.Content, "▀█") {
				upper = fore
			}
			if strings.ContainsAny(cell.Content, "▄█") {
				lower = fore
			}
			if ascii { // its two rows are one
				if cell.Content != " " && cell.Content != "" {
					upper = !light
				}
				out[y] = append(out[y], upper)
				continue
			}
			out[2*y], out[2*y+1] = append(out[2*y], upper), append(out[2*y+1], lower)
		}
	}
	if !ascii {
		return out
	}
	return out[:e.Height()].halved()
}

// halved takes two columns for one. A code may begin in either.
func (d dots) halved() dots {
	out := make(dots, 2*len(d)+1)
	for first := range 2 {
		for y, row := range d {
			for x := first; x+1 < len(row); x += 2 {
				out[first*(len(d)+1)+y] = append(out[first*(len(d)+1)+y], row[x])
			}
		}
	}
	return out
}

// hold reports whether the modules contain the code of a text, with a margin around it.
func (d dots) hold(t *testing.T, text string) bool {
	t.Helper()
	code, err := qr.Encode(text, qr.L, qr.Auto)
	if err != nil {
		t.Fatal(err)
	}
	for y := range d {
		for x := range d[y] {
			if d.holdAt(code, x, y) {
				return true
			}
		}
	}
	return false
}

func (d dots) holdAt(code image.Image, x, y int) bool {
	size := code.Bounds().Dx()
	for j := -leastQuietZone; j < size+leastQuietZone; j++ {
		for i := -leastQuietZone; i < size+leastQuietZone; i++ {
			dark := false
			if image.Pt(i, j).In(code.Bounds()) {
				dark = isDark(code.At(i, j))
			}
			if y+j < 0 || y+j >= len(d) || x+i < 0 || x+i >= len(d[y+j]) || d[y+j][x+i] != dark {
				return false
			}
		}
	}
	return true
}

func TestContactPanelStaysOpenWhereTheResumeChanges(t *testing.T) {
	other := func(b resume.Basics) *Pages {
		b.Name = "A"
		return NewPages(&resume.Resume{Basics: b})
	}
	networks := []resume.Profile{{Network: "Other", Username: "o"}, {Network: "GitHub", Username: "new"}}
	for _, test := range []struct {
		name  string
		pages *Pages
		want  string // the label that is chosen; empty for no panel
	}{
		{"the same", person(), "GitHub"},
		{"elsewhere in the list", other(resume.Basics{Profiles: networks}), "GitHub"},
		{"gone", other(resume.Basics{Email: "a@a.example", Phone: "+44123"}), "Phone"},
		{"all of them gone", profile(), ""},
	} {
		r := readAs(t, person(), Options{Width: 120, Height: 40, Profile: colorprofile.ANSI256})
		r.press("c", "j", "j", "j", "j")
		r.expectChosen("GitHub")
		r.Update(FileMsg{Pages: test.pages})
		if test.want != "" {
			r.expectChosen(test.want)
		} else if r.panel.kind != noAction {
			t.Errorf("%s: a panel without contacts", test.name)
		}
		r.press("j", "y")
		checked(t, r.Model)
	}
}

func TestAnAddressThatTheScreenCannotShowIsCopiedAndCodedInASCII(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Ada", Email: "info@bücher.example", Phone: "+49 30 1"}}
	all := contacts(r.ASCII(), &words.For("en").Screen.Contact)
	if mail := all[1]; mail.text != "info@xn--bcher-kva.example" || mail.copied != mail.text {
		t.Errorf("%+v", mail)
	}
	b := r.ASCII().Basics
	b.Email = all[1].copied
	b.Phone = "+49301"
	if !reflect.DeepEqual(all[0].codes[0](), newCode(meCard(b))()) {
		t.Error("the card has another address")
	}
}
