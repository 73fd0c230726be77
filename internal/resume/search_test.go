package resume_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// found returns the text with brackets around the matches.
func found(text, query string) string {
	var b strings.Builder
	from := 0
	for _, r := range resume.Find(text, query) {
		b.WriteString(text[from:r[0]] + "[" + text[r[0]:r[1]] + "]")
		from = r[1]
	}
	return b.String() + text[from:]
}

func TestSearchIgnoresCaseAccentsAndBlanks(t *testing.T) {
	for _, test := range []struct{ text, query, want string }{
		{"Apache Kafka, kafka", "KAFKA", "Apache [Kafka], [kafka]"},
		{"Apache Kafka", "kafka!", "Apache Kafka"},
		{"Apache Kafka", "", "Apache Kafka"},
		{"Apache Kafka", " \t ", "Apache Kafka"},
		{"Apache Kafka", " kafka \t apache ", "[Apache] [Kafka]"},
		{"Apache Kafka", "kafka rabbit", "Apache Kafka"},
		{"Apache Kafka", "\" apache \t kafka \"", "[Apache Kafka]"},
		{"Apache Kafka", `"kafka apache"`, "Apache Kafka"},
		{"Kafka, Apache Kafka", `"apache kafka" kafka`, "[Kafka], [Apache Kafka]"},
		{"Apache Kafka", `“apache ka`, "[Apache Ka]fka"},
		{"Apache Kafka", `""`, "Apache Kafka"},
		{"Apache", "ache apa", "[Apa]che"},
		{"Wrocław Øyvind Đỗ Œuvre Ægir Þór straße İstanbul", "wroclaw", "[Wrocław] Øyvind Đỗ Œuvre Ægir Þór straße İstanbul"},
		{"Wrocław Øyvind Đỗ Œuvre Ægir Þór straße İstanbul", "oyvind do oeuvre aegir thor strasse istanbul", "Wrocław [Øyvind] [Đỗ] [Œuvre] [Ægir] [Þór] [straße] [İstanbul]"},
		{"ﬁnance ½ Ｇｏ ı", "finance", "[ﬁnance] ½ Ｇｏ ı"},
		{"ﬁnance ½ Ｇｏ ı", "go 1/2", "ﬁnance [½] [Ｇｏ] ı"},
		{"Go, C, cargo", "c", "Go, [C], [c]argo"},
		{"Cut by 40%", "%", "Cut by 40[%]"},
		{"Go, C, cargo", "c go", "[Go], [C], [c]ar[go]"},
		{"Apache \n\n Kafka", `"apache kafka"`, "[Apache \n\n Kafka]"},
		{"Apache\u00a0Kafka", `"e k"`, "Apach[e\u00a0K]afka"},
		{"Apache  Kafka", "he", "Apac[he]  Kafka"},
		{"aaaa", "aa", "[aa][aa]"},
		{"Résumé, resume", "resume", "[Résumé], [resume]"},
		{"Résumé, resume", "RÉSUMÉ", "[Résumé], [resume]"},
		{"re\u0301sume\u0301s", "resume", "[re\u0301sume\u0301]s"},
		{"re\u0301", "r", "[r]e\u0301"},
		{"re\u0301e", "ee", "r[e\u0301e]"},
		{"\u0301e", "e", "\u0301[e]"},
		{"e", "\u0301", "e"},
		{"Straße", "STRASSE", "[Straße]"},
		{"Doesn’t drop, 2019–2021", "doesn't 2019-2021", "[Doesn’t] drop, [2019–2021]"},
		{"ד״ר נועה בן־דוד, צ׳כיה", `בן-דוד צ'כיה`, "ד״ר נועה [בן־דוד], [צ׳כיה]"},
		{"ד״ר צה״ל, רד״ו", `ד"ר צה"ל`, "[ד״ר] [צה״ל], רד״ו"},
		{"مهندسة برمجيات أولى", "مهندسه اولي", "[مهندسة] برمجيات [أولى]"},
		{"محمـــد, ایران, شرکت", "محمد ايران شركت", "[محمـــد], [ایران], [شرکت]"},
		{"クラウド、サーバー", "くらうど さーばー", "[クラウド]、[サーバー]"},
		{"みらい", "ミライ", "[みらい]"},
		{"Straße", "s", "[S]traße"},
		{"Strasse", "ß", "Stra[ss]e"},
		{"ßs", "sss", "[ßs]"},
		{"ß sß", "s", "ß [s]ß"},
		{"ΟΔΟΣ οδός", "οδος", "[ΟΔΟΣ] [οδός]"},
		{"한국어", "국", "한[국]어"},
		{"한국어", "\u1112\u1161\u11ab", "[한]국어"},
		{"漢字かな", "字か", "漢[字か]な"},
		{"漢字かな", "字", "漢[字]かな"},
		{"İstanbul", "istanbul", "[İstanbul]"},
		{"👩‍💻 writes", "👩", "👩‍💻 writes"},
		{"👩‍💻 writes", `"👩‍💻 w"`, "[👩‍💻 w]rites"},
		{"a\xffb", "b", "a\xff[b]"},
		{"", "a", ""},
	} {
		if got := found(test.text, test.query); got != test.want {
			t.Errorf("%q in %q: %q, want %q", test.query, test.text, got, test.want)
		}
	}
}

// TestAnIndexFindsWhatReadingEachEntryFinds compares the two ways of searching, for queries that are found and
// queries that are not.
func TestAnIndexFindsWhatReadingEachEntryFinds(t *testing.T) {
	words := strings.Fields("Kafka kafka, Über über ßs ss 漢字かな Øre ee eee e\u0301e Go go-go c C# 1/2 ½ İstanbul")
	random := rand.New(rand.NewPCG(1, 2))
	var texts []string
	for range 200 {
		var text []string
		for range random.IntN(9) {
			text = append(text, words[random.IntN(len(words))])
		}
		texts = append(texts, strings.Join(text, strings.Repeat(" ", 1+random.IntN(2))))
	}
	index := resume.NewIndex(func(yield func(string, bool) bool) {
		for _, text := range texts {
			if !yield(text, true) {
				return
			}
		}
	})
	for _, query := range append(words, "", "zzz", "go kafka", `"e g"`, "e", "字", "s", "k 1", "fka c ee", "ka,") {
		var got, want []resume.Match
		for i, text := range texts {
			for _, r := range resume.Find(text, query) {
				want = append(want, resume.Match{Text: int32(i), From: int32(r[0]), To: int32(r[1])})
			}
		}
		search := index.Search(query)
		for from := int32(0); int(from) < len(texts); {
			got, from = search.Next(got, from, 1000)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is found at %v, want %v", query, got, want)
		}
	}
}

func TestAllWordsMustBeInOneEntry(t *testing.T) {
	index := resume.NewIndex(func(yield func(string, bool) bool) {
		for i, text := range []string{"Queues", "Kafka, Kafka", "Stores", "Redis", "Kafka and Redis"} {
			yield(text, i%2 == 0)
		}
	})
	for _, test := range []struct {
		query string
		from  int32
		most  int
		want  []resume.Match
		next  int32
	}{
		{"kafka queues", 0, 9, []resume.Match{{0, 0, 6}, {1, 0, 5}, {1, 7, 12}}, 2},
		{"kafka queues", 0, 2, []resume.Match{{0, 0, 6}, {1, 0, 5}}, 2},
		{"kafka", 2, 9, []resume.Match{{4, 0, 5}}, 5},
		{"redis kafka", 0, 9, []resume.Match{{4, 0, 5}, {4, 10, 15}}, 5},
		{"stores kafka", 0, 9, nil, 5},
	} {
		got, next := index.Search(test.query).Next(nil, test.from, test.most)
		if !slices.Equal(got, test.want) || next != test.next {
			t.Errorf("%q from %d is found at %v, and then %d; want %v, %d", test.query, test.from, got, next, test.want, test.next)
		}
	}
}

func FuzzSearchRangesAreWholeCharacters(f *testing.F) {
	for _, seed := range [][2]string{
		{"Apache Kafka", "kafka"},
		{"re\u0301sumé", "E"},
		{"Straße ßß", "ss"},
		{"한국", "\u1112"},
		{"a \u0301 b", "a b"},
		{"\u0301x", "x"},
		{"\xff\xfe", "\xff"},
		{"🇩🇪🇫🇷", "🇫🇷"},
		{"\u0600 a", "\u0600"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, text, query string) {
		query = `"` + strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"“”„«»", r) {
				return -1
			}
			return r
		}, query) + `"`
		found := resume.Find(text, query)
		if !utf8.ValidString(text) || !utf8.ValidString(query) {
			return // neither a file nor a terminal lets such text in
		}
		end := 0
		for _, r := range found {
			if r[0] < end || r[1] <= r[0] || r[1] > len(text) {
				t.Fatalf("range %v after %d in a text of %d", r, end, len(text))
			}
			end = r[1]
			for _, at := range r {
				if at < len(text) && !utf8.RuneStart(text[at]) {
					t.Fatalf("%d is inside a character", at)
				}
			}
			part := text[r[0]:r[1]]
			if whole := resume.Find(part, query); !reflect.DeepEqual(whole, [][2]int{{0, len(part)}}) {
				t.Fatalf("%q was found at %v (%q), and there at %v", query, r, part, whole)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"ASCII":   "Led backend redesign serving 200M+ users with 99.99% uptime",
		"accents": "Conçu la plateforme de diffusion : 200 M d’utilisateurs, 99,99 %",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				resume.Find(text, "kafka")
			}
		})
	}
}

func TestTitleThatEndsInAMarkOnNothingIsSearched(t *testing.T) {
	const title = "Kafka\u200b\u0301"
	index := resume.NewIndex(func(yield func(string, bool) bool) { yield(title, true) })
	if !index.Search("kafka").Has(0, len(title)) {
		t.Error("it is not found in its title")
	}
}
