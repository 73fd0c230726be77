package observe_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/server/sshd"
)

func TestEveryMetricIsInTheDashboardOrTheAlerts(t *testing.T) {
	t.Parallel()
	var shown strings.Builder
	for _, name := range []string{"dashboard.json", "alerts.yaml"} {
		file, err := os.ReadFile("../../../deploy/grafana/" + name)
		if err != nil {
			t.Fatal(err)
		}
		shown.Write(file)
	}
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	metrics := 0
	for line := range strings.Lines(text) {
		name, ours := strings.CutPrefix(line, "# TYPE ssh_resume_")
		if !ours {
			continue
		}
		metrics++
		if name = "ssh_resume_" + strings.Fields(name)[0]; !strings.Contains(shown.String(), name) {
			t.Errorf("%s is in no panel of deploy/grafana/dashboard.json and in no alert", name)
		}
	}
	if metrics < 20 {
		t.Errorf("only %d metrics", metrics)
	}
}

func TestEveryReasonIsCounted(t *testing.T) {
	t.Parallel()
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	exported := func(spec *ast.ValueSpec) bool { return spec.Names[0].IsExported() }
	for name, value := range stringConstants(t, "../session/session.go", exported) {
		isCounted := strings.Contains(text, `{limit="`+value+`"}`) || strings.Contains(text, `{outcome="`+value+`"}`)
		if !isCounted {
			t.Errorf("%s: %q is no label of turned_away_total or sessions_ended_total", name, value)
		}
	}
}

func TestEveryLimitIsCountedAndSaysWhatVisitorsAreTold(t *testing.T) {
	t.Parallel()
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`&(?:admission\.)?Limit\{(?:Name: )?"(.*?)"`).FindAllStringSubmatch(string(source), -1) {
			if written++; !strings.Contains(text, `turned_away_total{limit="`+m[1]+`"}`) {
				t.Errorf("%s: %q is no label of turned_away_total", file, m[1])
			}
		}
	}
	names := map[string]bool{}
	for _, l := range slices.Concat(admission.TurnAway, admission.CutOff, sshd.CutOff) {
		if names[l.Name] = true; l.Sentence == nil {
			t.Errorf("%s has no sentence for visitors", l.Name)
		}
	}
	if len(names) != written {
		t.Errorf("%d limits are written, %d names listed", written, len(names))
	}
}

// TestAlertsKnowEveryLimit compares the limits that the alerts are about, and those that their comment leaves out,
// with those that are counted.
func TestAlertsKnowEveryLimit(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../../deploy/grafana/alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	var counted []string
	for _, m := range regexp.MustCompile(`turned_away_total\{limit="(.*?)"`).FindAllStringSubmatch(text, -1) {
		counted = append(counted, m[1])
	}
	var left []string
	for _, m := range regexp.MustCompile(`# Left out .*: (.*)\.`).FindAllStringSubmatch(string(file), -1) {
		left = append(left, strings.Split(m[1], ", ")...)
	}
	alerts := regexp.MustCompile(`limit=~"(.*?)"`).FindAllStringSubmatch(string(file), -1)
	for _, m := range alerts {
		named := slices.Sorted(slices.Values(slices.Concat(strings.Split(m[1], "|"), left)))
		if !slices.Equal(named, counted) {
			t.Errorf("deploy/grafana/alerts.yaml has, with those that it leaves out,\n%q; counted are\n%q", named, counted)
		}
	}
	if len(alerts) == 0 {
		t.Error("there are no limits in the alerts")
	}
}

func TestEveryKindOfRequestIsCounted(t *testing.T) {
	t.Parallel()
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	isKind := func(spec *ast.ValueSpec) bool {
		switch kind := spec.Type.(type) {
		case *ast.Ident:
			return kind.Name == "Kind"
		case *ast.SelectorExpr:
			return kind.Sel.Name == "Kind"
		}
		return false
	}
	for _, file := range []string{"../session/request.go", "../sshd/request.go"} {
		kinds := stringConstants(t, file, isKind)
		if len(kinds) < 2 {
			t.Errorf("only %d kinds in %s", len(kinds), file)
		}
		for name, value := range kinds {
			if name != "KindFormat" && !strings.Contains(text, `commands_total{command="`+value+`"}`) { // each format counts on its own
				t.Errorf("%s in %s: %q is no label of commands_total", name, file, value)
			}
		}
	}
}

// stringConstants returns the values of the constants in a file whose declaration is wanted and whose value is a
// string literal, by name.
func stringConstants(t *testing.T, file string, wanted func(*ast.ValueSpec) bool) map[string]string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !wanted(spec) {
			return true
		}
		if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
			if all[spec.Names[0].Name], err = strconv.Unquote(literal.Value); err != nil {
				t.Fatal(err)
			}
		}
		return true
	})
	return all
}
