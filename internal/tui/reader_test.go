package tui

import (
	"image/color"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// TestMain makes the garbage collector run less often: the tests draw many thousand screens and keep little of them.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// profile returns the embedded résumé, laid out for all tests.
var profile = sync.OnceValue(func() *Pages {
	r, problems := parsed()
	if r == nil {
		panic(problems)
	}
	return NewPages(r)
})

func parsed() (*resume.Resume, []resume.Problem) { return resume.Parse(data.Name, data.Resume) }

// reader is a visitor. Its methods are what the visitor does, and check every screen on the way.
type reader struct {
	*testing.T
	*Model
}

// offers are those of the export formats.
var offers = []Offer{
	{func(w *words.Save) string { return w.PDF }, "pdf", file("pdf"), true, true},
	{func(w *words.Save) string { return w.WithoutSCP }, "pdf", file("pdf"), false, false},
	{func(w *words.Save) string { return w.Text }, "text", file("txt"), false, true},
	{func(w *words.Save) string { return w.JSON }, "json", file("json"), false, false},
	{func(w *words.Save) string { return w.HTML }, "html", file("html"), false, false},
	{func(w *words.Save) string { return w.All }, "", file("*"), true, false},
}

func file(extension string) func(language string) string {
	return func(language string) string {
		if language != "" {
			return "resume." + language + "." + extension
		}
		return "resume." + extension
	}
}

// read opens the embedded résumé; 256 colors where o says nothing.
func read(t *testing.T, width, height int) *reader {
	t.Helper()
	return readAs(t, profile(), Options{Width: width, Height: height, Profile: colorprofile.ANSI256, Address: address.Parse("resume.example.com")})
}

func readAs(t *testing.T, pages *Pages, o Options) *reader {
	t.Helper()
	o.Offers = offers
	return &reader{t, New(pages, o)}
}

var keyCodes = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "tab": tea.KeyTab,
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
}

// keyPress returns the message of a key: a character, or a name such as "ctrl+d".
func keyPress(name string) tea.KeyPressMsg {
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	if name == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if code, ok := keyCodes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	code, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: code, Text: name}
}

// press presses keys and returns the command of the last one.
func (r *reader) press(names ...string) tea.Cmd {
	r.Helper()
	var cmd tea.Cmd
	for _, name := range names {
		_, cmd = r.Update(keyPress(name))
	}
	return cmd
}

func (r *reader) typed(text string) {
	r.Helper()
	for _, c := range text {
		r.Update(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
}

func (r *reader) sized(width, height int) { r.Update(tea.WindowSizeMsg{Width: width, Height: height}) }

func (r *reader) darkBackground() { r.Update(tea.BackgroundColorMsg{Color: color.Black}) }

func (r *reader) lightBackground() { r.Update(tea.BackgroundColorMsg{Color: color.White}) }

// screen returns the window as a terminal shows it.
func (r *reader) screen() *vt.Emulator {
	r.Helper()
	v := checked(r.T, r.Model)
	e := vt.NewEmulator(r.opts.Width, r.opts.Height)
	_, _ = e.WriteString(strings.ReplaceAll(v.Content, "\n", "\r\n"))
	return e
}

var isolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2069", "")

// rows returns the text of the window without trailing blanks.
func (r *reader) rows() []string {
	r.Helper()
	rows := strings.Split(isolates.Replace(ansi.Strip(checked(r.T, r.Model).Content)), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return rows
}

// foot returns the last line, where keys and notes stand.
func (r *reader) foot() string {
	r.Helper()
	rows := r.rows()
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i] != "" {
			return rows[i]
		}
	}
	return ""
}

// sees reports whether a text is on the screen, in one row.
func (r *reader) sees(text string) bool {
	r.Helper()
	return strings.Contains(strings.Join(r.rows(), "\n"), text)
}

func (r *reader) expect(text string) {
	r.Helper()
	if !r.sees(text) {
		r.Errorf("%q is not on the screen:\n%s", text, strings.Join(r.rows(), "\n"))
	}
}

// expectChosen checks that a text has the mark of what is chosen.
func (r *reader) expectChosen(text string) {
	r.Helper()
	if !r.sees(r.glyphs.pointer+text) && !r.sees(r.glyphs.pointer+" "+text) {
		r.Errorf("%q is not chosen on the screen:\n%s", text, strings.Join(r.rows(), "\n"))
	}
}

// expectSection checks which section is shown.
func (r *reader) expectSection(id string) {
	r.Helper()
	if got := r.doc.sections[r.at].ID; got != id {
		r.Errorf("the section is %s, want %s", got, id)
	}
}

// checked returns the view, and fails if it is not exactly the window's size.
func checked(t testing.TB, m *Model) tea.View {
	t.Helper()
	v := m.View()
	width, height := m.opts.Width, m.opts.Height
	rows := strings.Split(v.Content, "\n")
	if len(rows) != height && height > 0 {
		t.Fatalf("%d lines in a window of %d×%d", len(rows), width, height)
	}
	for i, row := range rows {
		if len(row) <= width { // every cell takes a byte or more
			continue
		}
		if w := ansi.StringWidth(row); w > width {
			t.Fatalf("line %d is %d cells wide in a window of %d×%d: %q", i+1, w, width, height, row)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= width || c.Y < 0 || c.Y >= height) {
		t.Fatalf("the cursor is at %d, %d in a window of %d×%d", c.X, c.Y, width, height)
	}
	return v
}
