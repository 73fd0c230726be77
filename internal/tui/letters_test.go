package tui

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestLettersAreDrawn checks that real names and figures are drawn large.
func TestLettersAreDrawn(t *testing.T) {
	for _, text := range []string{
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "+ − % × . , : / < > ~ $ € £ ¥ & ' -", "José Müller-Ångström",
		"Łukasz Żółć", "Ωμέγα", "Юлия", "Đorđe", "Øystein", "Þóra", "Weiß", "Ægir", "Ő Ű Ģ Ș Ț Ą Ę Ǧ Ḥ Ỳ Ĳ", "Nguyễn Thị Thủy Trường", "$1.4M", "99.99%",
		"Щёголев Жуковский Эйюб Цыбин Чаплыгин Ъ", "Ґалаґан Їжак Єва", "Ђорђе Љубица Њего Ћира Џон", "ΓΔΘΛΞΠΣΦΨΩ",
	} {
		for _, word := range strings.Fields(norm.NFC.String(text)) {
			if unicodeGlyphs.letters(strings.Replace(word, "Ĳ", "IJ", 1), 300) == nil {
				t.Errorf("%q is not drawn", word)
			}
		}
	}
	if unicodeGlyphs.letters("王", 300) != nil || asciiGlyphs.letters("A", 300) != nil || unicodeGlyphs.letters("WIDE", 15) != nil {
		t.Error("what has no drawing, or no room, is drawn")
	}
}

func TestDrawingsHaveRowsOfOneLength(t *testing.T) {
	count := map[string]int{}
	for r, rows := range drawings() {
		kind, height := "letters", 2*letterRows
		if unicode.Is(unicode.Mn, r) {
			kind, height = "accents below", 2
			if norm.NFD.PropertiesString(string(r)).CCC() == 230 { // the combining class of what stands above
				kind = "accents above"
			}
		}
		count[kind]++
		if len(rows) != height {
			t.Errorf("%c has %d rows", r, len(rows))
		}
		for _, row := range rows {
			if len(row) != len(rows[0]) || strings.Trim(row, " #") != "" {
				t.Errorf("%c: row %q is not as %q", r, row, rows[0])
			}
		}
	}
	for kind, least := range map[string]int{"letters": 130, "accents above": 13, "accents below": 4} {
		if count[kind] < least {
			t.Errorf("there are %d %s", count[kind], kind)
		}
	}
}

func TestEveryLetterDiffers(t *testing.T) {
	seen := map[string]bool{}
	for drawing := range strings.SplitSeq(lettersFile, "\n\n") {
		head, body, _ := strings.Cut(drawing, "\n")
		if seen[body] && head != "0" && !strings.Contains(head, "(below") {
			t.Errorf("%s looks as another", head)
		}
		seen[body] = true
	}
}

// TestNoAccentIsLost checks that letters with different accents look different, even narrow ones and ones with
// two accents.
func TestNoAccentIsLost(t *testing.T) {
	for _, alike := range []string{"EÉÈÊẼĒĔĖËĚẺẾỀỄỂ", "IÍÌÎĨĪĬİÏỈỊĮ", "OÓÒÔÕŌŎȮÖŐỎỌƠỚỜỖỘỢ", "AÀÂẢÅĄẠẦẤ", "UÚÙỦỤƯỪỨŰ"} {
		seen := map[string]rune{}
		for _, letter := range alike {
			drawn := strings.Join(unicodeGlyphs.letters(string(letter), 30), "\n")
			if other, ok := seen[drawn]; ok || drawn == "" {
				t.Errorf("%c is drawn as %c:\n%s", letter, other, drawn)
			}
			seen[drawn] = letter
		}
	}
	if drawn := unicodeGlyphs.letters("É", 30); strings.TrimSpace(drawn[1]) == "" || len(drawn) != letterRows+1 {
		t.Errorf("É is\n%s", strings.Join(drawn, "\n"))
	}
}

func TestUnitsStandApart(t *testing.T) {
	for value, want := range map[string][2]string{
		"2 s": {"2", " s"}, "12 ms": {"12", " ms"}, "12ms": {"12", "ms"}, "200M+": {"200M+", ""}, "−40%": {"−40%", ""}, "3x": {"3×", ""},
		"90秒": {"90", "秒"}, "2億件": {"2", "億件"}, "$1.4M": {"$1.4M", ""}, "12k": {"12", "k"}, "top": {"", "top"}, "4 of the 5 largest banks": {"", "4 of the 5 largest banks"},
	} {
		if large, unit := figureParts(value); large != want[0] || unit != want[1] {
			t.Errorf("%q is %q and %q", value, large, unit)
		}
	}
}

func TestTheLinuxConsoleGetsHalfBlocks(t *testing.T) {
	r := readAs(t, profile(), Options{Width: 80, Height: 24, Console: true})
	for _, row := range r.rows() {
		if strings.ContainsAny(row, "▘▝▖▞▛▗▚▜▙▟▾●") {
			t.Errorf("the console can't show %q", row)
		}
	}
	r.expect("█▀▀▄")
}
