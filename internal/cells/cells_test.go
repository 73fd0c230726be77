package cells

import (
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestTextTakesTheCellsOfEitherKindOfTerminal(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
	}{
		{"", 0},
		{"plain", 5},
		{"Zürich · Łódź", 13},
		{"e\u0301", 1},
		{"漢字", 4},
		{"각", 2},
		{"\u1100\u1161\u11a8", 4}, // the same in jamo
		{"🎉", 2},
		{"❤️", 2}, // with a variation selector
		{"1️⃣", 2},
		{"🇩🇪", 2},
		{"👍🏽", 4},
		{"👨\u200d👩\u200d👧", 6},
		{"กำลัง", 4},
		{"ກຳ", 2},
		{"क्षि", 3},
		{"মি", 2},
		{"மி", 2},
		{"ខ្មែ", 3},
		{"မြန်", 3},
		{"שָׁלוֹם", 4},
		{"مُحَمَّد", 4},
	} {
		if got := Width(test.text); got != test.width {
			t.Errorf("%q is %d cells wide, want %d", test.text, got, test.width)
		}
	}
}

// TestCommonCharactersAreAsWideAsMeasured compares the shortcut for common
// characters with the measure, alone and next to another one.
func TestCommonCharactersAreAsWideAsMeasured(t *testing.T) {
	var common []rune
	for r := range rune(0x30000) {
		if isOneCell(r) {
			common = append(common, r)
		}
	}
	for i, r := range common {
		pair := string(r) + string(common[len(common)-1-i])
		if grapheme, wc := ansi.StringWidth(pair), ansi.StringWidthWc(pair); grapheme != 2 || wc != 2 {
			t.Errorf("%q is %d or %d cells wide", pair, grapheme, wc)
		}
		if cluster, _ := ansi.FirstGraphemeCluster(pair, ansi.GraphemeWidth); cluster != string(r) {
			t.Errorf("%q is one cluster", cluster)
		}
	}
	if len(common) < 1000 {
		t.Errorf("the shortcut is for %d characters only", len(common))
	}
}

func FuzzClustersCoverTheText(f *testing.F) {
	f.Add("กำ❤️x\xff漢")
	f.Fuzz(func(t *testing.T, text string) {
		total := 0
		for rest := text; rest != ""; {
			cluster, width := First(rest)
			if cluster == "" || width < 0 || width > 2*utf8.RuneCountInString(cluster) {
				t.Fatalf("%q of %q takes %d cells", cluster, text, width)
			}
			total += width
			rest = rest[len(cluster):]
		}
		if got := Width(text); got != total {
			t.Fatalf("%q takes %d cells, its clusters %d", text, got, total)
		}
	})
}
