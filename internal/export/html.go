package export

import (
	"bytes"
	"cmp"
	_ "embed" // the page and its style
	"fmt"
	"html"
	"html/template"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/picture"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

//go:embed html.tmpl
var htmlTemplate string

//go:embed html.css
var htmlStyle string

// htmlTemplates holds a template for the page and one for each form of group. They escape everything from the
// résumé for its context.
var htmlTemplates = template.Must(template.New("page").Funcs(template.FuncMap{
	"blocks":       htmlText,
	"contactLabel": contactLabel,
	"flow":         htmlFlow,
	"joined":       resume.Joined,
	"link":         htmlLink,
	"longest":      longest,
	"line":         func(e entry) resume.Text { return e.line(straight) },
	"rightToLeft":  resume.RightToLeft,
	"said":         entry.said,
	"share":        func(years, longest float64) int { return int(math.Ceil(100 * years / longest)) },
	"unknown":      func(f form) (string, error) { return "", f.unknown() },
	"style":        func() template.CSS { return template.CSS(htmlStyle) }, //nolint:gosec // it is the program's own
	"whole":        htmlWhole,
}).Parse(htmlTemplate))

// htmlGenerator is the element in which the page names the program.
const htmlGenerator = `<meta name="generator" content="ssh-resume">`

// htmlPage is the data for the page's template.
type htmlPage struct {
	*resume.Resume
	Words    words.Document
	Head     head
	Picture  template.URL // the picture itself: nothing is loaded from elsewhere
	Sections []section
}

// toHTML returns the whole résumé as one page that loads nothing: no script, no font, no picture from elsewhere.
func toHTML(r *resume.Resume) ([]byte, error) {
	p := htmlPage{Resume: r, Words: words.For(r.Lang).Document, Head: headOf(r), Sections: outline(r)}
	if shown := r.Picture(); shown != nil {
		p.Picture = template.URL(picture.Address(shown)) //nolint:gosec // a picture runs no script
	}
	var out bytes.Buffer
	if err := htmlTemplates.Execute(&out, p); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	page := bytes.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' {
			return ' '
		}
		return c
	}, out.Bytes())
	head, body, _ := bytes.Cut(page, []byte("<body>"))
	body = htmlTextNode.ReplaceAllFunc(body, func(text []byte) []byte { return htmlIsolated(text, resume.RightToLeft(r.Lang)) })
	return slices.Concat(head, []byte("<body>"), body), nil
}

// htmlTextNode matches the text between two tags.
var htmlTextNode = regexp.MustCompile(`>[^<>]+<`)

// htmlIsolated wraps each run of text in the other direction in an element.
func htmlIsolated(text []byte, rightToLeft bool) []byte {
	plain := withoutIsolates.Replace(html.UnescapeString(string(text[1 : len(text)-1])))
	return []byte(">" + isolatesAsTags.Replace(template.HTMLEscapeString(resume.Isolate(plain, rightToLeft))) + "<")
}

var (
	withoutIsolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")
	isolatesAsTags  = strings.NewReplacer("\u2066", `<bdi dir="ltr">`, "\u2067", `<bdi dir="rtl">`, "\u2069", "</bdi>")
)

// longest returns the years of the longest employment; infinity if there is nothing to compare it with.
func longest(all []entry) float64 {
	years := each(all, func(e entry) float64 { return e.Years })
	if slices.Sort(years); len(years) < 2 || years[len(years)-2] == 0 {
		return math.Inf(1)
	}
	return years[len(years)-1]
}

// htmlNodes is the resume.TextRenderer of HTML.
type htmlNodes struct{}

func (htmlNodes) Plain(s string) string { return template.HTMLEscapeString(s) }
func (htmlNodes) Bold(inner []string) string {
	return "<strong>" + strings.Join(inner, "") + "</strong>"
}
func (htmlNodes) Italic(inner []string) string { return "<em>" + strings.Join(inner, "") + "</em>" }
func (htmlNodes) Code(s string) string         { return "<code>" + template.HTMLEscapeString(s) + "</code>" }
func (htmlNodes) Break() string                { return "<br>" }

// Link returns only the words if the address could run something.
func (htmlNodes) Link(url string, inner []string) string {
	text := strings.Join(inner, "")
	if !safeAddress.MatchString(url) {
		return text
	}
	return `<a href="` + template.HTMLEscapeString(url) + `">` + text + "</a>"
}

var safeAddress = regexp.MustCompile(`^(https?://|mailto:|tel:)`)

// htmlLink returns a text that links to an address, if there is one.
func htmlLink(text, url string) template.HTML {
	return template.HTML(htmlNodes{}.Link(url, []string{string(htmlWhole(cmp.Or(text, url)))})) //nolint:gosec // both are escaped
}

// htmlWhole returns a heading whose words don't break at their hyphens, unless they might not fit on a line. A
// heading in two directions stays as it is: elements would reorder its words.
func htmlWhole(s string) template.HTML {
	text := template.HTMLEscapeString(s)
	if resume.Isolate(s, false) == s {
		text = hyphenated.ReplaceAllStringFunc(text, func(word string) string {
			if utf8.RuneCountInString(word) > 24 {
				return word
			}
			return `<span class="whole">` + word + "</span>"
		})
	}
	return template.HTML(text) //nolint:gosec // it is escaped
}

var hyphenated = regexp.MustCompile(`\S*\pL-\pL\S*`)

func (htmlNodes) Paragraph(inner []string) string { return "\n<p>" + strings.Join(inner, "") + "</p>" }

func (htmlNodes) List(list resume.List, items [][]string) string {
	tag, start := "ul", ""
	if list.Numbered {
		tag = "ol"
	}
	if list.Numbered && list.First != 1 {
		start = fmt.Sprintf(` start="%d"`, list.First)
	}
	all := each(items, func(item []string) string { return "\n<li>" + withoutFirstParagraph(item) + "</li>" })
	return "\n<" + tag + start + ">" + strings.Join(all, "") + "\n</" + tag + ">"
}

// withoutFirstParagraph joins blocks. If the first is a paragraph, it loses its tags, because the element
// around it takes their place.
func withoutFirstParagraph(blocks []string) string {
	all := strings.Join(blocks, "")
	if inner, ok := strings.CutPrefix(all, "\n<p>"); ok {
		return strings.Replace(inner, "</p>", "", 1)
	}
	return all
}

// htmlText returns a text as block elements.
func htmlText(t resume.Text) template.HTML {
	return template.HTML(strings.Join(resume.RenderText(htmlNodes{}, t), "")) //nolint:gosec // htmlNodes escapes
}

// htmlFlow returns a text as the content of an element such as li.
func htmlFlow(t resume.Text) template.HTML {
	return template.HTML(withoutFirstParagraph(resume.RenderText(htmlNodes{}, t))) //nolint:gosec // htmlNodes escapes
}
