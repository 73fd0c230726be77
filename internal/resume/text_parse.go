package resume

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markup is looked for in texts that are not made to be slow. A résumé as a
// whole has a tenth of either.
const (
	longestText  = 64 << 10 // bytes
	mostBrackets = 200      // "[", each of which may begin a link
	mostStars    = 2000     // "*" and "_", each of which may begin emphasis
)

// ParseText reads a text as the part of CommonMark that résumés need: paragraphs,
// lists, line breaks, bold, italic, code and links, in Markdown or in HTML. All
// else stays the characters that it is. Two rules are stricter than CommonMark's,
// so that texts without markup stay as they are: a "*" inside a word is a
// character, as "_" is, and a list has two entries at least, or follows a
// paragraph.
func ParseText(source string) Text {
	source = ligatures.Replace(source)
	if !strings.ContainsAny(source, "*_`[<&\\\n\r") || len(source) > longestText ||
		strings.Count(source, "[") > mostBrackets || strings.Count(source, "*")+strings.Count(source, "_") > mostStars {
		return plainText(source)
	}
	if len(bulletLine.FindAllStringIndex(source, 2)) > 1 {
		source = bulletLine.ReplaceAllString(source, "$1- ")
	}
	source = blocksFromHTML(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source))
	c := textConverter{source: []byte(source)}
	return c.blocks(textParser.Parse(text.NewReader(c.source)))
}

// bulletLine matches a line that begins with the mark of a list that other programs
// write.
var bulletLine = regexp.MustCompile(`(?m)^([ \t]*)[•‣▪◦●][ \t\x{00a0}]+`)

func plainText(source string) Text {
	var all Text
	for paragraph := range strings.SplitSeq(source, "\n\n") {
		if line := oneLine(paragraph); line != "" {
			all = append(all, Paragraph{Plain(line)})
		}
	}
	return all
}

// ligatures of Latin letters come from files that were copied out of a PDF.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

var textParser = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewListParser(), 100),
		util.Prioritized(parser.NewListItemParser(), 200),
		util.Prioritized(parser.NewParagraphParser(), 300),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(tagParser{}, 350),
		util.Prioritized(emphasis{}, 400),
	),
)

// emphasis reads "*" and "_" as CommonMark does, but none inside a word.
type emphasis struct{}

func (emphasis) Trigger() []byte                                { return []byte("*_") }
func (emphasis) IsDelimiter(b byte) bool                        { return b == '*' || b == '_' }
func (emphasis) OnMatch(n int) ast.Node                         { return ast.NewEmphasis(n) }
func (emphasis) CanOpenCloser(open, end *parser.Delimiter) bool { return open.Char == end.Char }

func (e emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, e)
	if d == nil {
		return nil
	}
	after := ' '
	if d.OriginalLength < len(line) {
		after = util.ToRune(line, d.OriginalLength)
	}
	if isWordRune(before) && isWordRune(after) {
		d.CanOpen, d.CanClose = false, false
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// textConverter makes a Text of what goldmark has read.
type textConverter struct{ source []byte }

func (c *textConverter) blocks(parent ast.Node) Text {
	var all Text
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		list, ok := n.(*ast.List)
		switch {
		case !ok:
			if p := c.paragraph(n); len(p) > 0 {
				all = append(all, p)
			}
		case list.ChildCount() > 1 || n.PreviousSibling() != nil || c.isHTML(list):
			all = append(all, c.list(list))
		default:
			all = append(all, c.noList(list)...)
		}
	}
	return all
}

func (c *textConverter) list(list *ast.List) List {
	l := List{Numbered: list.IsOrdered(), First: list.Start}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if t := c.blocks(item); len(t) > 0 {
			l.Items = append(l.Items, t)
		}
	}
	return l
}

// isHTML reports whether a list was written in HTML, where one entry is enough.
func (c *textConverter) isHTML(list *ast.List) bool {
	first := list.FirstChild().FirstChild()
	if first == nil || first.Lines().Len() == 0 {
		return false
	}
	line := first.Lines().At(0)
	return strings.HasPrefix(string(line.Value(c.source)), itemTag)
}

// noList returns a list of one entry, such as "1. Lage", as the paragraph that it
// is.
func (c *textConverter) noList(list *ast.List) Text {
	t := c.blocks(list.FirstChild())
	marker := Plain(string(list.Marker) + " ")
	if list.IsOrdered() {
		// The number as it is written, with its zeros.
		start := 0
		if first := list.FirstChild().FirstChild(); first != nil && first.Lines().Len() > 0 {
			start = first.Lines().At(0).Start
		}
		line := strings.TrimLeft(string(c.source[bytes.LastIndexByte(c.source[:start], '\n')+1:start]), " ")
		marker = Plain(strings.TrimRight(line, " ") + " ")
	}
	if len(t) > 0 {
		if p, ok := t[0].(Paragraph); ok {
			t[0] = append(Paragraph{marker}, p...)
			return t
		}
	}
	return append(Text{Paragraph{Plain(strings.TrimSpace(string(marker)))}}, t...)
}

func (c *textConverter) paragraph(n ast.Node) Paragraph {
	return Paragraph(trimmed(c.inlines(n)))
}

// appendInline appends what a node is.
func (c *textConverter) appendInline(all []Inline, n ast.Node) []Inline {
	switch n := n.(type) {
	case *ast.Text:
		all = appendPlain(all, unescaped(string(n.Segment.Value(c.source))))
		switch {
		case n.HardLineBreak():
			return append(all, Break{})
		case n.SoftLineBreak():
			return appendPlain(all, " ")
		}
		return all
	case *ast.String:
		return appendPlain(all, string(n.Value))
	case *ast.CodeSpan:
		return append(all, Code(oneLine(c.letters(n))))
	case *ast.Emphasis:
		if n.Level == 1 {
			return append(all, Italic(c.inlines(n)))
		}
		return append(all, Bold(c.inlines(n)))
	case *ast.AutoLink:
		address := string(n.URL(c.source))
		if n.AutoLinkType == ast.AutoLinkEmail {
			address = "mailto:" + strings.TrimPrefix(address, "mailto:")
		}
		return append(all, c.link(address, []Inline{Plain(n.Label(c.source))})...)
	case *ast.Link:
		return append(all, c.link(string(n.Destination), c.inlines(n))...)
	case *ast.Image:
		return appendPlain(all, "!["+c.letters(n)+"]("+string(n.Destination)+")")
	default:
		return appendPlain(all, c.letters(n))
	}
}

// letters returns the text in a node.
func (c *textConverter) letters(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			b.Write(t.Segment.Value(c.source))
		} else {
			b.WriteString(c.letters(n))
		}
	}
	return b.String()
}

// link returns a link, or its text if visitors can't follow the address safely.
func (c *textConverter) link(address string, inner []Inline) []Inline {
	if url, ok := linkAddress(address); ok {
		return []Inline{Link{url, inner}}
	}
	return inner
}

func linkAddress(address string) (string, bool) {
	if to, ok := strings.CutPrefix(address, "mailto:"); ok {
		return "mailto:" + emailInASCII(to), isEmail(to)
	}
	return webAddress(address)
}

// appendPlain appends text without markup, to such text if it is the last.
func appendPlain(all []Inline, s string) []Inline {
	if s == "" {
		return all
	}
	if last := len(all) - 1; last >= 0 {
		if p, ok := all[last].(Plain); ok {
			all[last] = p + Plain(s)
			return all
		}
	}
	return append(all, Plain(s))
}

var escape = regexp.MustCompile(`\\[[:punct:]]|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)

// unescaped returns a text with its escapes and entities replaced.
func unescaped(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		if e[0] == '\\' {
			return e[1:]
		}
		r := html.UnescapeString(e)
		if strings.ContainsFunc(r, unicode.IsControl) {
			return e
		}
		return r
	})
}
