package export_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// richFile has a text of every form in every kind of field that may have one.
const richFile = `basics:
  name: Jo
  summary: "One **bold** word.\n\nResponsible for:\n\n- Payments\n- Billing\n  1. Cards\n  2. Invoices\n"
  highlights: ["Led the *move* to [Kafka](https://kafka.apache.org) with ` + "`kcat`" + `", "snake_case, 2*3*4, C#"]
work:
  - name: Inn
    description: "A **good** inn"
    summary: "Cooked,\\\nthen served."
    highlights: ["Published research\n\n- Main paper", "<strong>Led</strong> the move<br>to <a href='https://x.example/y'>X</a> &amp; more"]
projects:
  - {name: Star, description: "**Won** it in 2019", highlights: ["- 40 %"], metric: {value: "1", label: star}}
references:
  - {name: Ada, reference: "She *finishes*\n\nwhat she begins."}
sections:
  - id: free
    blocks:
      - text: "1. Lage 2. Umsatz"
      - items: ["**Small** steps", {Reviews: "Each *change* is read"}, {quote: Measure, text: "- first\n- last"}]
`

func TestPlainTextKeepsWordsListsAndAddresses(t *testing.T) {
	const want = `Jo

PROFILE

One bold word.

Responsible for:
- Payments
- Billing
  1. Cards
  2. Invoices

- Led the move to Kafka (https://kafka.apache.org) with kcat
- snake_case, 2*3*4, C#

EXPERIENCE

Inn
  A good inn
  Cooked,
  then served.
  - Published research
    - Main paper
  - Led the move
    to X (https://x.example/y) & more

PROJECTS

- Star
  Won it in 2019 (1 star)
  - - 40 %

FREE

1. Lage 2. Umsatz

- Small steps
- Reviews: Each change is read
- "Measure":
  - first
  - last

REFERENCES

- Ada: "She finishes

  what she begins."
`
	r := parsed(t, "r.yaml", richFile)
	if got := export.Text(r, 80); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, s := range r.Sections() {
		section := export.SectionText(r, s, 80)
		if !strings.Contains(want, strings.TrimPrefix(section, "PROFILE\n\nJo\n\n")) {
			t.Errorf("section %s:\n%s", s.ID, section)
		}
	}
}

func TestMarkdownKeepsMarkup(t *testing.T) {
	const want = `# Jo

## Profile

One **bold** word.

Responsible for:

- Payments
- Billing
  1. Cards
  2. Invoices

* Led the *move* to [Kafka](<https://kafka.apache.org>) with ` + "`kcat`" + `
* snake_case, 2\*3\*4, C#

## Experience

### Inn

A **good** inn\
Cooked,\
then served.

- Published research
  - Main paper
- **Led** the move\
  to [X](<https://x.example/y>) & more

## Projects

- **Star**\
  **Won** it in 2019 (1 star)
  - \- 40 %

## free

1\. Lage 2. Umsatz

- **Small** steps
- **Reviews**: Each *change* is read
- "Measure":
  - first
  - last

## References

> She *finishes*
>
> what she begins.\
> — **Ada**
`
	if got := made(t, "markdown", parsed(t, "r.yaml", richFile)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHTMLKeepsMarkup(t *testing.T) {
	page := made(t, "html", parsed(t, "r.yaml", richFile))
	checkPage(t, page)
	for _, want := range []string{
		"<p>One <strong>bold</strong> word.</p>\n<p>Responsible for:</p>\n<ul>\n<li>Payments</li>\n<li>Billing\n<ol>\n<li>Cards</li>\n<li>Invoices</li>\n</ol></li>\n</ul>",
		`<li>Led the <em>move</em> to <a href="https://kafka.apache.org">Kafka</a> with <code>kcat</code></li>`,
		"<p>Cooked,<br>then served.</p>",
		"<li>Published research\n<ul>\n<li>Main paper</li>\n</ul></li>",
		`<li><strong>Led</strong> the move<br>to <a href="https://x.example/y">X</a> &amp; more</li>`,
		"<blockquote>\n<p>She <em>finishes</em></p>\n<p>what she begins.</p>\n</blockquote>",
		"<li><strong>Reviews</strong>: Each <em>change</em> is read</li>",
	} {
		if !strings.Contains(page, want) {
			_, body, _ := strings.Cut(page, "<body>")
			t.Errorf("no %s in\n%s", want, body)
		}
	}
}

func TestHTMLLinksRunNothing(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x"} {
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo", Summary: "[a](<" + address + ">) <a href=\"" + address + "\">b</a>"}}
		page := made(t, "html", r)
		checkPage(t, page)
		if strings.Contains(page, "<main") && strings.Contains(page, `href="`+address) {
			t.Errorf("%s is linked", address)
		}
	}
}

func TestPDFKeepsListsAndLinks(t *testing.T) {
	file := pdf(t, parsed(t, "r.yaml", richFile), "")
	text := pdfText(t, file)
	for _, want := range []string{"One bold word.", "Payments", "1.Cards", "–Main paper", "Cooked,\nthen served.", "snake_case, 2*3*4, C#", "— Ada"} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if links := linksOf(t, file); !strings.Contains(links, "https://x.example/y") {
		t.Errorf("the links are %s", links)
	}
}

func TestJSONAndYAMLHaveTheTextsAsTheyWereWritten(t *testing.T) {
	r := parsed(t, "r.yaml", richFile)
	for _, format := range []string{"json", "yaml"} {
		again := parsed(t, "r."+format, made(t, format, r))
		if again.Basics.Summary != r.Basics.Summary || !strings.HasPrefix(r.Basics.Summary, "One **bold** word.\n\nResponsible for:\n\n- Payments\n") {
			t.Errorf("%s: the summary is %q", format, again.Basics.Summary)
		}
	}
}

// FuzzMarkdownSaysTheSame renders a text as Markdown and reads that again.
func FuzzMarkdownSaysTheSame(f *testing.F) {
	for _, s := range append([]string{
		"a **b**c *d*e ***f*** **\"g\"**h", "**a** **b**", "**a**<b>b</b>", "- a\n- b\n  - c\n\n  d", "1. a\n2. b\n\ntext", "a\\\nb", "<b>a<i>b</i></b>c", "`` a`b ``", "[*a*](https://b.c)",
		"text\n\n3. a\n4. b", "- - a\n  - b\n- c", "> a", "**a\\**b", "*a*b", "a<i>\\*</i>", "See![this](https://b.c)",
	}, hardTexts...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			return // no file has such a text
		}
		r := &resume.Resume{Basics: resume.Basics{Name: "Jo", Summary: s}}
		want := wordsOf(resume.ParseText(s))
		if want == "" {
			return
		}
		text := made(t, "markdown", r)
		_, body, _ := strings.Cut(text, "## Profile\n\n")
		if got := textIn(toHTML(t, body)); got != want {
			t.Errorf("%q is written as\n%s\nand read as %q, want %q", s, body, got, want)
		}
	})
}

// textIn returns the text of a page, without spaces.
func textIn(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Type == html.TextToken {
			b.WriteString(token.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), "")
}

// bareWords draws a text as its words.
type bareWords struct{}

func (bareWords) Plain(s string) string                { return s }
func (bareWords) Code(s string) string                 { return s }
func (bareWords) Break() string                        { return " " }
func (bareWords) Bold(inner []string) string           { return strings.Join(inner, "") }
func (bareWords) Italic(inner []string) string         { return strings.Join(inner, "") }
func (bareWords) Link(_ string, inner []string) string { return strings.Join(inner, "") }
func (bareWords) Paragraph(inner []string) string      { return strings.Join(inner, "") }
func (bareWords) List(_ resume.List, items [][]string) string {
	all := ""
	for _, item := range items {
		all += strings.Join(item, "")
	}
	return all
}

// wordsOf returns the words of a text, one after the other.
func wordsOf(t resume.Text) string {
	return strings.Join(strings.Fields(strings.Join(resume.RenderText(bareWords{}, t), "")), "")
}
