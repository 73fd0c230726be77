package resume

import (
	"slices"
	"strings"
)

// blockKinds are the kinds that a block may have in the file.
var blockKinds = []string{
	string(KindText), string(KindList), string(KindNumbered),
	string(KindQuotes), string(KindMeasures), string(KindTags),
}

func (d *decoder) freeForm(n *node, path string) FreeForm {
	o := d.object(n, path)
	defer o.close()
	return FreeForm{
		ID:     o.text("id"),
		Title:  o.text("title"),
		Blocks: each(o, "blocks", d.freeFormBlock),
	}
}

func (d *decoder) freeFormBlock(n *node, path string) FreeFormBlock {
	o := d.object(n, path)
	defer o.close()
	b := FreeFormBlock{
		Title: o.text("title"),
		Type:  o.kind("type", blockKinds),
		Text:  o.paragraphs("text"),
		Items: each(o, "items", d.item),
	}
	b.Type = b.kind()
	switch {
	case b.Type == KindText && len(b.Items) > 0:
		d.doubt(o.n.value("items"), "%s is of type text: its items are not shown", path)
	case b.Type != KindText && b.Text != "":
		d.doubt(o.n.value("text"), "%s is of type %s: its text is not shown", path, b.Type)
	}
	return b
}

// kind gives the type of the block, which may be left out.
func (b FreeFormBlock) kind() Kind {
	switch {
	case b.Type != "":
		return b.Type
	case len(b.Items) > 0:
		return KindList
	default:
		return KindText
	}
}

// kind gives a field that is one of a few words.
func (o *object) kind(name string, allowed []string) Kind {
	word := o.text(name)
	if n := o.n.value(name); n.isLine() && !slices.Contains(allowed, n.text) {
		o.fail(n, "%s can't be %q; it may be %s%s", o.at(name), clip(n.text), orList(allowed), didYouMean(word, allowed))
	}
	return Kind(word)
}

// orList gives "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// item reads an entry in one of its three forms; see Item.
func (d *decoder) item(n *node, path string) Item {
	if n.kind != kindMapping {
		return Item{Text: d.line(n, path)}
	}
	if len(n.fields) > 1 && n.value("quote") == nil && n.value("text") == nil {
		d.fail(n, `%s must be a text, one "label: text", or a quote and its text; begin each "label: text" with "- "`, path)
		return Item{}
	}
	if len(n.fields) == 1 && n.fields[0].name.text != "quote" && n.fields[0].name.text != "text" {
		field := n.fields[0]
		return Item{Label: d.line(field.name, path), Text: d.line(field.value, path)}
	}
	o := d.object(n, path)
	defer o.close()
	return Item{Quote: o.text("quote"), Text: o.text("text")}
}
