package sshd_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// cook is the résumé of a cook in a language.
func cook(lang, position, tool string) *resume.Resume {
	return &resume.Resume{
		Lang:   lang,
		Basics: resume.Basics{Name: "Jo Rodríguez", Label: position},
		Work:   []resume.Work{{Name: "Inn", Position: position, StartDate: "2019-03", Highlights: []string{"Kafka, " + tool}}},
		Custom: []resume.CustomSection{{ID: "deals", Title: "Deals", Blocks: []resume.CustomBlock{{Type: resume.KindText, Text: tool}}}},
	}
}

// inThreeLanguages serves a résumé in English, German and Portuguese.
func inThreeLanguages(t *testing.T) *servertest.Running {
	t.Helper()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	r.Publish(catalog.Revision{
		Resume:  cook("en", "Cook", "kettle").WithTranslations(cook("de", "Köchin", "Kessel"), cook("pt-BR", "Cozinheira", "chaleira")),
		Changed: servertest.Changed,
	})
	return r
}

func TestVisitorReadsInTheirLanguage(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	for _, test := range []struct{ locale, command, want string }{
		{"", "", "Cook"},
		{"de_AT.UTF-8", "", "Köchin"},
		{"pt_PT.UTF-8", "", "Cozinheira"},
		{"fr_FR.UTF-8", "", "Cook"},
		{"C.UTF-8", "text", "Cook"},
		{"de_DE.UTF-8", "markdown", "Köchin"},
		{"de_DE.UTF-8", "work", "Köchin"},
		{"de_DE.UTF-8", "card", "Köchin"},
		{"de_DE.UTF-8", "en", "Cook"},
		{"de_DE.UTF-8", "EN  Text", "Cook"},
		{"", "de", "Köchin"}, // not the section "deals"
		{"", "de text", "Köchin"},
		{"", "de work", "Köchin"},
		{"", "de html", `lang="de"`},
		{"", "pt work", "Cozinheira"},
		{"", "pt_BR work", "Cozinheira"},
		{"", "pt-br card", "Cozinheira"},
		{"", "de-AT text", "Köchin"},
		{"", "pt_PT", "Cozinheira"},
		{"", "deals", "kettle"},
		{"", "dea", "kettle"},
		{"", "de deals", "Kessel"},
		{"", "de search kessel", "Kafka, Kessel"},
		{"de_DE.UTF-8", "search kafka", "Kafka, Kessel"},
		{"de_DE.UTF-8", "search chaleira", "Kafka, chaleira"}, // in no other
	} {
		result := r.Run(t, visitor.Options{Command: test.command, Env: map[string]string{"LC_MESSAGES": test.locale}})
		if result.Status != 0 || !strings.Contains(result.Stdout, test.want) {
			t.Errorf("%q with %q: no %q in %+v", test.command, test.locale, test.want, result)
		}
	}
	r.Log.Until(t, "request=format format=text")
	r.Log.Until(t, "request=search")
}

func TestAnswersAreInTheVisitorsLanguage(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	english := map[string]string{}
	for command, status := range map[string]int{"nonsense": 127, "search qqq": 1, "search": 2, "bash -l": 127, "fr": 127, "help": 0} {
		result := r.Run(t, visitor.Options{Command: command})
		english[command] = result.Stdout + result.Stderr
		german := r.Run(t, visitor.Options{Command: "de " + command})
		byLocale := r.Run(t, visitor.Options{Command: command, Env: map[string]string{"LANG": "de_DE.UTF-8"}})
		for _, got := range []visitor.Result{german, byLocale} {
			if text := got.Stdout + got.Stderr; got.Status != status || strings.SplitN(text, ":", 2)[0] == strings.SplitN(english[command], ":", 2)[0] {
				t.Errorf("%q: status %d, %s", command, got.Status, text)
			}
		}
		if text := german.Stdout + german.Stderr; strings.Contains(text, "ssh ") && !strings.Contains(text, "ssh resume.example.com de") {
			t.Errorf("%q: whoever types the command that is shown is answered in another language: %s", command, text)
		}
	}
	if !strings.Contains(english["nonsense"], `"nonsense"`) {
		t.Errorf("the answer is %q", english["nonsense"])
	}
	for _, want := range []string{"ssh resume.example.com de ", "ssh resume.example.com pt-BR "} {
		if !strings.Contains(english["help"], want) {
			t.Errorf("no %q in the help:\n%s", want, english["help"])
		}
	}
	if got := servertest.Serve(t, server.Config{}).Run(t, visitor.Options{Command: "help"}); strings.Contains(got.Stdout, "language") {
		t.Errorf("help of a résumé in one language:\n%s", got.Stdout)
	}
}

func TestNearMissesOfALanguageAreToldTheCommand(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	for typed, want := range map[string]string{
		"pt-RB": "pt-BR", "resume.pdf": "pdf", "resume.de.pdf": "de pdf", "work de": "de work", "card de-AT": "de card",
	} {
		got := r.Run(t, visitor.Options{Command: typed})
		if got.Status != 127 || !strings.Contains(got.Stderr, `"`+typed+`"; did you mean "`+want+`"?`) {
			t.Errorf("%q: %+v", typed, got)
		}
	}
}

func TestInteractiveResumeOpensInTheVisitorsLanguage(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	for _, o := range []visitor.Options{
		{Command: "de"}, {Command: "de work"}, {Env: map[string]string{"LANG": "de_DE.UTF-8"}},
	} {
		v, err := visitor.Visit(t.Context(), r.Addr, o)
		if err != nil {
			t.Fatal(err)
		}
		servertest.WaitFor(t, v, "Köchin")
		_ = v.Close()
	}
}

func TestCommandToReturnLeadsToTheLanguageThatWasRead(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	for _, test := range []struct{ locale, typed, want string }{
		{"en_US.UTF-8", "", ""},
		{"de_DE.UTF-8", "", ""},
		{"en_US.UTF-8", "de ", " de"},
		{"de_DE.UTF-8", "de ", ""},
		{"de_DE.UTF-8", "en ", " en"},
	} {
		got := r.Run(t, visitor.Options{Command: test.typed + "card", Env: map[string]string{"LANG": test.locale}})
		if want := " ssh resume.example.com" + test.want + "\n"; !strings.HasSuffix(got.Stdout, want) {
			t.Errorf("%scard with %s: want %q at the end of\n%s", test.typed, test.locale, want, got.Stdout)
		}
	}
}

func TestEndOfASessionIsToldInTheVisitorsLanguage(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{MaxSessions: 1})
	r.Publish(catalog.Revision{Resume: cook("de", "Köchin", "Kessel")})
	first, err := visitor.Visit(t.Context(), r.Addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	servertest.WaitFor(t, first, "Köchin")
	if got := r.Run(t, visitor.Options{}); got.Status != 1 || got.Stderr == "" || strings.Contains(got.Stderr, "visitors") {
		t.Errorf("%+v", got)
	}
	_ = first.Close()
}

func TestFolderHasTheFilesOfEveryLanguage(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	client := r.SFTP(t)
	infos, err := client.ReadDir("/")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, info := range infos {
		names = append(names, info.Name())
	}
	for name, want := range map[string]string{
		"resume.txt": "Cook", "resume.de.txt": "Köchin", "resume.pt-BR.txt": "Cozinheira",
		"resume.md": "Cook", "resume.de.html": "Köchin", "resume.de.json": "Köchin",
		"README": "resume.pt-BR.pdf",
	} {
		if !slices.Contains(names, name) {
			t.Errorf("no %s among %v", name, names)
			continue
		}
		f, err := client.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(f); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %.200q, %v", name, text, err)
		}
		_ = f.Close()
	}
	if slices.Contains(names, "resume.de.yaml") {
		t.Error("yaml has all languages, so it is one file")
	}
	if got := scp(t, r, "scp -f resume.de.txt"); got.Status != 0 || !strings.Contains(got.Stdout, "Köchin") {
		t.Errorf("%+v", got)
	}
}

func TestALanguageThatTheResumeLacksIsAnsweredWithThoseItHas(t *testing.T) {
	t.Parallel()
	r := inThreeLanguages(t)
	for typed, want := range map[string]string{
		"nl": `the résumé is not in "nl", only in: en, de, pt-BR. Try: ssh `, "fr-CA text": `not in "fr-ca", only in: en, `, "cv": `command or section "cv"`,
	} {
		if got := r.Run(t, visitor.Options{Command: typed}); got.Status != 127 || !strings.Contains(got.Stderr, want) {
			t.Errorf("%q: %+v", typed, got)
		}
	}
}

func TestALanguageIsAWordLikeAnyOtherWhereThereIsNoChoice(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, typed := range []string{"id", "no", "de", "pt-BR text"} {
		got := r.Run(t, visitor.Options{Command: typed})
		if got.Status != 127 || !strings.HasPrefix(got.Stderr, `there is no command or section "`+typed+`"`) {
			t.Errorf("%q: %+v", typed, got)
		}
	}
}
