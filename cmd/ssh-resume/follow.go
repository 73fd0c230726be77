package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	// lookInterval is how often the files are checked for changes. They are read once two checks in a row agree:
	// editors and copies write in pieces, and half of a YAML file may well be valid YAML. A check costs
	// microseconds and works on network drives and container mounts, which report no changes.
	lookInterval = 250 * time.Millisecond
	// rereadInterval is how often files are read even if they seem unchanged.
	rereadInterval = time.Minute
	// maxReadTime is how long the program, when it ends, waits for a file that is being read: a network drive that
	// is gone may not answer for hours.
	maxReadTime = 2 * time.Second
)

// follower reads the owner's files again whenever they have changed.
type follower struct {
	last     *resumeFile       // as it was last read
	onChange func(*resumeFile) // receives each new version, even one that can't be read

	beside []string  // its translations
	listed time.Time // the folder's modification time when translations were last listed
}

// inBackground runs a function that reads files. Wait waits for its end; it returns false if the drive does not answer.
func inBackground(run func()) (wait func() bool) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		run()
	}()
	return func() bool {
		select {
		case <-ended:
			return true
		case <-time.After(maxReadTime):
			return false
		}
	}
}

// run follows the files, if they can be followed, until ctx is done. A value from reload makes run read and
// report them even if nothing has changed.
func (f *follower) run(ctx context.Context, reload <-chan struct{}) {
	if !f.last.canBeFollowed() {
		return
	}
	ticks := time.NewTicker(lookInterval)
	defer ticks.Stop()
	var seen, read string // stamps of the last check and of the last version read
	asked, readAt := false, time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-reload:
			asked = true
			continue
		case <-ticks.C:
		}
		now := f.stamp()
		isNew := now != read || asked || time.Since(readAt) >= rereadInterval
		if now == seen && isNew {
			version := f.read(asked)
			if f.stamp() == now {
				sameError := version.err != nil && fmt.Sprint(version.err) == fmt.Sprint(f.last.err)
				if asked || version != f.last && !sameError {
					f.last = version
					f.onChange(version)
				}
				read, asked, readAt = now, false, time.Now()
			}
		}
		seen = now
	}
}

// stamp returns a string that changes when a file is written, replaced, added or removed, even through symbolic links.
func (f *follower) stamp() string {
	// The folder may be large. It is listed only if it has changed, or has changed just now: file systems count
	// time in steps.
	dir, _ := filepath.Split(f.last.name)
	info, err := os.Stat(cmp.Or(dir, "."))
	if err != nil || !info.ModTime().Equal(f.listed) || time.Since(f.listed) < 2*time.Second {
		f.beside, f.listed = translations(f.last.name), time.Time{}
		if err == nil {
			f.listed = info.ModTime()
		}
	}
	names := append([]string{f.last.name}, f.beside...)
	for _, p := range f.last.pictures {
		names = append(names, p.name)
	}
	var all strings.Builder
	for _, name := range names {
		if info, err := os.Stat(name); err != nil {
			fmt.Fprintln(&all, err)
		} else {
			fmt.Fprintln(&all, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return all.String()
}

// read reads the files. Unless asked, it does not parse unchanged content again.
func (f *follower) read(asked bool) *resumeFile {
	if info, err := os.Stat(f.last.name); err == nil && !info.Mode().IsRegular() {
		return &resumeFile{name: f.last.name, err: readError(f.last.name, errNoFile)}
	}
	sources := readSources(f.last.name)
	files := slices.Clone(sources)
	for _, p := range f.last.pictures {
		text, err := readPicture(p.name)
		files = append(files, source{name: p.name, text: text, err: err})
	}
	if !asked && sameSources(files, f.last.files()) {
		return f.last
	}
	return parseSources(sources)
}
