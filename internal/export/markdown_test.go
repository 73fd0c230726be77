package export_test

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"ssh-resume/internal/resume"
)

// reader reads CommonMark with GitHub's additions, except the addresses that
// these make links of wherever they stand.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList))

func toHTML(t testing.TB, markdown string) string {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rendered returns what a reader of the rendered Markdown sees.
func rendered(t testing.TB, markdown string) string {
	t.Helper()
	return readable(t, toHTML(t, markdown))
}

func TestMarkdownUsesTheConstructForEachKind(t *testing.T) {
	r := &resume.Resume{
		Basics: resume.Basics{Name: "Jo #", Label: "Cook", URL: "https://jo.example/a_b(c)?d=<e>", Summary: "1. Cooks\n\n- Bakes"},
		Work: []resume.Work{
			{Name: "Inn", Position: "Chef", Former: true, Duration: "2 years", URL: "https://inn.example", Summary: "Fed *all*", Highlights: []string{"+1 star"}},
		},
		Projects: []resume.Project{{Name: "Star", Entity: "Inn", Description: "Won it", Metric: resume.Metric{Value: "1", Label: "star"}}},
		Custom: []resume.CustomSection{{ID: "how", Blocks: []resume.CustomBlock{
			{Type: resume.KindNumbered, Items: []resume.Item{{Label: "Shop", Text: "Buy"}, {Text: "Cook"}}},
			{Type: resume.KindNumbered, Items: []resume.Item{{Label: "Keep", Text: "it simple"}}},
			{Title: "Said", Type: resume.KindQuotes, Items: []resume.Item{{Quote: "Salt last", Text: "- taste first"}, {Quote: "> Eat"}}},
			{Title: "Tools", Type: resume.KindTags, Items: []resume.Item{{Text: "a `b`"}, {Text: "knife, fork"}}},
		}}},
		Menu: []resume.MenuItem{{ID: "basics"}, {ID: "work"}, {ID: "how"}},
	}
	escaped(r)
	const want = "# Jo \\#\n" + `
**Cook**\
[jo.example/a_b(c)?d=\<e>](<https://jo.example/a_b(c)?d=%3Ce%3E>)

## Profile

1\. Cooks

\- Bakes

## Experience

### [Ex-Inn](<https://inn.example>): Chef

*2 years*\
Fed \*all\*

- \+1 star
- **Star (Inn)**\
  Won it (1 star)

## how

1. **Shop**: Buy
2. Cook

1) **Keep** it simple

### Said

> **Salt last**\
> \- taste first

> \> Eat

### Tools

- a ` + "\\`b\\`, knife, fork\n"
	if got := made(t, "markdown", r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestMarkdownEscapesMarkupInTheResume puts texts that look like markup into every
// field: a reader sees each of them, with the same markup as plain words.
func TestMarkdownEscapesMarkupInTheResume(t *testing.T) {
	t.Parallel()
	plain := shape(t, everywhere("word"))
	for _, s := range append([]string{
		"**a**", "a_b_c", "_a_", "*a", "a*", "~~a~~", "~a~", "`a`", "``", "a`b``c", "[a](b)", "![a](b)", "[a]: b", "[x] a", "<b>a</b>", "<!-- a",
		"&lt;", "&#60;", "# a", "a #", "## ", "+ a", "* a", "1. a", "1) a", "12345678901. a", "> a", "=== a", "===", "***", "___", "_ _ _", "|-|-|", ":-|-",
		"a|b", "```", "~~~", "a\\", "\\", "$a$", "$$", "[^1]", "a  ", "\ta", "a\x1b[0m", "a\nb", "a\r\n# b", "a\u2028b", "a\xffb", "http://a.b/c", "-1", "C#", "F♯", "a!", "!",
	}, hardTexts...) {
		checkMarkdown(t, s, plain)
	}
}

func FuzzMarkdownEscapesMarkupInTheResume(f *testing.F) {
	f.Add("a")
	f.Fuzz(func(t *testing.T, s string) { checkMarkdown(t, s, shape(t, everywhere("word"))) })
}

var paragraphEnd = regexp.MustCompile(`\n+`)

// checkMarkdown checks a text; plain is the shape with the text "word".
func checkMarkdown(t *testing.T, s string, plain shaped) {
	t.Helper()
	blank := func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }
	s = strings.TrimFunc(paragraphEnd.ReplaceAllString(s, "\n"), blank)
	want := strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\ufffd"), blank), " ")
	if want == "" {
		return
	}
	got := shape(t, everywhere(s))
	if got.tags != plain.tags {
		t.Errorf("%q is taken for markup:\n%s", s, made(t, "markdown", everywhere(s)))
	}
	if wanted := strings.ReplaceAll(plain.text, "word", want); got.text != wanted {
		t.Errorf("of %q is read\n%s\nnot\n%s", s, got.text, wanted)
	}
}

// everywhere returns a résumé with the text in every place that Markdown treats
// differently.
func everywhere(s string) *resume.Resume {
	items := []resume.Item{{Text: s}, {Label: s, Text: "X" + s}, {Label: s, Text: "x" + s}, {Quote: s, Text: s}, {Quote: s}}
	r := &resume.Resume{
		Basics: resume.Basics{
			Name: s, Label: s, Experience: s, Summary: s, Highlights: []string{s, s}, Location: resume.Location{Address: "1 " + s, City: s},
			Email: s + " at", Phone: "call " + s, Profiles: []resume.Profile{{Network: s, Username: s, URL: "https://a.example"}, {Network: s, Username: s}},
		},
		Work: []resume.Work{{
			Name: s, Location: s, Description: s, Position: s, Duration: s, Summary: s, Highlights: []string{s}, URL: "https://a.example",
		}, {Position: s}},
		Projects: []resume.Project{
			{Name: s, Description: s, Type: s, Roles: []string{s}, StartDate: "2019", Highlights: []string{s, s}, Keywords: []string{s}},
			{Name: s, Description: s, Metric: resume.Metric{Value: s, Label: s}},
			{Description: s},
		},
		Volunteer:  []resume.Volunteer{{Organization: s, Position: s, Summary: s, StartDate: "2019", Highlights: []string{s}}, {Highlights: []string{s}}},
		Education:  []resume.Education{{StudyType: s, Area: s, Institution: s, Score: s, Courses: []string{s}}, {Institution: s}},
		Interests:  []resume.Interest{{Name: s, Keywords: []string{s, s}}},
		References: []resume.Reference{{Name: s, Reference: s}, {Reference: s}},
		Skills: []resume.Skill{
			{Group: s, Name: s, Level: s, Keywords: []string{s, s}}, {Group: s, Keywords: []string{s}}, {Group: s, Name: s},
		},
		Custom: []resume.CustomSection{{ID: "free", Title: s}},
		Menu:   []resume.MenuItem{{ID: "basics", Title: s}, {ID: "work"}, {ID: "projects"}, {ID: "education"}, {ID: "volunteer"}, {ID: "interests"}, {ID: "references"}, {ID: "skills"}, {ID: "topics", Of: []string{"skills"}, Groups: []string{s}, As: "topics"}, {ID: "free"}},
	}
	for _, kind := range resume.CustomKinds() {
		r.Custom[0].Blocks = append(r.Custom[0].Blocks, resume.CustomBlock{Type: kind, Title: "T " + s, Items: slices.Clone(items)})
	}
	return escaped(r)
}

// shaped is the text of rendered Markdown and its markup.
type shaped struct{ text, tags string }

func shape(t *testing.T, r *resume.Resume) shaped {
	t.Helper()
	page := toHTML(t, made(t, "markdown", r))
	var tags strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Type != html.TextToken {
			tags.WriteString(token.String())
		}
	}
	return shaped{readable(t, page), tags.String()}
}

// escaped escapes everything that looks like markup in the texts of a résumé, and returns the résumé.
func escaped(r *resume.Resume) *resume.Resume {
	escape(reflect.ValueOf(r).Elem())
	return r
}

var punctuation = regexp.MustCompile(`[[:punct:]]`)

func escape(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			escape(v.Index(i))
		}
	case reflect.String:
		v.SetString(punctuation.ReplaceAllString(v.String(), `\$0`))
	case reflect.Struct:
		for _, f := range resume.Fields(v.Type()) {
			if f.Group() != nil || f.Form == resume.FormRich || f.Form == resume.FormRichList {
				escape(v.FieldByIndex(f.Go.Index))
			}
		}
	}
}
