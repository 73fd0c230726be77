package resume_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

const (
	ada = "basics:\n  name: Ada\n"
	a   = "basics: {name: A}\n"
)

// advice has an example of each problem, and the file after its owner has followed the message to the letter. A
// file in JSON begins with "json:".
var advice = []struct{ file, mended string }{
	// What is not YAML.
	{"basics:\n\tname: Ada\n", "basics:\n  name: Ada\n"},
	{ada + "   label: X\n", ada + "  label: X\n"},
	{ada + " label: X\n", ada + "  label: X\n"},
	{" basics:\n   name: A\nwork: []\n", "basics:\n   name: A\nwork: []\n"},
	{ada + "work:\n  - name: A\n   position: B\n", ada + "work:\n  - name: A\n    position: B\n"},
	{ada + "  highlights:\n    - a\n   - b\n", ada + "  highlights:\n    - a\n    - b\n"},
	{ada + "  highlights:\n    - a\n    b\n    - c\n", ada + "  highlights:\n    - a\n    - b\n    - c\n"},
	{ada + "  highlights:\n    -a\n    -b\n", ada + "  highlights:\n    - a\n    - b\n"},
	{ada + "  summary: Led teams: eight people\n", ada + "  summary: \"Led teams: eight people\"\n"},
	{ada + "  summary: Led \"x\": it's\n", ada + "  summary: 'Led \"x\": it''s'\n"},
	{a + "work: [{name: A, position: B: C}]\n", a + "work: [{name: A, position: \"B: C\"}]\n"},
	{a + "work: [{name: A position: B}]\n", a + "work: [{name: A, position: B}]\n"},
	{a + "work: [{name: \"a\" position: B}]\n", a + "work: [{name: \"a\", position: B}]\n"},
	{a + "work: [{name: \"a\" b}]\n", a + "work: [{name: '\"a\" b'}]\n"},
	{a + "work: [{name: a, highlights: [b}]\n", a + "work: [{name: a, highlights: [b]}]\n"},
	{a + "work: [\n  {name: a, highlights: [b,\n c}]\n", a + "work: [\n  {name: a, highlights: [b,\n c]}]\n"},
	{ada + "  label: \"quoted\" and more\n", ada + "  label: '\"quoted\" and more'\n"},
	{"basics:\n  name: \"Ada\n  label: X\nwork: []\n", "basics:\n  name: \"Ada\"\n  label: X\nwork: []\n"},
	{ada + "  label: @ada\n", ada + "  label: '@ada'\n"},
	{ada + "  label: ? x\n", ada + "  label: '? x'\n"},
	{ada + "  label: !x\n", ada + "  label: '!x'\n"},
	{ada + "  label: &amp x\n", ada + "  label: '&amp x'\n"},
	{ada + "  label: #1 engineer\n", ada + "  label: '#1 engineer'\n"},
	{ada + "theme: {accent: #204060}\n", ada + "theme: {accent: ['#80a0c0', '#204060']}\n"},
	{ada + "work: [{name: B}]\nprivate: [work[0].summary]\n", ada + "work: [{name: B}]\nprivate: [\"work[0].summary\"]\n"},
	{"basics: {name: A, image: photos/ada.jpg}\n", "basics: {name: A, image: ada.jpg}\n"},
	{"basics: {name: A, image: ada.svg}\n", "basics: {name: A, image: ada.png}\n"},
	{"basics: {name: A, profiles: [{network: Git}]}\n", "basics: {name: A, profiles: [{network: Git, username: a}]}\n"},
	{"basics: {name: A, summary: '[a](b.pdf)'}\n", "basics: {name: A, summary: '[a](https://a.example/b.pdf)'}\n"},
	{ada + "  highlights: [a, b\nwork: []\n", ada + "  highlights: [a, b]\nwork: []\n"},
	{ada + "  highlights: [a, b]]\n", ada + "  highlights: [a, b]\n"},
	{ada + "  label: [a] b\n", ada + "  label: \"[a] b\"\n"},
	{ada + "  label: - x\n", ada + "  label: \"- x\"\n"},
	{ada + "  label: |x\n    foo\n", ada + "  label: |\n    x foo\n"},
	{ada + "  label: \"C:\\dir\"\n", ada + "  label: 'C:\\dir'\n"},
	{"basics:\n  name Ada\n  label: X\n", "basics:\n  name: Ada\n  label: X\n"},
	{"basics:\n  name:Ada\n", "basics:\n  name: Ada\n"},
	{"basics:\n  name: Ada\n  label:X\n", "basics:\n  name: Ada\n  label: X\n"},
	{ada + "  summary:\n    I build: payments,\n    and parcels\n", ada + "  summary: >-\n    I build: payments,\n    and parcels\n"},
	{ada + "  summary: It is so.\n    I build: payments,\n    and parcels\n", ada + "  summary: >-\n    It is so.\n    I build: payments,\n    and parcels\n"},
	{ada + "  label: !<x y\n", ada + "  label: '!<x y'\n"},
	{a + "--- \n" + a, a},
	{"basics: &b {name: A}\nawards: [{<<: *b}]\n", "basics: {name: A}\nawards: [{title: A}]\n"},
	{"```yaml\n" + a + "```\n", a},
	{"? [a]\n: b\n" + a, "paper: a4\n" + a},
	{a + "work: " + strings.Repeat("[", 30) + strings.Repeat("]", 30), a},
	{a + "work: " + strings.Repeat("[", 60) + strings.Repeat("]", 60), a},

	// What is not JSON.
	{`json:{"basics": {"name": "Ada",}}`, `json:{"basics": {"name": "Ada"}}`},
	{"json:{\n // me\n\"basics\": {\"name\": \"A\"}}", "json:{\n\n\"basics\": {\"name\": \"A\"}}"},
	{`json:{'basics': {"name": "A"}}`, `json:{"basics": {"name": "A"}}`},
	{`json:{"basics": {"name": "Ada" "label": "x"}}`, `json:{"basics": {"name": "Ada", "label": "x"}}`},
	{`json:{"basics" {"name": "A"}}`, `json:{"basics": {"name": "A"}}`},
	{`json:{"basics": {"name": "Ada"}`, `json:{"basics": {"name": "Ada"}}`},
	{"json:{\"basics\": {\"name\": \"Ada\n\"}}", `json:{"basics": {"name": "Ada\n"}}`},
	{"json:{\"basics\": {\"name\": \"A\tB\"}}", `json:{"basics": {"name": "A\tB"}}`},
	{`json:{"basics": {"name": Ada}}`, `json:{"basics": {"name": "Ada"}}`},
	{`json:{"basics": {"name": "A"}, "work": [{"former": tru}]}`, `json:{"basics": {"name": "A"}, "work": [{"former": true}]}`},
	{`json:{"basics": {"name": 01}}`, `json:{"basics": {"name": "01"}}`},
	{`json:{"basics": {"name": "C:\dir"}}`, `json:{"basics": {"name": "C:\\dir"}}`},
	{`json:{"basics": {"name": "A"}} {}`, `json:{"basics": {"name": "A"}}`},
	{"json:{\"basics\": {\"name\": \"A\x01\"}}", `json:{"basics": {"name": "A"}}`},
	{`json:{"basics": {"name": "A", "name": "B"}}`, `json:{"basics": {"name": "B"}}`},
	{`json:{"basics": {"name": "A", "x": ` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}}`, `json:{"basics": {"name": "A"}}`},

	// What is not text.
	{"basics:\n  name: Jos\xe9\n", "basics:\n  name: José\n"},

	// Values.
	{"", a},
	{"basics: {}\n", a},
	{"basics: text\n", "basics: {name: text}\n"},
	{"basics: {name: A, label: true}\n", "basics: {name: A, label: 'true'}\n"},
	{"basics: {name: A, label: {}}\n", "basics: {name: A, label: text}\n"},
	{"basics: {name: A, label: [a, b]}\n", "basics: {name: A, label: 'a, b'}\n"},
	{`basics: {name: "A\u001b"}` + "\n", a},
	{"basics: {name: A, name: B}\n", "basics: {name: B}\n"},
	{"basics: {name: A, highlights: text}\n", ada + "  highlights:\n  - text\n"},
	{"basics: {name: A, highlights: true}\n", ada + "  highlights:\n  - 'true'\n"},
	{a + "work: [{name: B}, ]\nskills: [~]\n", a + "work: [{name: B}]\n"},
	{"basics: {name: A, location: London}\n", "basics: {name: A, location: {city: London}}\n"},
	{"basics: {name: A, url: 'javascript:alert(1)'}\n", "basics: {name: A, url: 'https://a.example'}\n"},
	{"basics: {name: A, url: a.example}\n", "basics: {name: A, url: https://a.example}\n"},
	{"basics: {name: A, image: 'data:text/html,a'}\n", "basics: {name: A, image: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII='}\n"},
	{"basics: {name: A, email: me}\n", "basics: {name: A, email: me@a.example}\n"},
	{"basics: {name: A, phone: call me}\n", "basics: {name: A, phone: +44 20 7946 0018}\n"},
	{a + "work: [{name: A, postion: C}]\n", a + "work: [{name: A, position: C}]\n"},
	{a + "work: [{name: A, role: C}]\n", a + "work: [{name: A, position: C}]\n"},
	{a + "work: [{-name: B}]\n", a + "work: [\n{\n name: B}]\n"},
	{a + "label: B\n", "basics: {name: A, label: B}\n"},
	{a + "work: [{company: C}, {company: D}]\n", a + "work: [{name: C}, {name: D}]\n"},
	{"basics: {name: A, image: 'https://a.example/b.png'}\n", "basics: {name: A, image: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII='}\n"},
	{a + "volunteer: {}\n", a + "volunteer: []\n"},
	{a + "skills: {Languages: [Go], Tools: [make]}\n", a + "skills: [{name: Languages, keywords: [Go]}, {name: Tools, keywords: [make]}]\n"},
	{a + "projects: [{name: B, description: C, summary: D}]\n", a + "projects: [{name: B, description: \"C\\n\\nD\"}]\n"},
	{a + "work: [{name: B, startDate: 2019, positions: [{position: C, startDate: 2020}]}]\n", a + "work: [{name: B, positions: [{position: C, startDate: 2020}]}]\n"},
	{"cv: {name: A}\n", a},
	{a + "work: [{name: B, former: yes}]\n", a + "work: [{name: B, former: true}]\n"},
	{a + "work: [{name: B, former: 1}]\n", a + "work: [{name: B, former: true}]\n"},
	{a + "work: [{name: B, highlights: [a: b]}]\n", a + "work: [{name: B, highlights: ['a: b']}]\n"},
	{a + "work: [{name: B, startDate: 03/2019}]\n", a + "work: [{name: B, startDate: 2019-03}]\n"},
	{a + "work: [{name: B, startDate: 2019 - 2021}]\n", a + "work: [{name: B, startDate: 2019, endDate: 2021}]\n"},
	{a + "work: [{name: B, startDate: soon}]\n", a + "work: [{name: B, startDate: 2019-03-15}]\n"},
	{a + "work: [{name: B, startDate: 2019-02-30}]\n", a + "work: [{name: B, startDate: 2019-02}]\n"},
	{a + "work: [{name: B, endDate: later}]\n", a + "work: [{name: B, endDate: 2019}]\n"},
	{a + "work: [{name: B, endDate: Present}]\n", a + "work: [{name: B}]\n"},
	{a + "work: [{name: B, startDate: 2019, endDate: 2018}]\n", a + "work: [{name: B, startDate: 2018, endDate: 2019}]\n"},
	{a + "work: [{name: B, startDate: 03/04/2015}]\n", a + "work: [{name: B, startDate: 2015-04-03}]\n"},
	{a + "work: [{name: B, startDate: 2010, endDate: 2012}, {name: C, startDate: 2013}]\n", a + "work: [{name: C, startDate: 2013}, {name: B, startDate: 2010, endDate: 2012}]\n"},
	{a + "paper: leter\n", a + "paper: letter\n"},
	{a + "paper: A4\n", a + "paper: a4\n"},
	{a + "lang: no such\n", a + "lang: pt-BR\n"},
	{a + "lang: en, de\n", a + "lang: [en, de]\n"},
	{a + "lang: English\n", a + "lang: en\n"},
	{a + "lang: [en, de, en]\n", a + "lang: [en, de]\n"},
	{a + "lang: [ar, cs, da, de, el, en, es, fi, fr, he, hu, it, ja, ko, nl, no, pl, pt, ru, sv, tr]\n", a + "lang: [en]\n"},
	{"basics: {name: A, label: {en: B, de: C}}\n", "lang: [en, de]\nbasics: {name: A, label: {en: B, de: C}}\n"},
	{"lang: [en, de]\nbasics: {name: A, label: {en: B, fr: C}}\n", "lang: [en, de, fr]\nbasics: {name: A, label: {en: B, fr: C}}\n"},
	{"me.de.yaml:" + a + "lang: en\n", "me.de.yaml:" + a + "lang: de\n"},
	{"lang: [en, de]\nbasics: {name: A, highlights: [" + strings.Repeat("a,", 60_000) + "]}\n", a},
	{"basics: {name: A, label: a <b>b</b>}\n", "basics: {name: A, label: a b}\n"},
	{"basics: {name: A, label: '**b**'}\n", "basics: {name: A, label: b}\n"},
	{"basics: {name: A, summary: '# a'}\n", "basics: {name: A, summary: a}\n"},
	{"basics: {name: A, summary: '![a](https://a.example/b.png)'}\n", "basics: {name: A, summary: a}\n"},
	{"basics: {name: A, summary: '| a | b |'}\n", "basics: {name: A, summary: 'a, b'}\n"},
	{"basics: {name: A, summary: '> a'}\n", "basics: {name: A, summary: a}\n"},
	{"basics: {name: A, summary: '---'}\n", "basics: {name: A}\n"},
	{"basics: {name: A, summary: '```'}\n", "basics: {name: A}\n"},
	{"basics: {name: A, summary: <u>a</u>}\n", "basics: {name: A, summary: a}\n"},
	{"basics: {name: A, summary: [One., Two.]}\n", "basics: {name: A, summary: \"One.\\n\\nTwo.\"}\n"},
	{a + "awards: [{title: A, summary: [b, c]}]\n", a + "awards: [{title: A, summary: \"- b\\n- c\"}]\n"},
	{a + "work: [{name: A, highlights: [a: [b, c]]}]\n", a + "work: [{name: A, highlights: [\"a\\n- b\\n- c\"]}]\n"},
	{a + "private: [true]\n", a + "private: [basics.phone]\n"},
	{a + "private: [basics.name]\n", a + "private: [basics.phone]\n"},
	{a + "theme: nrd\n", a + "theme: nord\n"},
	{a + "theme: {accent: '204060'}\n", a + "theme: {accent: ['#80a0c0', '#204060']}\n"},
	{a + "theme: {accent: ['#80a0c0', '#204060', '#000000']}\n", a + "theme: {accent: ['#80a0c0', '#204060']}\n"},
	{a + "theme: {accent: '#d7263d'}\n", a + "theme: {accent: ['#e36b7b', '#d7263d']}\n"},
	{a + "private: [basics.phon]\n", a + "private: [basics.phone]\n"},
	{a + "awards: [{title: B}]\nprivate: ['awards[1]']\n", a + "awards: [{title: B}]\nprivate: ['awards[0]']\n"},
	{ada + "  highlights: ['', b]\nprivate: ['basics.highlights[1]']\n", ada + "  highlights: [b]\nprivate: ['basics.highlights[0]']\n"},
	{"lang: [en, de]\n" + a + "awards: {en: [{title: B}], de: [{title: C}]}\nprivate: ['awards[0]']\n", "lang: [en, de]\n" + a + "awards: {en: [{title: B}], de: [{title: C}]}\nprivate: {en: ['awards[0]'], de: ['awards[0]']}\n"},

	// Content.
	{a + "meta: {ssh-resume: {paper: a4}}\npaper: a4\n", a + "paper: a4\n"},
	{a + "work: [{name: B}, {name: B}]\n", a + "work: [{name: B}]\n"},
	{a + "work: [{name: B}]\nmenu: [basics]\n", a + "work: [{name: B}]\nmenu: [basics, work]\n"},
	{a + "work: [{name: B}]\nprojects: [{name: C, entity: B, keywords: [d]}]\nmenu: [work]\n", a + "work: [{name: B}]\nprojects: [{name: C, entity: B, keywords: [d]}]\nmenu: [work, projects]\n"},
	{a + "sections: [{id: s, blocks: [text: a]}]\nmenu: [basics]\n", a + "sections: [{id: s, blocks: [text: a]}]\nmenu: [basics, s]\n"},
	{a + "work: [{name: Parcel Example}]\nprojects: [{name: C, entity: Parcel Exmple}]\n", a + "work: [{name: Parcel Example}]\nprojects: [{name: C, entity: Parcel Example}]\n"},
	{a + "sections: [{id: s}]\n", a + "sections: [{id: s, blocks: [text: a]}]\n"},
	{a + "sections: [{id: s, blocks: [{title: B}]}]\n", a + "sections: [{id: s, blocks: [{title: B, items: [a]}]}]\n"},
	{a + "sections: [{title: x, blocks: [text: a]}]\n", a + "sections: [{id: x, blocks: [text: a]}]\n"},
	{a + "sections: [{id: A b, blocks: [text: a]}]\n", a + "sections: [{id: a-b, blocks: [text: a]}]\n"},
	{a + "sections: [{id: pdf, blocks: [text: a]}]\n", a + "sections: [{id: other, blocks: [text: a]}]\n"},
	{"lang: de\n" + a + "sections: [{id: de, blocks: [text: a]}]\n", "lang: de\n" + a + "sections: [{id: other, blocks: [text: a]}]\n"},
	{a + "sections: [{id: work, blocks: [text: a]}]\n", a + "sections: [{id: other, blocks: [text: a]}]\n"},
	{a + "sections: [{id: s, blocks: [{type: text, items: [a]}]}]\n", a + "sections: [{id: s, blocks: [{type: list, items: [a]}]}]\n"},
	{a + "sections: [{id: s, blocks: [{type: list, text: b}]}]\n", a + "sections: [{id: s, blocks: [{type: text, text: b}]}]\n"},
	{a + "sections: [{id: s, blocks: [{items: [{a: b, c: d}]}]}]\n", a + "sections: [{id: s, blocks: [{items: [a: b, c: d]}]}]\n"},
	{a + "menu: [{title: t}]\n", a + "menu: [{id: basics, title: t}]\n"},
	{a + "menu: [Basics]\n", a + "menu: [basics]\n"},
	{a + "menu: [basics, work]\n", a + "menu: [basics]\n"},
	{a + "work: [{name: B}]\nmenu: [basics, wrok]\n", a + "work: [{name: B}]\nmenu: [basics, work]\n"},
	{a + "skills: [{group: Core, name: a}]\nmenu: [{id: x, of: skills, groups: [Cor]}]\n", a + "skills: [{group: Core, name: a}]\nmenu: [{id: x, of: skills, groups: [Core]}]\n"},
	{a + "menu: [{id: basics, as: tags}]\n", a + "menu: [{id: basics}]\n"},
}

func parse(file string) (*resume.Resume, []resume.Problem) {
	if rest, ok := strings.CutPrefix(file, "json:"); ok {
		return resume.Parse("r.json", []byte(rest))
	}
	if rest, ok := strings.CutPrefix(file, "me.de.yaml:"); ok {
		return resume.Parse("me.de.yaml", []byte(rest))
	}
	return resume.ParseServed("", []string{"pdf"}, "r.yaml", []byte(file))
}

func TestAdviceFollowedToTheLetterMendsTheFile(t *testing.T) {
	t.Parallel()
	for _, test := range advice {
		if _, problems := parse(test.file); len(problems) == 0 {
			t.Errorf("nothing is wrong with\n%s", test.file)
		}
		if _, problems := parse(test.mended); len(problems) > 0 {
			t.Errorf("after the advice\n%s\nsays\n%s", test.mended, strings.Join(said(problems), "\n"))
		}
	}
}

// withoutAdvice are the messages without an example: their problem can't be fixed in the text of the file, or
// they come from a library.
var withoutAdvice = []string{
	"the file can't be read as YAML", "this is not YAML: ", "this is not JSON", "read YAML: ",
	"the file is larger than", "the file has more than %d values",
	"UTF-16", "a word processor's file", "after (object key:value pair", "there is no section", "%q may be %s", "no such form of a field: ", "is in the future", "of the files is in the language", "only some entries of %s are private, and the file in", "texts are in more than %d languages", "%s not translated: ", "no kind of block: ",
	"sections and menu may have %d entries each", "private leads through more than", "the pages show more than", "more than %d KiB of text",
}

// TestEveryMessageHasAnExampleOfItsAdvice finds the messages in the source.
func TestEveryMessageHasAnExampleOfItsAdvice(t *testing.T) {
	t.Parallel()
	var messages []string
	for _, test := range advice {
		_, problems := parse(test.file)
		for _, p := range problems {
			messages = append(messages, p.Message)
		}
	}
	all := strings.Join(messages, "\n")
	for _, format := range messagesInSource(t) {
		if slices.ContainsFunc(withoutAdvice, func(part string) bool { return strings.Contains(format, part) }) {
			continue
		}
		pattern := regexp.MustCompile(`%(\\\[\d\\])?(\\\.\d)?[a-zA-Z]|\\\$\d`).ReplaceAllString(regexp.QuoteMeta(format), `.*`)
		if !regexp.MustCompile(pattern).MatchString(all) {
			t.Errorf("no example has the message %q", format)
		}
	}
}

// messagesInSource returns the string literals of the package that are sentences.
func messagesInSource(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		for n := range ast.Preorder(parsed) {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				continue
			}
			text, err := strconv.Unquote(literal.Value)
			if err == nil && strings.Count(text, " ") >= 3 && !strings.HasPrefix(text, "yaml:") && !strings.HasPrefix(strings.TrimSpace(text), "(") && !strings.ContainsAny(text, "\\^→") && strings.TrimSpace(text) != "" {
				all = append(all, text)
			}
		}
	}
	if len(all) < 50 {
		t.Errorf("only %d messages", len(all))
	}
	return all
}

// TestBrokenFilesAreReportedWhereTheyAreBroken breaks one line of the starter at
// a time, as typing mistakes do.
func TestBrokenFilesAreReportedWhereTheyAreBroken(t *testing.T) {
	t.Parallel()
	breaks := []struct{ pattern, replacement string }{
		{`^(\s*(?:- )?[A-Za-z]+):`, "$1"},    // no colon
		{`^(\s*(?:- )?[A-Za-z]+): +`, "$1:"}, // no space after it
		{`^(\s*(?:- )?[A-Za-z]+):`, "$1;"},   // another character
		{`^(\s*(?:- )?[A-Za-z]+):`, "$1::"},  // two colons
		{`^(\s*)- `, "$1-"},                  // no space after a dash
		{`^(\s*)- `, "$1"},                   // no dash
		{`^(\s*)- `, "$1  "},                 // a space for a dash
		{`"([^"]*)"`, `"$1`},
		{`"([^"]*)"`, `$1"`}, // a quote is missing
		{`: ([A-Z])`, `: "$1`},
		{`: ([A-Z])`, `: '$1`}, // a quote too many
		{`- ([A-Z])`, `- "$1`}, //
		{`[\]}]`, ""},
		{`[\]}]$`, ""},
		{`[\[{]`, ""},
		{`(\{.*?),`, "$1"}, // brackets and commas
		{`^`, " "},
		{`^`, "  "},
		{`^ `, ""},
		{`^  `, ""},
		{`^  `, "\t"},                  // indentation
		{`: ([A-Z][a-z]+) `, ": $1: "}, // a colon in a text
		{`: ([A-Z])`, ": @$1"},
		{`: ([A-Z])`, ": %$1"},
		{`: ([A-Z])`, ": *$1"},
		{`^(\s*(?:- )?[a-z])([a-z])([A-Za-z]+):`, "$1$3:"}, // a letter is missing
	}
	original, _ := resume.Parse("r.yaml", data.Starter)
	lines := strings.Split(string(data.Starter), "\n")
	broken, near, at := 0, 0, 0
	for _, b := range breaks {
		pattern := regexp.MustCompile(b.pattern)
		for i, line := range lines {
			where := pattern.FindStringSubmatchIndex(line)
			if where == nil || strings.HasPrefix(strings.TrimSpace(line), "#") || strings.TrimSpace(line) == "" {
				continue
			}
			if at++; at%4 != 0 { // a quarter of them is quick and enough
				continue
			}
			file := slices.Clone(lines)
			file[i] = line[:where[0]] + string(pattern.ExpandString(nil, b.replacement, line, where)) + line[where[1]:]
			r, problems := resume.Parse("r.yaml", []byte(strings.Join(file, "\n")))
			if r != nil && reflect.DeepEqual(r, original) {
				continue // it means the same
			}
			broken++
			if slices.ContainsFunc(problems, func(p resume.Problem) bool { return p.Line >= i && p.Line <= i+2 }) {
				near++
				continue
			}
			t.Logf("line %d is %q; reported is\n%s", i+1, file[i], strings.Join(said(problems), "\n"))
		}
	}
	if broken < 300 {
		t.Errorf("only %d files are broken", broken)
	}
	if near*100 < broken*98 {
		t.Errorf("%d of %d are reported within a line of where they are broken, want 98 %%", near, broken)
	}
}

func TestWhatIsReadBeforeARepairIsNoMistake(t *testing.T) {
	expectProblems(t, "r.yaml", "basics:\n  name: A\n  location; {city: B, region: C}\nlabel: D\n  phone: E\n",
		`r.yaml:3:29: a text with ": " in it needs quotes: location; {city: "B, region: C}"`,
		`warning: r.yaml:4:1: unknown field "label"; if it belongs to basics, indent it like the fields there`,
		"r.yaml:5:3: the indentation is wrong: fields that belong together begin in the same column",
	)
	expectProblems(t, "r.yaml", "basics:\n  label: A: B\n",
		"r.yaml:2:3: basics.name is missing: a résumé needs a name",
		`r.yaml:2:11: a text with ": " in it needs quotes: label: "A: B"`,
	)
	expectProblems(t, "r.yaml", "basics: {name: A}\nprojects:\n- {name: B, nick: x, description: B: C}\n- name: D\n  nick: y\n- name: E\n  nick: z\n",
		`warning: r.yaml:3:13: unknown field "nick" in projects[0] (and in 2 more places)`,
		`r.yaml:3:36: a text with ": " in it needs quotes: description: "B: C"`,
	)
}

// TestEveryMistakeIsReportedInOneRun breaks a file in several places.
func TestEveryMistakeIsReportedInOneRun(t *testing.T) {
	expectProblems(t, "r.yaml", "basics:\n  name:Ada\n  label: @x\nwork:\n- {name: A position: B, highlihgts: []}\n-name: C\n  summary: \"a\n  url: nowhere\n",
		"r.yaml:2:7: write a space after the colon",
		`r.yaml:3:10: a text that begins with "@" needs quotes: "@x"`,
		`r.yaml:5:12: a comma is missing before "position"`,
		`warning: r.yaml:5:26: unknown field "highlihgts" in work[0]; did you mean "highlights"?`,
		`r.yaml:6:1: write a space after the "-"`,
		"r.yaml:7:12: the quote that begins here has no end",
		`warning: r.yaml:8:8: work[1].url is left out: "nowhere" is not a web address (https://…)`,
	)
}
