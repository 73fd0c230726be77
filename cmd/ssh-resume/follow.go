package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// quietTime is how long a file has to be left alone before it is read. Editors
// and copies write in pieces, and half of a YAML file may well be one.
const quietTime = 250 * time.Millisecond

// readAnyway is how long a file goes unread where nothing tells of a change. No
// watch sees all: other machines write to network drives, and whole directories
// are moved away above the one of the file.
const readAnyway = time.Minute

// mostTries is how often in a row a file that is busy is looked at: for ten
// seconds.
const mostTries = int(10 * time.Second / quietTime)

// largestFile is what is read at all, in bytes: more than resume.Parse takes, and
// less than would bring a server down.
const largestFile = 16 << 20

// errBusy says that a file was changed while it was read.
var errBusy = errors.New("somebody writes to it")

// follower reads the owner's file again when it has changed.
type follower struct {
	file string
	text []byte // as it was read last
	// anyway is how long it goes unread where nothing tells of a change.
	anyway time.Duration

	// found takes what is there now. It is nil, with an error, where it can't be
	// read.
	found func(*source, error)
	// unwatched is told why nothing tells of changes and what to do: once, and
	// each time that nothing can be done for who asks.
	unwatched func(error)

	failed error // why it could not be read last
	tries  int   // in a row that found it busy
}

// run follows the file until ctx is done. A value of again has it read, and
// found called, though nothing has changed.
func (f *follower) run(ctx context.Context, again <-chan struct{}) {
	if info, err := os.Stat(f.file); err == nil && !info.Mode().IsRegular() {
		for ctx.Err() == nil {
			f.unwatched(errors.New("it can be read only once"))
			select {
			case <-ctx.Done():
			case <-again:
			}
		}
		return
	}
	w := newWatch(f.file)
	defer w.close()
	said := false
	arm := func() {
		err := w.arm()
		if err != nil && !said {
			f.unwatched(fmt.Errorf("%w; it is read every minute; send SIGHUP to have it read at once", err))
		}
		said = err != nil
	}
	arm()
	settle(ctx, f.anyway, w.changed, again, func(asked bool) (busy bool) {
		arm() // another file may have taken its place
		return f.look(asked)
	})
}

// longestRead is how long the end of the program waits for a file that is being
// read: a network drive that has gone may not answer for hours.
const longestRead = 2 * time.Second

// over waits for the end of following a file and tells whether it has come.
func over(ended <-chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(longestRead):
		return false
	}
}

// look reads the file and tells what is new, or what there is where it is asked.
// It is to be called again soon where the file is busy.
func (f *follower) look(asked bool) (busy bool) {
	text, err := readWhole(f.file)
	if !errors.Is(err, errBusy) {
		f.tries = 0
	} else if f.tries++; f.tries < mostTries {
		return true
	}
	was := f.failed
	f.failed = err
	switch {
	case err != nil && (asked || was == nil || was.Error() != err.Error()):
		f.text = nil
		f.found(nil, err)
	case err == nil && (asked || was != nil || !bytes.Equal(text, f.text)):
		f.text = text
		f.found(parsed(f.file, text), nil)
	}
	return false
}

// settle calls look once there has been no change for the quiet time: at the
// start, for what has changed before, and again where it finds the file busy.
// Without any change it calls it when the time of anyway is over. Look is told
// whether again was why.
func settle(ctx context.Context, anyway time.Duration, changed, again <-chan struct{}, look func(asked bool) (busy bool)) {
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
				quiet.Reset(anyway)
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
	text, err := readFile(name)
	if err != nil {
		return nil, err
	}
	after, err := os.Stat(name)
	if err != nil || !os.SameFile(before, after) || before.Size() != after.Size() ||
		!before.ModTime().Equal(after.ModTime()) || int64(len(text)) != after.Size() {
		return nil, fmt.Errorf("read the résumé: %s: %w", name, errBusy)
	}
	return text, nil
}

// readFile reads what there is, if it is not too large for a résumé.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the résumé: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	text, err := io.ReadAll(io.LimitReader(f, largestFile+1))
	if err != nil {
		return nil, fmt.Errorf("read the résumé: %w", err)
	}
	if len(text) > largestFile {
		return nil, fmt.Errorf("read the résumé: %s is larger than %d MiB", name, largestFile>>20)
	}
	return text, nil
}
