package typeset

import (
	"runtime"
	"strings"
	"testing"

	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

// marked returns a text as it is set in a language.
func marked(lang, text string) string {
	s := (&Document{Lang: lang, Fonts: fonts.Builtin()}).measure()
	return string(runes(s.prepare([]Span{{text, Style{}}})))
}

func TestQuotationMarksAreThoseOfTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"":      "a “b ‘c’ d” (“e”)",
		"en-GB": "a “b ‘c’ d” (“e”)",
		"de":    "a „b ‚c‘ d“ („e“)",
		"de-CH": "a «b ‹c› d» («e»)",
		"fr":    "a «\u00a0b “c” d\u00a0» («\u00a0e\u00a0»)",
		"es":    "a «b “c” d» («e»)",
		"pt-BR": "a “b ‘c’ d” (“e”)",
		"pt-PT": "a «b “c” d» («e»)",
		"pl":    "a „b «c» d” („e”)",
		"cs":    "a „b ‚c‘ d“ („e“)",
		"ru":    "a «b „c“ d» («e»)",
		"uk":    "a «b “c” d» («e»)",
		"sv":    "a ”b ’c’ d” (”e”)",
		"it":    "a «b “c” d» («e»)",
		"nl":    "a ‘b “c” d’ (‘e’)",
		"tr":    "a “b ‘c’ d” (“e”)",
		"ar":    "a «b “c” d» («e»)",
		"ja":    "a 「b 『c』 d」 (「e」)",
		"ko":    "a “b ‘c’ d” (“e”)",
		"zh-CN": "a “b ‘c’ d” (“e”)",
		"zh-TW": "a 「b 『c』 d」 (「e」)",
	} {
		if got := marked(lang, `a "b 'c' d" ("e")`); got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
	}
}

func TestQuotationsNeedNoSpacesInEastAsia(t *testing.T) {
	for lang, test := range map[string][2]string{
		"zh": {`以"快速失败"为"原则"。`, "以“快速失败”为“原则”。"},
		"ja": {`"決済基盤"の設計と"運用"`, "「決済基盤」の設計と「運用」"},
		"ko": {`"결제 시스템"의 설계`, "“결제 시스템”의 설계"},
	} {
		if got := marked(lang, test[0]); got != test[1] {
			t.Errorf("%s: got %q, want %q", lang, got, test[1])
		}
	}
}

func TestApostrophesAreNoQuotationMarks(t *testing.T) {
	for text, want := range map[string]string{
		"it's the team's; engineers' work":   "it’s the team’s; engineers’ work",
		"rock 'n' roll of the '90s":          "rock ’n’ roll of the ’90s",
		"'quoted' and isn't":                 "‘quoted’ and isn’t",
		`a 24" screen, 5'10" tall`:           `a 24" screen, 5’10" tall`,
		`"It's done," she said. "Fine."`:     `“It’s done,” she said. “Fine.”`,
		`"l'été d'une vie"`:                  `“l’été d’une vie”`,
		`an unclosed " mark, and 'another`:   `an unclosed " mark, and 'another`,
		`"a" "b"/"c"`:                        `“a” “b”/“c”`,
		"wait... done.... and ..":            "wait… done.... and ..",
		"one - two, C - D, e-mail, -5, - x":  "one – two, C – D, e-mail, -5, – x",
		"“already” ‘curly’ — fine":           "“already” ‘curly’ — fine",
		"C'est l'architecture d'aujourd'hui": "C’est l’architecture d’aujourd’hui",
	} {
		if got := marked("en", text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := marked("he", `בע"מ, צ'ק`), "בע״מ, צ׳ק"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCodeKeepsStraightMarks(t *testing.T) {
	d := &Document{Fonts: fonts.Builtin(), Paragraphs: []Paragraph{{Spans: []Span{
		{`"it's" `, Style{}}, {`x = "it's"`, Style{Face: Mono}}, {` and `, Style{}}, {`Lena's page`, Style{URL: "https://x.example/"}},
	}}}}
	file, err := d.PDF(sheets["A4"])
	if err != nil {
		t.Fatal(err)
	}
	want := `“it’s” x = "it's" and Lena’s page`
	if got := strings.TrimSpace(pdftest.Read(t, file).Text()); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestQuotationMarksTakeMemoryInProportion has marks that open quotations that never end.
func TestQuotationMarksTakeMemoryInProportion(t *testing.T) {
	work := func(n int) uint64 {
		text := []rune(strings.Repeat(`'a "b `, n))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		quotesOf("en").marks(text)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if few, many := work(500), work(5000); many > 20*few+1<<20 {
		t.Errorf("%d KiB for 500 marks, %d for 5000", few>>10, many>>10)
	}
}
