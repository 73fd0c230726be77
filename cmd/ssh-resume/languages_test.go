package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ssh-resume/internal/visitor"
)

// writeTranslated writes a résumé with a translation into German beside it, and one
// into Brazil's Portuguese, and returns the name of the first.
func writeTranslated(t *testing.T) (path string) {
	t.Helper()
	path = writeFile(t, "me.yaml", translated("Engineer"))
	overwrite(t, beside(path, "de"), translated("Ingenieurin"))
	overwrite(t, beside(path, "pt-BR"), translated("Engenheira"))
	return path
}

func translated(label string) string { return "basics: {name: Jo, label: " + label + "}\n" }

// beside returns the name of a file's translation.
func beside(path, tag string) string {
	return strings.TrimSuffix(path, ".yaml") + "." + tag + ".yaml"
}

func TestFilesSideBySideAreOneResume(t *testing.T) {
	me := writeTranslated(t)
	for _, test := range []struct{ args, env, want string }{
		{"export text", "", "Jo\nEngineer\n"},
		{"export text", "LANG=de_DE.UTF-8", "Jo\nEngineer\n"}, // a script gets the same everywhere
		{"export text --lang en", "", "Jo\nEngineer\n"},
		{"export text --lang de", "", "Jo\nIngenieurin\n"},
		{"export text --lang=pt", "", "Jo\nEngenheira\n"},
		{"preview", "", "Jo\nEngineer\n"},
		{"preview", "LANG=de_AT.UTF-8", "Jo\nIngenieurin\n"},
		{"preview --lang pt-BR", "LANG=de_AT.UTF-8", "Jo\nEngenheira\n"},
	} {
		if got := runMain(t, []string{test.env}, append(strings.Fields(test.args), me)...); got != (result{0, test.want, ""}) {
			t.Errorf("%s with %q: %+v", test.args, test.env, got)
		}
	}
	for _, args := range []string{"export text --lang fr", "preview --lang fr"} {
		got := runMain(t, nil, append(strings.Fields(args), me)...)
		if got.status != 1 || !strings.HasSuffix(got.stderr, "--lang: the résumé has no fr; it has en, de, pt-BR\n") {
			t.Errorf("%s: %+v", args, got)
		}
	}
	// A translation by itself is a résumé in its language.
	if got := runMain(t, nil, "export", "html", beside(me, "de")); !strings.Contains(got.stdout, `lang="de"`) {
		t.Errorf("%+v", got)
	}
}

func TestCheckReportsTheProblemsOfTranslations(t *testing.T) {
	me := writeTranslated(t)
	if got := runMain(t, nil, "check", "--strict", me); got.status != 0 || !strings.Contains(got.stdout, "me.yaml is fine, in en, de, pt-BR: 1 section, 1 page as a PDF\n") {
		t.Errorf("%+v", got)
	}
	de := beside(me, "de")
	overwrite(t, de, "basics: {name: Jo}\nlabel: x\nwork: true\n")
	want := de + ":2:1: warning: unknown field"
	if got := runMain(t, nil, "check", me); got.status != 1 || !strings.HasPrefix(got.stdout, want) || !strings.Contains(got.stdout, "\n  work: true\n        ^\n") {
		t.Errorf("%+v", got)
	}
	if got := runMain(t, nil, "check", de); got.status != 1 || !strings.HasPrefix(got.stdout, want) {
		t.Errorf("by itself: %+v", got)
	}
	// No font has a glyph for this: it is unassigned.
	overwrite(t, de, "basics:\n  name: Jo\n  label: \u2fe5\n")
	if got := runMain(t, nil, "check", me); got.status != 0 || !strings.HasPrefix(got.stdout, de+":3:10: warning: the PDF has no glyph for '\\u2fe5'") {
		t.Errorf("%+v", got)
	}
}

func TestCheckListsWhatIsNotTranslated(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics:\n  name: Jo\n  summary: Builds things that last for years\n")
	overwrite(t, beside(me, "de"), "basics: {name: Jo}\n")
	want := "note: de: 1 text is not translated: basics.summary (line 3)\n"
	if got := runMain(t, nil, "check", "--strict", me); got.status != 0 || !strings.HasPrefix(got.stdout, want) {
		t.Errorf("files side by side: %+v", got)
	}
	one := writeFile(t, "me.yaml", "lang: [en, de]\nbasics:\n  name: Jo\n  summary: Builds things that last for years\n")
	if got := runMain(t, nil, "check", "--strict", one); got.status != 0 || !strings.HasPrefix(got.stdout, strings.Replace(want, "3", "4", 1)) {
		t.Errorf("one file: %+v", got)
	}
}

// The copy that a translation begins as still names the language of the first file.
func TestASecondFileInALanguageIsReportedAsTheOneIgnored(t *testing.T) {
	text := "lang: en\nbasics:\n  name: Jo\n  summary: Builds things that last for years\n"
	me := writeFile(t, "me.yaml", text)
	de := beside(me, "de")
	overwrite(t, de, text)
	got := runMain(t, nil, "check", me)
	if want := de + ":1:1: warning: another of the files is in the language en"; !strings.Contains(got.stdout, want) {
		t.Errorf("no %q in %+v", want, got)
	}
	if !strings.Contains(got.stdout, `write "lang: de"`) || strings.Contains(got.stdout, "not translated") {
		t.Errorf("%+v", got)
	}
}

func TestOnlyNamesOfLanguagesAreTranslations(t *testing.T) {
	me := writeTranslated(t)
	for _, name := range []string{"me.bak.yaml", "me.old.yaml", "me.v2.yaml", "me.de.yaml~", "me.de.txt", ".me.de.yaml.swp", "you.fr.yaml", "me.x.fr.yaml", "me.yaml.fr", "me.schema.json"} {
		overwrite(t, filepath.Join(filepath.Dir(me), name), "none")
	}
	if got := runMain(t, nil, "check", "--strict", me); got.status != 0 {
		t.Errorf("%+v", got)
	}
	overwrite(t, filepath.Join(filepath.Dir(me), "me.hu.json"), "none")
	if got := runMain(t, nil, "check", "--strict", me); got.status != 1 || !strings.Contains(got.stdout, "me.hu.json:1:2: error") {
		t.Errorf("%+v", got)
	}
}

// requireAnswer waits until a command is answered with a text.
func (s *testServer) requireAnswer(t *testing.T, command, want string) {
	t.Helper()
	visitor.Eventually(t, func() error {
		got, err := visitor.Run(t.Context(), s.addr, visitor.Options{Command: command}, "")
		if err == nil && got.Stdout != want {
			return fmt.Errorf("%s: %q and %q, want %q", command, got.Stdout, got.Stderr, want)
		}
		return err
	})
}

func TestTranslationsAreFollowed(t *testing.T) {
	t.Parallel()
	me := writeTranslated(t)
	s := startServerWith(t, me)
	s.log.waitFor(t, `msg="résumé loaded" file=.*me.yaml languages="(en, de, pt-BR)"`)
	s.requireAnswer(t, "de text", "Jo\nIngenieurin\n")
	replace(t, beside(me, "de"), translated("Architektin"))
	s.requireAnswer(t, "de text", "Jo\nArchitektin\n")
	overwrite(t, beside(me, "fr"), translated("Ingénieure"))
	s.requireAnswer(t, "fr text", "Jo\nIngénieure\n")
	// A broken translation changes nothing, whatever else is written meanwhile.
	overwrite(t, beside(me, "fr"), "basics: {}\n")
	s.log.waitFor(t, `level=error msg="problem in the résumé" problem=".*(me.fr.yaml:1:9)`)
	s.log.waitFor(t, `(still serving the previous version)`)
	s.requireAnswer(t, "fr text", "Jo\nIngénieure\n")
	if err := os.Remove(beside(me, "fr")); err != nil {
		t.Fatal(err)
	}
	visitor.Eventually(t, func() error {
		got, err := visitor.Run(t.Context(), s.addr, visitor.Options{Command: "fr text"}, "")
		if err == nil && got.Status == 0 {
			return errors.New("a translation that was removed is served")
		}
		return err
	})
}

func TestBrokenTranslationAfterARestartServesTheLastGoodVersions(t *testing.T) {
	t.Parallel()
	me, state := writeTranslated(t), t.TempDir()
	start := func() *testServer { return startServer(t, state, "--resume="+me) }
	stop := func(s *testServer) { s.cancel(); s.wait(t) }
	overwrite(t, beside(me, "de"), "basics: {}\n")
	s := start()
	s.log.waitFor(t, `level=error msg="(a translation can't be used; serving the résumé without it)"`)
	s.requireAnswer(t, "pt text", "Jo\nEngenheira\n")
	overwrite(t, beside(me, "de"), translated("Ingenieurin"))
	s.requireAnswer(t, "de text", "Jo\nIngenieurin\n")
	stop(s)

	// All files are those of one time.
	overwrite(t, me, translated("Architect"))
	overwrite(t, beside(me, "de"), "basics: {}\n")
	if err := os.Remove(beside(me, "pt-BR")); err != nil {
		t.Fatal(err)
	}
	s = start()
	s.log.waitFor(t, `level=error msg="(the résumé can't be used; serving its last good version)"`)
	s.requireAnswer(t, "text", "Jo\nEngineer\n")
	s.requireAnswer(t, "de text", "Jo\nIngenieurin\n")
	s.requireAnswer(t, "pt text", "Jo\nEngenheira\n")
	overwrite(t, beside(me, "de"), translated("Architektin"))
	s.requireAnswer(t, "de text", "Jo\nArchitektin\n")
	stop(s)

	// What was removed in between is not kept.
	overwrite(t, me, "none")
	s = start()
	s.requireAnswer(t, "text", "Jo\nArchitect\n")
}

func TestWhatABrokenTranslationKeepsPrivateIsNotShown(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics: {name: Jo, phone: '1234567'}\n")
	for broken, shown := range map[string]bool{"basics: {}\n": true, "private: [basics.phone]\nbasics: {}\n": false, "private: [basics.phone]\n basics: {name\n": false} {
		overwrite(t, beside(me, "de"), broken)
		f := parseSources(readSources(me))
		if f.public != nil || (f.fallback != nil) != shown {
			t.Errorf("beside %q, a résumé without the translation: %v", broken, f.fallback != nil)
		}
		if shown {
			continue // a server would start
		}
		if got := runMain(t, nil, "serve", "--listen=127.0.0.1:0", me); got.status != 1 || !strings.Contains(got.stderr, "me.de.yaml") {
			t.Errorf("beside %q: %+v", broken, got)
		}
	}
}
