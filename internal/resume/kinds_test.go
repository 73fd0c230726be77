package resume_test

import (
	"os"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

// TestTableOfKindsHasARowForEveryKind finds constants of type Kind that Render can't draw, and methods of Renderer,
// which are named like their kinds, that no kind is drawn with.
func TestTableOfKindsHasARowForEveryKind(t *testing.T) {
	file, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	constants := regexp.MustCompile(`(?m)^\t(Kind\w+) +(?:Kind )?= "(.*?)"`).FindAllStringSubmatch(string(file), -1)
	if len(constants) < 16 {
		t.Errorf("only %d constants of type Kind were found", len(constants))
	}
	kinds := map[string]bool{}
	for _, c := range constants {
		if kinds[c[2]] = true; !dispatched(resume.Kind(c[2])) {
			t.Errorf("%s has no row in the table of kinds.go: add one that says what it takes in a file and which method of Renderer draws it", c[1])
		}
	}
	renderer := reflect.TypeFor[resume.Renderer[int]]()
	for i := range renderer.NumMethod() {
		if method := renderer.Method(i).Name; !kinds[strings.ToLower(method)] {
			t.Errorf("kinds.go has no constant Kind%s, but Renderer has the method %[1]s", method)
		}
	}
	if dispatched("nothing") {
		t.Error("Render draws a kind that does not exist")
	}
}

// dispatched reports whether Render calls a method for a kind. A nil renderer's methods panic with a runtime error.
func dispatched(kind resume.Kind) (called bool) {
	defer func() { _, called = recover().(runtime.Error) }()
	resume.Render(struct{ resume.Renderer[int] }{}, resume.Block{Kind: kind})
	return false
}

func TestTheHelpOfATypeNamesEachKind(t *testing.T) {
	t.Parallel()
	field, _ := reflect.TypeFor[resume.CustomBlock]().FieldByName("Type")
	for _, kind := range resume.CustomKinds() {
		if help := field.Tag.Get("help"); !regexp.MustCompile(`\b` + string(kind) + `\b`).MatchString(help) {
			t.Errorf("the help of CustomBlock.Type in resume.go does not name %s: %s", kind, help)
		}
	}
}
