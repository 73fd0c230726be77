package data_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data.Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(data.SchemaName, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(data.SchemaName)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// agree reports a file on which the schema and the parser disagree: both find
// something wrong with its form, or neither does. It returns whether the schema
// does.
func agree(t *testing.T, s *jsonschema.Schema, name string, file []byte) (wrong bool) {
	t.Helper()
	return agreeOn(t, s, name, file, value(t, file))
}

// inPart matches the problems with addresses and languages, of which a schema checks only the beginning.
var inPart = regexp.MustCompile(`is not a web address|lang(\[0\])? can't be `)

// agreeOn is like agree, for a file that holds value.
func agreeOn(t *testing.T, s *jsonschema.Schema, name string, file []byte, value any) (wrong bool) {
	t.Helper()
	found, certain := false, false
	_, problems := resume.Parse(name, file)
	for _, p := range problems {
		if !resumetest.IsOfContent(p) {
			found, certain = true, certain || !inPart.MatchString(p.Message)
		}
	}
	err := s.Validate(value)
	if err != nil && !found || err == nil && certain {
		t.Errorf("%s\n%s\nthe schema says: %v\nthe parser says: %v", name, file, err, problems)
	}
	return err != nil
}

// value returns a file as an editor passes it to a schema, to which a date is
// text.
func value(t *testing.T, file []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(file, &n); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return plain(t, &n)
}

func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch {
	case n.Kind == yaml.DocumentNode:
		return plain(t, n.Content[0])
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plain(t, item))
		}
		return list
	case n.Kind == yaml.MappingNode:
		fields := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			fields[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return fields
	case n.ShortTag() == "!!null":
		return nil
	case n.ShortTag() == "!!bool":
		return strings.EqualFold(n.Value, "true")
	case n.ShortTag() == "!!int", n.ShortTag() == "!!float":
		return json.Number(n.Value)
	}
	return n.Value
}

func TestSchemaTakesWhatIsWellFormed(t *testing.T) {
	s := schema(t)
	for name, file := range map[string][]byte{
		data.Name: data.Resume, "starter.yaml": data.Starter, "full.yaml": full(t, "yaml"), "full.json": full(t, "json"), "forms.yaml": []byte(forms),
		"languages.yaml": []byte(languages),
	} {
		if agree(t, s, name, file) {
			t.Errorf("%s is refused", name)
		}
	}
}

func TestSchemaTakesEachKindOfPicture(t *testing.T) {
	s := schema(t)
	for _, file := range []string{"ada.png", "ada.jpg", "ada.jpeg", "Ada.JPG", "ada.gif", "ada.webp", "ada.WebP"} {
		if agree(t, s, "r.yaml", []byte("basics: {name: A, image: "+file+"}")) {
			t.Errorf("%s is refused", file)
		}
	}
}

// full returns a file with something in every field.
func full(t *testing.T, format string) []byte {
	t.Helper()
	words := 0
	r := resumetest.Full(func() string { words++; return fmt.Sprintf("w%d", words) })
	for _, f := range export.Formats(nil) {
		if f.Name == format {
			out, err := f.Make(r)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
	}
	t.Fatal("no format " + format)
	return nil
}

// forms has every form that a value can be written in.
const forms = `
basics: {name: 42, phone: 42, url: "", image: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII=", location:, profiles: []}
work: [{name: A, startDate: 2019, endDate: 2021-08-01, former: false, highlights: [a, 1]}, {name: B, startDate: "2019-02"}]
education: [{institution: C, score: 4.0, startDate: 2019-02-30}]
skills: [{name: D, group: E, keywords: [a, 1.5]}, {}]
volunteer:
sections:
- {id: s, title: F, blocks: [{type: quotes, items: [a, 1, b: c, d:, {quote: e}, {text: f}, {quote: g, text: h}, {}]}, {text: i}]}
- {id: 7}
menu: [basics, work: Jobs, s:, {id: x, of: skills, groups: E, as: topics}, {id: y, of: [education, s], groups: [E]}, {id: 7, title: 7}]
paper: a4
lang: pt_BR
meta: {version: 1.2, canonical: https://a.example, other: [1, {}], ssh-resume:}
$schema: [1]
`

// languages has every kind of value in several languages.
const languages = `
lang: [en, de, pt-BR]
basics: {name: {en: A, de: B}, label: {en: A, de:}, url: {en: https://a.example, de: https://b.example}, highlights: [a, {en: a, de: b}]}
work: [{name: A, highlights: {en: [a, b], pt-BR: [c]}}]
sections: [{id: s, title: {en: a}, blocks: [{items: [{en: a, de: b}, a: {en: b, de: c}, {quote: {en: a}, text: b}]}]}]
menu: [basics: {en: A, de: B}, {id: work, title: {en: A}}, s]
`

func TestSchemaRefusesWhatTheParserFindsWrong(t *testing.T) {
	s := schema(t)
	for _, file := range []string{
		"[]", "text", "work: []", "basics:", "basics: {}", "basics: {name: }", "basics: {name: ' '}", "basics: {name: true}", "basics: {name: [A]}",
		"basics: {name: A, nmae: B}", "basics: {name: A, label: {a: b}}", "basics: {name: A, highlights: text}", "basics: {name: A, location: Rome}",
		"basics: {name: A, url: a.example}", "basics: {name: A, url: ftp://a.example}", "basics: {name: A, url: 7}", "basics: {name: A, image: ../me.jpg}", "basics: {name: A, image: me.svg}",
		`basics: {name: A, label: "\e[31m"}`, `basics: {name: A, highlights: ["\e[31m"]}`, `basics: {name: A, highlights: [~]}`,
		"basics: {name: A}\nworks: []", "basics: {name: A}\nwork: {name: B}", "basics: {name: A}\nwork: B", "basics: {name: A}\nwork: [B]", "basics: {name: A}\nwork: [[]]",
		"basics: {name: A}\nwork: [~]", "basics: {name: A}\nwork: 7", "basics: {name: A}\nwork: true", "basics: {name: A}\nwork: [{former: 1}]", "basics: {name: A}\nwork: [{former: 'yes'}]",
		"basics: {name: A}\nwork: [{startDate: soon}]", "basics: {name: A}\nwork: [{startDate: 2019-13}]", "basics: {name: A}\nwork: [{startDate: 2019-3}]",
		"basics: {name: A}\nwork: [{startDate: 99}]", "basics: {name: A}\nwork: [{startDate: 2019.5}]", "basics: {name: A}\nwork: [{startDate: 3000}]",
		"basics: {name: A}\nwork: [{startDate: 2019-01-32}]", "basics: {name: A}\nwork: [{startDate: March 2019}]", "basics: {name: A}\nwork: [{endDate: Present}]",
		"basics: {name: A}\nwork: [{company: B}]", "basics: {name: A}\nwork: [{location: {city: B}}]", "basics: {name: A}\nwork: [{highlights: [a: b]}]", "basics: {name: A}\nwork: [{highlights: [[a]]}]",
		"basics: {name: A}\nprojects: [{metric: 7}]", "basics: {name: A}\nprojects: [{metric: {valeu: 7}}]", "basics: {name: A}\nlanguages: [English]",
		"basics: {name: A}\nsections: {id: s}", "basics: {name: A}\nsections: [s]", "basics: {name: A}\nsections: [{title: s}]", "basics: {name: A}\nsections: [{id: A b}]", "basics: {name: A}\nsections: [{id: 1.5}]",
		"basics: {name: A}\nsections: [{id: s, blocks: [{type: lst}]}]", "basics: {name: A}\nsections: [{id: s, blocks: [{type: ''}]}]", "basics: {name: A}\nsections: [{id: s, blocks: [text]}]",
		"basics: {name: A}\nsections: [{id: s, blocks: [{items: [{a: b, c: d}]}]}]", "basics: {name: A}\nsections: [{id: s, blocks: [{items: [{a: b, text: d}]}]}]",
		"basics: {name: A}\nsections: [{id: s, blocks: [{items: [[a]]}]}]", "basics: {name: A}\nsections: [{id: s, blocks: [{items: [~]}]}]", "basics: {name: A}\nsections: [{id: s, blocks: [{items: [{a: [b]}]}]}]",
		"basics: {name: A}\nsections: [{id: s, blocks: [{items: [{quote: true}]}]}]",
		"basics: {name: A}\nmenu: basics", "basics: {name: A}\nmenu: [1.5]", "basics: {name: A}\nmenu: ['']", "basics: {name: A}\nmenu: [A b]", "basics: {name: A}\nmenu: [A: b]", "basics: {name: A}\nmenu: [basics: [a]]",
		"basics: {name: A}\nmenu: [{title: basics}]", "basics: {name: A}\nmenu: [{id: basics, tilte: A}]", "basics: {name: A}\nmenu: [{id: basics, of: {a: b}}]", "basics: {name: A}\nmenu: [{id: skills, as: tgs}]", "basics: {name: A}\nmenu: [{}]",
		"basics: {name: A}\npaper: leter", "basics: {name: A}\npaper: 4", "basics: {name: A}\npaper: ''", "basics: {name: A}\nlang: no such", "basics: {name: A}\nlang: 7",
		"basics: {name: A}\nmeta: text", "basics: {name: A}\nmeta: {canonical: a.example}", "basics: {name: A}\nmeta: {version: [1]}", "basics: {name: A}\nmeta: {ssh-resume: {menu: [1.5]}}", "basics: {name: A}\nmeta: {ssh-resume: {manu: []}}",
	} {
		if !agree(t, s, "r.yaml", []byte(file)) {
			t.Errorf("%s is taken", file)
		}
	}
}

// TestSchemaAndParserAgreeOnEveryChange changes a whole file at one place at a
// time: a field is dropped, renamed, or made something else. Half of the changes are
// read as JSON, the rest as YAML, which JSON is too; their texts say which.
func TestSchemaAndParserAgreeOnEveryChange(t *testing.T) {
	t.Parallel()
	s := schema(t)
	seen := map[string]bool{}
	check := func(changed any) {
		text, err := json.Marshal(changed)
		if err != nil {
			t.Fatal(err)
		}
		if !seen[string(text)] {
			agreeOn(t, s, []string{"r.json", "r.yaml"}[crc32.ChecksumIEEE(text)%2], text, changed)
		}
		seen[string(text)] = true
	}
	for _, file := range [][]byte{full(t, "yaml"), []byte(forms)} {
		whole := value(t, file).(map[string]any)
		for name, part := range whole {
			eachChange(map[string]any{name: part}, func(changed any) {
				if fields, ok := changed.(map[string]any); ok && name != "basics" {
					fields = maps.Clone(fields)
					fields["basics"] = map[string]any{"name": "A"}
					changed = fields
				}
				check(changed)
			})
		}
	}
	if len(seen) < 2000 {
		t.Errorf("only %d changes", len(seen))
	}
}

// others are values to replace any value with.
var others = []any{
	nil, "", " ", "text", "a b", " list ", "basics", " 2019-05 ", "https://a.example", "HTTP://a b", "http://", "data:,", "x\x01", "a\u2028b", "en", json.Number("7"), json.Number("2019"), json.Number("-1.5"), true, false,
	[]any{},
	[]any{"a"},
	[]any{nil},
	[]any{[]any{"a"}},
	[]any{map[string]any{"a": "b"}},
	map[string]any{},
	map[string]any{"a": "b"},
	map[string]any{"a": "b", "c": "d"},
	map[string]any{"a": []any{"b"}},
}

// eachChange calls what with each change of one place in v.
func eachChange(v any, what func(any)) {
	for _, other := range others {
		what(other)
	}
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			rest := maps.Clone(v)
			delete(rest, name)
			what(rest)
			renamed := maps.Clone(rest)
			renamed[name+"x"] = v[name]
			what(renamed)
			eachChange(v[name], func(changed any) {
				all := maps.Clone(v)
				all[name] = changed
				what(all)
			})
		}
	case []any:
		for i := range v {
			what(slices.Delete(slices.Clone(v), i, i+1))
			eachChange(v[i], func(changed any) {
				all := slices.Clone(v)
				all[i] = changed
				what(all)
			})
		}
	}
}

// described is what the test reads from a schema.
type described struct {
	Ref         string                `json:"$ref"`
	Description string                `json:"description"`
	Examples    []any                 `json:"examples"`
	Properties  map[string]*described `json:"properties"`
	Items       *described            `json:"items"`
	AnyOf       []*described          `json:"anyOf"`
	Definitions map[string]*described `json:"definitions"`
}

// TestSchemaDescribesEveryField compares the fields of a Resume with those of
// the schema.
func TestSchemaDescribesEveryField(t *testing.T) {
	var root described
	if err := json.Unmarshal(data.Schema, &root); err != nil {
		t.Fatal(err)
	}
	resolve := func(d *described) *described {
		if name, ok := strings.CutPrefix(d.Ref, "#/definitions/"); ok {
			return root.Definitions[name]
		}
		return d
	}
	var compare func(typ reflect.Type, d *described, path string)
	compare = func(typ reflect.Type, d *described, path string) {
		d = resolve(d)
		if typ.Kind() == reflect.Slice {
			if d.Items != nil {
				compare(typ.Elem(), d.Items, path+"[]")
			}
			return
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for _, form := range d.AnyOf {
			if form.Properties != nil {
				d = form
			}
		}
		known := map[string]bool{"$schema": true, "ssh-resume": true}
		for i := range typ.NumField() {
			field := typ.Field(i)
			name := field.Tag.Get("yaml")
			if typ == reflect.TypeFor[resume.Item]() {
				if name = strings.ToLower(field.Name); name == "label" {
					continue // is a name in the file
				}
			}
			if name == "" || name == "-" {
				continue
			}
			known[name] = true
			property := d.Properties[name]
			if property == nil {
				t.Errorf("%s.%s is not in the schema", path, name)
				continue
			}
			if property.Description == "" || len(property.Examples) == 0 && field.Type.Kind() != reflect.Struct && resolve(property).Items == nil {
				t.Errorf("%s.%s lacks a description or an example", path, name)
			}
			compare(field.Type, property, path+"."+name)
		}
		for name := range d.Properties {
			if !known[name] {
				t.Errorf("%s.%s is in the schema alone", path, name)
			}
		}
	}
	compare(reflect.TypeFor[resume.Resume](), &root, "")
}
