package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/picture"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/sshd"
)

// stdin is the file name that stands for standard input.
const stdin = "-"

// resumeFile is a résumé as its files were read.
type resumeFile struct {
	name     string
	err      error    // with which it could not be read
	sources  []source // the named file first
	pictures []source // the pictures that they name
	embedded bool
	whole    *resume.Resume // including private fields; nil if a problem is an error
	public   *resume.Resume // what visitors may see of it
	fallback *resume.Resume // the whole without the translations that have errors; nil if one of those may hide something
	problems []resume.Problem
}

// read reads a résumé: the named file ("-" for standard input) or, without a name, the file in SSH_RESUME_FILE,
// or else the embedded résumé.
func (m *Main) read(file string) *resumeFile {
	switch path := cmp.Or(file, m.getenv("SSH_RESUME_FILE")); path {
	case "":
		_, _, committed := buildOf(debug.ReadBuildInfo())
		f := parseSources([]source{{name: data.Name, text: data.Resume, changed: committed}})
		f.embedded = true
		return f
	case stdin:
		in := readAll(m.Stdin, "standard input")
		in.name = "<stdin>"
		return parseSources([]source{in})
	default:
		return parseSources(readSources(path))
	}
}

// canBeFollowed reports whether a file may change: not the embedded one, nor a pipe, which can be read only once.
func (f *resumeFile) canBeFollowed() bool {
	info, err := os.Stat(f.name)
	return !f.embedded && (err != nil || info.Mode().IsRegular())
}

// files returns all files that were read.
func (f *resumeFile) files() []source { return slices.Concat(f.sources, f.pictures) }

// reportErrors reports the errors in the file, and returns why it can't be used.
func (f *resumeFile) reportErrors(stderr io.Writer) error {
	if f.err == nil && f.public == nil {
		f.report(stderr)
		return errReported
	}
	return f.err
}

// parseSources parses a file and its translations.
func parseSources(sources []source) *resumeFile {
	f := &resumeFile{name: sources[0].name, err: sources[0].err, sources: sources}
	if f.err != nil {
		return f
	}
	var whole *resume.Resume
	mayHide := false // a private field of one translation is private in all, but this one can't be read
	for i, s := range sources {
		r, problems := s.parse()
		f.problems = append(f.problems, problems...)
		switch {
		case i == 0:
			whole = r
		case r != nil && whole != nil:
			var err error
			if whole, err = resume.Join(whole, r); err != nil {
				f.warn(s.at(0), err.Error())
			}
		case r == nil && (s.err != nil || bytes.Contains(s.text, []byte("private"))):
			mayHide = true
		}
	}
	if whole == nil {
		return f
	}
	whole = f.loadPictures(whole)
	if len(f.errors()) == 0 {
		f.whole, f.public = whole, whole.Public()
	}
	if !mayHide {
		f.fallback = whole
	}
	return f
}

// loadPictures returns the résumé with the pictures that it names, and warns about pictures that can't be shown.
func (f *resumeFile) loadPictures(r *resume.Resume) *resume.Resume {
	loaded := map[string][]byte{} // nil for one that can't be shown; several languages may have the same
	return r.WithPictures(func(name string) []byte {
		if shown, ok := loaded[name]; ok {
			return shown
		}
		path := filepath.Join(filepath.Dir(f.name), name)
		text, err := readPicture(path)
		f.pictures = append(f.pictures, source{name: path, text: text, err: err})
		if err == nil {
			loaded[name], err = picture.Prepare(text)
		}
		if err != nil {
			loaded[name] = nil
			at := f.locate(func(text []byte) int { return bytes.Index(text, []byte(name)) })
			f.warn(at, fmt.Sprintf("basics.image is not shown: %s %v", name, err))
		}
		return loaded[name]
	})
}

// source is a file of a résumé: the one that the owner names, or a translation beside it.
type source struct {
	name    string
	text    []byte
	changed time.Time
	err     error // with which it could not be read
}

func (s *source) parse() (*resume.Resume, []resume.Problem) {
	if s.err != nil {
		return nil, []resume.Problem{{File: s.name, Line: 1, Column: 1, Message: "it can't be read: " + cause(s.err).Error()}}
	}
	today := resume.Date(time.Now().Format(time.DateOnly))
	return resume.ParseServed(today, sshd.Commands(export.Formats(nil)), s.name, s.text)
}

// revision returns what to publish, with what is private in it; the zero Revision if f is nil.
func (f *resumeFile) revision() catalog.Revision {
	if f == nil {
		return catalog.Revision{}
	}
	newest := slices.MaxFunc(f.sources, func(a, b source) int { return a.changed.Compare(b.changed) })
	return catalog.Revision{Resume: cmp.Or(f.whole, f.fallback), File: f.name, Changed: newest.changed}
}

// errors returns the problems that make the file unusable.
func (f *resumeFile) errors() (all []error) {
	if f.err != nil {
		return []error{f.err}
	}
	for _, p := range f.problems {
		if !p.Warning {
			all = append(all, p)
		}
	}
	return all
}

// maxFileSize is the size of the largest file that is read at all, in bytes: more than resume.Parse accepts, and too
// little to bring a server down.
const maxFileSize = 16 << 20

// extensions are the file name extensions of résumés.
var extensions = []string{".yaml", ".yml", ".json"}

// readSources reads a file and its translations.
func readSources(file string) []source {
	all := []source{readSource(file)}
	for _, name := range translations(file) {
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // a pipe would never end
			all = append(all, source{name: name, err: readError(name, errNoFile)})
		} else {
			all = append(all, readSource(name))
		}
	}
	return all
}

var errNoFile = errors.New("it is not a file")

func readSource(name string) source {
	f, err := os.Open(name)
	if err != nil {
		return source{name: name, err: readError(name, err)}
	}
	defer f.Close() //nolint:errcheck // it was only read
	s := readAll(f, name)
	if info, err := f.Stat(); err == nil {
		s.changed = info.ModTime()
	}
	return s
}

func readAll(r io.Reader, name string) source {
	text, err := io.ReadAll(io.LimitReader(r, maxFileSize+1))
	if err == nil && len(text) > maxFileSize {
		err = fmt.Errorf("it is larger than %d MiB", maxFileSize>>20)
	}
	if err != nil {
		return source{name: name, err: readError(name, err)}
	}
	return source{name: name, text: text, changed: time.Now()}
}

// sameSources reports whether the files have the same names and contents.
func sameSources(a, b []source) bool {
	return slices.EqualFunc(a, b, func(a, b source) bool {
		return a.name == b.name && bytes.Equal(a.text, b.text) && fmt.Sprint(a.err) == fmt.Sprint(b.err)
	})
}

// translations returns the files with the same résumé in other languages: me.de.yaml and me.pt-BR.yaml beside
// me.yaml. A directory that can't be listed has none.
func translations(file string) []string {
	dir, base := filepath.Split(file) // not cleaned: ".." after a link leads elsewhere
	entries, _ := os.ReadDir(cmp.Or(dir, "."))
	var all []string
	for _, entry := range entries {
		of, lang := resume.SideFile(entry.Name())
		if lang != "" && slices.Contains(extensions, filepath.Ext(of)) && withoutExtension(of) == withoutExtension(base) {
			all = append(all, dir+entry.Name())
		}
	}
	return all
}

func withoutExtension(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

// readError names the file once, as the system's errors don't always do.
func readError(name string, err error) error {
	return &fs.PathError{Op: readingResume, Path: name, Err: cause(err)}
}

// The beginnings of errors about a file.
const readingResume, writing = "read résumé", "write"

// cause returns an error without its context.
func cause(err error) error { return cmp.Or(errors.Unwrap(err), err) }

// maxPictureSize is the size of the largest picture that is read, in bytes: about that of a camera's photo.
const maxPictureSize = 8 << 20

// readPicture reads a picture in the folder of a résumé. A link that leads out of the folder is not followed.
// Errors complete a sentence that begins with the picture's name.
func readPicture(path string) ([]byte, error) {
	name := filepath.Base(path)
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("can't be read: %w", cause(err))
	}
	defer folder.Close() //nolint:errcheck // it was only read
	switch info, err := folder.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("is not beside this file")
	case err != nil:
		return nil, fmt.Errorf("can't be read: %w", cause(err))
	case !info.Mode().IsRegular(): // a pipe would never end
		return nil, fmt.Errorf("can't be read: %w", errNoFile)
	case info.Size() > maxPictureSize:
		return nil, fmt.Errorf("is larger than %d MiB; make it smaller", maxPictureSize>>20)
	}
	return folder.ReadFile(name)
}

// at returns the place of the byte at an offset.
func (s *source) at(offset int) resume.Problem { return resume.At(s.name, s.text, offset) }
