package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// jsonSchema is the oldest and strictest of the schemas that the JSON meets.
const jsonSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

// toJSON returns the résumé as JSON Resume; resume.Parse reads an equal one from
// it. What JSON Resume lacks is added where all its versions allow additions: in
// every object but the root, whose additions go to meta.ssh-resume.
func toJSON(r *resume.Resume) ([]byte, error) {
	root := &yaml.Node{Kind: yaml.MappingNode}
	own := &yaml.Node{Kind: yaml.MappingNode}
	add(root, "$schema", textNode(jsonSchema))
	meta := &yaml.Node{Kind: yaml.MappingNode}
	all := fields(r, asJSONResume).Content
	for i := 0; i < len(all); i += 2 {
		switch name := all[i].Value; {
		case slices.Contains(resume.OwnFields(), name):
			add(own, all[i].Value, all[i+1])
		case name == "meta":
			meta = all[i+1]
		default:
			add(root, all[i].Value, all[i+1])
		}
	}
	if len(own.Content) > 0 {
		add(meta, "ssh-resume", own)
	}
	if len(meta.Content) > 0 {
		add(root, "meta", meta)
	}
	var compact, out bytes.Buffer
	if err := writeJSON(&compact, root); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("indent JSON: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// asJSONResume gives a date in words another name: the schemas don't allow it.
func asJSONResume(name string, v reflect.Value) string {
	if date, ok := v.Interface().(resume.Date); ok && !date.IsDate() {
		return name + resume.AsWritten
	}
	return name
}

func writeJSON(b *bytes.Buffer, n *yaml.Node) error {
	open, end := "[", "]"
	switch {
	case n.Kind == yaml.MappingNode:
		open, end = "{", "}"
	case n.Tag == "!!bool":
		b.WriteString(n.Value)
		return nil
	case n.Kind == yaml.ScalarNode:
		encoder := json.NewEncoder(b)
		encoder.SetEscapeHTML(false) // "&" is easier to read than "\u0026"
		return encoder.Encode(n.Value)
	}
	b.WriteString(open)
	for i, child := range n.Content {
		switch {
		case i == 0:
		case n.Kind == yaml.MappingNode && i%2 == 1:
			b.WriteString(":")
		default:
			b.WriteString(",")
		}
		if err := writeJSON(b, child); err != nil {
			return err
		}
	}
	b.WriteString(end)
	return nil
}
