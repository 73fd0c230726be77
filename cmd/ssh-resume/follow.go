package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// quietTime is how long a file has to be left alone before it is read. Editors
// and copies write in pieces, and half of a YAML file may well be one.
const quietTime = 250 * time.Millisecond

// largestFile is what is read at all, in bytes: more than resume.Parse takes, and
// less than would bring a server down.
const largestFile = 16 << 20

// errBusy says that a file was changed while it was read.
var errBusy = errors.New("somebody writes to it")

// follower reads the owner's file again when it has changed.
type follower struct {
	file string
	text []byte // as it was read last

	// found takes what is there now. It is nil, with an error, where it can't be
	// read.
	found func(*source, error)
	// unwatched is told, once, why nothing tells of changes and what to do.
	unwatched func(error)
}

// run follows the file until ctx is done. A value of again has it read, and
// found called, though nothing has changed.
func (f *follower) run(ctx context.Context, again <-chan struct{}) {
	if info, err := os.Stat(f.file); err == nil && !info.Mode().IsRegular() {
		f.unwatched(errors.New("it can be read only once"))
		return
	}
	w := newWatch(f.file)
	defer w.close()
	said := false
	arm := func() {
		if err := w.arm(); err != nil && !said {
			said = true
			f.unwatched(fmt.Errorf("%w; send SIGHUP to have the file read again", err))
		}
	}
	arm()
	var failed error
	settle(ctx, w.changed, again, func(asked bool) (busy bool) {
		arm() // another file may have taken its place
		text, err := readWhole(f.file)
		if errors.Is(err, errBusy) {
			return true
		}
		was := failed
		failed = err
		switch {
		case err != nil && (asked || was == nil || was.Error() != err.Error()):
			f.text = nil
			f.found(nil, err)
		case err == nil && (asked || was != nil || !bytes.Equal(text, f.text)):
			f.text = text
			f.found(parsed(f.file, text), nil)
		}
		return false
	})
}

// settle calls look once there has been no change for the quiet time, and once
// at the start, for what has changed before. It is told whether again was why, and called again where it
// finds the file busy.
func settle(ctx context.Context, changed, again <-chan struct{}, look func(asked bool) (busy bool)) {
	asked := false
	quiet := time.NewTimer(quietTime)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			quiet.Reset(quietTime)
		case <-again:
			asked = true
			quiet.Reset(quietTime)
		case <-quiet.C:
			if look(asked) {
				quiet.Reset(quietTime)
			} else {
				asked = false
			}
		}
	}
}

// readWhole reads a file; errBusy where it may be half of one.
func readWhole(name string) ([]byte, error) {
	before, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("read the résumé: %w", err)
	}
	if !before.Mode().IsRegular() {
		return nil, fmt.Errorf("read the résumé: %s is no file", name)
	}
	if before.Size() > largestFile {
		return nil, fmt.Errorf("read the résumé: %s is larger than %d MiB", name, largestFile>>20)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the résumé: %w", err)
	}
	after, err := os.Stat(name)
	if err != nil || !os.SameFile(before, after) || before.Size() != after.Size() ||
		!before.ModTime().Equal(after.ModTime()) || int64(len(text)) != after.Size() {
		return nil, errBusy
	}
	return text, nil
}
