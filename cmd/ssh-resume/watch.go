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

// watch tells of a file when it may be another one than before: written,
// replaced, removed and made again, or reached by other symbolic links, as
// Kubernetes changes what it mounts.
type watch struct {
	file    string
	changed chan struct{} // holds one element where there is something to tell

	on      *fsnotify.Watcher // nil for none
	telling sync.WaitGroup
}

func newWatch(file string) *watch { return &watch{file: file, changed: make(chan struct{}, 1)} }

// arm watches what leads to the file now. What happened before is not told, so
// the file is to be read after it.
func (w *watch) arm() error {
	on, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch files: %w", err)
	}
	// What leads there may change meanwhile.
	way := wayTo(w.file)
	for ready := false; !ready; {
		if err := watchAll(on, way); err != nil {
			_ = on.Close() // it is of no use
			return err
		}
		before := way
		way = wayTo(w.file)
		ready = slices.Equal(before, way)
	}
	w.close()
	w.on = on
	w.telling.Go(func() { w.tell(on, way) })
	return nil
}

// watchAll watches the directories of what leads to a file: that of the file
// alone tells when another one takes its name.
func watchAll(on *fsnotify.Watcher, way []string) error {
	for _, step := range way {
		dir := filepath.Dir(step)
		if err := on.Add(dir); err != nil {
			return fmt.Errorf("watch %s: %w", dir, err)
		}
	}
	// A file that is mounted by itself is of no directory that could tell.
	_ = on.Add(way[len(way)-1]) // it may be missing
	return nil
}

// tell tells until the watcher is closed.
func (w *watch) tell(on *fsnotify.Watcher, way []string) {
	for {
		select {
		case event, ok := <-on.Events:
			if !ok {
				return
			}
			name := filepath.Clean(event.Name)
			if !slices.ContainsFunc(way, func(step string) bool { return name == step || name == filepath.Dir(step) }) {
				continue // of a neighbour
			}
		case _, ok := <-on.Errors: // something may have been missed
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

// close ends it.
func (w *watch) close() {
	if w.on != nil {
		_ = w.on.Close() // nothing is lost with it
		w.telling.Wait()
		w.on = nil
	}
}

// mostLinks is how many symbolic links lead to a file (Linux: path_resolution(7)).
const mostLinks = 40

// wayTo gives the names that decide which file a name leads to: each symbolic
// link on the way, and at last the file or, where it is missing, the first
// thing of its path that is.
func wayTo(file string) []string {
	path := file
	if dir, err := os.Getwd(); err == nil && !filepath.IsAbs(file) {
		path = dir + string(filepath.Separator) + file // as it stands: ".." behind a link leads elsewhere
	}
	var way []string
	for range mostLinks {
		step := firstStep(path)
		way = append(way, filepath.Clean(step))
		to, err := os.Readlink(step)
		if err != nil {
			break // no link, or none any more
		}
		if !filepath.IsAbs(to) {
			to = filepath.Dir(step) + string(filepath.Separator) + to
		}
		path = to + strings.TrimPrefix(path, step)
	}
	return way
}

// firstStep gives the beginning of a path up to the first symbolic link or
// missing thing; the whole path where there is none.
func firstStep(path string) string {
	root := len(filepath.VolumeName(path)) + 1
	for i := root; i < len(path); i++ {
		if !os.IsPathSeparator(path[i]) {
			continue
		}
		if info, err := os.Lstat(path[:i]); err != nil || info.Mode()&os.ModeSymlink != 0 {
			return path[:i]
		}
	}
	return path
}
