package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// watch reports when a name may lead to another file than before: one that was
// written, replaced, removed and made again, or reached by other symbolic links,
// as Kubernetes changes what it mounts.
type watch struct {
	file    string
	changed chan struct{} // buffered: holds one element if there was a change

	watcher *fsnotify.Watcher // nil before arm
	forward sync.WaitGroup
}

func newWatch(file string) *watch { return &watch{file: file, changed: make(chan struct{}, 1)} }

// arm watches everything on the path to the file as it is now. It does not report
// earlier changes, so read the file after it.
func (w *watch) arm() error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch files: %w", err)
	}
	// The links may change meanwhile.
	chain := linkChain(w.file)
	for stable := false; !stable; {
		if err := watchAll(watcher, chain); err != nil {
			_ = watcher.Close() // it is of no use
			return err
		}
		before := chain
		chain = linkChain(w.file)
		stable = slices.Equal(before, chain)
	}
	w.close()
	w.watcher = watcher
	w.forward.Go(func() { w.forwardEvents(watcher, chain) })
	return nil
}

// watchAll watches the directory of each link and of the file: only that of the
// file reports that another file takes its name.
func watchAll(watcher *fsnotify.Watcher, chain []string) error {
	for _, step := range chain {
		dir := filepath.Dir(step)
		if err := watcher.Add(dir); err != nil {
			return fmt.Errorf("watch %s: %w", dir, err)
		}
	}
	// The directory of a file that is mounted by itself reports nothing.
	_ = watcher.Add(chain[len(chain)-1]) // it may be missing
	return nil
}

// forwardEvents reports changes until the watcher is closed.
func (w *watch) forwardEvents(watcher *fsnotify.Watcher, chain []string) {
	for {
		select {
		case event, ok := <-watcher.Events:
			if !ok {
				return
			}
			name := filepath.Clean(event.Name)
			if !slices.ContainsFunc(chain, func(step string) bool { return name == step || name == filepath.Dir(step) }) {
				continue // another file of the directory
			}
		case _, ok := <-watcher.Errors: // events may be lost
			if !ok {
				return
			}
		}
		select {
		case w.changed <- struct{}{}:
		default:
		}
	}
}

// close stops the watch.
func (w *watch) close() {
	if w.watcher != nil {
		_ = w.watcher.Close() // nothing is lost with it
		w.forward.Wait()
		w.watcher = nil
	}
}

// maxLinks is how many symbolic links a path may have (Linux: path_resolution(7)).
const maxLinks = 40

// linkChain returns the paths that decide which file a name leads to: each
// symbolic link on the way, and last the file itself or, if it is missing, the
// first missing element of its path.
func linkChain(file string) []string {
	path := file
	if dir, err := os.Getwd(); err == nil && !filepath.IsAbs(file) {
		path = dir + string(filepath.Separator) + file // not cleaned: ".." after a link leads elsewhere
	}
	var chain []string
	for range maxLinks {
		link := firstLink(path)
		chain = append(chain, filepath.Clean(link))
		target, err := os.Readlink(link)
		if err != nil {
			break // not a link, or not any more
		}
		if !filepath.IsAbs(target) {
			target = filepath.Dir(link) + string(filepath.Separator) + target
		}
		path = target + strings.TrimPrefix(path, link)
	}
	return chain
}

// firstLink returns the beginning of a path up to its first symbolic link or
// missing element; the whole path if it has neither.
func firstLink(path string) string {
	for i := 1; i < len(path); i++ {
		if !os.IsPathSeparator(path[i]) {
			continue
		}
		if info, err := os.Lstat(path[:i]); err != nil || info.Mode()&os.ModeSymlink != 0 {
			return path[:i]
		}
	}
	return path
}
