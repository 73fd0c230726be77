package sshd_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestNoTerminalGetsTheWholeTextWithoutEscapes(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	want := export.Text(servertest.Embedded(t).Resume, 80)
	for _, command := range []string{"", "text", " text "} {
		result := r.Run(t, visitor.Options{Command: command})
		if result.Status != 0 || result.Stderr != "" || result.Stdout != want {
			t.Errorf("%q: status %d, standard error %q, %d bytes", command, result.Status, result.Stderr, len(result.Stdout))
		}
		if strings.ContainsAny(result.Stdout, "\x1b\r") {
			t.Errorf("%q: an escape or a carriage return", command)
		}
	}
	r.Log.Until(t, "connection closed")
}

func TestTerminalThatCanOnlyPrintGetsTextInItsWidth(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, command := range []string{"", "experience"} {
		v, err := visitor.Visit(t.Context(), r.Addr, visitor.Options{
			Term: "dumb", Command: command, Terminal: visitor.Terminal{Width: 50, Height: 300},
		})
		if err != nil {
			t.Fatal(err)
		}
		if status, err := v.Wait(t.Context()); status != 0 || err != nil {
			t.Errorf("status %d, %v", status, err)
		}
		raw := v.Screen().Written()
		want := export.Text(servertest.Embedded(t).Resume, 50)
		if command != "" {
			section, err := servertest.Embedded(t).Resume.Section(command)
			if err != nil {
				t.Fatal(err)
			}
			want = export.SectionText(servertest.Embedded(t).Resume, section, 50)
		}
		if raw != strings.ReplaceAll(want, "\n", "\r\n") {
			t.Errorf("%q: got %q", command, raw)
		}
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestSectionByItsNameOrTheBeginningOfIt(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	section, _ := servertest.Embedded(t).Resume.Section("experience")
	if section.ID == "" {
		t.Fatal("no such section")
	}
	want := export.SectionText(servertest.Embedded(t).Resume, section, 80)
	for _, command := range []string{"experience", "exper", "Experience", "  EXPERIENCE "} {
		if result := r.Run(t, visitor.Options{Command: command}); result.Status != 0 || result.Stdout != want {
			t.Errorf("%q: %+v", command, result)
		}
	}
	r.Log.Until(t, "request=section section=experience\n")
	r.Log.Until(t, "sections=experience")
}

func TestWhatIsNotUnderstoodIsSaidOnStandardError(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	for _, command := range []string{
		"nonsense", "experence", "s", "text please", "pdf a4", "rm -rf /", "rsync --server --sender -e.iLsfxCIvu . resume.pdf", "$(reboot)", "\x1b[31m\r\nred", strings.Repeat("x", 100000),
	} {
		result := r.Run(t, visitor.Options{Command: command})
		if result.Status != 127 || result.Stdout != "" {
			t.Errorf("%.40q: status %d, standard output %q", command, result.Status, result.Stdout)
		}
		line, rest, _ := strings.Cut(result.Stderr, "\n")
		if rest != "" || !strings.Contains(line, "resume.example.com") || strings.ContainsAny(line, "\x1b\r") || len(line) > 400 {
			t.Errorf("%.40q: %q", command, result.Stderr)
		}
	}
	for typed, near := range map[string]string{
		"experence": `"experience"`, "pdff": `"pdf"`, "PDFF": `"pdf"`, "pdf a4": `"pdf-a4"`, "serach kafka": `"search"`, "--help": `"help"`, "crad": `"card"`,
		"s": "specialties, stack, standards", "rsync --server .": "scp 'resume.example.com:resume.*' .",
	} {
		if result := r.Run(t, visitor.Options{Command: typed}); !strings.Contains(result.Stderr, near) {
			t.Errorf("%q: %s is missing in %q", typed, near, result.Stderr)
		}
	}
}

func TestCardIsTheGoodbyeInEightLines(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	const want = `  ▌ Marcus Rodriguez
  ▌ Senior Backend Architect · San Francisco, CA
  ▌
  ▌ 200M+ users   10M+ requests per minute   −40% false positives
  ▌
  ▌ save    scp resume.example.com:resume.pdf .
  ▌ return  ssh resume.example.com
`
	for _, command := range []string{"card", " CARD "} {
		if got := r.Run(t, visitor.Options{Command: command}); got != (visitor.Result{Stdout: want}) {
			t.Errorf("%q in a pipe: %+v", command, got)
		}
	}
	for term, styled := range map[string]bool{"xterm-256color": true, "dumb": false} {
		status, raw := inTerminal(t, r, visitor.Options{Command: "card", Term: term})
		if got := strings.ReplaceAll(ansi.Strip(raw), "\r\n", "\n"); status != 0 || got != want {
			t.Errorf("%s: status %d, %q", term, status, got)
		}
		if strings.Contains(raw, "\x1b[") != styled || strings.Count(raw, "\r\n") != strings.Count(want, "\n") {
			t.Errorf("%s: %q", term, raw)
		}
	}
	v := r.Visit(t, visitor.Options{Term: "dumb-looking"})
	servertest.Leave(t, v)
	if !strings.Contains(v.Screen().Text(), strings.TrimSuffix(want, "\n")) {
		t.Errorf("the card is not what is left by\n%s", v.Screen().Text())
	}
	r.Log.Until(t, "request=card\n")
}

func TestHelpNamesCommandsAndSections(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com:2200"})
	result := r.Run(t, visitor.Options{Command: "help"})
	wants := []string{
		"With a screen reader:\n\n  ssh -p 2200 resume.example.com text ", "ssh -t -p 2200 resume.example.com SECTION",
		"ssh -p 2200 resume.example.com text | less", "ssh -p 2200 resume.example.com search WORDS", "ssh -p 2200 resume.example.com card ",
		"ssh -p 2200 resume.example.com pdf > resume.pdf", "scp -P 2200 resume.example.com:resume.pdf .",
		"scp -P 2200 'resume.example.com:resume.*' .", "sftp -P 2200 resume.example.com",
	}
	for _, s := range servertest.Embedded(t).Resume.Sections() {
		wants = append(wants, "  "+s.ID+" ")
	}
	for _, want := range wants {
		if !strings.Contains(result.Stdout, want) {
			t.Errorf("%q is missing in:\n%s", want, result.Stdout)
		}
	}
	var formats []string
	for _, f := range export.Formats(nil) {
		formats = append(formats, f.Name)
	}
	if all := strings.Join(formats, ", "); !strings.Contains(strings.Join(strings.Fields(result.Stdout), " "), all) {
		t.Errorf("%q is missing, in one line or more, in:\n%s", all, result.Stdout)
	}
	if result.Status != 0 || result.Stderr != "" {
		t.Errorf("status %d, %q", result.Status, result.Stderr)
	}
}

func TestTextInALocaleThatIsNotUTF8IsASCII(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, command := range []string{"", "card", "help", "experience", "ü"} {
		result := r.Run(t, visitor.Options{Command: command, Env: map[string]string{"LANG": "en_US.ISO-8859-1"}})
		for _, c := range []byte(result.Stdout + result.Stderr) {
			if c > 0x7f {
				t.Errorf("%q: byte %#x in %q", command, c, result.Stdout+result.Stderr)
				break
			}
		}
	}
}
