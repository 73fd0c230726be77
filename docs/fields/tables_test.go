package fields_test

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"ssh-resume/internal/resume"
)

// tables returns a table for each group of fields, and one for the fields of the
// root that are no groups.
func tables() string {
	var out strings.Builder
	root := reflect.TypeFor[resume.Resume]()
	rest := []row{{"$schema", "text", schemaComment, "`resume.schema.json`"}}
	for _, f := range resume.Fields(root) {
		if f.Group() == nil {
			rest = append(rest, rowOf(f))
		} else {
			part(&out, f.Name, about(f), f.Group())
		}
	}
	out.WriteString("### Other fields\n\n")
	write(&out, rest)
	return out.String()
}

// part writes a heading, what the group is, its table, and those of the groups
// in it.
func part(out *strings.Builder, path, what string, group reflect.Type) {
	fmt.Fprintf(out, "### %s\n\n%s\n\n", path, what)
	var rows []row
	for _, f := range resume.Fields(group) {
		rows = append(rows, rowOf(f))
	}
	if group == reflect.TypeFor[resume.Meta]() {
		rows = append(rows, row{"ssh-resume", "group", ownComment(), ""})
	}
	write(out, rows)
	for _, f := range resume.Fields(group) {
		if inner := f.Group(); inner != nil {
			part(out, path+"."+f.Name, about(f), inner)
		}
	}
}

// row is a field in a table.
type row struct{ name, kind, what, example string }

func rowOf(f resume.Field) row {
	r := row{f.Name, kind(f), about(f), ""}
	if f.Example != "" && f.Group() == nil { // a group has a table of its own
		r.example = "`" + f.Example + "`"
	}
	return r
}

// kinds says what a field of each form may contain, except words, which are listed.
var kinds = map[resume.Form]string{
	resume.FormURL:       "web address",
	resume.FormID:        "name",
	resume.FormDate:      "date",
	resume.FormEnd:       "date",
	resume.FormFlag:      "true or false",
	resume.FormRich:      "rich text",
	resume.FormRichList:  "list of rich texts",
	resume.FormLines:     "list of texts",
	resume.FormOneOrMore: "text, or list of texts",
	resume.FormColors:    "color, or list of two",
	resume.FormGroup:     "group",
	resume.FormGroups:    "list of groups",
}

// kind says what a field may hold.
func kind(f resume.Field) string {
	if f.Form == resume.FormWord {
		return "`" + strings.Join(f.OneOf, "`, `") + "`"
	}
	return cmp.Or(kinds[f.Form], "text")
}

func write(out *strings.Builder, rows []row) {
	out.WriteString("| field | type | what it is | example |\n|---|---|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(out, "| `%s` | %s | %s | %s |\n", r.name, r.kind, cell(r.what), cell(r.example))
	}
	out.WriteString("\n")
}

// cell returns a text as one cell of a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
