package fields_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"

	"ssh-resume/internal/resume"
)

// comments are the comments of the fields of structs: what each field is, by
// type and name ("Work.Name").
type comments map[string]string

func readComments(file string) (comments, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("read the table of fields: %w", err)
	}
	all := comments{}
	for node := range ast.Preorder(parsed) {
		spec, ok := node.(*ast.TypeSpec)
		if !ok {
			continue
		}
		group, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, field := range group.Fields.List {
			for _, name := range field.Names {
				all[spec.Name.Name+"."+name.Name] = strings.Join(strings.Fields(field.Doc.Text()), " ")
			}
		}
	}
	return all, nil
}

// of returns what a field of a group is.
func (c comments) of(group string, f resume.Field) string {
	what := c[group+"."+f.Go.Name]
	if f.Added {
		what += " Not a field of JSON Resume."
	}
	return what
}
