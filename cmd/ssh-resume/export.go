package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/export"
)

// textWidth is the width of a plain text that nobody is known to look at yet,
// in cells.
const textWidth = 80

type exportCmd struct {
	Format string `arg:"" optional:"" complete:"export" help:"What to write: ${formats}."`
	File   string `arg:"" optional:"" complete:"file" help:"The résumé; without it, that of $$SSH_RESUME_FILE or the embedded one."`
	Out    string `short:"o" type:"file" placeholder:"OUT" help:"Where to write it; standard output without it. An existing file is replaced, as a whole or not at all."`
}

// formatNames gives what can be exported, as it is typed.
func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatList gives them as a list to read.
func formatList() string { return strings.Join(formatNames(), ", ") }

// Run writes the résumé in the format.
func (c *exportCmd) Run(p *program) error {
	if c.Format == "" {
		return fmt.Errorf("name a format to export; there are: %s", formatList())
	}
	format, ok := export.FormatNamed(c.Format)
	if !ok {
		return fmt.Errorf("there is no format %q; there are: %s", c.Format, formatList())
	}
	s, err := p.load(c.File)
	if err != nil {
		return err
	}
	content, err := format.Make(s.resume, export.Source{Name: s.name, Data: s.text})
	if err != nil {
		return fmt.Errorf("export %s: %w", c.Format, err)
	}
	if format.Missing != nil {
		for _, m := range format.Missing(s.resume) {
			_, _ = fmt.Fprintf(p.stderr, "%s: warning: the PDF can't show %q (%U); it has □ there\n", name, m.Char, m.Char)
		}
	}
	if c.Out != "" && c.Out != "-" {
		return writeFile(c.Out, content)
	}
	if out, ok := p.stdout.(*os.File); ok && term.IsTerminal(out.Fd()) && format.Binary {
		return fmt.Errorf("%s is not for terminals; write it to a file: %s export %s -o %s", format.Name, name, format.Name, format.File)
	}
	_, err = p.stdout.Write(content)
	return err
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
	return fill(f, content)
}

// fill writes all of a file and closes it.
func fill(f *os.File, content []byte) error {
	_, err := f.Write(content)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
