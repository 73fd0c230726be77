package resume_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// TestEveryFieldIsInASection finds fields of the table that no section shows. Other tests check that documents
// and the screen show all that sections have.
func TestEveryFieldIsInASection(t *testing.T) {
	t.Parallel()
	n := 100
	word := func() string {
		n++
		return fmt.Sprintf("w%d", n)
	}
	r := resumetest.Full(word)
	r.Custom[0].Blocks = resumetest.CustomBlocks(word)
	sections := fmt.Sprintf("%+v", r.Sections())
	resumetest.EachString(r, func(path, s string) {
		for _, elsewhere := range []string{".Schema", ".Meta", ".Lang", ".Paper", ".Theme"} {
			if strings.HasPrefix(path, elsewhere) {
				return
			}
		}
		if !strings.Contains(sections, s) {
			t.Errorf("%s is in no section: %s", path, s)
		}
	})
}

// TestPositionsKeepWhatTheirEmployerSays fills each field of an employment, and looks for it in the
// entries that are made of its positions.
func TestPositionsKeepWhatTheirEmployerSays(t *testing.T) {
	t.Parallel()
	// The positions say these, and check reports that the employer's is left out.
	fields, values := filled("x", reflect.TypeFor[resume.Work](), "position", "startDate", "endDate", "duration", "former", "positions")
	expectInWork(t, "- positions: [{position: A}, {position: B}]\n"+fields, values)
}

// TestPositionsKeepWhatTheySay fills each field of two positions, and looks for it in the entries that
// are made of them.
func TestPositionsKeepWhatTheySay(t *testing.T) {
	t.Parallel()
	for f := range reflect.TypeFor[resume.Position]().Fields() {
		if in, ok := reflect.TypeFor[resume.Work]().FieldByName(f.Name); !ok || in.Type != f.Type {
			t.Fatalf("Work needs a field %s of type %s, since a position becomes an entry of work", f.Name, f.Type)
		}
	}
	text := "- positions:\n"
	var all []string
	for _, year := range []string{"2019", "2021"} {
		fields, values := filled("x"+year, reflect.TypeFor[resume.Position](), "startDate", "endDate", "former")
		text += "  - startDate: " + year + "-03\n    endDate: " + year + "-08\n" + strings.ReplaceAll(fields, "  ", "    ")
		all = slices.Concat(all, values, []string{year + "-03", year + "-08"})
	}
	expectInWork(t, text, all)
}

// filled returns the fields of a group, in YAML, each with a value of its own, and these values.
func filled(prefix string, group reflect.Type, without ...string) (fields string, values []string) {
	for _, f := range resume.Fields(group) {
		if slices.Contains(without, f.Name) {
			continue
		}
		value := prefix + strings.ToLower(f.Name)
		if f.Form == resume.FormURL {
			value = "https://" + value + ".example"
		}
		values = append(values, value)
		if f.Go.Type.Kind() == reflect.Slice {
			value = "[" + value + "]"
		}
		fields += "  " + f.Name + ": " + value + "\n"
	}
	return fields, values
}

// expectInWork looks for values in the two entries that Parse makes of an employment.
func expectInWork(t *testing.T, work string, values []string) {
	t.Helper()
	r, problems := resume.Parse("me.yaml", []byte("basics: {name: Jo}\nwork:\n"+work))
	if r == nil || len(r.Work) != 2 {
		t.Fatal(problems, work)
	}
	for _, value := range values {
		if !strings.Contains(fmt.Sprintf("%+v", r.Work), value) {
			t.Errorf("%s is in none of %+v", value, r.Work)
		}
	}
}
