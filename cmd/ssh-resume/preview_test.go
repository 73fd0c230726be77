package main

import (
	"io"
	"strings"
	"testing"

	"github.com/creack/pty"
)

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
