package terminal_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/internal/cells"
	"ssh-resume/internal/terminal"
)

// grid is the screen of an emulated terminal.
type grid interface {
	io.Writer

	// look returns the text and the background of a cell.
	look(x, y int) string
}

// graphemeGrid is a terminal that shows a grapheme cluster as one character.
type graphemeGrid struct{ *vt.Emulator }

func (g graphemeGrid) look(x, y int) string {
	c := g.CellAt(x, y)
	if c == nil {
		return ""
	}
	content := c.Content
	if content == "" && c.Width > 0 {
		content = " "
	}
	return fmt.Sprint(content, " ", c.Style.Bg)
}

// wcGrid is a terminal that adds up the widths of characters. It knows the
// sequences that a painter writes.
type wcGrid struct {
	width    int
	wide     func(rune) bool // characters that are two cells wide here; may be nil
	wraps    bool
	rows     [][]wcCell
	x, y     int
	lastX    int // of the cell that combining characters join
	style    uv.Style
	parser   *ansi.Parser
	unknowns []string // sequences that it does not know
}

type wcCell struct {
	text string // empty for the second cell of a wide character
	bg   string
}

func newWcGrid(width, height int, wide func(rune) bool) *wcGrid {
	g := &wcGrid{width: width, wide: wide, wraps: true, rows: make([][]wcCell, height), parser: ansi.NewParser()}
	for y := range g.rows {
		g.rows[y] = make([]wcCell, width)
		g.erase(y, 0)
	}
	return g
}

func (g *wcGrid) look(x, y int) string { return g.rows[y][x].text + " " + g.rows[y][x].bg }

func (g *wcGrid) erase(y, from int) {
	if from > 0 && g.rows[y][from].text == "" {
		g.rows[y][from-1].text = " "
	}
	for x := from; x < g.width; x++ {
		g.rows[y][x] = wcCell{" ", fmt.Sprint(g.style.Bg)}
	}
}

func (g *wcGrid) Write(p []byte) (int, error) {
	for rest := string(p); rest != ""; {
		sequence, _, n, _ := ansi.DecodeSequenceWc(rest, ansi.NormalState, g.parser)
		switch {
		case sequence[0] == ansi.ESC:
			g.control(sequence)
		case sequence == "\r":
			g.x = 0
		case sequence == "\n":
			g.lineFeed()
		default:
			for _, r := range sequence {
				g.print(r)
			}
		}
		rest = rest[n:]
	}
	return len(p), nil
}

func (g *wcGrid) print(r rune) {
	row, width := g.rows[g.y], ansi.StringWidthWc(string(r))
	if g.wide != nil && g.wide(r) {
		width = 2
	}
	if width == 0 {
		row[g.lastX].text += string(r)
		return
	}
	if g.wraps && g.x+width > g.width {
		g.x = 0
		g.lineFeed()
		row = g.rows[g.y]
	}
	g.x = min(g.x, g.width-width)
	if row[g.x].text == "" { // the second half of another
		row[g.x-1].text = " "
	}
	if end := g.x + width; end < g.width && row[end].text == "" {
		row[end].text = " "
	}
	bg := fmt.Sprint(g.style.Bg)
	row[g.x] = wcCell{string(r), bg}
	if width == 2 {
		row[g.x+1] = wcCell{"", bg}
	}
	g.lastX = g.x
	if g.x += width; !g.wraps {
		g.x = min(g.x, g.width-1)
	}
}

func (g *wcGrid) lineFeed() {
	if g.y++; g.y == len(g.rows) {
		g.y--
		copy(g.rows, g.rows[1:])
		g.rows[g.y] = make([]wcCell, g.width)
		g.erase(g.y, 0)
	}
}

func (g *wcGrid) control(sequence string) {
	n := func(i int) int { v, _ := g.parser.Param(i, 1); return v }
	switch command := ansi.Cmd(g.parser.Command()); {
	case sequence == ansi.ResetModeAutoWrap:
		g.wraps = false
	case !strings.HasPrefix(sequence, "\x1b["), command.Prefix() == '?', command.Final() == 'c', command.Final() == 'n':
	case command.Final() == 'H':
		g.x, g.y = n(1)-1, n(0)-1
	case command.Final() == 'G':
		g.x = n(0) - 1
	case command.Final() == 'C':
		g.x = min(g.x+n(0), g.width-1)
	case command.Final() == 'K':
		g.erase(g.y, g.x)
	case command.Final() == 'J':
		for y := range g.rows {
			g.erase(y, 0)
		}
	case command.Final() == 'm':
		uv.ReadStyle(g.parser.Params(), &g.style)
	default:
		g.unknowns = append(g.unknowns, sequence)
	}
}

// doubtful are texts whose width terminals disagree on, and some others.
var doubtful = []string{
	"a", "word", "  ", "          ", "é", "漢", "─", "e\u0301", "🎉", "❤️", "☎️", "☁️", "⚠️", "✈️", "©️", "1️⃣", "🇩🇪", "👍🏽",
	"👨\u200d👩\u200d👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "กำลัง", "ทำงานประจำ", "ກຳ", "นิ้ว", "क्षि", "हिन्दी", "কি", "বাংলা", "மி", "தமிழ்",
	"ខ្មែរ", "မြန်မာ", "한\u1100\u1161\u11a8", "שָׁלוֹם", "مُحَمَّد",
}

// doubtfulLine is a line of such texts, and of styles.
type doubtfulLine []string

// change replaces the line, or one of its texts.
func (l *doubtfulLine) change(random *rand.Rand) {
	if len(*l) > 0 && random.IntN(3) > 0 {
		(*l)[random.IntN(len(*l))] = doubtfulText(random)
		return
	}
	*l = nil
	for range random.IntN(15) {
		*l = append(*l, doubtfulText(random))
	}
}

func doubtfulText(random *rand.Rand) string {
	if random.IntN(6) == 0 {
		return []string{"\x1b[44m", "\x1b[48;2;1;2;3m", "\x1b[m"}[random.IntN(3)]
	}
	return doubtful[random.IntN(len(doubtful))]
}

// text returns as much of the line as fits.
func (l *doubtfulLine) text(width int) string {
	text, x := "", 0
	for _, t := range *l {
		if t[0] != ansi.ESC {
			if x += cells.Width(t); x > width {
				break
			}
		}
		text += t
	}
	return text + "\x1b[m"
}

// drawnFromScratch returns the bytes that draw a content on a blank screen of the
// given width, each cluster at its place.
func drawnFromScratch(content string, width int) string {
	var b strings.Builder
	b.WriteString(ansi.ResetModeAutoWrap)
	parser := ansi.NewParser()
	for y, line := range strings.Split(content, "\n") {
		x := 0
		for line != "" {
			if line[0] == ansi.ESC {
				sequence, _, n, _ := ansi.DecodeSequence(line, ansi.NormalState, parser)
				b.WriteString(sequence)
				line = line[n:]
				continue
			}
			cluster, w := cells.First(line)
			at := ansi.CursorPosition(x+1, y+1)
			b.WriteString(at + strings.Repeat(" ", w) + at + cluster)
			x += w
			line = line[len(cluster):]
		}
		b.WriteString(ansi.CursorPosition(x+1, y+1) + strings.Repeat(" ", max(0, width-x)))
	}
	return b.String()
}

// TestTextOfDoubtfulWidthLeavesNothingAndLosesNothing shows random texts one after
// the other on a terminal of either kind, and compares each screen with one on
// which the last text was drawn from scratch.
func TestTextOfDoubtfulWidthLeavesNothingAndLosesNothing(t *testing.T) {
	const width, height = 40, 6
	isFlag := func(r rune) bool { return unicode.Is(unicode.Regional_Indicator, r) }
	kinds := map[string]func() grid{
		"by grapheme": func() grid { return graphemeGrid{vt.NewEmulator(width, height)} },
		"by wcwidth":  func() grid { return newWcGrid(width, height, nil) },
		// Wider than any other terminal: what follows a flag hides half of it.
		"with wide flags": func() grid { return newWcGrid(width, height, isFlag) },
	}
	for name, newGrid := range kinds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(1, 2))
			screen, paint := newGrid(), terminal.NewPainter(width, height, false)
			lines, rows := make([]doubtfulLine, height), make([]string, height)
			for step := range 300 {
				for range 1 + random.IntN(height) {
					lines[random.IntN(height)].change(random)
				}
				for y := range lines {
					rows[y] = lines[y].text(width)
				}
				content := strings.Join(rows, "\n")
				painted := paint(content)
				if g, ok := screen.(graphemeGrid); ok && step == 0 { // it answers queries
					go func() { _, _ = io.Copy(io.Discard, g) }()
				}
				_, _ = io.WriteString(screen, painted)
				want := newGrid()
				_, _ = io.WriteString(want, drawnFromScratch(content, width))
				for y := range height {
					letters := ""
					for x := range width {
						if got, want := screen.look(x, y), want.look(x, y); got != want {
							t.Fatalf("step %d: column %d of row %d shows %q, want %q\n%q\npainted: %q", step, x, y, got, want, rows[y], painted)
						}
						text, _, _ := strings.Cut(screen.look(x, y), " ")
						letters += text
					}
					if want := strings.ReplaceAll(ansi.Strip(rows[y]), " ", ""); letters != want && name != "with wide flags" {
						t.Fatalf("step %d: row %d shows %q, want %q", step, y, letters, want)
					}
				}
			}
			if g, ok := screen.(*wcGrid); ok && len(g.unknowns) > 0 {
				t.Errorf("unknown sequences: %q", g.unknowns)
			}
		})
	}
}

// TestGlyphsWiderThanThoughtDamageOnlyTheirRow shows rules in a terminal that
// draws them twice as wide, as xterm -cjk_width does.
func TestGlyphsWiderThanThoughtDamageOnlyTheirRow(t *testing.T) {
	const width, height = 40, 6
	screen := newWcGrid(width, height, func(r rune) bool { return r == '─' })
	paint := terminal.NewPainter(width, height, false)
	rule := strings.Repeat("─", width)
	for _, content := range []string{
		strings.Join([]string{"name", rule, "first", "text", rule, "keys"}, "\n"),
		strings.Join([]string{"name", rule, "second", rule, "more text", "keys"}, "\n"),
	} {
		_, _ = io.WriteString(screen, paint(content))
		for y, want := range strings.Split(content, "\n") {
			got := ""
			for x := range width {
				got += screen.rows[y][x].text
			}
			if want != rule && strings.TrimRight(got, " ") != want {
				t.Errorf("row %d shows %q, want %q", y, got, want)
			}
		}
	}
}

func TestTextBesideWideSymbolsIsWhole(t *testing.T) {
	const width, height = 42, 4
	screen := newWcGrid(width, height, func(r rune) bool { return cells.IsAmbiguous(string(r)) })
	paint := terminal.NewPainter(width, height, true)
	for _, content := range []string{
		"name\n" + strings.Repeat("─", width) + "\n1  Profile   │   text · more\n\x1b[1m■\x1b[m line",
		"name\n" + strings.Repeat("─", width) + "\n1  Profile   │   other – text\n\x1b[1m●\x1b[m line",
	} {
		_, _ = io.WriteString(screen, paint(content))
		for y, want := range strings.Split(ansi.Strip(content), "\n") {
			for x, r := range []rune(want) {
				if got := screen.rows[y][x].text; !cells.IsAmbiguous(string(r)) && r != ' ' && got != string(r) {
					t.Errorf("column %d of row %d shows %q, want %q", x, y, got, r)
				}
			}
		}
		for _, at := range [][2]int{{13, 2}, {0, 3}} {
			if got := screen.rows[at[1]][at[0]].text; !cells.IsAmbiguous(got) {
				t.Errorf("column %d of row %d shows %q, want a symbol", at[0], at[1], got)
			}
		}
	}
}
