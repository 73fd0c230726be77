package export

import (
	"io"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

func TestAFormThatAFormatDoesNotDrawIsNamed(t *testing.T) {
	r := &resume.Resume{}
	g := group{Form: "new", Entries: []entry{{Name: "name", Marks: r.Marks()}}}
	for format, draw := range map[string]func() error{
		"text":     func() error { text{resume: r, width: TextWidth}.group(g); return nil },
		"markdown": func() error { mdGroup(g); return nil },
		"html":     func() error { return htmlTemplates.ExecuteTemplate(io.Discard, "group", g) },
		"pdf":      func() error { pdf{marks: r.Marks()}.group(g); return nil },
	} {
		t.Run(format, func(t *testing.T) {
			defer func() {
				if fault, ok := recover().(error); ok && strings.Contains(fault.Error(), `"new"`) {
					return
				}
				t.Error("a form is not drawn in silence")
			}()
			if err := draw(); err != nil {
				panic(err)
			}
		})
	}
}
