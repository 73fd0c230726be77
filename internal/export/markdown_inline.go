package export

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
)

// mdText returns a text as blocks.
func mdText(t resume.Text) []string {
	return resume.RenderText(mdNodes{}, t)
}

// mdBreak is a hard line break.
const mdBreak = "\\\n"

// mdNodes is the resume.TextRenderer of CommonMark.
type mdNodes struct{}

// mdInline is inline content. Emphasis is marked by delimiters around the content or, where CommonMark would
// not recognize those, by HTML tags.
type mdInline struct{ content, delimiter, tag string }

func (mdNodes) Plain(s string) mdInline { return mdInline{content: escaped(s)} }
func (mdNodes) Code(s string) mdInline  { return mdInline{content: code(s)} }
func (mdNodes) Break() mdInline         { return mdInline{content: mdBreak} }

func (mdNodes) Bold(inner []mdInline) mdInline   { return emphasized("**", "strong", inner) }
func (mdNodes) Italic(inner []mdInline) mdInline { return emphasized("*", "em", inner) }

func emphasized(delimiter, tag string, inner []mdInline) mdInline {
	content := joinInline(inner)
	if strings.TrimSpace(content) == "" {
		return mdInline{content: content}
	}
	return mdInline{content, delimiter, tag}
}

func (mdNodes) Link(url string, inner []mdInline) mdInline {
	url = strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(strings.TrimSpace(printable.Line(url)))
	return mdInline{content: "[" + joinInline(inner) + "](<" + url + ">)"}
}

// Paragraph escapes what would be markup at the beginning of a line.
func (mdNodes) Paragraph(inner []mdInline) string {
	lines := mapped(strings.Split(joinInline(inner), mdBreak), func(line string) string {
		line = itemNumber.ReplaceAllString(strings.TrimSpace(line), `$1\$2`)
		return blockMark.ReplaceAllString(line, `\$0`)
	})
	return strings.Join(lines, mdBreak)
}

var (
	itemNumber = regexp.MustCompile(`^(\d+)([.)])`)
	blockMark  = regexp.MustCompile(`^[-+#=>|:]`) // "=" underlines a heading, "|" and ":" divide a table
)

// List returns the items that are not empty as a list.
func (mdNodes) List(list resume.List, items [][]string) string {
	var all []string
	for _, entry := range mapped(items, func(blocks []string) string { return joinMarkdown(blocks, true) }) {
		mark := list.Mark(len(all)) + " "
		all = append(all, mark+laterLine.ReplaceAllString(entry, "\n"+strings.Repeat(" ", len(mark))+"$1"))
	}
	return strings.Join(all, "\n")
}

// laterLine matches the beginning of each line that is not empty, except for the first.
var laterLine = regexp.MustCompile(`\n([^\n])`)

func joinInline(all []mdInline) string {
	var out strings.Builder
	for i, n := range all {
		after := ""
		if i+1 < len(all) {
			after = all[i+1].delimiter + all[i+1].content
		}
		if before, ok := strings.CutSuffix(n.content, "!"); ok && strings.HasPrefix(after, "[") { // a link, not a picture
			n.content = before + `\!`
		}
		switch {
		case n.delimiter == "":
			out.WriteString(n.content)
		case isFlanked(out.String(), n.content, after):
			out.WriteString(n.delimiter + n.content + n.delimiter)
		default:
			out.WriteString("<" + n.tag + ">" + n.content + "</" + n.tag + ">")
		}
	}
	return out.String()
}

// isFlanked reports whether delimiters around content can only open and close it: there is a space or a mark
// outside, and no space inside. Delimiters beside others are in doubt.
func isFlanked(before, content, after string) bool {
	isClear := func(outside, inside rune) bool {
		isMark := unicode.IsPunct(outside) || unicode.IsSymbol(outside) // so is the RuneError of an empty text
		return !unicode.IsSpace(inside) && (isMark || unicode.IsSpace(outside))
	}
	endsInDelimiter := func(s string) bool { return strings.HasSuffix(s, "*") && !strings.HasSuffix(s, `\*`) }
	outer, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(content)
	last, _ := utf8.DecodeLastRuneInString(content)
	next, _ := utf8.DecodeRuneInString(after)
	return isClear(outer, first) && isClear(next, last) &&
		!endsInDelimiter(before) && first != '*' && !endsInDelimiter(content) && next != '*'
}

// escaped returns a text in which nothing is markup (https://spec.commonmark.org/0.31.2/) in the middle of
// a line; see Paragraph for the beginning.
func escaped(s string) string {
	s = strings.ReplaceAll(markup.ReplaceAllString(printable.Line(s), `\$0`), `\\`, "&#92;")
	s = headingEnd.ReplaceAllString(s, `$1\#`)
	return inWord.ReplaceAllString(s, "${1}_$2")
}

var (
	// markup matches what could be markup of CommonMark, or of GitHub's strikethrough and mathematics. "A & B"
	// is not. Some readers take an escaped backslash at the end of a line for a hard line break.
	markup     = regexp.MustCompile("[\\\\`*_\\[\\]<~$]|&[#\\pL]")
	headingEnd = regexp.MustCompile(`(^|[^\pL\pN])#$`)
	inWord     = regexp.MustCompile(`([\pL\pN])\\_([\pL\pN])`)
)

// code returns a text as a code span. It is enclosed in more backticks than the longest run inside it.
func code(s string) string {
	s = strings.TrimSpace(printable.Line(s))
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " " // a reader strips these
	}
	return fence + s + fence
}
