package export_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"ssh-resume/internal/resume"
)

// readable returns the text of a page and the addresses of its links.
func readable(t testing.TB, page string) string {
	t.Helper()
	var b strings.Builder
	for n := range document(t, page).Descendants() {
		switch {
		case n.Type == html.TextNode && !slices.Contains([]string{"style", "title"}, n.Parent.Data):
			b.WriteString(n.Data)
		case n.Type == html.ElementNode:
			if href := attribute(n, "href"); !strings.HasPrefix(href, "#") {
				b.WriteString(" " + href + " ")
			}
			if !slices.Contains([]string{"a", "strong", "em", "span", "code"}, n.Data) {
				b.WriteString("\n")
			}
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), unicode.IsSpace), " ")
}

func document(t testing.TB, page string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestHTMLIsWellFormed(t *testing.T) {
	t.Parallel()
	checkPage(t, made(t, "html", profile(t)))
	checkPage(t, made(t, "html", whole(t)))
	checkPage(t, made(t, "html", example(t)))
}

// checkPage reports what no page may have.
func checkPage(t *testing.T, page string) {
	t.Helper()
	checkNesting(t, page)
	root := document(t, page)
	ids, level, ones := map[string]bool{}, 0, 0
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %q is there twice", id)
			}
			ids[id] = true
		}
		if next := strings.Index("h1h2h3h4h5h6", n.Data); n.Type == html.ElementNode && len(n.Data) == 2 && next >= 0 {
			next = next/2 + 1
			if next > level+1 {
				t.Errorf("an h%d follows an h%d", next, level)
			}
			if next == 1 {
				ones++
			}
			level = next
		}
		checkElement(t, n)
	}
	if ones != 1 {
		t.Errorf("there are %d h1", ones)
	}
	for n := range root.Descendants() {
		if id, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && !ids[id] {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
	}
	for _, must := range []string{`<html lang="en">`, "<title>", `name="viewport"`, `name="author"`, "<main ", "default-src 'none'"} {
		if !strings.Contains(page, must) {
			t.Errorf("there is no %s", must)
		}
	}
}

// checkElement reports what loads or runs something, and links and headings
// without text.
func checkElement(t *testing.T, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode {
		return
	}
	switch n.Data {
	case "script", "link", "iframe", "object", "embed", "base", "form", "audio", "video", "source", "svg":
		t.Errorf("there is a %s", n.Data)
	case "a", "h1", "h2", "h3", "li":
		text := ""
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				text += d.Data
			}
		}
		if strings.TrimSpace(text) == "" && n.Data != "li" {
			t.Errorf("an %s says nothing", n.Data)
		}
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/") || a.Key == "srcset" || a.Key == "style" && !barStyle.MatchString(a.Val) {
			t.Errorf("there is %s=%q", a.Key, a.Val)
		}
		if a.Key == "href" && !leads.MatchString(a.Val) {
			t.Errorf("a link leads to %q", a.Val)
		}
	}
}

var leads = regexp.MustCompile(`^(#|https://|mailto:|tel:)`)

var barStyle = regexp.MustCompile(`^width: \d{1,3}%$`)

// checkNesting reports elements that are not closed where they should be, which an
// HTML parser would silently correct.
func checkNesting(t *testing.T, page string) {
	t.Helper()
	var open []string
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		switch token := z.Token(); token.Type {
		case html.StartTagToken:
			if token.Data != "meta" && token.Data != "img" && token.Data != "br" {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v stay open", open)
	}
}

func TestHTMLEscapesMarkupInTheResume(t *testing.T) {
	t.Parallel()
	plain := everywhere("word")
	plain.Basics.URL = "javascript:alert(1)//word"
	want := tagsOf(made(t, "html", plain))
	for _, s := range append([]string{
		"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "' onclick='a", "</style><b>", "</title>", "<!--", "-->", "]]>", "a\x1b[31mb\x00\x9b",
		"{{.}}", "javascript:alert(1)", "*/", "</main>", "&lt;b&gt;", "`a`", "a|b", "\xff",
	}, hardTexts...) {
		r := everywhere(s)
		r.Basics.URL = "javascript:alert(1)//" + s
		page := made(t, "html", r)
		if !slices.Equal(tagsOf(page), want) {
			t.Errorf("%q changes the markup", s)
		}
		if strings.ContainsFunc(page, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }) {
			t.Errorf("%q leaves a control character", s)
		}
		if strings.Contains(page, `href="javascript:`) {
			t.Errorf("%q: a link runs a script", s)
		}
	}
}

// tagsOf returns the names of the tags of a page.
func tagsOf(page string) []string {
	var all []string
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Type != html.TextToken {
			all = append(all, token.Data)
		}
	}
	return all
}

func TestHTMLShowsAnEmbeddedPictureAndLoadsNone(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: `Jo "J"`, Image: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII="}}
	page := made(t, "html", r)
	checkPage(t, page)
	for _, must := range []string{`src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII="`, `alt="Jo &#34;J&#34;"`, "img-src data:;"} {
		if !strings.Contains(page, must) {
			t.Errorf("there is no %s", must)
		}
	}
	for _, image := range []string{"", "https://example.com/jo.png", "data:text/html,<script>", "javascript:alert(1)"} {
		r.Basics.Image = image
		if page := made(t, "html", r); strings.Contains(page, "<img") || strings.Contains(page, "img-src") {
			t.Errorf("%q is loaded", image)
		}
	}
}

func TestHTMLDeclaresItsLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"": `<html lang="en">`, "de": `<html lang="de">`, "ar": `<html lang="ar" dir="rtl">`, "he-IL": `<html lang="he-IL" dir="rtl">`,
		"fa": `<html lang="fa" dir="rtl">`, "ur": `<html lang="ur" dir="rtl">`, "az-Arab": `<html lang="az-Arab" dir="rtl">`, "az": `<html lang="az">`,
	} {
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}, Lang: lang}
		if page := made(t, "html", r); !strings.Contains(page, want) {
			t.Errorf("%q: no %s", lang, want)
		}
	}
}

func TestHTMLDescribesThePersonWhateverMarkEndsALabel(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo", Label: "Go, and how!", Experience: "十年。", Location: resume.Location{City: "Oslo"}}}
	if page := made(t, "html", r); !strings.Contains(page, `content="Go, and how! · 十年。 · Oslo"`) {
		t.Error(page)
	}
}

func TestHTMLIsolatesRunsInTheOtherDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": `<li>كتب <bdi dir="ltr">C++ &amp; Go</bdi> ساعة (<bdi dir="ltr">CI/CD</bdi>)</li>|<li><bdi dir="ltr">C++</bdi></li>`,
		"en": `<li><bdi dir="rtl">كتب</bdi> C++ &amp; Go <bdi dir="rtl">ساعة</bdi> (CI/CD)</li>|<li>C++</li>`,
	} {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "Jo", Highlights: []string{"كتب C++ & Go ساعة (CI/CD)", "C++", "a\u2066b\u2069"}}}
		page := made(t, "html", r)
		checkNesting(t, page)
		for part := range strings.SplitSeq(want, "|") {
			if !strings.Contains(page, part) {
				t.Errorf("%s: no %s in %s", lang, part, page)
			}
		}
	}
}

func TestHTMLBarsAreInProportionToYears(t *testing.T) {
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Jo"},
		Work:   []resume.Work{{Name: "A", Duration: "6 months"}, {Name: "B", Duration: "2 years"}, {Name: "C", Duration: "a while"}},
	}
	page := made(t, "html", r)
	got := regexp.MustCompile(`width: \d+%`).FindAllString(page, -1)
	if !slices.Equal(got, []string{"width: 25%", "width: 100%"}) {
		t.Errorf("the bars are %v", got)
	}
}

func TestHTMLDrawsNoBarOfUnknownLength(t *testing.T) {
	page := made(t, "html", &resume.Resume{Basics: resume.Basics{Name: "Ada"}, Work: []resume.Work{
		{Name: "Now", StartDate: "2017-05"},
		{Name: "Before", StartDate: "2012-01", EndDate: "2017-04"},
		{Name: "First", StartDate: "2010-01", EndDate: "2011-12"},
	}})
	if bars := strings.Count(page, `<div class="bar">`); bars != 2 {
		t.Errorf("there are %d bars; one employment goes on, and two have ended", bars)
	}
}

// TestHTMLTakesMemoryInProportionToJobs exports two files, one with ten times the jobs of the other.
func TestHTMLTakesMemoryInProportionToJobs(t *testing.T) {
	work := func(jobs int) uint64 {
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}, Work: slices.Repeat([]resume.Work{{Name: "A", Duration: "2 years"}}, jobs)}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		made(t, "html", r)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	work(1) // what is made once
	if few, many := work(300), work(3000); many > 13*few {
		t.Errorf("ten times the jobs take %.1f times the memory", float64(many)/float64(few))
	}
}

// TestHTMLHasContrast requires a contrast of 4.5:1 between each color of text and
// its background (WCAG 2.1, 1.4.3).
func TestHTMLHasContrast(t *testing.T) {
	style, err := os.ReadFile("html.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := regexp.MustCompile(`(?s):root \{.*?\}`).FindAllString(string(style), -1)
	if len(schemes) != 2 {
		t.Fatalf("there are %d schemes", len(schemes))
	}
	for i, scheme := range schemes {
		colors := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(scheme, -1) {
			colors[m[1]] = luminance(t, m[2])
		}
		for _, pair := range []string{"strong paper", "plain paper", "quiet paper", "accent paper", "strong chip"} {
			var text, ground string
			if _, err := fmt.Sscan(pair, &text, &ground); err != nil {
				t.Fatal(err)
			}
			a, b := colors[text], colors[ground]
			if got := (max(a, b) + 0.05) / (min(a, b) + 0.05); got < 4.5 {
				t.Errorf("scheme %d: %s is %.2f to 1", i, pair, got)
			}
		}
	}
}

// luminance returns the relative luminance of a color, 0 to 1, as WCAG 2.1
// defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestThePageQuotesAsItsLanguageDoes(t *testing.T) {
	page := made(t, "html", &resume.Resume{Lang: "fr", Basics: resume.Basics{Name: "A"}})
	if !strings.Contains(page, "quotes: \"«\u00a0\" \"\u00a0»\";") {
		t.Error("the marks are not those of French")
	}
}

func TestHTMLKeepsHyphenatedNamesInHeadingsWhole(t *testing.T) {
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Anne-Sophie Müller-Lüdenscheidt", Label: "Leitende Software-Ingenieurin"},
		Work:   []resume.Work{{Name: "Hans-Böckler-Stiftung", URL: "https://a.example"}},
	}
	page := made(t, "html", r)
	checkPage(t, page)
	for _, word := range []string{"Anne-Sophie", "Müller-Lüdenscheidt", "Software-Ingenieurin", "Hans-Böckler-Stiftung"} {
		if !strings.Contains(page, `<span class="whole">`+word+"</span>") {
			t.Errorf("%s may be broken", word)
		}
	}
	r.Basics.Name = "דנה Anne-Sophie Levi"
	if page := made(t, "html", r); strings.Contains(page, `<span class="whole">Anne`) {
		t.Error("a name in two directions is in pieces")
	}
}
