// Command fields writes what follows from the table of fields in package resume:
// the schema that editors use, and the tables in docs/resume.md. In the
// repository:
//
//	go run ./docs/fields
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// command is how this is run, in the root of the repository.
const command = "go run ./docs/fields"

// The tables are between these lines.
const (
	begin = "<!-- From internal/resume/resume.go, by " + command + ": -->\n"
	end   = "<!-- So far from internal/resume/resume.go. -->\n"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "fields:", err)
		os.Exit(1)
	}
}

// run writes the files of the repository at root.
func run(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(root, name), content, 0o644); err != nil { //nolint:gosec // these are public
			return fmt.Errorf("write a generated file: %w", err)
		}
	}
	return nil
}

// generate returns what the generated files of the repository at root should
// hold.
func generate(root string) (map[string][]byte, error) {
	comments, err := readComments(filepath.Join(root, "internal", "resume", "resume.go"))
	if err != nil {
		return nil, err
	}
	schema, err := comments.schema()
	if err != nil {
		return nil, err
	}
	const document = "docs/resume.md"
	page, err := os.ReadFile(filepath.Join(root, document))
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	before, rest, found := strings.Cut(string(page), begin)
	_, after, foundEnd := strings.Cut(rest, end)
	if !found || !foundEnd {
		return nil, errors.New(document + " lacks the lines that surround the tables")
	}
	return map[string][]byte{
		"data/resume.schema.json": schema,
		document:                  []byte(before + begin + "\n" + comments.tables() + end + after),
	}, nil
}
