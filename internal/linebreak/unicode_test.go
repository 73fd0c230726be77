package linebreak

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

// TestPartsOfATextBreakAsTheWholeDoes compares texts of all kinds of characters, most of them
// words, with what the Unicode algorithm says about the whole.
func TestPartsOfATextBreakAsTheWholeDoes(t *testing.T) {
	parts := strings.Split("a|Bc|7|12|word|next|, |. |,|.|: |;|!|?|(|) |)|[|]|\"|“|” |”|«|»|'|’|-|– |—|— |/|%| $|$|€ |+|#|\u00a0|\u200b|\u00ad|\u2060|\u0301|\u200d|京|、|「|한|ก|א|👍|🇩|\t|\n|\r\n|\u2028|…|°|№ |×|=|&|@|\\||\xff", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 3_000 {
		text := ""
		for range 1 + random.IntN(9) {
			if text += parts[random.IntN(len(parts))]; random.IntN(2) == 0 {
				text += strings.Repeat(" ", 1+random.IntN(2)) + []string{"", "", "a", "5"}[random.IntN(4)]
			}
		}
		var whole []int
		var s segmenter.Segmenter
		s.Init([]rune(text))
		runes := []rune(text)
		for lines := s.LineIterator(); lines.Next(); {
			whole = append(whole, lines.Line().Offset+len(lines.Line().Text))
		}
		var got []int
		for _, at := range unicodeBreaks(text) {
			got = append(got, len([]rune(text[:at])))
		}
		if !slices.Equal(got, whole) {
			t.Fatalf("%q: lines may end at %d of %d characters, want %d", text, got, len(runes), whole)
		}
	}
}
