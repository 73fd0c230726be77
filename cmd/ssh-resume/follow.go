package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	// lookInterval is how often the files are looked at. They are read once they stay
	// the same from one look to the next: editors and copies write in pieces, and half
	// of a YAML file may well be valid YAML. Looking costs microseconds and works on
	// network drives and container mounts, which report no changes.
	lookInterval = 250 * time.Millisecond
	// rereadInterval is how often files are read though they look the same.
	rereadInterval = time.Minute
	// maxUnsettledLooks is how often in a row files may look different before that
	// counts as an error: for ten seconds.
	maxUnsettledLooks = int(10 * time.Second / lookInterval)
	// maxReadTime is how long the end of the program waits for a file that is being
	// read: a network drive that is gone may not answer for hours.
	maxReadTime = 2 * time.Second
)

// follower reads the owner's files again whenever they have changed.
type follower struct {
	last *resumeFile // as it was last read

	beside []string  // its translations
	listed time.Time // when the folder was last changed before they were looked for

	// onStart, which may be nil, is called before the first look.
	onStart func()
	// onChange receives each new version, also if it can't be read.
	onChange func(*resumeFile)
	// onReadOnce is told that the file can be read only once: at the start, and at each
	// request to reload it.
	onReadOnce func()
}

// start follows the files until ctx is done. A value from reload has them read and
// reported even though nothing has changed. Wait returns when the follower has
// ended; it is false if the drive does not answer.
func (f *follower) start(ctx context.Context, reload <-chan struct{}) (wait func() bool) {
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		if f.onStart != nil {
			f.onStart()
		}
		f.run(ctx, reload)
	}()
	return func() bool {
		select {
		case <-stopped:
			return true
		case <-time.After(maxReadTime):
			return false
		}
	}
}

func (f *follower) run(ctx context.Context, reload <-chan struct{}) {
	if f.last.embedded {
		return
	}
	if info, err := os.Stat(f.last.name); err == nil && !info.Mode().IsRegular() {
		for ctx.Err() == nil {
			if f.onReadOnce != nil {
				f.onReadOnce()
			}
			select {
			case <-ctx.Done():
			case <-reload:
			}
		}
		return
	}
	ticks := time.NewTicker(lookInterval)
	defer ticks.Stop()
	var seen, read string // stamps of the last look and of what was last read
	asked, unsettled, readAt := false, 0, time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-reload:
			asked = true
			continue
		case <-ticks.C:
		}
		now := stamp(f.names())
		if now != seen {
			seen = now
			if unsettled++; unsettled == maxUnsettledLooks {
				f.report(unreadable(f.last.name, errors.New("the file is being written")), false)
			}
			continue
		}
		unsettled = 0
		if now == read && !asked && time.Since(readAt) < rereadInterval {
			continue
		}
		version := f.read(asked)
		if seen = stamp(f.names()); seen == now {
			f.report(version, asked)
			read, asked, readAt = now, false, time.Now()
		}
	}
}

// names returns the files to look at. The folder, which may be a large one, is listed
// only if it has changed, or has done so just now: file systems count time in steps.
func (f *follower) names() []string {
	var changed time.Time
	if info, err := os.Stat(filepath.Dir(f.last.name)); err == nil {
		changed = info.ModTime()
	}
	if !changed.Equal(f.listed) || changed.IsZero() || time.Since(changed) < 2*time.Second {
		f.beside, f.listed = translations(f.last.name), changed
	}
	names := append([]string{f.last.name}, f.beside...)
	for _, p := range f.last.pictures {
		names = append(names, p.name)
	}
	return names
}

// read reads the files. Unless asked, it does not parse again what they said before.
func (f *follower) read(asked bool) *resumeFile {
	if info, err := os.Stat(f.last.name); err == nil && !info.Mode().IsRegular() {
		return unreadable(f.last.name, errNoFile)
	}
	sources := readSources(f.last.name)
	files := slices.Clone(sources)
	for _, p := range f.last.pictures {
		files = append(files, readPicture(p.name))
	}
	if !asked && sameSources(files, f.last.files()) {
		return f.last
	}
	return parseSources(sources)
}

// report calls onChange if the version is new, or if asked is set.
func (f *follower) report(version *resumeFile, asked bool) {
	if !asked && (version == f.last || version.err != nil && fmt.Sprint(version.err) == fmt.Sprint(f.last.err)) {
		return
	}
	f.last = version
	f.onChange(version)
}
