// Package docs_test checks what the documentation says about the rest of the repository.
package docs_test

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pages returns every Markdown file of the repository, by its path from the root.
func pages(t *testing.T) map[string]string {
	t.Helper()
	return files(t, ".md")
}

// files returns the contents of the files with a suffix, by their paths from the root.
func files(t *testing.T, suffix string) map[string]string {
	t.Helper()
	found := map[string]string{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), "dist")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, suffix):
			return nil
		}
		content, err := fs.ReadFile(root, path)
		found[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var (
	fence       = regexp.MustCompile("(?s)\n *```.*?\n *```")
	heading     = regexp.MustCompile(`(?m)^#+ (.+)$`)
	link        = regexp.MustCompile(`\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"`)
	punctuation = regexp.MustCompile(`[^\p{L}\p{N}\p{M} _-]`)
)

// anchors returns the anchors that GitHub makes of a page's headings.
func anchors(page string) []string {
	var all []string
	for _, m := range heading.FindAllStringSubmatch(fence.ReplaceAllString(page, ""), -1) {
		all = append(all, strings.ReplaceAll(punctuation.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-"))
	}
	return all
}

func TestLinksLeadToAFileAndHeading(t *testing.T) {
	all := pages(t)
	if len(all) < 10 {
		t.Fatalf("only %d pages were found", len(all))
	}
	for name, page := range all {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(page, ""), -1) {
			target := m[1] + m[2]
			if strings.Contains(target, "://") {
				continue
			}
			file, anchor, _ := strings.Cut(target, "#")
			to := name
			if file != "" {
				to = filepath.ToSlash(filepath.Join(filepath.Dir(name), file))
				if _, err := os.Stat(filepath.Join("..", to)); err != nil {
					t.Errorf("%s: %s does not exist", name, target)
					continue
				}
			}
			if anchor != "" && !slices.Contains(anchors(all[to]), anchor) {
				t.Errorf("%s: %s has no heading for %s; it has %q", name, to, target, anchors(all[to]))
			}
		}
	}
}

var testName = regexp.MustCompile(`\b(?:Test|Fuzz|Benchmark)[A-Z]\w+`)

func TestNamedTestsExist(t *testing.T) {
	exists := map[string]bool{}
	for _, source := range files(t, "_test.go") {
		for _, m := range regexp.MustCompile(`(?m)^func (\w+)\(`).FindAllStringSubmatch(source, -1) {
			exists[m[1]] = true
		}
	}
	named := 0
	for name, page := range pages(t) {
		for _, test := range testName.FindAllString(page, -1) {
			named++
			if !exists[test] {
				t.Errorf("%s: there is no test %s", name, test)
			}
		}
	}
	if named < 50 {
		t.Errorf("only %d tests are named", named)
	}
}

// TestReferenceHasEveryFlag compares the reference with the program's own man page.
func TestReferenceHasEveryFlag(t *testing.T) {
	page, err := exec.CommandContext(t.Context(), "go", "run", "../cmd/ssh-resume", "manual").Output()
	if err != nil {
		t.Fatal(err)
	}
	flags := regexp.MustCompile(`(?m)^\.It Fl (?:[a-z] , Fl )?-([a-z-]+)`).FindAllStringSubmatch(string(page), -1)
	if len(flags) < 20 {
		t.Fatalf("the man page has only %d flags", len(flags))
	}
	reference := pages(t)["docs/reference.md"]
	for _, flag := range flags {
		if !strings.Contains(reference, "--"+flag[1]) {
			t.Errorf("docs/reference.md lacks --%s", flag[1])
		}
	}
}

func TestReadmeIsShort(t *testing.T) {
	const limit = 150
	if lines := strings.Count(pages(t)["README.md"], "\n"); lines == 0 || lines > limit {
		t.Errorf("README.md has %d lines, want 1 to %d", lines, limit)
	}
}

// TestReferenceHasEveryVariable compares the variables in the docs with those in the program, in both directions.
func TestReferenceHasEveryVariable(t *testing.T) {
	variable := regexp.MustCompile(`SSH_RESUME_[A-Z_]+`)
	read := map[string]bool{}
	for name, source := range files(t, ".go") {
		if strings.HasPrefix(name, "cmd/") && !strings.HasSuffix(name, "_test.go") {
			for _, v := range variable.FindAllString(source, -1) {
				read[v] = true
			}
		}
	}
	reference := pages(t)["docs/reference.md"]
	for _, v := range slices.Sorted(maps.Keys(read)) {
		if !strings.Contains(reference, "`"+v+"`") {
			t.Errorf("docs/reference.md lacks %s", v)
		}
	}
	for name, page := range pages(t) {
		for _, v := range variable.FindAllString(page, -1) {
			if !read[v] && v != "SSH_RESUME_PORT" { // Compose's own
				t.Errorf("%s names %s, which the program does not read", name, v)
			}
		}
	}
}
