package resume

import (
	"cmp"
	"fmt"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// A file can contain a résumé in several languages: lang is a list of them, and any value may be a group with one
// value per language. Each language is read from its own tree, in which such groups are replaced by their values.

const maxLanguages = 20 // of a file

// languageKey matches a language as the name of a field. Capitals are not: "IT: support" is a text.
var languageKey = regexp.MustCompile(`^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$`)

// SideFile splits the name of a file with a translation: me.de.yaml is the German version of me.yaml. The
// language is in BCP 47, and empty for other names.
func SideFile(name string) (main, lang string) {
	extension := filepath.Ext(name)
	rest := strings.TrimSuffix(name, extension)
	middle := filepath.Ext(rest)
	if lang = LanguageNamed(strings.TrimPrefix(middle, ".")); lang == "" {
		return name, ""
	}
	return strings.TrimSuffix(rest, middle) + extension, lang
}

// LanguageNamed returns the language (BCP 47) that a word names: de, pt-BR. It is empty for other words.
// Only codes of two letters count, so "old" is not a language, and cv does not mean Chuvash.
func LanguageNamed(word string) string {
	if code, _, _ := strings.Cut(word, "-"); len(code) != 2 || code == "cv" {
		return ""
	}
	return languageOf(word)
}

// languageOf returns the language (BCP 47) that the name of a field stands for; empty for other names.
func languageOf(name string) string {
	if languageKey.MatchString(name) {
		if tag, err := language.Parse(name); err == nil {
			return tag.String()
		}
	}
	return ""
}

// languages returns the languages of a file: those that lang lists or, if it lists none, those that its texts
// are written in; none if the file is in one language.
func (d *decoder) languages(root *node) []string {
	lang := cmp.Or(root.value("lang"), root.value("meta").value(OwnGroup).value("lang"))
	if lang == nil || lang.kind != sequenceNode {
		return d.inferredLanguages(root, lang)
	}
	var tags []string
	for i, item := range lang.items {
		item.path = fmt.Sprintf("lang[%d]", i)
		switch tag := d.tag(item); {
		case tag == "":
		case slices.Contains(tags, tag):
			d.warn(item, "%s is %s, which is already in the list", item.path, tag)
		case len(tags) == maxLanguages:
			d.fail(item, "lang lists more than %d languages", maxLanguages)
			return tags
		default:
			tags = append(tags, tag)
		}
	}
	if len(tags) == 0 && d.failed() {
		return []string{"en"} // the error has been reported
	}
	return tags
}

// inferredLanguages returns the languages of texts that have several, although lang lists none.
func (d *decoder) inferredLanguages(root, lang *node) []string {
	var tags []string
	var first spot
	walk(root, func(p *spot) *node {
		if len(tags) <= maxLanguages && isLanguageMap(p, nil) {
			if len(tags) == 0 {
				first = *p
			}
			tags = unique(append(tags, languageKeys(p.n)...))
		}
		return p.n
	})
	if len(tags) == 0 {
		return nil
	}
	if lang.isLine() {
		if tag, err := language.Parse(oneLine(lang.text)); err == nil {
			tags = unique(append([]string{tag.String()}, tags...))
		}
	}
	if len(tags) > maxLanguages {
		d.fail(first.n, "%s and other texts are in more than %d languages", first.path, maxLanguages)
		return tags
	}
	list := "[" + strings.Join(tags, ", ") + "]"
	d.warn(first.n, "%s is in several languages; the file is read as one in these, and should say so: lang: %s", first.path, list)
	return tags
}

// languageKeys returns the languages (BCP 47) that name the fields of a group; nil if any field is not a language.
func languageKeys(n *node) []string {
	all := each(n.fields, func(m member) string { return languageOf(m.name.text) })
	if slices.Contains(all, "") {
		return nil
	}
	return all
}

// spot is a value in the tree of a file.
type spot struct {
	path  string
	n     *node
	field Field
	group reflect.Type // the type that the value, or an entry of it, should have; nil for a text

	translated bool // it is inside a language map
}

// walk copies the tree of a file, with what visit returns for each value of a known field, and each entry of a list.
func walk(root *node, visit func(*spot) *node) *node {
	return walkFields(spot{n: root, group: reflect.TypeFor[Resume]()}, visit)
}

// walkFields copies a value that visit has returned, and continues below it.
func walkFields(p spot, visit func(*spot) *node) *node {
	visitIn := func(in spot, path string, n *node) *node {
		in.path, in.n, in.translated = path, n, p.translated
		in.n = visit(&in)
		return walkFields(in, visit)
	}
	c := *p.n
	c.items, c.fields = slices.Clone(c.items), slices.Clone(c.fields)
	for i, item := range c.items {
		c.items[i] = visitIn(p, fmt.Sprintf("%s[%d]", p.path, i), item)
	}
	for i, m := range c.fields {
		path := below(p.path, m.name.text)
		switch f, ok := fieldNamed(p.group, m.name.text); {
		case ok:
			c.fields[i].value = visitIn(spot{field: f, group: f.Group()}, path, m.value)
		case m.name.text == OwnGroup && p.path == "meta":
			c.fields[i].value = walkFields(spot{path: path, n: m.value, group: reflect.TypeFor[Resume]()}, visit)
		case p.group == nil, isShortForm(p.group), p.field.Form == FormGroups && m.value.kind == sequenceNode:
			c.fields[i].value = visitIn(spot{field: p.field}, path, m.value)
		}
	}
	return &c
}

// isShortForm reports whether a group may be written as a single field whose name is the group's content.
func isShortForm(group reflect.Type) bool {
	return group == reflect.TypeFor[Item]() || group == reflect.TypeFor[MenuItem]()
}

// fieldNamed returns the field of a group that has, or once had, this name.
func fieldNamed(group reflect.Type, name string) (Field, bool) {
	return find(table[group], func(f Field) bool { return f.Name == name || f.Was == name && name != "" })
}

// isLanguageMap reports whether a value has one value per language and, in place of a group, none of its fields.
func isLanguageMap(p *spot, tags []string) bool {
	// languages: {en: native} is a list of languages spoken.
	isField := func(m member) bool {
		_, named := fieldNamed(p.group, m.name.text)
		return named || p.group != nil && !isShortForm(p.group) && m.value.isLine()
	}
	keys := languageKeys(p.n)
	if slices.ContainsFunc(p.n.fields, isField) {
		return false
	}
	return slices.ContainsFunc(keys, func(tag string) bool { return slices.Contains(tags, tag) }) || p.group == nil && len(keys) > 1
}

// inLanguage returns the value of a language map in a language; nil if it has none.
func inLanguage(n *node, tag string) *node {
	i := slices.Index(languageKeys(n), tag)
	if i < 0 || n.fields[i].value.kind == nullNode {
		return nil
	}
	return n.fields[i].value
}

// edition returns the tree of a file in one of its languages. A value that the language lacks comes from the
// first language that has it. Left counts down how many values all languages may still have.
func (d *decoder) edition(root *node, tags []string, tag string, left *int) *node {
	edition := walk(root, func(p *spot) *node {
		if *left--; *left < 0 {
			return &node{}
		}
		if p.field.Form == FormLanguage {
			return &node{kind: stringNode, text: tag, line: p.n.line, column: p.n.column}
		}
		if !isLanguageMap(p, tags) {
			if tag != tags[0] && !p.translated && isProse(p) {
				d.lacks = append(d.lacks, *p)
			}
			return p.n
		}
		p.translated = true
		for i, key := range languageKeys(p.n) {
			if !slices.Contains(tags, key) {
				d.fail(p.n.fields[i].name, "%s is in %q, which is not among the languages of lang: %s; add it there, or delete this",
					p.path, p.n.fields[i].name.text, strings.Join(tags, ", "))
			}
		}
		value := inLanguage(p.n, tag)
		if value == nil {
			d.lacks = append(d.lacks, *p)
		}
		for i := 0; value == nil && i < len(tags); i++ {
			value = inLanguage(p.n, tags[i])
		}
		own := *cmp.Or(value, &node{line: p.n.line, column: p.n.column})
		own.ofLanguage = true
		return &own
	})
	if *left < 0 {
		d.fail(root, "the file has more than %d values in all its languages", maxNodes)
	}
	return edition
}
