package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
)

// maxFileSize is the size of the largest file that is read at all, in bytes: more
// than resume.Parse takes, and too little to bring a server down.
const maxFileSize = 16 << 20

// stdin is the file name that stands for standard input.
const stdin = "-"

// resumeFile is a résumé file as it was read.
type resumeFile struct {
	name     string
	err      error // with which it could not be read
	text     []byte
	embedded bool
	modified time.Time      // of a version that is kept elsewhere; zero for the file's own
	resume   *resume.Resume // what visitors may see; nil if a problem is an error
	whole    *resume.Resume // with what is private
	problems []resume.Problem
}

// read reads a résumé: the named file, "-" for standard input, or without a name
// that of SSH_RESUME_FILE or else the embedded one.
func (m *Main) read(file string) (*resumeFile, error) {
	path := cmp.Or(file, m.getenv("SSH_RESUME_FILE"))
	switch path {
	case "":
		f := &resumeFile{name: data.Name, text: data.Resume, embedded: true}
		f.parse()
		return f, nil
	case stdin:
		text, err := readAll(m.Stdin, "standard input")
		if err != nil {
			return nil, err
		}
		return parseFileText("<stdin>", text), nil
	}
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return parseFileText(path, text), nil
}

// load reads a résumé as read does. If it has errors, load reports them on
// standard error.
func (m *Main) load(file string) (*resumeFile, error) {
	f, err := m.read(file)
	if err != nil {
		return nil, err
	}
	if f.resume == nil {
		f.report(m.Stderr)
		return nil, errReported
	}
	return f, nil
}

// parseFileText parses the text of a file.
func parseFileText(name string, text []byte) *resumeFile {
	f := &resumeFile{name: name, text: text}
	f.parse()
	return f
}

func (f *resumeFile) parse() {
	f.whole, f.problems = resume.ParseOn(resume.DateOf(time.Now()), f.name, f.text)
	if f.whole != nil {
		f.resume = f.whole.Public()
	}
}

// changed returns when the résumé was last changed: its file, or the program in
// which it is embedded; now where neither can tell.
func (f *resumeFile) changed() time.Time {
	if !f.modified.IsZero() {
		return f.modified
	}
	file := f.name
	if f.embedded {
		file, _ = os.Executable() // without a name, Stat fails
	}
	if info, err := os.Stat(file); err == nil {
		return info.ModTime()
	}
	return time.Now()
}

// version returns what the server publishes.
func (f *resumeFile) version() catalog.Version {
	return catalog.Version{Resume: f.resume, File: f.name, Changed: f.changed()}
}

// errors returns the problems for which the file can't be used.
func (f *resumeFile) errors() []error {
	if f.err != nil {
		return []error{f.err}
	}
	var all []error
	for _, p := range f.problems {
		if !p.Warning {
			all = append(all, p)
		}
	}
	return all
}

// errBeingWritten says that a file changed while it was read.
var errBeingWritten = errors.New("the file is being written")

// readUnchanged reads a file; errBeingWritten if it may have read half of one.
func readUnchanged(name string) ([]byte, error) {
	before, err := os.Stat(name)
	if err != nil {
		return nil, readError(name, err)
	}
	if !before.Mode().IsRegular() {
		return nil, fmt.Errorf("read résumé %s: it is not a file", name)
	}
	text, err := readFile(name)
	if err != nil {
		return nil, err
	}
	after, err := os.Stat(name)
	if err != nil || !os.SameFile(before, after) || before.Size() != after.Size() ||
		!before.ModTime().Equal(after.ModTime()) || int64(len(text)) != after.Size() {
		return nil, fmt.Errorf("read résumé %s: %w", name, errBeingWritten)
	}
	return text, nil
}

// readFile reads a file of at most maxFileSize.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, readError(name, err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	return readAll(f, name)
}

func readAll(r io.Reader, name string) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxFileSize+1))
	if err != nil {
		return nil, readError(name, err)
	}
	if len(text) > maxFileSize {
		return nil, fmt.Errorf("read résumé %s: it is larger than %d MiB", name, maxFileSize>>20)
	}
	return text, nil
}

// readError names the file once, which the system's errors do only sometimes.
func readError(name string, err error) error {
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		err = pathError.Err
	}
	err = fmt.Errorf("read résumé %s: %w", name, err)
	if errors.Is(err, fs.ErrNotExist) {
		return &missingFileError{name, err}
	}
	return err
}

// missingFileError is the error of a file that does not exist.
type missingFileError struct {
	name string
	error
}

// Unwrap returns the error as it is said.
func (e *missingFileError) Unwrap() error { return e.error }
