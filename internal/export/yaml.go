package export

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"

	"ssh-resume/internal/resume"
)

// toYAML returns a file with everything in the résumé. resume.Parse reads an equal
// résumé from it.
func toYAML(r *resume.Resume) ([]byte, error) {
	file := fields(r, func(reflect.Value) bool { return true })
	for _, part := range file.Content {
		short(part)
	}
	out, err := dump(file)
	return []byte(out), err
}

// toYAMLWithComments returns the owner's file in a canonical layout, with its
// comments and unknown fields. A file that is not YAML has none of them.
func toYAMLWithComments(r *resume.Resume, source Source) ([]byte, error) {
	if len(source.Data) == 0 || strings.EqualFold(filepath.Ext(source.Name), ".json") {
		return toYAML(r)
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(source.Data), "\ufeff"))
	laidOut, err := layOut(text)
	if err == nil && keepsComments(text, laidOut) && readsAs(r, laidOut) {
		return []byte(laidOut), nil
	}
	// A comment in an unusual place can get lost. Then the file stays as it was
	// written.
	if text = strings.TrimRight(text, "\n") + "\n"; readsAs(r, text) {
		return []byte(text), nil
	}
	return toYAML(r)
}

// layOut returns the first document of a YAML text with canonical indents, line
// ends and spaces.
func layOut(text string) (string, error) {
	loader, err := yaml.NewLoader(strings.NewReader(text), yaml.WithV4Defaults())
	if err != nil {
		return "", fmt.Errorf("read YAML: %w", err)
	}
	var document yaml.Node
	if err := loader.Load(&document); err != nil {
		return "", fmt.Errorf("read YAML: %w", err)
	}
	return dump(&document)
}

func dump(n *yaml.Node) (string, error) {
	out, err := yaml.Dump(n, yaml.WithV4Defaults(), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(100))
	if err != nil {
		return "", fmt.Errorf("write YAML: %w", err)
	}
	return spaced(string(out)), nil
}

// spaced puts a blank line before each top field and the comments above it. They
// are all that begins a line without an indent.
func spaced(text string) string {
	var b strings.Builder
	before := ""
	for line := range strings.Lines(text) {
		if line[0] != ' ' && line[0] != '\n' && b.Len() > 0 && before[0] != '\n' && before[0] != '#' {
			b.WriteString("\n")
		}
		b.WriteString(line)
		before = line
	}
	return b.String()
}

// keepsComments reports whether everything in text that may be a comment is in
// laidOut, too.
func keepsComments(text, laidOut string) bool {
	for line := range strings.Lines(text) {
		line = " " + strings.TrimSpace(line)
		if i := strings.Index(line, " #"); i >= 0 && strings.Count(laidOut, line[i+1:]) < strings.Count(text, line[i+1:]) {
			return false
		}
	}
	return true
}

func readsAs(r *resume.Resume, text string) bool {
	read, _ := resume.Parse("resume.yaml", []byte(text))
	return reflect.DeepEqual(read, r)
}

// short sets what fits on one line of n on one: lists of words, and groups of
// fields under a name, such as a location.
func short(n *yaml.Node) {
	const most = 60 // bytes of text
	for i, child := range n.Content {
		short(child)
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
