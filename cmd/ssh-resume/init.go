package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"ssh-resume/data"
)

type initCmd struct {
	File   string `arg:"" optional:"" default:"resume.yaml" complete:"file" help:"What to call it; - for standard output."`
	Schema bool   `help:"Write only the schema, over the one of another version."`
}

// Run writes a résumé to begin with and, beside it, the schema that it names.
// It never writes over a résumé.
func (c *initCmd) Run(p *program) error {
	schema := filepath.Join(filepath.Dir(c.File), data.SchemaName)
	switch {
	case c.File == "-":
		text := data.Starter
		if c.Schema {
			text = data.Schema
		}
		_, err := p.stdout.Write(text)
		return err
	case c.Schema:
		if err := writeFile(schema, data.Schema); err != nil {
			return err
		}
		_, err := fmt.Fprintf(p.stdout, "wrote %s\n", printable(schema))
		return err
	case strings.EqualFold(filepath.Ext(c.File), ".json"):
		return fmt.Errorf("a file to begin with is YAML; call it %s.yaml", strings.TrimSuffix(c.File, filepath.Ext(c.File)))
	}
	switch err := create(c.File, data.Starter); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already and stays as it is; name another file: %s init FILE", c.File, name)
	case err != nil:
		return fmt.Errorf("write the résumé: %w", err)
	}
	beside := fmt.Sprintf(", and %s, by which editors know its fields", data.SchemaName)
	switch err := create(schema, data.Schema); {
	case errors.Is(err, fs.ErrExist):
		beside = fmt.Sprintf("; %s was there already: %s init --schema %s writes that of this version", data.SchemaName, name, typed(c.File))
	case err != nil:
		_ = os.Remove(c.File) // both or none
		return fmt.Errorf("write the schema: %w", err)
	}
	_, err := fmt.Fprintf(p.stdout, `wrote %s, the résumé of nobody, for you to change%s

next:
  %[3]s preview %[4]s           see it in this terminal
  %[3]s check %[4]s             find what is wrong with it
  %[3]s serve --resume %[4]s    serve it
`, printable(c.File), beside, name, typed(c.File))
	return err
}

// create writes a file that must not be there yet, as a whole or not at all.
func create(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // a résumé is there to be read; the umask has the last word
	if err != nil {
		return err
	}
	if err = fill(f, content); err != nil {
		_ = os.Remove(path) // the error before is what counts
	}
	return err
}

var typedAsIs = regexp.MustCompile(`^[\w./@:+,-]+$`)

// typed gives an argument as it is typed in a shell.
func typed(argument string) string {
	if typedAsIs.MatchString(argument) {
		return argument
	}
	return "'" + strings.ReplaceAll(printable(argument), "'", `'\''`) + "'"
}
