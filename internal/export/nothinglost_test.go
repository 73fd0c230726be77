package export_test

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// everyPlace is a file with a text in every kind of place, including places that expect another form.
const everyPlace = `{"basics": {"name": "Jo", "label": S, "summary": S, "highlights": [S, {S: S}], "location": {"city": S}, "profiles": [{"network": "N", "username": S}]},
"work": [{"name": S, "position": S, "location": S, "description": S, "summary": S, "startDate": D, "endDate": D, "highlights": [S, {"Project": [S, S]}]}],
"projects": [{"name": S, "entity": "E", "description": S, "highlights": [S], "keywords": [S], "roles": [S], "type": S, "metric": {"value": S, "label": "L"}}],
"skills": [{"name": S, "level": S, "keywords": [S]}], "education": [{"institution": S, "area": S, "score": S, "courses": [S]}],
"awards": [{"title": S, "awarder": S, "summary": S, "date": D}], "languages": [{"language": S, "fluency": S}], "interests": [{"name": S, "keywords": [S]}],
"references": [{"name": S, "reference": S}], "sections": [{"id": "free", "title": S, "blocks": [{"title": S, "text": S}, {"items": [S, {S: S}, {"quote": S, "text": S}]}]}]}`

var place = regexp.MustCompile(`\b[SD]\b`)

// FuzzNothingIsLost looks for each word of a file in every format, or in a warning.
func FuzzNothingIsLost(f *testing.F) {
	for _, s := range []string{
		"one two", "Responsible for:\n\n- Payments\n- Billing\n", "**Led** the *move* to [Kafka](https://kafka.apache.org) with `kcat`",
		"<strong>Led</strong> the move<br>to <a href='https://x.example'>X</a> &amp; more", "\ufb01nance, e\ufb03cient", "snake_case_name 2*3*4", "- 40 %", "1. Lage 2. Umsatz",
		"| a | b |\n|---|---|", "# heading", "![picture](https://x.example/a.png)", "<div>text</div>", "> quoted", "```\ncode\n```", "[ref]: https://x.example", "&copy; 2020", "a\u00adb",
		"March 2020", "since 2019", "2015年4月", "a\n\n    deep\n\n\tdeeper", "12. May\n15. June", "[](https://x.example/b) [c](d)", "–a\n–b",
	} {
		f.Add(s)
	}
	for _, s := range hardTexts {
		if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) { // others are hard only when alone
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		places := 0
		file := place.ReplaceAllStringFunc(everyPlace, func(string) string {
			places++
			return quotedJSON(fmt.Sprintf("%s w%dx", s, places))
		})
		r, problems := resume.Parse("r.json", []byte(file))
		if r == nil {
			return
		}
		warnings := ""
		for _, p := range problems {
			warnings += " " + p.Message
		}
		expectPlaces := func(format, shown string) {
			for n := range places {
				if mark := fmt.Sprintf("w%dx", n+1); !strings.Contains(shown, mark) {
					t.Errorf("%q: the text of place %d is not in the %s, nor in a warning", s, n+1, format)
				}
			}
		}
		words := strings.FieldsFunc(normalized(withoutTags(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		for _, f := range export.Formats(nil) { // the PDF is last: without fonts the test ends there
			if f.VariantOf != "" {
				continue
			}
			text := normalized(shown(t, f, r) + warnings)
			expectPlaces(f.Name, text)
			for _, word := range words {
				if !readingOf(t, f).breaksWords && !strings.Contains(text, word) {
					t.Errorf("%q: %q is not in the %s, nor in a warning", s, word, f.Name)
				}
			}
		}
	})
}

var formatting = regexp.MustCompile(`(?i)</?(b|strong|i|em|br|p|ul|ol|li|a|code)(\s[^<>]*)?/?>`)

// withoutTags returns a text without the tags that are read as markup, and with entities decoded.
func withoutTags(s string) string {
	return html.UnescapeString(formatting.ReplaceAllString(s, " "))
}

func normalized(s string) string {
	return strings.ReplaceAll(strings.ToLower(norm.NFKC.String(strings.ToUpper(s))), "\u00ad", "")
}

func quotedJSON(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}
