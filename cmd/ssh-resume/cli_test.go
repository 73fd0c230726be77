package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// newMain returns the program in an environment of its own.
func newMain(env []string, stdin io.Reader, stdout, stderr io.Writer) *Main {
	return &Main{Env: env, Root: os.DirFS("/"), Stdin: stdin, Stdout: stdout, Stderr: stderr}
}

// result is what a run of the program returned and wrote.
type result struct {
	status         int
	stdout, stderr string
}

// runMain runs the program to its end, in a home directory of its own.
func runMain(t *testing.T, env []string, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env = append([]string{"HOME=" + t.TempDir()}, env...)
	ctx, cancel := context.WithTimeout(t.Context(), timeout) // of a server that is not to start
	defer cancel()
	status := newMain(env, strings.NewReader(""), &stdout, &stderr).Run(ctx, args)
	return result{status, stdout.String(), stderr.String()}
}

func writeFile(t *testing.T, name, text string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBadCommandLineIsOneLineThatSaysWhatToDo(t *testing.T) {
	t.Parallel()
	const times = "such as 30s, 10m or 1h30m"
	for _, test := range []struct {
		env, args string
		want      []string // parts of the line
	}{
		{"", "--idle-timeout soon", []string{"--idle-timeout", `"soon"`, times}},
		{"", "--idle-timeout=10", []string{"--idle-timeout", `"10"`, times}},
		{"", "--idle-timeout -5s", []string{"--idle-timeout", `"-5s"`, times}},
		{"", "--drain-timeout 0", []string{"--drain-timeout", `"0"`, times}},
		{"", "serve --session-timeout", []string{"--session-timeout", "missing", times}},
		{"", "--max-sessions=-1", []string{"--max-sessions", `"-1"`, "from 1 to"}},
		{"", "--max-connections-per-source many", []string{"--max-connections-per-source", `"many"`, "from 1 to"}},
		{"", "--connection-burst 1.5", []string{"--connection-burst", `"1.5"`, "whole number"}},
		{"", "--connection-rate NaN", []string{"--connection-rate", `"NaN"`, "above 0"}},
		{"", "--connection-rate 1e999", []string{"--connection-rate", "above 0"}},
		{"", "--log-level loud", []string{"--log-level", `"loud"`, "debug, info, warn or error"}},
		{"", "--log-format xml", []string{"--log-format", `"xml"`, "text, logfmt or json"}},
		{"", "--log-source some", []string{"--log-source", `"some"`, "full, network or none"}},
		{"", "--proxy-protocol-from balancer", []string{"--proxy-protocol-from", `"balancer"`, "such as 10.0.0.0/8"}},
		{"", "--proxy-protocol-from=::ffff:10.0.0.0/104", []string{"--proxy-protocol-from", "such as 10.0.0.0/8"}},
		{"SSH_RESUME_PROXY_PROTOCOL_FROM=::1,nowhere", "", []string{"SSH_RESUME_PROXY_PROTOCOL_FROM", `"nowhere"`, "such as 10.0.0.0/8"}},
		{"", "--listen 2222", []string{"--listen", `"2222"`, ":2222 for all addresses"}},
		{"", "--listen :70000", []string{"--listen", `":70000"`, ":PORT or HOST:PORT"}},
		{"", "--metrics-listen 9222", []string{"--metrics-listen", `"9222"`, "127.0.0.1:2222 for this machine only"}},
		{"", "--metrics-listen", []string{"--metrics-listen", "missing", ":PORT or HOST:PORT"}},
		{"SSH_RESUME_METRICS_LISTEN=here", "", []string{"SSH_RESUME_METRICS_LISTEN", `"here"`, ":PORT or HOST:PORT"}},
		{"", "--pprof", []string{"--pprof", "--metrics-listen", "127.0.0.1:9222"}},
		{"SSH_RESUME_PPROF=1", "", []string{"--pprof", "--metrics-listen"}},
		{"SSH_RESUME_PPROF=maybe", "", []string{"SSH_RESUME_PPROF", `"maybe"`, "true, 1, yes, false, 0 or no"}},
		{"", "--public-address ssh://me", []string{"--public-address", `"ssh://me"`, "HOST or HOST:PORT"}},
		{"", "--public-address -oProxyCommand=x", []string{"--public-address", "HOST or HOST:PORT"}},
		{"", "--resume --strict", []string{"--resume", `"--strict"`, "path"}},
		{"", "--resume /nowhere/me.yaml", []string{"/nowhere/me.yaml", "no such file"}},
		{"SSH_RESUME_IDLE_TIMEOUT=soon", "", []string{"SSH_RESUME_IDLE_TIMEOUT", `"soon"`, times}},
		{"SSH_RESUME_LOG_LEVEL=loud", "", []string{"SSH_RESUME_LOG_LEVEL", `"loud"`, "debug, info"}},
		{"SSH_RESUME_HOST_KEY=nonsense", "--listen 127.0.0.1:0", []string{"SSH_RESUME_HOST_KEY", "not a private key"}},
		{"SSH_RESUME_HOST_KEY_FILE=/nowhere/a:/nowhere/b", "--listen 127.0.0.1:0", []string{"/nowhere/a", "no such file"}},
		{"", "--lissten :1", []string{"--lissten", `did you mean "--listen"`}},
		{"", "exprt", []string{"exprt", `did you mean "export"`}},
		{"", "foo", []string{`unknown command "foo"`, "ssh-resume help"}},
		{"", "serve now", []string{"read résumé now: no such file", "to write a starter there: ssh-resume init now"}},
		{"", "me.json", []string{"read résumé me.json: no such file", "ssh-resume init"}},
		{"", "--listen :2222 me.yaml", []string{"read résumé me.yaml: no such file", "ssh-resume init me.yaml"}},
		{"", "--resume a.yaml b.yaml", []string{"named twice", "FILE", "--resume"}},
		{"", "serve -", []string{"serve needs a file"}},
		{"", "export", []string{"name a format: text, markdown", "or pdf-letter", "ssh-resume export pdf -o resume.pdf"}},
		{"", "completion", []string{"name a shell: bash, zsh or fish", "source <(ssh-resume completion bash)"}},
		{"", "completion csh", []string{`SHELL: "csh" is unknown; use bash, zsh or fish`}},
		{"", "\x1b[31mred", []string{"red"}},
		{"", "export docx", []string{`"docx"`, "use text, markdown"}},
	} {
		home := t.TempDir()
		got := runMain(t, []string{"HOME=" + home, test.env}, strings.Fields(test.args)...)
		if got.status != 1 || got.stdout != "" {
			t.Errorf("%s %s: status %d, output %q", test.env, test.args, got.status, got.stdout)
		}
		if strings.Count(got.stderr, "\n") != 1 || strings.Contains(got.stderr, "\x1b") || !strings.HasPrefix(got.stderr, "ssh-resume: ") {
			t.Errorf("%s %s: not one line: %q", test.env, test.args, got.stderr)
		}
		for _, part := range test.want {
			if !strings.Contains(got.stderr, part) {
				t.Errorf("%s %s: no %q in %s", test.env, test.args, part, got.stderr)
			}
		}
		if made, _ := os.ReadDir(home); len(made) > 0 {
			t.Errorf("%s %s: made %s", test.env, test.args, made[0].Name())
		}
	}
}

func TestFlagWinsOverItsVariable(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	got := runMain(t, []string{"SSH_RESUME_LISTEN=nonsense", "SSH_RESUME_LOG_LEVEL=loud", "SSH_RESUME_IDLE_TIMEOUT="},
		"--listen", taken.Addr().String(), "--log-level=info")
	if got.status != 1 || !strings.Contains(got.stderr, taken.Addr().String()+": the port is taken") {
		t.Errorf("status %d, %s", got.status, got.stderr)
	}
}

func TestHelpNamesEveryFlagWithItsVariable(t *testing.T) {
	got := runMain(t, nil, "--help")
	for _, part := range []string{"serve", "preview", "check", "export", "hostkey", "healthcheck", "version", "Examples:"} {
		if got.status != 0 || got.stderr != "" || !strings.Contains(got.stdout, part) {
			t.Errorf("status %d, no %q in\n%s%s", got.status, part, got.stdout, got.stderr)
		}
	}
	t.Setenv("COLUMNS", "80") // which kong reads
	got = runMain(t, nil, "--listen", ":22", "--help")
	for _, part := range []string{
		"--listen", "SSH_RESUME_LISTEN", ":2222", "--resume", "SSH_RESUME_FILE", "--public-address", "SSH_RESUME_PUBLIC_ADDRESS",
		"--host-key", "SSH_RESUME_HOST_KEY_FILE", "$SSH_RESUME_HOST_KEY,", "--log-level", "SSH_RESUME_LOG_LEVEL",
		"--log-format", "SSH_RESUME_LOG_FORMAT", "--max-sessions", "SSH_RESUME_MAX_SESSIONS", "10000",
		"--max-connections-per-source", "SSH_RESUME_MAX_CONNECTIONS_PER_SOURCE", "default 8",
		"--connection-rate", "SSH_RESUME_CONNECTION_RATE", "--connection-burst", "SSH_RESUME_CONNECTION_BURST",
		"--handshake-timeout", "SSH_RESUME_HANDSHAKE_TIMEOUT", "--idle-timeout", "SSH_RESUME_IDLE_TIMEOUT",
		"--log-source", "SSH_RESUME_LOG_SOURCE", "--proxy-protocol-from", "SSH_RESUME_PROXY_PROTOCOL_FROM",
		"--metrics-listen", "SSH_RESUME_METRICS_LISTEN", "--pprof", "SSH_RESUME_PPROF",
		"--session-timeout", "SSH_RESUME_SESSION_TIMEOUT", "--drain-timeout", "SSH_RESUME_DRAIN_TIMEOUT",
	} {
		if got.status != 0 || !strings.Contains(strings.Join(strings.Fields(got.stdout), " "), part) {
			t.Errorf("status %d, no %q in\n%s%s", got.status, part, got.stdout, got.stderr)
		}
	}
	for line := range strings.Lines(got.stdout) {
		if ansi.StringWidth(strings.TrimSpace(line)) > 80 {
			t.Errorf("too wide: %s", line)
		}
	}
	if help := runMain(t, nil, "help", "serve"); help.stdout != got.stdout {
		t.Errorf("help serve prints\n%s", help.stdout)
	}
}

func TestPreviewWithoutATerminalIsPlainText(t *testing.T) {
	file := writeFile(t, "me.json", `{"basics": {"name": "Jo"}}`)
	if got := runMain(t, nil, "preview", file); got != (result{0, "Jo\n", ""}) {
		t.Errorf("%+v", got)
	}
	if got := runMain(t, []string{"SSH_RESUME_FILE=" + file}, "preview"); got != (result{0, "Jo\n", ""}) {
		t.Errorf("with the variable: %+v", got)
	}
}

func TestStartFailsWithoutAPlaceForTheHostKey(t *testing.T) {
	got := runMain(t, []string{"HOME="}, "--listen", "127.0.0.1:0")
	if got.status != 1 || !strings.Contains(got.stderr, "--host-key") {
		t.Errorf("no home: status %d, %s", got.status, got.stderr)
	}
}

func TestCanceledContextStopsTheServer(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stdout, stderr bytes.Buffer
	args := []string{"--listen", "127.0.0.1:0"}
	if status := newMain([]string{"HOME=" + t.TempDir()}, strings.NewReader(""), &stdout, &stderr).Run(ctx, args); status != 0 {
		t.Errorf("status %d, %s", status, &stderr)
	}
}
