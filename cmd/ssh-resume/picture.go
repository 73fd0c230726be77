package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // a picture may be in this format
	_ "image/png"  // or in this one
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ssh-resume/internal/resume"
)

// maxPictureSize is the largest picture that is read, in bytes. Each HTML page has the
// whole of it.
const maxPictureSize = 2 << 20

// loadPictures returns the résumé with the pictures that it names, and warns of those
// that can't be shown.
func (f *resumeFile) loadPictures(r *resume.Resume, from source) *resume.Resume {
	read := map[string][]byte{}
	return r.WithPictures(func(name string) []byte {
		if picture, ok := read[name]; ok {
			return picture
		}
		picture, err := readPicture(filepath.Dir(from.name), name)
		if err != nil {
			line := 1 + bytes.Count(from.text[:max(bytes.Index(from.text, []byte(name)), 0)], []byte("\n"))
			f.warn(resume.Problem{File: from.name, Line: line, Column: 1}, fmt.Sprintf("basics.image is not shown: %s %v", name, err))
		}
		read[name] = picture
		f.pictures = append(f.pictures, source{name: name, text: picture, err: err})
		return picture
	})
}

// samePictures reports whether the pictures are those that were read.
func (f *resumeFile) samePictures() bool {
	return !slices.ContainsFunc(f.pictures, func(before source) bool {
		picture, err := readPicture(filepath.Dir(f.name), before.name)
		return !bytes.Equal(picture, before.text) || fmt.Sprint(err) != fmt.Sprint(before.err)
	})
}

// readPicture reads a picture in a folder. A link that leads out of the folder is not
// followed.
func readPicture(folder, name string) ([]byte, error) {
	file, err := os.OpenInRoot(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("is not beside this file")
	}
	if err != nil {
		return nil, fmt.Errorf("can't be read: %w", cause(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	picture, err := io.ReadAll(io.LimitReader(file, maxPictureSize+1))
	if err != nil {
		return nil, fmt.Errorf("can't be read: %w", cause(err))
	}
	if len(picture) > maxPictureSize {
		return nil, fmt.Errorf("is larger than %d MiB; make it smaller", maxPictureSize>>20)
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(picture)); err != nil {
		return nil, errors.New("is no picture in PNG or JPEG")
	}
	return picture, nil
}
