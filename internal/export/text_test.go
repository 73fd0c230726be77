package export_test

import (
	"flag"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

var update = flag.Bool("update", false, "write the golden files")

func profile(t testing.TB) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		t.Fatal(problems)
	}
	return r
}

func TestTextBeginsWithTheName(t *testing.T) {
	if got, _, _ := strings.Cut(export.Text(profile(t), 80), "\n"); got != "Marcus Rodriguez" {
		t.Errorf("the first line is %q", got)
	}
}

func TestTextHoldsEveryStatementOfTheProfile(t *testing.T) {
	r := profile(t)
	for _, width := range []int{20, 80, 200} {
		whole := folded(export.Text(r, width))
		sections := ""
		for _, s := range r.Sections() {
			sections += folded(export.SectionText(r, s, width))
		}
		for _, statement := range resumetest.Statements() {
			for _, part := range statement {
				if !strings.Contains(whole, folded(part)) {
					t.Errorf("width %d: no %q in the text", width, part)
				}
				if !strings.Contains(sections, folded(part)) {
					t.Errorf("width %d: no %q in the sections", width, part)
				}
			}
		}
	}
}

// folded returns a text without white space, so that line ends make no difference,
// even inside a word that is longer than its line.
func folded(s string) string { return strings.Join(strings.Fields(s), "") }

// TestTextHoldsEveryField fills each field of a résumé with a unique word and looks
// for each word in the whole text and in the text of its section.
func TestAPointThatIsAListIsItsPoints(t *testing.T) {
	list := "<ul><li>A</li><li>B</li></ul>"
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Ada", Highlights: []string{list, "- 40 %"}},
		Work:   []resume.Work{{Name: "X", Highlights: []string{"<li>C</li>", "- D\n- E", "1. F\n2. G", "H\n- I\n- J"}}},
		Custom: []resume.CustomSection{{ID: "s", Blocks: []resume.CustomBlock{{Type: resume.KindList, Items: []resume.Item{{Text: list}, {Label: "K", Text: list}}}}}},
	}
	text := export.Text(r, 80)
	for _, want := range []string{"\n- A\n- B\n- - 40 %\n", "\n  - C\n  - D\n  - E\n  - 1. F\n    2. G\n  - H\n    - I\n    - J\n", "\n- A\n- B\n- K:\n  - A\n  - B\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestTextHoldsEveryField(t *testing.T) {
	for _, r := range filled() {
		const width = 1000 // no line is broken
		sections := ""
		for _, s := range r.Sections() {
			sections += export.SectionText(r, s, width)
		}
		expectFields(t, r, "text", export.Text(r, width))
		expectFields(t, r, "sections", sections)
	}
}

func TestTextOfAResumeInASCIIIsASCII(t *testing.T) {
	arabic := &resume.Resume{Lang: "ar", Basics: resume.Basics{Name: "مهندس Go", Phone: "+49 30 123"}}
	if text := export.Text(arabic.ASCII(), 80); strings.ContainsFunc(text, func(r rune) bool { return r > '~' }) {
		t.Errorf("%q", text)
	}
	for _, c := range []byte(export.Text(profile(t).ASCII(), 80)) {
		if c > '~' || c < ' ' && c != '\n' {
			t.Fatalf("byte %#x", c)
		}
	}
}

func TestLinesAreNeverTooLong(t *testing.T) {
	t.Parallel()
	r, wide := profile(t), foreign()
	for width := 20; width <= 200; width += 1 + width/20 {
		for _, r := range []*resume.Resume{r, wide} {
			check(t, export.Text(r, width), width)
		}
		for _, s := range r.Sections() {
			check(t, export.SectionText(r, s, width), width)
		}
	}
	check(t, export.Text(wide, -1), 20)
}

// check reports what a plain text must not have.
func check(t *testing.T, text string, width int) {
	t.Helper()
	if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
		t.Errorf("width %d: the text ends in %q", width, text[max(0, len(text)-10):])
	}
	for l := range strings.SplitSeq(text, "\n") {
		if got := ansi.StringWidth(l); got > width {
			t.Errorf("%d cells of %d: %q", got, width, l)
		}
		if strings.TrimRightFunc(l, unicode.IsSpace) != l {
			t.Errorf("width %d: blanks at the end of %q", width, l)
		}
		if strings.ContainsFunc(l, unicode.IsControl) {
			t.Errorf("width %d: a control character in %q", width, l)
		}
	}
}

// foreign returns a résumé in scripts that are hard to lay out.
func foreign() *resume.Resume {
	const (
		cjk    = "東京都渋谷区の株式会社でバックエンド開発を担当しました。"
		marked = "Ame\u0301lie Zoe\u0308 नमस्ते สวัสดี"
		emoji  = "👩‍👩‍👧‍👦🇯🇵👍🏽 family"
		bad    = "a\x1b[31mred\x1b[0m\x07\r\nb\u009b2J\xff\x9b\t\u2028end \u00a0"
	)
	long := strings.Repeat("Donaudampfschifffahrts", 9)
	hard := strings.Join([]string{cjk, marked, emoji, bad, long, strings.Repeat("e\u0301", 201), strings.Repeat("漢", 99)}, " ")
	r := &resume.Resume{
		Basics: resume.Basics{Name: bad + marked, Label: cjk, Summary: hard + "\n\n" + cjk, URL: "https://example.com/" + long},
		Work:   []resume.Work{{Name: cjk, Position: marked, Duration: emoji, Summary: bad, Highlights: []string{hard}}},
		Skills: []resume.Skill{{Group: long, Name: cjk, Keywords: []string{emoji, hard}}},
	}
	var items []resume.Item
	for range 5 {
		items = append(items, resume.Item{Label: emoji, Text: cjk}, resume.Item{Quote: bad, Text: marked})
	}
	items = append(items, resume.Item{Label: emoji, Text: hard})
	r.Custom = []resume.CustomSection{{ID: "f", Title: hard, Blocks: []resume.CustomBlock{
		{Title: hard, Type: resume.KindNumbered, Items: items}, {Type: resume.KindList, Items: items[:2]},
	}}}
	return r
}

func TestTextUsesTheFormForEachKind(t *testing.T) {
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Jo", Label: "Cook"},
		Work: []resume.Work{
			{Name: "Inn", Position: "Chef", Duration: "2 years", URL: "https://inn.example", Highlights: []string{"New menu"}},
			{Position: "Helper", Former: true},
		},
		Projects: []resume.Project{{
			Name: "Star", Entity: "Inn", Description: "Won it", Metric: resume.Metric{Value: "1", Label: "star"},
		}},
		Custom: []resume.CustomSection{{ID: "how", Blocks: []resume.CustomBlock{
			{Title: "Steps", Type: resume.KindNumbered, Items: []resume.Item{{Label: "Shop", Text: "Buy what is fresh today"}, {Text: "Cook"}}},
			{Type: resume.KindQuotes, Items: []resume.Item{{Quote: "Salt last", Text: "Taste first"}, {Label: "Keep", Text: "it simple"}}},
		}}},
	}
	const want = `Jo
Cook

EXPERIENCE

Inn: Chef
  2 years
  https://inn.example
  - New menu

Helper

PROJECTS

- Star (Inn): Won it
  (1 star)

HOW

Steps
1. Shop: Buy what is
   fresh today
2. Cook

- "Salt last":
  Taste first
- Keep it simple
`
	if got := export.Text(r, 22); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	const experience = "EXPERIENCE\n\nInn: Chef\n  2 years\n  https://inn.example\n  - New menu\n  - Star (Inn)\n    Won it (1 star)\n\nHelper\n"
	s, _ := r.Section("work")
	if s.ID == "" {
		t.Fatal("no such section")
	}
	if got := export.SectionText(r, s, 40); got != experience {
		t.Errorf("got\n%s\nwant\n%s", got, experience)
	}
}

func FuzzTextFitsItsWidth(f *testing.F) {
	f.Add("résumé 漢字 👩‍👩‍👧‍👦 \x1b[0m", 20)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 20 + int(uint(width)%180)
		check(t, export.Text(&resume.Resume{Basics: resume.Basics{Name: "Jo", Label: s, Highlights: []string{s}}}, width), width)
	})
}

func TestHeadingsAreCapitalizedAsTheLanguageDoes(t *testing.T) {
	r := &resume.Resume{Lang: "tr", Basics: resume.Basics{Name: "Jo", Summary: "a"}, Menu: []resume.MenuItem{{ID: "basics", Title: "Özgeçmiş bilgisi"}}}
	if text := export.Text(r, 80); !strings.Contains(text, "ÖZGEÇMİŞ BİLGİSİ") {
		t.Error(text)
	}
}

func TestRunsInTheOtherDirectionAreIsolated(t *testing.T) {
	for _, test := range []struct{ lang, text, want string }{
		{"en", "Wrote שלום עולם, in C++", "Wrote \u2067שלום עולם\u2069, in C++"},
		{"en", "Wrote C++ (+49 30 123)", "Wrote C++ (+49 30 123)"},
		{"he", "כתב C++ בשנים 2019 – 2021", "כתב \u2066C++\u2069 בשנים 2019 – 2021"},
		{"ar", "هاتف: +49 30 123", "هاتف: \u2066+49 30 123\u2069"},
		{"ar", "C++ (+49 30 123)", "C++ (+49 30 123)"},
		{"ar", "ساعة (CI/CD)", "ساعة (\u2066CI/CD\u2069)"},
		{"ar", "مهندس Go, Kafka.", "مهندس \u2066Go, Kafka\u2069."},
		{"ar", "Go/Rust/ساعة", "\u2066Go/Rust\u2069/ساعة"},
		{"ar", "موقع https://jo.example/", "موقع \u2066https://jo.example/\u2069"},
		{"ar", "موقع (https://jo.example/a/).", "موقع (\u2066https://jo.example/a/\u2069)."},
		{"he", "בוגר B.Sc. במדעי המחשב", "בוגר \u2066B.Sc.\u2069 במדעי המחשב"},
		{"he", "שמור: scp -P 22 'jo.example:resume.*' .", "שמור: \u2066scp -P 22 'jo.example:resume.*' .\u2069"},
		{"he", "שמור: ssh jo.example pdf > resume.pdf", "שמור: \u2066ssh jo.example pdf > resume.pdf\u2069"},
	} {
		r := &resume.Resume{Lang: test.lang, Basics: resume.Basics{Name: "1", Label: test.text}}
		if got := export.Text(r, 80); got != "1\n"+test.want+"\n" {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}

func TestFiguresAreInTheBracketsOfTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "Fast (40% less)", "zh": "Fast（40% less）", "ko": "Fast(40% less)"} {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "1"}, Projects: []resume.Project{
			{Name: "P", Description: "Fast", Metric: resume.Metric{Value: "40%", Label: "less"}},
		}}
		if text := export.Text(r, 80); !strings.Contains(text, want) {
			t.Errorf("%s: %q is not in\n%s", lang, want, text)
		}
	}
}

func TestAddressesFollowTheCustomOfTheirCountry(t *testing.T) {
	for want, l := range map[string]resume.Location{
		"Oslo":                       {City: "Oslo"},
		"San Francisco, CA":          {City: "San Francisco", Region: "CA"},
		"Markt 1, 80331 München, DE": {Address: "Markt 1", PostalCode: "80331", City: "München", CountryCode: "DE"},
		"80331 München, Bayern, de":  {PostalCode: "80331", City: "München", Region: "Bayern", CountryCode: "de"},
		"1 Main St, Austin, TX 787":  {Address: "1 Main St", PostalCode: "787", City: "Austin", Region: "TX"},
		"London N1 9GU, GB":          {PostalCode: "N1 9GU", City: "London", CountryCode: "GB"},
		"75001 Paris":                {PostalCode: "75001", City: "Paris"},
		"US":                         {CountryCode: "US"},

		"浙江省 杭州市, CN":                 {City: "杭州市", Region: "浙江省", CountryCode: "CN"},
		"150-0043 東京都 渋谷区 道玄坂1-2, JP": {Address: "道玄坂1-2", PostalCode: "150-0043", City: "渋谷区", Region: "東京都", CountryCode: "JP"},
		"13494 경기도 성남시 판교로 1, KR":     {Address: "판교로 1", PostalCode: "13494", City: "성남시", Region: "경기도", CountryCode: "KR"},
		"Markt 1, 80331 慕尼黑, DE":      {Address: "Markt 1", PostalCode: "80331", City: "慕尼黑", CountryCode: "DE"},
	} {
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo", Location: l}}
		if got := export.Text(r, 80); got != "Jo\n"+want+"\n" {
			t.Errorf("%+v is %q", l, got)
		}
	}
}

// BenchmarkText sets a résumé of 1 MB.
func BenchmarkText(b *testing.B) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for range 1000 {
		w := resume.Work{Name: "Inn", Position: "Cook", Summary: strings.Repeat("Led **the** move to 12 services. ", 10)}
		for range 8 {
			w.Highlights = append(w.Highlights, "Cut the time from commit to production from two days to 20 minutes (see https://example.com/a)")
		}
		r.Work = append(r.Work, w)
	}
	for b.Loop() {
		export.Text(r, 80)
	}
}

func TestLinesBeginWithTheirTitles(t *testing.T) {
	t.Parallel()
	item := func(kind resume.Kind, items ...resume.Item) resume.CustomBlock {
		return resume.CustomBlock{Type: kind, Title: "Block", Items: items}
	}
	r := &resume.Resume{
		Lang:       "en",
		Basics:     resume.Basics{Name: "Ada", Label: "Engineer", Highlights: []string{"Kafka"}},
		Work:       []resume.Work{{Name: "Acme", Position: "Lead", Location: "Rome", Former: true}, {Position: "Author", Highlights: []string{"- one\n- two"}}},
		Projects:   []resume.Project{{Name: "Relaunch", Entity: "Acme", Description: "It works", URL: "https://example.com"}},
		Skills:     []resume.Skill{{Name: "Go", Level: "expert", Keywords: []string{"pprof"}}},
		Education:  []resume.Education{{Area: "Physics", Institution: "MIT"}, {Institution: "ETH"}},
		Languages:  []resume.Language{{Language: "German", Fluency: "native"}},
		References: []resume.Reference{{Name: "Bob", Reference: "Great"}},
		Custom: []resume.CustomSection{{ID: "own", Title: "Own", Blocks: []resume.CustomBlock{
			item(resume.KindNumbered, resume.Item{Label: "Plan", Text: "First"}, resume.Item{Label: "Build", Text: "and test"}, resume.Item{Text: "Ship"}),
			item(resume.KindQuotes, resume.Item{Quote: "Less", Text: "More"}),
			item(resume.KindTags, resume.Item{Text: "Chess"}, resume.Item{Text: "Rowing"}),
		}}},
	}
	want := `Profile#|Profile#|[Ada]|Engineer|Kafka
Experience#|Experience#|[Ex-Acme: Lead]|Rome|[Relaunch] (Acme)|It works|https://example.com|[Author]|one|two
Projects#|Projects#|[Relaunch] (Acme): It works|https://example.com
Skills#|Skills#|[Go] (expert): pprof
Own#|Own#|[Block]|1. [Plan]: First|2. Build and test|3. Ship|[Block]|"[Less]": More|[Block]|Chess, Rowing
Education#|Education#|[Physics], MIT|[ETH]
Languages#|Languages#|[German]: native
References#|References#|[Bob]: "Great"`
	got, section := "", ""
	for _, line := range export.Lines(r) {
		between, text := "|", line.Text
		if line.Section.ID != section {
			between, section = "\n", line.Section.ID
		}
		if line.Title != "" {
			text = strings.Replace(text, line.Title, "["+line.Title+"]", 1)
		}
		if line.Heading {
			text += "#"
		}
		got += between + text
	}
	if got = strings.TrimSpace(got); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
