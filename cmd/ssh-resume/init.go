package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/printable"
)

type initCmd struct {
	File   string `arg:"" optional:"" type:"file" default:"${resume}" help:"The file to write, or - for standard output."`
	Schema bool   `help:"Write only the schema, and replace that of another version."`
}

// Run writes a starter résumé and, beside it, the schema that it names. It never replaces a résumé.
func (c *initCmd) Run(m *Main) error {
	schema := filepath.Join(filepath.Dir(c.File), data.SchemaName)
	switch {
	case c.File == stdin:
		text := data.Starter
		if c.Schema {
			text = data.Schema
		}
		return m.print(string(text), nil)
	case c.Schema:
		return m.print("wrote "+printable.Line(schema)+"\n", replaceFile(schema, data.Schema))
	case inYAML(c.File) != c.File:
		return fmt.Errorf("the starter is YAML: %s init %s", name, address.Quote(inYAML(c.File)))
	}
	switch err := createFile(c.File, data.Starter); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s exists and is left as it is; name another file: %s init FILE", c.File, name)
	case err != nil:
		return err
	}
	schemaNote := fmt.Sprintf(", and %s, from which editors know its fields", data.SchemaName)
	switch err := createFile(schema, data.Schema); {
	case errors.Is(err, fs.ErrExist):
		schemaNote = fmt.Sprintf("; %s exists: %s init --schema %s replaces it with that of this version", data.SchemaName, name, address.Quote(c.File))
	case err != nil:
		_ = os.Remove(c.File) // write both files or none
		return fmt.Errorf("write the schema: %w", err)
	}
	_, err := fmt.Fprintf(m.Stdout, `wrote %s, the résumé of an invented person for you to change%s

next:
  %[3]s preview %[4]s    see it in this terminal
  %[3]s check %[4]s      find what is wrong with it
  %[3]s %[4]s            serve it
`, printable.Line(c.File), printable.Line(schemaNote), name, printable.Line(address.Quote(c.File)))
	return err
}

// inYAML returns the name of a file that is not in JSON.
func inYAML(file string) string {
	if extension := filepath.Ext(file); strings.EqualFold(extension, ".json") {
		return strings.TrimSuffix(file, extension) + ".yaml"
	}
	return file
}
