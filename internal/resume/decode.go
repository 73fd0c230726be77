package resume

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// decoder turns nodes into a Resume and collects what is wrong with them.
type decoder struct {
	problems
}

// object is a mapping that is being read. Each field that is asked for counts
// as known; close reports the others.
type object struct {
	*decoder
	n     *node
	path  string // as the owner would say it: work[0]
	known []string
}

// object reads n, which may be nil, as a mapping.
func (d *decoder) object(n *node, path string) *object {
	if n == nil {
		n = &node{}
	}
	if n.kind != kindMapping && n.kind != kindNull {
		hint := ""
		if n.kind == kindString && noBlank.MatchString(n.text) {
			hint = "; write a space after the colon"
		}
		d.fail(n, "%s must be a group of fields (name: value), not %s%s", orFile(path), n.kind, hint)
	}
	return &object{decoder: d, n: n, path: path}
}

// named reads n as object does. A text is taken as the field that says what the
// whole is.
func (d *decoder) named(n *node, path, field string) *object {
	if n == nil || n.kind != kindString || oneLine(n.text) == "" {
		return d.object(n, path)
	}
	d.warnOnce(everywhere(path)+" named", n, "%s must be a group of fields; the text is taken as its %s (%[2]s: …)", path, field)
	whole := &node{kind: kindMapping, line: n.line, column: n.column}
	whole.add(&d.problems, &node{kind: kindString, text: field}, n)
	return d.object(whole, path)
}

func orFile(path string) string {
	if path == "" {
		return "the file"
	}
	return path
}

func (o *object) at(name string) string {
	if o.path == "" {
		return name
	}
	return o.path + "." + name
}

func (o *object) value(name string) *node {
	o.known = append(o.known, name)
	return o.n.value(name)
}

func (o *object) child(name string) *object {
	return o.object(o.value(name), o.at(name))
}

// text gives a field as one line.
func (o *object) text(name string) string {
	return o.line(o.value(name), o.at(name))
}

// paragraphs gives a field with its blank lines kept, each as "\n\n".
func (o *object) paragraphs(name string) string {
	n := o.value(name)
	var kept []string
	if !o.isText(n, o.at(name)) {
		return ""
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(n.text)
	paragraph := ""
	for line := range strings.Lines(text + "\n\n") {
		if line = oneLine(line); line != "" {
			paragraph += " " + line
		} else if paragraph != "" {
			kept = append(kept, paragraph[1:])
			paragraph = ""
		}
	}
	return strings.Join(kept, "\n\n")
}

// flag gives a field that is true or false.
func (o *object) flag(name string) bool {
	n := o.value(name)
	if n == nil {
		return false
	}
	if n.kind == kindString && (strings.EqualFold(n.text, "yes") || strings.EqualFold(n.text, "no")) {
		o.warn(n, "%s is taken as %[2]t; write it so: %[3]s: %[2]t", o.at(name), strings.EqualFold(n.text, "yes"), name)
		return strings.EqualFold(n.text, "yes")
	}
	if n.kind != kindBool {
		o.fail(n, "%s must be true or false, not %s", o.at(name), n.kind)
	}
	return n.kind == kindBool && strings.EqualFold(n.text, "true")
}

// formerly reads fields under the names that they had before JSON Resume 1.0.
func (o *object) formerly(names map[string]string) {
	for i, m := range o.n.fields {
		name := names[m.name.text]
		if name == "" || o.n.value(name) != nil || m.value.kind == kindNull {
			continue
		}
		o.warnOnce(everywhere(o.at(m.name.text)), m.name, "field %q%s is called %q today; it is read as that", m.name.text, o.in(), name)
		o.known = append(o.known, m.name.text)
		o.n.index[name] = i
	}
}

// close reports the fields that nobody asked for.
func (o *object) close() {
	for _, m := range o.n.fields {
		if !slices.Contains(o.known, m.name.text) {
			o.warnOnce(everywhere(o.at(m.name.text)), m.name, "unknown field %q%s%s", m.name.text, o.in(), o.meant(m.name.text))
		}
	}
}

// meant hints at the field that an unknown name stands for.
func (o *object) meant(name string) string {
	switch {
	case strings.HasPrefix(name, "-"):
		return `; write a space after the "-"`
	case o.path == "" && slices.Contains(basicsFields, name):
		return "; if it belongs to basics, indent it as the fields there"
	}
	if Nearest(name, o.known) == "" {
		for _, other := range otherNames[strings.ToLower(name)] {
			if slices.Contains(o.known, other) && o.n.value(other) == nil {
				return fmt.Sprintf("; did you mean %q?", other)
			}
		}
	}
	return didYouMean(name, o.known)
}

// basicsFields are those of basics that have no other meaning at the root.
var basicsFields = []string{"name", "label", "image", "email", "phone", "url", "summary", "location", "profiles", "highlights"}

// everywhere names a place the same in each entry of a list.
func everywhere(path string) string { return inList.ReplaceAllString(path, "") }

var inList = regexp.MustCompile(`\[[0-9]+\]`)

func (o *object) in() string {
	if o.path == "" {
		return ""
	}
	return " in " + o.path
}

// line gives a text with every run of blanks, line ends included, as one space.
func (d *decoder) line(n *node, path string) string {
	if !d.isText(n, path) {
		return ""
	}
	return oneLine(n.text)
}

// isText tells whether n holds text that may be sent to a terminal, and says
// what is wrong if not. A number counts as the text that it is written as; a
// list or a group is made one text of all that stands in it.
func (d *decoder) isText(n *node, path string) bool {
	if n == nil || n.kind == kindNull {
		return false
	}
	switch n.kind {
	case kindBool:
		d.warn(n, "%s is left out: it must be text, not true or false (put a word that is meant as such in quotes)", path)
		return false
	case kindSequence, kindMapping:
		words := n.words()
		if len(words) == 0 {
			d.warn(n, "%s is left out: it must be text, not %s", path, n.kind)
			return false
		}
		d.warnOnce(everywhere(path)+" joined", n, "%s must be text, not %s; what stands in it is joined", path, n.kind)
		n.kind, n.text = kindString, sentence(words)
	case kindOther:
		d.fail(n, `%s must be text, not %s; a text that begins with "!" needs quotes`, path, n.kind)
		return false
	}
	for _, r := range n.text {
		if unicode.IsControl(r) && !blank(r) {
			d.fail(n, "%s holds a control character (%U)", path, r)
			return false
		}
	}
	d.checkMarkup(n, path)
	return true
}

// sentence joins texts with commas, but for those that end a sentence.
func sentence(words []string) string {
	var b strings.Builder
	for i, word := range words {
		switch {
		case i == 0:
		case strings.ContainsAny(words[i-1][len(words[i-1])-1:], ".!?:;,"):
			b.WriteString(" ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(word)
	}
	return b.String()
}

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

// blank tells what may be folded to a space. A no-break space may not: it was
// put there on purpose.
func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}
