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
	"sync"
	"testing"

	"ssh-resume/internal/export"
)

// pages returns every Markdown file of the repository, by its path from the root.
func pages(t *testing.T) map[string]string {
	t.Helper()
	return files(t, ".md")
}

// files returns the contents of the files with a suffix, by their paths from the root.
func files(t *testing.T, suffix string) map[string]string {
	t.Helper()
	all, err := everyFile()
	if err != nil {
		t.Fatal(err)
	}
	found := maps.Clone(all)
	maps.DeleteFunc(found, func(path, _ string) bool { return !strings.HasSuffix(path, suffix) })
	return found
}

// everyFile returns the contents of all Markdown and Go files, by their paths from the root. It reads them once.
var everyFile = sync.OnceValues(func() (map[string]string, error) {
	found := map[string]string{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), "dist")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".md"):
			return nil
		}
		content, err := fs.ReadFile(root, path)
		found[path] = string(content)
		return err
	})
	return found, err
})

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

var (
	testName = regexp.MustCompile(`\b(?:Test|Fuzz|Benchmark)[A-Z]\w+`)
	pathName = regexp.MustCompile("`((?:cmd|data|deploy|docs|internal|\\.ci|\\.github)/[\\w./-]+)`")
)

func TestNamedTestsAndFilesExist(t *testing.T) {
	exists := map[string]bool{}
	for _, source := range files(t, "_test.go") {
		for _, m := range regexp.MustCompile(`(?m)^func (\w+)\(`).FindAllStringSubmatch(source, -1) {
			exists[m[1]] = true
		}
	}
	tests, paths := 0, 0
	for name, page := range pages(t) {
		for _, test := range testName.FindAllString(page, -1) {
			tests++
			if !exists[test] {
				t.Errorf("%s: there is no test %s", name, test)
			}
		}
		for _, m := range pathName.FindAllStringSubmatch(page, -1) {
			paths++
			if _, err := os.Stat(filepath.Join("..", m[1])); err != nil {
				t.Errorf("%s: there is no %s", name, m[1])
			}
		}
	}
	if tests < 50 || paths < 50 {
		t.Errorf("only %d tests and %d files are named", tests, paths)
	}
}

func TestSecurityPageNamesTestsOfEachPromise(t *testing.T) {
	promises := strings.Split(pages(t)["docs/security.md"], "\n### ")[1:]
	for _, promise := range promises {
		title, body, _ := strings.Cut(promise, "\n")
		if body, _, _ = strings.Cut(body, "\n## "); !strings.Contains(body, "Tests: `") {
			t.Errorf("docs/security.md names no test of %q", title)
		}
	}
	if len(promises) < 10 {
		t.Errorf("only %d promises were found", len(promises))
	}
}

// manual returns the program's own man page, which is generated from its command line.
var manual = sync.OnceValues(func() (string, error) {
	page, err := exec.Command("go", "run", "../cmd/ssh-resume", "manual").Output()
	return string(page), err
})

// named returns the entries of one kind in the man page: "Fl" for flags, "Ev" for variables.
func named(t *testing.T, macro string, atLeast int) []string {
	t.Helper()
	page, err := manual()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range regexp.MustCompile(`(?m)^\.It `+macro+` (?:[a-z] , Fl )?(\S+)`).FindAllStringSubmatch(page, -1) {
		all = append(all, m[1])
	}
	if len(all) < atLeast {
		t.Fatalf("the man page has only %q", all)
	}
	return all
}

func TestReferenceHasEveryFlag(t *testing.T) {
	reference := pages(t)["docs/reference.md"]
	for _, flag := range named(t, "Fl", 20) {
		if !regexp.MustCompile("-" + flag + "[^a-z-]").MatchString(reference) {
			t.Errorf("docs/reference.md lacks -%s", flag)
		}
	}
}

// TestReferenceHasEveryFormat compares the table of formats, from which .ci/clients takes what it saves.
func TestReferenceHasEveryFormat(t *testing.T) {
	reference := pages(t)["docs/reference.md"]
	var documented, want []string
	for _, m := range regexp.MustCompile("(?m)^\\| (`[^`]+` \\| `"+export.BaseName+"\\.[^`]+`) \\|").FindAllStringSubmatch(reference, -1) {
		documented = append(documented, m[1])
	}
	for _, f := range export.Formats(nil) {
		if f.VariantOf == "" {
			want = append(want, "`"+f.Name+"` | `"+f.File+"`")
		} else if !strings.Contains(reference, "`"+f.Name+"`") {
			t.Errorf("docs/reference.md lacks %s; name it in the row of %s", f.Name, f.VariantOf)
		}
	}
	if !slices.Equal(documented, want) {
		t.Errorf("the table of formats in docs/reference.md has the rows\n%s\nwant\n%s", strings.Join(documented, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadmeIsShort(t *testing.T) {
	const limit = 150
	if lines := strings.Count(pages(t)["README.md"], "\n"); lines == 0 || lines > limit {
		t.Errorf("README.md has %d lines, want 1 to %d", lines, limit)
	}
}

// TestEveryVariableHasAFlagOrIsExplained compares the variables that the program and the docs name with those of the man
// page: those of flags, and those that help/manual.yaml explains.
func TestEveryVariableHasAFlagOrIsExplained(t *testing.T) {
	variable := regexp.MustCompile(`\bSSH_RESUME_[A-Z_]+`)
	known := named(t, "Ev", 20)
	reference := pages(t)["docs/reference.md"]
	for _, v := range known {
		if strings.HasPrefix(v, "SSH_RESUME_") && !strings.Contains(reference, "`"+v+"`") {
			t.Errorf("docs/reference.md lacks %s", v)
		}
	}
	texts := pages(t)
	for name, source := range files(t, ".go") {
		if !strings.HasSuffix(name, "_test.go") {
			texts[name] = source
		}
	}
	for name, text := range texts {
		for _, v := range variable.FindAllString(text, -1) {
			if !slices.Contains(known, v) && v != "SSH_RESUME_PORT" { // Compose's own
				t.Errorf("%s names %s; it is of no flag, and cmd/ssh-resume/help/manual.yaml does not explain it", name, v)
			}
		}
	}
}
