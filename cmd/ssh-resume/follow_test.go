package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestFileIsReadOnceChangesAreOver has no clock but that of the bubble.
func TestFileIsReadOnceChangesAreOver(t *testing.T) {
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
			debounce(ctx, time.Hour, changed, again, func(by bool) bool {
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
		expect(false, debounceTime) // what changed before
		for range 40 {              // pieces
			changed <- struct{}{}
			wait(debounceTime / 2)
		}
		wait(time.Minute)
		expect(false, 39*debounceTime/2+debounceTime)
		again <- struct{}{}
		wait(time.Minute)
		expect(true, debounceTime)
		mu.Lock()
		busy = 2
		mu.Unlock()
		changed <- struct{}{}
		wait(time.Minute)
		expect(false, debounceTime, 2*debounceTime, 3*debounceTime)
		wait(3 * time.Hour)
		expect(false, time.Hour-time.Minute+3*debounceTime, 2*time.Hour-time.Minute+3*debounceTime, 3*time.Hour-time.Minute+3*debounceTime)
		cancel()
		<-done
	})
}

// yaml is a small résumé.
// overwrite writes a file in place.
// replace replaces a file as editors do.
// waitForText waits until visitors get a text.
// startServerWith serves a file, without a limit on new connections.
// requireMetric waits for a line of the metrics.
// symlink makes a symbolic link, or replaces it.
func TestFileThatCanBeReadOnlyOnceIsNotReadAgain(t *testing.T) {
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Skip(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	calls, again := 0, make(chan struct{}, 1)
	again <- struct{}{}
	f := follower{file: os.DevNull, onChange: func(*resumeFile) { t.Error("it was read") }, onUnwatched: func(err error) {
		if strings.Contains(err.Error(), "SIGHUP") {
			t.Error(err)
		}
		if calls++; calls == 2 { // a request is answered
			cancel()
		}
	}}
	f.run(ctx, again)
	if calls != 2 {
		t.Errorf("called %d times", calls)
	}
}

func TestFileThatIsAlwaysBusyIsReportedOnce(t *testing.T) {
	const file = "/proc/version" // a file by its mode, of no size
	if info, err := os.Stat(file); err != nil || info.Size() != 0 {
		t.Skip("there is none")
	}
	calls := 0
	f := follower{file: file, onChange: func(s *resumeFile) {
		if calls++; s.err == nil || !strings.Contains(s.err.Error(), file+": the file is being written") {
			t.Error(s.err)
		}
	}}
	for i := range 3 * maxBusyReads {
		if busy := f.read(false); busy != (i+1 < maxBusyReads) {
			t.Fatalf("busy at look %d: %t", i+1, busy)
		}
	}
	if calls != 1 {
		t.Errorf("called %d times", calls)
	}
}

func TestShutdownDoesNotWaitForAHangingDrive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := make(chan struct{})
		if waitForFollower(ended) {
			t.Error("it is over before its end")
		}
		close(ended)
		if !waitForFollower(ended) {
			t.Error("its end is not seen")
		}
	})
}

func TestReplacedDirectoryFarAboveIsNoticed(t *testing.T) {
	top := t.TempDir()
	app := func(name string) string {
		path := filepath.Join(top, "app", "config", "me.yaml")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, path, yaml(name))
		return path
	}
	path := app("First")
	found := make(chan *resumeFile, 10)
	f := follower{
		file: path, poll: 10 * time.Millisecond,
		onChange:    func(s *resumeFile) { found <- s },
		onUnwatched: func(err error) { t.Error(err) },
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); f.run(ctx, nil) }()
	defer func() { cancel(); <-ended }()
	waitFor := func(name string) {
		t.Helper()
		for end := time.After(timeout); ; {
			select {
			case s := <-found:
				if s.resume != nil && s.resume.Basics.Name == name {
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

func TestHugeFileIsNotRead(t *testing.T) {
	path := writeFile(t, "me.yaml", "")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip(err)
	}
	if _, err := readUnchanged(path); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
	if got := runMain(t, nil, "check", path); got.status != 1 || !strings.Contains(got.stderr, "larger than") {
		t.Errorf("%+v", got)
	}
}

func TestFileBeingWrittenIsNotRead(t *testing.T) {
	path := writeFile(t, "me.yaml", yaml("First"))
	if text, err := readUnchanged(path); err != nil || string(text) != yaml("First") {
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
	eventually(t, func() error {
		_, err := readUnchanged(path)
		if errors.Is(err, errBeingWritten) {
			return nil
		}
		return errors.Join(errors.New("it is not seen that somebody writes to it"), err)
	})
	close(stop)
	<-stopped
}
