package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// jsonSchema is the oldest and strictest of the schemas that the JSON satisfies.
const jsonSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

// toJSON returns the résumé as JSON Resume; resume.Parse reads an equal one from it. Fields that JSON
// Resume lacks are added where all its versions allow additions: in every object except the root, whose
// additions go to meta.ssh-resume.
func toJSON(r *resume.Resume) ([]byte, error) {
	root := add(&yaml.Node{Kind: yaml.MappingNode}, "$schema", textNode(jsonSchema))
	own := &yaml.Node{Kind: yaml.MappingNode}
	for part := range slices.Chunk(node(reflect.ValueOf(*r), true).Content, 2) {
		to := root
		if slices.Contains(resume.OwnFields(), part[0].Value) {
			to = own
		}
		to.Content = append(to.Content, part...)
	}
	if len(own.Content) > 0 {
		meta := field(root, "meta")
		if meta == nil {
			meta = &yaml.Node{Kind: yaml.MappingNode}
			add(root, "meta", meta)
		}
		add(meta, resume.OwnGroup, own)
	}
	var out bytes.Buffer
	err := json.Indent(&out, []byte(jsonOf(root)+"\n"), "", "  ")
	return out.Bytes(), err
}

// jsonOf returns a node as JSON without spaces.
func jsonOf(n *yaml.Node) string {
	all := each(n.Content, jsonOf)
	switch {
	case n.Kind == yaml.SequenceNode:
		return "[" + strings.Join(all, ",") + "]"
	case n.Kind == yaml.MappingNode:
		var fields []string
		for field := range slices.Chunk(all, 2) {
			fields = append(fields, strings.Join(field, ":"))
		}
		return "{" + strings.Join(fields, ",") + "}"
	case n.Tag == "!!bool":
		return n.Value
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // "&" is easier to read than "\u0026"
	_ = encoder.Encode(n.Value)  //nolint:errchkjson // a string can be written
	return b.String()
}
