package resume

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"ssh-resume/internal/words"
)

// Parse reads the owner's file: JSON if the name ends in .json, YAML otherwise. It returns all problems, in the order
// of the file; the Resume is nil if one of them is an error.
func Parse(name string, data []byte) (*Resume, []Problem) {
	return ParseServed("", nil, name, data)
}

// ParseServed is like Parse, for a résumé that is served: it also reports dates in the future, and sections
// whose ids are commands for visitors (ssh HOST pdf).
func ParseServed(today Date, commands []string, name string, data []byte) (*Resume, []Problem) {
	d := &decoder{problems: problems{file: name}, words: words.For("en"), today: today, commands: commands}
	root := d.parse(bytes.TrimPrefix(data, []byte("\ufeff")))
	if root == nil && d.failed() {
		return nil, d.sorted()
	}
	r := d.inLanguages(cmp.Or(root, &node{}))
	if d.failed() {
		r = nil
	}
	return r, d.sorted()
}

// inLanguages reads the résumé in each language of the file.
func (d *decoder) inLanguages(root *node) *Resume {
	var tags []string
	if root.kind == mappingNode && otherFormat(root) == "" {
		tags = d.languages(root)
	}
	if len(tags) == 0 {
		return d.resume(root)
	}
	var editions []*Resume
	left, size := maxNodes, 0
	for _, tag := range tags {
		in := &decoder{problems: problems{file: d.file, incomplete: d.incomplete}, words: d.words, today: d.today, commands: d.commands}
		edition := in.edition(root, tags, tag, &left)
		if size += edition.size(); size > maxShown && !in.failed() {
			in.fail(root, "the file has more than %d KiB of text in all its languages", maxShown>>10)
		}
		if !in.failed() {
			editions = append(editions, in.resume(edition))
		}
		if d.list = append(d.list, in.list...); d.failed() {
			return nil
		}
	}
	r, _ := Join(editions[0], editions[1:]...) // the tags differ
	return r
}

func (d *decoder) parse(data []byte) *node {
	if len(data) > maxBytes {
		d.fail(&node{}, "the file is larger than %d KiB", maxBytes>>10)
		return nil
	}
	if message, offset := notText(data); message != "" {
		d.fail(place(data, offset), "%s", message)
		return nil
	}
	data = []byte(LineEnds.Replace(string(data)))
	if at := bytes.Index(data, []byte("```")); at >= 0 {
		if inside := fence.ReplaceAll(data, []byte("$1$2")); len(inside) < len(data) {
			d.warn(place(data, at), "the file is a code block of Markdown, of which the inside is read; delete the lines that begin with ```")
			data = inside
		}
	}
	if isJSON(d.file) {
		if data = jsonAsYAML(&d.problems, data); d.failed() {
			return nil
		}
	}
	return parseYAML(&d.problems, data)
}

// fence matches the first and the last line of a file that is a code block of Markdown.
var fence = regexp.MustCompile("(\\A\\s*)```.*|(\n)```\\s*\\z")

func isJSON(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }

// notText says why data is not UTF-8 text, and at which byte; empty if it is.
func notText(data []byte) (message string, offset int) {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF")), bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "this is a PDF or a word processor's file; a résumé is a text file, in YAML or JSON", 0
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), len(data) > 1 && (data[0] == 0) != (data[1] == 0):
		return "the file is UTF-16 text; save it as UTF-8", 0
	}
	for offset, r := range string(data) {
		if r == utf8.RuneError && !bytes.HasPrefix(data[offset:], []byte("\ufffd")) {
			return "this character is not UTF-8; save the file as UTF-8", offset
		}
		if isControl(r) {
			return fmt.Sprintf("a control character (%U); delete it", r), offset
		}
	}
	return "", 0
}

func (d *decoder) resume(root *node) *Resume {
	if root.kind == nullNode {
		d.fail(&node{}, "the file is empty")
		return nil
	}
	o := d.object(root)
	if root.kind != mappingNode {
		return nil
	}
	if other := otherFormat(root); other != "" {
		d.fail(root, "this is a %s file, which has other fields; begin with ssh-resume init, and copy your texts into the fields there", other)
		return nil
	}
	r := &Resume{}
	v := reflect.ValueOf(r).Elem()
	own := d.own(o)
	_, side := SideFile(d.file)
	d.words = words.For(cmp.Or(d.checkSide(own.n.value("lang"), side), side))
	for _, f := range table[v.Type()] {
		if f.Added {
			own.field(f, v.FieldByIndex(f.Go.Index))
		} else {
			o.field(f, v.FieldByIndex(f.Go.Index))
		}
	}
	r.Lang = cmp.Or(r.Lang, side)
	if !d.incomplete {
		d.review(r, o, own)
		d.checkName(root.value("basics"))
	}
	if !d.failed() {
		r.expandPositions()
	}
	o.known = append(append(o.known, "$schema"), OwnFields()...)
	o.reportUnknown()
	if own != o {
		own.reportUnknown()
	}
	return r
}

// checkSide returns lang as written, and reports a language other than the one in the file's name, which may be empty.
func (d *decoder) checkSide(lang *node, side string) string {
	if !lang.isLine() {
		return ""
	}
	text := oneLine(lang.text)
	base, _ := language.Make(text).Base()
	if named, _ := language.Make(side).Base(); side != "" && base != named {
		d.warn(lang, "lang is %s, but the name of the file says %s; lang counts: write \"lang: %[2]s\", or rename the file", text, side)
	}
	return text
}

// otherFormat names the format of another program's file; empty if the file is not one.
func otherFormat(root *node) string {
	cv, meta, sections := root.value("cv"), root.value("meta"), root.value("sections")
	switch {
	case root.value("SkillsPassport") != nil:
		return "Europass"
	case sections != nil && sections.kind == mappingNode && (sections.value("experience") != nil || root.value("metadata") != nil):
		return "Reactive Resume"
	case root.value("basics") != nil:
		return ""
	case cv != nil && (root.value("design") != nil || cv.value("sections") != nil || cv.value("name") != nil):
		return "RenderCV"
	case root.value("content").value("basics") != nil:
		return "yamlresume"
	case meta.value("format") != nil && strings.HasPrefix(strings.ToUpper(meta.value("format").text), "FRESH"),
		root.value("employment").value("history") != nil, root.value("info") != nil && root.value("contact") != nil:
		return "FRESH"
	default:
		return ""
	}
}

// checkName reports a missing name. A name that can't be read has been reported already.
func (d *decoder) checkName(basics *node) {
	basics = cmp.Or(basics, &node{kind: mappingNode})
	name := basics.value("name")
	if basics.kind == mappingNode && (name == nil || name.kind == boolNode || oneLine(name.text) == "") {
		d.fail(basics, "basics.name is missing: a résumé needs a name")
	}
}

// OwnFields returns the fields of the root that JSON Resume lacks. A JSON Resume can have them in meta.ssh-resume.
func OwnFields() []string {
	return namesWhere(reflect.TypeFor[Resume](), func(f Field) bool { return f.Added })
}

// OwnGroup is the field of meta for what JSON Resume lacks.
const OwnGroup = "ssh-resume"

// own returns the object with the fields that JSON Resume lacks: the root, or
// meta.ssh-resume, since JSON Resume before 1.1.0 allows no others at the root.
func (d *decoder) own(root *object) *object {
	n := root.n.value("meta").value(OwnGroup)
	if n == nil {
		return root
	}
	if name, ok := find(OwnFields(), func(name string) bool { return root.n.value(name) != nil }); ok {
		d.warn(n, "meta.ssh-resume is ignored because %s is at the root", name)
		return root
	}
	n.path = "meta." + OwnGroup
	return d.object(n)
}
