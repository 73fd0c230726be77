package main

import (
	"os"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

func TestThePageHasTheFieldsOfTheSchema(t *testing.T) {
	page, err := os.ReadFile("../resume.md")
	if err != nil {
		t.Fatal(err)
	}
	if renewed, err := renew(string(page)); err != nil || renewed != string(page) {
		t.Errorf("docs/resume.md is not what data/resume.schema.json says (%v); write it anew with: %s", err, command)
	}
}

// TestTheExamplesAreWellFormed reads every YAML example of the page and of the
// README as a file, or as a part of one.
func TestTheExamplesAreWellFormed(t *testing.T) {
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
				if !p.Sense {
					t.Errorf("%s: %v in\n%s", file, p, example)
				}
			}
		}
		if len(examples) == 0 {
			t.Errorf("%s has no example", file)
		}
	}
}
