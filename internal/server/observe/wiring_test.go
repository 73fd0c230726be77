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

// TestEveryLimitAndEveryReasonIsCounted finds the names of limits and end reasons in admission and session: the
// exported string constants.
func TestEveryLimitAndEveryReasonIsCounted(t *testing.T) {
	t.Parallel()
	_, text := get(t, servertest.Serve(t, measured), "/metrics")
	for _, file := range []string{"../admission/admission.go", "../admission/conn.go", "../session/session.go"} {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !spec.Names[0].IsExported() || len(spec.Values) != 1 {
				return true
			}
			literal, ok := spec.Values[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			name, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			switch spec.Names[0].Name {
			case "HealthCheck": // a client's version
			case "Full": // counted as the limit max-sessions
			default:
				if !strings.Contains(text, `{limit="`+name+`"}`) && !strings.Contains(text, `{outcome="`+name+`"}`) {
					t.Errorf("%s in %s: %q is no label of turned_away_total or sessions_ended_total", spec.Names[0].Name, file, name)
				}
			}
			return true
		})
	}
}
