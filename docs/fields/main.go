// Command fields writes the tables of fields in docs/resume.md, from the schema
// that editors use:
//
//	go run ./docs/fields
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"ssh-resume/data"
)

// command is what a person types to run this, in the repository.
const command = "go run ./docs/fields"

// The tables stand between these lines.
const (
	begin = "<!-- From data/resume.schema.json, by " + command + ": -->\n"
	end   = "<!-- So far from data/resume.schema.json. -->\n"
)

func main() {
	if err := run("docs/resume.md"); err != nil {
		fmt.Fprintln(os.Stderr, "fields:", err)
		os.Exit(1)
	}
}

// run puts the tables of today into the file.
func run(file string) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read the page: %w", err)
	}
	renewed, err := renew(string(page))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, []byte(renewed), 0o644) //nolint:gosec // for everybody to see
}

// renew gives the page with the tables of today.
func renew(page string) (string, error) {
	before, rest, found := strings.Cut(page, begin)
	_, after, foundEnd := strings.Cut(rest, end)
	if !found || !foundEnd {
		return "", errors.New("it lacks the lines between which the tables stand")
	}
	tables, err := write(data.Schema)
	if err != nil {
		return "", err
	}
	return before + begin + "\n" + tables + end + after, nil
}
