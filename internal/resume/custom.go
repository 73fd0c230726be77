package resume

import (
	"cmp"
	"reflect"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/words"
)

// checkBlock reports what a block of a custom section does not show.
func (o *object) checkBlock(b *CustomBlock) {
	b.Type = b.kind()
	switch {
	case b.Text == "" && len(b.Items) == 0 && o.n.kind == mappingNode:
		o.warn(o.n, "%s is empty: it needs a text or items", o.n.path)
	case b.Type.Takes() == takesText && len(b.Items) > 0:
		o.warn(o.n.value("items"), "%s is of type %s: its items are not shown", o.n.path, b.Type)
	case b.Type.Takes() != takesText && b.Text != "":
		o.warn(o.n.value("text"), "%s is of type %s: its text is not shown", o.n.path, b.Type)
	}
}

// kind returns the type of the block, or the kind that follows from its content.
func (b CustomBlock) kind() Kind {
	if b.Type == "" && len(b.Items) > 0 {
		return KindList
	}
	return cmp.Or(b.Type, KindText)
}

// item reads an item in one of its three forms; see Item.
func (d *decoder) item(i *Item, n *node) {
	switch {
	case n.kind != mappingNode:
		i.Text = d.rich(n)
	case len(n.fields) > 1 && n.value("quote") == nil && n.value("text") == nil:
		d.fail(n, `%s must be a text, one "label: text", or a quote and its text; begin each "label: text" with "- "`, n.path)
	case len(n.fields) == 1 && !isFieldOf[Item](n.fields[0].name.text):
		label, text := n.fields[0].name, n.fields[0].value
		label.path, text.path = n.path, n.path
		i.Label, i.Text = d.line(label), d.rich(text)
	default:
		d.object(n).fill(reflect.ValueOf(i).Elem())
	}
}

// Line returns the item as one line: "Label: text", or "Label text" if the text, in lower case, continues the
// label's sentence; or a quote in quotation marks and its meaning.
func (i Item) Line(m *words.Marks) string {
	head := i.Label
	if i.Quote != "" {
		head = `"` + i.Quote + `"`
	}
	switch {
	case head == "" || i.Text == "":
		return head + i.Text
	case i.Quote == "" && i.Continues():
		return head + " " + i.Text
	default:
		return head + m.Colon + i.Text
	}
}

// Continues reports whether the text continues the sentence of the label: "RESTful by default" "with GraphQL …".
func (i Item) Continues() bool {
	first, _ := utf8.DecodeRuneInString(i.Text)
	return i.Label != "" && unicode.IsLower(first)
}

// menuItem reads a page of the menu in one of its three forms; see MenuItem.
func (d *decoder) menuItem(m *MenuItem, n *node) {
	switch {
	case n.isLine():
		m.ID = d.line(n)
	case n.kind == mappingNode && len(n.fields) == 1 && !isFieldOf[MenuItem](n.fields[0].name.text):
		id, title := n.fields[0].name, n.fields[0].value
		id.path, title.path = n.path, n.path
		m.ID, m.Title = d.line(id), d.line(title)
	default:
		d.object(n).fill(reflect.ValueOf(m).Elem())
	}
	if m.ID == "" && (n.isLine() || n.kind == mappingNode) {
		d.fail(n, "%s needs an id", n.path)
	}
}

func isFieldOf[T any](name string) bool {
	_, ok := fieldNamed(reflect.TypeFor[T](), name)
	return ok
}
