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

// startFollowing follows a file in a bubble without a clock of its own, and returns
// the versions that it reads, each with the time since the call.
func startFollowing(t *testing.T, path string, reload <-chan struct{}) (versions func() string) {
	t.Helper()
	var mu sync.Mutex
	var all []string
	start := time.Now()
	f := follower{last: parseSources(readSources(path)), onChange: func(now *resumeFile) {
		mu.Lock()
		defer mu.Unlock()
		what := fmt.Sprint(now.err)
		if now.public != nil {
			what = now.public.Basics.Name
		}
		all = append(all, fmt.Sprintf("%s after %s", what, time.Since(start)))
	}}
	ctx, cancel := context.WithCancel(t.Context())
	wait := inBackground(func() { f.run(ctx, reload) })
	t.Cleanup(func() { cancel(); wait() })
	return func() string {
		synctest.Wait()
		mu.Lock()
		defer mu.Unlock()
		said := strings.Join(all, ", ")
		all, start = nil, time.Now()
		return said
	}
}

func TestFileIsReadOnceChangesAreOver(t *testing.T) {
	path := writeFile(t, "me.yaml", resumeOf("First"))
	synctest.Test(t, func(t *testing.T) {
		reload := make(chan struct{}, 1)
		versions := startFollowing(t, path, reload)
		expect := func(want string) {
			t.Helper()
			if got := versions(); got != want {
				t.Errorf("read %q, want %q", got, want)
			}
		}
		time.Sleep(time.Second + lookInterval/2) // between two looks
		expect("")
		for i := range 8 { // in pieces, each of which would do by itself
			overwrite(t, path, resumeOf("First")+strings.Repeat("#", i))
			time.Sleep(lookInterval)
		}
		expect("")
		overwrite(t, path, resumeOf("Second"))
		time.Sleep(time.Minute)
		expect("Second after 375ms")
		reload <- struct{}{}
		time.Sleep(time.Second)
		expect("Second after 125ms")
		// Of the same size and time: only reading it again tells.
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		overwrite(t, path, resumeOf("Thirds"))
		if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rereadInterval)
		if got := versions(); !strings.HasPrefix(got, "Thirds after ") {
			t.Errorf("read %q", got)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * rereadInterval)
		expect("read résumé " + path + ": no such file or directory after 375ms")
		overwrite(t, path, resumeOf("Thirds"))
		time.Sleep(5 * rereadInterval)
		expect("Thirds after 375ms")
	})
}

func TestFileThatCanBeReadOnlyOnceIsNotReadAgain(t *testing.T) {
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Skip(err)
	}
	reload := make(chan struct{}, 1)
	reload <- struct{}{}
	f := follower{last: &resumeFile{name: os.DevNull}, onChange: func(*resumeFile) { t.Error("it was read") }}
	f.run(t.Context(), reload) // returns at once
}

func TestLookingDoesNotListAFolderThatHasNotChanged(t *testing.T) {
	path := writeFile(t, "me.yaml", resumeOf("First"))
	dir, ago := filepath.Dir(path), time.Now().Add(-time.Hour)
	for i := range 200 {
		overwrite(t, filepath.Join(dir, fmt.Sprint(i)), "")
	}
	if err := os.Chtimes(dir, ago, ago); err != nil {
		t.Fatal(err)
	}
	f := follower{last: parseSources(readSources(path))}
	before := f.stamp()
	if allocated := testing.AllocsPerRun(10, func() { f.stamp() }); allocated > 100 {
		t.Errorf("a look takes %v allocations", allocated)
	}
	overwrite(t, filepath.Join(dir, "me.de.yaml"), resumeOf("First"))
	if f.stamp() == before {
		t.Error("a new translation is not seen")
	}
}

func TestShutdownDoesNotWaitForAHangingDrive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hanging, reload := make(chan struct{}), make(chan struct{}, 1)
		path := writeFile(t, "me.yaml", resumeOf("First"))
		f := follower{last: &resumeFile{name: path, err: errors.New("none")}, onChange: func(*resumeFile) { <-hanging }}
		ctx, cancel := context.WithCancel(t.Context())
		wait := inBackground(func() { f.run(ctx, reload) })
		time.Sleep(time.Second)
		cancel()
		if wait() {
			t.Error("it has ended before its end")
		}
		close(hanging)
		if !wait() {
			t.Error("its end is not seen")
		}
	})
}

func TestHugeFileIsNotRead(t *testing.T) {
	path := writeFile(t, "me.yaml", "")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip(err)
	}
	if err := readSource(path).err; err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
	if got := runMain(t, nil, "check", path); got.status != 1 || !strings.Contains(got.stderr, "larger than") {
		t.Errorf("%+v", got)
	}
}
