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

// previewing is a preview in a terminal.
type previewing struct {
	*visitor.Screen

	t             *testing.T
	master, slave *os.File
	stderr        strings.Builder
	status        chan int
	running       sync.WaitGroup
}

func preview(t *testing.T, file string) *previewing {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	p := &previewing{
		Screen: visitor.NewScreen(visitor.Terminal{Width: 80, Height: 24}),
		t:      t, master: master, slave: slave, status: make(chan int, 1),
	}
	p.running.Go(func() { _, _ = io.Copy(p.Screen, master) }) // until the other end is closed
	p.running.Go(func() { _, _ = io.Copy(master, p.Screen) }) // what it answers
	go func() {
		p.status <- run(t.Context(), []string{"preview", file}, []string{"TERM=xterm-256color", "LANG=C.UTF-8"}, slave, slave, &p.stderr)
	}()
	return p
}

// shows waits until a text is on the screen.
func (p *previewing) shows(text string) {
	p.t.Helper()
	waitUntil(p.t, func() error {
		if shown := p.Text(); !strings.Contains(shown, text) {
			return fmt.Errorf("no %q in\n%s", text, shown)
		}
		return nil
	})
}

// leaves presses keys, the last of which is to leave, and gives the exit status
// and standard error.
func (p *previewing) leaves(keys string) (status int, stderr string) {
	p.t.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
	select {
	case status = <-p.status:
	case <-time.After(patience):
		p.t.Fatalf("no end of\n%s", p.Text())
	}
	_ = p.slave.Close()
	_ = p.Close()
	p.running.Wait()
	_ = p.master.Close()
	return status, p.stderr.String()
}

func TestPreviewFollowsTheFile(t *testing.T) {
	path := write(t, "me.yaml", yaml("First")+"hobbies: []\n")
	p := preview(t, path)
	p.shows("First")
	p.shows("1 warning: ssh-resume check")
	rename(t, path, yaml("Second"))
	p.shows("Second")
	put(t, path, strings.Replace(yaml("Second"), "name: Second", "nam: Second", 1))
	p.shows("1 error in")
	p.shows("2:3")
	p.shows("    nam: Second")
	p.shows("Second") // it is there still
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	p.shows("no such file")
	put(t, path, yaml("Mended"))
	p.shows("Mended")
	if text := p.Text(); strings.Contains(text, "error") || strings.Contains(text, "no such file") {
		t.Errorf("what was wrong stands there still:\n%s", text)
	}
	if status, stderr := p.leaves("q"); status != 0 || stderr != "" {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewOfABadFileWaitsUntilItIsMended(t *testing.T) {
	path := write(t, "me.yaml", "basics: {}\n")
	p := preview(t, path)
	p.shows("1 error in")
	p.shows("1:9  basics.name is missing")
	p.shows("q leave")
	put(t, path, yaml("Mended"))
	p.shows("Mended")
	put(t, path, "")
	p.shows("the file is empty")
	if status, stderr := p.leaves("q"); status != 1 || !strings.Contains(stderr, "me.yaml:1:1: error: the file is empty") {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewOfAFileThatIsNotThereSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "me.yaml")
	p := preview(t, path)
	if status, stderr := p.leaves(""); status != 1 || !strings.Contains(stderr, path) {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestPreviewIsTheInteractiveResume(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	screen := &watched{}
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_, _ = io.Copy(screen, master) // until the other end is closed
	}()
	env := []string{"TERM=xterm-256color", "LANG=C"}
	var stderr strings.Builder
	status := make(chan int, 1)
	go func() { status <- run(t.Context(), []string{"preview"}, env, slave, slave, &stderr) }()

	screen.find(t, `(Achievements)`)
	// ctrl+z stops neither the program nor what comes after it.
	if _, err := master.WriteString("\x1a/kafka\r"); err != nil {
		t.Fatal(err)
	}
	screen.find(t, `(match 1 of 2)`)
	if _, err := master.WriteString("q"); err != nil {
		t.Fatal(err)
	}
	screen.find(t, `(Thank you for reading)`)
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
