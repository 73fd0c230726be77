package resume

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Source is a file of a résumé: its name and content.
type Source struct {
	Name string
	Text []byte
}

// NotTranslated says which texts of the first file another language lacks, in a line for each language of
// that file or of those beside it. Names need no translation. A text that is the same in a file beside it
// counts as untranslated only if it is a sentence.
func NotTranslated(first Source, beside ...Source) (notes []string) {
	root, tags := first.tree()
	if root == nil {
		return nil
	}
	whole := root
	for i, tag := range tags {
		d := &decoder{}
		edition := d.edition(root, tags, tag, new(maxNodes))
		if notes = append(notes, untranslated(tag, d.lacks)); i == 0 {
			whole = edition
		}
	}
	texts := prose(whole)
	if len(tags) == 0 {
		tags = []string{cmp.Or(first.lang(root), "en")}
	}
	for _, file := range beside {
		other, _ := file.tree()
		lang := file.lang(other)
		if other == nil || slices.Contains(tags, lang) { // Join leaves it out
			continue
		}
		tags = append(tags, lang)
		translated := map[string]string{}
		for _, p := range prose(other) {
			translated[p.path] = oneLine(p.n.text)
		}
		lacks := slices.DeleteFunc(slices.Clone(texts), func(p spot) bool {
			text, ok := translated[p.path]
			return ok && (text != oneLine(p.n.text) || strings.Count(text, " ") <= 2)
		})
		notes = append(notes, untranslated(lang, lacks))
	}
	return nonEmpty(notes)
}

// untranslated says in a line which texts a language lacks, naming the first; empty if it lacks none.
func untranslated(lang string, lacks []spot) string {
	if len(lacks) == 0 {
		return ""
	}
	const most = 8
	places := each(lacks[:min(most, len(lacks))], func(p spot) string { return fmt.Sprintf("%s (line %d)", p.path, p.n.line) })
	if len(lacks) > most {
		places = append(places, "…")
	}
	texts := "1 text is"
	if len(lacks) > 1 {
		texts = fmt.Sprintf("%d texts are", len(lacks))
	}
	return fmt.Sprintf("%s: %s not translated: %s", lang, texts, strings.Join(places, ", "))
}

// prose returns the texts in a tree that need translation.
func prose(root *node) []spot {
	var all []spot
	walk(root, func(p *spot) *node {
		if isProse(p) {
			all = append(all, *p)
		}
		return p.n
	})
	return all
}

// tree returns the tree of a file, and its languages if there are several; no tree if it can't be read.
func (s Source) tree() (*node, []string) {
	d := &decoder{problems: problems{file: s.Name}}
	root := d.parse(s.Text)
	if root == nil || root.kind != mappingNode {
		return nil, nil
	}
	return root, d.languages(root)
}

// lang returns the language that a file with this root is in, as lang says or else its name.
func (s Source) lang(root *node) string {
	if own := root.value("lang"); own.isLine() {
		return oneLine(own.text)
	}
	_, lang := SideFile(s.Name)
	return lang
}

// isProse reports whether a value is a text that must be translated for readers of another language.
func isProse(p *spot) bool {
	prose := p.field.Prose || p.field.Form == FormRich || p.field.Form == FormRichList
	return (prose && p.group == nil || isShortForm(p.group) && p.field.Name == "items") &&
		p.n.kind == stringNode && strings.ContainsFunc(p.n.text, unicode.IsLetter)
}
