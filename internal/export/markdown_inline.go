package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// mdText returns a text as blocks.
func mdText(t resume.Text) mdBlocks {
	return slices.DeleteFunc(resume.RenderText(mdNodes{}, t), func(b mdBlock) bool { return b.text == "" })
}

// mdBreak is a hard line break.
const mdBreak = "\\\n"

// mdNodes renders a text of the owner's as CommonMark.
type mdNodes struct{}

var _ resume.TextRenderer[mdInline, mdBlock] = mdNodes{}

// mdInline is inline content. What is emphasized has delimiters around the content or,
// where CommonMark would not read them as such, HTML tags.
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
	url = strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(strings.TrimSpace(printable(url)))
	return mdInline{content: "[" + joinInline(inner) + "](<" + url + ">)"}
}

// Paragraph escapes what would be markup at the beginning of its lines.
func (mdNodes) Paragraph(inner []mdInline) mdBlock {
	lines := strings.Split(joinInline(inner), mdBreak)
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return mdBlock{text: onLines(lines...)}
}

// List returns the entries that say something as a list.
func (mdNodes) List(list resume.List, items [][]mdBlock) mdBlock {
	var all []string
	for _, entry := range mapped(items, func(blocks []mdBlock) string { return mdBlocks(blocks).entry() }) {
		before := list.Mark(len(all)) + " "
		indent := "\n" + strings.Repeat(" ", len(before))
		all = append(all, before+strings.ReplaceAll(strings.ReplaceAll(entry, "\n", indent), indent+"\n", "\n\n"))
	}
	return mdBlock{strings.Join(all, "\n"), true, !list.Numbered || list.First == 1}
}

// joinInline returns contents one after the other.
func joinInline(all []mdInline) string {
	var out strings.Builder
	for i, n := range all {
		after := ""
		if i+1 < len(all) {
			after = all[i+1].delimiter + all[i+1].content
		}
		if strings.HasPrefix(after, mdBreak) {
			after = "\n"
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

// isFlanked reports whether delimiters around content can be nothing but what opens and closes it: there is
// a space outside, or a mark and no mark inside. Those that stand beside other delimiters are in doubt.
func isFlanked(before, content, after string) bool {
	outer, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(content)
	last, _ := utf8.DecodeLastRuneInString(content)
	next, _ := utf8.DecodeRuneInString(after)
	isClear := func(outside string, out, in rune) bool {
		return !unicode.IsSpace(in) && (outside == "" || unicode.IsSpace(out) || isMark(out))
	}
	return !endsInDelimiter(before) && next != '*' && first != '*' && !endsInDelimiter(content) &&
		isClear(before, outer, first) && isClear(after, next, last)
}

// endsInDelimiter reports whether content ends in "*" that is markup.
func endsInDelimiter(content string) bool {
	inner, ok := strings.CutSuffix(content, "*")
	backslashes := len(inner) - len(strings.TrimRight(inner, `\`))
	return ok && backslashes%2 == 0
}

// isMark reports whether CommonMark takes a character for punctuation.
func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// escaped returns a text in which nothing is markup (https://spec.commonmark.org/0.31.2/) in the middle of
// a line; see onLines for the beginning.
func escaped(s string) string {
	s = printable(s)
	var b strings.Builder
	for i, c := range s {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		if isMarkup(c, before, after) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// isMarkup reports whether a character could be markup in the middle of a line,
// of CommonMark or of GitHub's strikethrough and mathematics.
func isMarkup(c, before, after rune) bool {
	switch c {
	case '\\', '`', '*', '[', ']', '<', '~', '$':
		return true
	case '_': // inside a word it is a plain character
		return !isWordRune(before) || !isWordRune(after)
	case '&': // begins an entity; "A & B" does not
		return after == '#' || unicode.IsLetter(after)
	case '#': // " #" closes a heading
		return after == utf8.RuneError && !isWordRune(before)
	}
	return false
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// onLines returns contents, each on a line of its own. What is markup only at the
// beginning of a line is escaped.
func onLines(contents ...string) string {
	all := make([]string, len(contents))
	for i, s := range contents {
		digits := strings.TrimLeft(s, "0123456789")
		switch {
		case s == "":
		case len(digits) < len(s) && digits != "" && (digits[0] == '.' || digits[0] == ')'): // "1." begins a list
			s = s[:len(s)-len(digits)] + "\\" + digits
		case strings.IndexByte("#+-=>|:", s[0]) >= 0: // "-" begins a list, "=" underlines, "|" divides a table
			s = "\\" + s
		}
		if before, ok := strings.CutSuffix(s, `\\`); ok { // some readers take the escaped backslash for a hard line break
			s = before + "&#92;"
		}
		all[i] = s
	}
	return resume.Joined(mdBreak, all...)
}

// code returns a text as a code span. It is enclosed in more backticks than the longest run inside it.
func code(s string) string {
	s = strings.TrimSpace(printable(s))
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for _, c := range s {
		if run++; c != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	fence := strings.Repeat("`", longest+1)
	return fence + s + fence
}
