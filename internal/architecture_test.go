// Package internal_test checks the direction of imports: no package imports its caller.
package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "ssh-resume/"

// layers are the packages of the program, starting with those that import no others. A package may import those of
// lower layers, and of its own layer only what allowed says.
var layers = [][]string{
	{"data", "internal/words", "internal/address", "internal/cells", "internal/contrast", "internal/linebreak", "internal/picture", "internal/printable", "internal/typeset/fonts", "internal/typeset/pdf"},
	{"internal/resume", "internal/typeset", "internal/terminal"},
	{"internal/export", "internal/tui"},
	{"internal/server/admission", "internal/server/hostkey", "internal/server/catalog", "internal/server/session", "internal/stats"},
	{"internal/server/sshd", "internal/server/observe"},
	{"internal/server", "internal/manual"},
	{"cmd/ssh-resume"},
}

// allowed are imports within a layer.
var allowed = map[string][]string{
	"internal/server/session": {"internal/server/catalog"},
}

// narrower are packages that may import only some of the lower layers' packages.
var narrower = map[string][]string{
	"internal/typeset":          {"internal/linebreak", "internal/typeset/fonts", "internal/typeset/pdf"},
	"internal/terminal":         {"internal/cells"},
	"internal/resume":           {"internal/contrast", "internal/picture", "internal/words"},
	"internal/tui":              {"internal/resume", "internal/words", "internal/address", "internal/cells", "internal/contrast", "internal/linebreak"},
	"internal/stats":            {},
	"internal/manual":           {},
	"internal/server/admission": {"internal/words"},
	"internal/server/hostkey":   {"internal/address"},
}

// outside are packages that are not part of the program: tests, benchmarks, and their helpers. They may import
// anything, and only each other may import them.
var outside = []string{"docs", "internal/visitor", "internal/load", "internal/server/servertest", "internal/resume/resumetest", "internal/typeset/pdf/pdftest"}

func TestImportsRunOneWay(t *testing.T) {
	imports := importsOfThisModule(t)
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		if isOutside(from) {
			continue
		}
		layer := layerOf(from)
		if layer < 0 {
			t.Errorf("%s is in no layer of this test; put it where it belongs", from)
			continue
		}
		only, narrow := narrower[from]
		for _, to := range imports[from] {
			switch {
			case isOutside(to):
				t.Errorf("%s imports %s, which is not a part of the program", from, to)
			case narrow && !slices.Contains(only, to):
				t.Errorf("%s imports %s; it may import %v only", from, to, only)
			case layerOf(to) > layer:
				t.Errorf("%s imports %s, which is above it", from, to)
			case layerOf(to) == layer && !slices.Contains(allowed[from], to):
				t.Errorf("%s imports %s, which is beside it", from, to)
			}
		}
	}
}

func layerOf(name string) int {
	return slices.IndexFunc(layers, func(layer []string) bool { return slices.Contains(layer, name) })
}

func isOutside(name string) bool {
	return slices.ContainsFunc(outside, func(o string) bool { return name == o || strings.HasPrefix(name, o+"/") })
}

// importsOfThisModule returns which packages of this module each imports, except
// in its tests.
func importsOfThisModule(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || len(d.Name()) > 2 && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
		all[name] = append(all[name], nil...)
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to, ok := strings.CutPrefix(imported, module); ok && !slices.Contains(all[name], to) {
				all[name] = append(all[name], to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("only %d packages were found", len(all))
	}
	return all
}
