package resume

import (
	"fmt"
	"net/url"
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
		d.fail(n, "%s must be a group of fields (name: value), not %s", orFile(path), n.kind)
	}
	return &object{decoder: d, n: n, path: path}
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
	if n.kind != kindBool {
		o.fail(n, "%s must be true or false, not %s", o.at(name), n.kind)
	}
	return n.kind == kindBool && strings.EqualFold(n.text, "true")
}

// url gives a field that is a web address, or nothing where there is none that
// a visitor could follow safely.
func (o *object) url(name string) string {
	text := o.text(name)
	if text == "" {
		return ""
	}
	if address, ok := webAddress(text); ok {
		return address
	}
	if address, ok := webAddress("https://" + text); ok && domain.MatchString(text) {
		o.warn(o.n.value(name), "%s is taken as %s; write it so", o.at(name), address)
		return address
	}
	o.warn(o.n.value(name), "%s is left out: %q is no web address (https://…)", o.at(name), text)
	return ""
}

// domain matches what begins like the name of a host: "example.com/ada".
var domain = regexp.MustCompile(`(?i)^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:[0-9]+)?([/?#]|$)`)

func webAddress(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", false
	}
	return escapeURL(u.String()), true
}

// picture gives the field "image": a web address, or a picture that is written
// into the file as a data: address.
func (o *object) picture() string {
	const name = "image"
	if text := o.text(name); dataImage.MatchString(text) {
		return text
	}
	return o.url(name)
}

var dataImage = regexp.MustCompile(`^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$`)

// email gives the field "email".
func (o *object) email() string {
	const name = "email"
	text := o.text(name)
	if text != "" && !isEmail(text) {
		o.warn(o.n.value(name), "%s is shown, but is no link: %q is no e-mail address", o.at(name), text)
	}
	return text
}

// texts gives a list of lines.
func (o *object) texts(name string) []string {
	return each(o, name, o.line)
}

// oneOrMore gives a list of lines that may be written as a single one.
func (o *object) oneOrMore(name string) []string {
	if n := o.n.value(name); n != nil && n.kind == kindString {
		return []string{o.text(name)}
	}
	return o.texts(name)
}

// each gives what read makes of every item of a list.
func each[T any](o *object, name string, read func(n *node, path string) T) []T {
	n := o.value(name)
	if n == nil {
		return nil
	}
	if n.kind != kindSequence {
		o.fail(n, "%s must be a list, not %s", o.at(name), n.kind)
		return nil
	}
	var all []T
	for i, item := range n.items {
		path := fmt.Sprintf("%s[%d]", o.at(name), i)
		if item.kind == kindNull {
			o.warn(item, "%s is empty", path)
			continue
		}
		all = append(all, read(item, path))
	}
	return all
}

// formerly reads fields under the names that they had before JSON Resume 1.0.
func (o *object) formerly(names map[string]string) {
	for i, m := range o.n.fields {
		name := names[m.name.text]
		if name == "" || o.n.value(name) != nil || m.value.kind == kindNull {
			continue
		}
		o.warn(m.name, "field %q%s is called %q today; it is read as that", m.name.text, o.in(), name)
		o.known = append(o.known, m.name.text)
		o.n.index[name] = i
	}
}

// close reports the fields that nobody asked for.
func (o *object) close() {
	for _, m := range o.n.fields {
		if !slices.Contains(o.known, m.name.text) {
			o.warn(m.name, "unknown field %q%s%s", m.name.text, o.in(), didYouMean(m.name.text, o.known))
		}
	}
}

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
// what is wrong if not. A number counts as the text that it is written as.
func (d *decoder) isText(n *node, path string) bool {
	if n == nil || n.kind == kindNull {
		return false
	}
	if n.kind == kindBool {
		d.fail(n, "%s must be text, not true or false; put it in quotes", path)
		return false
	}
	if n.kind != kindString && n.kind != kindNumber {
		d.fail(n, "%s must be text, not %s", path, n.kind)
		return false
	}
	for _, r := range n.text {
		if unicode.IsControl(r) && !blank(r) {
			d.fail(n, "%s holds a control character (%U)", path, r)
			return false
		}
	}
	return true
}

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

// blank tells what may be folded to a space. A no-break space may not: it was
// put there on purpose.
func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\u2028', '\u2029':
		return true
	}
	return false
}
