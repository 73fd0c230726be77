package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // a picture may be in this format
	_ "image/png"  // or in this one
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

const (
	// maxPictureSize is the largest picture that is read, in bytes. Each HTML page has
	// the whole of it.
	maxPictureSize = 2 << 20
	// maxPixels is how many it may have: more than a photo has, and too few to bring
	// down what shows it.
	maxPixels = 30_000_000
)

// loadPictures returns the résumé with the pictures that it names, and warns of those
// that can't be shown.
func (f *resumeFile) loadPictures(r *resume.Resume, from source) *resume.Resume {
	return r.WithPictures(func(name string) []byte {
		path := filepath.Join(filepath.Dir(from.name), name)
		if shown, ok := f.shown[path]; ok {
			return shown
		}
		picture := readPicture(path)
		f.pictures = append(f.pictures, picture)
		err := picture.err
		if err == nil {
			err = checkPicture(picture.text)
		}
		if err != nil {
			f.warn(from.find(name), fmt.Sprintf("basics.image is not shown: %s %v", name, err))
			picture.text = nil
		}
		f.shown[path] = picture.text
		return picture.text
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
	picture := source{name: path}
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err == nil {
		defer folder.Close() //nolint:errcheck // it was only read
		picture.text, err = readIn(folder, filepath.Base(path))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		picture.err = errors.New("is not beside this file")
	case err != nil:
		picture.err = fmt.Errorf("can't be read: %w", cause(err))
	case len(picture.text) > maxPictureSize:
		picture.err = fmt.Errorf("is larger than %d MiB; make it smaller", maxPictureSize>>20)
	}
	return picture
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

// checkPicture returns why a picture can't be shown.
func checkPicture(picture []byte) error {
	config, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return errors.New("is no picture in PNG or JPEG")
	}
	if config.Width*config.Height > maxPixels {
		return fmt.Errorf("has more than %d million pixels; make it smaller", maxPixels/1_000_000)
	}
	if _, _, err := image.Decode(bytes.NewReader(picture)); err != nil {
		return errors.New("is damaged; save it once more")
	}
	return nil
}
