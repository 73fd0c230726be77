// Package fields_test writes what follows from the table of fields in package
// resume: the schema that editors use, and the tables in docs/resume.md.
package fields_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

var update = flag.Bool("update", false, "write the schema and the tables anew")

const (
	root    = "../.."
	command = "go test ./docs/fields -update"
	// The tables are between these lines.
	begin = "<!-- From internal/resume/resume.go, by " + command + ": -->\n"
	end   = "<!-- So far from internal/resume/resume.go. -->\n"
)

func TestSchemaAndPageFollowFromTheTableOfFields(t *testing.T) {
	files, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		path := filepath.Join(root, name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not up to date (%v); run: %s", name, err, command)
		}
	}
}

// generate returns what the generated files should hold, by their paths from root.
func generate() (map[string][]byte, error) {
	schema, err := schemaOfFile()
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
		document:                  []byte(before + begin + "\n" + tables() + end + after),
	}, nil
}

// TestExamplesAreWellFormed reads every YAML example in the documentation as a
// file, or as a part of one.
func TestExamplesAreWellFormed(t *testing.T) {
	total := 0
	for _, file := range []string{"../resume.md", "../../README.md"} {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		examples := strings.Split(string(page), "```yaml\n")[1:]
		for _, example := range examples {
			example, _, _ = strings.Cut(example, "```")
			if !strings.Contains("\n"+example, "\nbasics:") {
				example = "basics: {name: A}\n" + example
			}
			_, problems := resume.Parse("example.yaml", []byte(example))
			for _, p := range problems {
				if !resumetest.IsOfContent(p) {
					t.Errorf("%s: %v in\n%s", file, p, example)
				}
			}
		}
		total += len(examples)
	}
	if total < 3 {
		t.Errorf("only %d examples", total)
	}
}
