package main

import (
	"cmp"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
)

// publicFile is the mode of files that are there to be read; the umask has the last word.
const publicFile = 0o666

// replaceFile writes a file, as a whole or not at all.
func replaceFile(path string, content []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	var err error
	if info, missing := os.Stat(path); missing == nil && !info.Mode().IsRegular() {
		err = os.WriteFile(path, content, publicFile) // a device or a pipe can't be replaced
	} else {
		temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text())
		if err = createFile(temporary, content); err == nil {
			if err = os.Rename(temporary, path); err != nil {
				_ = os.Remove(temporary) // the first error is what counts
			}
		}
	}
	if err != nil { // the name of the temporary file means nothing to anybody
		return &fs.PathError{Op: writing, Path: path, Err: cause(err)}
	}
	return nil
}

// createFile writes a file that must not exist yet, as a whole or not at all.
func createFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, publicFile)
	if err != nil {
		return &fs.PathError{Op: writing, Path: path, Err: cause(err)}
	}
	_, err = f.Write(content)
	if err = cmp.Or(err, f.Close()); err != nil {
		_ = os.Remove(path) // the first error is what counts
	}
	return err
}
