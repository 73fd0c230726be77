package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// publicFile is the mode of files that are there to be read; the umask has the last
// word.
const publicFile fs.FileMode = 0o666

// replaceFile writes a file, as a whole or not at all.
func replaceFile(path string, content []byte, mode fs.FileMode) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeTo(path, os.O_WRONLY, mode, content) // a device or a pipe can't be replaced
	}
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text())
	err := writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode, content)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary) // it may not exist
		// The name of the temporary file means nothing to anybody.
		return fmt.Errorf("write %s: %w", path, errors.Unwrap(err))
	}
	return nil
}

// createFile writes a file that must not exist yet, as a whole or not at all.
func createFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, publicFile)
	if err != nil {
		return err
	}
	if err = writeAndClose(f, content); err != nil {
		_ = os.Remove(path) // the first error is what counts
	}
	return err
}

func writeTo(path string, flags int, mode fs.FileMode, content []byte) error {
	f, err := os.OpenFile(path, flags, mode)
	if err != nil {
		return err
	}
	return writeAndClose(f, content)
}

func writeAndClose(f *os.File, content []byte) error {
	_, err := f.Write(content)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
