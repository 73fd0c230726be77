package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/anmitsu/go-shlex"
)

func TestCheckReportsEveryProblem(t *testing.T) {
	file := writeFile(t, "me.yaml", "basics:\n  nmae: 漢字 x\n  name: Jo\nwork: true\n")
	got := runMain(t, nil, "check", file)
	want := file + ":2:3: warning: unknown field \"nmae\" in basics; did you mean \"name\"?\n    nmae: 漢字 x\n    ^\n" +
		file + ":4:7: error: "
	if got.status != 1 || got.stderr != "" || !strings.HasPrefix(got.stdout, want) {
		t.Errorf("status %d, %s%s", got.status, got.stdout, got.stderr)
	}
	if got := runMain(t, nil, "--listen", "127.0.0.1:0", "--resume", file); got.status != 1 || !strings.HasPrefix(got.stderr, want) {
		t.Errorf("serve: status %d, %s", got.status, got.stderr)
	}
}

func TestProblemsAreInTheirLinesWhateverTheLineEnd(t *testing.T) {
	t.Parallel()
	for _, lineEnd := range []string{"\n", "\r\n", "\r"} {
		text := strings.ReplaceAll("basics:\n  name: A: B\n  labl: C\n", "\n", lineEnd)
		for place, excerpt := range map[string]string{":2:10: error": "name: A: B", ":3:3: warning": "labl: C"} {
			file := writeFile(t, "me.yaml", text)
			if got := runMain(t, nil, "check", file); !strings.Contains(got.stdout, file+place) || !strings.Contains(got.stdout, "\n    "+excerpt+"\n") {
				t.Errorf("%q: no %s in\n%s", lineEnd, place, got.stdout)
			}
		}
		glyph := writeFile(t, "me.yaml", strings.ReplaceAll("basics:\n  name: \u2fe5\n", "\n", lineEnd))
		if got := runMain(t, nil, "check", glyph); !strings.Contains(got.stdout, glyph+":2:9: warning: the PDF has no glyph") {
			t.Errorf("%q: %s", lineEnd, got.stdout)
		}
	}
}

func TestCheckStrictFailsOnWarnings(t *testing.T) {
	file := writeFile(t, "me.yaml", "basics:\n  name: Jo\n  nick: J\n")
	if got := runMain(t, nil, "check", file); got.status != 0 || !strings.Contains(got.stdout, ":3:3: warning") {
		t.Errorf("status %d, %s%s", got.status, got.stdout, got.stderr)
	}
	if got := runMain(t, nil, "check", "--strict", file); got.status != 1 {
		t.Errorf("strict: status %d, %s%s", got.status, got.stdout, got.stderr)
	}
}

func TestEmbeddedResumeHasNoProblems(t *testing.T) {
	if got := runMain(t, nil, "check", "--strict"); got != (result{0, "the embedded résumé is fine: 11 sections, 2 pages as a PDF\n", ""}) {
		t.Errorf("%+v", got)
	}
}

func TestCaretPointsAtTheColumn(t *testing.T) {
	for _, test := range []struct {
		line   string
		column int
		want   string
	}{
		{"name: x", 1, "  name: x\n  ^\n"},
		{"漢字: x", 3, "  漢字: x\n      ^\n"},
		{"\tname: x\r", 2, "   name: x\n   ^\n"},
		{"", 1, ""},
		{"x", 9, "  x\n   ^\n"},
		{
			strings.Repeat("a", 100) + "B" + strings.Repeat("c", 100), 101,
			"  " + strings.Repeat("a", 40) + "B" + strings.Repeat("c", 35) + "\n  " + strings.Repeat(" ", 40) + "^\n",
		},
	} {
		if got := excerpt(test.line, test.column); got != test.want {
			t.Errorf("%q, column %d:\n%swant\n%s", test.line, test.column, got, test.want)
		}
	}
}

func TestCheckEndsWithAVerdict(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"basics: {name: Jo}", " is fine: 1 section, 1 page as a PDF\n"},
		{"basics: {name: Jo, x: 1}", "\n1 warning; it can be served all the same\n"},
		{"basics: {name: Jo, x: 1, y: 1}\nmeta: 1\nwork: true", "\n2 errors, 2 warnings\n"},
		{"basics: {}", "\n1 error\n"},
	} {
		if got := runMain(t, nil, "check", writeFile(t, "me.yaml", test.file)); !strings.HasSuffix(got.stdout, test.want) {
			t.Errorf("%s: %+v", test.file, got)
		}
	}
}

func TestCheckJSONHasTheSameProblems(t *testing.T) {
	file := writeFile(t, "me.yaml", "basics:\n  nmae: <é> x\n  name: Jo\nwork: true\n")
	got := runMain(t, nil, "check", "--json", file)
	var problems []map[string]any
	if err := json.Unmarshal([]byte(got.stdout), &problems); err != nil || got.status != 1 || got.stderr != "" {
		t.Fatalf("%v: %+v", err, got)
	}
	want := []map[string]any{
		{"file": file, "line": 2., "column": 3., "severity": "warning", "message": `unknown field "nmae" in basics; did you mean "name"?`},
		{"file": file, "line": 4., "column": 7., "severity": "error", "message": `work must be a list (begin each entry with "- "), not true or false`},
	}
	if !reflect.DeepEqual(problems, want) {
		t.Errorf("%v\nwant\n%v", problems, want)
	}
	if got := runMain(t, nil, "check", "--json"); got != (result{0, "[]\n", ""}) {
		t.Errorf("of what is fine: %+v", got)
	}
	warned := writeFile(t, "me.yaml", "basics: {name: Jo, x: 1}")
	if got := runMain(t, nil, "check", "--json", warned); got.status != 0 {
		t.Errorf("warnings alone: %+v", got)
	}
	if got := runMain(t, nil, "check", "--json", "--strict", warned); got.status != 1 {
		t.Errorf("strict: %+v", got)
	}
}

func TestCheckWarnsOfMissingGlyphs(t *testing.T) {
	// No font has glyphs for these: they are unassigned.
	file := writeFile(t, "me.yaml", "# \u2fe5\nbasics:\n  name: Jo\n  label: é \u2fe5\u2fe6\n")
	want := file + ":4:12: warning: the PDF has no glyph for '\\u2fe5', '\\u2fe6' and shows □ instead; install fonts that have it (Debian: fonts-noto-core), " +
		"or name a font or a folder, such as one mounted into a container, with --font\n    label: é \u2fe5\u2fe6\n"
	if got := runMain(t, nil, "check", file); got.status != 0 || !strings.HasPrefix(got.stdout, want) {
		t.Errorf("%+v", got)
	}
}

func TestCheckWarnsOfALongPDF(t *testing.T) {
	t.Parallel()
	file := "basics: {name: Jo}\nwork:\n" + strings.Repeat("- {position: "+strings.Repeat("word ", 200)+"}\n", 40)
	got := runMain(t, nil, "check", writeFile(t, "me.yaml", file))
	if got.status != 0 || !strings.Contains(got.stdout, ":1:1: warning: the PDF has ") || !strings.Contains(got.stdout, "pages, and few people read more than 4") {
		t.Errorf("%.300s", got.stdout)
	}
}

func TestMissingFileIsAnsweredWithInit(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my cv.yaml")
	for _, args := range [][]string{{"check"}, {"preview"}, {"export", "text"}, {"serve"}, {"--resume"}, {}} {
		got := runMain(t, nil, append(args, file)...)
		if got.status != 1 || !strings.HasSuffix(got.stderr, "no such file or directory; to write a starter there: ssh-resume init '"+file+"'\n") {
			t.Errorf("%q: %+v", args, got)
		}
	}
}

// TestAdviceAboutAFileWorks types what the error advises, and then the command again.
func TestAdviceAboutAFileWorks(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll("my folder", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ command, then string }{
		{"check 'my cv.yaml'", "check 'my cv.yaml'"},
		{"serve 'my folder/me.json'", "check 'my folder/me.yaml'"},
		{"init me.json", "check me.yaml"},
		{"check 'a folder/me.yaml'", "init 'a folder/me.yaml'"},
		{"init b/me.yaml", "init b/me.yaml"},
		{"export text -o 'c d/me.txt'", "export text -o 'c d/me.txt'"},
	} {
		typed := func(line string) result {
			words, err := shlex.Split(line, true)
			if err != nil {
				t.Fatal(err)
			}
			if words[0] == "mkdir" {
				return result{stderr: fmt.Sprint(os.MkdirAll(words[2], 0o700))}
			}
			return runMain(t, nil, words...)
		}
		got := typed(test.command)
		_, advice, _ := strings.Cut(strings.TrimSpace(got.stderr), ": ")
		advice = strings.TrimPrefix(advice[strings.LastIndex(advice, ": ")+2:], "ssh-resume ")
		if first := typed(advice); got.status != 1 || first.status != 0 {
			t.Errorf("%s: %s, and then %+v", test.command, got.stderr, first)
		}
		if then := typed(test.then); then.status != 0 {
			t.Errorf("%s: %s, and at the end %+v", test.command, got.stderr, then)
		}
	}
	for command, want := range map[string]string{
		"check https://example.com/me.yaml": "save what is at that address, and name the file",
		"check .":                           "read résumé .: is a directory; name a file in it",
		"export text -o .":                  "write .: is a directory; name a file in it",
	} {
		if got := runMain(t, nil, strings.Fields(command)...); got.status != 1 || !strings.Contains(got.stderr, want) {
			t.Errorf("%s: %+v", command, got)
		}
	}
}

func TestCheckMentionsTheFileThatItDidNotCheck(t *testing.T) {
	t.Chdir(t.TempDir())
	if got := runMain(t, nil, "init"); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	if got := runMain(t, nil, "check"); got.status != 0 || !strings.HasSuffix(got.stdout, "resume.yaml in this directory was not checked: ssh-resume check resume.yaml\n") {
		t.Errorf("%+v", got)
	}
}

func TestCheckRefusesSectionsThatAreCalledLikeCommands(t *testing.T) {
	for _, id := range []string{"help", "pdf-a4"} {
		got := runMain(t, nil, "check", writeFile(t, "me.yaml", "basics: {name: Jo}\nsections: [{id: "+id+", blocks: [text: a]}]\n"))
		if got.status != 1 || !strings.Contains(got.stdout, `has the id "`+id+`", which is a command (ssh HOST `+id+`)`) {
			t.Errorf("%s: %+v", id, got)
		}
	}
}

func TestCheckNamesALanguageWithoutWords(t *testing.T) {
	for lang, want := range map[string]bool{"hu": true, "ka": true, "de": false, "de-AT": false, "en": false, "en-GB": false} {
		got := runMain(t, nil, "check", "--strict", writeFile(t, "me.yaml", "basics: {name: Jo}\nlang: "+lang+"\n"))
		if got.status != 0 || strings.Contains(got.stdout, "note: "+lang+": the titles") != want {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

func TestCheckAndExportReadStandardInput(t *testing.T) {
	run := func(stdin string, args ...string) result {
		var stdout, stderr strings.Builder
		status := newMain(nil, strings.NewReader(stdin), &stdout, &stderr).Run(t.Context(), args)
		return result{status, stdout.String(), stderr.String()}
	}
	if got := run("basics: {name: Jo}", "export", "text", "-"); got != (result{0, "Jo\n", ""}) {
		t.Errorf("export: %+v", got)
	}
	if got := run(`{"basics": {"name": "Jo"}}`, "export", "text", "-"); got != (result{0, "Jo\n", ""}) {
		t.Errorf("export of JSON: %+v", got)
	}
	if got := run("basics: {nam: Jo}", "check", "-"); got.status != 1 || !strings.HasPrefix(got.stdout, "<stdin>:1:9: error: ") {
		t.Errorf("check: %+v", got)
	}
}
