package sshd_test

import (
	"strings"
	"testing"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// injected are commands that visitors don't type: terminals or ssh wrappers add them.
var injected = []string{
	"exec bash -l", "exec $SHELL -l", "bash -l", "/bin/bash --login", "sh -c 'exec zsh'", "zsh", "fish", "tmux new -A -s main", "tmux -u attach",
	"screen -DR", "export LANG=C.UTF-8; exec bash", "eval `dircolors`", "TERM=xterm-256color bash", "env TERM=xterm bash", "cd /var/www && bash -l",
	"exec sh -c 'unset KITTY; printf \"\\033P@kitty-ssh|...\" && exec \"$SHELL\"'\n", "stty -echo\nprintf hello\n", "sudo -i", "test -d x || mkdir x",
	"if true", "while :", ". ~/.profile", "[ -x /bin/zsh ]", "(bash -l)", "$SHELL -l", `"$SHELL" -l`, "'exec bash'", "busybox sh", "elvish", "xonsh",
	"doas -s", "setsid bash", "dtach -A x bash", "shpool attach main", "login -f me", "trap : EXIT", "echo hello", "printf x", "uname -a",
	"powershell.exe -NoLogo", "cmd /c x", "python3 -c 'import os'", "wezterm cli proxy", "/opt/tools/start", "~/bin/start",
}

func TestInjectedCommandsOpenTheResumeInATerminal(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, command := range injected {
		v, err := visitor.Visit(t.Context(), r.Addr, visitor.Options{Command: command})
		if err != nil {
			t.Fatal(err)
		}
		if err := v.WaitFor(t.Context(), "Senior Backend Architect"); err != nil || !v.Screen().AltScreen() {
			t.Errorf("%q: %v", command, err)
		}
		_ = v.Close()
	}
}

func TestInjectedCommandsAreRefusedInOneSentenceWithoutATerminal(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	wants := map[string]string{
		"mosh-server new -s -c 256 -l LANG=en_US.UTF-8":  "mosh is not available here; to read the résumé: ssh resume.example.com",
		"git-upload-pack '/me/resume.git'":               "there is no git repository here; to save every file: scp 'resume.example.com:resume.*' .",
		"git-receive-pack 'x'":                           "there is no git repository here; to save every file: scp 'resume.example.com:resume.*' .",
		"/usr/lib/openssh/sftp-server":                   "files are served by the sftp subsystem only: sftp resume.example.com",
		"/usr/libexec/sftp-server -l INFO":               "files are served by the sftp subsystem only: sftp resume.example.com",
		"tic -x -o ~/.terminfo /dev/stdin":               "nothing can be installed here; to read the résumé: ssh resume.example.com",
		"mkdir -p ~/.terminfo && tic -x -":               "nothing can be installed here; to read the résumé: ssh resume.example.com",
		"rsync --server --sender -vlogDtpre.iLsfxCIvu .": "rsync is not available here; to save every file: scp 'resume.example.com:resume.*' .",
	}
	for _, command := range injected {
		wants[command] = "there is no shell here; to read the résumé: ssh resume.example.com"
	}
	for command, want := range wants {
		if got := r.Run(t, visitor.Options{Command: command}); got.Status != 127 || got.Stdout != "" || got.Stderr != want+"\n" {
			t.Errorf("%q: %+v", command, got)
		}
	}
}

func TestWordsAreQuotedAsTheyWereTyped(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	for command, want := range map[string]string{
		"ToString":    `"ToString"`,
		"Experence":   `"Experence"; did you mean "experience"?`,
		"/Kafka":      `"/Kafka"`,
		"'Python'":    `"'Python'"`,
		"C#":          `"C#"`,
		"S":           `"S" may be specialties, stack, standards.`,
		"search KAFK": `Kafka`,
		"search QQQ":  `"QQQ"`,
	} {
		if got := r.Run(t, visitor.Options{Command: command}); !strings.Contains(got.Stdout+got.Stderr, want) {
			t.Errorf("%q: %+v, want %s", command, got, want)
		}
	}
}
