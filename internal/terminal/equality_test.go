package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
)

// patience bounds every wait for a condition.
const patience = 20 * time.Second

// stepKey is the key that marks the end of a step: F12.
const stepKey = "\x1b[24~"

// steps wraps a model so that a test knows when a screen is up to date: the
// window's title counts the steps, and an escape key is told at once, because
// nothing may follow it for a while.
type steps struct {
	tea.Model
	n       int
	escapes chan struct{}
	sized   chan struct{} // closed when the model knows its window
	once    sync.Once
}

func (s *steps) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		defer s.once.Do(func() { close(s.sized) })
	case tea.KeyPressMsg:
		switch msg.Code {
		case tea.KeyF12:
			s.n++
			return s, nil
		case tea.KeyEscape:
			s.escapes <- struct{}{}
		}
	}
	m, cmd := s.Model.Update(msg)
	s.Model = m
	return s, cmd
}

func (s *steps) View() tea.View {
	v := s.Model.View()
	v.WindowTitle = fmt.Sprint(s.n)
	return v
}

// screen is an emulated terminal that tells of its title.
type screen struct {
	mu     sync.Mutex
	vt     *vt.Emulator
	title  string
	titled *sync.Cond
	held   sync.Mutex // held while the client reads nothing
}

func newScreen(t *testing.T, width, height int) *screen {
	t.Helper()
	s := &screen{vt: vt.NewEmulator(width, height)}
	s.titled = sync.NewCond(&s.mu)
	s.vt.SetCallbacks(vt.Callbacks{Title: func(title string) {
		s.title = title
		s.titled.Broadcast()
	}})
	go func() { _, _ = io.Copy(io.Discard, s.vt) }() // answers to questions
	t.Cleanup(func() {
		// Not the emulator's own Close: that races with its Read.
		if c, ok := s.vt.InputPipe().(io.Closer); ok {
			_ = c.Close()
		}
	})
	return s
}

func (s *screen) Write(p []byte) (int, error) {
	s.held.Lock()
	defer s.held.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vt.Write(p)
}

func (s *screen) waitTitle(t *testing.T, title string) {
	t.Helper()
	timer := time.AfterFunc(patience, s.titled.Broadcast)
	defer timer.Stop()
	end := time.Now().Add(patience)
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.title != title {
		if time.Now().After(end) {
			t.Fatalf("the screen never came to step %s; it shows step %s:\n%s", title, s.title, s.vt.String())
		}
		s.titled.Wait()
	}
}

// visible gives a cell as a reader sees it: a blank has no foreground.
func (s *screen) visible(x, y int) uv.Cell {
	c := s.vt.CellAt(x, y)
	if c == nil {
		return uv.Cell{}
	}
	out := *c
	if out.Content == "" && out.Width <= 1 {
		out.Content, out.Width = " ", 1
	}
	if out.Content == " " {
		out.Style.Attrs &^= uv.AttrBold | uv.AttrFaint | uv.AttrItalic | uv.AttrBlink | uv.AttrRapidBlink
		if out.Style.Attrs&uv.AttrReverse == 0 {
			out.Style.Fg = nil
		}
	}
	if c.Width == 0 { // the second half of a wide character
		return uv.Cell{}
	}
	return out
}

// difference says where two screens differ; empty where they are equal.
func difference(got, want *screen) string {
	got.mu.Lock()
	defer got.mu.Unlock()
	want.mu.Lock()
	defer want.mu.Unlock()
	for y := range want.vt.Height() {
		for x := range want.vt.Width() {
			a, b := got.visible(x, y), want.visible(x, y)
			if !a.Equal(&b) {
				return fmt.Sprintf("column %d, row %d is %s, stock %s\n--- ours\n%s\n--- stock\n%s",
					x, y, describe(a), describe(b), got.vt.String(), want.vt.String())
			}
		}
	}
	hidden := want.vt.CursorHidden()
	switch {
	case got.vt.CursorHidden() != hidden:
		return fmt.Sprintf("the cursor is hidden: %v, stock %v", got.vt.CursorHidden(), hidden)
	case !hidden && got.vt.CursorPosition() != want.vt.CursorPosition():
		return fmt.Sprintf("the cursor is at %v, stock %v", got.vt.CursorPosition(), want.vt.CursorPosition())
	}
	return ""
}

func describe(c uv.Cell) string {
	return fmt.Sprintf("%q (%d cells, style %q, link %q)", c.Content, c.Width, c.Style.String(), c.Link.URL)
}

// runner is a session of either kind.
type runner struct {
	*screen
	keys   *io.PipeWriter
	resize func(width, height int)
	model  *steps
	done   chan error
}

// changes are shared by all sessions of the tests, as by those of a server.
var changes terminal.Changes

func ours(t *testing.T, model tea.Model, width, height int, profile colorprofile.Profile) *runner {
	t.Helper()
	r, in, m := newRunner(t, model, width, height)
	s := terminal.New(m, in, r.screen, terminal.Options{
		Width: width, Height: height, Profile: profile, Changes: &changes,
	})
	r.resize = s.Resize
	go func() {
		err := s.Run(context.Background())
		_ = in.Close()
		s.Wait()
		r.done <- err
	}()
	return r
}

func stock(t *testing.T, model tea.Model, width, height int, profile colorprofile.Profile) *runner {
	t.Helper()
	r, in, m := newRunner(t, model, width, height)
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(lineEnds{r.screen}), tea.WithFPS(120),
		tea.WithWindowSize(width, height), tea.WithColorProfile(profile), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color", "SSH_TTY=yes", "TERM_PROGRAM=test"}))
	r.resize = func(width, height int) { p.Send(tea.WindowSizeMsg{Width: width, Height: height}) }
	go func() {
		_, err := p.Run()
		r.done <- err
	}()
	return r
}

// lineEnds is what an emulated pty does to line ends: the stock renderer counts
// on it.
type lineEnds struct{ io.Writer }

func (w lineEnds) Write(p []byte) (int, error) {
	_, err := w.Writer.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

func newRunner(t *testing.T, model tea.Model, width, height int) (*runner, *io.PipeReader, *steps) {
	t.Helper()
	in, out := io.Pipe()
	m := &steps{Model: model, escapes: make(chan struct{}, 1), sized: make(chan struct{})}
	return &runner{screen: newScreen(t, width, height), keys: out, model: m, done: make(chan error, 1)}, in, m
}

func (r *runner) send(t *testing.T, input string) {
	t.Helper()
	if _, err := io.WriteString(r.keys, input); err != nil {
		t.Fatal(err)
	}
	if input == "\x1b" {
		select {
		case <-r.model.escapes:
		case <-time.After(patience):
			t.Fatal("a lone escape key never arrived")
		}
	}
}

func (r *runner) setSize(width, height int) {
	r.mu.Lock()
	r.vt.Resize(width, height)
	r.mu.Unlock()
	r.resize(width, height)
}

var profiles = []colorprofile.Profile{
	colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI, colorprofile.ASCII, colorprofile.NoTTY,
}

// TestScreensEqualThoseOfTheStockRenderer drives the same model by Bubble
// Tea's own input and renderer and by ours, with random input, and compares
// the two emulated screens after every step.
func TestScreensEqualThoseOfTheStockRenderer(t *testing.T) {
	document, problems := resume.Parse(data.Name, data.Resume)
	if document == nil {
		t.Fatal(problems)
	}
	pages := tui.NewPages(document)
	models := map[string]func(width, height int, profile colorprofile.Profile) tea.Model{
		"résumé": func(width, height int, profile colorprofile.Profile) tea.Model {
			return tui.New(pages, tui.Options{Width: width, Height: height, Profile: profile, Address: address.Parse("example.com")})
		},
		"scrawl": func(width, height int, _ colorprofile.Profile) tea.Model {
			return &scrawl{width: width, height: height}
		},
	}
	for name, model := range models {
		for _, profile := range profiles {
			for seed := range uint64(2) {
				t.Run(fmt.Sprint(name, " ", profile, " ", seed), func(t *testing.T) {
					t.Parallel()
					sameScreens(t, profile, rand.New(rand.NewPCG(seed, uint64(profile))),
						model)
				})
			}
		}
	}
}

func sameScreens(t *testing.T, profile colorprofile.Profile, random *rand.Rand,
	model func(width, height int, profile colorprofile.Profile) tea.Model,
) {
	t.Helper()
	width, height := 120, 40
	runners := []*runner{
		ours(t, model(width, height, profile), width, height, profile),
		stock(t, model(width, height, profile), width, height, profile),
	}
	for _, r := range runners { // the stock program tells the size whenever it comes to it
		select {
		case <-r.model.sized:
		case <-time.After(patience):
			t.Fatal("the model never heard of its window")
		}
	}
	rounds := 120
	if testing.Short() {
		rounds = 20
	}
	var log []string
	for step := 1; step <= rounds; step++ {
		var inputs []string
		for range 1 + random.IntN(4) {
			inputs = append(inputs, randomInput(random, width, height))
		}
		resized, slow := random.IntN(6) == 0, random.IntN(3) == 0
		if resized {
			width, height = 1+random.IntN(150), 1+random.IntN(60)
		}
		log = append(log, fmt.Sprintf("%q resized to %dx%d: %v, slow: %v", inputs, width, height, resized, slow))
		for i, r := range runners {
			slow := slow && i == 0 // the stock renderer makes the model wait for the client
			if slow {
				r.held.Lock()
			}
			if resized {
				r.setSize(width, height)
			}
			for _, input := range inputs {
				r.send(t, input)
			}
			r.send(t, stepKey)
			if slow {
				r.held.Unlock()
			}
			r.waitTitle(t, fmt.Sprint(step))
		}
		if d := difference(runners[0].screen, runners[1].screen); d != "" {
			t.Fatalf("step %d: %s\n%s", step, d, strings.Join(log[max(0, len(log)-3):], "\n"))
		}
	}
	for _, r := range runners {
		_ = r.keys.Close()
	}
	select { // the stock program does not end with its input
	case err := <-runners[0].done:
		if !errors.Is(err, io.EOF) {
			t.Errorf("the session ended with %v", err)
		}
	case <-time.After(patience):
		t.Fatal("the session never ended")
	}
	if runners[0].vt.IsAltScreen() {
		t.Error("the alternate screen is left on")
	}
}

// randomInput gives what a person's terminal may send.
func randomInput(random *rand.Rand, width, height int) string {
	inputs := []string{
		"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "j", "k", "h", "l",
		" ", "\t", "\r", "1", "5", "9", "0", "g", "G", "\x04", "\x15", "/", "n", "N", "t", "t", "d", "?", "x", "\x1b",
		"/kafka", "/sec\r", "api", "\x7f", "é", "漢字", "\x1b[200~pasted text\x1b[201~",
		"\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x1b\\",
	}
	if random.IntN(5) == 0 {
		return fmt.Sprintf("\x1b[<%d;%d;%d%c", []int{0, 64, 65, 2}[random.IntN(4)],
			1+random.IntN(width), 1+random.IntN(height), "Mm"[random.IntN(2)])
	}
	return inputs[random.IntN(len(inputs))]
}

// scrawl is a model that shows what is hard to paint: wide and combining
// characters, links, styles over line ends, lines that fill the last column.
type scrawl struct {
	width, height int
	seed          uint64
	rows          []string
}

func (s *scrawl) Init() tea.Cmd { return nil }

func (s *scrawl) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width == s.width && msg.Height == s.height {
			return s, nil
		}
		s.width, s.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		s.seed = s.seed*31 + uint64(msg.Code) + uint64(msg.Mod)<<32
	case tea.MouseMsg:
		s.seed = s.seed*31 + uint64(msg.Mouse().X*1000+msg.Mouse().Y)
	case tea.PasteMsg:
		s.seed = s.seed*31 + uint64(len(msg.Content))
	default:
		return s, nil // each of the two drivers has messages of its own
	}
	random := rand.New(rand.NewPCG(s.seed, 7))
	rows := make([]string, s.height)
	copy(rows, s.rows)
	s.rows = rows
	for range 1 + random.IntN(max(s.height/2, 1)) {
		y := random.IntN(s.height)
		s.rows[y] = scrawlLine(random, s.width)
		if random.IntN(4) == 0 && y > 0 {
			s.rows[y] = s.rows[y-1]
		}
	}
	return s, nil
}

func scrawlLine(random *rand.Rand, width int) string {
	var b strings.Builder
	n := random.IntN(width + 1)
	if random.IntN(3) == 0 {
		n = width
	}
	for x := 0; x < n; {
		switch random.IntN(14) {
		case 0:
			fmt.Fprintf(&b, "\x1b[%d;38;5;%dm", random.IntN(10), random.IntN(256))
		case 1:
			fmt.Fprintf(&b, "\x1b[48;2;%d;%d;%dm", random.IntN(256), random.IntN(256), random.IntN(256))
		case 2:
			b.WriteString("\x1b[m")
		case 3:
			b.WriteString(ansi.SetHyperlink(fmt.Sprintf("https://example.com/%d", random.IntN(3))))
		case 4:
			b.WriteString(ansi.ResetHyperlink())
		}
		text := []string{"a", "B", " ", "  ", "é", "e\u0301", "漢", "字", "🎉", "─", "█", "word "}[random.IntN(12)]
		w := ansi.StringWidth(text)
		if x+w > n {
			break
		}
		b.WriteString(text)
		x += w
	}
	if random.IntN(5) > 0 { // else the style runs over the line's end
		b.WriteString(ansi.ResetHyperlink() + "\x1b[m")
	}
	return b.String()
}

func (s *scrawl) View() tea.View {
	v := tea.View{Content: strings.Join(s.rows, "\n"), AltScreen: true}
	if s.seed%2 == 0 {
		v.Cursor = tea.NewCursor(int(s.seed%uint64(max(s.width, 1))), int(s.seed%uint64(max(s.height, 1))))
	}
	return v
}
