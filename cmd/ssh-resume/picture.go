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
	"unicode/utf8"

	"ssh-resume/internal/picture"
	"ssh-resume/internal/resume"
)

// maxPictureSize is the largest picture that is read, in bytes: about that of a photo as a
// camera takes it.
const maxPictureSize = 8 << 20

// loadPictures returns the résumé with the pictures that it names, and warns of those
// that can't be shown.
func (f *resumeFile) loadPictures(r *resume.Resume, from source) *resume.Resume {
	return r.WithPictures(func(name string) []byte {
		path := filepath.Join(filepath.Dir(from.name), name)
		if shown, ok := f.shown[path]; ok {
			return shown
		}
		file := readPicture(path)
		f.pictures = append(f.pictures, file)
		shown, err := []byte(nil), file.err
		if err == nil {
			shown, err = picture.Prepare(file.text)
		}
		if err != nil {
			f.warn(from.find(name), fmt.Sprintf("basics.image is not shown: %s %v", name, err))
		}
		f.shown[path] = shown
		return shown
	})
}

// find returns the place where a text first stands in the file.
func (s *source) find(text string) resume.Problem {
	before := s.text[:max(bytes.Index(s.text, []byte(text)), 0)]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return resume.Problem{File: s.name, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(line)}
}

// readPicture reads a file. A link that leads out of its folder is not followed.
func readPicture(path string) source {
	file := source{name: path}
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err == nil {
		defer folder.Close() //nolint:errcheck // it was only read
		file.text, err = readIn(folder, filepath.Base(path))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		file.err = errors.New("is not beside this file")
	case err != nil:
		file.err = fmt.Errorf("can't be read: %w", cause(err))
	case len(file.text) > maxPictureSize:
		file.err = fmt.Errorf("is larger than %d MiB; make it smaller", maxPictureSize>>20)
	}
	return file
}

func readIn(folder *os.Root, name string) ([]byte, error) {
	if info, err := folder.Stat(name); err != nil || !info.Mode().IsRegular() { // a pipe would never end
		return nil, cmp.Or(err, errNoFile)
	}
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return io.ReadAll(io.LimitReader(file, maxPictureSize+1))
}
