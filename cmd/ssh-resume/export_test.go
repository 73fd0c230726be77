package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/anmitsu/go-shlex"
	"github.com/creack/pty"
	"github.com/go-fonts/dejavu/dejavuserif"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

func embeddedResume(t *testing.T) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		t.Fatal(problems)
	}
	return r
}

func TestExportWritesAWholeFileOrNone(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics: {name: Jo}")
	dir := t.TempDir()
	out := filepath.Join(dir, "resume.txt")
	for range 2 { // a new file, then over the old one
		if got := runMain(t, nil, "export", "text", me, "-o", out); got != (result{}) {
			t.Fatalf("%+v", got)
		}
	}
	if text, err := os.ReadFile(out); err != nil || string(text) != "Jo\n" {
		t.Errorf("%q, %v", text, err)
	}
	bad := writeFile(t, "bad.yaml", "basics: {name: [}")
	if got := runMain(t, nil, "export", "text", bad, "-o", out); got.status != 1 || !strings.Contains(got.stderr, "bad.yaml:1:") {
		t.Errorf("%+v", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{filepath.Join(dir, "none", "x"), filepath.Join(dir, "sub")} {
		if got := runMain(t, nil, "export", "text", me, "-o", out); got.status != 1 || !strings.Contains(got.stderr, out) {
			t.Errorf("to %s: %+v", out, got)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestExportKeepsASymbolicLink(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics: {name: Jo}")
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if got := runMain(t, nil, "export", "text", me, "-o", link, "--force"); got != (result{}) {
		t.Fatalf("%+v", got)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) != "Jo\n" {
		t.Errorf("%q, %v", text, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestExportWritesToStandardOutput(t *testing.T) {
	for _, args := range [][]string{{"export", "text"}, {"export", "text", "-o", "-"}} {
		if got := runMain(t, nil, args...); got.status != 0 || !strings.HasPrefix(got.stdout, "Marcus Rodriguez\n") {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestExportWritesEveryFormat(t *testing.T) {
	t.Parallel()
	var names []string
	for _, f := range export.Formats(nil) {
		names = append(names, f.Name)
		want, err := f.Make(embeddedResume(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := runMain(t, nil, "export", f.Name); got != (result{stdout: string(want)}) {
			t.Errorf("%s: status %d, %d bytes, not %d, %s", f.Name, got.status, len(got.stdout), len(want), got.stderr)
		}
	}
	last := len(names) - 1
	got := runMain(t, nil, "export", "docx")
	if got.status != 1 || !strings.Contains(got.stderr, `FORMAT: "docx" is unknown; use `+strings.Join(names[:last], ", ")+" or "+names[last]) {
		t.Errorf("%+v", got)
	}
	if got := runMain(t, nil, "export", "--help"); !strings.Contains(strings.Join(strings.Fields(got.stdout), " "), "The format: "+strings.Join(names, ", ")+".") {
		t.Errorf("%+v", got)
	}
}

func TestExportCountsYearsUpToLastModified(t *testing.T) {
	me := writeFile(t, "me.yaml", `basics: {name: Jo}
meta: {lastModified: 2019-12-31T00:00:00Z}
work:
- {name: A, startDate: 2018-01}
- {name: B, startDate: 2010-01, endDate: 2013-12}
`)
	if got := runMain(t, nil, "export", "text", me); !strings.Contains(got.stdout, " "+strings.Repeat("-", 15)+"\n") { // half of B
		t.Errorf("%+v", got)
	}
}

func TestExportWarnsOfMissingGlyphs(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics: {name: A \u2fe5, label: one letter of many}") // unassigned: no font has it
	got := runMain(t, nil, "export", "pdf", me)
	if got.status != 0 || !strings.HasPrefix(got.stdout, "%PDF-") || !strings.Contains(got.stderr, `no glyph for '\u2fe5' and`) {
		t.Errorf("status %d, %s", got.status, got.stderr)
	}
	me = writeFile(t, "me.yaml", "basics: {name: \u2fe5}")
	got = runMain(t, nil, "export", "pdf", me)
	if got.status == 0 || got.stdout != "" || !strings.Contains(got.stderr, "with --font") {
		t.Errorf("status %d, %s", got.status, got.stderr)
	}
}

func TestFontsAreNamedByFlagAndVariable(t *testing.T) {
	font := filepath.Join(t.TempDir(), "a.ttf")
	if err := os.WriteFile(font, dejavuserif.TTF, 0o600); err != nil {
		t.Fatal(err)
	}
	me := writeFile(t, "me.yaml", "basics: {name: Անի}")
	for _, got := range []result{
		runMain(t, nil, "export", "pdf", me, "--font", font),
		runMain(t, []string{"SSH_RESUME_FONT=" + filepath.Dir(font)}, "export", "pdf", me),
	} {
		if got.status != 0 || !strings.Contains(pdftest.Read(t, []byte(got.stdout)).Dictionaries(), "DejaVuSerif") {
			t.Errorf("status %d, %s", got.status, got.stderr)
		}
	}
	got := runMain(t, nil, "export", "pdf", "--font", t.TempDir())
	if got.status == 0 || !strings.Contains(got.stderr, "no TrueType or OpenType font") {
		t.Errorf("status %d, %s", got.status, got.stderr)
	}
}

func TestExportWritesNoPDFToATerminal(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	t.Chdir(t.TempDir())
	const file = "my cv.yaml"
	overwrite(t, file, "basics: {name: Jo}")
	for _, args := range [][]string{{"export", "pdf"}, {"export", "pdf", file}, {"export", "pdf-letter", file}} {
		var stderr strings.Builder
		status := newMain(nil, strings.NewReader(""), slave, &stderr).Run(t.Context(), args)
		_, advice, ok := strings.Cut(strings.TrimSpace(stderr.String()), "write it to a file: ssh-resume ")
		if status != 1 || !ok {
			t.Errorf("%q: status %d, %s", args, status, &stderr)
			continue
		}
		// What is advised, typed literally, does what was meant.
		words, err := shlex.Split(advice, true)
		if err != nil {
			t.Fatal(err)
		}
		if got := runMain(t, nil, words...); got != (result{}) {
			t.Errorf("%q: %+v", words, got)
		}
		written, err := os.ReadFile(words[len(words)-1])
		if want := runMain(t, nil, args...).stdout; err != nil || string(written) != want {
			t.Errorf("%q writes another PDF than %q, %v", words, args, err)
		}
	}
	var stderr strings.Builder
	if status := newMain(nil, strings.NewReader(""), slave, &stderr).Run(t.Context(), []string{"export", "pdf", "-o", filepath.Join(t.TempDir(), "x")}); status != 0 {
		t.Errorf("to a file: %s", &stderr)
	}
	_ = slave.Close()
	if shown, _ := io.ReadAll(master); len(shown) > 0 { // it ends in an error where nobody writes any more
		t.Errorf("the terminal got %q", shown)
	}
	_ = master.Close()
}

func TestExportsDependOnNothingButTheFile(t *testing.T) {
	me := writeFile(t, "me.yaml", `basics: {name: Jo}
work:
- {name: A, startDate: 2018-01}
- {name: B, startDate: 2010-01, endDate: 2013-12}
`)
	for _, f := range export.Formats(nil) {
		var made [2]string
		for i, year := range []int{2019, 2025} {
			changed := time.Date(year, 1, 2, 3, 4, 5, 0, time.UTC)
			if err := os.Chtimes(me, changed, changed); err != nil {
				t.Fatal(err)
			}
			made[i] = runMain(t, nil, "export", f.Name, me).stdout
		}
		if made[0] != made[1] || made[0] == "" {
			t.Errorf("%s changes with the time of the file", f.Name)
		}
	}
}

func TestExportNeverReplacesWhatItReads(t *testing.T) {
	const text = "basics: {name: Jo} # mine\n"
	me := writeFile(t, "me.yaml", text)
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(me, link); err != nil {
		t.Skip(err)
	}
	for _, out := range []string{me, link} {
		for _, args := range [][]string{{"export", "text", me, "-o", out}, {"export", "yaml", me, "-o", out, "--force"}, {"export", "yaml", link, "-o", out}} {
			if got := runMain(t, nil, args...); got.status != 1 || !strings.Contains(got.stderr, "it is the résumé itself") {
				t.Errorf("%v: %+v", args, got)
			}
			if now, err := os.ReadFile(me); err != nil || string(now) != text {
				t.Fatalf("%v: the résumé is %q, %v", args, now, err)
			}
		}
	}
	overwrite(t, beside(me, "de"), text)
	env := []string{"SSH_RESUME_FILE=" + me}
	for _, out := range []string{me, beside(me, "de")} {
		if got := runMain(t, env, "export", "text", "-o", out, "--force"); got.status != 1 || !strings.Contains(got.stderr, "it is the résumé itself") {
			t.Errorf("%s: %+v", out, got)
		}
	}
}

// TestExportReplacesEarlierExportsOnly changes the résumé between two exports.
func TestExportReplacesEarlierExportsOnly(t *testing.T) {
	t.Parallel()
	before := writeFile(t, "before.yaml", "basics: {name: Jo, label: Cook, summary: Cooks well}\nwork: [{name: Inn, highlights: [a, b, c]}]\n")
	after := writeFile(t, "after.yaml", "basics: {name: Jo, label: Cook, summary: Cooks well}\nwork: [{name: Inn, highlights: [a, b, c, d]}]\n")
	mine := map[string]string{
		"text": "Jo\nThings to do\n", "markdown": "# Jo\n\nThings to do\n", "html": "<title>Jo</title>\n", "json": `{"basics": {"name": "Jo"}}`,
		"yaml": "basics:\n  name: Jo # ask for more\n",
	}
	for _, f := range export.Formats(nil) {
		out := filepath.Join(t.TempDir(), f.File)
		for _, me := range []string{before, after} {
			if got := runMain(t, nil, "export", f.Name, me, "-o", out); got != (result{}) {
				t.Errorf("%s: %+v", f.Name, got)
			}
		}
		own := mine[f.Name]
		if own == "" {
			own = "%PDF-1.7 of another program"
		}
		if err := os.WriteFile(out, []byte(own), 0o600); err != nil {
			t.Fatal(err)
		}
		got := runMain(t, nil, "export", f.Name, after, "-o", out)
		if got.status != 1 || !strings.Contains(got.stderr, "does not look like an earlier export; name another file, or replace it with --force") {
			t.Errorf("%s: %+v", f.Name, got)
		}
		if now, err := os.ReadFile(out); err != nil || string(now) != own {
			t.Errorf("%s: now it is %.50q, %v", f.Name, now, err)
		}
		if got := runMain(t, nil, "export", f.Name, after, "-o", out, "--force"); got != (result{}) {
			t.Errorf("%s: %+v", f.Name, got)
		}
	}
}

func TestExportIncludesPrivateFieldsOnlyOnRequest(t *testing.T) {
	const file = `# secret-comment
basics: {name: Jo, phone: "secret-phone", unknown: secret-unknown}
references: [{name: secret-reference}]
private: [basics.phone, references]
`
	me := writeFile(t, "me.yaml", file)
	for _, f := range export.Formats(nil) {
		if got := runMain(t, nil, "export", f.Name, me); got.status != 0 || strings.Contains(got.stdout, "secret") || strings.Contains(got.stdout, "private") {
			t.Errorf("%s: %+v", f.Name, got)
		}
		if got := runMain(t, nil, "export", f.Name, me, "--private"); !f.Binary && !strings.Contains(got.stdout, "secret-phone") {
			t.Errorf("%s --private: %+v", f.Name, got)
		}
	}
	if got := runMain(t, nil, "export", "yaml", me, "--private"); strings.Count(got.stdout, "secret") != 4 {
		t.Errorf("%+v", got)
	}
}
