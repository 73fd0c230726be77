package server_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPromisesOfTheSecurityPageHaveTheirTests looks for the tests and the files that
// docs/security.md names.
func TestPromisesOfTheSecurityPageHaveTheirTests(t *testing.T) {
	t.Parallel()
	const root = "../.."
	page, err := os.ReadFile(root + "/docs/security.md")
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path) //nolint:gosec // of this repository
		for _, m := range declared.FindAllSubmatch(code, -1) {
			written[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+|(?:internal/|\\.ci)[\\w./]+)`").FindAllSubmatch(page, -1)
	for _, m := range named {
		name := string(m[1])
		if _, err := os.Stat(filepath.Join(root, name)); err != nil && !written[name] {
			t.Errorf("docs/security.md names %s, which does not exist", name)
		}
	}
	if len(named) < 80 {
		t.Errorf("only %d names were found", len(named))
	}
	for part := range strings.SplitSeq(string(page), "\n### ") {
		title, body, _ := strings.Cut(part, "\n")
		if body, _, _ = strings.Cut(body, "\n## "); !strings.HasPrefix(title, "# ") && !strings.Contains(body, "Tests: `") {
			t.Errorf("docs/security.md names no test of %q", title)
		}
	}
}
