package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/alecthomas/kong"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/typeset/fonts"
)

type exportCmd struct {
	Format  string    `arg:"" type:"export" help:"The format: ${formats}."`
	File    string    `arg:"" optional:"" type:"file" help:"The résumé, or - for standard input. Without it, that of $$SSH_RESUME_FILE, or the embedded one."`
	Out     string    `short:"o" type:"file" placeholder:"OUT" help:"File to write. Without it, standard output. An earlier export is replaced, as a whole or not at all; another file only with --force."`
	Lang    string    `type:"language" placeholder:"TAG" help:"Language, of those that the résumé has, such as de or pt-BR. Without it, the first. yaml has them all."`
	Force   bool      `help:"Replace OUT whatever it is, except the résumé itself."`
	Fonts   fontFlags `embed:""`
	Private bool      `help:"Include what visitors never get: private fields and, in yaml, comments and unknown fields."`
}

// Run writes the résumé in the format.
func (c *exportCmd) Run(m *Main, k *kong.Context) error {
	library, err := fonts.New(c.Fonts.Font...)
	if err != nil {
		return err
	}
	formats := export.Formats(library) // the parser accepts no others
	format := formats[slices.IndexFunc(formats, func(f export.Format) bool { return f.Name == c.Format })]
	f := m.read(c.File)
	if err := f.reportErrors(m.Stderr); err != nil {
		return err
	}
	r := f.public
	if c.Private {
		r = f.whole
	}
	if c.Lang != "" && !format.AllLanguages {
		if r, err = m.inLanguage(r, c.Lang); err != nil {
			return err
		}
	}
	var content []byte
	if c.Private && format.ForOwner != nil {
		content, err = format.ForOwner(r, f.sources[0].text)
	} else {
		content, err = format.Make(r)
	}
	if unreadable, ok := errors.AsType[*export.UnreadableError](err); ok {
		return fmt.Errorf("export %s: %w; %s", c.Format, err, fontAdvice(unreadable.Missing))
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", c.Format, err)
	}
	if format.Missing != nil {
		if missing := format.Missing(r); len(missing) > 0 {
			_, _ = fmt.Fprintf(m.Stderr, "%s: warning: %s\n", name, missingGlyphs(missing))
		}
	}
	if c.Out != "" && c.Out != stdin {
		if err := c.checkReplaceable(f, format, content); err != nil {
			return err
		}
		return replaceFile(c.Out, content)
	}
	if _, ok := asTerminal(m.Stdout); ok && format.Binary {
		typed := name
		for _, arg := range k.Args {
			typed += " " + address.Quote(arg)
		}
		return fmt.Errorf("%s is not text for a terminal; write it to a file: %s -o %s", c.Format, typed, format.FileIn(c.Lang))
	}
	return m.print(string(content), nil)
}

// checkReplaceable reports why the file to write must not be replaced.
func (c *exportCmd) checkReplaceable(source *resumeFile, format export.Format, content []byte) error {
	info, err := os.Stat(c.Out)
	if err != nil || !info.Mode().IsRegular() {
		return nil //nolint:nilerr // there is nothing to replace; writing reports what is wrong
	}
	for _, read := range source.files() {
		if same, err := os.Stat(read.name); err == nil && os.SameFile(info, same) {
			return fmt.Errorf("write %s: it is the résumé itself; name another file with -o", c.Out)
		}
	}
	old := readSource(c.Out)
	if !c.Force && (old.err != nil || len(old.text) > 0 && !format.IsExport(old.text, content)) {
		return fmt.Errorf("write %s: it exists and does not look like an earlier export; name another file, or replace it with --force", c.Out)
	}
	return nil
}
