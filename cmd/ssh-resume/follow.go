package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// debounceTime is how long a file must be left alone before it is read. Editors
// and copies write in pieces, and half of a YAML file may well be valid YAML.
const debounceTime = 250 * time.Millisecond

// pollInterval is how often a file is read though nothing reported a change. No
// watch sees everything: other machines write to network drives, and directories
// far above the file are replaced.
const pollInterval = time.Minute

// maxBusyReads is how often in a row a file that is being written is read before
// that counts as an error: for ten seconds.
const maxBusyReads = int(10 * time.Second / debounceTime)

// follower reads the owner's file again whenever it has changed.
type follower struct {
	file string
	text []byte        // as it was last read
	poll time.Duration // between two reads without a change

	// onChange receives each new version, also if it can't be read.
	onChange func(*resumeFile)
	// onUnwatched is told why changes are not noticed at once, and what to do: once,
	// or at each request to reload a file that can be read only once.
	onUnwatched func(error)

	failed    error // the last read's error
	busyReads int   // in a row
}

// run follows the file until ctx is done. A value from reload has it read and
// reported even though nothing has changed.
func (f *follower) run(ctx context.Context, reload <-chan struct{}) {
	if info, err := os.Stat(f.file); err == nil && !info.Mode().IsRegular() {
		for ctx.Err() == nil {
			f.onUnwatched(errors.New("it can be read only once"))
			select {
			case <-ctx.Done():
			case <-reload:
			}
		}
		return
	}
	w := newWatch(f.file)
	defer w.close()
	told := false
	arm := func() {
		err := w.arm()
		if err != nil && !told {
			f.onUnwatched(fmt.Errorf("%w; it is read every minute; send SIGHUP to have it read at once", err))
		}
		told = err != nil
	}
	arm()
	debounce(ctx, f.poll, w.changed, reload, func(asked bool) (busy bool) {
		arm() // another file may be in its place
		return f.read(asked)
	})
}

// maxReadTime is how long the end of the program waits for a file that is being
// read: a network drive that is gone may not answer for hours.
const maxReadTime = 2 * time.Second

// waitForFollower waits until the channel is closed, but no longer than
// maxReadTime, and reports whether it was closed.
func waitForFollower(stopped <-chan struct{}) bool {
	select {
	case <-stopped:
		return true
	case <-time.After(maxReadTime):
		return false
	}
}

// read reads the file and calls onChange if it, or the error, is new, or if asked
// is set. A file that is being written is busy: call read again soon.
func (f *follower) read(asked bool) (busy bool) {
	text, err := readUnchanged(f.file)
	if !errors.Is(err, errBeingWritten) {
		f.busyReads = 0
	} else if f.busyReads++; f.busyReads < maxBusyReads {
		return true
	}
	before := f.failed
	f.failed = err
	switch {
	case err != nil && (asked || before == nil || before.Error() != err.Error()):
		f.text = nil
		f.onChange(&resumeFile{name: f.file, err: err})
	case err == nil && (asked || before != nil || !bytes.Equal(text, f.text)):
		f.text = text
		f.onChange(parseFileText(f.file, text))
	}
	return false
}

// debounce calls read once no change was reported for debounceTime: at the start,
// for changes before that, after each burst of changes, and again while the file
// is busy. Without changes it calls read every interval. Asked reports whether a
// value from reload was the reason.
func debounce(ctx context.Context, interval time.Duration, changed, reload <-chan struct{}, read func(asked bool) (busy bool)) {
	asked := false
	timer := time.NewTimer(debounceTime)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			timer.Reset(debounceTime)
		case <-reload:
			asked = true
			timer.Reset(debounceTime)
		case <-timer.C:
			if read(asked) {
				timer.Reset(debounceTime)
			} else {
				asked = false
				timer.Reset(interval)
			}
		}
	}
}
