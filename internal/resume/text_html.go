package resume

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// htmlTag matches the tags that are read. Others stay the characters that they are.
var (
	htmlTag     = regexp.MustCompile(`(?i)<(/?)(b|strong|i|em|br|p|ul|ol|li|a|code)(\s[^<>]*)?/?>`)
	htmlTagHere = regexp.MustCompile(`^(?:` + htmlTag.String() + `)`)
)

var href = regexp.MustCompile(`(?i)\shref\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)`)

// itemTag is at the beginning of an entry of a list that is written in HTML.
const itemTag = "<li>"

// blocksFromHTML replaces the tags of paragraphs and lists by Markdown.
func blocksFromHTML(source string) string {
	if !strings.Contains(source, "<") {
		return source
	}
	var lists []string
	last := 0
	var b strings.Builder
	for _, m := range htmlTag.FindAllStringSubmatchIndex(source, -1) {
		between := source[last:m[0]]
		last = m[1]
		ends, name := m[3] > m[2], strings.ToLower(source[m[4]:m[5]])
		if len(lists) > 0 { // the source is indented as its writer likes
			between = strings.ReplaceAll(between, "\n", " ")
			if name == "li" || name == "ul" || name == "ol" {
				between = strings.TrimRight(between, " ")
			}
		}
		b.WriteString(between)
		switch name {
		case "p", "ul", "ol":
			switch {
			case name == "p":
			case !ends:
				lists = append(lists, name)
			case len(lists) > 0:
				lists = lists[:len(lists)-1]
			}
			if len(lists) == 0 {
				b.WriteString("\n\n")
			}
		case "li":
			if !ends {
				bullet := "- "
				if len(lists) > 0 && lists[len(lists)-1] == "ol" {
					bullet = "1. "
				}
				b.WriteString("\n" + strings.Repeat("   ", max(len(lists)-1, 0)) + bullet + itemTag)
			}
		default:
			b.WriteString(strings.ReplaceAll(source[m[0]:m[1]], "\n", " "))
		}
	}
	b.WriteString(source[last:])
	return b.String()
}

// tagParser reads the tags in a paragraph.
type tagParser struct{}

func (tagParser) Trigger() []byte { return []byte("<") }

func (tagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	const longest = 1 << 10 // bounds the work on each "<"
	m := htmlTagHere.FindIndex(line[:min(len(line), longest)])
	if m == nil {
		return nil
	}
	n := ast.NewRawHTML()
	n.Segments.Append(segment.WithStop(segment.Start + m[1]))
	block.Advance(m[1])
	return n
}

// element is what is between two tags, or from a tag to the end of the paragraph.
type element struct {
	name  string
	tag   string
	inner []Inline
}

// inlines returns what is in a node. A closing tag without its counterpart is left
// out.
func (c *textConverter) inlines(parent ast.Node) []Inline {
	open := []element{{}}
	closeLast := func() {
		last := len(open) - 1
		open[last-1].inner = append(open[last-1].inner, c.fromElement(open[last])...)
		open = open[:last]
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		in := &open[len(open)-1].inner
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			*in = c.appendInline(*in, n)
			continue
		}
		source := string(raw.Segments.Value(c.source))
		m := htmlTag.FindStringSubmatch(source)
		name := strings.ToLower(m[2])
		switch {
		case name == "br":
			*in = append(*in, Break{})
		case name == "li":
		case m[1] == "":
			open = append(open, element{name: name, tag: source})
		default:
			for i := len(open) - 1; i > 0; i-- {
				if open[i].name == name {
					for len(open) > i {
						closeLast()
					}
				}
			}
		}
	}
	for len(open) > 1 {
		closeLast()
	}
	return open[0].inner
}

func (c *textConverter) fromElement(e element) []Inline {
	switch e.name {
	case "b", "strong":
		return []Inline{Bold(e.inner)}
	case "i", "em":
		return []Inline{Italic(e.inner)}
	case "code":
		return []Inline{Code(Text{Paragraph(e.inner)}.Line())}
	}
	address := ""
	if m := href.FindStringSubmatch(e.tag); m != nil {
		address = unescaped(strings.Trim(m[1], `"'`))
	}
	return c.link(address, e.inner)
}

// trimmed returns inlines without white space and breaks at both ends.
func trimmed(all []Inline) []Inline {
	const space = " \n\t"
	cut := func(at int, trim func(s, cutset string) string) bool {
		_, empty := all[at].(Break)
		if p, ok := all[at].(Plain); ok {
			all[at] = Plain(trim(string(p), space))
			empty = all[at] == Plain("")
		}
		return empty
	}
	for len(all) > 0 && cut(0, strings.TrimLeft) {
		all = all[1:]
	}
	for len(all) > 0 && cut(len(all)-1, strings.TrimRight) {
		all = all[:len(all)-1]
	}
	return all
}
