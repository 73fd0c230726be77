package fields_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// object is a JSON object whose fields keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("{")
	for i, m := range o {
		if i > 0 {
			out.WriteString(",")
		}
		fmt.Fprintf(&out, "%q:", m.name)
		encoder := json.NewEncoder(&out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(m.value); err != nil {
			return nil, fmt.Errorf("encode %s: %w", m.name, err)
		}
	}
	out.WriteString("}")
	return out.Bytes(), nil
}

const schemaComment = "The schema of the file, for editors; it has no other effect."

func ownComment() string {
	names := resume.OwnFields()
	last := len(names) - 1
	return fmt.Sprintf("In a JSON Resume, %s and %s can be here instead of at the root.", strings.Join(names[:last], ", "), names[last])
}

// noControl matches a text without control characters, except white space.
const noControl = "[^\u0000-\b\u000e-\u001f\u007f-\u0084\u0086-\u009f]*$"

// id matches what visitors can type.
const id = `^\s*[a-z0-9-]+\s*$`

const color = `^\s*(#[0-9A-Fa-f]{6})?\s*$`

// definitions are the schemas of forms that many fields have.
var definitions = object{
	{"line", translatable(object{{"type", []string{"string", "number"}}, {"pattern", "^" + noControl}})},
	{"text", translatable(object{{"type", []string{"string", "number", "null"}}, {"pattern", "^" + noControl}})},
	{"texts", translatable(object{{"type", []string{"array", "null"}}, {"items", ref("line")}})},
	{"translations", object{
		{"type", "object"},
		{"description", "One value for each language that lang lists: {en: Engineer, de: Ingenieurin}."},
		{"minProperties", 1},
		{"propertyNames", object{{"pattern", "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"}}},
		{"additionalProperties", object{{"anyOf", []any{
			object{{"type", []string{"string", "number", "null"}}, {"pattern", "^" + noControl}},
			object{{"type", "array"}, {"items", ref("line")}},
		}}}},
	}},
	{"oneOrMore", object{{"anyOf", []any{ref("text"), ref("texts")}}}},
	{"date", object{{"anyOf", []any{
		object{{"type", "string"}, {"pattern", `^\s*([12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?\s*$`}},
		object{{"type", "integer"}, {"minimum", 1000}, {"maximum", 2999}},
		object{{"type", "null"}},
	}}}},
	{"url", translatable(object{{"type", []string{"string", "null"}}, {"pattern", `^\s*($|[Hh][Tt][Tt][Pp][Ss]?://` + noControl + ")"}})},
	{"picture", object{{"type", []string{"string", "null"}}, {"pattern", `^\s*($|[Hh][Tt][Tt][Pp][Ss]?://|data:|[^/:]+\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]|[Ww][Ee][Bb][Pp])\s*$)`}}},
	{"language", object{{"anyOf", []any{
		object{{"type", []string{"string", "null"}}, {"pattern", `^\s*([A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*)?\s*$`}},
		object{{"type", "array"}, {"items", object{{"type", "string"}, {"pattern", `^\s*[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*\s*$`}}}, {"minItems", 1}},
	}}}},
	{"colors", object{{"anyOf", []any{
		object{{"type", []string{"string", "null"}}, {"pattern", color}},
		object{{"type", "array"}, {"items", object{{"type", "string"}, {"pattern", color}}}, {"maxItems", 2}},
	}}}},
	{"id", object{{"anyOf", []any{object{{"type", "string"}, {"pattern", id}}, object{{"type", "integer"}, {"minimum", 0}}}}}},
}

// translatable returns the schema of a value that may be one per language.
func translatable(value object) object {
	return object{{"anyOf", []any{value, ref("translations")}}}
}

func ref(definition string) object { return object{{"$ref", "#/definitions/" + definition}} }

// schemaOfFile returns the JSON Schema of the owner's file. It is of draft 7, which
// YAML's language server knows best.
func schemaOfFile() ([]byte, error) {
	root := reflect.TypeFor[resume.Resume]()
	schema := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "A résumé for ssh-resume"},
		{"description", "A résumé for ssh-resume. The fields are those of JSON Resume (https://jsonresume.org/schema), and some more."},
	}
	schema = append(schema, schemaOf(root)...)
	schema = append(schema, member{"definitions", definitions})
	compact, err := json.Marshal(schema)
	if err != nil {
		return nil, fmt.Errorf("write the schema: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return nil, fmt.Errorf("indent the schema: %w", err)
	}
	return append(out.Bytes(), '\n'), nil
}

// schemaOf returns the schema of a group of fields.
func schemaOf(group reflect.Type) object {
	var properties object
	var required []string
	open := false
	switch group {
	case reflect.TypeFor[resume.Resume]():
		properties = object{{"$schema", object{{"description", schemaComment}, {"examples", []string{"resume.schema.json"}}}}}
	case reflect.TypeFor[resume.Meta]():
		open = true
	}
	for _, f := range resume.Fields(group) {
		properties = append(properties, member{f.Name, field(f)})
		if f.Required {
			required = append(required, f.Name)
		}
	}
	if open {
		properties = append(properties, member{"ssh-resume", own()})
	}
	schema := object{{"type", "object"}}
	if required != nil {
		schema = append(schema, member{"required", required})
	}
	schema = append(schema, member{"properties", properties})
	if !open {
		schema = append(schema, member{"additionalProperties", false})
	}
	return schema
}

// own returns the schema of the fields that JSON Resume lacks, in meta.
func own() object {
	root := reflect.TypeFor[resume.Resume]()
	var properties object
	for _, f := range resume.Fields(root) {
		if f.Added {
			properties = append(properties, member{f.Name, object{{"$ref", "#/properties/" + f.Name}}})
		}
	}
	return object{
		{"type", []string{"object", "null"}},
		{"description", ownComment()},
		{"properties", properties},
		{"additionalProperties", false},
	}
}

// field returns the schema of a field of a group.
func field(f resume.Field) object {
	schema := object{{"description", about(f)}}
	if f.Example != "" {
		schema = append(schema, member{"examples", []any{example(f.Example)}})
	}
	return append(schema, form(f)...)
}

// about returns what a field is.
func about(f resume.Field) string {
	if f.Added {
		return f.Help + " Not a field of JSON Resume."
	}
	return f.Help
}

// form returns what a field may hold.
func form(f resume.Field) object {
	nullable := func(kind string) any {
		if f.Required {
			return kind
		}
		return []string{kind, "null"}
	}
	switch f.Form {
	case resume.FormGroup:
		schema := schemaOf(f.Go.Type)
		schema[0].value = nullable("object")
		if f.Short {
			return object{{"anyOf", []any{field(resume.Fields(f.Go.Type)[0]), schema}}}
		}
		return schema
	case resume.FormGroups:
		return object{{"type", nullable("array")}, {"items", entry(f.Group())}}
	case resume.FormWord:
		var words []any
		for _, word := range f.OneOf {
			words = append(words, word)
		}
		return object{{"enum", append(words, nil)}}
	case resume.FormFlag:
		return object{{"type", nullable("boolean")}}
	case resume.FormDate, resume.FormEnd:
		return ref("date")
	case resume.FormLines, resume.FormRichList:
		return ref("texts")
	case resume.FormOneOrMore:
		return ref("oneOrMore")
	case resume.FormURL, resume.FormPicture, resume.FormLanguage, resume.FormID, resume.FormColors:
		return ref(string(f.Form))
	}
	if f.Required {
		return object{{"type", []string{"string", "number", "object"}}, {"allOf", []any{ref("text")}}, {"pattern", `\S`}}
	}
	return ref("text")
}

// entry returns the schema of an entry of a list. Some have short forms.
func entry(group reflect.Type) object {
	schema := schemaOf(group)
	switch group {
	case reflect.TypeFor[resume.Item]():
		return object{{"anyOf", []any{ref("line"), oneField(group, "^"+noControl), schema}}}
	case reflect.TypeFor[resume.MenuItem]():
		return object{{"anyOf", []any{ref("id"), oneField(group, id), schema}}}
	}
	return schema
}

// oneField returns the schema of "name: text" where the name matches a pattern
// and is not one of a field of the group.
func oneField(group reflect.Type, pattern string) object {
	var names []string
	for _, f := range resume.Fields(group) {
		names = append(names, f.Name)
	}
	return object{
		{"type", "object"},
		{"minProperties", 1},
		{"maxProperties", 1},
		{"propertyNames", object{{"pattern", pattern}, {"not", object{{"enum", names}}}}},
		{"additionalProperties", ref("text")},
	}
}

// example returns an example in YAML as a value.
func example(text string) any {
	var value any
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		panic(fmt.Sprintf("example %q: %v", text, err))
	}
	return value
}
