package resume_test

import (
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

func TestNoProblemIsReportedTwiceAtOnePlace(t *testing.T) {
	_, problems := resume.Parse("r.yaml", []byte("Jo Example\nEngineer\n\nSKILLS\n\n-\tGo and make\n-\tTools: Git\n-\tMore: Jenkins, Docker\n"))
	if got := said(problems); len(slices.Compact(got)) != len(got) {
		t.Error(strings.Join(got, "\n"))
	}
}

// TestCommonMistakesAreExplained has the mistakes of people who rarely write YAML
// or JSON. The position is the line and column to look at.
func TestCommonMistakesAreExplained(t *testing.T) {
	const basics = "basics:\n  name: Ada\n"
	const quotes = `text follows the closing quote; put quotes around all of it, and write a quote in it twice ('') or, in double quotes, as \"`
	for _, test := range []struct{ file, want string }{
		{"basics:\n\tname: Ada\n", "2:1: a tab; YAML takes only spaces for indentation"},
		{"basics:\n  name: Ada\n\tlabel: X\n", "3:1: a tab; YAML takes only spaces for indentation"},
		{basics + "   label: X\n", "3:4: the indentation is wrong: fields that belong together begin in the same column"},
		{basics + " label: X\n", "3:2: the indentation is wrong: fields that belong together begin in the same column"},
		{basics + "work:\n  - name: A\n   position: B\n", `5:4: the indentation is wrong: the fields of an entry begin in the column of its first, after the "- "`},
		{basics + "work:\n  - name: A\n  position: B\n", `5:3: the indentation is wrong: the fields of an entry begin in the column of its first, after the "- "`},
		{basics + "work:\n  - name: A\n    highlights:\n    - a\n   - b\n", `7:4: the indentation is wrong: the "- " of all entries of a list begin in one column`},
		{basics + "  summary: Led teams: eight people\n", `3:21: a text with ": " in it needs quotes: summary: "Led teams: eight people"`},
		{basics + "  summary: Led \"x\": it's\n", `3:19: a text with ": " in it needs quotes: summary: 'Led "x": it''s'`},
		{basics + "work: [{name: A, position: B: C}]\n", `3:29: a text with ": " in it needs quotes: position: "B: C"`},
		{basics + "work: [{name: \"a\" b}]\n", "3:19: " + quotes},
		{basics + "  label: \"quoted\" and more\n", "3:19: " + quotes},
		{"basics:\n  name: 'Ada O'Hara'\n", "2:16: " + quotes},
		{"basics:\n  name: \"Ada\n  label: X\nwork: []\n", "2:9: the quote that begins here has no end"},
		{"basics:\n  name: @ada\n", `2:9: a text that begins with "@" needs quotes: "@ada"`},
		{"basics:\n  name: `ada`\n", "2:9: a text that begins with \"`\" needs quotes: \"`ada`\""},
		{"basics:\n  name: %ada\n", `2:9: a text that begins with "%" needs quotes: "%ada"`},
		{basics + "  label: *star\n", `3:10: a text that begins with "*" needs quotes: "*star"`},
		{basics + "  label: & x\n", `3:10: a text that begins with "&" needs quotes: "& x"`},
		{basics + "  label: ? x\n", `3:10: a text that begins with "?" needs quotes: "? x"`},
		{basics + "  label: !x\n", `3:10: basics.label must be text, not a value of a special type; a text that begins with "!" needs quotes`},
		{basics + "  label: &amp x\n", `3:10: "&amp" is an anchor that nothing uses; a text that begins with "&" needs quotes`},
		{basics + "  label: #1 engineer\n", `3:3: label is empty: "#" begins a comment; put a text that begins with "#" in quotes`},
		{basics + "theme: {accent: [#80a0c0, '#204060']}\n", `3:18: "#" begins a comment; put a text that begins with "#" in quotes: "#80a0c0"`},
		{basics + "work: [name: B]\nprivate: [basics.phone, work[0].summary, references]\n", `4:29: a text with one of , [ ] { } in it needs quotes: "work[0].summary"`},
		{basics + "  highlights: [a, b\nwork: []\n", `3:15: the "[" that begins here has no "]"`},
		{basics + "  highlights: [a, b]]\n", `3:21: this "]" ends nothing; a text that begins or ends with a bracket needs quotes`},
		{basics + "  label: - x\n", `3:10: the entries of a list each need a line of their own; a text that begins with "- " needs quotes`},
		{basics + "  label: |x\n    foo\n", `3:11: after "|" or ">" the text begins in the next line, indented; a text that begins with such a character needs quotes`},
		{basics + "  label: \"C:\\dir\"\n", `3:13: in double quotes "\" begins an escape; write "\\", or use single quotes`},
		{"basics:\n  name Ada\n  label: X\n", "2:3: a colon is missing after the name of the field"},
		{basics + "  summary:\n    I build: payments,\n    and parcels\nwork: []\n", `4:12: a text over several lines with ": " in it needs ">-" after the name of its field: "summary: >-"`},
		{basics + "  summary:\n    It is so\n    much. I build: payments,\n    small\n    things\n", `5:18: a text over several lines with ": " in it needs ">-" after the name of its field: "summary: >-"`},
		{basics + "work\n  - name: A\n", "3:1: a colon is missing after the name of the field"},
		{"basics:\n  name:Ada\n  label: x\n", "2:7: write a space after the colon"},
		{"basics:\n  name:Ada\n", "2:3: basics must be a group of fields (name: value), not text; write a space after the colon"},
		{basics + "work:\n  - -name: A\n", `4:5: unknown field "-name" in work[0]; write a space after the "-"`},
		{"\n```yaml\n" + basics + "```\n\n", "2:1: the file is a code block of Markdown, of which the inside is read; delete the lines that begin with ```"},
		{"basics: {name: A}\nname: B\n", `2:1: unknown field "name"; if it belongs to basics, indent it like the fields there`},
		{"basics: {name: A}\nwork: [{-name: B}]\n", `2:9: unknown field "-name" in work[0]; write a space after the "-"`},
		{basics + "  label: a\x01b\n", "3:11: a control character (U+0001); delete it"},
		{"basics:\n  name: Jos\xe9\n", "2:12: this character is not UTF-8; save the file as UTF-8"},
		{"\xff\xfeb\x00a\x00", "1:1: the file is UTF-16 text; save it as UTF-8"},
		{"b\x00a\x00s\x00", "1:1: the file is UTF-16 text; save it as UTF-8"},
		{"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "1:1: this is a PDF or a word processor's file; a résumé is a text file, in YAML or JSON"},
		{"PK\x03\x04\x14\x00", "1:1: this is a PDF or a word processor's file; a résumé is a text file, in YAML or JSON"},

		{"json:" + `{"basics": {"name": "Ada",}}`, `1:27: delete the comma before this "}"`},
		{"json:{\n // me\n}", "2:2: JSON has no comments; delete this one, or write the file as YAML"},
		{"json:{'basics': {}}", `1:2: write " instead of ': JSON takes no other quotes`},
		{"json:" + `{"basics": {"name": "Ada" "label": "x"}}`, "1:27: a comma is missing before this"},
		{"json:" + `{"basics": ["a" "b"]}`, "1:17: a comma is missing before this"},
		{"json:" + `{"basics" {}}`, "1:11: a colon is missing before this"},
		{"json:" + `{"basics": {"name": "Ada"}`, `1:26: the file ends too early: a "}", a "]" or a quote is missing`},
		{"json:{\"basics\": {\"name\": \"Ada}}\n", `1:27: the quote in this line has no end; in a text write \n for a new line`},
		{"json:{\"a\": \"b\tc\"}", `1:9: a tab; in JSON write \t for it, or a space`},
		{"json:" + `{"basics": {"name": Ada}}`, `1:21: this needs double quotes (")`},
		{"json:" + `{"a": tru}`, "1:10: write true, false or null, or put the text in quotes"},
		{"json:" + `{"a": 01}`, "1:8: JSON has no such number; put it in quotes"},
		{"json:" + `{"a": [1 2]}`, "1:10: a comma is missing before this"},
		{"json:" + `{"a": [-01]}`, "1:10: JSON has no such number; put it in quotes"},
		{"json:" + `{"a": "C:\dir"}`, `1:11: in JSON "\" begins an escape; write "\\"`},
		{"json:basics:\n", `1:1: this is not JSON, which begins with "{"; a file in YAML must be named .yaml`},
		{"json:```json\n{\"basics\": {\"name\": \"A\"}}\n```", "1:1: the file is a code block of Markdown, of which the inside is read; delete the lines that begin with ```"},
		{"json:{} {}", `1:4: nothing may follow the "}" that ends the file; delete this`},
	} {
		name, file := "r.yaml", test.file
		if rest, ok := strings.CutPrefix(file, "json:"); ok {
			name, file = "r.json", rest
		}
		_, problems := resume.Parse(name, []byte(file))
		if len(problems) != 1 || problems[0].Error() != name+":"+test.want {
			t.Errorf("%q:\n%s\nwant\n%s", file, strings.Join(said(problems), "\n"), test.want)
		}
	}
}
