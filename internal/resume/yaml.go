package resume

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parseYAML reads the first document of data; nil if there is none. It returns nil and records a problem if it can't
// be read or exceeds the limits. If the mistakes in a file are understood, the rest is still read.
func parseYAML(p *problems, data []byte) *node {
	documents, err := loadYAML(markJoined(data))
	if err != nil {
		m := mender{problems: p, file: string(data), budget: mendBudget}
		data = []byte(m.mend())
		p.repairs = len(p.list)
		documents, err = loadYAML(markJoined(data))
	}
	if err != nil || len(documents) == 0 {
		return nil // what is wrong has been said
	}
	if len(documents) > 1 {
		p.warn(&node{line: documents[1].Line, column: documents[1].Column}, "a second document begins here; only the first is read")
	}
	c := yamlConverter{problems: p, anchors: map[string]*node{}, lines: strings.Split(string(data), "\n")}
	root := c.node(documents[0], 0)
	if c.stopped {
		return nil
	}
	for name, n := range c.anchors {
		p.warn(n, `"&%s" is an anchor that nothing uses; a text that begins with "&" needs quotes`, name)
	}
	return root
}

// loadYAML reads the documents of data, at most two.
func loadYAML(data []byte) ([]*yaml.Node, error) {
	// The loader counts aliases only when it fills Go values; yamlConverter counts all. It also reports what is
	// too deep in the owner's terms, unless it is far too deep.
	loader, err := yaml.NewLoader(bytes.NewReader(data),
		yaml.WithV4Defaults(), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(2*maxDepth))))
	var documents []*yaml.Node
	for err == nil && len(documents) < 2 {
		var document yaml.Node
		if err = loader.Load(&document); err == nil {
			documents = append(documents, &document)
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read YAML: %w", err)
	}
	return documents, nil
}

// yamlConverter converts YAML's nodes, without aliases, and stops at the limits of a file.
type yamlConverter struct {
	*problems
	count   int
	bytes   int // of texts
	stopped bool
	anchors map[string]*node // not used so far
	lines   []string         // of the file
}

func (c *yamlConverter) node(y *yaml.Node, depth int) *node {
	n := &node{kind: nullNode, line: y.Line, column: y.Column}
	c.bytes += len(y.Value)
	if c.count++; c.stopped || !c.within(n, depth) {
		return n
	}
	if y.Anchor != "" {
		c.anchors[y.Anchor] = n
	}
	switch y.Kind {
	case yaml.DocumentNode:
		if len(y.Content) > 0 {
			return c.node(y.Content[0], depth)
		}
	case yaml.AliasNode:
		delete(c.anchors, y.Value)
		n = c.node(y.Alias, depth+1)
		delete(c.anchors, y.Value)
		// Report problems with the value where it is used.
		n.line, n.column = y.Line, y.Column
	case yaml.SequenceNode:
		n.kind = sequenceNode
		n.items = each(y.Content, func(item *yaml.Node) *node { return c.node(item, depth+1) })
	case yaml.MappingNode:
		n.kind = mappingNode
		known := map[string]int{} // fields of n, by their names
		for i := 0; i+1 < len(y.Content); i += 2 {
			c.field(n, known, y.Content[i], y.Content[i+1], depth)
		}
	default:
		const notPlain = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
		kind, known := scalarKinds[y.ShortTag()]
		if n.kind, n.text = kind, joinMarked.Replace(y.Value); !known {
			n.kind = otherNode
		}
		if n.kind == stringNode && y.Style&notPlain == 0 && strings.Contains(y.Value, " - ") {
			n.text = cmp.Or(c.withList(y), n.text)
		}
	}
	return n
}

// withList returns the lines of an unquoted text, which YAML joins, if one begins with "- ", because the owner
// meant a list by
//
//   - Published research
//   - Main paper
//
// It returns nothing for other texts.
func (c *yamlConverter) withList(y *yaml.Node) string {
	value := strings.ReplaceAll(y.Value, mark, "")
	lines := c.lines[min(y.Line, len(c.lines)):] // below the first
	begin := []rune(c.lines[min(y.Line, len(c.lines))-1])
	var b strings.Builder
	b.WriteString(strings.TrimSpace(string(begin[min(y.Column-1, len(begin)):])))
	list := false
	for i := 0; i < len(lines) && b.Len() < len(value); i++ {
		line := strings.TrimRight(lines[i], " ")
		text := strings.TrimLeft(line, " ")
		list = list || strings.HasPrefix(text, "- ")
		b.WriteString("\n" + line[min(y.Column-1, len(line)-len(text)):])
	}
	if text := b.String(); list && oneLine(text) == oneLine(value) {
		return text
	}
	return ""
}

// mark ends a line that continues without a space, as in Chinese and Japanese: YAML replaces line ends with spaces.
const mark = "\ufdd0" // not a character

func markJoined(data []byte) []byte {
	lines := bytes.Split(data, []byte("\n"))
	for i, line := range lines[:len(lines)-1] {
		if continues(line, lines[i+1]) {
			lines[i] = append(bytes.TrimRight(line, " \t"), mark...)
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

var joinMarked = strings.NewReplacer(mark+" ", "", mark, "")

// within reports whether the file is within its limits, and records one problem if not.
func (c *yamlConverter) within(n *node, depth int) bool {
	switch {
	case c.count > maxNodes:
		c.fail(n, "the file has more than %d values, aliases written out", maxNodes)
	case c.bytes > maxShown:
		c.fail(n, "the file has more than %d KiB of text, aliases written out", maxShown>>10)
	case depth > maxDepth:
		c.fail(n, "the file is nested more than %d levels deep", maxDepth)
	default:
		return true
	}
	c.stopped = true
	return false
}

// field adds a field to a mapping. Of two with one name, it keeps the first; in JSON the last, as other programs do.
func (c *yamlConverter) field(n *node, known map[string]int, key, value *yaml.Node, depth int) {
	name := c.node(key, depth+1)
	switch {
	case key.ShortTag() == "!!merge":
		c.node(value, depth+1) // its anchor is used
		c.fail(name, "<< is not supported; write the fields out")
	case name.kind == sequenceNode || name.kind == mappingNode:
		c.fail(name, "the name of a field must be text, not %s", name.kind)
	default:
		name.text = strings.TrimSpace(name.text)
		name.kind = stringNode // whatever it looks like: 2019, yes
		field := member{name, c.node(value, depth+1)}
		switch i, again := known[name.text]; {
		case !again:
			known[name.text] = len(n.fields)
			n.fields = append(n.fields, field)
		case isJSON(c.file):
			c.warn(name, "duplicate field %q: the value in line %d is ignored", name.text, n.fields[i].name.line)
			n.fields[i] = field
		default:
			c.fail(name, "duplicate field %q: it is already in line %d", name.text, n.fields[i].name.line)
		}
		if comment := key.LineComment + value.LineComment; value.ShortTag() == "!!null" && len(comment) > 1 && comment[1] != ' ' {
			c.warn(name, `%s is empty: "#" begins a comment; put a text that begins with "#" in quotes`, name.text)
		}
	}
}

// scalarKinds has the kinds by their tags. A date is the text that it is written as.
var scalarKinds = map[string]nodeType{
	"!!null": nullNode, "!!str": stringNode, "!!timestamp": stringNode, "!!int": numberNode, "!!float": numberNode, "!!bool": boolNode,
}
