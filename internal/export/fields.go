package export

import (
	"reflect"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// fields returns the résumé as a file of the owner's: the fields in the order of
// the types, without those that are empty or not wanted.
func fields(r *resume.Resume, wanted func(reflect.Value) bool) *yaml.Node {
	return node(reflect.ValueOf(*r), wanted)
}

func node(v reflect.Value, wanted func(reflect.Value) bool) *yaml.Node {
	switch short := v.Interface().(type) {
	case resume.Item:
		return itemNode(short)
	case resume.Theme:
		if len(short.Accent)+len(short.Figures) == 0 {
			return textNode(short.Name)
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i := range v.NumField() {
			if field, name := v.Field(i), v.Type().Field(i).Tag.Get("yaml"); !field.IsZero() && name != "" && name != "-" && wanted(field) {
				add(n, name, node(field, wanted))
			}
		}
		return n
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for i := range v.Len() {
			n.Content = append(n.Content, node(v.Index(i), wanted))
		}
		return n
	case reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"} // false is left out
	default:
		return textNode(v.String())
	}
}

// itemNode returns an item in the shortest of its forms; see resume.Item.
func itemNode(i resume.Item) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	switch {
	case i.Quote != "":
		add(n, "quote", textNode(i.Quote))
		if i.Text != "" {
			add(n, "text", textNode(i.Text))
		}
	case i.Label != "":
		add(n, i.Label, textNode(i.Text))
	default:
		return textNode(i.Text)
	}
	return n
}

func textNode(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// add appends a field to a mapping.
func add(mapping *yaml.Node, name string, value *yaml.Node) {
	mapping.Content = append(mapping.Content, textNode(name), value)
}
