package linebreak_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ssh-resume/internal/linebreak"
)

// shown returns a text with "|" at each break, "¦" at each reluctant one, "‖" at
// each required one, and "~" at each soft hyphen.
func shown(text string) string {
	var b strings.Builder
	from := 0
	for _, one := range linebreak.Breaks(text) {
		b.WriteString(text[from:one.At])
		switch {
		case one.Required:
			b.WriteString("‖")
		case one.Hyphen:
			b.WriteString("~")
		case one.Reluctant:
			b.WriteString("¦")
		default:
			b.WriteString("|")
		}
		from = one.At
	}
	return b.String() + text[from:]
}

// expectBreaks takes texts with their breaks as shown returns them.
func expectBreaks(t *testing.T, all ...string) {
	t.Helper()
	marks := strings.NewReplacer("|", "", "¦", "", "‖", "", "~", "")
	for _, want := range all {
		if got := shown(marks.Replace(want)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestLinesEndAtSpaces(t *testing.T) {
	expectBreaks(t,
		"",
		"word",
		"two |words",
		"  two   |words  ",
		"no\u00a0break |but\u202fhere",
		"tab\t|ideographic\u3000|space",
		"a\n‖b \r\n ‖c\u2028‖d",
		"zero\u200b|width",
		"soft\u00ad~hyphen",
	)
}

func TestFiguresStayWithTheirUnits(t *testing.T) {
	expectBreaks(t,
		"of |10 kg |and |10 km/¦h, |or |50 %.",
		"of |κ = 0.91, |p |< 0.01 |and |1,200 × 800 |points",
		"from |1 000 000 |to |12 500 |users",
		"in |2019 |120 |people",
		"€ 5 |and |5 €, |at |− 5 °C |(12 ms)",
		"1.5 million |users, |3 Mio. |mehr, |40 k |lines",
		"10x, |$18M, |99.99%, |8+ |engineers",
		"Java |8 100 |users", // it could be one figure
		"2021¦年|3¦月|に|入|社", "5¦名|の|チー|ム",
	)
}

func TestNamesStayWhole(t *testing.T) {
	expectBreaks(t,
		"C+¦+, |C#, |F# |and |.NET |in |/etc/|passwd",
		"CI/¦CD |and |TCP/¦IP, |E-¦Mail, |co-¦op, |T-¦Shirt",
		"z. B. |in |J. R. |Tolkien, |O'Brien, |don't",
		"v2.0 |in |ISO-8601 |UTF-8 |1/4 |4-¦day |2019–¦2021",
		"R&D |(see |below), |“quoted |words”, |«mots» |« deux |mots »",
		"Vraiment ? |Oui : |là !",
	)
}

func TestCompoundsBreakAfterTheirHyphens(t *testing.T) {
	expectBreaks(t,
		"TypeScript-|Wissenstransfer-|Veranstaltungen",
		"narrow-|column-¦of-¦text",
		"client/|server |and/¦or |a/¦b/¦c",
		"word—|word |and |word – |word",
		"- 40 % |or - |more",
	)
}

func TestAddressesBreakBeforeTheirSeparators(t *testing.T) {
	expectBreaks(t,
		"see |https://¦example¦.com¦/a¦-path¦?q¦=1 |there",
		"ada¦.lovelace¦@example¦.com, |(github¦.com¦/ada)",
		"Node¦.js |and |www¦.example¦.com/",
		"3.5/4.0 |of |e.g. |i.e.",
	)
}

func TestLinesEndAfterALoneSeparator(t *testing.T) {
	expectBreaks(t,
		"one · |two • |three / |four – |five",
		"wide  ·  |gaps  /  |too  –  |and",
		"費|用 · |東|京 / |大|阪",
		"see |/etc/|passwd |and |.NET",
	)
}

func TestEastAsianLinesObeyKinsoku(t *testing.T) {
	expectBreaks(t,
		"東|京|都、|大|阪。|京|都",
		"「引|用」|と|（注|記）|で|す。",
		"キャッ|シュ|サー|バー",
		"卡|尔·|马|克|思", "開|発•|運|用",
		"使|用|Go|语|言|开|发……|完|成",
		"中|文，|标|点！",
	)
}

func TestKoreanBreaksAtSpaces(t *testing.T) {
	expectBreaks(t, "백¦엔¦드 |개¦발¦자¦입¦니¦다")
}

func TestThaiBreaksOnlyWhereItMust(t *testing.T) {
	expectBreaks(t, "ทำ¦งา¦น |เรา")
}

func TestBreaksAreBetweenCharacters(t *testing.T) {
	for _, text := range append([]string{"\xff\xfe a", "👩‍👩‍👧‍👦👍🏽🇯🇵🇩🇪", "e\u0301\u0301 o\u0308"}, strings.Fields("नमस्ते สวัสดี مرحبا שלום")...) {
		checkBreaks(t, text)
	}
}

// Searching the whole text at each separator would make the test time out.
func TestLongTextsOfSeparatorsAreBroken(t *testing.T) {
	for _, part := range []string{"a/", "a-", "abc/", "-"} {
		checkBreaks(t, strings.Repeat(part, (256<<10)/len(part)))
	}
}

func FuzzBreaksAreBetweenCharacters(f *testing.F) {
	f.Add("a b-c/d https://e.f/g 10 kg 東京 กำลัง")
	f.Fuzz(checkBreaks)
}

func checkBreaks(t *testing.T, text string) {
	t.Helper()
	last := 0
	for _, b := range linebreak.Breaks(text) {
		if b.At <= last || b.At >= len(text) {
			t.Fatalf("%q: a break at %d after one at %d", text, b.At, last)
		}
		if !utf8.RuneStart(text[b.At]) && utf8.ValidString(text) {
			t.Fatalf("%q: a break inside a character at %d", text, b.At)
		}
		last = b.At
	}
}

func BenchmarkBreaks(b *testing.B) {
	text := strings.Repeat("Led the migration of 12 services to Kubernetes, cutting costs by 40 % (see https://example.com/a-path). ", 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		linebreak.Breaks(text)
	}
}
