package resume

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// htmlTag matches the tags that are understood. Others stay as they are.
var (
	htmlTag     = regexp.MustCompile(`(?i)<(/?)(b|strong|i|em|br|p|ul|ol|li|a|code)(\s[^<>]*)?/?>`)
	htmlTagHere = regexp.MustCompile(`^(?:` + htmlTag.String() + `)`)
	href        = regexp.MustCompile(`(?i)\shref\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)`)
)

const itemTag = "<li>"

// blocksFromHTML replaces the tags of paragraphs and lists with Markdown.
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
		if len(lists) > 0 { // the source may be indented in any way
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

// inlines returns what is in a node. A closing tag without its counterpart is left out.
func (c *textConverter) inlines(parent ast.Node) []Inline {
	all, _ := c.inElement(parent.FirstChild(), nil)
	return all
}

// inElement returns the inlines from a node up to the tag that closes one of the open elements, and that tag;
// nil at the end.
func (c *textConverter) inElement(n ast.Node, open []string) (all []Inline, end ast.Node) {
	for n != nil {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			all, n = c.appendInline(all, n), n.NextSibling()
			continue
		}
		tag := string(raw.Segments.Value(c.source))
		m := htmlTag.FindStringSubmatch(tag)
		closes, name := m[1] != "", strings.ToLower(m[2])
		switch {
		case name == "br":
			all = append(all, Break{})
		case name == "li", closes && !slices.Contains(open, name):
		case closes:
			return all, n
		default:
			var inner []Inline
			inner, n = c.inElement(n.NextSibling(), append(open, name))
			all = append(all, c.element(name, tag, inner)...)
			continue
		}
		n = n.NextSibling()
	}
	return all, nil
}

func (c *textConverter) element(name, tag string, inner []Inline) []Inline {
	switch name {
	case "b", "strong":
		return []Inline{Bold(inner)}
	case "i", "em":
		return []Inline{Italic(inner)}
	case "code":
		return []Inline{Code(Text{Paragraph(inner)}.Line())}
	}
	address := ""
	if m := href.FindStringSubmatch(tag); m != nil {
		address = unescaped(strings.Trim(m[1], `"'`))
	}
	return c.link(address, inner)
}

// trimInlines removes white space and breaks at both ends.
func trimInlines(all []Inline) []Inline {
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
