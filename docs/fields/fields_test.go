package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

func TestSchemaAndPageFollowFromTheTableOfFields(t *testing.T) {
	const root = "../.."
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not up to date (%v); run: %s", name, err, command)
		}
	}
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
			if !strings.HasPrefix(example, "basics:") {
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
