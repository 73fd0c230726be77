package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// textWidth is the width of a plain text that nobody is known to look at yet,
// in cells.
const textWidth = 80

// formats are what a résumé can be written as.
var formats = []struct {
	name string
	file func(*resume.Resume) []byte
}{
	{"text", func(r *resume.Resume) []byte { return []byte(export.Text(r, textWidth)) }},
}

type exportCmd struct {
	Format string `arg:"" help:"What to write: text."`
	File   string `arg:"" optional:"" help:"The résumé; without it, that of $$SSH_RESUME_FILE or the embedded one."`
	Out    string `short:"o" type:"file" placeholder:"OUT" help:"Where to write it; standard output without it. An existing file is replaced, as a whole or not at all."`
}

// Run writes the résumé in the format.
func (c *exportCmd) Run(p *program) error {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
		if f.name != c.Format {
			continue
		}
		s, err := p.load(c.File)
		if err != nil {
			return err
		}
		if c.Out != "" && c.Out != "-" {
			return writeFile(c.Out, f.file(s.resume))
		}
		_, err = p.stdout.Write(f.file(s.resume))
		return err
	}
	return fmt.Errorf("there is no format %q; there is: %s", c.Format, strings.Join(names, ", "))
}

// writeFile writes a file as a whole or not at all.
func writeFile(path string, content []byte) error {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeTo(path, os.O_WRONLY, content) // a device or a pipe can't be replaced
	}
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text())
	err := writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, content)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary) // there may be none
		// The name of the temporary file means nothing to anybody.
		return fmt.Errorf("write %s: %w", path, errors.Unwrap(err))
	}
	return nil
}

func writeTo(path string, flags int, content []byte) error {
	f, err := os.OpenFile(path, flags, 0o666) //nolint:gosec // a résumé is there to be read; the umask has the last word
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
