package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"ssh-resume/internal/visitor"
)

// testPreview is a preview in a terminal.
type testPreview struct {
	*visitor.Screen

	t             *testing.T
	master, slave *os.File
	stderr        strings.Builder
	status        chan int
	running       sync.WaitGroup
}

func startPreview(t *testing.T, file string) *testPreview {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	p := &testPreview{
		Screen: visitor.NewScreen(visitor.Terminal{Width: 80, Height: 24}),
		t:      t, master: master, slave: slave, status: make(chan int, 1),
	}
	p.running.Go(func() { _, _ = io.Copy(p.Screen, master) }) // until the other end is closed
	p.running.Go(func() { _, _ = io.Copy(master, p.Screen) }) // what it answers
	go func() {
		p.status <- newMain([]string{"TERM=xterm-256color", "LANG=C.UTF-8"}, slave, slave, &p.stderr).Run(t.Context(), []string{"preview", file})
	}()
	return p
}

// waitFor waits until a text is on the screen.
func (p *testPreview) waitFor(text string) {
	p.t.Helper()
	visitor.Eventually(p.t, func() error {
		if shown := p.Text(); !strings.Contains(shown, text) {
			return fmt.Errorf("no %q in\n%s", text, shown)
		}
		return nil
	})
}

// quit presses keys, the last of which must leave, and returns the exit status and standard error.
func (p *testPreview) quit(keys string) (status int, stderr string) {
	p.t.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
	select {
	case status = <-p.status:
	case <-time.After(timeout):
		p.t.Fatalf("no end of\n%s", p.Text())
	}
	_ = p.slave.Close()
	_ = p.Close()
	p.running.Wait()
	_ = p.master.Close()
	return status, p.stderr.String()
}

func TestPreviewFollowsTheFile(t *testing.T) {
	t.Parallel()
	path := writeFile(t, "me.yaml", resumeOf("First")+"hobbies: []\n")
	p := startPreview(t, path)
	p.waitFor("First")
	p.waitFor("1 warning in /")
	p.waitFor("6:1  unknown field \"hobbies\"")
	replace(t, path, resumeOf("Second"))
	p.waitFor("Second")
	overwrite(t, path, strings.Replace(resumeOf("Second"), "name: Second", "nam: Second", 1))
	p.waitFor("1 error in")
	p.waitFor("2:3")
	p.waitFor("    nam: Second")
	p.waitFor("Second") // it is there still
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	p.waitFor("no such file")
	overwrite(t, path, resumeOf("Mended"))
	p.waitFor("Mended")
	if text := p.Text(); strings.Contains(text, "error") || strings.Contains(text, "no such file") {
		t.Errorf("what was wrong stands there still:\n%s", text)
	}
	if status, stderr := p.quit("q"); status != 0 || stderr != "" {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewOfABrokenFileWaitsForItsRepair(t *testing.T) {
	t.Parallel()
	path := writeFile(t, "me.yaml", "basics: {}\n")
	p := startPreview(t, path)
	p.waitFor("1 error in")
	p.waitFor("1:9  basics.name is missing")
	p.waitFor("q leave")
	overwrite(t, path, resumeOf("Mended"))
	p.waitFor("Mended")
	overwrite(t, path, "")
	p.waitFor("the file is empty")
	if status, stderr := p.quit("q"); status != 1 || !strings.Contains(stderr, "me.yaml:1:1: error: the file is empty") {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewOfAMissingFileFails(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "me.yaml")
	p := startPreview(t, path)
	if status, stderr := p.quit(""); status != 1 || !strings.Contains(stderr, path) {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewIsTheInteractiveResume(t *testing.T) {
	t.Parallel()
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	screen := &logBuffer{}
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_, _ = io.Copy(screen, master) // until the other end is closed
	}()
	env := []string{"TERM=xterm-256color", "LANG=C"}
	var stderr strings.Builder
	status := make(chan int, 1)
	go func() { status <- newMain(env, slave, slave, &stderr).Run(t.Context(), []string{"preview"}) }()

	screen.waitFor(t, `(Achievements)`)
	// ctrl+z stops neither the program nor what comes after it.
	if _, err := master.WriteString("\x1a/kafka\r"); err != nil {
		t.Fatal(err)
	}
	screen.waitFor(t, `(match 1 of 2)`)
	if _, err := master.WriteString("q"); err != nil {
		t.Fatal(err)
	}
	screen.waitFor(t, `(return +.*ssh|export pdf)`)
	if got := <-status; got != 0 || stderr.Len() > 0 {
		t.Errorf("status %d, %s", got, &stderr)
	}
	_ = slave.Close()
	<-closed
	_ = master.Close()
	for _, r := range screen.text.String() {
		if r > '~' {
			t.Fatalf("%q on a terminal of ASCII", r)
		}
	}
}
