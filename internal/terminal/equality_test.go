package terminal_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
)

// difference describes the first difference between two screens; it is empty if
// they are equal.
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

var profiles = []colorprofile.Profile{
	colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI, colorprofile.ASCII, colorprofile.NoTTY,
}

// TestScreensEqualThoseOfTheStockRenderer runs the same model with Bubble Tea's
// own input and renderer and with ours, sends both the same random input, and
// compares the two emulated screens after every step.
func TestScreensEqualThoseOfTheStockRenderer(t *testing.T) {
	document, problems := resume.Parse(data.Name, data.Resume)
	if document == nil {
		t.Fatal(problems)
	}
	var offers []tui.Offer
	for _, o := range export.Offers(export.Formats(nil)) {
		offers = append(offers, tui.Offer(o))
	}
	pages := tui.NewPages(document)
	models := map[string]func(width, height int, profile colorprofile.Profile) tea.Model{
		"résumé": func(width, height int, profile colorprofile.Profile) tea.Model {
			return tui.New(pages, tui.Options{Width: width, Height: height, Profile: profile, Address: address.Parse("example.com"), Offers: offers})
		},
		"random": func(width, height int, _ colorprofile.Profile) tea.Model {
			return &randomModel{width: width, height: height}
		},
	}
	for name, model := range models {
		for _, profile := range profiles {
			t.Run(fmt.Sprint(name, " ", profile), func(t *testing.T) {
				t.Parallel()
				sameScreens(t, profile, rand.New(rand.NewPCG(0, uint64(profile))), model)
			})
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
	for _, r := range runners { // the stock program sends the size at any time
		r.waitSize(t, width, height)
	}
	rounds := 80
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
			slow := slow && i == 0 // the stock renderer blocks the model
			if slow {
				r.held.Lock()
			}
			if resized {
				r.setSize(width, height)
				r.waitSize(t, width, height)
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
			t.Errorf("Run returned %v", err)
		}
	case <-time.After(patience):
		t.Fatal("Run never returned")
	}
	if runners[0].vt.IsAltScreen() {
		t.Error("the alternate screen is still on")
	}
}

// randomInput returns something that a terminal may send.
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

// randomModel shows what is hard to paint: wide and combining characters,
// links, styles that cross line ends, lines that fill the last column.
type randomModel struct {
	width, height int
	seed          uint64
	rows          []string
}

func (m *randomModel) Init() tea.Cmd { return nil }

func (m *randomModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width == m.width && msg.Height == m.height {
			return m, nil
		}
		m.width, m.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		m.seed = m.seed*31 + uint64(msg.Code) + uint64(msg.Mod)<<32
	case tea.MouseMsg:
		m.seed = m.seed*31 + uint64(msg.Mouse().X*1000+msg.Mouse().Y)
	case tea.PasteMsg:
		m.seed = m.seed*31 + uint64(len(msg.Content))
	default:
		return m, nil // messages that only one of the two renderers sends
	}
	random := rand.New(rand.NewPCG(m.seed, 7))
	rows := make([]string, m.height)
	copy(rows, m.rows)
	m.rows = rows
	for range 1 + random.IntN(max(m.height/2, 1)) {
		y := random.IntN(m.height)
		m.rows[y] = randomLine(random, m.width)
		if random.IntN(4) == 0 && y > 0 {
			m.rows[y] = m.rows[y-1]
		}
	}
	return m, nil
}

func randomLine(random *rand.Rand, width int) string {
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
	if random.IntN(5) > 0 { // else the style crosses the line end
		b.WriteString(ansi.ResetHyperlink() + "\x1b[m")
	}
	return b.String()
}

func (m *randomModel) View() tea.View {
	v := tea.View{Content: strings.Join(m.rows, "\n"), AltScreen: true}
	if m.seed%2 == 0 {
		half := int(m.seed / 2 % 3) // the cursor is often where it was
		v.Cursor = tea.NewCursor(max(m.width-1, 0)*half/2, max(m.height-1, 0)*half/2)
	}
	return v
}
