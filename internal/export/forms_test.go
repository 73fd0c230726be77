package export

import (
	"cmp"
	"io"
	"os"
	"regexp"
	"testing"

	"ssh-resume/internal/resume"
)

// TestEveryFormatDrawsEveryForm finds forms that a format does not draw. It draws a form that does not exist, too:
// a format that draws that would draw a new form in silence, as something else.
func TestEveryFormatDrawsEveryForm(t *testing.T) {
	file, err := os.ReadFile("outline.go")
	if err != nil {
		t.Fatal(err)
	}
	forms := regexp.MustCompile(`(?m)^\tform\w+ +(?:form )?= "(.*?)"`).FindAllStringSubmatch(string(file), -1)
	if len(forms) < 10 {
		t.Errorf("only %d forms were found", len(forms))
	}
	r := &resume.Resume{}
	for format, draw := range map[string]func(group) error{
		"text":     func(g group) error { text{resume: r, width: TextWidth}.group(g); return nil },
		"search":   func(g group) error { prose{}.entry(g.Form, g.Entries[0]); return nil },
		"markdown": func(g group) error { mdGroup(g); return nil },
		"html":     func(g group) error { return htmlTemplates.ExecuteTemplate(io.Discard, "group", g) },
		"pdf":      func(g group) error { pdf{marks: r.Marks()}.group(g); return nil },
	} {
		fault := func(f string) (err any) {
			defer func() { err = cmp.Or(recover(), err) }()
			if err := draw(group{Form: form(f), Entries: []entry{{Name: "name", Marks: r.Marks()}}}); err != nil {
				return err
			}
			return nil
		}
		for _, f := range forms {
			if err := fault(f[1]); err != nil {
				t.Errorf("%s does not draw the form %q, which needs a case there: %v", format, f[1], err)
			}
		}
		if fault("new") == nil {
			t.Errorf("%s draws a form that does not exist", format)
		}
	}
}
