package resume_test

import (
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

// TestMain makes the garbage collector run less often: the tests read thousands of files and keep little of them.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// said returns the problems as lines, with warnings marked.
func said(problems []resume.Problem) []string {
	var lines []string
	for _, p := range problems {
		if p.Warning {
			lines = append(lines, "warning: "+p.Error())
			continue
		}
		lines = append(lines, p.Error())
	}
	return lines
}

// expectProblems parses a file and compares every problem with those wanted;
// the file can be used unless one of them is an error.
func expectProblems(t *testing.T, name, file string, want ...string) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(name, []byte(file))
	if got := said(problems); !slices.Equal(got, want) {
		t.Errorf("%.200q:\n%s\nwant\n%s", file, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	errors := slices.ContainsFunc(problems, func(p resume.Problem) bool { return !p.Warning })
	if (r == nil) != errors {
		t.Errorf("%.200q: errors: %v, résumé: %v", file, errors, r != nil)
	}
	return r
}

func TestAnEmptyCodeBlockIsAnEmptyFile(t *testing.T) {
	r, problems := resume.Parse("r.yaml", []byte("```\n```\n"))
	if r != nil || !slices.Contains(said(problems), "r.yaml:1:1: the file is empty") {
		t.Errorf("%v, %q", r, said(problems))
	}
}

func TestProblemsOfValuesHaveTheirPlace(t *testing.T) {
	const name = "basics: {name: A}\n"
	for _, test := range []struct {
		file string
		want []string
	}{
		{"", []string{"r.yaml:1:1: the file is empty"}},
		{"# nothing\n", []string{"r.yaml:1:1: the file is empty"}},
		{"null", []string{"r.yaml:1:1: the file is empty"}},
		{"- a\n", []string{"r.yaml:1:1: the file must be a group of fields (name: value), not a list"}},
		{"text", []string{"r.yaml:1:1: the file must be a group of fields (name: value), not text"}},
		{"work: []\n", []string{"r.yaml:1:1: basics.name is missing: a résumé needs a name"}},
		{"basics: {}\n", []string{"r.yaml:1:9: basics.name is missing: a résumé needs a name"}},
		{"basics: {name: ''}\n", []string{"r.yaml:1:9: basics.name is missing: a résumé needs a name"}},
		{"basics: text\n", []string{"r.yaml:1:9: basics must be a group of fields (name: value), not text"}},
		{"basics:\n  name: true\n", []string{
			"r.yaml:2:3: basics.name is missing: a résumé needs a name",
			"warning: r.yaml:2:9: basics.name is left out: it must be text, not true or false (put quotes around a word that is meant as text)",
		}},
		{"basics:\n  name: \"A\\u001b[31m\"\n", []string{"r.yaml:2:9: basics.name holds a control character (U+001B)"}},
		{"basics: {name: !!binary aGVsbG8=}\n", []string{"r.yaml:1:16: basics.name must be text, not a value of a special type; a text that begins with \"!\" needs quotes"}},
		{"basics: {name: A, name: B}\n", []string{`r.yaml:1:19: duplicate field "name": it is already in line 1`}},
		{"basics:\n  name: A\n  label: [a]\n  summary: {a: b}\n  highlights: text\n", []string{
			"warning: r.yaml:3:10: basics.label must be text, not a list; its values are joined",
			"warning: r.yaml:4:12: basics.summary must be text, not a group of fields; its values are joined",
			`warning: r.yaml:5:15: basics.highlights must be a list (begin each entry with "- "); it is read as one entry`,
		}},
		{"basics: {name: A, url: 'javascript:alert(1)', email: a@b.c}\n", []string{
			`warning: r.yaml:1:24: basics.url is left out: "javascript:alert(1)" is not a web address (https://…)`,
		}},
		{"basics: {name: A, location: {city: B, countryCode: C, cty: D}}\n", []string{
			`warning: r.yaml:1:55: unknown field "cty" in basics.location; did you mean "city"?`,
		}},
		{name + "work:\n  - name: B\n    postion: C\n", []string{`warning: r.yaml:4:5: unknown field "postion" in work[0]; did you mean "position"?`}},
		{name + "works: []\nzzz: 1\n", []string{
			`warning: r.yaml:2:1: unknown field "works"; did you mean "work"?`,
			`warning: r.yaml:3:1: unknown field "zzz"`,
		}},
		{name + "work:\n- {name: B, former: 1}\n- \n- {name: C, startDate: 2020-01-01}\n- {name: D, startDate: 2019}\n- [text]\n", []string{
			"r.yaml:3:21: work[0].former must be true or false, not a number",
			"warning: r.yaml:4:2: work[1] is empty", // once for all
			"r.yaml:7:3: work[4] must be a group of fields (name: value), not a list",
		}},
		{"basics: {name: é, x: 1}\n", []string{`warning: r.yaml:1:19: unknown field "x" in basics`}}, // columns are characters
	} {
		expectProblems(t, "r.yaml", test.file, test.want...)
	}
}

func TestProblemsOfSectionsAndMenuHaveTheirPlace(t *testing.T) {
	const name = "basics: {name: A}\n"
	for _, test := range []struct {
		file string
		want []string
	}{
		{name + "sections:\n- {id: work, blocks: [text: a]}\n- {title: x, blocks: [text: a]}\n- {id: A b, blocks: [text: a]}\n- {id: ok, blocks: [text: a]}\n- {id: ok}\n", []string{
			`r.yaml:3:8: sections[0] has the id "work", which is the id of a built-in part`,
			"r.yaml:4:3: sections[1] needs an id",
			`r.yaml:5:8: sections[2] has the id "A b"; an id is made of a-z, 0-9 and -; did you mean "a-b"?`,
			"warning: r.yaml:7:3: sections[4] has no blocks, so nothing of it is shown",
			`r.yaml:7:8: sections[4] has the id "ok", which is the id of sections[3]`,
		}},
		{name + "sections:\n- id: s\n  blocks:\n  - {type: lst, items: [a]}\n  - {type: text, items: [a]}\n  - {type: list, text: b}\n" +
			"  - items: [{a: b, c: d}, {quote: x, txt: y}, [z]]\n", []string{
			`r.yaml:5:12: sections[0].blocks[0].type can't be "lst"; it may be text, list, numbered, quotes, measures or tags; did you mean "list"?`,
			"warning: r.yaml:6:25: sections[0].blocks[1] is of type text: its items are not shown",
			"warning: r.yaml:7:24: sections[0].blocks[2] is of type list: its text is not shown",
			`r.yaml:8:13: sections[0].blocks[3].items[0] must be a text, one "label: text", or a quote and its text; begin each "label: text" with "- "`,
			`warning: r.yaml:8:38: unknown field "txt" in sections[0].blocks[3].items[1]; did you mean "text"?`,
			"warning: r.yaml:8:47: sections[0].blocks[3].items[2] must be text, not a list; its values are joined",
		}},
		{name + "menu: [basics, work, wrok, {id: x, of: skills, groups: [None]}, {title: t}, {id: y, of: basics, as: tgs}, basics: B, 7, {'': B}]\n", []string{
			"warning: r.yaml:2:16: menu[1] shows work, which is empty",
			`r.yaml:2:22: menu[2] shows "wrok", which is neither a part of the résumé nor the id of a section; did you mean "work"?`,
			`r.yaml:2:28: menu[3] names the group "None", which no skill has`,
			"r.yaml:2:65: menu[4] needs an id",
			"warning: r.yaml:2:77: menu[5] does not show skills: groups and as have no effect",
			`r.yaml:2:101: menu[5].as can't be "tgs"; it may be tags or topics; did you mean "tags"?`,
			`r.yaml:2:107: menu[6] has the id "basics", which is the id of menu[0]`,
			`r.yaml:2:118: menu[7] shows "7", which is neither a part of the résumé nor the id of a section`,
			"r.yaml:2:121: menu[8] needs an id",
		}},
		{name + "skills: [{group: Core, name: a}]\nmenu: [{id: x, of: skills, groups: [Cor]}]\n", []string{
			`r.yaml:3:8: menu[0] names the group "Cor", which no skill has; did you mean "Core"?`,
		}},
	} {
		expectProblems(t, "r.yaml", test.file, test.want...)
	}
}

func TestWhatIsNotYAMLIsSaidWithItsPlace(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"basics: {name: A\n", `r.yaml:1:9: the "{" that begins here has no "}"`},
		{"basics: {name: A, label: b: c}\n", `r.yaml:1:27: a text with ": " in it needs quotes: label: "b: c"`},
		{"basics: {name: *x}\n", `r.yaml:1:16: a text that begins with "*" needs quotes: "*x"`},
		{"basics: {name: A, label: *y}\npaper: a4 # &y\n", `r.yaml:1:26: a text that begins with "*" needs quotes: "*y"`},
		{"basics: {name: A}\n---\nb: c\n", "warning: r.yaml:2:1: a second document begins here; only the first is read"},
		{"basics: &b {name: A}\nwork: [{<<: *b}]\n", "r.yaml:2:9: << is not supported; write the fields out"},
		{"? [a]\n: b\nbasics: {name: A}\n", "r.yaml:1:3: the name of a field must be text, not a list"},
		{"basics:\n  name: \"\xff\"\n", "r.yaml:2:10: this character is not UTF-8; save the file as UTF-8"},
	} {
		expectProblems(t, "r.yaml", test.file, test.want)
	}
}

func TestWhatIsNotJSONIsSaidWithItsPlace(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"", "r.json:1:1: the file is empty"},
		{"null", "r.json:1:1: the file is empty"},
		{"[]", "r.json:1:1: the file must be a group of fields (name: value), not a list"},
		{"{\n  \"basics\": {\"name\": \"A\"", `r.json:2:24: the file ends too early: a "}", a "]" or a quote is missing`},
		{"{\n  \"basics\": {\"name\": \"A\",}\n}", `r.json:2:26: delete the comma before this "}"`},
		{"{} x", `r.json:1:4: nothing may follow the "}" that ends the file; delete this`},
		{"{\n\"basics\":\n  {\"name\": [1]}}", "warning: r.json:3:12: basics.name must be text, not a list; its values are joined"},
		{"{\"basics\": {\"name\": \"A\u2028B \\ud83d\\ude00 \\ud800 \\\\ud83d\u0085\"},\n\"work\": true}", "r.json:2:9: work must be a list, not true or false"},
		{`{"basics":{"name":"A","name":"B"}}`, `warning: r.json:1:23: duplicate field "name": the value in line 1 is ignored`},
		{
			`{"basics":{"name":"A"},"meta":{"ssh-resume":{"menu":["basics"],"sectons":[]}}}`,
			`warning: r.json:1:64: unknown field "sectons" in meta.ssh-resume; did you mean "sections"?`,
		},
	} {
		expectProblems(t, "r.json", test.file, test.want)
	}
}

func TestFilesPastTheLimitsAreRefused(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	bomb := "a: &a [" + strings.Repeat("x,", 9) + "x]\n"
	for _, c := range "bcdef" {
		before := string(c - 1)
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+before+",", 9) + "*" + before + "]\n"
	}
	for _, test := range []struct{ name, file, want string }{
		{"r.yaml", strings.Repeat("x", 1<<20+1), "larger than 1024 KiB"},
		{"r.json", strings.Repeat(" ", 1<<20+1), "larger than 1024 KiB"},
		{"r.yaml", deep(40), "nested more than 32 levels deep"},
		{"r.yaml", deep(80), "exceeded max depth of 64"},
		{"r.json", deep(40), "nested more than 32 levels deep"},
		{"r.json", deep(200_000), "r.json:1:"}, // whoever notices first
		{"r.yaml", bomb, "more than 100000 values, aliases written out"},
		{"r.yaml", "a: &a [*a]\n", "nested more than 32 levels deep"},
		{"r.yaml", "a: &a {b: *a}\n", "nested more than 32 levels deep"},
	} {
		r, problems := resume.Parse(test.name, []byte(test.file))
		if r != nil || len(problems) != 1 || !strings.Contains(problems[0].Error(), test.want) {
			t.Errorf("%s, %.40q: %v", test.name, test.file, said(problems))
		}
	}
}

func TestPaperIsOneOfTwoAtTheRootOrUnderMeta(t *testing.T) {
	for _, test := range []struct{ file, paper, problem string }{
		{named, "", ""},
		{named + "paper: a4", "a4", ""},
		{named + "paper: letter", "letter", ""},
		{named + "meta: {ssh-resume: {paper: letter}}", "letter", ""},
		{named + "meta: {ssh-resume: {paper: letter}}\npaper: a4", "a4", "warning: r.yaml:2:20: meta.ssh-resume is ignored because paper is at the root"},
		{named + "meta: {version: 1.0.0}\npaper: letter", "letter", ""},
		{named + "paper: leter", "", `r.yaml:2:8: paper can't be "leter"; it may be a4 or letter; did you mean "letter"?`},
		{named + "paper: {}", "", `warning: r.yaml:2:8: paper is left out: it must be text, not a group of fields`},
		{named + "papers: a4", "", `warning: r.yaml:2:1: unknown field "papers"; did you mean "paper"?`},
	} {
		var problems []string
		if test.problem != "" {
			problems = []string{test.problem}
		}
		if r := expectProblems(t, "r.yaml", test.file, problems...); r != nil && r.Paper != test.paper {
			t.Errorf("%q: the paper is %q, want %q", test.file, r.Paper, test.paper)
		}
	}
}

func TestYAMLAndJSONReadTheSame(t *testing.T) {
	yaml := expectProblems(t, "r.yaml", "\ufeffbasics:\n  name: \"A / \\U0001F600\"\n  summary: |-\n    one\n    line\n\n    two\nwork:\n- {name: 42, former: true}\n"+
		"sections:\n- {id: s, blocks: [{items: [a, {b: c}, {quote: d}]}]}\nmenu: [basics: Me, s, work]\n")
	json := expectProblems(t, "R.JSON", "\ufeff"+`{"basics":{"name":"A \/ \ud83d\ude00","summary":"one\nline\n\ntwo"}
	,	"work":[{"name":42,"former":true}],
		"sections":[{"id":"s","blocks":[{"items":["a",{"b":"c"},{"quote":"d"}]}]}],"menu":[{"basics":"Me"},"s","work"]}`)
	if !reflect.DeepEqual(yaml, json) {
		t.Errorf("YAML is read as\n%+v\nJSON is read as\n%+v", yaml, json)
	}
	if yaml.Basics.Name != "A / 😀" || yaml.Basics.Summary != "one\nline\n\ntwo" || yaml.Work[0].Name != "42" {
		t.Errorf("%+v", yaml)
	}
	paragraphs := resume.Text{resume.Paragraph{resume.Plain("one line")}, resume.Paragraph{resume.Plain("two")}}
	if got := yaml.Sections(); len(got) != 3 || !reflect.DeepEqual(resume.ParseText(got[0].Blocks[0].Basics.Summary), paragraphs) || got[0].Title != "Me" || got[1].ID != "s" {
		t.Errorf("the sections are %+v", got)
	}
}

func TestDurationsAreReadAsYears(t *testing.T) {
	for duration, want := range map[string]float64{
		"4 years": 4, "1 year": 1, "18 months": 1.5, "2 years 6 months": 2.5, "1.5 yrs": 1.5, "1,5 y": 1.5, "3+ years": 3,
		"6 mos": 0.5, "": 0, "since 2019": 0, "ages": 0, "2019 - 2021": 0,
	} {
		r := &resume.Resume{Work: []resume.Work{{Name: "A", Duration: duration}}}
		if got := r.Sections()[1].Blocks[0].Work[0].Years; got != want {
			t.Errorf("%q is %v years, want %v", duration, got, want)
		}
	}
}

func TestAnUnambiguousPrefixNamesASection(t *testing.T) {
	r, _ := resume.Parse(data.Name, data.Resume)
	for name, want := range map[string]string{
		"experience": "experience", "exp": "experience", "EXPERIENCE\n": "experience", "l": "leadership", "st": "", "sta": "", "stac": "stack",
	} {
		if s, _ := r.Section(name); s.ID != want {
			t.Errorf("%q names %q", name, s.ID)
		}
	}
	for name, want := range map[string][]string{"st": {"stack", "standards"}, "expirience": nil, "": nil, strings.Repeat("é", 500): nil} {
		if _, several := r.Section(name); !slices.Equal(several, want) {
			t.Errorf("%.20q may be %q, want %q", name, several, want)
		}
	}
}

func FuzzParseSaysWhatIsWrong(f *testing.F) {
	f.Add("r.yaml", string(data.Resume))
	f.Add("r.yaml", string(data.Starter)+"\t@") // what is not YAML
	f.Add("me.de.yaml", bilingual)
	f.Add("r.yaml", "basics: &b {name: A, x: *b}\nmenu: [a: b]\n")
	f.Add("r.json", `{"basics":{"name":"A"},"sections":[{"id":"s","blocks":[{"items":[{"quote":1}]}]}],"menu":["s",{"id":"t","of":["s"]}]}`)
	for _, form := range large {
		f.Add("r.yaml", form.of(20))
	}
	f.Fuzz(func(t *testing.T, name, file string) {
		r, problems := resume.Parse(name, []byte(file))
		errors := false
		for _, p := range problems {
			errors = errors || !p.Warning
			if p.Line < 1 || p.Column < 1 || p.Message == "" || !utf8.ValidString(p.Message) {
				t.Errorf("problem %+v", p)
			}
			if p.Line > strings.Count(file, "\n")+strings.Count(file, "\r")+strings.Count(file, "\u0085")+
				strings.Count(file, "\u2028")+strings.Count(file, "\u2029")+2 {
				t.Errorf("%v lies beyond the file", p)
			}
		}
		if (r == nil) != errors {
			t.Fatalf("errors: %v, résumé: %v", errors, r != nil)
		}
		if r == nil {
			return
		}
		for _, s := range r.Sections() {
			if len(s.Blocks) == 0 || s.Title == "" && s.ID != "" {
				t.Errorf("section %+v", s)
			}
		}
	})
}

// hostileFiles are files of the maximum size that are designed to be slow.
func hostileFiles() []string {
	const size = 1 << 20
	fill := func(head, repeated string) string {
		return head + strings.Repeat(repeated, (size-len(head))/len(repeated))
	}
	return []string{
		fill(named, "- "), fill(named+"x: {", "@a,"), fill(named+"x: {", "a: b: c, "), fill(named+"x: {", `"a" b, `), fill(named+"x: {", "a:b:"),
		fill(named+"x: [", "["), fill(named+"x: {", "'"), fill(named+"x: ", `"`), fill(named+"x: ", "a: "), fill(named, "label:x\n"), fill(named, "-a\n"),
		fill(named, "  - a\n - b\n"), fill(named+"x: \"", "a\\q"), fill(named+"x: ", ": "), fill(named, "a\n"), fill(named, "a: *b\n"), fill(named, "\t\n"),
		fill(named+"x:\n", " a: {\n"), fill(named+"x: {a: ", "] "), fill(named+"work:\n", "- {name: a]}\n"), fill(named, "a b\n"),
		fill(named, "work:\n"+strings.Repeat("  - name: "+strings.Repeat("a ", 30)+"\n", 99)+"  ! \"\n"), fill(named+"skills:\n", "- {name: @a}\n"), fill("basics:\n  name: A\n  summary: ", "<b>"), fill("basics:\n  name: A\n  summary: ", "[a](https://"),
		fill(named+"skills:\n", "- a\n"), fill(named+"awards:\n", "- {date: soon }\n"), fill("basics:\n  name: A\n  highlights:\n", "  - \"a\\n- b\\n- c\"\n"),
		fill("lang: [en, de, fr, es]\nbasics:\n  name: A\n  highlights:\n", "  - {en: a, de: b, fr: c}\n"), fill("lang: [en, de]\nbasics:\n  name: A\n  summary: ", "<b>"),
	}
}

// BenchmarkHostileFiles reports the time of the slowest file.
func BenchmarkHostileFiles(b *testing.B) {
	slowest := time.Duration(0)
	for b.Loop() {
		for _, file := range hostileFiles() {
			start := time.Now()
			resume.Parse("r.yaml", []byte(file))
			slowest = max(slowest, time.Since(start))
		}
	}
	b.ReportMetric(slowest.Seconds()*1000, "slowest-ms")
}

const named = "basics: {name: A}\n"
