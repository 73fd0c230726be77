package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"ssh-resume/internal/visitor"
)

func resumeOf(name string) string {
	return "basics:\n  name: " + name + "\n  summary: " + name + " builds things.\nskills:\n  - {group: Languages, name: Daily, keywords: [Go, SQL]}\n"
}

func overwrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func replace(t *testing.T, path, text string) {
	t.Helper()
	overwrite(t, path+"~", text)
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
}

func (s *testServer) waitForText(t *testing.T, text string) {
	t.Helper()
	visitor.Eventually(t, func() error {
		got, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, "")
		if err == nil && !strings.Contains(got.Stdout, text) {
			err = fmt.Errorf("no %q in %s", text, got.Stdout)
		}
		return err
	})
}

func startServerWith(t *testing.T, path string) *testServer {
	t.Helper()
	return startServer(t, t.TempDir(), "--resume="+path, "--connection-rate=100000", "--connection-burst=100000")
}

func TestSavedFileIsServed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "me.yaml")
	overwrite(t, path, resumeOf("First"))
	s := startServerWith(t, path)
	s.waitForText(t, "First")
	reader, err := visitor.Visit(t.Context(), s.addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close() //nolint:errcheck // it has ended by then

	replace(t, path, resumeOf("Renamed"))
	s.waitForText(t, "Renamed")

	// In pieces, each of which would do by itself.
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	for _, piece := range strings.SplitAfter(resumeOf("In Pieces"), "\n") {
		if _, err := f.WriteString(piece); err != nil {
			t.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	quick := time.Since(start) < lookInterval // on a busy machine it may be served by halves
	s.waitForText(t, "In Pieces")
	s.waitForText(t, "Languages")
	if said := s.log.String(); quick && (strings.Count(said, "résumé reloaded") != 2 || strings.Contains(said, "level=error")) {
		t.Errorf("written in pieces, the log says\n%s", said)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `problem=("read résumé .*me.yaml: no such file.*)`)
	s.log.waitFor(t, `(still serving the previous version)`)
	s.waitForText(t, "In Pieces")
	overwrite(t, path, resumeOf("Made Again"))
	s.waitForText(t, "Made Again")

	// The whole directory, as a deployment may do.
	if err := os.Rename(dir, dir+"-old"); err == nil { // not where files in use are locked
		s.waitForText(t, "Made Again")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, path, resumeOf("In Another Directory"))
		s.waitForText(t, "In Another Directory")
	}

	// A reader is told, and reads on.
	if err := reader.WaitFor(t.Context(), "r read the new version"); err != nil {
		t.Fatal(err)
	}
	if text := reader.Screen().Text(); !strings.Contains(text, "First") {
		t.Errorf("the reader sees\n%s", text)
	}
	if err := reader.Press("r"); err != nil {
		t.Fatal(err)
	}
	if err := reader.WaitFor(t.Context(), "this is the new version"); err != nil {
		t.Error(err)
	}
	if strings.Contains(reader.Screen().Text(), "First") {
		t.Errorf("after r the reader sees\n%s", reader.Screen().Text())
	}
}

func TestBrokenFileIsLoggedAndNotServed(t *testing.T) {
	t.Parallel()
	path := writeFile(t, "me.yaml", resumeOf("First"))
	s := startServerWith(t, path)
	replace(t, path, "basics: {nam: Ada}\nwork: true\n")
	s.log.waitFor(t, `level=(error) msg="problem in the résumé" problem=.*me.yaml:1:9`)
	s.log.waitFor(t, `level=(error) msg="problem in the résumé" problem=.*me.yaml:2:7`)
	s.log.waitFor(t, `(still serving the previous version" version=2.* problems=2)`)
	s.waitForText(t, "First")
	replace(t, path, "")
	s.log.waitFor(t, `(the file is empty)`)
	s.waitForText(t, "First")
	replace(t, path, resumeOf("First")) // as it was
	s.log.waitFor(t, `(résumé read again and unchanged)`)
	replace(t, path, resumeOf("Mended")+"hobbies: [sailing]\n")
	s.waitForText(t, "Mended")
	s.log.waitFor(t, `level=(warn) msg="problem in the résumé" problem=.*hobbies`)
	if n := strings.Count(s.log.String(), "the file is empty"); n != 1 {
		t.Errorf("logged %d times", n)
	}
}

func requireMetric(t *testing.T, url, line string) {
	t.Helper()
	visitor.Eventually(t, func() error {
		answer, err := http.Get(url) //nolint:gosec // it is the test's own server
		if err != nil {
			return err
		}
		text, err := io.ReadAll(answer.Body)
		if err = errors.Join(err, answer.Body.Close()); err == nil && !strings.Contains(string(text), line+"\n") {
			err = fmt.Errorf("no %s in\n%s", line, text)
		}
		return err
	})
	http.DefaultClient.CloseIdleConnections()
}

func symlink(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path+"_tmp"); err != nil {
		t.Skip(err)
	}
	if err := os.Rename(path+"_tmp", path); err != nil {
		t.Fatal(err)
	}
}

func TestFileBehindSymbolicLinksIsFollowed(t *testing.T) {
	t.Parallel()
	// As Kubernetes mounts a ConfigMap: me.yaml → ..data/me.yaml, ..data → ..2024_x.
	dir := t.TempDir()
	version := func(name, text string) {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, filepath.Join(dir, name, "me.yaml"), text)
		symlink(t, name, filepath.Join(dir, "..data"))
	}
	version("..2024_1", resumeOf("First"))
	symlink(t, filepath.Join("..data", "me.yaml"), filepath.Join(dir, "me.yaml"))
	// And a link elsewhere to where it is mounted.
	mounted := filepath.Join(t.TempDir(), "mounted")
	symlink(t, dir, mounted)

	s := startServerWith(t, filepath.Join(mounted, "me.yaml"))
	for i, name := range []string{"Second", "Third"} {
		version(fmt.Sprintf("..2024_%d", i+2), resumeOf(name))
		s.waitForText(t, name)
		if err := os.RemoveAll(filepath.Join(dir, fmt.Sprintf("..2024_%d", i+1))); err != nil {
			t.Fatal(err)
		}
	}
	overwrite(t, filepath.Join(dir, "..2024_3", "me.yaml"), resumeOf("In Place"))
	s.waitForText(t, "In Place")
	other := t.TempDir()
	overwrite(t, filepath.Join(other, "me.yaml"), resumeOf("Elsewhere"))
	symlink(t, other, mounted)
	s.waitForText(t, "Elsewhere")
}

func TestSIGHUPReloadsTheFile(t *testing.T) {
	top := t.TempDir()
	path := filepath.Join(top, "app", "config", "me.yaml")
	replace := func(text string) {
		t.Helper()
		if err := os.Rename(filepath.Join(top, "app"), filepath.Join(top, "app.old"+rand.Text())); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, path, text)
	}
	replace(resumeOf("First"))
	s := startServerWith(t, path)
	s.waitForText(t, "First")
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `(résumé read again and unchanged)`)
	replace(resumeOf("Second"))
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.waitForText(t, "Second")
	replace("none")
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `(still serving the previous version)`)
	s.waitForText(t, "Second")
	s.cancel()
	if status := s.wait(t); status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestSIGHUPWithoutAFileIsHarmless(t *testing.T) {
	s := startServer(t, t.TempDir())
	s.log.waitFor(t, `msg=(serving)`)
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `(no file to read again)`)
	s.waitForText(t, "Marcus Rodriguez")
}

// TestSIGHUPDoesNotLookAtTheFile replaces the file with a folder: looking at it would report that it can't be
// followed, and on a drive that hangs would block all signals.
func TestSIGHUPDoesNotLookAtTheFile(t *testing.T) {
	path := writeFile(t, "me.yaml", resumeOf("First"))
	s := startServerWith(t, path)
	overwrite(t, path, resumeOf("Second")) // once it is served, the file is followed
	s.waitForText(t, "Second")
	if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700)); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `(it is not a file)`)
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Count(s.log.String(), "it is not a file")
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	visitor.Eventually(t, func() error {
		if strings.Count(s.log.String(), "it is not a file") == before {
			return errors.New("not read again")
		}
		return nil
	})
	if strings.Contains(s.log.String(), "no file to read again") {
		t.Errorf("the log says\n%s", s.log)
	}
}

func TestServerStopsWhenItsTerminalIsGone(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer slave.Close() //nolint:errcheck // its other end has gone
	log, status := &logBuffer{}, make(chan int, 1)
	args := []string{"--listen=127.0.0.1:0", "--resume=" + writeFile(t, "me.yaml", resumeOf("First"))}
	go func() {
		status <- newMain([]string{"STATE_DIRECTORY=" + t.TempDir()}, slave, log, log).Run(t.Context(), args)
	}()
	log.waitFor(t, `(server started)`)
	_ = master.Close()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	log.waitFor(t, `(the terminal that started the program is gone)`)
	select {
	case got := <-status:
		if got != 0 {
			t.Errorf("status %d", got)
		}
	case <-time.After(timeout):
		t.Fatalf("no end of\n%s", log)
	}
}

func TestParentDirectoryOfALinkIsFollowed(t *testing.T) {
	t.Parallel()
	// link/../me.yaml is beside what the link leads to, not beside the link.
	here, there := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(there, "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	symlink(t, filepath.Join(there, "inner"), filepath.Join(here, "link"))
	path := filepath.Join(there, "me.yaml")
	overwrite(t, path, resumeOf("First"))
	s := startServerWith(t, filepath.Join(here, "link")+"/../me.yaml")
	s.waitForText(t, "First")
	for _, name := range []string{"Second", "Third"} { // what the first read may have seen, and a change
		replace(t, path, resumeOf(name))
		s.waitForText(t, name)
	}
}

func TestFileInADirectoryThatCannotBeListedIsFollowed(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "closed")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "me.yaml")
	overwrite(t, path, resumeOf("First"))
	if err := os.Chmod(dir, 0o300); err != nil { // what is in it can be read, and the directory can't
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	s := startServerWith(t, path)
	replace(t, path, resumeOf("Second"))
	s.waitForText(t, "Second")
}
