package resume

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

// decoder turns nodes into a Resume and collects what is wrong with them.
type decoder struct {
	problems
	words    *words.Words // of the language of the file
	today    Date         // empty if it is not known
	commands []string     // no section may have one of them as its id
	lacks    []spot       // texts without a translation into the current language

	visited int // how many entries and fields the paths in private have led through
}

// object is a mapping that is being read. Fields that are never asked for are unknown.
type object struct {
	*decoder
	n     *node
	known []string
	open  bool // other programs may have their own fields in it
}

// object reads n, which may be nil, as a mapping.
func (d *decoder) object(n *node) *object {
	n = cmp.Or(n, &node{})
	if n.kind != mappingNode && n.kind != nullNode {
		d.fail(n, "%s must be a group of fields (name: value), not %s%s", cmp.Or(n.path, "the file"), n.kind, spaceHint(n.text))
	}
	return &object{decoder: d, n: n}
}

// objectOrText is like object, but takes a text as the value of a field; with a warning, unless that is a short form.
func (d *decoder) objectOrText(n *node, field string, short bool) *object {
	if field == "" || !n.isLine() || oneLine(n.text) == "" || spaceHint(n.text) != "" {
		return d.object(n)
	}
	if !short {
		d.warnOnce(everywhere(n.path)+" text", n, "%s must be a group of fields; the text is read as its %s (%[2]s: …)", n.path, field)
	}
	text := *n
	return d.object(groupOf(n, named(field, &text)))
}

// fill reads a mapping into v, a struct of the table, and reports unknown fields.
func (o *object) fill(v reflect.Value) {
	o.readPeriod()
	for _, f := range table[v.Type()] {
		o.field(f, v.FieldByIndex(f.Go.Index))
	}
	o.checkPeriod(v)
	switch e := v.Addr().Interface().(type) {
	case *Work:
		o.checkPositions(e)
	case *CustomBlock:
		o.checkBlock(e)
	case *CustomSection:
		if len(e.Blocks) == 0 && o.n.kind == mappingNode {
			o.warn(o.n, "%s has no blocks, so nothing of it is shown", o.n.path)
		}
	case *Project: // other programs write both fields
		if o.n.value("summary") != nil {
			n := o.value("summary")
			o.warn(n, "%s follows the description; JSON Resume has only that", n.path)
			e.Description = Joined("\n\n", e.Description, o.rich(n))
		}
	case *Profile:
		if e.Network != "" && e.Username == "" && e.URL == "" {
			o.warn(o.n, "%s is not shown: it needs a username or a url", o.n.path)
		}
	}
	o.reportUnknown()
}

func (o *object) field(f Field, v reflect.Value) {
	o.rename(f)
	n := o.value(f.Name)
	switch f.Form {
	case FormGroup:
		group := o.objectOrText(n, soleField(f.Go.Type), f.Short)
		group.open = f.Open
		group.fill(v)
	case FormGroups:
		o.listOfNames(f)
		o.eachItem(n, func(n *node) {
			entry := reflect.New(v.Type().Elem())
			o.entry(entry, n)
			v.Set(reflect.Append(v, entry.Elem()))
		})
		o.checkDuplicates(f)
	case FormLines:
		v.Set(reflect.ValueOf(o.texts(n, o.line)))
	case FormOneOrMore:
		v.Set(reflect.ValueOf(o.oneOrMore(n)))
	case FormRichList:
		v.Set(reflect.ValueOf(o.texts(n, o.richEntry)))
	case FormColors:
		v.Set(reflect.ValueOf(o.colors(n, f.Name)))
	case FormFlag:
		v.SetBool(o.flag(n, f.Name))
	case FormWord:
		v.SetString(o.word(n, f.OneOf))
	case FormDate, FormEnd:
		v.SetString(string(o.date(n, f.Form == FormEnd)))
	default:
		v.SetString(textReaders[f.Form](o.decoder, n))
	}
}

type textReader func(d *decoder, n *node) string

// textReaders read fields that are a single text.
var textReaders = map[Form]textReader{
	FormLine: (*decoder).line, FormID: (*decoder).line, FormRich: (*decoder).rich, FormLanguage: (*decoder).tag,
	FormURL: (*decoder).url, FormPicture: (*decoder).picture,
	FormEmail: linked(isEmail, "an e-mail address"), FormPhone: linked(phone.MatchString, "a phone number (+44 20 7946 0018)"),
}

// entry reads an entry of a list into a pointer to a struct.
func (d *decoder) entry(v reflect.Value, n *node) {
	switch e := v.Interface().(type) { // those with short forms
	case *Item:
		d.item(e, n)
	case *MenuItem:
		d.menuItem(e, n)
	default:
		d.objectOrText(n, soleField(v.Type().Elem()), false).fill(v.Elem())
	}
}

func (o *object) at(name string) string { return below(o.n.path, name) }

// below returns the path of a field of a group.
func below(path, name string) string { return strings.TrimPrefix(path+"."+name, ".") }

// value returns the value of a field, and marks the field as known; nil if there is none.
func (o *object) value(name string) *node {
	o.known = append(o.known, name)
	n := o.n.value(name)
	if n != nil {
		n.path = o.at(name)
	}
	return n
}

// rename gives a field its current name if it has the one from before JSON Resume 1.0, or for a date in words.
func (o *object) rename(f Field) {
	if o.n.value(f.Name) != nil {
		return
	}
	inWords := f.Name + AsWritten
	for i, m := range o.n.fields {
		switch {
		case m.name.text == inWords && (f.Form == FormDate || f.Form == FormEnd):
		case m.name.text == f.Was && f.Was != "" && m.value.kind != nullNode:
			o.warnOnce(everywhere(o.at(f.Was)), m.name, "field %q%s is now called %q and is read as that", f.Was, o.in(), f.Name)
		default:
			continue
		}
		name := *m.name
		name.text = f.Name
		o.n.fields[i].name = &name
	}
}

func (o *object) reportUnknown() {
	for _, m := range o.n.fields {
		if !o.open && !slices.Contains(o.known, m.name.text) {
			o.warnOnce(everywhere(o.at(m.name.text)), m.name, "unknown field %q%s%s", m.name.text, o.in(), o.hint(m.name.text))
		}
	}
}

// hint returns what the owner may have meant by an unknown name.
func (o *object) hint(name string) string {
	switch {
	case spaceHint(name) != "":
		return spaceHint(name)
	case o.n.path == "" && isFieldOf[Basics](name) && !slices.ContainsFunc(otherNames[name], isFieldOf[Resume]):
		return "; if it belongs to basics, indent it like the fields there"
	}
	if similar := o.didYouMean(name, o.known); similar != "" {
		return similar
	}
	meant, _ := find(otherNames[strings.ToLower(name)], func(other string) bool {
		return slices.Contains(o.known, other) && o.n.value(other) == nil
	})
	return suggestion(meant)
}

// everywhere returns a path that is the same for each entry of a list.
func everywhere(path string) string { return indexes.ReplaceAllString(path, "") }

var indexes = regexp.MustCompile(`\[(0|[1-9][0-9]{0,6})\]`)

func (o *object) in() string { return strings.TrimSuffix(" in "+o.n.path, " in ") }

// eachItem reads the entries of a list. A text or a group in place of the list is its only entry.
func (d *decoder) eachItem(n *node, read func(*node)) {
	switch {
	case n == nil || n.kind == sequenceNode:
	case n.isEntry():
		d.warn(n, "%s must be a list%s; it is read as one entry", n.path, d.listHint())
	case n.kind == mappingNode && len(n.fields) == 0:
		d.warn(n, "%s must be a list%s; an empty group is read as an empty list", n.path, d.listHint())
	default:
		d.fail(n, "%s must be a list%s, not %s", n.path, d.listHint(), n.kind)
		return
	}
	for i, e := range n.listed() {
		if n.kind == sequenceNode {
			e.path = fmt.Sprintf("%s[%d]", n.path, i)
		}
		if e.kind == nullNode {
			d.warn(e, "%s is empty", e.path)
			continue
		}
		read(e)
	}
}

// listOfNames turns a group of names and values into a list: skills: {Tools: [Go, SQL]}, languages: {English: C2}.
func (o *object) listOfNames(f Field) {
	n := o.n.value(f.Name)
	head, value := nameAndValue(f.Group())
	if n == nil || n.kind != mappingNode || len(n.fields) == 0 || head == "" || value == "" {
		return
	}
	for _, m := range n.fields {
		_, isField := fieldNamed(f.Group(), m.name.text)
		if isField || m.value.kind != sequenceNode && !m.value.isLine() {
			return
		}
	}
	o.warn(n, "%s must be a list%s; each name in it is read as the %s of an entry, with its %s", o.at(f.Name), o.listHint(), head, value)
	n.kind = sequenceNode
	for _, m := range n.fields {
		if f, _ := fieldNamed(f.Group(), value); f.Form != FormLine && m.value.isLine() {
			m.value = &node{kind: sequenceNode, items: []*node{m.value}, line: m.value.line, column: m.value.column}
		}
		beside := value
		if _, isAddress := fieldNamed(f.Group(), "url"); isAddress && strings.Contains(m.value.text, "://") {
			beside = "url"
		}
		n.items = append(n.items, groupOf(m.name, named(head, m.name), named(beside, m.value)))
	}
	n.fields = nil
}

// nameAndValue returns the fields of an entry that listOfNames reads: its name, and its list of texts or other text.
func nameAndValue(group reflect.Type) (name, value string) {
	switch group {
	case reflect.TypeFor[Profile]():
		return "network", "username"
	case reflect.TypeFor[Language]():
		return "language", "fluency"
	}
	list, _ := find(table[group], func(f Field) bool { return f.Form == FormLines || f.Form == FormRichList })
	return soleField(group), list.Name
}

// listHint says how a list is written in YAML.
func (d *decoder) listHint() string {
	if isJSON(d.file) {
		return ""
	}
	return ` (begin each entry with "- ")`
}

// filledEntries returns the entries of a list that are not empty, which eachItem reads.
func (o *object) filledEntries(name string) []*node {
	return slices.DeleteFunc(slices.Clone(o.n.value(name).listed()), func(e *node) bool { return e.kind == nullNode })
}
