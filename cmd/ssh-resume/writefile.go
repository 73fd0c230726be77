package main

import (
	"cmp"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
)

// publicFile is the mode of files that anyone may read, before the umask.
const publicFile = 0o666

// replaceFile writes a file completely or not at all.
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
	if err != nil { // nobody knows the name of the temporary file
		return &fs.PathError{Op: writing, Path: path, Err: cause(err)}
	}
	return nil
}

// createFile writes a file that must not exist yet, completely or not at all.
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

// replaced is the suffix of a folder that is being replaced.
const replaced = ".old"

// writeFiles replaces the files of a folder. Even if it is interrupted, either all old files or all new ones
// are in the folder, or all old ones in the folder with the suffix replaced.
func writeFiles(folder string, files []source) error {
	next, old := folder+".next", folder+replaced
	if err := cmp.Or(os.RemoveAll(next), os.MkdirAll(next, 0o700)); err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(next, filepath.Base(f.name))
		if f.err == nil {
			if err := cmp.Or(os.WriteFile(path, f.text, 0o600), os.Chtimes(path, f.changed, f.changed)); err != nil {
				return err
			}
		}
	}
	if _, err := os.Lstat(folder); err == nil { // otherwise the old one is all there is
		if err := cmp.Or(os.RemoveAll(old), os.Rename(folder, old)); err != nil {
			return err
		}
	}
	if err := os.Rename(next, folder); err != nil {
		return err
	}
	return os.RemoveAll(old)
}
