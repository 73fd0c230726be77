package main

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// writer writes a table for each group of fields in a schema.
type writer struct {
	definitions *yaml.Node
	out         strings.Builder
}

// write gives the tables. The schema is read as YAML, which JSON is, because
// the order of the fields counts.
func write(schema []byte) (string, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(schema, &document); err != nil {
		return "", fmt.Errorf("read the schema: %w", err)
	}
	root := document.Content[0]
	w := writer{definitions: value(root, "definitions")}
	var single []field
	for _, f := range fields(root) {
		if w.group(f.schema) == nil {
			single = append(single, f)
			continue
		}
		if err := w.part(f.name, f.schema); err != nil {
			return "", err
		}
	}
	w.out.WriteString("### Other fields\n\n")
	err := w.table(single)
	return w.out.String(), err
}

// field is one property of a schema.
type field struct {
	name   string
	schema *yaml.Node
}

func fields(schema *yaml.Node) []field {
	var all []field
	if properties := value(schema, "properties"); properties != nil {
		for i := 0; i < len(properties.Content); i += 2 {
			all = append(all, field{properties.Content[i].Value, properties.Content[i+1]})
		}
	}
	return all
}

// value gives a field of a mapping; nil where there is none.
func value(n *yaml.Node, name string) *yaml.Node {
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

// text gives a field of a mapping that is a text.
func text(n *yaml.Node, name string) string {
	if v := value(n, name); v != nil {
		return v.Value
	}
	return ""
}

// resolved gives the schema that another names.
func (w *writer) resolved(schema *yaml.Node) *yaml.Node {
	if name, ok := strings.CutPrefix(text(schema, "$ref"), "#/definitions/"); ok {
		return value(w.definitions, name)
	}
	return schema
}

// group gives the schema of the group of fields that a field is or, where it is
// a list, that each of its entries is; nil where it holds no group.
func (w *writer) group(schema *yaml.Node) *yaml.Node {
	schema = w.resolved(schema)
	if value(schema, "properties") != nil {
		return schema
	}
	if items := value(schema, "items"); items != nil {
		return w.group(items)
	}
	if forms := value(schema, "anyOf"); forms != nil {
		for _, form := range forms.Content {
			if value(form, "properties") != nil {
				return form
			}
		}
	}
	return nil
}

// part writes a heading, what the field is, its table, and those of the groups
// in it.
func (w *writer) part(path string, schema *yaml.Node) error {
	fmt.Fprintf(&w.out, "### %s\n\n%s\n\n", path, text(schema, "description"))
	group := fields(w.group(schema))
	if err := w.table(group); err != nil {
		return err
	}
	for _, f := range group {
		if w.group(f.schema) != nil && f.name != "ssh-resume" {
			if err := w.part(path+"."+f.name, f.schema); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) table(all []field) error {
	w.out.WriteString("| field | type | what it is | example |\n|---|---|---|---|\n")
	for _, f := range all {
		example, err := w.example(f.schema)
		if err != nil {
			return err
		}
		fmt.Fprintf(&w.out, "| `%s` | %s | %s | %s |\n", f.name, w.kind(f.schema), cell(text(f.schema, "description")), cell(example))
	}
	w.out.WriteString("\n")
	return nil
}

// kinds are the definitions of the schema in words.
var kinds = map[string]string{
	"text": "text", "texts": "list of texts", "oneOrMore": "text, or list of texts", "date": "date", "url": "web address", "id": "name",
}

// kind gives what a field may hold, in words.
func (w *writer) kind(schema *yaml.Node) string {
	if said, ok := kinds[strings.TrimPrefix(text(schema, "$ref"), "#/definitions/")]; ok {
		return said
	}
	schema = w.resolved(schema)
	if words := value(schema, "enum"); words != nil {
		var all []string
		for _, word := range words.Content {
			if word.ShortTag() != "!!null" {
				all = append(all, "`"+word.Value+"`")
			}
		}
		return strings.Join(all, ", ")
	}
	kind := value(schema, "type")
	switch {
	case kind == nil:
		return "text"
	case kind.Kind == yaml.SequenceNode:
		kind = kind.Content[0]
	}
	switch kind.Value {
	case "array":
		return "list of groups"
	case "object":
		return "group"
	case "boolean":
		return "true or false"
	default:
		return "text"
	}
}

// example gives the first example of a field in YAML, in one line.
func (w *writer) example(schema *yaml.Node) (string, error) {
	examples := value(schema, "examples")
	if examples == nil || w.group(schema) != nil {
		return "", nil // a group has a table of its own
	}
	first := examples.Content[0]
	inOneLine(first)
	out, err := yaml.Dump(first, yaml.WithV4Defaults(), yaml.WithLineWidth(-1))
	if err != nil {
		return "", fmt.Errorf("write an example: %w", err)
	}
	return "`" + strings.TrimSpace(string(out)) + "`", nil
}

// inOneLine sets a value without quotes where YAML needs none.
func inOneLine(n *yaml.Node) {
	n.Style = 0
	if n.Kind != yaml.ScalarNode {
		n.Style = yaml.FlowStyle
	}
	for _, child := range n.Content {
		inOneLine(child)
	}
}

// cell gives a text as one cell of a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
