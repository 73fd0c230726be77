package export

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// toYAML returns a file with everything in the résumé, in all its languages. resume.Parse reads an equal
// résumé from it. Translations that can't be in one file are left out.
func toYAML(r *resume.Resume) ([]byte, error) {
	tags := r.Tags()
	file := inLanguages(tags, each(tags, func(tag string) *yaml.Node {
		one := *r.In(tag)
		if len(tags) > 1 {
			one.Lang = ""
		}
		return node(reflect.ValueOf(one), false)
	}))
	if len(tags) > 1 {
		list := node(reflect.ValueOf(tags), false)
		list.Style = yaml.FlowStyle
		add(file, "lang", list)
	}
	for _, part := range file.Content {
		compact(part)
	}
	out, err := yaml.Dump(file, yaml.WithV4Defaults(), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(100))
	if err != nil {
		return nil, fmt.Errorf("write YAML: %w", err)
	}
	text := topField.ReplaceAllString(string(out), "\n\n$1")
	if len(tags) > 1 && !readsAs(r, text) {
		return toYAML(r.WithTranslations())
	}
	return []byte(text), nil
}

// topField matches the beginning of each top-level field except the first. All other lines are indented.
var topField = regexp.MustCompile(`\n([^ \n])`)

// toYAMLWithComments returns the owner's file as written, unless it is JSON.
func toYAMLWithComments(r *resume.Resume, file []byte) ([]byte, error) {
	text := resume.LineEnds.Replace(strings.TrimPrefix(string(file), "\ufeff"))
	text = strings.TrimRight(text, "\n") + "\n"
	if isJSON := strings.HasPrefix(strings.TrimSpace(text), "{"); !isJSON && readsAs(r, text) {
		return []byte(text), nil
	}
	return toYAML(r)
}

// readsAs reports whether a file is read as the résumé, in all its languages.
func readsAs(r *resume.Resume, text string) bool {
	read, _ := resume.Parse("resume.yaml", []byte(text))
	if read == nil || !slices.Equal(read.Tags(), r.Tags()) {
		return false
	}
	return !slices.ContainsFunc(r.Tags(), func(tag string) bool {
		want, got := *r.In(tag).WithTranslations().WithPictures(func(string) []byte { return nil }), *read.In(tag).WithTranslations()
		if want.Lang == "" {
			want.Lang = got.Lang // English
		}
		return !reflect.DeepEqual(want, got)
	})
}

// compact puts what fits on one line: lists of words, and named groups of fields such as a location.
func compact(n *yaml.Node) {
	const most = 60 // bytes of text
	for i, child := range n.Content {
		compact(child)
		length := 0
		for _, value := range child.Content {
			length += len(value.Value)
			if value.Kind != yaml.ScalarNode {
				length += most
			}
		}
		named := n.Kind == yaml.MappingNode && i%2 == 1
		if named && length > 0 && length < most {
			child.Style = yaml.FlowStyle
		}
	}
}
