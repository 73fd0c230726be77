package resume_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// TestEveryFieldIsInASection names a field that the table has and no section shows. What the
// sections have, all documents and the screen have: they have tests of their own.
func TestEveryFieldIsInASection(t *testing.T) {
	t.Parallel()
	n := 100
	r := resumetest.Full(func() string {
		n++
		return fmt.Sprintf("w%d", n)
	})
	for _, kind := range resumetest.CustomKinds() {
		block := r.Custom[0].Blocks[0]
		block.Type = kind
		r.Custom[0].Blocks = append(r.Custom[0].Blocks, block)
	}
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

func TestTheHelpOfATypeNamesEachKind(t *testing.T) {
	t.Parallel()
	field, _ := reflect.TypeFor[resume.CustomBlock]().FieldByName("Type")
	for _, kind := range resumetest.CustomKinds() {
		if !strings.Contains(field.Tag.Get("help"), string(kind)) {
			t.Errorf("no %s in %q", kind, field.Tag.Get("help"))
		}
	}
}

// TestPositionsKeepWhatTheirEmployerSays fills each field of an employment, and looks for it in the
// entries that are made of its positions.
func TestPositionsKeepWhatTheirEmployerSays(t *testing.T) {
	t.Parallel()
	text := "basics: {name: Jo}\nwork:\n- positions: [{position: A}, {position: B}]\n"
	elsewhere := map[string]bool{"position": true, "startDate": true, "endDate": true, "duration": true, "former": true, "positions": true}
	var all []string
	for _, f := range resume.Fields(reflect.TypeFor[resume.Work]()) {
		if elsewhere[f.Name] {
			continue // the positions say it, and check that the employer's is left out
		}
		value := "x" + strings.ToLower(f.Name)
		if f.Form == resume.FormURL {
			value = "https://" + value + ".example"
		}
		all = append(all, value)
		text += "  " + f.Name + ": [" + value + "]\n"
		if f.Go.Type.Kind() != reflect.Slice {
			text = strings.ReplaceAll(text, "["+value+"]", value)
		}
	}
	r, problems := resume.Parse("me.yaml", []byte(text))
	if r == nil || len(r.Work) != 2 {
		t.Fatal(problems, text)
	}
	for _, value := range all {
		if !strings.Contains(fmt.Sprintf("%+v", r.Work), value) {
			t.Errorf("%s is in none of %+v", value, r.Work)
		}
	}
}
