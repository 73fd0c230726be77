package resume

// Limits of a file. A long résumé takes 20 KiB, 1,000 nodes and 7 levels; the
// rest is against files that are made to fill the memory.
const (
	maxBytes = 1 << 20
	maxNodes = 100_000
	maxDepth = 32
)

// node is a value of the file, the same whether YAML or JSON was read, with
// the place where it begins.
type node struct {
	kind         nodeKind
	line, column int
	text         string   // of kindString, kindNumber and kindBool
	items        []*node  // of kindSequence
	fields       []member // of kindMapping, in the file's order
	index        map[string]int
}

// member is one field of a mapping.
type member struct {
	name  *node
	value *node
}

type nodeKind int

const (
	kindNull nodeKind = iota
	kindString
	kindNumber
	kindBool
	kindSequence
	kindMapping
	kindOther // tagged as something we have no use for
)

// String says the kind as the owner would.
func (k nodeKind) String() string {
	switch k {
	case kindNull:
		return "nothing"
	case kindString:
		return "text"
	case kindNumber:
		return "a number"
	case kindBool:
		return "true or false"
	case kindSequence:
		return "a list"
	case kindMapping:
		return "a group of fields"
	default:
		return "a value of a special type"
	}
}

// value gives the field of this name; nil where there is none, or nothing in it.
func (n *node) value(name string) *node {
	if i, ok := n.index[name]; ok && n.fields[i].value.kind != kindNull {
		return n.fields[i].value
	}
	return nil
}

// add puts a field into a mapping; of two with one name the first is kept.
func (n *node) add(p *problems, name, value *node) {
	if i, ok := n.index[name.text]; ok {
		p.fail(name, "field %q is given twice; it is in line %d already", name.text, n.fields[i].name.line)
		return
	}
	if n.index == nil {
		n.index = map[string]int{}
	}
	n.index[name.text] = len(n.fields)
	n.fields = append(n.fields, member{name, value})
}
