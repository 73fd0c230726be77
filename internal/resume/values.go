package resume

import (
	_ "embed"
	"fmt"
	"image/color"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"ssh-resume/internal/contrast"
)

// line returns a text with every run of white space as one space.
func (d *decoder) line(n *node) string {
	if !d.isText(n) {
		return ""
	}
	d.checkMarkup(n, lineMarkup, "; write plain text")
	return oneLine(n.text)
}

// rich returns a text in Markdown as written, and a list as a list in Markdown.
func (d *decoder) rich(n *node) string {
	if n != nil && n.kind == sequenceNode && len(n.words()) > 1 {
		how := "a text with a list in it"
		text := n.markdown()
		if texts := n.words(); !slices.ContainsFunc(texts, func(s string) bool { return !endsSentence(s) }) {
			how, text = "paragraphs", strings.Join(texts, "\n\n")
		}
		d.warnOnce(everywhere(n.path)+" list", n, "%s must be text, not a list; it is read as %s", n.path, how)
		n.kind, n.text = stringNode, text
	}
	if !d.isText(n) || oneLine(n.text) == "" {
		return ""
	}
	d.checkMarkup(n, richMarkup, "")
	if !strings.Contains(n.text, "](") && !strings.Contains(n.text, "<a") {
		return n.text
	}
	_, unsafe := parseText(n.text)
	for _, address := range unsafe {
		d.warnOnce("link to "+address, n, "%s contains a link to %q, of which only the text is shown; write a web address (https://…)", n.path, clip(address))
	}
	return n.text
}

// texts returns a list of texts, each read by read.
func (d *decoder) texts(n *node, read func(*node) string) []string {
	var all []string
	d.eachItem(n, func(n *node) {
		d.label(n)
		if text := read(n); text != "" {
			all = append(all, text)
		}
	})
	return all
}

// oneOrMore returns a list of texts; a single text is also accepted.
func (d *decoder) oneOrMore(n *node) []string {
	if n.isLine() {
		return nonEmpty([]string{d.line(n)})
	}
	return d.texts(n, d.line)
}

// richEntry is like rich, but turns a name with a list into a text that contains a list.
func (d *decoder) richEntry(n *node) string {
	if len(n.fields) == 1 && n.fields[0].value.kind == sequenceNode && len(n.words()) > 0 {
		d.warn(n, `%s is read as the text "%s" with a list under it`, n.path, clip(n.fields[0].name.text))
		n.kind, n.text = stringNode, n.markdown()
	}
	return d.rich(n)
}

// checkMarkup reports markup that is not interpreted.
func (d *decoder) checkMarkup(n *node, unread []markup, advice string) {
	for _, markup := range unread {
		if mark := markup.in.FindString(n.text[:min(len(n.text), longestText)]); mark != "" {
			d.warnOnce(markup.name+advice, n, "%s contains %s, which is shown as written: %q%s", n.path, markup.name, clip(strings.TrimSpace(mark)), advice)
		}
	}
}

type markup struct {
	name string
	in   *regexp.Regexp
}

// lineMarkup is markup that is not interpreted in a text in one line.
var lineMarkup = []markup{
	{"HTML", regexp.MustCompile(`(?i)</?(p|br|b|i|u|em|strong|ul|ol|li|a|div|span|h[1-6])(\s[^<>]*)?/?>|&(amp|nbsp|lt|gt|quot|#[0-9]+);`)},
	{"Markdown", regexp.MustCompile(`\*\*[^*\s][^*]*\*\*|\[[^\]]+\]\((https?:|mailto:)`)},
}

// richMarkup is Markdown and HTML that ParseText does not interpret.
var richMarkup = []markup{
	{"a heading", regexp.MustCompile(`(?m)^ {0,3}#{1,6} .*`)},
	{"an image", regexp.MustCompile(`!\[[^\]]*\]\(`)},
	{"a table", regexp.MustCompile(`(?m)^ *\|.*\|.*\|`)},
	{"a quote", regexp.MustCompile(`(?m)^ {0,3}> .*`)},
	{"a rule", regexp.MustCompile(`(?m)^ {0,3}(---+|\*\*\*+|___+) *$`)},
	{"a block of code", regexp.MustCompile("(?m)^ {0,3}```.*")},
	{"HTML", regexp.MustCompile(`(?i)</?(div|span|u|s|h[1-6]|img|table|t[rdh]|font|pre|blockquote|hr|sup|sub|small|section|script)(\s[^<>]*)?/?>`)},
}

// label turns a list entry that YAML reads as a name with a value back into a text:
//
//   - Led a team: 8 people
func (d *decoder) label(n *node) {
	if n.kind == mappingNode && len(n.fields) == 1 && n.fields[0].value.isLine() {
		n.kind, n.text = stringNode, oneLine(n.fields[0].name.text+": "+n.fields[0].value.text)
		d.warn(n, `%s is read as the text "%s"; put it in quotes`, n.path, clip(n.text))
	}
}

// isText reports whether n is text that may be sent to a terminal, or says what is wrong. It joins a list or a group.
func (d *decoder) isText(n *node) bool {
	if n == nil || n.kind == nullNode {
		return false
	}
	switch n.kind {
	case boolNode:
		d.warn(n, "%s is left out: it must be text, not true or false (put quotes around a word that is meant as text)", n.path)
		return false
	case sequenceNode, mappingNode:
		words := n.words()
		if len(words) == 0 {
			d.warn(n, "%s is left out: it must be text, not %s", n.path, n.kind)
			return false
		}
		d.warnOnce(everywhere(n.path)+" joined", n, "%s must be text, not %s; its values are joined", n.path, n.kind)
		n.kind, n.text = stringNode, sentence(words)
	case otherNode:
		d.fail(n, `%s must be text, not %s; a text that begins with "!" needs quotes`, n.path, n.kind)
		return false
	}
	for _, r := range n.text {
		if isControl(r) {
			d.fail(n, "%s holds a control character (%U)", n.path, r)
			return false
		}
	}
	return true
}

// sentence joins texts with commas, except after those that end a sentence.
func sentence(texts []string) string {
	var b strings.Builder
	for i, text := range texts {
		if b.WriteString(text); i < len(texts)-1 && !endsSentence(text) {
			b.WriteString(",")
		}
		b.WriteString(" ")
	}
	return strings.TrimSuffix(b.String(), " ")
}

// endsSentence reports whether a text needs no comma after it.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;,。！？：；，、،؛؟", last)
}

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

func isControl(r rune) bool { return unicode.IsControl(r) && !isSpace(r) }

// isSpace reports whether r may be folded into a space. No-break spaces are deliberate.
func isSpace(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r\u0085\u2028\u2029", r) }

func (d *decoder) flag(n *node, name string) bool {
	if n == nil {
		return false
	}
	yes := strings.EqualFold(n.text, "yes")
	switch {
	case n.kind == stringNode && (yes || strings.EqualFold(n.text, "no")):
		d.warn(n, "%s is read as %[2]t; write %[3]s: %[2]t", n.path, yes, name)
		return yes
	case n.kind != boolNode:
		d.fail(n, "%s must be true or false, not %s", n.path, n.kind)
	}
	return n.kind == boolNode && strings.EqualFold(n.text, "true")
}

func (d *decoder) word(n *node, allowed []string) string {
	word := d.line(n)
	if a, ok := find(allowed, func(a string) bool { return strings.EqualFold(word, a) && n.text != a }); ok {
		d.warn(n, "%s is read as %s; write it that way", n.path, a)
		return a
	}
	if n.isLine() && !slices.Contains(allowed, n.text) {
		d.fail(n, "%s can't be %q; it may be %s%s", n.path, clip(n.text), list(allowed, "or"), d.didYouMean(word, allowed))
	}
	return word
}

// list returns "a, b or c".
func list(words []string, conjunction string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}

// languageNames has a language on each line: its code, and its names as people write them, in lower case.
//
//go:embed languagenames.txt
var languageNames string

// tag returns a text as a BCP 47 language tag; empty if it is not one.
func (d *decoder) tag(n *node) string {
	text := d.line(n)
	if text == "" {
		return ""
	}
	for line := range strings.Lines(languageNames) {
		if names := strings.Fields(line); slices.Contains(names[1:], strings.ToLower(text)) {
			d.warn(n, "%s is read as %s; write it that way", n.path, names[0])
			return names[0]
		}
	}
	tag, err := language.Parse(text)
	switch {
	case err == nil:
		return tag.String()
	case strings.Contains(text, ","):
		d.fail(n, `%s can't be %q; write several languages as a list: [%[2]s]`, n.path, text)
	default:
		d.fail(n, `%s can't be %q; write a language as "en", "de" or "pt-BR"`, n.path, text)
	}
	return ""
}

// grounds are the backgrounds for which a field of Theme has its first and its second color.
var grounds = []struct {
	name string
	on   []color.Color
}{{"dark", contrast.Dark}, {"light", contrast.Light}}

// colors returns the value of a field with this name: a color for all backgrounds, or one for dark and one for
// light ones. It reports colors that are not legible there.
func (d *decoder) colors(n *node, name string) []string {
	all := d.oneOrMore(n)
	if len(all) > len(grounds) {
		d.fail(n, "%s may have two colors, for dark and for light backgrounds", n.path)
		return nil
	}
	var shown [2]string
	hard := ""
	for i, text := range all {
		c, ok := contrast.Parse(text)
		if !ok {
			d.fail(n, `%s can't be %q; write a color as "#rrggbb", in quotes`, n.path, clip(text))
			return nil
		}
		for j, g := range grounds {
			if len(all) == len(grounds) && i != j {
				continue
			}
			near := contrast.Nearest(c, contrast.Text, g.on)
			red, green, blue, _ := near.RGBA()
			shown[j] = fmt.Sprintf("#%02x%02x%02x", red>>8, green>>8, blue>>8)
			if near != c {
				hard += fmt.Sprintf("; on %s backgrounds %s has a contrast of %.1f:1, and %s is shown", g.name, text, contrast.Least(c, g.on), shown[j])
			}
		}
	}
	if hard != "" {
		d.warn(n, `text needs a contrast of %.1f:1%s; write %s: ["%s", "%s"]`, contrast.Text, hard, name, shown[0], shown[1])
	}
	return all
}
