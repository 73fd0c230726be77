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
	"slices"
	"strings"
	"time"

	"ssh-resume/internal/resume"
)

// maxFileSize is the size of the largest file that is read at all, in bytes: more
// than resume.Parse takes, and too little to bring a server down.
const maxFileSize = 16 << 20

// source is a file of a résumé: the one that the owner names, or one beside it with
// the same résumé in another language.
type source struct {
	name    string
	text    []byte
	changed time.Time
	err     error // with which it could not be read
}

// extensions are those of files with a résumé.
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

// sameSources reports whether the files are the same and say the same.
func sameSources(a, b []source) bool {
	return slices.EqualFunc(a, b, func(a, b source) bool {
		return a.name == b.name && bytes.Equal(a.text, b.text) && fmt.Sprint(a.err) == fmt.Sprint(b.err)
	})
}

// translations returns the files with the same résumé in other languages: beside
// me.yaml, me.de.yaml and me.pt-BR.yaml. A directory that can't be listed has none.
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

// readError names the file once, which the system's errors do only sometimes.
func readError(name string, err error) error {
	return &fs.PathError{Op: readingResume, Path: name, Err: cause(err)}
}

// What errors about a file begin with.
const readingResume, writing = "read résumé", "write"

// cause returns an error without its context.
func cause(err error) error { return cmp.Or(errors.Unwrap(err), err) }

// maxPictureSize is the largest picture that is read, in bytes: about that of a photo as a
// camera takes it.
const maxPictureSize = 8 << 20

// readPicture reads a picture in the folder of a résumé. A link that leads out of that
// is not followed. Errors read on from the picture's name.
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
