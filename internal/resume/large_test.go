package resume_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

type largeFile struct{ before, each, after string }

// of returns the file with n lines.
func (f largeFile) of(n int) string {
	var b strings.Builder
	for i := range n {
		each := f.each
		if strings.Contains(each, "%") {
			each = fmt.Sprintf(each, i)
		}
		b.WriteString(each)
	}
	return f.before + b.String() + f.after
}

// large are files that repeat the same kind of thing many times. %d is the line number.
var large = map[string]largeFile{
	"anchors":            {a, "k%d: &a%[1]d b\n", ""},
	"duplicate fields":   {a + "work:\n- {", "name: a, ", "}\n"},
	"unknown fields":     {a + "work:\n- {", "name%d: a, ", "}\n"},
	"fields of the root": {a, "unknown%d: a\n", ""},
	"fields of meta":     {a + "meta:\n", "  f%d: a\n", ""},
	"unknown menu names": {a + "menu:\n", "- z%d\n", ""},
	"sections":           {a + "sections:\n", "- {id: s%d, blocks: [text: a]}\n", ""},
	"groups":             {a + "skills:\n", "- {name: a, group: g%d}\n", ""},
	"unknown groups":     {a + "skills: [{name: a, group: b}]\nmenu: [{id: s, of: skills, groups: [", "g%d, ", "]}]\n"},
	"a group repeated":   {a + "skills: [{name: a, group: b}]\nmenu: [{id: s, of: skills, groups: [", "b, ", "]}]\n"},
	"a part repeated":    {a + "work: [{name: a}]\nmenu: [{id: s, of: [", "work, ", "]}]\n"},
	"misspelt employers": {a + "work: [{name: Employer}]\nprojects:\n", "- {name: p%d, entity: Emplyer %[1]d}\n", ""},
	"private entries":    {a + "private: [", "'work[%d].name', ", "]\n"},
	"private positions":  {a + "work: [{name: A, positions: [{position: b}]}]\nprivate: [", "'work.positions[%d].position', ", "]\n"},
	"no space":           {a + "work:\n", "- {name:A%d}\n", ""},
	"no indent":          {a + "work:\n", "- name:A%d\n", ""},
	"lines in a text":    {a + "work:\n- summary: a\n", "    - b%d\n", ""},
	"dates":              {a + "work:\n", "- {name: a, startDate: x%d}\n", ""},
	"links":              {a + "work:\n", "- {name: a, summary: '[a](x:%d)'}\n", ""},
	"languages":          {a + "work:\n", "- {name: {en: a, de: b%d}}\n", ""},
	"alternating":        {a + "work:\n", "- {name: A}\n- {name: B}\n", "projects: [{name: p, entity: A}, {name: q, entity: A}]\n"},
}

// TestWorkGrowsWithTheFile counts the bytes that are allocated to read a file, and one four times as large.
func TestWorkGrowsWithTheFile(t *testing.T) {
	for name, form := range large {
		t.Run(name, func(t *testing.T) {
			work := func(n int) uint64 {
				file := form.of(n)
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				r, problems := resume.Parse("r.yaml", []byte(file))
				if r != nil {
					r.Public().Sections()
				}
				runtime.ReadMemStats(&after)
				if len(problems) > 400 {
					t.Errorf("%d problems are listed", len(problems))
				}
				return after.TotalAlloc - before.TotalAlloc
			}
			work(100) // what is made once
			if once, more := work(500), work(2000); more > 7*once {
				t.Errorf("four times the file takes %.1f times the memory (%d KiB)", float64(more)/float64(once), more>>10)
			}
		})
	}
}

// TestRepetitionsAreBounded has small files whose pages would fill memory.
func TestRepetitionsAreBounded(t *testing.T) {
	long := strings.Repeat("abc ", 25_000)
	for file, want := range map[string]string{
		a + "x: &a " + long + "\nwork: [{name: E, highlights: [" + strings.Repeat("*a, ", 30) + "]}]\n":                                                           "KiB of text, aliases written out",
		a + "work: [{name: E, summary: '" + long + "'}]\nmenu: [{id: m, of: [" + strings.Repeat("work, ", 30) + "]}]\n":                                           "the pages show more than",
		"lang: [en, de, fr, es, it, nl, pl, cs, uk, ru, tr, ja, ko, ar, sv, da, fi, nb, hu, ro]\n" + a + "work: [{summary: '" + strings.Repeat(long, 2) + "'}]\n": "in all its languages",
		a + "skills:\n" + strings.Repeat("- {name: a, keywords: [b]}\n", 2000) + "private: [" + numbered("'skills.keywords[%d]'", 100) + "]\n":                    "private leads through",
		largeFile{a, "x%d: a\n", "work: [{name: a}]\nprivate: [" + strings.Repeat("'work[0].name', ", 10) + "]\n"}.of(20_000):                                     "private leads through",
	} {
		if r, problems := resume.Parse("r.yaml", []byte(file)); r != nil || !strings.Contains(strings.Join(said(problems), "\n"), want) {
			t.Errorf("want %q, got\n%s", want, strings.Join(said(problems), "\n"))
		}
	}
}

func numbered(format string, n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(format, i))
	}
	return strings.Join(all, ", ")
}

// TestTheWorkOnAMistakenFileIsBounded counts the bytes that are allocated for a file of n parts.
func TestTheWorkOnAMistakenFileIsBounded(t *testing.T) {
	work := func(parts int) uint64 {
		file := []byte(a + strings.Repeat("a: *b\n", parts) + "x: &b y\nwork: @x\n")
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, problems := resume.Parse("r.yaml", file); len(problems) == 0 {
			t.Error("no problem is listed")
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if once, more := work(25_000), work(75_000); 2*more > 3*once {
		t.Errorf("%d MiB for 25,000 parts, %d MiB for 75,000", once>>20, more>>20)
	}
}
