package resume_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// marks draws a text with one mark for each node.
type marks struct{}

func (marks) Plain(text string) string     { return text }
func (marks) Bold(inner []string) string   { return "«" + strings.Join(inner, "") + "»" }
func (marks) Italic(inner []string) string { return "/" + strings.Join(inner, "") + "/" }
func (marks) Code(text string) string      { return "`" + text + "`" }
func (marks) Link(url string, inner []string) string {
	return "[" + strings.Join(inner, "") + "→" + url + "]"
}
func (marks) Break() string                   { return "↵" }
func (marks) Paragraph(inner []string) string { return strings.Join(inner, "") }

func (marks) List(l resume.List, items [][]string) string {
	mark, all := "•", []string(nil)
	if l.Numbered {
		mark = fmt.Sprint(l.First)
	}
	for _, item := range items {
		all = append(all, strings.Join(item, " | "))
	}
	return mark + "(" + strings.Join(all, "; ") + ")"
}

func TestTextsAreReadAsMarkdownAndHTML(t *testing.T) {
	for source, want := range map[string]string{
		"":      "",
		"plain": "plain",
		"Responsible for:\n\n- Payments\n- Billing\n": "Responsible for: | •(Payments; Billing)",
		"Published research\n- Main paper":            "Published research | •(Main paper)",
		"- a\n  - b\n  - c\n- d":                      "•(a | •(b; c); d)",
		"1. one\n2. two":                              "1(one; two)",
		"3) three\n4) four":                           "3(three; four)",
		"one\ntwo\n\nthree":                           "one two | three",
		"one\\\ntwo":                                  "one↵two",
		"one  \ntwo":                                  "one↵two",
		"**Led** the *move* to [Kafka](https://kafka.apache.org) with `kcat`": "«Led» the /move/ to [Kafka→https://kafka.apache.org] with `kcat`",
		"__a__ _b_ ***c***":                  "«a» /b/ /«c»/",
		"<https://a.example> <me@a.example>": "[https://a.example→https://a.example] [me@a.example→mailto:me@a.example]",
		"<strong>Led</strong> the move<br>to <a href='https://x.example'>X</a> &amp; more": "«Led» the move↵to [X→https://x.example] & more",
		"<p>One <b>two</b></p><ul><li>a</li><li>b <i>c</i></li></ul><p>End</p>":            "One «two» | •(a; b /c/) | End",
		"<ul><li>only</li></ul>":                                   "•(only)",
		"<ol>\n<li>a</li>\n<li>b\n<ul><li>c</li></ul></li>\n</ol>": "1(a; b | •(c))",
		"x<b>y</b>z <code>a_b</code>":                              "x«y»z `a_b`",
		"a <b>b":                                                   "a «b»", "a</b> b": "a b",
		"<div>a</div> <font color=red>b</font>": "<div>a</div> <font color=red>b</font>",
		"ﬁnance, eﬃcient":                       "finance, efficient",

		"• Ran payments\n• Ran billing": "•(Ran payments; Ran billing)",
		"Did:\n• a\n•\u00a0b":           "Did: | •(a; b)",
		"Did:\n– a\n– b\n\n•c\n•d":      "Did: | •(a; b; c; d)",
		"・設計\n・実装\n　・試験":                "•(設計; 実装; 試験)",

		"Did:\n-Ran it\n-Left it\n\n1.Eins\n2.Zwei": "Did: | •(Ran it; Left it) | 1(Eins; Zwei)",
		"1、设计\n2、实现":                                "1(设计; 实现)",

		"Did:\n    - a\n      - b\n    - c\n\nAnd:\n\n\t1. d\n\t2. e": "Did: | •(a | •(b); c) | And: | 1(d; e)",
		"-   a\n    - b\n-   c": "•(a | •(b); c)", "10. a\n    - b\n11. c": "10(a | •(b); c)",
		"para\n\n    deep\n\n\tdeeper": "para | deep | deeper",
		"- a\n\n      deep\n- b":       "•(a | deep; b)",
		"[](https://a.example/b) [ ](cv.pdf) <a href=mailto:me@a.example></a>": "[a.example/b→https://a.example/b] cv.pdf [me@a.example→mailto:me@a.example]",
		"[site](www.a.example/b) [mail](me@a.example)":                         "[site→https://www.a.example/b] [mail→mailto:me@a.example]",
		"我**负责**支付, **서버**를 <b>支払</b>い":                                        "我«负责»支付, «서버»를 «支払»い",

		// What is no markup stays.
		"• one": "• one", "a • b\nc • d": "a • b c • d",
		"snake_case_name 2*3*4 C# a*b* *c":  "snake_case_name 2*3*4 C# a*b* *c",
		"#1 team":                           "#1 team",
		"- 40 %":                            "- 40 %",
		"1. Lage 2. Umsatz":                 "1. Lage 2. Umsatz",
		"01. Mai\nfrei":                     "01. Mai frei",
		"12. März: A\n15. April: B":         "12. März: A | 15. April: B",
		"1999) Won\n\n2005) Won\n   again":  "1999) Won | 2005) Won again",
		"1. a\n1. b\n\n- 9. Mai\n- 1. Juni": "1(a; b) | •(9. Mai; 1. Juni)",
		"+ 40 %\n+ 10 %":                    "+ 40 % | + 10 %",
		"+ a\n+ b":                          "•(a; b)",
		"●●○\n●○○\n–40 %\n–50 %\n-5\n-6\n1.1 a\n1.2 b": "●●○ ●○○ –40 % –50 % -5 -6 1.1 a 1.2 b",
		"# Heading\n> quote\n---\n| a | b |":           "# Heading > quote --- | a | b |",
		"![picture](https://a.example/p.png)":          "![picture](https://a.example/p.png)",
		"[no link] [x](javascript:alert) a < b & c &x": "[no link] x a < b & c &x",
		"R&D, AT&T, 5 < 6 > 4, C:\\dir":                "R&D, AT&T, 5 < 6 > 4, C:\\dir",
		"&#27;[31m":                                    "&#27;[31m",
		"```go\na\n```":                                "`go a`",
	} {
		got := strings.Join(resume.RenderText(marks{}, resume.ParseText(source)), " | ")
		if got != want {
			t.Errorf("%q is read as\n%s\nwant\n%s", source, got, want)
		}
	}
}

func TestChineseAndJapaneseLinesAreJoinedWithoutSpaces(t *testing.T) {
	const want = "決済システムを、少人数のチームで作る。今は Go 言語を使う。"
	lines := "決済システムを、\n    少人数の\n    チームで作る。\n    今は Go 言語を\n    使う。\n"
	for style, yaml := range map[string]string{
		"folded": "summary: >-\n    " + lines, "literal": "summary: |\n    " + lines, "plain": "summary: " + lines,
		"quoted": `summary: "` + strings.TrimSpace(lines) + "\"\n",
	} {
		r, problems := resume.Parse("r.yaml", []byte("basics:\n  name: 山田 太郎\n  "+yaml+"  label: 東京 支社\n"))
		if r == nil || len(problems) > 0 {
			t.Fatalf("%s: %v", style, problems)
		}
		if got := resume.ParseText(r.Basics.Summary).Line(); got != want {
			t.Errorf("%s: %q, want %q", style, got, want)
		}
		if r.Basics.Name != "山田 太郎" || r.Basics.Label != "東京 支社" {
			t.Errorf("%s: the spaces that were typed are gone: %q, %q", style, r.Basics.Name, r.Basics.Label)
		}
	}
}

func TestATextInOneLineKeepsItsWords(t *testing.T) {
	for source, want := range map[string]string{
		"Responsible for:\n\n- Payments\n- **Billing**": "Responsible for: Payments, Billing",
		"One.\n\nTwo [three](https://a.example)":        "One. Two three",
		"Steps:\n1. a\n2. b":                            "Steps: 1. a, 2. b",
	} {
		if got := resume.ParseText(source).Line(); got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

// hostile are parts of texts that are slow to parse as Markdown.
var hostile = []string{"*a ", "**", "[", "[a](", "`", "<b>", "<li>", "- a\n", "- ", "1. a\n", "&amp;", "\\", "_a_ ", "![", "<a href=x>", " \n", "a\n\n", "a\n    b\n", "<", "*_"}

func TestTextsWithTooMuchMarkupAreReadAsTheyAre(t *testing.T) {
	const bold = "**a** "
	for _, test := range []struct {
		mark string
		most int
	}{{"[", 200}, {"*", 2000 - 4}, {"_", 2000 - 4}, {"x", 64<<10 - len(bold)}} {
		for _, more := range []int{0, 1} {
			line := resume.ParseText(bold + strings.Repeat(test.mark, test.most+more)).Line()
			if read := !strings.HasPrefix(line, bold); read != (more == 0) {
				t.Errorf("%d of %q: markup is read: %t", test.most+more, test.mark, read)
			}
		}
	}
}

func TestAllocationsGrowAsTheTextDoes(t *testing.T) {
	for _, part := range hostile {
		allocations := func(size int) float64 {
			text := strings.Repeat(part, size/len(part))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			resume.ParseText(text)
			runtime.ReadMemStats(&after)
			return float64(after.Mallocs - before.Mallocs)
		}
		const size, slack, most = 8 << 10, 200, 5
		if once, more := allocations(size), allocations(4*size); more > most*once+slack {
			t.Errorf("%q: %.0f allocations for %d bytes, and %.0f for four times as many", part, once, size, more)
		}
	}
}

func BenchmarkParseHostileText(b *testing.B) {
	for _, part := range hostile {
		for _, size := range []int{60 << 10, 1 << 20} { // below the limit for markup, and the largest
			b.Run(fmt.Sprintf("%q-%d", part, size), func(b *testing.B) {
				text := strings.Repeat(part, size/len(part))
				for b.Loop() {
					resume.ParseText(text)
				}
			})
		}
	}
}

func FuzzTextsKeepTheirLetters(f *testing.F) {
	for _, seed := range []string{"**a** _b_ [c](https://d.example) `e`", "- a\n  - b\n\nc", "<p>a<br>b</p><ul><li>c</ul>", "1. a\n2. b", "\\*a\\* &amp; <x>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := resume.ParseText(source)
		if !utf8.ValidString(source) {
			return
		}
		line := text.Line()
		if strings.ContainsAny(line, "\n\r") || !utf8.ValidString(line) {
			t.Errorf("%q is in one line %q", source, line)
		}
		for _, r := range "äöü漢字" {
			if strings.Count(line, string(r)) < strings.Count(source, string(r)) && !strings.ContainsAny(source, "[<") {
				t.Errorf("%q lost %c: %q", source, r, line)
			}
		}
	})
}
