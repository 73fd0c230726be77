package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"charm.land/log/v2"

	"ssh-resume/internal/resume"
)

// lastGood is where the last version of a résumé file that had no errors is kept,
// so that a server can start although the file is broken. Its path is "" if the
// environment names no directory for it.
type lastGood struct {
	path   string
	logger *log.Logger
	failed bool // that it can't be kept was logged
}

// newLastGood returns the place for the last good version of a file.
func (m *Main) newLastGood(file string, logger *log.Logger) *lastGood {
	absolute, err := filepath.Abs(file)
	if err != nil {
		absolute = file
	}
	// The base name tells people what it is, the sum tells files of that name apart.
	name := fmt.Sprintf("%x-%s", sha256.Sum256([]byte(absolute)), filepath.Base(absolute))
	return &lastGood{path: m.stateFile(filepath.Join("last-good", name[:8]+name[64:])), logger: logger}
}

// load returns the version that is kept under the name of the file, or nil if
// there is none.
func (l *lastGood) load(file string) *resumeFile {
	f := parseSources(readSources(l.path))
	if f.resume == nil {
		return nil // perhaps because another version of the program has kept it
	}
	f.name = file
	return f
}

// keep keeps a version without errors. A server does well without, as long as
// nobody breaks the file, so a failure is only logged.
func (l *lastGood) keep(f *resumeFile) {
	if f.embedded || l.path == "" {
		return
	}
	err := l.write(f)
	if err != nil && !l.failed {
		l.logger.Warn("the last good version of the résumé is not kept: with a broken file, the server would not start", "error", err)
	}
	l.failed = err != nil
}

// write writes the files under the names that translations finds again.
func (l *lastGood) write(f *resumeFile) error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return err
	}
	stale := translations(l.path)
	for i, s := range f.sources {
		path := l.path
		if i > 0 {
			_, lang := resume.SideFile(s.name)
			path = withoutExtension(path) + "." + lang + filepath.Ext(s.name)
		}
		stale = slices.DeleteFunc(stale, func(old string) bool { return old == path })
		if err := cmp.Or(replaceFile(path, s.text, 0o600), os.Chtimes(path, s.changed, s.changed)); err != nil {
			return err
		}
	}
	for _, path := range stale {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
