package export

import (
	"cmp"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// node returns a résumé, or a part of one, as the owner would write it: the fields in the order of the types,
// without empty ones. For JSON Resume, whose schemas don't allow dates in words, such a date has another name.
func node(v reflect.Value, forJSON bool) *yaml.Node {
	switch short := v.Interface().(type) {
	case resume.Item:
		if short.Label+short.Quote == "" {
			return textNode(short.Text)
		}
		if short.Quote == "" {
			return add(&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}, short.Label, textNode(short.Text))
		}
	case resume.Theme:
		if len(short.Accent)+len(short.Figures) == 0 {
			return textNode(short.Name)
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i := range v.NumField() {
			field, name := v.Field(i), v.Type().Field(i).Tag.Get("yaml")
			isEmpty := field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0
			if isEmpty || name == "" || name == "-" {
				continue
			}
			if date, ok := field.Interface().(resume.Date); forJSON && ok && !date.IsDate() {
				name += resume.AsWritten
			}
			add(n, name, node(field, forJSON))
		}
		return n
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for i := range v.Len() {
			n.Content = append(n.Content, node(v.Index(i), forJSON))
		}
		return n
	case reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"} // false is left out
	default:
		return textNode(v.String())
	}
}

// inLanguages merges a field's values in several languages. If they differ, the result is a group with a value
// for each language. A missing value is nil.
func inLanguages(tags []string, values []*yaml.Node) *yaml.Node {
	sample := *cmp.Or(values...)
	lists, groups, same := true, true, true
	for _, v := range values {
		lists = lists && v != nil && v.Kind == yaml.SequenceNode && len(v.Content) == len(sample.Content)
		groups = groups && v != nil && v.Kind == yaml.MappingNode && sharesName(v, values[0])
		same = same && reflect.DeepEqual(v, values[0])
	}
	if same {
		return values[0]
	}
	sample.Content = nil
	switch {
	case lists:
		for i := range values[0].Content {
			sample.Content = append(sample.Content, inLanguages(tags, each(values, func(v *yaml.Node) *yaml.Node { return v.Content[i] })))
		}
	case groups:
		for _, v := range values {
			for part := range slices.Chunk(v.Content, 2) {
				if name := part[0].Value; field(&sample, name) == nil {
					add(&sample, name, inLanguages(tags, each(values, func(v *yaml.Node) *yaml.Node { return field(v, name) })))
				}
			}
		}
	default:
		sample.Value = ""
		if sample.Tag == "!!bool" {
			sample.Value = "false"
		}
		group := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i, tag := range tags {
			add(group, tag, cmp.Or(values[i], &sample))
		}
		return group
	}
	return &sample
}

// sharesName reports whether two groups have a field of the same name. Labeled list items have none in common
// if their labels differ.
func sharesName(a, b *yaml.Node) bool {
	for part := range slices.Chunk(a.Content, 2) {
		if field(b, part[0].Value) != nil {
			return true
		}
	}
	return false
}

// field returns the field of a group; nil if it has none of this name.
func field(group *yaml.Node, name string) *yaml.Node {
	for part := range slices.Chunk(group.Content, 2) {
		if part[0].Value == name {
			return part[1]
		}
	}
	return nil
}

func textNode(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// add appends a field to a mapping, which it returns.
func add(mapping *yaml.Node, name string, value *yaml.Node) *yaml.Node {
	mapping.Content = append(mapping.Content, textNode(name), value)
	return mapping
}
