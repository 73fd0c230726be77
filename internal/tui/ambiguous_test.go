package tui

import (
	"strings"
	"testing"

	"ssh-resume/internal/cells"
	"ssh-resume/internal/resume"
)

// TestTerminalsWithWideSymbolsGetNone reads a résumé without characters of ambiguous width in a terminal that
// draws such characters too wide.
func TestTerminalsWithWideSymbolsGetNone(t *testing.T) {
	text := `
lang: ja
basics: {name: 山田 太郎, label: エンジニア, email: taro@example.com}
work:
- {name: 会社, position: 主任, startDate: 2019-03, highlights: [速度を上げた, 費用を下げた]}
- {name: 工場, position: 担当, startDate: 2014-01, endDate: 2019-02}
projects:
- {name: 計画, keywords: [速度], url: "https://example.jp"}
`
	r, problems := resume.Parse("me.yaml", []byte(text))
	if r == nil {
		t.Fatal(problems)
	}
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		reader := readAs(t, NewPages(r), Options{Width: size[0], Height: size[1]})
		reader.press("2")
		at := reader.Section()
		reader.Update(WideMsg{})
		if reader.Section() != at {
			t.Errorf("%v: the reader was in %s, and is in %s", size, at, reader.Section())
		}
		for _, key := range []string{"1", "2", "?", "esc", "d", "esc", "c", "esc", "/", "j"} {
			reader.press(key)
			screen := strings.Join(reader.rows(), "\n")
			for _, c := range screen {
				if c != '～' && cells.IsAmbiguous(string(c)) { // which is of the words
					t.Errorf("%v after %s: %q on the screen\n%s", size, key, c, screen)
					break
				}
			}
			if key == "1" && !strings.Contains(screen, "太郎") {
				t.Errorf("%v: the name is not on the screen\n%s", size, screen)
			}
		}
	}
}
