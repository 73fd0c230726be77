package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// lookPath returns the path of a program that a test needs, or skips the test.
func lookPath(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// runTool runs a program and returns its output.
func runTool(t *testing.T, path string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "LC_ALL=C.UTF-8")
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", path, args, err, said)
	}
	return string(said)
}

// TestManualAndCompletionsAreComplete compares them with the command line itself.
func TestManualAndCompletionsAreComplete(t *testing.T) {
	page := runMain(t, nil, "manual").stdout
	parser, err := new(Main).newParser(t.Context(), &cli{})
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{}
	for _, shell := range flagTypes["shell"].choices {
		scripts[shell] = runMain(t, nil, "completion", shell).stdout
	}
	for _, c := range parser.Model.Children {
		want := []string{".Ss " + c.Name + "\n"}
		for _, f := range c.Flags {
			want = append(want, "Fl -"+f.Name)
			if variable := f.Tag.Get("variable"); variable != "" {
				want = append(want, ".It Ev "+variable+"\n")
			}
			for shell, script := range scripts {
				if !strings.Contains(script, "--"+f.Name) && !strings.Contains(script, "-l "+f.Name) {
					t.Errorf("%s completes no --%s", shell, f.Name)
				}
			}
		}
		for _, v := range c.Positional {
			if v.Name == "file" && v.Tag.Type != "file" {
				t.Errorf("%s: FILE is not of the type \"file\", so shells don't complete it", c.Name)
			}
		}
		for _, part := range want {
			if !strings.Contains(page, part) {
				t.Errorf("%s: no %q in the page", c.Name, part)
			}
		}
	}
}

func TestManualIsValidMdoc(t *testing.T) {
	page := writeFile(t, "ssh-resume.1", runMain(t, nil, "manual").stdout)
	if said := runTool(t, lookPath(t, "mandoc"), "-T", "lint", "-W", "warning", page); said != "" {
		t.Errorf("mandoc says:\n%s", said)
	}
	if text := runTool(t, lookPath(t, "mandoc"), "-T", "utf8", page); !strings.Contains(text, "--listen") && !strings.Contains(text, "l\bl") {
		t.Error(text)
	}
}

// completions is what every shell offers.
var completions = []struct {
	line string
	want []string
}{
	{"ssh-resume exp", []string{"export"}},
	{"ssh-resume export mark", []string{"markdown"}},
	{"ssh-resume export -o x mark", []string{"markdown"}},
	{"ssh-resume export --out x mark", []string{"markdown"}},
	{"ssh-resume export --out=x mark", []string{"markdown"}},
	{"ssh-resume export -o me.y", []string{"me.yaml"}},
	{"ssh-resume --log-format logf", []string{"logfmt"}},
	{"ssh-resume serve --conn", []string{"--connection-burst", "--connection-rate"}},
	{"ssh-resume --idle", []string{"--idle-timeout"}},
	{"ssh-resume completion z", []string{"zsh"}},
	{"ssh-resume check --str", []string{"--strict"}},
	{"ssh-resume check me.y", []string{"me.yaml"}},
	{"ssh-resume export pdf me.y", []string{"me.yaml"}},
	{"ssh-resume export -o x pdf me.y", []string{"me.yaml"}},
	{"ssh-resume me.y", []string{"me.yaml"}},
	{"ssh-resume serve me.y", []string{"me.yaml"}},
	{"ssh-resume --resume me.y", []string{"me.yaml"}},
	{"ssh-resume preview --lang pt", []string{"pt-BR"}},
}

func TestBashCompletes(t *testing.T) {
	bash := lookPath(t, "bash")
	t.Chdir(filepath.Dir(writeFile(t, "me.yaml", "")))
	script := writeFile(t, "completion", runMain(t, nil, "completion", "bash").stdout)
	for _, test := range completions {
		// As readline does; if the function returns nothing, it completes files.
		said := runTool(t, bash, "--norc", "-uc", `source "$0"; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
			_ssh_resume
			[ ${#COMPREPLY[@]} != 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
			printf "%s\n" "${COMPREPLY[@]}"`, script, test.line)
		got := strings.Fields(said)
		if slices.Sort(got); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.line, got, test.want)
		}
	}
}

func TestFishCompletes(t *testing.T) {
	fish := lookPath(t, "fish")
	t.Chdir(filepath.Dir(writeFile(t, "me.yaml", "")))
	script := writeFile(t, "completion", runMain(t, nil, "completion", "fish").stdout)
	for _, test := range completions {
		var got []string
		for line := range strings.Lines(runTool(t, fish, "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, test.line)) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			got = append(got, word)
		}
		if slices.Sort(got); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.line, got, test.want)
		}
	}
}

func TestZshCompletes(t *testing.T) {
	t.Parallel()
	zsh := lookPath(t, "zsh")
	dir := filepath.Dir(writeFile(t, "me.yaml", ""))
	script := writeFile(t, "completion", runMain(t, nil, "completion", "zsh").stdout)
	cmd := exec.CommandContext(t.Context(), zsh, "-f", "-i")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "TERM=dumb", "LC_ALL=C.UTF-8", "PS1=> ")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 200})
	if err != nil {
		t.Skip(err)
	}
	shown := &logBuffer{}
	read := make(chan struct{})
	go func() {
		defer close(read)
		_, _ = io.Copy(shown, terminal) // it ends in an error when zsh has ended
	}()
	typed := func(text string) {
		if _, err := terminal.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
	typed("autoload -U compinit; compinit -u -D; unsetopt beep; source " + script + "; echo rea''dy\n")
	shown.waitFor(t, `(ready)`)
	for _, test := range completions {
		typed(test.line + "\t")
		if len(test.want) == 1 {
			line := test.line[:strings.LastIndex(test.line, " ")+1] + test.want[0]
			shown.waitFor(t, "("+line+")")
		} else {
			typed("\t")
			for _, word := range test.want {
				shown.waitFor(t, "("+word+")")
			}
		}
		typed("\x15") // ctrl+u: an empty line
	}
	typed("exit\n")
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	_ = terminal.Close()
	<-read
}
