package resume

import (
	"fmt"
	"slices"
)

// texts gives a list of lines.
func (o *object) texts(name string) []string {
	return slices.DeleteFunc(each(o, name, o.entryLine), func(text string) bool { return text == "" })
}

// entryLine gives an entry of a list as a line. An entry such as
//
//   - Led a team: 8 people
//
// is read by YAML as a name with its value.
func (o *object) entryLine(n *node, path string) string {
	if n.kind != kindMapping || len(n.fields) != 1 || !n.fields[0].value.isLine() {
		return o.line(n, path)
	}
	field := n.fields[0]
	whole := *n
	whole.kind, whole.text = kindString, oneLine(field.name.text+": "+field.value.text)
	o.warn(n, `%s is taken as the text "%s"; put it in quotes`, path, clip(whole.text))
	return o.line(&whole, path)
}

// oneOrMore gives a list of lines that may be written as a single one.
func (o *object) oneOrMore(name string) []string {
	if n := o.n.value(name); n.isLine() {
		if text := o.text(name); text != "" {
			return []string{text}
		}
		return nil
	}
	return o.texts(name)
}

// each gives what read makes of every item of a list.
func each[T any](o *object, name string, read func(n *node, path string) T) []T {
	n := o.value(name)
	if n == nil {
		return nil
	}
	if n.kind != kindSequence && !n.isEntry() {
		o.fail(n, "%s must be a list%s, not %s", o.at(name), o.dashes(), n.kind)
		return nil
	}
	if n.kind != kindSequence {
		o.warn(n, "%s must be a list%s; it is taken as one entry", o.at(name), o.dashes())
	}
	var all []T
	for _, e := range o.entries(name) {
		if e.at.kind == kindNull {
			o.warn(e.at, "%s is empty", e.path)
			continue
		}
		all = append(all, read(e.at, e.path))
	}
	return all
}

// dashes says how a list is written, where that may not be known.
func (d *decoder) dashes() string {
	if isJSON(d.file) {
		return ""
	}
	return ` (begin each entry with "- ")`
}

// entry is an item of a list in the file with its place there.
type entry struct {
	at   *node
	path string
}

// entries gives the items of a list; what is no list is the one item of it.
func (o *object) entries(name string) []entry {
	list := o.n.value(name)
	switch {
	case list == nil:
		return nil
	case list.kind != kindSequence && list.isEntry():
		return []entry{{list, o.at(name)}}
	}
	all := make([]entry, len(list.items))
	for i, item := range list.items {
		all[i] = entry{item, fmt.Sprintf("%s[%d]", o.at(name), i)}
	}
	return all
}

// filled gives the items of a list but those that are empty, which each leaves
// out.
func (o *object) filled(name string) []entry {
	return slices.DeleteFunc(o.entries(name), func(e entry) bool { return e.at.kind == kindNull })
}
