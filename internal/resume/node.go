package resume

import (
	"slices"
	"strings"
)

// Limits, against files made to fill memory. A long résumé takes 20 KiB, 1,000 nodes and 7 levels.
const (
	maxBytes = 1 << 20
	maxNodes = 100_000
	maxDepth = 32
	maxShown = 2 * maxBytes // on all pages, with aliases and repetitions expanded
)

// node is a value of the file, in YAML or JSON, with the place where it begins.
type node struct {
	kind         nodeType
	line, column int
	path         string   // in messages, as the owner would write it: work[0]; set when it is read
	text         string   // of stringNode, numberNode and boolNode
	items        []*node  // of sequenceNode
	fields       []member // of mappingNode, in the file's order
	ofLanguage   bool     // other languages have their own values
}

// member is one field of a mapping.
type member struct {
	name  *node
	value *node
}

type nodeType int

const (
	nullNode nodeType = iota
	stringNode
	numberNode
	boolNode
	sequenceNode
	mappingNode
	otherNode // tagged as something else
)

// String returns the type in the owner's terms.
func (k nodeType) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a group of fields", "a value of a special type"}[k]
}

// isLine reports whether n is a text, or a number that can be read as one.
func (n *node) isLine() bool {
	return n != nil && (n.kind == stringNode || n.kind == numberNode)
}

// isEntry reports whether n, in place of a list, can be its only entry: a text, or a group with a text in it.
func (n *node) isEntry() bool {
	return n.isLine() || n.kind == mappingNode && slices.ContainsFunc(n.fields, func(m member) bool { return m.value.isLine() })
}

// listed returns the entries of a list; anything else is its own only entry.
func (n *node) listed() []*node {
	switch {
	case n == nil:
		return nil
	case n.kind != sequenceNode && n.isEntry():
		return []*node{n}
	default:
		return n.items
	}
}

// walk visits n and the values in it, in the file's order.
func (n *node) walk(visit func(*node)) {
	if n == nil {
		return
	}
	visit(n)
	for _, item := range n.items {
		item.walk(visit)
	}
	for _, field := range n.fields {
		field.value.walk(visit)
	}
}

// words returns the texts in n.
func (n *node) words() []string {
	var all []string
	n.walk(func(n *node) {
		if text := oneLine(n.text); n.isLine() && text != "" {
			all = append(all, text)
		}
	})
	return all
}

// size returns the number of bytes in the texts of n, plus one for each value.
func (n *node) size() int {
	size := 0
	n.walk(func(n *node) { size += len(n.text) + 1 })
	return size
}

// markdown returns the texts in n as a list in Markdown, below the name of the only field if n is a group.
func (n *node) markdown() string {
	var b strings.Builder
	items := n.items
	if n.kind == mappingNode {
		b.WriteString(oneLine(n.fields[0].name.text) + "\n")
		items = n.fields[0].value.items
	}
	for _, item := range items {
		text := oneLine(item.text)
		if item.kind == sequenceNode || item.kind == mappingNode && len(item.fields) == 1 {
			text = strings.ReplaceAll(strings.TrimRight(item.markdown(), "\n"), "\n", "\n  ")
		} else if !item.isLine() {
			text = sentence(item.words())
		}
		if text != "" {
			b.WriteString("- " + text + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

// value returns the field of this name; nil if it is missing or empty, or n is nil.
func (n *node) value(name string) *node {
	if n == nil {
		return nil
	}
	m, _ := find(n.fields, func(m member) bool { return m.name.text == name && m.value.kind != nullNode })
	return m.value
}

// groupOf returns a mapping at the place of another value.
func groupOf(at *node, fields ...member) *node {
	return &node{kind: mappingNode, line: at.line, column: at.column, path: at.path, fields: fields}
}

func named(name string, value *node) member {
	return member{&node{kind: stringNode, text: name}, value}
}
