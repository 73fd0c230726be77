package observe_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"ssh-resume/internal/server/servertest"
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

func TestEveryLimitAndEveryReasonIsCounted(t *testing.T) {
	t.Parallel()
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	exported := func(spec *ast.ValueSpec) bool { return spec.Names[0].IsExported() }
	for _, file := range []string{"../admission/admission.go", "../admission/conn.go", "../session/session.go"} {
		for name, value := range stringConstants(t, file, exported) {
			switch name {
			case "HealthCheck": // a client's version
			case "Full": // counted as the limit max-sessions
			default:
				if !strings.Contains(text, `{limit="`+value+`"}`) && !strings.Contains(text, `{outcome="`+value+`"}`) {
					t.Errorf("%s in %s: %q is no label of turned_away_total or sessions_ended_total", name, file, value)
				}
			}
		}
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
