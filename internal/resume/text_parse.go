package resume

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Beyond these limits, a text is not parsed for markup, since it may be made to be slow. A résumé has a tenth of them.
const (
	longestText  = 64 << 10 // bytes
	mostBrackets = 200      // "[", each of which may begin a link
	mostStars    = 2000     // "*" and "_", each of which may begin emphasis
)

// ParseText reads a text as the part of CommonMark that résumés need: paragraphs, lists, line breaks, bold,
// italic, code and links, in Markdown or in HTML. Everything else stays as it is. Two rules are stricter
// than CommonMark's, so that texts without markup don't change: a "*" inside a word is a character, like
// "_", and a list has at least two entries or follows a paragraph.
func ParseText(source string) Text {
	t, _ := parseText(source)
	return t
}

// parseText also returns the addresses that were left out because no visitor can follow them safely.
func parseText(source string) (t Text, unsafe []string) {
	source = ligatures.Replace(source)
	if !strings.ContainsAny(source, "*_`[<&\\\n\r") || len(source) > longestText ||
		strings.Count(source, "[") > mostBrackets || strings.Count(source, "*")+strings.Count(source, "_") > mostStars {
		return plainText(source), nil
	}
	source = LineEnds.Replace(source)
	for _, list := range otherLists {
		if len(list.line.FindAllStringIndex(source, 2)) > 1 {
			source = list.line.ReplaceAllString(source, list.markdown)
		}
	}
	source = blocksFromHTML(deepLines.ReplaceAllStringFunc(source, func(lines string) string {
		return strings.ReplaceAll(lines, "\n"+deepLines.FindStringSubmatch(lines)[1], "\n")
	}))
	c := textConverter{source: []byte(source)}
	return c.blocks(textParser.Parse(text.NewReader(c.source))), c.unsafe
}

// otherLists match lines of lists as people write them without knowing Markdown. Two such lines make a list.
var otherLists = []struct {
	line     *regexp.Regexp
	markdown string
}{
	{regexp.MustCompile(`(?m)^([ \t]*)\x{3000}*(?:[•‣⁃∙▪▫■□◦●○◆►▶➢➤・][ \t\x{00a0}\x{3000}]*|[–—][ \t\x{00a0}]+)([^\s•▪▫■□◦●○◆])`), "$1- $2"},
	{regexp.MustCompile(`(?m)^([ \t]*)[-–—](\pL)`), "$1- $2"},
	{regexp.MustCompile(`(?m)^([ \t]*)([0-9]{1,2})(?:[.)](\pL)|[、．])`), "$1$2. $3"},
}

// deepLines matches a line and the indented lines after it, which CommonMark takes for the same paragraph or for code.
var deepLines = regexp.MustCompile(`(?m)^[^\s*+\d-].*\n+( {4,}|\t+).*(?:\n(?: {4}|\t).*)*`)

func plainText(source string) Text {
	var all Text
	for paragraph := range strings.SplitSeq(source, "\n\n") {
		if line := oneLine(paragraph); line != "" {
			all = append(all, Paragraph{Plain(line)})
		}
	}
	return all
}

// ligatures of Latin letters come from text that was copied out of a PDF.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

var textParser = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewListParser(), 100),
		util.Prioritized(parser.NewListItemParser(), 200),
		util.Prioritized(indented{parser.NewParagraphParser()}, 300),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(tagParser{}, 350),
		util.Prioritized(emphasis{parser.NewEmphasisParser()}, 400),
	),
)

// indented reads indented paragraphs, which CommonMark takes for code.
type indented struct{ parser.BlockParser }

func (indented) CanAcceptIndentedLine() bool { return true }

// emphasis reads "*" and "_" as CommonMark does, but none inside a word.
type emphasis struct{ parser.InlineParser }

func (e emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	run := len(line) - len(bytes.TrimLeft(line, string(line[:1])))
	after, _ := utf8.DecodeRune(line[run:])
	if isWordRune(block.PrecendingCharacter()) && isWordRune(after) {
		block.Advance(run)
		return ast.NewTextSegment(segment.WithStop(segment.Start + run))
	}
	return e.InlineParser.Parse(parent, block, pc)
}

// isWordRune reports whether r may be inside a word. Scripts without spaces between words, or between a word
// and its particle, allow emphasis anywhere.
func isWordRune(r rune) bool {
	return unicode.In(r, unicode.L, unicode.Nd, unicode.M) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai)
}

// textConverter turns goldmark's nodes into a Text.
type textConverter struct {
	source []byte
	unsafe []string // addresses of links that are left out
}

func (c *textConverter) blocks(parent ast.Node) Text {
	var all Text
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		list, ok := n.(*ast.List)
		switch {
		case !ok:
			if p := trimInlines(c.inlines(n)); len(p) > 0 {
				all = append(all, Paragraph(p))
			}
		case c.isList(list):
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

// isList reports whether a list is meant as one. A list with a single entry is if it was written in HTML or
// follows a paragraph. Amounts and dates, in which the number is not an ordinal, are not: "+ 40 %", "12. May".
func (c *textConverter) isList(list *ast.List) bool {
	mark, first := c.entry(list.FirstChild())
	if list.ChildCount() == 1 && list.PreviousSibling() == nil && !bytes.HasPrefix(first, []byte(itemTag)) {
		return false
	}
	same, counted, i := true, true, 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		m, rest := c.entry(item)
		if m == "+" && bytes.IndexAny(rest, "0123456789") == 0 {
			return false
		}
		same = same && m == mark
		counted = counted && number(m[:len(m)-1]) == list.Start+i
		i++
	}
	return same || counted
}

// entry returns the marker of a list entry in the source, such as "01.", and what follows.
func (c *textConverter) entry(item ast.Node) (mark string, rest []byte) {
	source := c.source[item.Pos():]
	end := bytes.IndexAny(source, "-+*.)") + 1
	return string(source[:end]), bytes.TrimLeft(source[end:], " \t")
}

// noList returns the entries of what is not a list as written: "1. Lage".
func (c *textConverter) noList(list *ast.List) Text {
	var all Text
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark, _ := c.entry(item)
		t := c.blocks(item)
		if p, ok := append(t, nil)[0].(Paragraph); ok {
			t[0] = append(Paragraph{Plain(mark + " ")}, p...)
		} else {
			t = append(Text{Paragraph{Plain(mark)}}, t...)
		}
		all = append(all, t...)
	}
	return all
}

func (c *textConverter) appendInline(all []Inline, n ast.Node) []Inline {
	switch n := n.(type) {
	case *ast.Text:
		all = appendPlain(all, unescaped(string(n.Segment.Value(c.source))))
		switch {
		case n.HardLineBreak():
			return append(all, Break{})
		case n.SoftLineBreak() && !continues(n.Segment.Value(c.source), c.source[n.Segment.Stop:]):
			return appendPlain(all, " ")
		}
		return all
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
	}
	return all
}

// continues reports whether a line continues in the next one without a space, as in Chinese and Japanese.
func continues(line, next []byte) bool {
	last, _ := utf8.DecodeLastRune(bytes.TrimRight(line, " \t\r"))
	if last < utf8.RuneSelf { // most lines
		return false
	}
	first, _ := utf8.DecodeRune(bytes.TrimLeft(next, " \t\r\n"))
	return util.IsSpaceDiscardingUnicodeRune(last) && util.IsSpaceDiscardingUnicodeRune(first)
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
	if (Text{Paragraph(inner)}).Line() == "" {
		inner = []Inline{Plain(BareURL(strings.TrimPrefix(address, "mailto:"), false))}
	}
	if url, ok := linkAddress(address); ok {
		return []Inline{Link{url, inner}}
	}
	if address != "" {
		c.unsafe = append(c.unsafe, address)
	}
	return inner
}

func linkAddress(address string) (string, bool) {
	if to, ok := strings.CutPrefix(address, "mailto:"); ok || isEmail(to) {
		return "mailto:" + emailInASCII(to), isEmail(to)
	}
	if url, ok := webAddress(address); ok {
		return url, true
	}
	return bareAddress(address)
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
