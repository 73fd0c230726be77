package resume

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Marks stand for tags in HTML while a text is read as Markdown. They are no
// characters, so no text has them.
const (
	markBold = '\ufdd0' + iota
	markBoldEnd
	markItalic
	markItalicEnd
	markCode
	markCodeEnd
	markLink // the n-th stands for the n-th address
	markLinkEnd
	markBreak
	markItem // at the beginning of an entry of a list
	markLast
)

var tag = regexp.MustCompile(`(?i)<(/?)(b|strong|i|em|br|p|ul|ol|li|a|code)(\s[^<>]*)?/?>`)

// withoutMarks drops what is no character but would be read as a mark.
func withoutMarks(r rune) rune {
	if r >= markBold && r < markLast {
		return -1
	}
	return r
}

var href = regexp.MustCompile(`(?i)\shref\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)`)

// fromHTML replaces the tags that résumés have by Markdown or by marks, and
// returns the addresses of links.
func fromHTML(source string) (text string, links []string) {
	if !strings.Contains(source, "<") {
		return source, nil
	}
	var lists []string
	last := 0
	var b strings.Builder
	for _, m := range tag.FindAllStringSubmatchIndex(source, -1) {
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
		mark := func(begin, end rune) {
			if ends {
				begin = end
			}
			b.WriteRune(begin)
		}
		switch name {
		case "b", "strong":
			mark(markBold, markBoldEnd)
		case "i", "em":
			mark(markItalic, markItalicEnd)
		case "code":
			mark(markCode, markCodeEnd)
		case "br":
			b.WriteRune(markBreak)
		case "p":
			if len(lists) == 0 {
				b.WriteString("\n\n")
			}
		case "a":
			if !ends {
				address := href.FindStringSubmatch(source[m[0]:m[1]])
				links = append(links, "")
				if address != nil {
					links[len(links)-1] = unescaped(strings.Trim(address[1], `"'`))
				}
			}
			mark(markLink, markLinkEnd)
		case "ul", "ol":
			if !ends {
				lists = append(lists, name)
			} else if len(lists) > 0 {
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
				b.WriteString("\n" + strings.Repeat("   ", max(len(lists)-1, 0)) + bullet + string(markItem))
			}
		}
	}
	b.WriteString(source[last:])
	return b.String(), links
}

// fromMarks replaces marks by what they stand for. One without its counterpart is
// left out.
func (c *textConverter) fromMarks(all []Inline) []Inline {
	out, _ := c.until(c.splitMarks(all), 0)
	return out
}

type mark rune

func (mark) inline() {}

// splitMarks returns the inlines with each mark as one of its own.
func (c *textConverter) splitMarks(all []Inline) []Inline {
	var out []Inline
	for _, n := range all {
		switch n := n.(type) {
		case Plain:
			rest := string(n)
			for {
				i := strings.IndexFunc(rest, func(r rune) bool { return r >= markBold && r < markLast })
				if i < 0 {
					break
				}
				out = appendPlain(out, rest[:i])
				r, size := utf8.DecodeRuneInString(rest[i:])
				out = append(out, mark(r))
				rest = rest[i+size:]
			}
			out = appendPlain(out, rest)
		case Bold:
			out = append(out, Bold(c.fromMarks(n)))
		case Italic:
			out = append(out, Italic(c.fromMarks(n)))
		case Link:
			out = append(out, Link{n.URL, c.fromMarks(n.Inner)})
		default:
			out = append(out, n)
		}
	}
	return out
}

// until returns the inlines up to the mark, which ends them, and how many nodes
// they are with it. Zero is the end of the paragraph.
func (c *textConverter) until(all []Inline, end mark) (out []Inline, n int) {
	for n < len(all) {
		m, ok := all[n].(mark)
		n++
		if !ok {
			out = append(out, all[n-1])
			continue
		}
		if m == end {
			return out, n
		}
		var inner []Inline
		var next int
		switch m {
		case markBold, markItalic, markCode, markLink:
			inner, next = c.until(all[n:], m+1)
			n += next
		case markBreak:
			out = append(out, Break{})
			continue
		default:
			continue
		}
		switch m {
		case markBold:
			out = append(out, Bold(inner))
		case markItalic:
			out = append(out, Italic(inner))
		case markCode:
			out = append(out, Code(Text{Paragraph(inner)}.Line()))
		case markLink:
			address := ""
			if len(c.links) > 0 {
				address, c.links = c.links[0], c.links[1:]
			}
			out = append(out, c.link(address, inner)...)
		}
	}
	return out, n
}

// trimmed returns inlines without white space and breaks at both ends.
func trimmed(all []Inline) []Inline {
	isEmpty := func(n Inline) bool { _, ok := n.(Break); return ok || n == Plain("") }
	for len(all) > 0 {
		if p, ok := all[0].(Plain); ok {
			all[0] = Plain(strings.TrimLeft(string(p), " \n\t"))
		}
		if !isEmpty(all[0]) {
			break
		}
		all = all[1:]
	}
	for len(all) > 0 {
		last := len(all) - 1
		if p, ok := all[last].(Plain); ok {
			all[last] = Plain(strings.TrimRight(string(p), " \n\t"))
		}
		if !isEmpty(all[last]) {
			break
		}
		all = all[:last]
	}
	return all
}
