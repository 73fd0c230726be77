package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/creack/pty"

	"ssh-resume/internal/visitor"
)

// TestChangesAreLookedAtOnceTheyAreOver has no clock but that of the bubble.
func TestChangesAreLookedAtOnceTheyAreOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		changed, again := make(chan struct{}, 1), make(chan struct{}, 1)
		var mu sync.Mutex // of what follows
		var looks []time.Duration
		var asked []bool
		busy := 0
		start := time.Now()
		done := make(chan struct{})
		go func() {
			defer close(done)
			settle(ctx, time.Hour, changed, again, func(by bool) bool {
				mu.Lock()
				defer mu.Unlock()
				looks, asked = append(looks, time.Since(start)), append(asked, by)
				busy--
				return busy >= 0
			})
		}()
		wait := func(d time.Duration) { <-time.After(d); synctest.Wait() }
		expect := func(by bool, at ...time.Duration) {
			t.Helper()
			mu.Lock()
			defer mu.Unlock()
			if fmt.Sprint(looks) != fmt.Sprint(at) {
				t.Errorf("looked at %v, want %v", looks, at)
			}
			for _, a := range asked {
				if a != by {
					t.Errorf("asked: %v", asked)
				}
			}
			looks, asked, start = nil, nil, time.Now()
		}
		wait(time.Minute)
		expect(false, quietTime) // what changed before
		for range 40 {           // pieces
			changed <- struct{}{}
			wait(quietTime / 2)
		}
		wait(time.Minute)
		expect(false, 39*quietTime/2+quietTime)
		again <- struct{}{}
		wait(time.Minute)
		expect(true, quietTime)
		mu.Lock()
		busy = 2
		mu.Unlock()
		changed <- struct{}{}
		wait(time.Minute)
		expect(false, quietTime, 2*quietTime, 3*quietTime)
		wait(3 * time.Hour)
		expect(false, time.Hour-time.Minute+3*quietTime, 2*time.Hour-time.Minute+3*quietTime, 3*time.Hour-time.Minute+3*quietTime)
		cancel()
		<-done
	})
}

// yaml is a small résumé.
func yaml(name string) string {
	return "basics:\n  name: " + name + "\n  summary: Builds things.\nskills:\n  - {group: Languages, name: Daily, keywords: [Go, SQL]}\n"
}

// put writes a file as it is in one directory, in place.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// rename replaces a file as editors do.
func rename(t *testing.T, path, text string) {
	t.Helper()
	put(t, path+"~", text)
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
}

// gets waits until visitors get a text.
func (s *serving) gets(t *testing.T, text string) {
	t.Helper()
	waitUntil(t, func() error {
		got, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, "")
		if err == nil && !strings.Contains(got.Stdout, text) {
			err = fmt.Errorf("no %q in %s", text, got.Stdout)
		}
		return err
	})
}

// serveFile serves a file; visitors may come as often as they like.
func serveFile(t *testing.T, path string) *serving {
	t.Helper()
	return serve(t, t.TempDir(), "--resume="+path, "--connection-rate=100000", "--connection-burst=100000")
}

func TestASavedFileIsServed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "me.yaml")
	put(t, path, yaml("First"))
	s := serveFile(t, path)
	s.gets(t, "First")
	reader, err := visitor.Visit(t.Context(), s.addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close() //nolint:errcheck // it has ended by then

	rename(t, path, yaml("Renamed"))
	s.gets(t, "Renamed")

	// In pieces, each of which would do by itself.
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	for _, piece := range strings.SplitAfter(yaml("In Pieces"), "\n") {
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
	quick := time.Since(start) < quietTime // on a busy machine it may be served by halves
	s.gets(t, "In Pieces")
	s.gets(t, "Languages")
	if said := s.log.String(); quick && (strings.Count(said, "résumé reloaded") != 2 || strings.Contains(said, "level=error")) {
		t.Errorf("of what was written in pieces the log says\n%s", said)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.log.find(t, `problem=("read the résumé: .*me.yaml: no such file.*|"read the résumé: .*cannot find.*)`)
	s.log.find(t, `(still serving the version before)`)
	s.gets(t, "In Pieces")
	put(t, path, yaml("Made Again"))
	s.gets(t, "Made Again")

	// The whole directory, as a deployment may do.
	if err := os.Rename(dir, dir+"-old"); err == nil { // not where files in use are locked
		s.gets(t, "Made Again")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, path, yaml("In Another Directory"))
		s.gets(t, "In Another Directory")
	}

	// Who reads has been told, and reads on.
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

func TestABadFileIsToldAndChangesNothing(t *testing.T) {
	path := write(t, "me.yaml", yaml("First"))
	s := serveFile(t, path)
	rename(t, path, "basics: {nam: Ada}\nwork: 7\n")
	s.log.find(t, `level=(error) msg="a problem with the résumé" problem=.*me.yaml:1:9`)
	s.log.find(t, `level=(error) msg="a problem with the résumé" problem=.*me.yaml:2:7`)
	s.log.find(t, `(still serving the version before" version=2.* problems=2)`)
	s.gets(t, "First")
	rename(t, path, "")
	s.log.find(t, `(the file is empty)`)
	s.gets(t, "First")
	rename(t, path, yaml("First")) // as it was
	s.log.find(t, `(it is what is served)`)
	rename(t, path, yaml("Mended")+"hobbies: [sailing]\n")
	s.gets(t, "Mended")
	s.log.find(t, `level=(warn) msg="a problem with the résumé" problem=.*hobbies`)
	if n := strings.Count(s.log.String(), "the file is empty"); n != 1 {
		t.Errorf("told %d times", n)
	}
}

// link makes a symbolic link, in place of one that is there.
func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path+"_tmp"); err != nil {
		t.Skip(err)
	}
	if err := os.Rename(path+"_tmp", path); err != nil {
		t.Fatal(err)
	}
}

func TestAFileBehindLinksIsFollowed(t *testing.T) {
	// As Kubernetes mounts a ConfigMap: me.yaml → ..data/me.yaml, ..data → ..2024_x.
	dir := t.TempDir()
	version := func(name, text string) {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, name, "me.yaml"), text)
		link(t, name, filepath.Join(dir, "..data"))
	}
	version("..2024_1", yaml("First"))
	link(t, filepath.Join("..data", "me.yaml"), filepath.Join(dir, "me.yaml"))
	// And a link elsewhere to where it is mounted.
	mounted := filepath.Join(t.TempDir(), "mounted")
	link(t, dir, mounted)

	s := serveFile(t, filepath.Join(mounted, "me.yaml"))
	for i, name := range []string{"Second", "Third"} {
		version(fmt.Sprintf("..2024_%d", i+2), yaml(name))
		s.gets(t, name)
		if err := os.RemoveAll(filepath.Join(dir, fmt.Sprintf("..2024_%d", i+1))); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(dir, "..2024_3", "me.yaml"), yaml("In Place"))
	s.gets(t, "In Place")
	other := t.TempDir()
	put(t, filepath.Join(other, "me.yaml"), yaml("Elsewhere"))
	link(t, other, mounted)
	s.gets(t, "Elsewhere")
}

func TestSIGHUPHasTheFileReadAgain(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is none")
	}
	// That a directory far above is another one is not seen for a minute.
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
		put(t, path, text)
	}
	replace(yaml("First"))
	s := serveFile(t, path)
	s.gets(t, "First")
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.find(t, `(it is what is served)`)
	replace(yaml("Second"))
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.gets(t, "Second")
	replace("none")
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.find(t, `(still serving the version before)`)
	s.gets(t, "Second")
	s.cancel()
	if status := s.wait(t); status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestSIGHUPWithoutAFileIsHarmless(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is none")
	}
	s := serve(t, t.TempDir())
	s.log.find(t, `msg=(serving)`)
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.log.find(t, `(there is no file to read again)`)
	s.gets(t, "Marcus Rodriguez")
}

func TestServingEndsWithTheTerminalThatItWasStartedIn(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer slave.Close() //nolint:errcheck // its other end has gone
	log, status := &watched{}, make(chan int, 1)
	args := []string{"--listen=127.0.0.1:0", "--resume=" + write(t, "me.yaml", yaml("First"))}
	go func() {
		status <- run(t.Context(), args, []string{"STATE_DIRECTORY=" + t.TempDir()}, slave, log, log)
	}()
	log.find(t, `(server started)`)
	_ = master.Close()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	log.find(t, `(the terminal in which the program was started has gone)`)
	select {
	case got := <-status:
		if got != 0 {
			t.Errorf("status %d", got)
		}
	case <-time.After(patience):
		t.Fatalf("no end of\n%s", log)
	}
}

func TestWhatCanBeReadOnlyOnceIsNotReadAgain(t *testing.T) {
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Skip(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	told, again := 0, make(chan struct{}, 1)
	again <- struct{}{}
	f := follower{file: os.DevNull, found: func(*source, error) { t.Error("it was read") }, unwatched: func(err error) {
		if strings.Contains(err.Error(), "SIGHUP") {
			t.Error(err)
		}
		if told++; told == 2 { // who asks is answered
			cancel()
		}
	}}
	f.run(ctx, again)
	if told != 2 {
		t.Errorf("told %d times", told)
	}
}

func TestAFileThatIsNeverWholeIsToldOnce(t *testing.T) {
	const file = "/proc/version" // a file by its mode, of no size
	if info, err := os.Stat(file); err != nil || info.Size() != 0 {
		t.Skip("there is none")
	}
	told := 0
	f := follower{file: file, found: func(_ *source, err error) {
		if told++; err == nil || !strings.Contains(err.Error(), file+": somebody writes to it") {
			t.Error(err)
		}
	}}
	for i := range 3 * mostTries {
		if busy := f.look(false); busy != (i+1 < mostTries) {
			t.Fatalf("busy at look %d: %t", i+1, busy)
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

func TestTheEndDoesNotWaitForADriveThatHasGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := make(chan struct{})
		if over(ended) {
			t.Error("it is over before its end")
		}
		close(ended)
		if !over(ended) {
			t.Error("its end is not seen")
		}
	})
}

func TestAReplacedDirectoryFarAboveIsSeenInTheEnd(t *testing.T) {
	top := t.TempDir()
	app := func(name string) string {
		path := filepath.Join(top, "app", "config", "me.yaml")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, path, yaml(name))
		return path
	}
	path := app("First")
	found := make(chan *source, 10)
	f := follower{
		file: path, anyway: 10 * time.Millisecond,
		found:     func(s *source, _ error) { found <- s },
		unwatched: func(err error) { t.Error(err) },
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); f.run(ctx, nil) }()
	defer func() { cancel(); <-ended }()
	waitFor := func(name string) {
		t.Helper()
		for end := time.After(patience); ; {
			select {
			case s := <-found:
				if s != nil && s.resume.Basics.Name == name {
					return
				}
			case <-end:
				t.Fatal("not seen: " + name)
			}
		}
	}
	waitFor("First")
	if err := os.Rename(filepath.Join(top, "app"), filepath.Join(top, "app.old")); err != nil {
		t.Skip(err)
	}
	app("Second")
	waitFor("Second")
}

func TestAFileBeyondALinkIsFollowed(t *testing.T) {
	// link/../me.yaml is beside what the link leads to, not beside the link.
	here, there := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(there, "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(there, "inner"), filepath.Join(here, "link"))
	path := filepath.Join(there, "me.yaml")
	put(t, path, yaml("First"))
	s := serveFile(t, filepath.Join(here, "link")+"/../me.yaml")
	s.gets(t, "First")
	for _, name := range []string{"Second", "Third"} { // what the first look may have seen, and what is told
		rename(t, path, yaml(name))
		s.gets(t, name)
	}
}

func TestWithoutAWatchSIGHUPStillWorks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "closed")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "me.yaml")
	put(t, path, yaml("First"))
	if err := os.Chmod(dir, 0o300); err != nil { // what is in it can be read, and the directory can't
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if _, err := os.ReadDir(dir); err == nil {
		t.Skip("permissions mean nothing to this user")
	}
	s := serveFile(t, path)
	s.log.find(t, `msg="the résumé is not followed" because=".*(send SIGHUP)`)
	rename(t, path, yaml("Second"))
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.gets(t, "Second")
	if n := strings.Count(s.log.String(), "not followed"); n != 1 {
		t.Errorf("told %d times", n)
	}
}

func TestAnEnormousFileIsNotRead(t *testing.T) {
	path := write(t, "me.yaml", "")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip(err)
	}
	if _, err := readWhole(path); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
	if got := do(t, nil, "check", path); got.status != 1 || !strings.Contains(got.stderr, "larger than") {
		t.Errorf("%+v", got)
	}
}

func TestAFileThatIsWrittenToIsNotReadByHalves(t *testing.T) {
	path := write(t, "me.yaml", yaml("First"))
	if text, err := readWhole(path); err != nil || string(text) != yaml("First") {
		t.Errorf("%s, %v", text, err)
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				_ = os.WriteFile(path, []byte(strings.Repeat("x", i%1000)), 0o600)
			}
		}
	}()
	waitUntil(t, func() error {
		_, err := readWhole(path)
		if errors.Is(err, errBusy) {
			return nil
		}
		return errors.Join(errors.New("it is not seen that somebody writes to it"), err)
	})
	close(stop)
	<-stopped
}
