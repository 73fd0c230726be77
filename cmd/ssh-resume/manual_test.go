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

	"github.com/alecthomas/kong"
	"github.com/creack/pty"
)

// shell gives the path of a program that a test needs, or skips it.
func shell(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// output runs a program and gives what it says.
func output(t *testing.T, path string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "LC_ALL=C.UTF-8")
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", path, args, err, said)
	}
	return string(said)
}

// TestTheManualNamesAllThatCanBeTyped compares it with the command line itself.
func TestTheManualNamesAllThatCanBeTyped(t *testing.T) {
	page := do(t, nil, "manual").stdout
	parser, err := kong.New(&cli{}, kong.Name(name), kong.NoDefaultHelp(), kong.Vars{"formats": ""}, values)
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{}
	for _, s := range words("shell") {
		scripts[s] = do(t, nil, "completion", s).stdout
	}
	for _, c := range parser.Model.Children {
		want := []string{".Ss " + c.Name + "\n"}
		for _, f := range c.Flags {
			want = append(want, "Fl -"+f.Name)
			if variable := f.Tag.Get("variable"); variable != "" {
				want = append(want, ".It Ev "+variable+"\n")
			}
			for s, script := range scripts {
				if !strings.Contains(script, "--"+f.Name) && !strings.Contains(script, "-l "+f.Name) {
					t.Errorf("%s completes no --%s", s, f.Name)
				}
			}
		}
		for _, v := range c.Positional {
			if v.Name == "file" && v.Tag.Get("complete") != "file" {
				t.Errorf("%s: its FILE is not completed; give it complete:\"file\"", c.Name)
			}
		}
		for _, part := range want {
			if !strings.Contains(page, part) {
				t.Errorf("%s: no %q in the page", c.Name, part)
			}
		}
	}
}

func TestTheManualIsAsManPagesAreWritten(t *testing.T) {
	page := write(t, "ssh-resume.1", do(t, nil, "manual").stdout)
	if said := output(t, shell(t, "mandoc"), "-T", "lint", "-W", "warning", page); said != "" {
		t.Errorf("mandoc says:\n%s", said)
	}
	if text := output(t, shell(t, "mandoc"), "-T", "utf8", page); !strings.Contains(text, "--listen") && !strings.Contains(text, "l\bl") {
		t.Error(text)
	}
}

// completed is what each shell has to offer.
var completed = []struct {
	line string
	want []string
}{
	{"ssh-resume exp", []string{"export"}},
	{"ssh-resume export mark", []string{"markdown"}},
	{"ssh-resume --log-format logf", []string{"logfmt"}},
	{"ssh-resume serve --conn", []string{"--connection-burst", "--connection-rate"}},
	{"ssh-resume --idle", []string{"--idle-timeout"}},
	{"ssh-resume completion z", []string{"zsh"}},
	{"ssh-resume check --str", []string{"--strict"}},
	{"ssh-resume check me.y", []string{"me.yaml"}},
	{"ssh-resume export pdf me.y", []string{"me.yaml"}},
	{"ssh-resume --resume me.y", []string{"me.yaml"}},
}

func TestBashCompletes(t *testing.T) {
	bash := shell(t, "bash")
	t.Chdir(filepath.Dir(write(t, "me.yaml", "")))
	script := write(t, "completion", do(t, nil, "completion", "bash").stdout)
	for _, test := range completed {
		// As readline does; where the function gives nothing, it takes files.
		said := output(t, bash, "--norc", "-euc", `source "$0"; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
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
	fish := shell(t, "fish")
	t.Chdir(filepath.Dir(write(t, "me.yaml", "")))
	script := write(t, "completion", do(t, nil, "completion", "fish").stdout)
	for _, test := range completed {
		var got []string
		for line := range strings.Lines(output(t, fish, "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, test.line)) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			got = append(got, word)
		}
		if slices.Sort(got); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.line, got, test.want)
		}
	}
}

func TestZshCompletes(t *testing.T) {
	zsh := shell(t, "zsh")
	dir := filepath.Dir(write(t, "me.yaml", ""))
	script := write(t, "completion", do(t, nil, "completion", "zsh").stdout)
	cmd := exec.CommandContext(t.Context(), zsh, "-f", "-i")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "TERM=dumb", "LC_ALL=C.UTF-8", "PS1=> ")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 200})
	if err != nil {
		t.Skip(err)
	}
	shown := &watched{}
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
	shown.find(t, `(ready)`)
	for _, test := range completed {
		typed(test.line + "\t")
		if len(test.want) == 1 {
			line := test.line[:strings.LastIndex(test.line, " ")+1] + test.want[0]
			shown.find(t, "("+line+")")
		} else {
			typed("\t")
			for _, word := range test.want {
				shown.find(t, "("+word+")")
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
