package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/stats"
	"ssh-resume/internal/visitor"
)

// visitEveryWay has visitors of all kinds visit a server, and returns its log.
func visitEveryWay(t *testing.T, format string) string {
	t.Helper()
	s := startServer(t, t.TempDir(), "--log-format="+format, "--metrics-listen=127.0.0.1:0")
	v, err := visitor.Visit(t.Context(), s.addr, visitor.Options{Terminal: visitor.Terminal{Width: 120, Height: 40}, Term: "tmux-256color"})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ key, until string }{{"", "1/11"}, {"2", "2/11"}, {"3", "3/11"}} {
		if step.key != "" {
			if err := v.Press(step.key); err != nil {
				t.Fatal(err)
			}
		}
		if err := v.WaitFor(t.Context(), step.until); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Left(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"", "pdf", "pdf", "markdown", "experience", "search kafka", "uname -a"} {
		if _, err := visitor.Run(t.Context(), s.addr, visitor.Options{Command: command}, ""); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := visitor.Run(t.Context(), s.addr, visitor.Options{Command: "scp -f resume.html"}, "\x00\x00\x00"); err != nil {
		t.Fatal(err)
	}
	accept := func(string, net.Addr, ssh.PublicKey) error { return nil }
	knock, err := ssh.Dial("tcp", s.addr, &ssh.ClientConfig{HostKeyCallback: accept})
	if err != nil {
		t.Fatal(err)
	}
	if err := knock.Close(); err != nil {
		t.Fatal(err)
	}
	if got := runMain(t, nil, "healthcheck", s.addr); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	// The metrics are those that stats has to agree with.
	metrics := "http://" + s.log.waitFor(t, `metrics served".*?"?address"?[=:]"?([^"\s]+)`) + "/metrics"
	for _, line := range []string{
		`sections_read_total{section="experience"} 2`, `sections_read_total{section="specialties"} 1`,
		`saved_total{format="pdf"} 2`, `saved_total{format="html"} 1`, `commands_total{command="search"} 1`,
	} {
		requireMetric(t, metrics, "ssh_resume_"+line)
	}
	s.cancel()
	if status := s.wait(t); status != 0 {
		t.Fatalf("status %d", status)
	}
	return s.log.text.String()
}

// TestStatsCountsRealSessions reads the log of a server.
func TestStatsCountsRealSessions(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"json", "logfmt"} {
		log := visitEveryWay(t, format)
		got := runMain(t, nil, "stats", "--json", writeFile(t, "log", log))
		var s stats.Summary
		if err := json.Unmarshal([]byte(got.stdout), &s); err != nil || got.status != 0 || got.stderr != "" {
			t.Fatalf("%v: %+v", err, got)
		}
		if s.Sessions != 9 || s.Readers != 8 || s.Sources != 1 || s.ConnectionsWithoutSession != 1 || s.NotUnderstood != 0 || len(s.Problems) != 0 {
			t.Errorf("%s: %+v\n%s", format, s, log)
		}
		for _, test := range []struct {
			what      string
			got, want []stats.Count
		}{
			{"sections", s.Sections, []stats.Count{{Name: "experience", Count: 2}, {Name: "achievements", Count: 1}, {Name: "profile", Count: 1}, {Name: "specialties", Count: 1}, {Name: "stack", Count: 1}}},
			{"saved", s.Saved, []stats.Count{{Name: "pdf", Count: 2}, {Name: "html", Count: 1}, {Name: "markdown", Count: 1}, {Name: "text", Count: 1}}},
			{"commands", s.Commands, []stats.Count{
				{Name: "pdf", Count: 2},
				{Name: "a section", Count: 1},
				{Name: "interactive", Count: 1},
				{Name: "markdown", Count: 1},
				{Name: "scp", Count: 1},
				{Name: "search", Count: 1},
				{Name: "text", Count: 1},
				{Name: "unknown", Count: 1},
			}},
			{"clients", s.Clients, []stats.Count{{Name: "Go", Count: 8}}},
			{"terminals", s.Terminals, []stats.Count{{Name: "tmux-256color", Count: 1}}},
		} {
			if !reflect.DeepEqual(test.got, test.want) {
				t.Errorf("%s, %s: %+v, want %+v", format, test.what, test.got, test.want)
			}
		}
	}
}

func TestStatsReadsStandardInputAndRotatedLogs(t *testing.T) {
	const first, second = `{"time":"2026-11-02T08:00:00Z","level":"info","msg":"server started"}` + "\n",
		`{"time":"2026-11-02T08:00:01Z","level":"info","msg":"session closed","id":"a-1","for":"1s","source":"192.0.2.1","client":"SSH-2.0-x","request":"help"}` + "\n"
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(first)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	want := runMain(t, nil, "stats", writeFile(t, "log", first+second))
	if !strings.Contains(want.stdout, "1: 1 reader from 1 address;") || strings.Contains(want.stdout, "\x1b") || want.status != 0 {
		t.Errorf("%+v", want)
	}
	if got := runMain(t, nil, "stats", writeFile(t, "log", second), writeFile(t, "log.1.gz", zipped.String())); got != want {
		t.Errorf("rotated: %+v", got)
	}
	for _, args := range [][]string{{"stats"}, {"stats", "-"}} {
		var stdout, stderr bytes.Buffer
		status := newMain(nil, strings.NewReader(first+second), &stdout, &stderr).Run(t.Context(), args)
		if got := (result{status, stdout.String(), stderr.String()}); got != want {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestStatsNamesAnUnreadableLog(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.log")
	half := writeFile(t, "half.gz", "\x1f\x8b")
	for _, path := range []string{none, half, t.TempDir()} {
		if got := runMain(t, nil, "stats", path); got.status != 1 || got.stdout != "" || strings.Count(got.stderr, path) != 1 {
			t.Errorf("%s: %+v", path, got)
		}
	}
	for _, args := range [][]string{{"stats"}, {"stats", "--json"}} {
		if got := runMain(t, nil, append(args, writeFile(t, "other.log", "GET / HTTP/1.1\n"))...); got.status != 1 || !strings.Contains(got.stderr, "no line was understood") {
			t.Errorf("another log: %+v", got)
		}
	}
	if got := runMain(t, nil, "stats", writeFile(t, "empty.log", "")); got.status != 0 || !strings.Contains(got.stdout, "nothing to count") {
		t.Errorf("%+v", got)
	}
}

func TestStatsDoesNotWaitForATerminal(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer master.Close() //nolint:errcheck // nothing was written
	defer slave.Close()  //nolint:errcheck // likewise
	var stdout, stderr strings.Builder
	if status := newMain(nil, slave, &stdout, &stderr).Run(t.Context(), []string{"stats"}); status != 1 || !strings.Contains(stderr.String(), "journalctl") {
		t.Errorf("status %d, %s%s", status, &stdout, &stderr)
	}
}
